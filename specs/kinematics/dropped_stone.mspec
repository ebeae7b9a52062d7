mspec 1
use physics.kinematics

noun stone "stone"
noun tennis_ball "tennis ball"
noun key "key"

table heights(name : word, low : length[m], high : length[m]) {
  "a bridge",     8 m,  60 m
  "a balcony",    4 m,  20 m
  "a cliff",      15 m, 80 m
  "a watchtower", 6 m,  40 m
}

problem dropped_stone {
  meta {
    title: "How long a fall takes"
    grade: 10
    tags: [kinematics, square_roots]
  }

  given {
    place : heights
    item  : noun in {stone, tennis_ball, key}
    h     : length[m] in 4 m..80 m by 1 m       "height of the fall"
    g     : acceleration[m/s^2] in {9.8 m/s^2}  "acceleration due to gravity"
  }

  require {
    place.low <= h and h <= place.high  "the height suits the place"
  }

  steps {
    t = drop_time(h, g)  "time of the fall"
    v = g * t            "speed of the {item} at the ground"
  }

  story """
    {A item} is dropped from {place.name}, {h} above the ground.
    Air resistance can be neglected, and the acceleration due to gravity is {g}.
  """
  ask t "How long, to 3 significant figures, does the {item} take to reach the ground?" (sigfigs = 3)
  ask v "How fast, to 3 significant figures, is it then?" (sigfigs = 3)

  mistakes {
    no_two  : t = sqrt(h / g)                 "leaves out the factor 2"
    no_root : t = magnitude(2 * h / g) * 1 s  "forgets the square root"
    uniform : v = h / t                       "takes the mean speed for the final one"
  }

  vary {
    extend rounded_speed on v {
      step rounded = round(v, 0.1 m/s)
          "speed of the {item} at the ground, rounded to 0.1 m/s" "Rounded to 0.1 m/s, the speed {v:4dp} is {rounded}."
      ask "How fast, rounded to 0.1 m/s, is it then?"
    }
    distract mass {
      with m : mass[g] in {56 g, 57 g, 58 g}
      say "The {item} has a mass of {m}."
    }
  }

  test "worked by hand" {
    with place = "a bridge", h = 10 m, g = 9.8 m/s^2
    expect 1.4285 s < t and t < 1.4286 s
    expect v == 14 m/s
  }
}
