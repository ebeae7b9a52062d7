mspec 1

noun stamp "stamp" : possession
noun coin "coin" : possession
noun postcard "postcard" : possession
noun shell "shell" : possession

problem three_collectors {
  meta {
    title: "Three collections from their sum"
    grade: 8
    tags: [equations]
    source: "gsm8k-train-3562"
  }

  given {
    p1, p2, p3 : person
    item       : noun in {stamp, coin, postcard, shell}
    more       : count(item) in 3..30      "difference beyond the multiple"
    k          : int in 2..3               "multiple"
    total      : count(item) in 100..1000  "number of {item:plural} of the three together"
  }

  steps {
    unknown x : count(item)
    part : count(item) = solve([k * x + more + x + 2 * x == total], [x]).x
        "number of {item:plural} of {p2}"
    whole              = 2 * part  "number of {item:plural} of {p3}"
  }

  story """
    {p1}, {p2} and {p3} collect {item:plural}.
    {p1} has {more:bare} more than {k:times} as many {item:plural} as {p2}.
    {p2} has half as many {item:plural} as {p3}.
    Together the three have {total of item}.
  """
  ask whole "How many {item:plural} does {p3} have?"
  hint "Call the number that {p2} has x."

  mistakes {
    forgets_more : part  = total / (k + 3)  "leaves out the difference" when divides(k + 3, total)
    asks_other   : whole = part             "reports the number of {p2}"
    half_wrong   : whole = part / 2         "halves instead of doubling" when divides(2, part)
  }

  vary {
    extend gift on whole {
      with given_away : count(item) in 2..6  "number given away"
      step kept = whole - given_away         "number of {item:plural} of {p3} after the gift"
      say "Then {p3} gives {given_away of item} to a cousin."
      ask "How many {item:plural} does {p3} have in the end?"
    }
  }

  test "original numbers" {
    with more = 5, k = 2, total = 930
    expect part == 185
    expect whole == 370
  }
}
