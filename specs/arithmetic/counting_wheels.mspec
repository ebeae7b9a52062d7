mspec 1
use lexicon.things
use lexicon.transport

problem counting_wheels {
  meta {
    title: "Wheels of three kinds of vehicles"
    grade: 3
    tags: [whole_numbers, multiplication]
    source: "gsm8k-train-2906"
  }

  given {
    place : word in {"In the garage of a hotel", "In a car park", "In the yard of a hire company", "On a ferry"}
    kind1 : noun in {bicycle, tricycle, scooter}
    kind2 : noun in {car, van}
    kind3 : noun in {motorcycle, moped}
    w1    : count(wheel)[1/kind1] in kind1.wheels  "number of wheels of one {kind1}"
    w2    : count(wheel)[1/kind2] in kind2.wheels  "number of wheels of one {kind2}"
    w3    : count(wheel)[1/kind3] in kind3.wheels  "number of wheels of one {kind3}"
    n1    : count(kind1) in 3..40                  "number of {kind1:plural}"
    n2    : count(kind2) in 3..30                  "number of {kind2:plural}"
    n3    : count(kind3) in 2..15                  "number of {kind3:plural}"
  }

  require {
    kind1 != tricycle or place == "In the yard of a hire company" and n1 <= 15  "few tricycles"
  }

  steps {
    first  = n1 * w1                 "number of wheels of the {kind1:plural}"
    second = n2 * w2                 "number of wheels of the {kind2:plural}"
    third  = n3 * w3                 "number of wheels of the {kind3:plural}"
    total  = first + second + third  "number of wheels of all the vehicles"
  }

  story """
    {place} you can see {n1 of kind1}, {n2 of kind2} and {n3 of kind3}.
    {A kind1} has {w1:words} wheels, {a kind2} has {w2:words} and {a kind3} has {w3:words}.
  """
  ask total "How many wheels do they have altogether?"

  mistakes {
    two_each : second = n2 * w2 / 2     "gives {a kind2} two wheels"
    no_third : total  = first + second  "leaves out the {kind3:plural}"
    vehicles : total  = magnitude(n1) + magnitude(n2) + magnitude(n3)
        "counts the vehicles instead of the wheels"
  }

  vary {
    extend flat on total {
      with broken : count(wheel) in 2..6  "number of wheels with a flat tyre"
      step sound = total - broken         "number of wheels without a flat tyre"
      say "Of the wheels of all the vehicles, {broken:words} have a flat tyre."
      ask "How many of the wheels do not have a flat tyre?"
    }
  }

  test "original numbers" {
    with kind1 = bicycle, n1 = 20, n2 = 10, n3 = 5
    expect total == 90
  }
}
