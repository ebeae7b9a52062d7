mspec 1
use combinatorics

noun sock "sock" : possession
noun glove "glove" : possession
noun marble "marble" : possession
noun button "button" : possession

problem socks_in_the_dark {
  meta {
    title: "How many to be sure"
    grade: 7
    tags: [pigeonhole]
  }

  given {
    kid    : person
    item   : noun in {sock, button, marble}
    box    : word in {"drawer", "bag", "box"}
    c      : int in 3..6           "number of colours"
    each   : count(item) in 8..20  "number of {item:plural} of each colour"
    wanted : count(item) in 2..5   "number of {item:plural} wanted in one colour"
  }

  steps {
    most  = wanted - 1  "largest number of {item:plural} of each colour that is not enough"
    worst = c * most    "largest number of {item:plural} that may not be enough"
    sure  = worst + 1   "number of {item:plural} that is enough for certain"
  }

  story """
    {A box} holds {item:plural} in {c:words} colours, {each} of each colour.
    {kid} takes out {item:plural} one after another, without looking.
  """
  ask sure "What is the smallest number of {item:plural} that {kid} must take out to be sure of having {wanted} of the same colour?"

  mistakes {
    not_sure  : sure  = worst       "stops one {item} too early"
    lucky     : sure  = wanted      "counts on luck"
    all_of_it : worst = c * wanted  "takes the wanted number of every colour"
  }

  vary {
    insert lost on c {
      with extra : int in 1..2  "number of colours added"
      step colours = c + extra  "number of colours in the end"
      say "Then {each of item} of each of {extra:words} more {if extra == 1}colour{else}colours{end} are added."
    }
    distract weight {
      with years : int in 2..9
      say "The {box} is {years} years old."
    }
  }

  test "by hand" {
    with c = 4, each = 10, wanted = 3
    expect sure == 9
  }
  test "any world" {
    always magnitude(sure) == pigeons(c, magnitude(wanted))
  }
}
