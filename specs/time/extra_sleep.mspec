mspec 1
use units.si

table months(first : word, days1 : count(day) known, second : word, days2 : count(day) known) {
  "March",     31, "April",     30
  "April",     30, "May",       31
  "May",       31, "June",      30
  "June",      30, "July",      31
  "July",      31, "August",    31
  "August",    31, "September", 30
  "September", 30, "October",   31
  "October",   31, "November",  30
  "November",  30, "December",  31
  "December",  31, "January",   31
}

problem extra_sleep {
  meta {
    title: "More sleep in the next month"
    grade: 5
    tags: [time, calendar, multiplication]
    source: "gsm8k-train-6190"
  }

  given {
    who    : person
    m      : months                          "two months in a row"
    before : time[h] in 5 h..7 h by 0.5 h    "sleep in a night at first"
    later  : time[h] in 7.5 h..9 h by 0.5 h  "sleep in a night later"
  }

  steps {
    short = before * m.days1  "sleep in {m.first}"
    long  = later * m.days2   "sleep in {m.second}"
    gain  = long - short      "additional sleep in {m.second} compared with {m.first}"
  }

  story """
    In {m.first}, {who} slept {before:long} every night.
    In {m.second}, {who.they} slept {later:long} every night.
  """
  ask gain "How many more hours did {who} sleep in {m.second} than in {m.first}?"

  mistakes {
    one_night : gain = later - before  "compares one night with one night"
    thirty    : long = later * 30      "takes 30 days for {m.second}" when m.days2 != 30
  }

  vary {
    insert nap on long {
      with nap : time[h] in 2 h..6 h  "sleep in the afternoons"
      step rested = long + nap        "sleep in {m.second} with the afternoons"
      say "In {m.second} there were also {nap:long} of sleep in the afternoons."
    }
  }

  test "original numbers" {
    with m = "December", before = 6.5 h, later = 8.5 h
    expect gain == 62 h
  }
}
