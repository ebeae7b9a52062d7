mspec 1

noun ticket "ticket" : possession
noun roll "roll"

problem fair_tickets {
  meta {
    title: "Tickets left after three weeks of sales"
    grade: 6
    tags: [percent, whole_numbers]
    source: "gsm8k-train-3045"
  }

  given {
    event : word in {"summer festival", "sports day", "school play", "village fair"}
    rolls : count(roll) in 8..40                    "number of rolls"
    each  : count(ticket)[1/roll] in {50, 80, 100}  "number of tickets on a roll"
    off1  : percent in 10%..40% by 5%               "share of the tickets sold in the first week"
    off2  : percent in {20%, 25%, 40%, 50%}
        "share of the remaining tickets sold in the second week"
    last  : count(ticket) in 20..200 by 10          "number of tickets sold in the third week"
  }

  require {
    left > 0  "some tickets are left"
  }

  steps {
    printed                = rolls * each     "number of tickets for the raffle"
    first : count(ticket)  = printed * off1   "number of tickets sold in the first week"
    rest                   = printed - first  "number of tickets left after the first week"
    second : count(ticket) = rest * off2      "number of tickets sold in the second week"
    rest2                  = rest - second    "number of tickets left after the second week"
    left                   = rest2 - last     "number of tickets left after the third week"
  }

  story """
    Tickets for the raffle of {a event} come on {rolls of roll} of {each of ticket} each.
    In the first week of the sale, {off1} of all the tickets are sold.
    In the second week, {off2} of the tickets that are left are sold.
    In the third week, another {last of ticket} are sold.
  """
  ask left "How many tickets are still unsold after three weeks?"

  mistakes {
    of_all  : second = printed * off2
        "takes the second percentage of all the tickets" when off1 + off2 < 100%
    no_last : left   = rest2           "stops after the second week"
  }

  vary {
    extend income on left {
      with price : money[1/ticket] in {$0.50, $1, $2}  "price of a ticket"
      step rest_value : money = left * price           "value of the unsold tickets"
      say "A ticket costs {price:bare}."
      ask "What are the unsold tickets worth?"
    }
    insert returned on left {
      with back : count(ticket) in 2..20  "number of tickets handed back"
      step unsold = left + back           "number of unsold tickets with those handed back"
      say "At the end of the third week, {back of ticket are} handed back."
    }
  }

  test "original numbers" {
    with rolls = 30, each = 100, off1 = 30%, off2 = 50%, last = 100
    expect left == 950
  }
}
