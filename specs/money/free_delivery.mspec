mspec 1
use lexicon.food

problem free_delivery {
  meta {
    title: "What is missing for a free delivery"
    grade: 5
    tags: [money, shopping]
    source: "gsm8k-train-1677"
  }

  given {
    buyer : person
    main  : noun in {burger, falafel_wrap, pizza_slice, hot_dog}
    side  : noun in {salad, spring_roll, bread_roll, samosa}
    sip   : noun in {milkshake, smoothie, juice_bottle}
    n1    : count(main) in 2..5             "number of {main:plural}"
    n2    : count(side) in 2..5             "number of {side:plural}"
    n3    : count(sip) in 2..5              "number of {sip:plural}"
    p1    : money in $3.00..$6.50 by $0.10  "price of one {main}"
    p2    : money in $1.00..$3.00 by $0.10  "price of one {side}"
    p3    : money in $2.00..$4.50 by $0.10  "price of one {sip}"
    limit : money in $15..$40               "least order that is delivered free of charge"
  }

  require {
    p2 < p1                           "the side dish costs less than the main one"
    $1 <= missing and missing <= $12  "not much is missing"
  }

  steps {
    first   = n1 * p1                 "cost of the {main:plural}"
    second  = n2 * p2                 "cost of the {side:plural}"
    third   = n3 * p3                 "cost of the {sip:plural}"
    order   = first + second + third  "value of the order so far"
    missing = limit - order           "amount missing for a free delivery"
  }

  story """
    A snack bar delivers free of charge if an order comes to at least {limit}.
    {buyer} wants {n1 of main} at {p1} each, {n2 of side} at {p2} each and {n3 of sip} at {p3} each.
  """
  ask missing "For how much more must {buyer} order to get free delivery?"

  mistakes {
    one_of_each    : order   = p1 + p2 + p3    "counts one of each item"
    reports_order  : missing = order  "reports the value of the order" when 2 * order != limit
    forgets_drinks : order   = first + second  "leaves out the {sip:plural}"
  }

  vary {
    insert coupon on limit {
      with more : money in $2..$5  "rise of the limit"
      step higher = limit + more   "least order for free delivery from today"
      say "From today on, the limit for free delivery is {more} higher."
    }
    distract distance {
      with away : count(minute) in 5..25  "time by bicycle"
      say "The snack bar is {away of minute} away by bicycle."
    }
  }

  test "original numbers" {
    with limit = $18, n1 = 2, p1 = $3.20, n2 = 2, p2 = $1.90, n3 = 2, p3 = $2.40
    expect order == $15
    expect missing == $3
  }
  test "any world" {
    always order < limit
  }
}
