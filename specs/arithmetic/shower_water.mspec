mspec 1
use units.us

noun shower "shower"

problem shower_water {
  meta {
    title: "Water used by showers"
    grade: 5
    tags: [rate, time]
    source: "gsm8k-train-1284"
  }

  given {
    who   : person
    t     : time[min] in 4 min..12 min  "length of a shower"
    weeks : int in 2..12                "number of weeks"
    every : int in 2..4                 "number of days from one swim to the next"
    rate  : flow[gal/min] in 1.5 gal/min..4 gal/min by 0.5 gal/min  "water used in a minute"
  }

  steps {
    days                    = 7 * weeks       "number of days"
    showers : count(shower) = days / every    "number of showers"
    minutes                 = showers * t     "time spent in the shower"
    water                   = rate * minutes  "amount of water used by the showers"
  }

  story """
    For {weeks:words | several} weeks, {who} goes swimming once every {every:words | few} days.
    After each swim {who.they take} a shower that lasts {t:long | "a few minutes"}.
    The showers at the pool use {rate:bare} gallons of water a minute.
  """
  ask water "How many gallons of water do {who.their} showers use in all?"

  mistakes {
    every_day : showers = days  "counts a shower on every day"
    one_week  : days    = 7     "counts the days of one week only" when divides(every, 7)
  }

  vary {
    extend price on water {
      with cost : money[1/gal] in $0.01..$0.04  "price of a gallon of water"
      step bill : money = water * cost          "cost of the water used by the showers"
      say "A gallon of water for the showers costs {cost:bare}."
      ask "How much does the water used by the showers cost?"
    }
    distract pool {
      with lanes : int in 4..10  "number of lanes"
      say "The pool has {lanes:words} lanes."
    }
  }

  test "original numbers" {
    with t = 10 min, weeks = 4, every = 2, rate = 2 gal/min
    expect water == 280 gal
  }
}
