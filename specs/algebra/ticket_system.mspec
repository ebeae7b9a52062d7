mspec 1

noun ticket "ticket"
noun adult_ticket "adult ticket" : ticket
noun child_ticket "child ticket" : ticket

problem ticket_system {
  meta {
    title: "Two unknown prices"
    grade: 8
    tags: [systems, money]
  }

  given {
    adult  : money in $4.00..$20.00 by $0.50   "price of an adult ticket"
    child  : money in $2.00..$12.00 by $0.50   "price of a child ticket"
    a1, a2 : count(adult_ticket) in 1..6
    c1, c2 : count(child_ticket) in 1..6
  }

  require {
    child < adult
    a1 * c2 != a2 * c1            "exactly one solution"
    a1 != a2 and c1 != c2         "the two families are different"
  }

  steps {
    t1 = a1 * adult + c1 * child  "first bill"
    t2 = a2 * adult + c2 * child  "second bill"
    unknown x : money
    unknown y : money
    one : money = solve([a1 * x + c1 * y == t1, a2 * x + c2 * y == t2], [x, y]).x  "price of one adult ticket"
  }

  tell t1, t2
  story """
    At a theatre, {a1 of adult_ticket} and {c1 of child_ticket} cost {t1}.
    At the same prices, {a2 of adult_ticket} and {c2 of child_ticket} cost {t2}.
  """
  ask one "What does one adult ticket cost?"

  vary {
    extend group_bill on one {
      with g : count(adult_ticket) in 7..30
      step bill = g * one    "price of the group's tickets"
      say "A group needs {g of adult_ticket}."
      ask "What does the group pay for its tickets?"
    }
  }

  test "solver agrees with the generator" {
    always one == adult
  }
}
