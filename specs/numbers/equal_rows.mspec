mspec 1
use lexicon.school

problem equal_rows {
  meta {
    title: "How many ways to make equal rows"
    grade: 7
    tags: [divisors, primes]
  }

  given {
    helper : person
    item   : noun in {chair, desk, bench}
    p      : int in {2, 3, 5}  "first prime"
    q      : int in {3, 5, 7}  "second prime"
    i      : int in 2..4       "exponent of {p}"
    j      : int in 1..2       "exponent of {q}"
  }

  require {
    p < q
    n <= 200  "as many as fit into a hall"
  }

  steps {
    n : count(item) = p^i * q^j          "number of {item:plural}"
    ways            = (i + 1) * (j + 1)  "number of ways to set up the {item:plural} in equal rows"
  }
  tell n

  story """
    {helper} has to set up {n of item} in a hall, in rows with the same number of {item:plural} in
      each.
    As a product of primes, the number of {item:plural} is {p}^{i} × {q}^{j}.
    A single row is allowed, and so are rows of one.
  """
  ask ways "How many different numbers of rows are possible?"

  mistakes {
    exponents : ways = i * j      "multiplies the exponents"
    adds      : ways = i + j + 2  "adds where it should multiply"
    primes    : ways = i + j      "counts the prime factors"
  }

  vary {
    distract aisle {
      with aisles : int in 2..3
      say "The hall has {aisles} doors."
    }
    extend real_rows on ways {
      step left = ways - 2  "number of ways that the caretaker allows"
      say "The caretaker then forbids a single row and rows of one."
      ask "How many numbers of rows are still possible?"
    }
  }

  test "72" {
    with p = 2, q = 3, i = 3, j = 2
    expect n == 72
    expect ways == 12
  }
  test "any world" {
    always divisor_count(magnitude(n)) == ways
  }
}
