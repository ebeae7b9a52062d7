mspec 1
use geometry

problem ice_cream_cone {
  meta {
    title: "How much a cone holds"
    grade: 8
    tags: [volume, cone, pi]
  }

  given {
    kind : word in {"A waffle for ice cream", "A paper cup", "A funnel without its tube", "A party hat turned upside down"}
    d    : length[cm] in 4 cm..12 cm by 2 cm  "diameter"
    h    : length[cm] in 6 cm..18 cm          "height"
  }

  require {
    h > d                           "it is higher than it is wide"
    is_int(magnitude(r^2 * h / 3))  "a whole multiple of pi"
  }

  steps {
    r      = d / 2           "radius"
    base   = circle_area(r)  "area of the base"
    volume = base * h / 3    "volume of the cone"
  }

  story """
    {kind} has the shape of a cone.
    It is {h} high, and its circular opening is {d} wide.
  """
  ask volume "How much does it hold when it is full to the rim? Give the exact value, with π." (form = "exact")

  mistakes {
    cylinder  : volume = base * h           "takes the volume of a cylinder"
    diameter  : r      = 1 * d              "puts the diameter in place of the radius"
    no_square : base   = 2 * pi * r * 1 cm
        "takes the circumference of the base for its area" when r != 2 cm
  }

  vary {
    extend several on volume {
      with n : int in {10, 20, 50}
      step total = volume * n  "volume of {n} cones"
      ask "How much do {n} of them hold together?" (form = "exact")
    }
    distract paper {
      with g : mass[g] in 3 g..12 g
      say "It weighs {g}."
    }
  }

  test "by hand" {
    with d = 6 cm, h = 10 cm
    expect volume == pi * 30 cm^3
  }
  test "any world" {
    always volume < cylinder_volume(r, h)
  }
}
