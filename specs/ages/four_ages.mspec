mspec 1

problem four_ages {
  meta {
    title: "A chain of ages that begins in the future"
    grade: 5
    tags: [ages, whole_numbers]
    source: "gsm8k-train-1307"
  }

  given {
    p1, p2, p3, p4 : person
    wait           : count(year) in 2..9    "number of years until the birthday"
    future         : count(year) in 10..40  "age of {p1} on that birthday"
    older          : count(year) in 2..8    "difference in age between {p3} and {p2}"
    k              : int in 2..4            "factor for the age of {p3}"
    less           : count(year) in 1..9    "number of years to take off"
  }

  require {
    3 <= second                      "nobody is a baby"
    third < fourth and fourth <= 75  "{p4} is the oldest of the last three"
  }

  steps {
    first                = future - wait    "present age of {p1}"
    second : count(year) = first / 2        "present age of {p2}"
    third                = second + older   "present age of {p3}"
    multiple             = k * third
        "age of {p3} taken {k:times}" "{k:Times} the age of {p3} is {k} × {third} = {multiple}."
    fourth               = multiple - less  "present age of {p4}"
  }

  story """
    In {wait of year}, {p1} will be {future of year} old.
    {p2} is half as old as {p1} is today.
    {p3} is {older of year | "some years"} older than {p2}.
    The age of {p4} is {less of year} less than {k:times} the age of {p3}.
  """
  ask fourth "How old is {p4} today?"

  mistakes {
    forgets_wait : first  = future
        "takes the age in the future for that of today" when divides(2, future)
    adds_wait    : first  = future + wait  "adds the years instead of taking them off"
    forgets_less : fourth = multiple       "forgets to take off the last number of years"
  }

  vary {
    extend later on fourth {
      with ahead : count(year) in 2..20  "number of years to look ahead"
      step then_age = fourth + ahead     "age of {p4} in {ahead of year}"
      ask "How old will {p4} be in {ahead of year}?"
    }
  }

  test "original numbers" {
    with wait = 3, future = 15, older = 4, k = 3, less = 4
    expect third == 10
    expect fourth == 26
  }
}
