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
    item  : noun in {notebook, calculator, backpack}
    n     : count(item) in 2..12                         "number of {item:plural}"
    price : money in $2.00..$20.00 by $0.50              "price of one {item}"
    off   : percent in {5%, 10%, 20%, 25%, 30%, 40%}     "discount rate"
  }

  steps {
    full        = n * price     "price before the discount"
    cut : money = full * off    "discount"
    paid        = full - cut    "amount paid"
  }

  tell paid
  story """
    A shop sells {item:plural} at {price} each.
    {buyer} buys {n of item} during a sale and pays {paid} in all.
  """
  ask off "What percent discount did the shop give?"

  test "worked by hand" {
    with n = 4, price = $5.00, off = 25%
    expect paid == $15
  }
}
