mspec 1
use algebra

problem linear_inequality {
  meta {
    title: "Linear inequality with a negative coefficient"
    grade: 8
    tags: [inequalities]
  }

  given {
    v      : word in {"x", "t"}  "letter of the unknown"
    a      : int in -6..-2       "coefficient of the unknown"
    b      : int in 1..12        "constant on the left"
    r      : int in -6..6        "boundary"
    strict : bool                "whether the boundary is left out"
  }

  require {
    r != 0
    a * r + b != 0
  }

  steps {
    left  = a * variable(v) + b                     "left side"
    ineq  = if strict then less(left, a * r + b) else at_most(left, a * r + b)  "inequality"
    alone = shift(ineq, -term(left_side(ineq), 0))
        "inequality with the constants on the right" "Take the constant on the left away from both sides: {alone}."
    sols  = solution_set(alone)
        "solution set of the inequality" "Dividing by the coefficient of {v}, a negative number, turns the sign round, so the solution set is {sols}."
  }

  tell ineq
  story """
    Consider the inequality {ineq}.
  """
  ask sols "Solve it for {v}, and write the solution set as an interval."

  mistakes {
    adds_constant : alone = shift(ineq, term(left_side(ineq), 0))
        "adds the constant to both sides instead of taking it away"
    not_turned    : sols  = solution_set(more(left_side(alone), right_side(alone)))
        "does not turn the sign round" when strict
  }

  vary {
    extend boundary on sols {
      step limit = solution(equal(left_side(alone), right_side(alone)))
          "boundary of the solution set of the inequality" "The boundary is the number for which both sides of {alone} are equal, {limit}."
      ask "Which number is the boundary of the solution set of the inequality?"
    }
    extend opposite on sols {
      step other = solution_set(at_least(left_side(alone), right_side(alone)))
          "set of all {v} for which the left side is at least as large as the right side" "From {alone}, with the sign ≥ instead, the numbers are those in {other}."
      ask "For which values of {v} is the left side of the inequality at least as large as the right side?"
    }
  }

  test "worked by hand" {
    with v = "x", a = -3, b = 5, r = 2, strict = true
    expect ineq == "-3*x + 5 < -1"
    expect alone == "-3*x < -6"
    expect sols == "(2, oo)"
  }
}
