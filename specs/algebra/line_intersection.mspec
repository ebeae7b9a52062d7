mspec 1
use algebra

problem line_intersection {
  meta {
    title: "Where two lines meet"
    grade: 8
    tags: [systems, linear_functions]
  }

  given {
    p, q : int in -5..5            "coordinate of the point"
    m1   : int in {2, 3, 4}        "slope of the first line"
    m2   : int in {-3, -2, -1, 1}  "slope of the second line"
  }

  require {
    p != 0 and q != 0
    q - m1 * p != 0 and q - m2 * p != 0  "no line goes through the origin"
  }

  steps {
    line1   = equal(y, m1 * x + (q - m1 * p))              "first line"
    line2   = equal(y, m2 * x + (q - m2 * p))              "second line"
    both    = equal(right_side(line1), right_side(line2))
        "equation for x" "Where the lines meet, the right sides are equal: {both}."
    xs      = solution(both)  "x-coordinate of the point of intersection" "This gives x = {xs}."
    ys      = evaluate(right_side(line1), xs)
        "y-coordinate of the point of intersection" "In the first equation, y = {ys}."
    meeting = point_at(xs, ys)
        "point of intersection of the two lines" "The lines meet at {meeting}."
  }

  tell line1, line2
  story """
    Consider the lines {line1} and {line2}.
  """
  ask meeting "At which point do they meet?"

  mistakes {
    swapped     : meeting = point_at(ys, xs)  "gives the coordinates in the wrong order" when p != q
    second_line : ys      = evaluate(right_side(line2), -xs)
        "puts x into the second equation with the wrong sign"
  }

  vary {
    extend sum_of_coordinates on meeting {
      step total = coordinate(meeting, 1) + coordinate(meeting, 2)
          "sum of the coordinates of the point of intersection" "The sum of the coordinates of {meeting} is {total}."
      ask "What is the sum of the coordinates of the point where the lines meet?"
    }
  }

  test "worked by hand" {
    with p = 2, q = 3, m1 = 2, m2 = -1
    expect line1 == "y = 2*x - 1"
    expect line2 == "y = -x + 5"
    expect meeting == "(2, 3)"
    expect meeting == system(line1, line2)
  }
}
