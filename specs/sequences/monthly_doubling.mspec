mspec 1

problem monthly_doubling {
  meta {
    title: "A number that doubles or triples every month"
    grade: 6
    tags: [sequences, recurrence, multiplication]
    source: "gsm8k-train-5109"
  }

  given {
    goods  : word in {"masks", "solar lamps", "toy robots", "rain jackets", "lunch boxes"}
    start  : int in 500..5000 by 100  "number of {goods} made in March"
    k      : int in 2..3              "factor from one month to the next"
    months : count(month) in 2..5     "number of months"
  }

  require {
    made <= 200000  "a number that one factory can make"
  }

  steps {
    made = iterate(i in 1..months, from start, next k * it)
        "number of {goods} made in month {i} after March"
  }

  story """
    In March a factory makes {start} {goods}.
    In each of the next {months:words} months the factory makes {k:times} as many as in the month
      before.
  """
  ask made "How many {goods} does the factory make in the last of these months?"

  mistakes {
    adds_each_month : made = start + magnitude(months) * start * (k - 1)
        "adds the same number every month"
    one_step        : made = k * start                          "goes only one month ahead"
    one_too_many    : made = start * k^(magnitude(months) + 1)  "multiplies once too often"
  }

  vary {
    extend packing on made {
      with per_box : int in {20, 25, 50, 100}  "number of {goods} in one box"
      step boxes : int = made / per_box        "number of boxes for the last month's {goods}"
      say "The {goods} are packed in boxes of {per_box}."
      ask "How many boxes does the production of the last of these months fill?"
    }
  }

  test "original numbers" {
    with start = 3000, k = 2, months = 4
    expect made == 48000
  }
}
