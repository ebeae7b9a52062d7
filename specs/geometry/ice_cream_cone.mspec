mspec 1
use geometry

problem ice_cream_cone {
  meta {
    title: "How much a cone holds"
    grade: 8
    tags: [volume, cone, pi]
  }

  given {
    kind : word in {"A waffle for ice cream", "A paper cup", "A party hat turned upside down"}
    d    : length[cm] in 4 cm..12 cm by 2 cm  "diameter of the opening"
    h    : length[cm] in 6 cm..18 cm          "height of the cone"
  }

  require {
    h > d                           "it is higher than it is wide"
    is_int(magnitude(r^2 * h / 3))  "a whole multiple of pi"
  }

  steps {
    r      = d / 2           "radius of the opening"
    base   = circle_area(r)  "area of the base"
    volume = base * h / 3    "volume of the cone"
  }

  story """
    {kind} has the shape of a cone.
    The cone is {h} high, and its circular opening is {d} wide.
  """
  ask volume "How much does the cone hold when it is full to the rim? Give the exact value, with π." (form = "exact")

  mistakes {
    cylinder  : volume = base * h           "takes the volume of a cylinder"
    diameter  : r      = 1 * d              "puts the diameter in place of the radius"
    no_square : base   = 2 * pi * r * 1 cm
        "takes the circumference of the base for its area" when r != 2 cm
  }

  vary {
    extend refilled on volume {
      with water : volume[L] in {1 L, 2 L, 3 L, 5 L}  "volume of the water in the jug"
      when water >= 2 * volume
      when kind == "A paper cup"
      step fillings = floor(water / volume)           "number of full cups from the jug"
      say "The cup is filled to the rim again and again from a jug with {water} of water."
      ask "How many times can the cup be filled to the rim?"
    }
    extend several on volume {
      with n : int in {10, 20, 50}
      step total = volume * n  "volume of all these cones together"
      say "There are {n} cones of exactly this size."
      ask "How much do all these cones hold together? Give the exact value, with π." (form = "exact")
    }
    distract paper {
      with g : mass[g] in 3 g..12 g
      say "The cone weighs {g}."
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
