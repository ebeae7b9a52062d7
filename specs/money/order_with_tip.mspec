mspec 1
use lexicon.food

problem order_with_tip {
  meta {
    title: "An order with a delivery fee and a tip"
    grade: 6
    tags: [money, percent]
    source: "gsm8k-train-1188"
  }

  given {
    cook   : person
    client : word in {"company", "sports club", "school", "choir", "orchestra"}
    item   : noun in {sandwich, falafel_wrap, burger, salad}
    n      : count(item) in 8..40             "number of {item:plural}"
    price  : money in $4.00..$12.00 by $0.50  "price of one {item}"
    fee    : money in $5..$25 by $5           "delivery fee"
    tip    : percent in {5%, 10%, 15%, 20%}   "rate of the tip"
  }

  steps {
    food          = n * price     "price of all the {item:plural}"
    bill          = food + fee    "bill with the delivery"
    extra : money = bill * tip    "tip"
    paid          = bill + extra  "amount received by {cook}"
  }

  story """
    {cook} runs a snack bar and sells {item:plural} for {price | "one fixed price"} each.
    {A client} orders {n of item} for a meeting.
    The delivery costs {fee}, and the {client} adds a tip of {tip} of the whole bill, delivery
      included.
  """
  ask paid "How much money {does cook.they} receive in all?"

  mistakes {
    tip_on_food : extra = food * tip  "takes the tip of the food only"
    no_tip      : paid  = bill        "forgets the tip"
    no_fee      : bill  = food        "leaves out the delivery fee"
  }

  vary {
    insert sauce on food {
      with dip : money in $2..$9  "price of the sauces"
      step order = food + dip     "price of the order with the sauces"
      say after n "Sauces for {dip} are added to the order."
    }
  }

  test "original numbers" {
    with price = $5, n = 18, fee = $20, tip = 10%
    expect bill == $110
    expect paid == $121
  }
}
