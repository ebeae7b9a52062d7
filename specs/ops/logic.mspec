mspec 1
# Rules with conditions: what happens depends on a number on the way.
use units.si

rule discount_above on x : money {
  with limit : money in {$10, $20, $40, $60, $100}  "limit for the discount"
  with rate : percent in {5%, 10%, 20%}             "rate above the limit"
  when 2 * x > limit and x < 4 * limit
  step lowered : money = if x > limit then x * (1 - rate) else x
  say "If the {x.description} is more than {limit}, it is lowered by {rate}; otherwise it stays as it is."
  as "the check"
}

rule charge_below on x : money {
  with limit : money in {$10, $20, $40, $60, $100}  "limit for the surcharge"
  with fee : money in $1..$6 by $0.50               "surcharge"
  when 2 * x > limit and x < 4 * limit and fee < x
  step charged = if x < limit then x + fee else x
  say "If the {x.description} is less than {limit}, a surcharge of {fee} is added to it; otherwise there is no surcharge."
  as "any surcharge"
}

rule capped on x : money {
  with cap : money in {$10, $20, $50, $100, $200}  "upper limit"
  when 2 * x > cap and x < 3 * cap
  step kept = min(x, cap)
  say "Whatever goes beyond {cap} is cut from the {x.description}."
  as "the cut"
}

rule at_least on x : money {
  with floor_amount : money in {$5, $10, $20, $50, $100}  "least amount"
  when 3 * x > floor_amount and x < 3 * floor_amount
  step raised = max(x, floor_amount)
  say "If the {x.description} is less than {floor_amount}, it is raised to {floor_amount}."
  as "the raise"
}

rule surplus_halved on x : count(possession) {
  with limit : count(possession) in {6, 10, 20, 30, 50}  "limit"
  when 2 * x > limit and x < 6 * limit and divides(2, x - limit)
  step kept : count(possession) = if x > limit then x - (x - limit) / 2 else x
  say "If the {x.description} is more than {limit}, half of what goes beyond {limit} is given away; otherwise nothing is given away."
  as "the giving"
}

rule topped_up on x : count(possession) {
  with limit : count(possession) in {10, 20, 30, 50}  "number wanted"
  when 3 * x > limit and x < 3 * limit
  step filled = max(x, limit)
  say "If the {x.description} is less than {limit}, it is brought up to {limit}."
  as "topping up"
}

rule gift_if_many on x : count(possession) {
  with limit : count(possession) in {5, 10, 20, 30, 50}  "limit for the bonus"
  with many : count(possession) in 4..9                  "bonus above the limit"
  with few : count(possession) in 1..3                   "bonus up to the limit"
  when 3 * x > limit and x < 5 * limit
  step grown = if x > limit then x + many else x + few
  say "If the {x.description} is more than {limit}, it grows by {many}; otherwise it grows by {few}."
  as "the bonus"
}

rule extend every_kth_free on x : count(possession) {
  with pal : person
  with each : money in $0.50..$6.00 by $0.50  "price of one bus ticket"
  with k : int in {3, 4, 5, 6, 8, 10}         "which bus ticket is free"
  when k < magnitude(x) and x <= 200
  step tickets : int = magnitude(x)           "number of bus tickets"
  step free = quotient(tickets, k)            "number of free bus tickets"
  step paid_for = tickets - free              "number of bus tickets to pay for"
  step to_pay = paid_for * each               "amount that {pal} has to pay"
  say "{pal} buys a number of bus tickets equal to the {x.description}, at {each} each, but every {k:ordinal} one is free."
  ask "How much {does pal} have to pay?"
}

rule extend every_kth_free_number on x : int {
  with pal : person
  with each : money in $0.50..$6.00 by $0.50  "price of one bus ticket"
  with k : int in {3, 4, 5, 6, 8, 10}         "which bus ticket is free"
  when k < x and x <= 200
  step free = quotient(x, k)                  "number of free bus tickets"
  step paid_for = x - free                    "number of bus tickets to pay for"
  step to_pay = paid_for * each               "amount that {pal} has to pay"
  say "{pal} buys a number of bus tickets equal to the {x.description}, at {each} each, but every {k:ordinal} one is free."
  ask "How much {does pal} have to pay?"
}

rule extend even_or_odd on x : int {
  when x >= 0
  step next_number : int = if divides(2, x) then x / 2 else 3 * x + 1  "number that comes out"
  say "Take the {x.description}: if it is even, divide it by 2; if it is odd, multiply it by 3 and add 1."
  ask "Which number comes out?"
}

rule extend prize_by_class on x : int {
  with limit : int in {5, 10, 20, 50, 100}         "limit for the large prize"
  with large : money in {$50, $80, $100}           "large prize"
  with small : money in {$10, $20, $30}            "small prize"
  when x >= 0 and 3 * x > limit and x < 3 * limit
  step prize = if x > limit then large else small  "prize of the quiz"
  say "A quiz pays {large} if the {x.description} is more than {limit}, and {small} if it is not."
  ask "How much does the quiz pay?"
}

rule extend overtime_pay on x : time[h] {
  with limit : time[h] in {1 h, 2 h, 3 h, 5 h}      "time at the normal rate"
  with normal : money[1/h] in {$10, $12, $16, $20}  "normal rate"
  with raised : money[1/h] in {$24, $30, $36}       "raised rate"
  with pal : person
  when x >= 0 h and 3 * x > limit and x < 4 * limit
  step pay : money = if x > limit then limit * normal + (x - limit) * raised else x * normal
      "pay of {pal}"
  say "{pal} works for a time equal to the {x.description}, at {normal} an hour up to {limit} and at {raised} an hour beyond that."
  ask "How much {does pal} earn?"
}
