mspec 1
use physics.forces

noun crate "crate"
noun sledge "sledge"
noun cupboard "cupboard"
noun trunk "trunk"

table floors(name : word, coefficient : rational) {
  "a wooden floor", 0.4
  "a carpet",       0.5
  "packed snow",    0.1
  "a stone floor",  0.3
}

problem pushed_crate {
  meta {
    title: "Pushing against friction"
    grade: 11
    tags: [forces, friction, newtons_laws]
  }

  given {
    who    : person
    item   : noun in {crate, trunk, cupboard}
    ground : floors where coefficient > 0.2
    m      : mass[kg] in 20 kg..60 kg by 5 kg    "mass of the {item}"
    push   : force[N] in 100 N..400 N by 10 N    "horizontal push"
    g      : acceleration[m/s^2] in {9.8 m/s^2}  "acceleration due to gravity"
  }

  require {
    0.2 m/s^2 <= a and a <= 2 m/s^2  "it moves, and not absurdly fast"
  }

  steps {
    normal : force[N]       = m * g            "weight of the {item}"
    friction : force[N]     = friction_force(ground.coefficient, normal)  "friction force"
    net                     = push - friction  "resulting force"
    a : acceleration[m/s^2] = net / m          "acceleration of the {item}"
  }

  story """
    {who} pushes {a item} of mass {m} across {ground.name} with a horizontal force of {push}.
    The coefficient of kinetic friction between the {item} and the ground is {ground.coefficient},
      and the acceleration due to gravity is {g}.
  """
  ask a "What is the acceleration of the {item}, to 2 significant figures?" (sigfigs = 2)

  mistakes {
    no_friction : net      = push                              "leaves friction out"
    adds        : net      = push + friction                   "adds friction to the push"
    mass_only   : friction = ground.coefficient * m * 1 m/s^2
        "multiplies by the mass instead of the weight"
  }

  vary {
    extend speed_gained on a {
      with t : time[s] in 2 s..6 s by 1 s  "time for which {who} pushes"
      step v = a * t                       "speed of the {item} at the end of the push"
      say "{who} pushes the {item} like this for {t}, starting from rest."
      ask "How fast, to 2 significant figures, is the {item} at the end of the push?" (sigfigs = 2)
    }
    distract height {
      with h : length[cm] in 60 cm..120 cm by 5 cm
      say "The {item} is {h} high."
    }
    invert which_push on push {
      when is_int(a / 0.01 m/s^2)
      replace push "{who} pushes {a item} of mass {m} across {ground.name} with a horizontal force."
      say "The {item} accelerates at {a}."
      ask "How large is the force?"
    }
  }

  test "worked by hand" {
    with ground = "a wooden floor", m = 20 kg, push = 100 N, g = 9.8 m/s^2
    expect normal == 196 N
    expect friction == 78.4 N
    expect a == 1.08 m/s^2
  }
  test "in any world" {
    always friction < push
  }
}
