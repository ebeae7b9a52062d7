mspec 1
use units.si

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
    t     : time[min] in 4 min..15 min               "length of a shower"
    weeks : int in 2..12                             "number of weeks"
    every : int in 2..4                              "number of days from one shower to the next"
    rate  : flow[L/min] in 2 L/min..12 L/min         "water used in a minute"
  }

  steps {
    days                    = 7 * weeks       "number of days"
    showers : count(shower) = days / every    "number of showers"
    minutes                 = showers * t     "time spent in the shower"
    water                   = rate * minutes  "water used"
  }

  story """
    {who} takes a shower once every {every:words} days, and each shower lasts {t}.
    The shower uses {rate} of water.
  """
  ask water "How much water {does who.they} use for showers in {weeks:words} weeks?"

  mistakes {
    every_day : showers = days      "counts a shower on every day"
    one_week  : days = 7            "counts the days of one week only" when divides(every, 7)
  }

  test "original numbers" {
    with t = 10 min, weeks = 4, every = 2, rate = 2 L/min
    expect water == 280 L
  }
}
