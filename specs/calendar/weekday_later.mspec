mspec 1
use calendar

table plans(start : word, finish : word, event : word, least : int, most : int) {
  "plants some seeds",       "the seedlings go outside",   "the planting-out day", 40, 90
  "starts a training plan",  "the race takes place",       "the race",             60, 150
  "borrows a telescope",     "the telescope must be back", "the due date",         20, 60
  "hands in an application", "the answer is due",          "the due date",         30, 100
}

problem weekday_later {
  meta {
    title: "On which day of the week"
    grade: 5
    tags: [calendar, remainder]
  }

  given {
    who  : person
    plan : plans
    now  : weekdays
    n    : int in 20..150  "number of days until then"
  }

  require {
    plan.least <= n and n <= plan.most
    over != 0
  }

  steps {
    over     = remainder(n, 7)                 "number of days beyond whole weeks"
    then_day = remainder(now.index + over, 7)
        "day of the week of {plan.event}" "Whole weeks change nothing, and {over of day} after {a now.name} comes {then_day:weekday}."
  }

  story """
    On {a now.name}, {who} {plan.start}.
    Exactly {n of day} later {plan.finish}.
  """
  ask then_day "On which day of the week is {plan.event}?" (form = "weekday")

  mistakes {
    by_ten      : then_day = remainder(now.index + remainder(n, 10), 7)
        "counts on by the last digit only"
    whole_weeks : then_day = now.index  "leaves out the days beyond whole weeks"
    today       : then_day = remainder(now.index + n - 1, 7)  "counts the first day as well"
  }

  vary {
    extend until_sunday on then_day {
      step to_go = 7 - then_day
          "number of days from {plan.event} to the next Sunday" "After {then_day:weekday}, the next Sunday comes after {to_go of day}."
      ask "How many days after {plan.event} is the next Sunday?"
    }
    distract hour {
      with clock_time : time[min] in 360 min..540 min by 15 min
      say "On both days, {who} gets up at {clock_time:clock}."
    }
  }

  test "worked by hand" {
    with plan = "starts a training plan", now = "Wednesday", n = 100
    expect over == 2
    expect then_day == 5
  }
}
