mspec 1
use calendar

table plans(start : word, finish : word, kept : word) {
  "begins to learn the guitar", "first concert is", "lesson"
  "starts to train for a race", "race takes place", "training session"
  "joins a swimming club",      "first contest is", "training session"
}

problem days_until {
  meta {
    title: "Days between two dates"
    grade: 6
    tags: [calendar, whole_numbers]
  }

  given {
    who       : person
    plan      : plans
    this_year : int in 2024..2035  "year"
    m1        : months where index <= 2
    m2        : months where index >= 5
    d1        : int in 1..28       "day of the month at first"
    d2        : int in 1..28       "day of the month at the end"
  }

  steps {
    leap              = is_leap_year(this_year)
        "leap year" "The year {this_year} {if leap}is a leap year, so February has 29 days{else}is no leap year, so February has 28 days{end}."
    done              = if m1.index == 1 then d1 else magnitude(m1.before) + d1
        "number of days of the year up to {d1} {m1.name}" "{if m1.index == 1}{d1} January is day {done} of the year.{else}Before {m1.name} there are {m1.before} days, so {d1} {m1.name} is day {m1.before} + {d1} = {done} of the year.{end}"
    reached           = if leap then magnitude(m2.before) + 1 + d2 else magnitude(m2.before) + d2
        "number of days of the year up to {d2} {m2.name}" "Before {m2.name} there are {m2.before} days{if leap}, and 29 February besides{end}, so {d2} {m2.name} is day {m2.before} + {if leap}1 + {end}{d2} = {reached} of the year."
    days : count(day) = reached - done  "number of days from {d1} {m1.name} to {d2} {m2.name}"
  }

  story """
    On {d1} {m1.name} {this_year}, {who} {plan.start}.
    The {plan.finish} on {d2} {m2.name} of the same year.
  """
  ask days "How many days are there from the first date to the second?"

  mistakes {
    thirty  : days    = 30 * (m2.index - m1.index) + d2 - d1  "takes every month for 30 days"
    no_leap : reached = magnitude(m2.before) + d2             "forgets 29 February" when leap
    both    : days    = reached - done + 1                    "counts both days"
  }

  vary {
    distract lesson {
      with each : time[min] in {30 min, 45 min, 60 min}
      say "Every {plan.kept} lasts {each}."
    }
  }

  test "worked by hand" {
    with this_year = 2024, m1 = "February", d1 = 20, m2 = "June", d2 = 10
    expect days == 111
  }
  test "by the count of days" {
    always magnitude(days) == day_number(this_year, m2.index, d2) - day_number(this_year, m1.index, d1)
  }
}
