mspec 1

problem fermat_remainder {
  meta {
    title: "Remainder of a large power"
    grade: 12
    tags: [modular_arithmetic, powers]
  }

  given {
    a : int in 2..9             "base of the power"
    n : int in 50..300          "exponent"
    p : int in {7, 11, 13, 17}  "prime"
  }

  require {
    remainder(a, p) != 0  "Fermat's theorem speaks of bases that the prime does not divide"
    small >= 2            "a power is left"
  }

  steps {
    period = p - 1                   "exponent at which the power leaves 1"
    small  = remainder(n, period)    "remainder of the exponent"
    left   = power_mod(a, small, p)
        "remainder of the power on division by {p}" "By Fermat's theorem {a}^{period} leaves the remainder 1, so {a}^{n} leaves the same remainder as {a}^{small}, which is {left}."
  }

  story """
    The number {a} is raised to the power {n}, and this power is divided by the prime {p}.
  """
  ask left "What is the remainder of the division?"

  mistakes {
    wrong_period : period = p                        "reduces the exponent by the prime itself"
    exponent     : left   = remainder(small, p)      "gives the remainder of the exponent"
    multiplies   : left   = remainder(a * small, p)  "multiplies by the exponent"
  }

  vary {
    distract divisor {
      with k : int in 2..4
      say "The quotient of the division has more than {k} digits."
    }
    extend twice on left {
      step squared = remainder(left^2, p)  "remainder of the square on division by {p}"
      say "The power is then squared, and the square is divided by {p}, too."
      ask "What remainder does the square leave?"
    }
  }

  test "3^100 by 7" {
    with a = 3, n = 100, p = 7
    expect small == 4
    expect left == 4
  }
  test "any world" {
    always left == power_mod(a, n, p)
  }
}
