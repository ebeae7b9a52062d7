mspec 1
use algebra

problem factor_trinomial {
  meta {
    title: "Factor a trinomial with a common factor"
    grade: 9
    tags: [quadratics, factoring]
  }

  given {
    v    : word in {"x", "y"}   "letter of the variable"
    k    : int in {2, 3, 4, 5}  "common factor"
    b, d : int in -9..9
  }

  require {
    b < d
    b != 0 and d != 0
    b + d != 0  "a trinomial has a middle term"
  }

  steps {
    trinomial = expand(k * (variable(v) + b) * (variable(v) + d))  "trinomial"
    common    = coefficient_of(trinomial, 2)
        "common factor of the coefficients" "The common factor of all terms is {common}."
    inner     = simplify(trinomial / common)
        "trinomial without the common factor" "Taking {common} out leaves {inner}."
    brackets  = factor(inner)
        "factored form of what is left" "The constants of its two brackets have the last coefficient as product and the middle one as sum: {brackets}."
    answer    = common * brackets  "factored form of the trinomial" "Together that is {answer}."
  }

  tell trinomial
  story """
    Consider the trinomial {trinomial}.
  """
  ask answer "Factor it completely over the integers."

  mistakes {
    loses_factor : answer   = brackets                            "forgets the common factor"
    signs        : brackets = factor(inner - 2 * term(inner, 1))
        "gives the constants in the brackets the wrong signs"
  }

  vary {
    extend sum_of_zeros on answer {
      step zero_set = roots(answer)
          "set of the zeros of the trinomial" "The trinomial is zero where one of its brackets is, which gives the zeros {zero_set}."
      step low_zero = element(zero_set, 1)
          "smaller zero of the trinomial" "The smaller zero in {zero_set} is {low_zero}."
      step high_zero = element(zero_set, 2)
          "larger zero of the trinomial" "The larger zero in {zero_set} is {high_zero}."
      step zero_sum = low_zero + high_zero   "sum of the zeros of the trinomial"
      ask "What is the sum of its two zeros?"
    }
    extend zeros on answer {
      step at_zero = roots(answer)  "set of zeros of the trinomial"
      ask "For which values of {v} is it zero?"
    }
  }

  test "worked by hand" {
    with v = "x", k = 2, b = -3, d = 5
    expect trinomial == "2*x^2 + 4*x - 30"
    expect inner == "x^2 + 2*x - 15"
    expect answer == "2*(x + 5)*(x - 3)"
  }
}
