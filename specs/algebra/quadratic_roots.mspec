mspec 1
use algebra

problem quadratic_roots {
  meta {
    title: "Quadratic equation with integer solutions"
    grade: 9
    tags: [quadratics, factoring]
  }

  given {
    v    : word in {"x", "t"}  "letter of the unknown"
    p, q : int in -8..8        "solution"
    k    : int in {1, 2, 3}    "leading coefficient"
  }

  require {
    p < q
    p != 0 and q != 0  "the equation has a constant term"
    p + q != 0         "it has a middle term"
  }

  steps {
    eq    = equal(expand(k * (variable(v) - p) * (variable(v) - q)), 0)  "equation"
    shape = factor(left_side(eq))
        "factored form of the left side" "The left side factors: {shape} = 0."
    sols  = roots(shape)
        "set of solutions of the quadratic equation" "A product is zero where one of its factors is, which gives the solutions {sols}."
  }

  tell eq
  story """
    Consider the equation {eq}.
  """
  ask sols "Find all values of {v} that solve it." (order = "any", form = "exact")

  mistakes {
    sign_flip : sols = set_of(-element(roots(shape), 1), -element(roots(shape), 2))
        "reads the solutions off the factors with the wrong signs"
    one_only  : sols = set_of(element(roots(shape), 2))  "stops after one solution"
  }

  vary {
    extend larger on sols {
      step top = element(sols, 2)
          "larger solution of the quadratic equation" "The larger number in {sols} is {top}."
      ask "What is the larger of its two solutions?"
    }
  }

  test "worked by hand" {
    with v = "x", k = 1, p = -2, q = 3
    expect eq == "x^2 - x - 6 = 0"
    expect shape == "(x + 2)*(x - 3)"
    expect sols == "{-2, 3}"
  }
  test "the solutions come back" {
    always sols == set_of(p, q)
  }
}
