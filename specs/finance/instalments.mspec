mspec 1
use finance

noun sofa "sofa"
noun fridge "fridge"
noun television "television"
noun laptop_computer "laptop"

table goods(item : noun, low : money, high : money) {
  sofa,            $500, $1500
  fridge,          $400, $1200
  television,      $300, $1000
  laptop_computer, $500, $1500
}

problem instalments {
  meta {
    title: "The extra cost of paying by instalments"
    grade: 8
    tags: [finance, percent, money]
  }

  given {
    buyer        : person
    thing_bought : goods
    price        : money in $300..$1500 by $20          "cash price"
    deposit      : percent in {10%, 15%, 20%, 25%}      "deposit rate"
    months       : count(month) in {6, 10, 12, 18, 24}  "number of instalments"
    monthly      : money in $15..$160 by $1             "instalment"
  }

  require {
    thing_bought.low <= price and price <= thing_bought.high
    extra >= price * 4% and extra <= price * 18%  "a believable extra cost"
  }

  steps {
    down : money    = price * deposit                           "deposit"
    paid            = instalments_total(down, monthly, months)  "amount paid in all"
    extra           = paid - price                              "extra cost of the instalments"
    share : percent = extra / price  "extra cost as a percentage of the cash price"
  }

  story """
    {A thing_bought.item} costs {price} in cash.
    {buyer} pays a deposit of {deposit} and then {monthly} a month for {months of month}.
  """
  ask extra "How much more than the cash price does {buyer} pay?"
  ask share "What percentage of the cash price is that, to the nearest tenth of a percent?" (round = 1)

  mistakes {
    no_deposit : paid  = monthly * months  "leaves out the deposit"
    of_total   : share = extra / paid      "takes the share of the amount paid"
  }

  vary {
    distract age {
      with years : count(year) in 2..5
      say "The shop gives a guarantee of {years of year}."
    }
  }

  test "worked by hand" {
    with thing_bought = television, price = $500, deposit = 20%, months = 10, monthly = $45
    expect paid == $550
    expect extra == $50
    expect share == 10%
  }
  test "in any world" {
    always paid > price
  }
}
