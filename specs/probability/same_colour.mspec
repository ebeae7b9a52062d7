mspec 1
use lexicon.things
use lexicon.food

problem same_colour {
  meta {
    title: "Two of the same kind, without looking"
    grade: 9
    tags: [probability, without_replacement]
  }

  given {
    kid    : person
    piece  : noun in {marble, button, bead, balloon}
    c1, c2 : word in {"red", "blue", "green", "white", "yellow", "black"}
    r      : count(piece) in 3..10  "number of {c1} {piece:plural}"
    b      : count(piece) in 3..10  "number of {c2} {piece:plural}"
  }

  require {
    c1 != c2  "two different colours"
  }

  steps {
    n                        = r + b                         "number of {piece:plural} in the bag"
    both_first : probability = r / n * ((r - 1) / (n - 1))
        "probability that both {piece:plural} are {c1}"
    both_second : probability = b / n * ((b - 1) / (n - 1))
        "probability that both {piece:plural} are {c2}"
    same : probability       = both_first + both_second
        "probability of two {piece:plural} of one colour"
  }

  story """
    In a bag there are {r} {c1} {piece:plural} and {b} {c2} ones.
    Without looking, {kid} takes one {piece} and then another out of the bag.
  """
  ask same "What is the probability that the two {piece:plural} have the same colour?" (form = "fraction")

  mistakes {
    puts_back  : both_first = (r / n)^2                 "forgets that the first {piece} is gone"
    one_colour : same       = both_first                "leaves one of the colours out"
    multiplies : same       = both_first * both_second  "multiplies where it should add"
  }

  vary {
    extend different on same {
      step mixed : probability = 1 - same  "probability of two {piece:plural} of different colours"
      ask "What is the probability that the two {piece:plural} have different colours?"
    }
    insert more on r {
      with extra : count(piece) in 2..4  "number of {c1} {piece:plural} added"
      step reds = r + extra              "number of {c1} {piece:plural} in the end"
      say "Then {extra} more {c1} {piece:plural} are put into the bag."
    }
  }

  test "by hand" {
    with r = 3, b = 3
    expect same == 2/5
  }
  test "any world" {
    always same < 1
  }
}
