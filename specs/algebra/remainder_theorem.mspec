mspec 1
use algebra

problem remainder_theorem {
  meta {
    title: "Remainder theorem"
    grade: 11
    tags: [polynomials, division]
  }

  given {
    a : int in {1, 2}          "leading coefficient"
    b : int in -4..4           "coefficient of the square"
    c : int in -5..5           "coefficient of x"
    d : int in {-7, -3, 2, 6}  "constant"
    r : int in -3..3           "zero of the divisor"
  }

  require {
    b != 0 and c != 0
    r != 0 and abs(r) >= 2 or r == 1 or r == -1
  }

  steps {
    poly    = a * x^3 + b * x^2 + c * x + d                "polynomial"
    divisor = x - r                                        "divisor"
    rest    = evaluate(poly, -coefficient_of(divisor, 0))
        "remainder of the division by {divisor}" "By the remainder theorem, the remainder is the value of {poly} at the zero of {divisor}, which is {rest}."
  }

  tell poly, divisor
  story """
    The polynomial {poly} is divided by {divisor}.
  """
  ask rest "What is the remainder?"

  mistakes {
    sign     : rest = evaluate(poly, coefficient_of(divisor, 0))
        "puts in the number with the wrong sign"
    constant : rest = coefficient_of(poly, 0)                     "reads off the constant term"
  }

  vary {
    extend the_quotient on rest {
      step whole = poly_quotient(poly, divisor)  "quotient of the division by {divisor}"
      ask "What is the quotient of the division?"
    }
  }

  test "worked by hand" {
    with a = 1, b = -2, c = 3, d = -7, r = 2
    expect poly == "x^3 - 2*x^2 + 3*x - 7"
    expect rest == -1
    expect poly_remainder(poly, divisor) == "-1"
  }
}
