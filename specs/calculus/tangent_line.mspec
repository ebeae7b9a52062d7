mspec 1
use calculus

problem tangent_line {
  meta {
    title: "Tangent to a parabola"
    grade: 11
    tags: [calculus, tangents]
  }

  given {
    a  : int in {-2, -1, 1, 2}         "leading coefficient"
    b  : int in -5..5                  "coefficient of x"
    c  : int in -6..6                  "constant"
    at : int in {-3, -2, -1, 1, 2, 3}  "place"
  }

  require {
    b != 0 and c != 0
    2 * a * at + b != 0  "the tangent is not level"
  }

  steps {
    f      = a * x^2 + b * x + c                          "function"
    slope  = evaluate(derivative(f), at)
        "slope of the tangent" "The derivative at x = {at} is {slope}, the slope of the tangent."
    height = evaluate(f, at)
        "height of the point of contact" "The point of contact has the height {height}."
    line   = equal(y, expand(slope * (x - at) + height))
        "equation of the tangent" "The line with this slope through this point is {line}."
  }

  tell f
  story """
    A parabola is the graph of f(x) = {f}.
    A tangent touches it at x = {at}.
  """
  ask line "What is the equation of this tangent?"

  mistakes {
    through_origin : line = equal(y, expand(slope * x))
        "forgets that the line goes through the point"
    sign           : line = equal(y, expand(slope * (x + at) + height))
        "moves the line the wrong way"
  }

  vary {
    extend where_it_cuts on line {
      step cut = coefficient_of(right_side(line), 0)
          "y-intercept of the tangent" "The constant in {line} is the y-intercept of the tangent, {cut}."
      ask "What is the y-intercept of this tangent?"
    }
  }

  test "worked by hand" {
    with a = 1, b = -3, c = 5, at = 2
    expect slope == 1
    expect height == 3
    expect line == "y = x + 1"
    expect line == tangent(f, at)
  }
}
