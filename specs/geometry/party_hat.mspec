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
    r   : length[cm] in 5 cm..12 cm   "radius"
    h   : length[cm] in 10 cm..30 cm  "height"
  }

  require {
    h > r
    any(k in 3..6, divides(k^2, square)) and not is_square(square)  "the root can be simplified"
  }

  steps {
    square : int = magnitude(r^2 + h^2)  "square of the slanted length in centimetres"
    slant        = hypotenuse(r, h)      "length from the rim to the tip"
    paper        = cone_side(r, slant)   "area of the paper"
  }

  story """
    {kid} makes {a hat} in the shape of a cone, open at the bottom.
    Its radius is {r} and its height is {h}.
  """
  ask paper "What area of paper does the cone need, not counting any overlap? Give the exact value." (form = "exact")

  mistakes {
    height    : slant = h * sqrt(1)  "takes the height for the length of the side"
    with_base : paper = cone_side(r, slant) + circle_area(r)  "adds the area of the base"
    cylinder  : paper = 2 * pi * r * slant                    "takes the side of a cylinder"
  }

  vary {
    extend many on paper {
      with n : int in 4..12
      step total = n * paper  "area of the paper for all of them"
      say "{kid.They make} {n} of them."
      ask "What area of paper do all of them need together, not counting any overlap? Give the exact value." (form = "exact")
    }
    distract colour {
      with stars : int in 5..20
      say "It is decorated with {stars} stars."
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
