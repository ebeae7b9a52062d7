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
    wide   : length[inch] in 4 inch..14 inch   "width of the {object}"
    around : length[inch] in 24 inch..72 inch  "perimeter of the {object}"
  }

  require {
    wide < long and long <= 3 * wide  "the length is the longer side, but not by far"
    is_int(magnitude(around) / 2)     "the length is a whole number of inches"
  }

  steps {
    half = around / 2   "sum of length and width"
    long = half - wide  "length of the {object}"
    area = long * wide  "area of the {object}"
  }

  story """
    {maker} measures {a object}, which is a rectangle.
    The {object} is {wide} wide, and its perimeter is {around}.
  """
  ask area "What is the area of the {object}?" (units = "any")

  mistakes {
    not_halved : long = around - wide           "takes the width off the whole perimeter"
    one_width  : long = around - 2 * wide       "forgets that there are two long sides"
    adds_sides : area = 1 inch * (long + wide)  "adds the sides instead of multiplying"
  }

  vary {
    extend covering on area {
      with price : money[1/inch^2] in $0.02..$0.20 by $0.02  "price of a square inch of film"
      step film = area * price                               "price of the film"
      say "The {object} is covered with a film that costs {price:bare} for each square inch."
      ask "How much does the film cost?"
    }
    extend pair on area {
      with n : int in 2..6       "number of equal rectangles"
      step all_areas = n * area  "area of all these rectangles together"
      say "There are {n:words} rectangles of exactly this size."
      ask "What is the area of all these rectangles together?"
    }
  }

  test "original numbers" {
    with wide = 4 inch, around = 30 inch
    expect long == 11 inch
    expect area == 44 inch^2
  }
}
