mspec 1

problem take_home_pay {
  meta {
    title: "What is left of a pay after taxes and one purchase"
    grade: 6
    tags: [percent, money]
    source: "gsm8k-train-1612"
  }

  given {
    worker : person
    job    : word in {"gardener", "shop assistant", "lifeguard", "kitchen helper"}
    goods  : word in {"books", "camping gear", "art supplies", "presents for friends"}
    rate   : money[1/hour] in $11.00..$25.00 by $0.50  "hourly pay"
    hours  : count(hour) in 20..45                     "number of hours worked last week"
    tax    : percent in {10%, 15%, 20%, 25%}           "share of the pay for taxes"
    share  : percent in {5%, 10%, 15%, 20%}            "share of the pay after taxes that is spent"
  }

  steps {
    pay           = rate * hours  "pay before taxes"
    taxes : money = pay * tax     "amount of the taxes"
    net           = pay - taxes   "pay after taxes"
    spent : money = net * share   "amount spent on {goods}"
    left          = net - spent   "amount left of last week's pay"
  }

  story """
    {worker} works as {a job} and earns {rate} an hour.
    Of the pay, {tax} goes to taxes.
    Last week {worker} worked {hours of hour} and spent {share} of the pay that was left after taxes
      on {goods}.
  """
  ask left "How much money did {worker} have left then?"

  mistakes {
    of_all      : spent = pay * share  "takes the second percentage of the pay before taxes"
    adds_rates  : left  = pay - pay * (tax + share)  "adds the two percentages"
    no_purchase : left  = net                        "stops after taxes"
  }

  vary {
    extend gift on left {
      with gift : money in $20..$60 by $5  "birthday money"
      step sum_now = left + gift           "amount left with the birthday money"
      say "After that, {worker} got {gift} for {worker.their} birthday."
      ask "How much money did {worker} then have left of the pay and the birthday money together?"
    }
    chain saved to finance.savings_plan.start
  }

  test "original numbers" {
    with rate = $12.50, hours = 40, tax = 20%, share = 15%
    expect net == $400
    expect left == $340
  }
  test "any world" {
    always left < pay
  }
}
