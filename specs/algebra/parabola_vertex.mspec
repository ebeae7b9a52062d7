mspec 1
use algebra

problem parabola_vertex {
  meta {
    title: "Vertex of a parabola"
    grade: 10
    tags: [quadratics, parabolas]
  }

  given {
    a : int in {-3, -2, -1, 1, 2, 3}  "leading coefficient"
    h : int in -6..6                  "x-coordinate behind the equation"
    k : int in -9..9                  "y-coordinate behind the equation"
  }

  require {
    h != 0 and k != 0
    a * h^2 + k != 0
  }

  steps {
    curve  = equal(y, expand(a * (x - h)^2 + k))  "equation of the parabola"
    square = complete_square(right_side(curve))
        "right side with the square completed" "Completing the square gives y = {square}."
    top    = vertex(square)
        "vertex of the parabola" "The square is zero at the vertex, so that is the point {top}."
  }

  tell curve
  story """
    A parabola has the equation {curve}.
  """
  ask top "What are the coordinates of its vertex?"

  mistakes {
    sign      : top = point_at(-coordinate(vertex(square), 1), coordinate(vertex(square), 2))
        "reads the first coordinate off the bracket with the wrong sign"
    intercept : top = point_at(0, coefficient_of(right_side(curve), 0))
        "gives the point on the y-axis"
  }

  vary {
    extend the_height on top {
      step extreme = coordinate(top, 2)
          "extreme value of y on the parabola" "The extreme value of y is the second coordinate of {top}, which is {extreme}."
      ask "What is the extreme value of y on the parabola?"
    }
  }

  test "worked by hand" {
    with a = 2, h = 3, k = -5
    expect curve == "y = 2*x^2 - 12*x + 13"
    expect square == "2*(x - 3)^2 - 5"
    expect top == "(3, -5)"
  }
}
