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
    r     : length[cm] in 3 cm..8 cm   "radius of the can"
    h     : length[cm] in 7 cm..20 cm  "height of the can"
  }

  require {
    h > r and h < 4 * r  "the shape of a can"
  }

  steps {
    lid     = circle_area(r)    "area of the top"
    around  = circumference(r)  "circumference of the can"
    side    = around * h        "area of the side"
    surface = side + 2 * lid    "surface of the can"
  }

  story """
    A closed can of {stuff} is a cylinder with a radius of {r} and a height of {h}.
  """
  ask surface "What is the whole surface of the can? Give the exact value, with π." (form = "exact")

  mistakes {
    no_lids : surface = side * 1        "counts the side only"
    one_lid : surface = side + lid      "forgets the bottom"
    solid   : side    = lid * h / 1 cm
        "multiplies the area of the top by the height" when r != 2 cm
  }

  vary {
    extend sheet_metal on surface {
      with sheet : area[m^2] in {2 m^2, 3 m^2, 5 m^2, 8 m^2}  "area of the sheet metal"
      step cans = floor(sheet / surface)                      "number of cans from the sheet metal"
      say "Such cans are made from {sheet} of sheet metal, and nothing is wasted."
      ask "How many whole cans can be made?"
    }
    extend label on surface {
      step share = h / (r + h)  "share of the side in the surface of the can"
      ask "What fraction of the surface of the can is its side?"
    }
    distract mass {
      with g : mass[g] in 300 g..900 g by 50 g
      say "The full can weighs {g}."
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
