mspec 1

noun ticket "ticket" : possession
noun adult_ticket "adult ticket" : ticket
noun child_ticket "child ticket" : ticket

problem ticket_system {
  meta {
    title: "Two unknown prices"
    grade: 8
    tags: [systems, money]
  }

  given {
    place : word in {"theatre", "cinema", "museum", "zoo"}
    adult : money in $6.00..$24.00 by $0.50  "price of an adult ticket"
    child : money in $3.00..$16.00 by $0.50  "price of a child ticket"
    a1    : count(adult_ticket) in 1..6      "number of adult tickets on the first bill"
    c1    : count(child_ticket) in 1..6      "number of child tickets on the first bill"
    a2    : count(adult_ticket) in 1..6      "number of adult tickets on the second bill"
    c2    : count(child_ticket) in 1..6      "number of child tickets on the second bill"
  }

  require {
    3 * child <= 2 * adult  "a child ticket is clearly cheaper"
    a1 * c2 != a2 * c1      "exactly one solution"
    a1 != a2 and c1 != c2   "no price can be read off from the difference of the bills"
  }

  steps {
    t1          = a1 * adult + c1 * child  "first bill"
    t2          = a2 * adult + c2 * child  "second bill"
    unknown x : money
    unknown y : money
    one : money = solve([a1 * x + c1 * y == t1, a2 * x + c2 * y == t2], [x, y]).x
        "price of one adult ticket"
  }

  tell t1, t2
  story """
    At {a place}, {a1 of adult_ticket} and {c1 of child_ticket} cost {t1} together.
    At the same prices, {a2 of adult_ticket} and {c2 of child_ticket} cost {t2}.
  """
  ask one "How much does one adult ticket cost?"

  vary {
    extend group_bill on one {
      with g : count(adult_ticket) in 7..30  "number of adults in the group"
      step bill = g * one                    "price of the tickets of the group"
      say "A group of adults buys {g of adult_ticket} at the same price."
      ask "How much does the group pay?"
    }
  }

  mistakes {
    one_bill  : one = t1 / (magnitude(a1) + magnitude(c1))
        "divides the first bill by the number of tickets"
    the_child : one = (t1 - a1 * adult) / magnitude(c1)     "reports the price of a child ticket"
  }

  test "solver agrees with the generator" {
    always one == adult
  }
}
