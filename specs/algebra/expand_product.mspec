mspec 1
use algebra

problem expand_product {
  meta {
    title: "Expand a product of two brackets"
    grade: 8
    tags: [polynomials, expanding]
  }

  given {
    v    : word in {"x", "n"}  "letter of the variable"
    a, c : int in 1..4
    b, d : int in -6..6
  }

  require {
    b != 0 and d != 0   "two terms in each bracket"
    gcd(a, abs(b)) == 1 and gcd(c, abs(d)) == 1
    a * d + b * c != 0  "the answer has a middle term"
    a != c or b != d    "two different brackets"
  }

  steps {
    left    = a * variable(v) + b            "first bracket"
    right   = c * variable(v) + d            "second bracket"
    firsts  = expand(term(left, 1) * right)
        "product of the first term of the first bracket with the second bracket" "Multiply the second bracket by the first term of the first: {firsts}."
    seconds = expand(term(left, 0) * right)
        "product of the second term of the first bracket with the second bracket" "Multiply it by the second term: {seconds}."
    answer  = expand(firsts + seconds)
        "expanded form of the product" "Collect like terms: {firsts} + ({seconds}) = {answer}."
  }

  tell left, right
  story """
    Consider the product ({left})({right}).
  """
  ask answer "Expand it and collect like terms."

  mistakes {
    outer_only : answer  = expand(term(left, 1) * term(right, 1) + term(left, 0) * term(right, 0))
        "multiplies first with first and last with last only"
    forgets    : seconds = term(left, 0) * term(right, 1)
        "does not multiply the last term by the second term of the first bracket"
    sign       : answer  = expand(firsts - seconds)        "takes the second product away"
  }

  vary {
    extend at_a_point on answer {
      with at : int in 1..5              "value of the variable"
      step value = evaluate(answer, at)  "value of the expanded form for {v} = {at}"
      ask "What is the value of the expanded form for {v} = {at}?"
    }
  }

  test "worked by hand" {
    with v = "x", a = 2, b = -3, c = 1, d = 5
    expect firsts == "2*x^2 + 10*x"
    expect seconds == "-3*x - 15"
    expect answer == "2*x^2 + 7*x - 15"
  }
}
