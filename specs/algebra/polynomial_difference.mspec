mspec 1
use algebra

problem polynomial_difference {
  meta {
    title: "Difference of two polynomials"
    grade: 9
    tags: [polynomials]
  }

  given {
    v      : word in {"x", "t"}         "letter of the variable"
    a1, a2 : int in {2, 3, 5, 7}        "leading coefficient"
    b1, b2 : int in {-6, -4, -1, 2, 5}  "middle coefficient"
    c1, c2 : int in {-8, -3, 1, 4, 9}   "constant"
  }

  require {
    a1 != a2 and b1 != b2 and c1 != c2  "no term goes away"
  }

  steps {
    first  = a1 * variable(v)^2 + b1 * variable(v) + c1  "first polynomial"
    second = a2 * variable(v)^2 + b2 * variable(v) + c2  "second polynomial"
    minus2 = expand(-second)
        "second polynomial with all its signs changed" "Taking the second polynomial away is adding it with all its signs changed, {minus2}."
    answer = expand(first + minus2)
        "first polynomial minus the second" "Adding like terms gives {answer}."
  }

  tell first, second
  story """
    Two polynomials are {first} and {second}.
  """
  ask answer "What do you get if you subtract the second one from the first?"

  mistakes {
    first_sign_only : minus2 = expand(second - 2 * term(second, 2))  "changes the first sign only"
    wrong_way       : answer = expand(second - first)
        "takes the first polynomial away from the second"
  }

  vary {
    extend at_one on answer {
      step value = evaluate(answer, 1)
          "value of D for {v} = 1" "For {v} = 1, {answer} has the value {value}."
      say "D is the first polynomial minus the second."
      ask "What is the value of D for {v} = 1?"
    }
  }

  test "worked by hand" {
    with v = "x", a1 = 5, b1 = -4, c1 = 1, a2 = 2, b2 = 5, c2 = -3
    expect minus2 == "-2*x^2 - 5*x + 3"
    expect answer == "3*x^2 - 9*x + 4"
  }
}
