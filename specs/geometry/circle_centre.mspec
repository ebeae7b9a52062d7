mspec 1
use algebra

problem circle_centre {
  meta {
    title: "Centre and area of a circle from its equation"
    grade: 10
    tags: [circles, coordinates, completing_the_square, pi]
  }

  given {
    who    : person
    a      : int in -7..7  "first number in the making of the equation"
    b      : int in -7..7  "second number in the making of the equation"
    square : int in {5, 8, 9, 10, 12, 16, 18, 20, 25, 27, 32, 36, 45, 48, 49}
        "third number in the making of the equation"
  }

  require {
    a != 0 and b != 0
    a != b
  }

  steps {
    circle      = equal(x^2 - 2 * a * x + y^2 - 2 * b * y + (a^2 + b^2 - square), 0)
        "equation of the circle"
    in_x        = substitute(left_side(circle), y, 0)  "left side for y = 0"
    in_y        = substitute(left_side(circle), x, 0)  "left side for x = 0"
    by_x        = complete_square(in_x)  "left side for y = 0 with the square completed"
    by_y        = complete_square(in_y)  "left side for x = 0 with the square completed"
    cx : int    = coordinate(vertex(by_x), 1)
        "first coordinate of the centre" "The square with x in it is 0 for x = {cx}, so that is the first coordinate of the centre."
    cy : int    = coordinate(vertex(by_y), 1)
        "second coordinate of the centre" "The square with y in it is 0 for y = {cy}, so that is the second coordinate of the centre."
    centre      = point_at(cx, cy)                     "centre" "The centre is {centre}."
    level : int = coefficient_of(in_x, 0)
        "number without x and y" "The number without x and y is {level}; the square of the radius is what that takes off the squares of the coordinates."
    r2          = cx^2 + cy^2 - level                  "square of the radius"
    area        = pi * r2                              "area of the circle"
  }
  tell circle
  story """
    {who} draws the circle with the equation {circle}.
  """
  ask centre "Where is the centre of the circle?"
  ask area "What is the area of the circle? Give the exact value." (form = "exact")

  mistakes {
    signs     : centre = point_at(-cx, -cy)        "takes the signs as they stand in the equation"
    no_halves : centre = point_at(2 * cx, 2 * cy)  "forgets to halve"
    adds      : r2     = cx^2 + cy^2 + level       "adds the number without x and y"
  }

  vary {
    extend sector on area {
      with k : int in {3, 4, 5, 6, 8}  "number of sectors"
      step one = area / k              "area of one sector"
      say "{who.They cut} the disc into {k} equal sectors."
      ask one "What is the area of one sector? Give the exact value." (form = "exact")
    }
    distract colour {
      with c : word in {"red", "blue", "green"}
      say "{who} draws the circle in {c}."
    }
  }

  test "by hand" {
    with a = -3, b = -4, square = 25
    expect circle == "x^2 + 6*x + y^2 + 8*y = 0"
    expect centre == "(-3, -4)"
    expect r2 == 25
  }
}
