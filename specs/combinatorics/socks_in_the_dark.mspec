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
    each   : count(item) in 4..20  "number of {item:plural} of each colour"
    wanted : count(item) in 2..5   "number of {item:plural} wanted in one colour"
  }

  require {
    wanted < each  "there are enough of each colour"
  }

  steps {
    most  = wanted - 1  "largest number of {item:plural} of each colour that is not enough"
    worst = c * most    "largest number of {item:plural} that may not be enough"
    sure  = worst + 1   "smallest number of {item:plural} that {kid} must take out"
  }

  story """
    {A box} holds {item:plural} in {c:words} colours, {each} of each colour.
    {kid} takes out {item:plural} one after another, without looking.
    {kid.They want} to be sure of getting {wanted of item} of the same colour.
  """
  ask sure "What is the smallest number of {item:plural} that {kid} must take out?"

  mistakes {
    not_sure  : sure  = worst       "stops one {item} too early"
    lucky     : sure  = wanted      "counts on luck"
    all_of_it : worst = c * wanted  "takes the wanted number of every colour"
  }

  vary {
    insert lost on c {
      with extra : int in 2..3  "number of colours added"
      step colours = c + extra  "number of colours in the end"
      say "Then {item:plural} in {extra:words} more colours are put into the {box}, just as many of each."
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
