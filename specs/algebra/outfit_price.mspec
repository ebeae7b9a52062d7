mspec 1

problem outfit_price {
  meta {
    title: "Three prices from their sum"
    grade: 8
    tags: [equations, money]
    source: "gsm8k-train-3842"
  }

  given {
    buyer : person
    price : money in $24..$160 by $4     "price tag of the jacket"
    ratio : rational in {1/4, 1/2, 3/4}  "ratio of the price of the hat to that of the jacket"
    more  : money in $5..$40 by $5       "difference in price between the boots and the jacket"
  }

  steps {
    total          = ratio * price + price + (price + more)  "price of the three together"
    unknown x : money
    jacket : money = solve([ratio * x + x + (x + more) == total], [x]).x  "price of the jacket"
  }

  tell total
  story """
    {buyer} pays {total} in all for a hat, a jacket and a pair of boots.
    The hat costs {ratio:fraction} as much as the jacket.
    The boots cost {more} more than the jacket.
  """
  ask jacket "How much does the jacket cost?"

  mistakes {
    equal_shares : jacket = total / 3            "divides the sum by the number of things"
    forgets_more : jacket = total / (ratio + 2)  "leaves out the difference of the boots"
  }

  vary {
    extend sale on jacket {
      with off : percent in {10%, 20%, 25%, 50%}    "discount rate"
      step reduced : money = jacket - jacket * off  "price of the jacket in the sale"
      say "A week later the jacket is sold at {off} off."
      ask "How much does the jacket cost then?"
    }
  }

  test "original numbers" {
    with ratio = 3/4, more = $10, price = $120
    expect total == $340
    expect jacket == $120
  }
}
