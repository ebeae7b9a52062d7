mspec 1
use finance
use lexicon.things

problem simple_loan {
  meta {
    title: "Simple interest between friends"
    grade: 7
    tags: [finance, percent, interest]
  }

  given {
    lender, borrower : person
    item             : noun in {bicycle, laptop, guitar, camera}
    sum_lent         : money in $120..$900 by $20           "sum lent"
    rate             : percent in 2%..6% by 1%              "interest rate"
    months           : count(month) in {3, 4, 6, 8, 9, 10}  "number of months"
  }

  steps {
    interest : money = simple_interest_for_months(sum_lent, rate, months)  "interest on the loan"
    back             = sum_lent + interest  "amount that {borrower} pays back"
  }

  story """
    {lender} lends {borrower} {sum_lent | "some money"} for {a item}.
    They agree on simple interest of {rate} a year.
    {borrower} pays back everything after {months of month}.
  """
  ask back "How much does {borrower} pay back?"

  mistakes {
    full_year : interest = sum_lent * rate  "takes the interest for a whole year"
    monthly   : interest = sum_lent * rate * magnitude(months)
        "takes the yearly rate for every month"
    only_cost : back     = interest                             "reports the interest only"
  }

  vary {
    distract price {
      with price : money in $950..$1400 by $50
      say "A new {item} of that kind costs {price} in the shop."
    }
    invert which_sum on sum_lent {
      replace sum_lent "{lender} lends {borrower} some money for {a item}."
      say "The amount that {borrower} pays back is {back}."
      ask "How much did {lender} lend {borrower}?"
    }
  }

  test "worked by hand" {
    with sum_lent = $400, rate = 3%, months = 6
    expect interest == $6
    expect back == $406
  }
}
