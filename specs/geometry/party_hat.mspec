mspec 1
use geometry

problem party_hat {
  meta {
    title: "Paper for a cone"
    grade: 10
    tags: [cone, surface, pi, surds]
  }

  given {
    kid : person
    hat : word in {"party hat", "magician's hat", "paper lantern", "paper fir tree"}
    r   : length[cm] in 5 cm..12 cm   "radius of the cone"
    h   : length[cm] in 10 cm..30 cm  "height of the cone"
  }

  require {
    h > r
    any(k in 3..6, divides(k^2, square)) and not is_square(square)  "the root can be simplified"
  }

  steps {
    square : int = magnitude(r^2 + h^2)  "square of the slanted length in centimetres"
    slant        = hypotenuse(r, h)      "length from the rim to the tip"
    paper        = cone_side(r, slant)   "area of the paper for the cone"
  }

  story """
    {kid} makes {a hat} in the shape of a cone, open at the bottom.
    The cone has a radius of {r} and a height of {h}.
  """
  ask paper "What area of paper does the cone need, not counting any overlap? Give the exact value." (form = "exact")

  mistakes {
    height    : slant = h * sqrt(1)  "takes the height for the length of the side"
    with_base : paper = cone_side(r, slant) + circle_area(r)  "adds the area of the base"
    cylinder  : paper = 2 * pi * r * slant                    "takes the side of a cylinder"
  }

  vary {
    extend from_a_roll on paper {
      with roll : area[m^2] in {1 m^2, 2 m^2, 3 m^2, 5 m^2}  "area of the paper on a roll"
      step hats = floor(roll / paper)                        "number of cones from the roll"
      say "{kid} makes such cones from a roll with {roll} of paper, and nothing is wasted."
      ask "How many such cones can {kid} make from the roll?"
    }
    extend many on paper {
      with n : int in 4..12
      step total = n * paper  "area of the paper for all the cones"
      say "In all, {kid} makes {n} such cones."
      ask "What area of paper do all the cones need together, not counting any overlap? Give the exact value." (form = "exact")
    }
    distract colour {
      with stars : int in 5..20
      say "The {hat} is decorated with {stars} stars."
    }
  }

  test "by hand" {
    with r = 6 cm, h = 12 cm
    expect slant == 6 * sqrt(5) * 1 cm
    expect paper == 36 * sqrt(5) * pi * 1 cm^2
  }
  test "any world" {
    always slant > h
  }
}
