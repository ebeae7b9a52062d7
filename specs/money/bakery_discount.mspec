mspec 1
use lexicon.food

problem bakery_discount {
  meta {
    title: "Percent off a bakery order"
    grade: 6
    tags: [percent, money]
  }

  given {
    kid   : person
    item  : noun in {muffin, bagel, cookie, eclair}
    n     : count(item) in 2..24                  "number of {item:plural}"
    price : money in $0.50..$6.00 by $0.25        "price of one {item}"
    off   : percent in {10%, 15%, 20%, 25%, 40%}  "discount rate"
  }

  require {
    n * price >= $5  "a bill that is worth a discount"
  }

  steps {
    full        = n * price   "price before the discount"
    cut : money = full * off  "discount"
    paid        = full - cut  "amount paid"
  }

  story """
    {kid} buys {n of item} at {price} each.
    The bakery takes {off | "a certain percentage"} off the bill.
  """
  ask paid "How much {does kid.they} pay?"

  mistakes {
    paid_discount : paid = cut         "reports the discount instead of the price paid"
    adds_instead  : paid = full + cut  "adds the discount"
    one_item      : full = price       "forgets to multiply by the number bought"
  }

  vary {
    insert second_order on n {
      with extra : count(item) in 1..6  "number added"
      step more = n + extra             "number of {item:plural} after the second order"
      say "Before paying, {kid.they add} {extra of item} to the order."
    }
    extend cash_change on paid {
      with cash : money in {$20, $50, $100}
      when cash > paid
      step change = cash - paid  "change"
      say "{kid.They hand} over {cash}."
      ask "How much change {does kid.they} get?"
    }
    invert which_rate on off {
      say "{kid.They pay} {paid}."
      ask "What percent did the bakery take off?"
    }
    distract opening {
      with age : count(year) in 5..40
      say "The bakery has been open for {age of year}."
    }
  }

  test "worked by hand" {
    with n = 12, price = $2.50, off = 20%
    expect full == $30
    expect paid == $24
  }
  test "any world" {
    always cut < full
  }
}
