mspec 1
use geometry

problem tin_can_label {
  meta {
    title: "Sheet metal for a can"
    grade: 9
    tags: [cylinder, surface, pi]
  }

  given {
    stuff : word in {"soup", "beans", "peaches", "paint", "tomatoes"}
    r     : length[cm] in 3 cm..8 cm   "radius"
    h     : length[cm] in 7 cm..20 cm  "height"
  }

  require {
    h > r and h < 4 * r  "the shape of a can"
  }

  steps {
    lid     = circle_area(r)    "area of the top"
    around  = circumference(r)  "circumference"
    side    = around * h        "area of the side"
    surface = side + 2 * lid    "surface of the can"
  }

  story """
    A closed can of {stuff} is a cylinder with a radius of {r} and a height of {h}.
  """
  ask surface "What is its whole surface? Give the exact value, with π." (form = "exact")

  mistakes {
    no_lids : surface = side * 1        "counts the side only"
    one_lid : surface = side + lid      "forgets the bottom"
    solid   : side    = lid * h / 1 cm
        "multiplies the area of the top by the height" when r != 2 cm
  }

  vary {
    extend label on surface {
      step share = h / (r + h)  "share of the side in the surface"
      ask "What fraction of the surface is the side?"
    }
    distract mass {
      with g : mass[g] in 300 g..900 g by 50 g
      say "It weighs {g}."
    }
  }

  test "by hand" {
    with r = 4 cm, h = 10 cm
    expect surface == pi * 112 cm^2
  }
  test "any world" {
    always surface == cylinder_surface(r, h)
  }
}
