mspec 1

noun folding_chair "folding chair" : possession
noun plant_pot "plant pot" : possession
noun cushion "cushion" : possession
noun plank "plank" : possession

problem carrying_rounds {
  meta {
    title: "Two people carry things together"
    grade: 4
    tags: [rate, division]
    source: "gsm8k-train-3146"
  }

  given {
    p1, p2 : person
    item   : noun in {folding_chair, plant_pot, cushion, plank}
    a      : count(item) in 2..3     "number of {item:plural} that {p1} carries in a round"
    b      : count(item) in 3..5     "number of {item:plural} that {p2} carries in a round"
    total  : count(item) in 20..150  "number of {item:plural} in the shed"
  }

  require {
    a < b        "{p2} is stronger"
    4 <= rounds  "more than a few rounds"
  }

  steps {
    both         = a + b         "number of {item:plural} in one round"
    rounds : int = total / both  "number of rounds that {p1} and {p2} need"
  }

  story """
    {p1} and {p2} have to carry {total of item | "some {item:plural}"} from a shed to the village
      green.
    In each round {p1} can carry {a of item}, and {p2} can carry {b of item}.
    {p1} and {p2} always walk together.
  """
  ask rounds "How many rounds do they need?"

  mistakes {
    alone   : rounds = total / b              "lets {p2} carry everything" when divides(b, total)
    adds_up : rounds = total / a + total / b
        "adds the rounds that each would need alone" when divides(a, total) and divides(b, total)
    swapped : both   = b - a                  "subtracts what they carry" when divides(b - a, total)
  }

  vary {
    extend minutes on rounds {
      with each : count(minute) in 3..6             "number of minutes for one round"
      step minutes : count(minute) = rounds * each  "number of minutes for all rounds"
      say "A round takes {each of minute}."
      ask "How many minutes do all rounds take?"
    }
    derive pause on total {
      with n1 : count(item) in 10..70  "number of {item:plural} for the stage"
      with n2 : count(item) in 10..70  "number of {item:plural} for the stalls"
      step needed = n1 + n2            "number of {item:plural} to carry"
      replace total "{p1} and {p2} have to carry {n1 of item} to the stage and {n2 of item} to the stalls on the village green."
    }
  }

  test "original numbers" {
    with a = 2, b = 3, total = 110
    expect rounds == 22
  }
}
