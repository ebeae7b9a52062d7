mspec 1
use physics.kinematics
use lexicon.things

problem train_meeting {
  meta {
    title: "Two vehicles meet"
    grade: 8
    tags: [kinematics, rate, units]
  }

  given {
    item : noun in {train, car, truck, van}
    d    : length[km] in 60 km..360 km by 10 km         "distance between the two towns"
    v1   : speed[km/h] in 50 km/h..100 km/h by 10 km/h  "speed of the first {item}"
    v2   : speed[km/h] in 50 km/h..100 km/h by 10 km/h  "speed of the second {item}"
  }

  require {
    is_int(first / 1 km)       "a whole number of kilometres"
    v1 != v2
    t / 1 min in 30..150 by 5  "a whole number of five minutes"
  }

  steps {
    closing            = v1 + v2      "speed at which the two {item:plural} approach each other"
    t : time[min]      = d / closing  "time until the two {item:plural} meet"
    first : length[km] = v1 * t       "distance covered by the first {item} until the meeting"
  }

  story """
    A single route, {d | "some kilometres"} long, joins two towns.
    At the same moment {a item} leaves each of the towns and heads for the other one.
    The first {item} goes at a steady {v1}, the second at a steady {v2}.
  """
  ask t "After how many minutes do the two {item:plural} meet?"
  ask first "How far has the first {item} gone by then?"

  mistakes {
    one_speed  : closing = v1                              "uses the speed of one {item} only"
    difference : closing = abs(v1 - v2)  "subtracts the speeds, as if one followed the other"
    hours      : t       = magnitude(d / closing) * 1 min  "leaves the time in hours"
  }

  vary {
    distract crew_size {
      with crew : count(human) in 1..2
      say "Each {item} has a crew of {crew of human}."
    }
    invert which_distance on d {
      say "The two {item:plural} meet after {t}."
      ask "How long is the route?"
    }
  }

  test "worked by hand" {
    with d = 150 km, v1 = 60 km/h, v2 = 90 km/h
    expect t == 60 min
    expect first == 60 km
  }
  test "in any world" {
    always first < d
  }
}
