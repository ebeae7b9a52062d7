mspec 1
use physics.kinematics

table ways(there : word, slow : word, fast : word, low : speed[km/h], high : speed[km/h]) {
  "to the lake",  "a gravel road",  "a main road", 30 km/h, 60 km/h
  "to the coast", "a country road", "a motorway",  50 km/h, 100 km/h
  "to the city",  "a village road", "a main road", 40 km/h, 80 km/h
}

problem two_legs {
  meta {
    title: "Mean speed of a drive in two parts"
    grade: 9
    tags: [kinematics, rate]
  }

  given {
    driver : person
    way    : ways
    d1     : length[km] in 10 km..60 km by 5 km    "length of the slow part"
    d2     : length[km] in 40 km..160 km by 10 km  "length of the fast part"
  }

  require {
    d1 < d2
    t1 <= 90 min
    is_int(t1 / 1 min) and is_int(t2 / 1 min)  "both times are whole minutes"
  }

  steps {
    t1 : time[min]  = d1 / way.low      "time for the slow part"
    t2 : time[min]  = d2 / way.high     "time for the fast part"
    d               = d1 + d2           "length of the whole drive"
    t               = t1 + t2           "time for the whole drive"
    v : speed[km/h] = mean_speed(d, t)  "mean speed for the whole drive"
  }

  story """
    {driver} drives {way.there}.
    The first {d1} are on {way.slow}, where {driver.they keep} a steady {way.low}.
    The other {d2} are on {way.fast}, where {driver.they keep} a steady {way.high}.
  """
  ask v "What is {driver.their} mean speed for the whole drive, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    mean_of_speeds : v = (way.low + way.high) / 2  "takes the mean of the two speeds"
    no_slow_time   : t = t2                        "leaves out the time on the slow part"
  }

  vary {
    distract seats {
      with riders : count(human) in 1..3
      say "{driver} takes {riders of human} along."
    }
    chain braked to physics.braking_car.v0
    extend arrival on v {
      with pause : time[min] in 10 min..30 min by 5 min
      step whole = t + pause                 "time for the whole drive with the break"
      step slower : speed[km/h] = d / whole  "mean speed for the whole drive with the break"
      say "On the way {driver} takes a break of {pause}."
      ask "What is {driver.their} mean speed for the whole drive with the break included, to 3 significant figures?" (sigfigs = 3)
    }
  }

  test "worked by hand" {
    with way = "to the lake", d1 = 15 km, d2 = 90 km
    expect t == 120 min
    expect v == 52.5 km/h
  }
  test "in any world" {
    always way.low < v and v < way.high
  }
}
