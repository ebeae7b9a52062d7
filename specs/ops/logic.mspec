mspec 1
# Rules with conditions: what happens depends on a number on the way.
use units.si

rule discount_above on x : money {
  when not x.words in {"one", "each", "running"}
  when x.noun in {"price", "cost", "bill", "charge", "paid"}
  when not x.noun in {"best", "usual", "regular"}
  when not x.told
  with limit : money in {$10, $20, $40, $60, $100}  "limit for the discount"
  with rate : percent in {5%, 10%, 20%}             "rate above the limit"
  when 2 * x > limit and x < 4 * limit
  step lowered : money = if x > limit then x * (1 - rate) else x
  say "If the {x.description} is more than {limit}, it is lowered by {rate}; otherwise it stays as it is."
  as "any discount"
}

rule charge_below on x : money {
  when not x.words in {"one", "each", "running"}
  when x.noun in {"price", "cost", "bill", "charge", "paid"}
  when not x.noun in {"best", "usual", "regular"}
  when not x.told
  with limit : money in {$10, $20, $40, $60, $100}  "limit for the surcharge"
  with fee : money in $1..$6 by $0.50               "surcharge"
  when 2 * x > limit and x < 4 * limit and 3 * fee < x
  step charged = if x < limit then x + fee else x
  say "If the {x.description} is less than {limit}, a surcharge of {fee} is added to it; otherwise there is no surcharge."
  as "any surcharge"
}

rule at_least on x : money {
  when x.noun in {"cost", "bill", "charge", "paid"}
  when not x.words in {"one", "each", "running", "including", "after"}
  when not x.noun in {"best", "usual", "regular"}
  when not x.told
  with floor_amount : money in {$5, $10, $20, $50, $100}  "minimum"
  when 2 * x > floor_amount and x < 3 * floor_amount
  step raised = max(x, floor_amount)
  say "If the {x.description} is less than {floor_amount}, a minimum of {floor_amount} is charged instead."
  as "applying the minimum"
}

rule bonus_above on x : money {
  when x.noun in {"pay", "salary", "income", "commission", "reward"}
  when not x.words in {"each"}
  with limit : money in {$50, $100, $200, $500, $1000}  "limit for the bonus"
  with extra : money in $5..$100 by $5                  "amount of the bonus"
  when 2 * x > limit and x < 3 * limit and 4 * extra < x and x <= 40 * extra
  step with_bonus = if x > limit then x + extra else x
  say "If the {x.description} is more than {limit}, a bonus of {extra} is added to it; otherwise there is no bonus."
  as "any bonus"
}

rule extend every_kth_free on x : count(possession) {
  with pal : person
  with each : money in $0.50..$6.00 by $0.50  "price of one badge"
  with k : int in {3, 4, 5, 6, 8, 10}         "which badge is free"
  when k < magnitude(x) and x <= 200
  step tickets : int = magnitude(x)           "number of badges that {pal} orders"
  step free = quotient(tickets, k)            "number of badges that are free for {pal}"
  step paid_for = tickets - free              "number of badges that {pal} pays for"
  step to_pay = paid_for * each               "price of the badges that {pal} orders"
  say "The number of badges that {pal} orders is equal to the {x.description}; a badge costs {each}, but every {k:ordinal} one is free."
  ask "How much {does pal} have to pay for the badges?"
}

rule extend even_or_odd on x : int {
  when not x.noun in {"time", "temperature"}
  when not x.words in {"odd"}
  when x >= 2 and x <= 1000000
  step next_number : int = if divides(2, x) then x / 2 else 3 * x + 1
      "result of the even-or-odd rule"
  say "By an even-or-odd rule, the {x.description} is divided by 2 if it is even; if it is odd, it is multiplied by 3, and 1 is added to the product."
  ask "What is the result of the even-or-odd rule?"
}

rule extend overtime_pay on x : time[h] {
  when not x.words in {"seconds"}
  when x.noun in {"time", "length", "sleep"}
  with limit : time[h] in {1 h, 2 h, 3 h, 5 h}      "time at the normal rate"
  with normal : money[1/h] in {$10, $12, $16, $20}  "normal rate"
  with raised : money[1/h] in {$24, $30, $36}       "raised rate"
  with pal : person
  when x >= 0 h and 3 * x > limit and x < 4 * limit
  step pay : money = if x > limit then limit * normal + (x - limit) * raised else x * normal
      "pay of {pal}"
  say "The time for which {pal} works is equal to the {x.description}; the pay is {normal} an hour up to {limit} and {raised} an hour beyond that."
  ask "How much {does pal} earn?"
}
