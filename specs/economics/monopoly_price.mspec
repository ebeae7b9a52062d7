mspec 1
use units.si

problem monopoly_price {
  meta {
    title: "Best price of a single seller"
    grade: 12
    tags: [economics, quadratic_functions, money]
  }

  given {
    who    : person
    seller : word in {"ferry to an island", "only cinema of a small town", "boat trip to the caves", "cable car up a hill"}
    top    : money in $16..$40 by $1    "price at which nobody comes"
    lost   : int in {5, 8, 10, 15, 20}  "number of extra guests for each dollar"
    cost   : money in $2..$12 by $1     "cost of one guest"
  }

  require {
    cost < top / 3  "there is room for a profit"
  }

  steps {
    zeros : money  = top + cost               "sum of the two prices without a profit"
    price : money  = zeros / 2
        "best price" "The profit is largest halfway between the two prices without a profit: at {zeros} ÷ 2 = {price}."
    above          = top - price  "distance of the best price from the price at which nobody comes"
    guests : int   = lost * magnitude(above)  "number of guests a day at the best price"
    profit : money = guests * (price - cost)  "largest profit of a day"
  }

  story """
    {who} runs the {seller}.
    At a price of {top} nobody comes, and for each dollar below that there are {lost} more guests a
      day.
    Each guest costs {who} {cost}, and there are no fixed costs.
  """
  ask price "At what price is the profit largest?"
  ask profit "How large is the profit of a day then?"

  mistakes {
    revenue : price  = top / 2         "makes the takings as large as possible, not the profit"
    no_cost : profit = guests * price  "forgets the costs"
  }

  vary {
    insert tax on cost {
      with fee : money in $1..$4 by $1  "fee for each guest"
      step all_costs = cost + fee       "cost of one guest with the fee"
      say "From this year on, the town takes a fee of {fee} for each guest as well."
    }
    distract years {
      with n : int in 3..30  "number of years"
      say "{who} has been in this business for {n} years."
    }
  }

  test "by hand" {
    with top = $30, lost = 10, cost = $6
    expect price == $18
    expect guests == 120
    expect profit == $1440
  }
  test "any world" {
    always price > cost and price < top
  }
}
