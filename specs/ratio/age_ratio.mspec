mspec 1

problem age_ratio {
  meta {
    title: "Ages in a ratio with a known sum"
    grade: 6
    tags: [ratio, ages]
    source: "gsm8k-train-2648"
  }

  given {
    p1, p2, p3 : person
    a          : int in 2..9             "part of the ratio for {p1}"
    b          : int in 2..9             "part of the ratio for {p2}"
    c          : int in 2..9             "part of the ratio for {p3}"
    total      : count(year) in 40..180  "sum of the ages"
  }

  require {
    b < a                                              "{p1} is older than {p2}"
    c != a and c != b                                  "three different ages"
    gcd(a, b, c) == 1                                  "the ratio is in lowest terms"
    b * one <= 60 and a * one <= 90 and c * one <= 90  "believable ages"
  }

  steps {
    parts             = a + b + c      "number of equal parts"
    one : count(year) = total / parts  "number of years in one part"
    more              = a - b          "number of parts by which {p1} is ahead"
    gap               = more * one     "difference in age between {p1} and {p2}"
  }

  story """
    The ages of {p1}, {p2} and {p3} are in the ratio {a} : {b} : {c}.
    Together the three are {total of year} old.
  """
  ask gap "How many years older than {p2} is {p1}?"

  mistakes {
    of_three   : one   = total / 3
        "divides the sum by the number of people" when divides(3, total) and a + b + c != 3
    older_only : more  = a          "reports the age of {p1}"
    forgets_c  : parts = a + b      "leaves out the third part" when divides(a + b, total)
  }

  vary {
    extend later on gap {
      with factor : int in 2..3  "factor"
      step wide = factor * gap   "difference in age between the two neighbours"
      when magnitude(wide) <= 40
      say "Two neighbours differ in age by {factor:times} as many years as {p1} and {p2}."
      ask "By how many years do the neighbours differ in age?"
    }
  }

  test "original numbers" {
    with a = 4, b = 3, c = 7, total = 126
    expect one == 9
    expect gap == 9
  }
  test "any world" {
    always gap < total
  }
}
