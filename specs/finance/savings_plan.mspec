mspec 1
use finance
use lexicon.people

problem savings_plan {
  meta {
    title: "Yearly deposits with interest"
    grade: 9
    tags: [finance, interest, recurrence]
  }

  given {
    saver   : person
    start   : money in $200..$1000 by $50          "first deposit"
    deposit : money in $100..$600 by $50           "yearly deposit"
    rate    : percent in {1.5%, 2%, 2.5%, 3%, 4%}  "interest rate"
    years   : count(year) in 2..5                  "number of years"
  }

  steps {
    balance : money = iterate(k in 1..years, from start, next balance_after_deposit(it, rate, deposit))
        "balance after year {k}"
    paid_in         = start + years * deposit  "total of all deposits"
    interest        = balance - paid_in        "total interest on the account"
  }

  story """
    {saver} opens an account with {start | "a first deposit"}.
    At the end of every year the bank adds {rate} interest, rounded to the nearest cent, and then
      {saver.they pay} in another {deposit}.
    {saver} keeps the account for {years of year}.
  """
  ask balance "How much is in the account in the end, just after the last deposit?"
  ask interest "How much of that is interest?"

  mistakes {
    simple      : balance  = start + start * rate * years + deposit * years
        "pays interest on the first deposit only"
    no_deposits : balance  = start + start * rate * years  "leaves out the yearly deposits"
    all_of_it   : interest = balance - start               "takes the yearly deposits for interest"
  }

  vary {
    distract branch {
      with clients : count(customer) in 800..4000 by 100
      say "The branch of the bank has {clients of customer}."
    }
  }

  test "two years" {
    with start = $200, deposit = $100, rate = 4%, years = 2
    expect balance == $420.32
    expect interest == $20.32
  }
  test "in any world" {
    always balance > paid_in
  }
}
