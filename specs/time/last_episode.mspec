mspec 1
use units.si

problem last_episode {
  meta {
    title: "Length of the last episode"
    grade: 4
    tags: [time, units]
    source: "gsm8k-train-5552"
  }

  given {
    viewer : person
    what   : word in {"a series about space", "a crime series", "a nature series", "a series about cooking"}
    parts  : list(time[min], 3) in 40 min..75 min  "list of the lengths of the first three episodes"
    whole  : time[h] in {3 h, 3.5 h, 4 h}          "length of all four episodes together"
  }

  require {
    40 min <= last and last <= 80 min  "the last episode is about as long as the others"
  }

  steps {
    minutes : time[min] = whole           "length of all four episodes in minutes"
    seen                = sum(parts)      "length of the first three episodes together"
    last                = minutes - seen  "length of the fourth episode"
  }

  story """
    {viewer} wants to watch {what} with four episodes.
    The first three episodes last {parts:bare} minutes.
    All four episodes together last {whole:long}.
  """
  ask last "How many minutes does the fourth episode last?" (units = "any")

  mistakes {
    hundred_minutes : minutes = magnitude(whole) * 100 min  "takes an hour for 100 minutes"
    one_missing     : seen    = parts[1] + parts[2]         "leaves out the third episode"
  }

  vary {
    extend pause on last {
      with breaks : time[min] in 5 min..20 min by 5 min  "length of the break"
      step rest = last + breaks  "time from the end of the third episode to the end of the fourth"
      say "Before the fourth episode {viewer} takes a break of {breaks:long}."
      ask "How many minutes after the third episode does {viewer} finish the series?"
    }
  }

  test "original numbers" {
    with parts = [58 min, 62 min, 65 min], whole = 4 h
    expect last == 55 min
  }
}
