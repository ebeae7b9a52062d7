mspec 1
use money

noun drink_served "drink"

problem restaurant_bill {
  meta {
    title: "Tax, tip and an equal share"
    grade: 7
    tags: [finance, percent, money]
  }

  given {
    host   : person
    n      : count(human) in 2..6                      "number of people at the table"
    meal   : money[1/human] in $9..$24 by $0.50        "price of a main course"
    drink  : money[1/drink_served] in $2..$6 by $0.25  "price of a drink"
    drinks : count(drink_served) in 2..10              "number of drinks"
    tax    : percent in {5%, 6%, 7%, 8%}               "sales tax"
    tip    : percent in {15%, 18%, 20%}                "tip"
  }

  require {
    magnitude(n) <= magnitude(drinks) and magnitude(drinks) <= 2 * magnitude(n)
  }

  steps {
    food          = n * meal + drinks * drink   "sum of the prices of the food and drinks"
    tax_paid      = tax_on(food, tax)           "tax"
    tip_paid      = tip_on(food, tip)           "tip"
    paid          = food + tax_paid + tip_paid  "amount of the bill with tax and tip"
    share : money = paid / n                    "share of the bill for each person"
  }

  story """
    {host} is one of {n:words of human} who eat together at a restaurant.
    Each person has a main course at {meal:bare}, and together they have {drinks of drink_served} at
      {drink:bare} each.
    A sales tax of {tax} is added to these prices.
    The guests also leave a tip of {tip} of the prices before tax and share everything equally.
  """
  ask paid "How much do the guests pay in all?"
  ask share "How much is {host.their} share?"

  mistakes {
    tip_on_tax : tip_paid = tip_on(food + tax_paid, tip)  "takes the tip from the bill with tax"
    no_tip     : paid     = food + tax_paid               "leaves out the tip"
    one_tax    : paid     = food + tip_paid               "leaves out the tax"
  }

  vary {
    distract time {
      with hours : int in 1..2
      say "The meal takes more than {hours:words} hour{if hours != 1}s{end}."
    }
  }

  test "worked by hand" {
    with n = 4, meal = $15, drink = $4, drinks = 5, tax = 5%, tip = 20%
    expect food == $80
    expect tax_paid == $4
    expect paid == $100
    expect share == $25
  }
}
