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
    slope  = evaluate(fprime, at)
        "slope of the curve at x = {at}" "Its value at x = {at} is the slope, {slope}."
  }

  tell f
  story """
    A curve is the graph of f(x) = {f}.
    One of its points has the x-coordinate {at}.
  """
  ask slope "What is the slope of the curve there?"

  mistakes {
    height      : slope  = evaluate(f, at)                       "gives the height of the curve"
    keeps_const : fprime = derivative(f) + coefficient_of(f, 0)
        "keeps the constant when differentiating"
  }

  vary {
    extend normal on slope {
      step twice = 2 * slope  "slope of the second curve at x = {at}"
      say "A second curve is the graph of g(x) = 2f(x)."
      ask "What is the slope of the second curve at x = {at}?"
    }
  }

  test "worked by hand" {
    with a = 1, b = -2, c = 3, d = 4, at = 2
    expect fprime == "3*x^2 - 4*x + 3"
    expect slope == 7
  }
}
