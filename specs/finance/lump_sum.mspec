mspec 1
use finance

problem lump_sum {
  meta {
    title: "What to put aside today"
    grade: 11
    tags: [finance, interest, present_value]
  }

  given {
    who   : person
    goal  : money in $1000..$8000 by $250  "amount needed"
    rate  : percent in 2%..6% by 0.5%      "interest rate"
    years : count(year) in 2..4            "number of years"
  }

  steps {
    factor        = 1 + rate  "factor by which money grows in a year"
    today : money = round(goal / factor^magnitude(years), $0.01)  "amount to pay in today"
  }

  story """
    In {years of year} {who} will need {goal} for a course.
    An account pays {rate} interest a year, which is left in the account.
    {who} wants to pay in so much today that it grows to the amount needed.
  """
  ask today "How much must {who} pay in today, to the nearest cent?"

  mistakes {
    simple    : today = round(goal / (1 + rate * magnitude(years)), $0.01)  "takes simple interest"
    discounts : today = round(goal * (1 - rate)^magnitude(years), $0.01)
        "takes the rate off the amount needed"
    one_year  : today = round(goal / factor, $0.01)  "goes back one year only"
  }

  vary {
    distract saved {
      with lessons : count(thing) in 12..40
      say "The course has {lessons} lessons."
    }
  }

  test "worked by hand" {
    with goal = $1000, rate = 5%, years = 2
    expect factor == 1.05
    expect today == $907.03
  }
  test "in any world" {
    always today < goal
  }
}
