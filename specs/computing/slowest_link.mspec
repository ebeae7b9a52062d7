mspec 1
use units.si
use lexicon.digital

problem slowest_link {
  meta {
    title: "A chain is as fast as its slowest link"
    grade: 9
    tags: [computing, data_sizes, rate]
  }

  given {
    who  : person
    what : word in {"a film", "a backup", "a long recording", "a game"}
    size : data[MB] in 300 MB..3000 MB by 150 MB  "size of the file"
    r1   : quantity[Mbit/s] in {10 Mbit/s, 20 Mbit/s, 25 Mbit/s, 40 Mbit/s, 50 Mbit/s}
        "rate of the first link"
    r2   : quantity[Mbit/s] in {12 Mbit/s, 100 Mbit/s, 250 Mbit/s, 1000 Mbit/s}
        "rate of the second link"
    r3   : quantity[Mbit/s] in {5 Mbit/s, 8 Mbit/s, 15 Mbit/s, 30 Mbit/s, 60 Mbit/s}
        "rate of the third link"
  }

  require {
    2 min <= t and t <= 45 min  "a wait that one gets up for"
  }

  steps {
    slowest           = min(r1, r2, r3)
        "rate of the slowest link" "The file cannot arrive faster than the slowest link passes it on, at {slowest}."
    bits : data[Mbit] = size             "size to transfer in megabits"
    t : time[s]       = bits / slowest   "time of the transfer"
  }

  story """
    {who} sends {what} with a size of {size} to a friend.
    On the way, the file passes three links one after the other, at {r1} from the house to the
      street, at {r2} from there to the friend's town, and at {r3} into the friend's house.
    Each link passes the data on at once.
  """
  ask t "For how many seconds does the file travel?" (units = "none")

  mistakes {
    mean_rate : slowest = (r1 + r2 + r3) / 3        "takes the mean of the rates"
    bytes     : bits    = magnitude(size) * 1 Mbit  "takes a byte for a bit"
    first     : slowest = r1  "looks at the own connection only" when r1 > slowest
  }

  vary {
    insert packed on size {
      with part : percent in {50%, 60%, 80%}  "part of the size that is left"
      step smaller = size * part              "size of the packed file"
      say "Before sending it, {who} packs the file to {part} of its size."
    }
    distract owner {
      with price : money in $20..$60 by $5  "price of a month"
      say "{who} pays {price} a month for the connection."
    }
  }

  test "by hand" {
    with size = 300 MB, r1 = 20 Mbit/s, r2 = 100 Mbit/s, r3 = 8 Mbit/s
    expect slowest == 8 Mbit/s
    expect t == 300 s
  }
}
