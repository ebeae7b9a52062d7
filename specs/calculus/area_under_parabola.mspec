mspec 1
use calculus

problem area_under_parabola {
  meta {
    title: "Area between a parabola and the axis"
    grade: 12
    tags: [calculus, integrals]
  }

  given {
    a    : int in 1..4   "size of the leading coefficient"
    p    : int in -4..3  "left zero"
    wide : int in 1..6   "distance between the zeros"
  }

  require {
    p + wide != 0 and p != 0 or p + wide > 0  "the parabola has a second term"
    2 * p + wide != 0
  }

  steps {
    q     = p + wide                                      "right zero"
    f     = expand(-a * (x - p) * (x - q))                "function"
    zeros = roots(f)
        "set of zeros" "Where the curve meets the x-axis, f(x) is 0. The set of solutions is {zeros}."
    low   = element(zeros, 1)  "left end" "The region begins at x = {low}."
    high  = element(zeros, 2)                             "right end" "It ends at x = {high}."
    whole = antiderivative(f)  "antiderivative" "An antiderivative is F(x) = {whole}."
    area  = evaluate(whole, high) - evaluate(whole, low)
        "area of the region" "The difference F({high}) - F({low}) is the area, {area:fraction}."
  }

  tell f
  story """
    The graph of f(x) = {f} and the x-axis enclose a region.
  """
  ask area "What is the exact area of the region?" (form = "fraction")

  mistakes {
    one_end  : area = evaluate(whole, high)          "puts in the upper end only" when p != 0
    no_power : area = evaluate(f, (low + high) / 2)  "gives the greatest height of the curve"
  }

  vary {
    extend half on area {
      step part = area / 2  "area of the left part of the region"
      say "The axis of the parabola divides the region into a left part and a right part."
      ask "What is the area of the left part?"
    }
  }

  test "worked by hand" {
    with a = 1, p = 0, wide = 4
    expect f == "-x^2 + 4*x"
    expect area == 32/3
    expect area == integral(f, 0, 4)
  }
}
