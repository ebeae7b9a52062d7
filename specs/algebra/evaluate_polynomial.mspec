mspec 1
use algebra

problem evaluate_polynomial {
  meta {
    title: "Value of a polynomial"
    grade: 7
    tags: [polynomials, substitution]
  }

  given {
    v  : word in {"x", "t"}     "letter of the variable"
    a  : int in {-2, -1, 2, 3}  "leading coefficient"
    b  : int in -5..5           "middle coefficient"
    c  : int in {-7, -2, 3, 5}  "constant"
    at : int in -4..-2          "value of the variable"
  }

  require {
    b != 0 and c != 0
  }

  steps {
    poly   = a * variable(v)^2 + b * variable(v) + c  "expression"
    square = evaluate(term(poly, 2), at)
        "value of the first term" "The first term has the value {square}."
    middle = evaluate(term(poly, 1), at)
        "value of the second term" "The second term has the value {middle}."
    last   = coefficient_of(poly, 0)                  "constant term" "The last term is {last}."
    answer = square + middle + last                   "value of the expression for {v} = {at}"
  }

  tell poly
  story """
    Consider the expression {poly} for {v} = {at}.
  """
  ask answer "What is its value?"

  mistakes {
    square_sign : square = -evaluate(term(poly, 2), at)
        "takes the square of a negative number for negative"
    middle_sign : middle = -evaluate(term(poly, 1), at)  "loses the sign of {v} in the second term"
  }

  vary {
    extend change on answer {
      step at_zero = -(square + middle)
          "change of the value of the expression from {v} = {at} to {v} = 0" "For {v} = 0 only the constant term is left: the values {square} and {middle} of the first two terms go away, which is a change of {at_zero}."
      ask "What is the change of the value of the expression from {v} = {at} to {v} = 0?"
    }
  }

  test "worked by hand" {
    with v = "x", a = 2, b = -3, c = 5, at = -2
    expect poly == "2*x^2 - 3*x + 5"
    expect square == 8
    expect middle == 6
    expect answer == 19
  }
}
