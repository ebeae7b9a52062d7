mspec 1
use units.us

problem rectangle_area {
  meta {
    title: "Area of a rectangle from its width and perimeter"
    grade: 5
    tags: [area, perimeter, backwards]
    source: "gsm8k-train-793"
  }

  given {
    maker  : person
    object : word in {"picture", "piece of felt", "wooden board", "sheet of copper"}
    wide   : length[inch] in 4 inch..14 inch   "width"
    around : length[inch] in 24 inch..72 inch  "perimeter"
  }

  require {
    wide < long and long <= 3 * wide  "the length is the longer side, but not by far"
    is_int(magnitude(around) / 2)     "the length is a whole number of inches"
  }

  steps {
    half = around / 2   "sum of length and width"
    long = half - wide  "length"
    area = long * wide  "area"
  }

  story """
    {maker} measures {a object}, which is a rectangle.
    It is {wide} wide, and its perimeter is {around}.
  """
  ask area "What is the area of the {object}?" (units = "any")

  mistakes {
    not_halved : long = around - wide           "takes the width off the whole perimeter"
    one_width  : long = around - 2 * wide       "forgets that there are two long sides"
    adds_sides : area = 1 inch * (long + wide)  "adds the sides instead of multiplying"
  }

  vary {
    extend pair on area {
      with n : int in 2..6       "number of equal copies"
      step all_areas = n * area  "area of all of them together"
      say "There are {n:words} of exactly this size."
      ask "What is the area of all of them together?"
    }
  }

  test "original numbers" {
    with wide = 4 inch, around = 30 inch
    expect long == 11 inch
    expect area == 44 inch^2
  }
}
