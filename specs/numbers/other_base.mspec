mspec 1

problem other_base {
  meta {
    title: "A number in another base"
    grade: 8
    tags: [bases, place_value]
  }

  given {
    n    : int in 100..600  "number"
    base : int in 5..8      "base"
  }

  require {
    remainder(n, base) != 0  "the last digit is not 0"
  }

  steps {
    d0      = remainder(n, base)                   "last digit"
    q1      = quotient(n, base)                    "first quotient"
    d1      = remainder(q1, base)                  "second digit from the right"
    q2      = quotient(q1, base)                   "second quotient"
    d2      = remainder(q2, base)                  "third digit from the right"
    d3      = quotient(q2, base)                   "third quotient"
    written = 1000 * d3 + 100 * d2 + 10 * d1 + d0
        "numeral in base {base}, read as a number in base 10" "Read from the last to the first, the digits give {written}."
  }

  story """
    Our usual numerals are in base 10.
    The number {n} is to be written in base {base}.
  """
  ask written "How is the number written in base {base}?"

  mistakes {
    backwards      : written = 1000 * d0 + 100 * d1 + 10 * d2 + d3
        "writes the remainders in the order in which they are found"
    quotient_first : written = 10 * q1 + d0  "stops after the first division"
  }

  vary {
    distract spare {
      with m : int in 2..4
      say "Computers get by with only two digits, 0 and 1."
    }
    extend digits on written {
      step total = digit_sum(written)  "sum of the digits in base {base}"
      ask "What is the sum of the digits that the number has in base {base}?"
    }
  }

  test "by hand" {
    with n = 194, base = 5
    expect written == 1234
  }
  test "any world" {
    always from_base(written, base) == n
    always in_base(n, base) == written
  }
}
