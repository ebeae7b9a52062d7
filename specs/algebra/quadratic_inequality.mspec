mspec 1
use algebra

problem quadratic_inequality {
  meta {
    title: "Quadratic inequality"
    grade: 10
    tags: [inequalities, quadratics]
  }

  given {
    p, q   : int in -7..7  "zero"
    inside : bool          "whether the solutions lie between the zeros"
  }

  require {
    p < q
    p != 0 and q != 0
    p + q != 0  "a middle term"
  }

  steps {
    poly  = expand((x - p) * (x - q))                            "quadratic"
    ineq  = if inside then less(poly, 0) else at_least(poly, 0)  "inequality"
    zeros = roots(left_side(ineq))
        "set of zeros of the left side" "The left side is zero for the numbers in {zeros}."
    sols  = solution_set(ineq)
        "solution set of the inequality" "The parabola opens upwards and has the zeros {zeros}, so it lies below the x-axis between them only, and the solution set is {sols}."
  }

  tell ineq
  story """
    Consider the inequality {ineq}.
  """
  ask sols "Write its solution set with intervals."

  mistakes {
    outside   : sols = solution_set(more(left_side(ineq), 0))
        "takes the numbers on the other side of the zeros" when inside
    between   : sols = solution_set(at_most(left_side(ineq), 0))
        "takes the numbers on the other side of the zeros" when not inside
    with_ends : sols = solution_set(at_most(left_side(ineq), 0))
        "treats the zeros the wrong way round" when inside
    no_ends   : sols = solution_set(more(left_side(ineq), 0))
        "treats the zeros the wrong way round" when not inside
  }

  vary {
    extend how_many on sols {
      step low_zero = element(zeros, 1)
          "smaller zero of the left side" "The smaller zero in {zeros} is {low_zero}."
      step high_zero = element(zeros, 2)
          "larger zero of the left side" "The larger zero in {zeros} is {high_zero}."
      step gap = high_zero - low_zero     "distance between the zeros of the left side"
      ask "How far apart are the zeros of the left side of the inequality?"
    }
  }

  test "worked by hand" {
    with p = -2, q = 3, inside = true
    expect ineq == "x^2 - x - 6 < 0"
    expect sols == "(-2, 3)"
  }
  test "outside" {
    with p = 1, q = 4, inside = false
    expect ineq == "x^2 - 5*x + 4 >= 0"
    expect sols == "(-oo, 1] U [4, oo)"
  }
}
