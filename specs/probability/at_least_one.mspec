mspec 1
use lexicon.things

problem at_least_one {
  meta {
    title: "At least one, without replacement"
    grade: 9
    tags: [probability]
  }

  given {
    piece  : noun in {marble, button, bead}
    c1, c2 : word in {"red", "blue", "green", "white", "yellow", "black"}
    r      : count(piece) in 3..9  "number of {c1} {piece:plural}"
    b      : count(piece) in 2..9  "number of {c2} {piece:plural}"
    draws  : int in 2..3           "number of draws"
  }

  require {
    c1 != c2  "two different colours"
  }

  steps {
    n                  = r + b     "number of {piece:plural} in the bag"
    none : probability = product(i in 0..draws - 1, (r - i) / (n - i))
        "probability that every {piece} drawn is {c1}"
    some : probability = 1 - none  "probability that at least one {piece} drawn is {c2}"
  }

  story """
    A bag holds {r} {c1} {piece:plural} and {b} {c2} ones.
    {draws:Words} {piece:plural} are drawn at random, one after the other and without replacement.
  """
  ask some "What is the probability that at least one of the {piece:plural} drawn is {c2}?" (form = "fraction")

  mistakes {
    puts_back : none = (r / n)^draws  "puts each {piece} back"
    stops     : some = none           "stops before taking the complement"
  }

  vary {
    insert added on b {
      with more : count(piece) in 1..3  "number of {c2} {piece:plural} added"
      step b2 = b + more                "number of {c2} {piece:plural} in the end"
      say "Then {more:words} more {c2} {if more == 1}{piece} is{else}{piece:plural} are{end} put into the bag."
    }
  }

  test "two draws" {
    with r = 3, b = 2, draws = 2
    expect some == 7/10
  }
}
