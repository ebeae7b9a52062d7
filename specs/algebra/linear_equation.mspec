mspec 1
use algebra

problem linear_equation {
  meta {
    title: "Linear equation with the unknown on both sides"
    grade: 8
    tags: [linear_equations]
  }

  given {
    v : word in {"x", "n"}  "letter of the unknown"
    r : int in -6..6        "number behind the equation"
    a : int in 4..7         "coefficient on the left"
    c : int in 2..3         "coefficient on the right"
    b : int in -6..6        "constant on the left"
  }

  require {
    r != 0 and b != 0
    d != 0 and d != b and abs(d) <= 60
  }

  steps {
    d      = (a - c) * r + b                                  "constant on the right"
    eq     = equal(a * variable(v) + b, c * variable(v) + d)  "equation"
    moved  = shift(eq, -term(right_side(eq), 1))
        "equation with the unknown on the left" "Take the term with {v} on the right away from both sides: {moved}."
    alone  = shift(moved, -term(left_side(moved), 0))
        "equation with the constants on the right" "Take the constant on the left away from both sides: {alone}."
    answer = solution(alone)
        "value of {v}" "Divide both sides by the coefficient of {v}: {v} = {answer}."
  }

  tell eq
  story """
    Consider the equation {eq}.
  """
  ask answer "What is {v}?"

  mistakes {
    adds_constant : alone = shift(moved, term(left_side(moved), 0))
        "adds the constant on the left instead of taking it away on the right"
    other_side    : moved = shift(eq, term(right_side(eq), 1))
        "adds the term of the right side instead of taking it away"
  }

  vary {
    extend value on answer {
      with k : int in 2..5      "factor"
      step scaled = k * answer  "value of {k}{v}"
      ask "What is the value of {k}{v}?"
    }
  }

  test "worked by hand" {
    with v = "x", r = 4, a = 5, c = 2, b = -5
    expect eq == "5*x - 5 = 2*x + 7"
    expect moved == "3*x - 5 = 7"
    expect alone == "3*x = 12"
    expect answer == 4
  }
}
