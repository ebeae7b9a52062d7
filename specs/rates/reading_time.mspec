mspec 1
use units.si
use lexicon.school

problem reading_time {
  meta {
    title: "Time to read at an even pace"
    grade: 5
    tags: [rate, time, units]
    source: "gsm8k-train-14"
  }

  given {
    reader : person
    text   : word in {"novel", "history book", "collection of stories", "play"}
    part   : count(page) in 4..20                  "number of pages read so far"
    time   : time[min] in 10 min..40 min by 5 min  "time taken so far"
    goal   : count(page) in 40..300 by 10          "number of pages to read"
  }

  require {
    divides(part, goal)                             "the pace goes into the pages evenly"
    time >= 1 min * magnitude(part) and time <= 4 min * magnitude(part)  "a believable pace"
    hours <= 12 h and is_int(2 * magnitude(hours))  "whole or half hours"
  }

  steps {
    sections        = goal / part      "number of times that {part of page} fit into the {text}"
    minutes         = sections * time  "time for the whole {text} in minutes"
    hours : time[h] = minutes          "time for reading the whole {text}"
  }

  story """
    {reader} reads {part of page} of {a text} in {time:long}.
    The {text} has {goal of page} altogether.
    {reader} reads the whole {text} at this pace.
  """
  ask hours "How many hours does {reader} need for the whole {text}?"

  mistakes {
    in_minutes : hours    = 1 h * magnitude(minutes)        "reports the minutes as hours"
    hundred    : hours    = 1 h * magnitude(minutes) / 100  "takes an hour for 100 minutes"
    only_rest  : sections = goal / part - 1                 "counts only the pages that follow"
  }

  vary {
    extend days on hours {
      with daily : time[h] in {0.5 h, 1 h, 1.5 h}  "reading time a day"
      step days : int = ceil(hours / daily)        "number of days for the whole {text}"
      say "{reader.They read} for {daily:long} a day."
      ask "How many days {does reader.they} need for the whole {text}?"
    }
  }

  test "original numbers" {
    with part = 8, time = 20 min, goal = 120
    expect minutes == 300 min
    expect hours == 5 h
  }
}
