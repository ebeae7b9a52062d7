mspec 1
use numbers

problem far_decimal {
  meta {
    title: "A decimal place far out"
    grade: 11
    tags: [modular_arithmetic, decimals, powers]
  }

  given {
    who   : person
    below : int in {7, 11, 13, 14, 17, 19, 21, 23, 27, 28, 29, 31, 37, 41}  "denominator"
    above : int in 1..40             "numerator"
    n     : int in 101..3001 by 100  "decimal place"
  }

  require {
    above < below
    are_coprime(above, below)
  }

  steps {
    before = power_mod(10, n - 1, below)
        "remainder of the power of ten" "Powers of 10 leave remainders that repeat: 10^({n:bare} - 1) leaves {before} when divided by {below}."
    rest   = remainder(above * before, below)
        "remainder of long division before that place" "Before that place, the remainder of the long division is that of {above} × {before} divided by {below}: {rest}."
    d      = quotient(10 * rest, below)
        "digit at the place where {who} stops" "The digit at that place is how often {below} goes into 10 × {rest}: {d}."
  }

  story """
    {who} works out {above} ÷ {below} as a decimal, place after place.
    {who.They stop} at the {n:ordinal} decimal place.
  """
  ask d "At which digit {does who.they} stop?"
  hint "After how many places do the remainders of the division repeat?"

  mistakes {
    one_late : before = power_mod(10, n, below)  "goes one place too far"
    no_above : rest   = before                   "takes 1 for the numerator" when above != 1
  }

  vary {
    extend two_digits_on on d {
      step next_digit = quotient(10 * remainder(10 * rest, below), below)  "digit in the next place"
      step both = d + next_digit  "sum of the digits that {who} adds"
      say "{who} adds the digit at which {who.they stop} and the one after it."
      ask both "What is the sum of these two digits?"
    }
    distract age {
      with years : count(year) in 12..17
      say "{who} is {years of year} old."
    }
  }

  test "by hand: 1/7 = 0.142857…, and 101 leaves 5 when divided by 6" {
    with below = 7, above = 1, n = 101
    expect d == 5
  }
  test "any world" {
    always 0 <= d and d <= 9
  }
}
