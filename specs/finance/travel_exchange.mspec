mspec 1
use money

noun night "night"
noun jacket "jacket"
noun backpack "backpack"
noun watch "watch" "watches"
noun perfume "bottle of perfume" "bottles of perfume"

table wares(item : noun, low : money[€], high : money[€]) {
  jacket,   €60, €180
  backpack, €40, €140
  watch,    €50, €220
  perfume,  €30, €120
}

problem travel_exchange {
  meta {
    title: "Dollars, euros and back"
    grade: 8
    tags: [finance, exchange_rate, money]
  }

  given {
    traveller : person
    ware      : wares
    cash      : money in $100..$400 by $20            "amount exchanged"
    rate      : money[€/$] in €0.84..€0.96 by €0.01   "exchange rate"
    price     : money[€] in €30.00..€220.00 by €2.50  "price of the {ware.item}"
    back_rate : money[€/$] in €0.90..€1.04 by €0.01   "exchange rate on the way back"
  }

  require {
    ware.low <= price and price <= ware.high
    price < euros  "the money is enough"
    back_rate - rate >= €0.04 / $1 and back_rate - rate <= €0.10 / $1
        "banks sell dollars dearer than they buy them"
  }

  steps {
    euros : money[€] = in_euros(cash, rate)         "amount in euros at first"
    left             = euros - price                "amount in euros after the purchase"
    dollars          = in_dollars(left, back_rate)  "amount in dollars after the trip"
  }

  story """
    {traveller} exchanges {cash} at an exchange rate of {rate}.
    {traveller.They buy} {a ware.item} for {price}.
    Back home, {traveller} exchanges what is left at a rate of {back_rate}.
  """
  ask euros "How many euros does {traveller} get at first?"
  ask dollars "How much does {traveller} get back in the end, to the nearest cent?"

  mistakes {
    divides_first : euros   = round(cash * (€1 / $1) * (€1 / $1) / rate, €0.01)
        "divides by the rate instead of multiplying"
    same_rate     : dollars = in_dollars(left, rate)              "uses the first rate again"
    in_one        : dollars = round(magnitude(left) * $1, $0.01)  "takes a euro for a dollar"
  }

  vary {
    distract hotel {
      with nights : count(night) in 2..7
      say "The trip lasts {nights of night}."
    }
  }

  test "worked by hand" {
    with ware = backpack, cash = $200, rate = €0.90, price = €85, back_rate = €0.95
    expect euros == €180
    expect left == €95
    expect dollars == $100
  }
}
