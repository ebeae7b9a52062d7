mspec 1
use units.us

problem catching_up {
  meta {
    title: "Time until the faster one catches up"
    grade: 7
    tags: [speed, time, units]
    source: "gsm8k-train-867"
  }

  given {
    slow, fast : person
    sport      : word in {"run", "cycle"}
    v1         : speed[mph] in 4 mph..16 mph  "speed of {slow}"
    v2         : speed[mph] in 6 mph..20 mph  "speed of {fast}"
    lead       : length[mi] in {0.25 mi, 0.5 mi, 1 mi, 1.5 mi, 2 mi}  "lead of {slow}"
  }

  require {
    v1 < v2                                               "the faster one is behind"
    if sport == "run" then v2 <= 10 mph else v1 >= 8 mph  "speeds that fit the sport"
    is_int(magnitude(minutes)) and minutes <= 60 min      "a whole number of minutes"
  }

  steps {
    closing : speed[mph] = v2 - v1         "speed at which the gap closes"
    minutes : time[min]  = lead / closing  "time until {fast} catches up with {slow}"
  }

  story """
    {slow} and {fast} {sport} along the same straight trail in the same direction, {slow} at
      {v1:long} and {fast} at {v2:long}.
    Right now {slow} is {lead:long} ahead of {fast}.
  """
  ask minutes "After how many minutes does {fast} catch up with {slow}?"
  hint "Find out by how many miles the gap shrinks in an hour."

  mistakes {
    fast_only : closing = v2                                 "forgets that {slow} goes on as well"
    adds      : closing = v1 + v2  "adds the speeds as if they went towards each other"
    in_hours  : minutes = 1 min * magnitude(lead / closing)  "reports hours as minutes"
  }

  vary {
    extend meeting on minutes {
      step way : length[mi] = v2 * minutes  "distance that {fast} covers to catch up with {slow}"
      when is_int(10 * magnitude(way))
      ask "How many miles does {fast} cover until the moment of catching up with {slow}?"
    }
    distract trail {
      with whole : length[mi] in 30 mi..60 mi by 5 mi  "length of the trail"
      say "The trail is {whole:long} long."
    }
  }

  test "original numbers" {
    with v1 = 6 mph, v2 = 9 mph, lead = 1 mi
    expect minutes == 20 min
  }
}
