mspec 1
use calculus

problem derivative_at_point {
  meta {
    title: "Slope of a curve at a point"
    grade: 11
    tags: [calculus, derivatives]
  }

  given {
    a  : int in {1, 2}             "leading coefficient"
    b  : int in -4..4              "coefficient of the square"
    c  : int in -6..6              "coefficient of x"
    d  : int in {-5, 1, 4}         "constant"
    at : int in {-2, -1, 1, 2, 3}  "place"
  }

  require {
    b != 0 and c != 0
  }

  steps {
    f      = a * x^3 + b * x^2 + c * x + d  "function"
    fprime = derivative(f)                  "derivative" "Term by term, the derivative is {fprime}."
    slope  = evaluate(fprime, at)           "slope" "Its value at x = {at} is the slope, {slope}."
  }

  tell f
  story """
    A curve is the graph of f(x) = {f}.
  """
  ask slope "What is its slope at x = {at}?"

  mistakes {
    height      : slope  = evaluate(f, at)                       "gives the height of the curve"
    keeps_const : fprime = derivative(f) + coefficient_of(f, 0)
        "keeps the constant when differentiating"
  }

  vary {
    extend normal on slope {
      step twice = 2 * slope  "double slope"
      ask "What is twice the slope at x = {at}?"
    }
  }

  test "worked by hand" {
    with a = 1, b = -2, c = 3, d = 4, at = 2
    expect fprime == "3*x^2 - 4*x + 3"
    expect slope == 7
  }
}
