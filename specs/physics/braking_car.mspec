mspec 1
use units.si

problem braking_car {
  meta {
    title: "Stopping distance"
    grade: 10
    tags: [kinematics, units]
  }

  given {
    v0 : speed[km/h] in 36 km/h..126 km/h by 18 km/h           "initial speed of the car"
    a  : acceleration[m/s^2] in 4 m/s^2..8 m/s^2 by 0.5 m/s^2  "deceleration"
    t0 : time[s] in {0.5 s, 1 s, 1.5 s}                        "reaction time"
  }

  require {
    10 m <= d and d <= 200 m  "a plausible stopping distance"
  }

  steps {
    v : speed[m/s] = v0             "speed in metres per second"
    d1             = v * t0         "reaction distance"
    d2             = v^2 / (2 * a)  "braking distance"
    d : length[m]  = d1 + d2        "stopping distance of the car"
  }

  story """
    A car travels at {v0 | "some speed"} when its driver sees an obstacle.
    The driver reacts after {t0} and then brakes with a constant deceleration of {a}.
  """
  ask d "How far, to 3 significant figures, does the car go from the moment the obstacle is seen until it stops?" (sigfigs = 3, units = "any")

  mistakes {
    unit_slip : v  = magnitude(v0) * 1 m/s  "reads km/h as m/s"
    no_react  : d  = d2                     "leaves out the reaction distance"
    no_half   : d2 = v^2 / a                "drops the factor 2"
  }

  vary {
    extend gap on d {
      with away : length[m] in 210 m..300 m by 10 m  "distance to the obstacle at first"
      step left = away - d  "distance between the stopped car and the obstacle"
      say "The obstacle is {away} ahead when the driver sees it."
      ask "How far, to 3 significant figures, is the car from the obstacle when it has stopped?" (sigfigs = 3, units = "any")
    }
    distract passengers {
      with seats : int in 2..7  "number of seats"
      say "The car has {seats:words} seats."
    }
  }

  test "worked by hand" {
    with v0 = 72 km/h, a = 5 m/s^2, t0 = 1 s
    expect d1 == 20 m
    expect d == 60 m
  }
}
