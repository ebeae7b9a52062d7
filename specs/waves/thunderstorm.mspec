mspec 1
use physics.waves

problem thunderstorm {
  meta {
    title: "How far away, and how fast, a thunderstorm is"
    grade: 8
    tags: [waves, sound, rate]
  }

  given {
    watcher : person
    medium  : sound_media where speed == 343 m/s
    t1      : time[s] in 9 s..20 s                 "time from lightning to thunder at first"
    t2      : time[s] in 3 s..12 s                 "time from lightning to thunder later"
    wait    : time[min] in 5 min..20 min by 5 min  "time between the two flashes"
  }

  require {
    15 km/h <= v and v <= 60 km/h  "thunderstorms move like that"
  }

  steps {
    d1 : length[m]  = medium.speed * t1  "distance of the storm at first"
    d2 : length[m]  = medium.speed * t2  "distance of the storm later"
    closer          = d1 - d2            "distance by which the storm has come closer"
    km : length[km] = closer             "distance in kilometres by which the storm has come closer"
    turns           = 60 min / wait      "number of these times between flashes in an hour"
    hourly          = km * turns         "distance that the storm moves in an hour"
    v               = hourly / 1 h       "speed of the storm" "So the speed of the storm is {v}."
  }

  story """
    {watcher} sees lightning and hears the thunder {t1} later.
    There is another flash {wait} after the first one, and its thunder comes after {t2}.
    The storm heads straight for {watcher}, light arrives practically at once, and sound travels at
      {medium.speed}.
  """
  ask d2 "How far away is the second flash?"
  ask v "How fast is the storm approaching, in km/h, to 2 significant figures?" (sigfigs = 2)

  mistakes {
    halves    : d2     = medium.speed * t2 / 2  "treats it as an echo"
    from_here : closer = d1  "takes the whole distance for the one that the storm has moved"
  }

  vary {
    distract rain {
      with depth : length[mm] in 5 mm..25 mm
      say "During the storm {depth} of rain falls."
    }
  }

  test "worked by hand" {
    with t1 = 16 s, t2 = 6 s, wait = 10 min
    expect d2 == 2058 m
    expect closer == 3430 m
    expect v == 20.58 km/h
  }
  test "in any world" {
    always d2 < d1
  }
}
