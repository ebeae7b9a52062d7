mspec 1

noun dish "dish" "dishes"

problem catering_budget {
  meta {
    title: "Two dishes in a ratio and their cost"
    grade: 6
    tags: [ratio, money]
    source: "gsm8k-train-1358"
  }

  given {
    host  : person
    event : word in {"wedding", "jubilee", "class reunion", "company dinner"}
    d1    : word in {"steak", "salmon", "lamb"}    "dearer dish"
    d2    : word in {"chicken", "pasta", "curry"}  "cheaper dish"
    total : count(dish) in 24..160                 "number of guests"
    k     : int in 2..5                            "ratio of the {d1} orders to the {d2} orders"
    p1    : money[1/dish] in $18..$40              "price of one {d1} dish"
    p2    : money[1/dish] in $9..$20               "price of one {d2} dish"
  }

  require {
    p2 < p1  "{d1} costs more"
  }

  steps {
    parts            = k + 1          "number of equal parts"
    n2 : count(dish) = total / parts  "number of {d2} dishes"
    n1               = k * n2         "number of {d1} dishes"
    c1               = n1 * p1        "cost of the {d1} dishes"
    c2               = n2 * p2        "cost of the {d2} dishes"
    budget           = c1 + c2        "cost of all dishes"
  }

  story """
    {host} plans the food for {a event} with {total:bare} guests, who each order one dish.
    {k:Times} as many guests order {d1} as {d2}.
    {A d1} dish costs {p1:bare}, and {a d2} dish costs {p2:bare}.
  """
  ask budget "How much do all the dishes cost together?"

  mistakes {
    k_parts   : parts  = k                  "divides the guests by the ratio" when divides(k, total)
    half_half : n2     = total / 2  "takes equal numbers of both dishes" when divides(2, total)
    swapped   : budget = n1 * p2 + n2 * p1  "swaps the prices"
  }

  vary {
    extend service on budget {
      with fee : percent in {5%, 10%, 15%}       "service charge"
      step bill : money = budget + budget * fee  "bill with the service charge"
      say "A service charge of {fee} is added to the cost of the dishes."
      ask "How much is the bill with the service charge?"
    }
  }

  test "original numbers" {
    with total = 80, k = 3, p1 = $25, p2 = $18
    expect n2 == 20
    expect budget == $1860
  }
}
