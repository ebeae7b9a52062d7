mspec 1
use numbers

table events(name : word, least : int, most : int) {
  "experiment",     20, 150
  "bicycle race",   20, 30
  "train journey",  20, 140
  "chess marathon", 20, 50
  "space flight",   30, 150
}

problem clock_face {
  meta {
    title: "What a clock shows many hours later"
    grade: 5
    tags: [remainder, clock]
  }

  given {
    what : events
    now  : int in 1..12    "hour on the clock at the start of the {what.name}"
    n    : int in 20..150  "number of hours that the {what.name} takes"
  }

  require {
    what.least <= n and n <= what.most  "a believable length"
    now + rest > 12                     "the clock passes 12"
  }

  steps {
    rest  = remainder(n, 12)   "number of hours beyond whole turns of the clock"
    later = now + rest         "hour without starting again at 1"
    shown = clock_hour(later)
        "hour on the clock at the end of the {what.name}" "After 12 the clock starts again at 1, so {later} o'clock is {shown} o'clock."
  }

  story """
    A clock with 12 hours on its face shows exactly {now} o'clock when {a what.name} begins.
    The {what.name} takes {n} hours.
  """
  ask shown "Which hour does the clock show when the {what.name} ends?"

  mistakes {
    no_turn : shown = later             "does not start again at 1 after 12"
    back    : later = abs(now - rest)   "turns the clock back"
    ten     : rest  = remainder(n, 10)  "drops whole tens instead of whole turns"
  }

  vary {
    insert break on n {
      with pause : int in 2..5  "length of the break"
      step total = n + pause    "number of hours with the break"
      say "The {what.name} is interrupted once, for {pause} hours, which come on top."
    }
    distract temperature {
      with reporters : int in 2..9
      say "{reporters:Words} reporters write about the {what.name}."
    }
  }

  test "by hand" {
    with now = 9, n = 100
    expect shown == 1
  }
  test "any world" {
    always 1 <= shown and shown <= 12
  }
}
