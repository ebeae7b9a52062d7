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
    price : money in $20..$200 by $4                         "price of the trousers"
    ratio : rational in {1/4, 1/2, 3/4}                      "price of the shirt as a fraction of that of the trousers"
    more  : money in $5..$40 by $5                           "how much more the shoes cost than the trousers"
  }

  steps {
    total = ratio * price + price + (price + more)   "price of the three together"
    unknown x : money
    trousers : money = solve([ratio * x + x + (x + more) == total], [x]).x   "price of the trousers"
  }

  tell total
  story """
    {buyer} buys a shirt, a pair of trousers and a pair of shoes for {total} in all.
    The shirt costs {ratio:fraction} of what the trousers cost, and the shoes cost {more} more than the trousers.
  """
  ask trousers "How much do the trousers cost?"

  test "original numbers" {
    with ratio = 3/4, more = $10, price = $120
    expect total == $340
    expect trousers == $120
  }
}
