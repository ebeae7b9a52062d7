mspec 1
use geometry

problem pizza_slice_edge {
  meta {
    title: "All the way around a slice"
    grade: 10
    tags: [sector, perimeter, pi]
  }

  given {
    what : word in {"pizza", "cheese", "cake", "flan"}
    r    : length[cm] in 9 cm..24 cm by 3 cm  "radius of the {what}"
    n    : int in {3, 4, 5, 6, 8, 9, 10, 12}  "number of slices"
  }

  require {
    is_int(magnitude(2 * r / n))  "a whole multiple of pi"
  }

  steps {
    whole = circumference(r)  "circumference of the {what}"
    arc   = whole / n         "length of the curved edge of a slice"
    edge  = arc + 2 * r       "perimeter of a slice"
  }

  story """
    A round {what} has a radius of {r}.
    The {what} is cut from the centre into {n:words | several} equal slices.
  """
  ask edge "What is the perimeter of one slice, seen from above? Give the exact value, with π." (form = "exact")

  mistakes {
    only_arc : edge  = arc * 1  "leaves out the two straight edges"
    one_side : edge  = arc + r  "counts one straight edge"
    half_way : whole = pi * r   "takes half of the circumference"
  }

  vary {
    extend rounded on edge {
      step whole_edge = round(edge, 1 cm)  "rounded perimeter of a slice"
      say "The perimeter of a slice, seen from above, is rounded to the nearest centimetre."
      ask "What is the rounded perimeter of a slice?"
    }
    extend area on edge {
      step top = circle_area(r) / n  "area of the top of a slice"
      ask "What is the area of the top of a slice? Give the exact value, with π." (form = "exact")
    }
    distract price {
      with price : money in $8..$20
      say "The whole {what} costs {price}."
    }
  }

  test "by hand" {
    with r = 12 cm, n = 8
    expect edge == pi * 3 cm + 24 cm
  }
  test "any world" {
    always edge > 2 * r
  }
}
