mspec 1

problem overtime_pay {
  meta {
    title: "A week's pay with overtime"
    grade: 6
    tags: [money, piecewise, rate]
    source: "gsm8k-train-4044"
  }

  given {
    worker : person
    place  : word in {"a garden centre", "a bakery", "a bicycle workshop", "a hotel", "a print shop"}
    limit  : count(hour) in {35, 38, 40}               "number of hours a week at the normal rate"
    hours  : count(hour) in 30..60                     "number of hours worked last week"
    rate   : money[1/hour] in $10.00..$24.00 by $0.50  "normal rate of pay"
    extra  : money[1/hour] in $15.00..$36.00 by $0.50  "overtime rate of pay"
  }

  require {
    hours != limit                             "the week is not just at the limit"
    5/4 * rate <= extra and extra <= 2 * rate  "overtime pays more, and at most twice as much"
  }

  steps {
    normal = limit * rate   "pay for the hours at the normal rate"
    over   = hours - limit  "number of hours of overtime"
    bonus  = over * extra   "pay for the overtime"
    pay    = if hours > limit then normal + bonus else hours * rate  "pay for last week"
  }

  story """
    {worker} works at {place} for {rate} an hour.
    For every hour of a week beyond the first {limit} the pay is {extra}.
    Last week {worker} worked {hours of hour}.
  """
  ask pay "How much did {worker} earn last week?"

  mistakes {
    no_overtime  : pay   = hours * rate  "pays the overtime at the normal rate" when hours > limit
    all_overtime : pay   = hours * extra  "pays every hour at the overtime rate" when hours > limit
    extra_on_top : bonus = over * (rate + extra)
        "adds the overtime rate to the normal one" when hours > limit
  }

  vary {
    extend tax on pay {
      with cut : percent in {10%, 20%, 25%}  "share that goes to taxes"
      step net : money = pay - pay * cut     "pay for last week after taxes"
      say "Of the week's pay, {cut} goes to taxes."
      ask "How much of the pay is left after taxes?"
    }
    distract since {
      with years : count(year) in 2..9  "time at the same place"
      say "{worker} has had this job for {years of year}."
    }
  }

  test "original numbers" {
    with limit = 40, hours = 60, rate = $10, extra = $15
    expect normal == $400
    expect pay == $700
  }
  test "a short week" {
    with limit = 40, hours = 35, rate = $12
    expect pay == $420
  }
}
