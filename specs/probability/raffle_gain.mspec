mspec 1

problem raffle_gain {
  meta {
    title: "Expected gain in a raffle"
    grade: 9
    tags: [expectation, money]
  }

  given {
    host  : word in {"A school", "A sports club", "A library", "A fire brigade", "A theatre"}
    n     : int in 100..500 by 50       "number of tickets"
    price : money in {$1, $2, $3, $5}   "price of a ticket"
    big   : money in $100..$400 by $50  "amount of the first prize"
    small : money in {$10, $20, $25}    "amount of a second prize"
    many  : int in 4..10                "number of second prizes"
  }

  require {
    value < price  "the raffle earns something"
  }

  steps {
    all_small     = many * small     "value of all second prizes together"
    prizes        = big + all_small  "value of all prizes together"
    value : money = prizes / n       "mean prize of a ticket"
    loss          = price - value    "expected loss on a ticket"
  }

  story """
    {host} sells all {n} tickets of a raffle at {price} each.
    One ticket wins the first prize of {big}, and {many:words} others win a second prize of {small}
      each.
    All other tickets win nothing.
  """
  ask loss "How much does a buyer lose on a ticket, on average?"

  mistakes {
    one_small  : all_small = small                "counts one of the second prizes only"
    no_price   : loss      = value                "forgets the price of the ticket"
    mean_prize : value     = prizes / (many + 1)  "divides by the number of winners"
  }

  vary {
    extend earned on loss {
      step profit = loss * n  "profit of the raffle"
      ask "How much is left of the money for the tickets after all prizes are paid?"
    }
    distract drums {
      with hour : int in 6..9
      say "The draw is at {hour} in the evening."
    }
  }

  test "by hand" {
    with n = 200, price = $2, big = $150, small = $10, many = 5
    expect value == $1
    expect loss == $1
  }
  test "any world" {
    always loss < price
  }
}
