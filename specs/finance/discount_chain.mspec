mspec 1
use finance
use lexicon.things

table wares(item : noun, low : money, high : money) {
  coat,    $60,  $240
  scarf,   $12,  $40
  guitar,  $120, $400
  camera,  $200, $800
  bicycle, $180, $800
}

problem discount_chain {
  meta {
    title: "One discount after another"
    grade: 8
    tags: [finance, percent, money]
  }

  given {
    buyer  : person
    ware   : wares
    price  : money in $12..$800 by $4                   "usual price of the {ware.item}"
    first  : percent in {10%, 20%, 25%, 30%, 40%, 50%}  "first discount rate"
    second : percent in {5%, 10%, 15%, 20%}             "second discount rate"
  }

  require {
    ware.low <= price and price <= ware.high
    first > second
  }

  steps {
    sale : money         = price * (1 - first)             "sale price of the {ware.item}"
    paid : money         = sale * (1 - second)             "price that {buyer} pays"
    whole_rate : percent = 1 - (1 - first) * (1 - second)
        "total discount as a percentage of the usual price"
  }

  story """
    The usual price of {a ware.item} is {price}, and in a sale it is {first} lower.
    {buyer} has a voucher for another {second} off the sale price.
  """
  ask paid "How much does {buyer} pay for the {ware.item}?"
  ask whole_rate "By what percentage of the usual price do both discounts together lower it?"

  mistakes {
    adds_rates   : paid       = price * (1 - first - second)  "adds the two rates"
    voucher_only : sale       = price                         "leaves out the sale"
    off_both     : whole_rate = first + second                "adds the two rates for the answer"
  }

  vary {
    distract stock {
      with left : count(thing) in 3..12
      say "The shop has {left} such {ware.item:plural} left."
    }
    invert which_price on price {
      replace price "In a sale {a ware.item} is {first} cheaper than usual."
      say "{buyer} pays {paid} for the {ware.item}."
      ask "What is the usual price of the {ware.item}?"
    }
  }

  test "worked by hand" {
    with ware = coat, price = $100, first = 20%, second = 10%
    expect paid == $72
    expect whole_rate == 28%
  }
  test "in any world" {
    always whole_rate < first + second
  }
}
