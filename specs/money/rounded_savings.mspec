mspec 1

problem rounded_savings {
  meta {
    title: "Interest rounded to the cent each year"
    grade: 8
    tags: [money, percent, recurrence]
  }

  given {
    saver : person
    start : money in $100..$900 by $20  "deposit"
    r     : percent in 2%..6% by 0.5%   "interest rate"
    years : count(year) in 2..5         "number of years of saving"
  }

  steps {
    balance : money = iterate(k in 1..years, from start, next round(it * (1 + r), $0.01))
        "balance after year {k}"
    earned          = balance - start  "interest earned on the account in total"
  }

  story """
    {saver} deposits {start} in a savings account and leaves the money there for {years of year}.
    The account pays {r} interest a year.
    At the end of each year the interest is added to the balance, which is then rounded to the
      nearest cent (half a cent upwards).
  """
  ask earned "How much interest does the account earn in all?"

  mistakes {
    reports_balance : earned = balance            "reports the balance instead of the interest"
    simple_interest : earned = start * r * years  "pays interest on the deposit only"
  }

  vary {
    extend tax on earned {
      with kept : percent in {10%, 20%, 25%}                "tax rate"
      step net : money = round(earned * (1 - kept), $0.01)  "interest left after tax"
      say "Of all this interest, {kept} is paid as tax, and what remains is rounded to the nearest cent (half a cent upwards)."
      ask "How much of the interest remains after tax?"
    }
  }

  test "two years" {
    with start = $100, r = 5%, years = 2
    expect balance == $110.25
    expect earned == $10.25
  }
}
