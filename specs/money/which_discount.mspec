mspec 1
use lexicon.school

problem which_discount {
  meta {
    title: "Find the discount rate from the price paid"
    grade: 7
    tags: [percent, money, backwards]
  }

  given {
    buyer : person
    item  : noun in {notebook, folder, paintbrush, pencil_case, scissors}
    n     : count(item) in 2..12                           "number of {item:plural}"
    price : money in $2.00..$6.00 by $0.25                 "usual price of one {item}"
    off   : percent in {5%, 10%, 15%, 20%, 25%, 30%, 40%}  "discount rate of the sale"
  }

  steps {
    full        = n * price   "usual price of all the {item:plural}"
    cut : money = full * off  "discount on all the {item:plural}"
    paid        = full - cut  "amount paid for all the {item:plural}"
  }

  tell paid
  story """
    A shop usually sells {item:plural} at {price} each.
    In a sale all its prices are lowered by the same percentage.
    {buyer} buys {n of item} in the sale and pays {paid} in all.
  """
  ask off "By what percentage are the prices lowered?"

  mistakes {
    of_paid    : off = cut / paid   "takes the discount as a part of the price paid"
    price_left : off = paid / full  "gives the percentage that is paid instead of the one taken off"
  }

  vary {
    distract older {
      with years : count(year) in 2..40  "age of the shop"
      say "The shop is {years of year} old."
    }
  }

  test "worked by hand" {
    with n = 4, price = $5.00, off = 25%
    expect paid == $15
  }
}
