mspec 1
# Rules on amounts of money: what is added to a price and taken off it, and what becomes of an amount.
use ops.arith

rule sales_tax on x : money {
  when x.noun in {"price", "cost", "bill", "charge", "rent", "paid"}
  when not x.noun in {"best", "usual", "regular"}
  with rate : percent in {4%, 5%, 8%, 10%, 20%}  "tax rate"
  step tax_due : money = x * rate                "tax on the {x.description}"
  step taxed = x + tax_due                       "{x.description} including the tax"
  say "A tax of {rate} is added to the {x.description}."
}

rule money_off on x : money {
  when x.noun in {"price", "cost", "bill", "charge", "rent", "fee", "paid"}
  when not x.noun in {"best", "usual", "regular"}
  with rate : percent in {5%, 10%, 15%, 20%, 25%}  "rate of the reduction"
  step taken_off : money = x * rate                "reduction of the {x.description}"
  step reduced = x - taken_off
  say "As an exception, the {x.description} is reduced by {rate}."
  as "the reduction"
}

rule service_fee on x : money {
  when x.noun in {"price", "cost", "bill", "charge", "paid"}
  when not x.words in {"one", "each", "running"}
  when not x.noun in {"best", "usual", "regular"}
  when not x.told
  with fee : money in $0.50..$40.00 by $0.50  "added fee"
  when 5 * fee <= x and x <= 20 * fee
  step with_fee = x + fee                     "{x.description} including the service fee"
  say "A service fee of {fee} is added to the {x.description}."
}

rule voucher on x : money {
  when x.noun in {"price", "cost", "bill", "paid"}
  when not x.words in {"one", "each", "running"}
  when not x.noun in {"best", "usual", "regular"}
  when not x.told
  with worth : money in $1..$100 by $1  "worth of the voucher"
  when 2 * worth <= x and x <= 20 * worth
  step after_voucher = x - worth
  say "A voucher for {worth} is set against the {x.description}."
  as "the voucher"
}

rule up_then_down on x : money {
  when x.noun in {"price", "cost", "rent", "charge", "fee"}
  when x.told
  with rise : percent in {10%, 20%, 25%, 50%}  "rate of the rise"
  with fall : percent in {10%, 20%, 25%}       "rate of the fall"
  step risen : money = x * (1 + rise)          "{x.description} after the rise"
  step fallen : money = risen * (1 - fall)
  say "Now suppose that the {x.description} rises by {rise} and then falls by {fall}."
  as "the rise and the fall"
}

rule rounded_up on x : money {
  when x.noun in {"price", "cost", "bill", "charge", "paid", "rent"}
  when not x.words in {"one", "each", "running"}
  when not x.noun in {"best", "usual", "regular"}
  when not x.told
  step rounded = ceil(x, $5)
  when rounded > x and x > $10
  say "The {x.description} is rounded up to the next multiple of $5."
  as "rounding up"
}

rule two_extras on x : money {
  when x.noun in {"price", "cost", "bill", "paid"}
  when not x.words in {"one", "each", "running"}
  when not x.noun in {"best", "usual", "regular"}
  when not x.told
  with k : int in 2..6                         "number of extras"
  with each : money in $0.50..$20.00 by $0.50  "amount for one extra"
  when 2 * k * each <= x and x <= 20 * each
  step extras = k * each                       "amount for all the extras"
  step with_extras = x + extras                "{x.description} including the extras"
  say "There are also {k:words} extras, and each of them adds {each} to the {x.description}."
}

rule part_back on x : money {
  when x.noun in {"price", "cost", "bill", "rent", "paid"}
  when not x.words in {"one", "each", "running"}
  when not x.noun in {"best", "usual", "regular"}
  with back_part : parts_of_it
  when x >= $20
  step paid_back : money = x * back_part.part  "part of the {x.description} that is waived"
  step lowered = x - paid_back                 "rest of the {x.description}"
  when not x.told
  say "Of the {x.description}, {back_part.phrase} is waived, so that only the rest has to be paid."
}

rule pay_bonus on x : money {
  when x.noun in {"pay", "salary", "income", "commission", "reward"}
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the bonus"
  step extra : money = x * rate               "bonus on the {x.description}"
  step with_bonus = x + extra                 "{x.description} including the bonus"
  say "The {x.description} is raised by a bonus of {rate}."
}

rule donation on x : money {
  when x.noun in {"left", "saved", "income", "reward", "commission", "interest"}
  when not x.words in {"one", "each", "running"}
  with given_part : parts_of_it
  step given_away : money = x * given_part.part  "donation from the {x.description}"
  step rest = x - given_away
  say "Of the {x.description}, {given_part.phrase} is given to a charity."
  as "the donation"
}

rule extend split_between on x : money {
  with pal : person
  with k : int in 3..6       "number of people among whom {pal} is one"
  when x >= $3
  step each : money = x / k  "share of {pal}"
  say "In equal parts, {k:words} people, one of them {pal}, share an amount equal to the {x.description}."
  ask "How much money {does pal} get?"
}

rule extend split_by_ratio on x : money {
  with first_pal : person
  with second_pal : person
  with a : int in 1..4              "number of parts for {first_pal}"
  with b : int in 2..7              "number of parts for {second_pal}"
  when a < b and gcd(a, b) == 1 and x >= $5
  step all_parts = a + b            "number of parts for {first_pal} and {second_pal}"
  step one : money = x / all_parts  "value of one part for {first_pal} and {second_pal}"
  step larger = b * one             "share of {second_pal}"
  say "In the ratio {a} to {b}, {first_pal} and {second_pal} divide an amount equal to the {x.description}."
  ask "How much money {does second_pal} get?"
}

rule extend change_given on x : money {
  with pal : person
  with cash : money in {$5, $10, $20, $50, $100, $200, $500}  "amount handed over"
  when x < cash and cash <= 3 * x
  step change = cash - x                                      "change that {pal} gets"
  say "{pal} hands over {cash} to pay an amount equal to the {x.description}."
  ask "How much change {does pal} get?"
}

rule extend saved_weekly on x : money {
  with pal : person
  with weeks : int in 3..12  "number of weeks"
  when x >= $2 and x <= $200
  step saved = weeks * x     "amount that {pal} saves in {weeks} weeks"
  say "For {weeks} weeks, {pal} saves every week an amount equal to the {x.description}."
  ask "How much {does pal} save in all?"
}

rule extend saved_and_spent on x : money {
  with pal : person
  with weeks : int in 3..12            "number of weeks"
  with spent : money in $2..$40 by $1  "amount that {pal} spends"
  when x >= $2 and x <= $200
  step saved = weeks * x               "amount that {pal} saves in {weeks} weeks"
  when 2 * spent < saved
  step left = saved - spent            "rest of the savings of {pal}"
  say "For {weeks} weeks, {pal} saves every week an amount equal to the {x.description}, and then spends {spent} of these savings."
  ask "How much of these savings {does pal} have left?"
}

rule extend other_has_percent_more on x : money {
  with pal : person
  with more : percent in {10%, 20%, 25%, 50%}  "by how much {pal} has more"
  step extra : money = x * more                "additional amount of {pal}"
  step owned = x + extra                       "amount of money that {pal} has"
  when x >= $2
  say "{pal} has an amount of money that is {more} larger than the {x.description}."
  ask "How much money {does pal} have?"
}

rule extend paid_in_euros on x : money {
  with per_dollar : money[€/$] in €0.80..€0.98 by €0.02  "exchange rate"
  when x >= $2
  step euros : money[€] = x * per_dollar                 "value in euros of the {x.description}"
  say "At a bank, the exchange rate is {per_dollar}."
  ask "At this rate, what is the value in euros of the {x.description}?"
}

rule extend exchange_fee on x : money {
  with pal : person
  with fee_rate : percent in {1%, 2%, 5%}    "variable rate of the fee"
  with fixed_part : money in $1..$4 by $1    "fixed part of the fee"
  when 5 * fixed_part < x
  step variable_part : money = x * fee_rate  "variable part of the fee of {pal}"
  step fee = fixed_part + variable_part      "fee that {pal} pays to the bank"
  say "{pal} sends money abroad, an amount equal to the {x.description}; for this the bank asks for a fee of {fixed_part} plus {fee_rate} of the amount."
  ask "How much is this fee?"
}

rule extend instalments on x : money {
  when x.noun in {"price", "cost", "bill", "charge", "paid", "amount", "rest"}
  with pal : person
  with first_rate : percent in {10%, 20%, 25%, 40%}  "deposit rate"
  with months : int in {3, 4, 6, 12}                 "number of instalments"
  when x >= $60
  step deposit : money = x * first_rate              "first payment of {pal}"
  step owed = x - deposit  "amount that {pal} owes after the first payment"
  step monthly : money = owed / months               "monthly instalment of {pal}"
  say "{pal} owes an amount equal to the {x.description}, pays {first_rate} of it at once and the rest in {months} equal monthly instalments."
  ask "How much is one of these instalments?"
}

rule extend year_of_interest on x : money {
  with pal : person
  with rate : percent in {2%, 3%, 4%, 5%}  "interest rate"
  when x >= $50
  step earned : money = x * rate           "interest that {pal} earns in a year"
  step in_all = x + earned                 "amount in the account of {pal} after a year"
  say "Into a savings account that pays {rate} interest a year, {pal} puts an amount equal to the {x.description}."
  ask "How much money is in the account after a year?"
}

rule extend notes_needed on x : money {
  with pal : person
  with note : money in {$5, $10, $20}  "value of one banknote"
  when x > 2 * note and x <= 20 * note
  step notes = ceil(x / note)          "least number of {note} notes that {pal} needs"
  say "{pal} only has {note} notes and has to pay an amount equal to the {x.description}."
  ask "At least how many of these notes {does pal} need?"
}

rule extend tip_and_split on x : money {
  when x.noun in {"price", "cost", "bill", "charge", "paid"}
  when not x.words in {"one", "each", "running"}
  with pal : person
  with rate : percent in {10%, 15%, 20%}  "rate of the service charge"
  with k : int in 3..6                    "number of people who pay with {pal}"
  when x >= $10
  step extra : money = x * rate           "service charge"
  step with_tip = x + extra               "{x.description} with the service charge"
  step each : money = with_tip / k        "payment of {pal}"
  say "A service charge of {rate} comes on top of the {x.description}; {pal} is one of {k:words} people who pay the sum in equal parts."
  ask "How much {does pal} pay?"
}

rule extend still_to_save on x : money {
  with pal : person
  with goal : money in {$100, $200, $500, $1000}  "price of the bicycle for {pal}"
  when 2 * x < goal and goal <= 8 * x
  step missing = goal - x                         "amount that {pal} still needs for the bicycle"
  say "{pal} wants to buy a bicycle for {goal} and has an amount equal to the {x.description}."
  ask "How much money {does pal} still need for the bicycle?"
}

rule derive amount_more_than on x : money {
  when x.noun in {"price", "cost", "rent", "fee", "charge", "salary", "pay"}
  with base : money in $1..$250 by $0.25       "amount a year ago"
  with more : money in $0.25..$10.00 by $0.25  "rise in price"
  when 3 * more < base
  step larger = base + more
  say "A year ago, the {x.description} was {base}; now it is {more} more."
}

rule derive amount_less_than on x : money {
  when x.noun in {"price", "cost", "rent", "fee", "charge", "salary", "pay"}
  with base : money in $1..$250 by $0.25       "amount in the year before"
  with less : money in $0.25..$10.00 by $0.25  "price reduction"
  when 3 * less < base
  step smaller = base - less
  say "Last year, the {x.description} was {base}; this year it is {less} less."
}

rule derive amount_several_times on x : money {
  when x.noun in {"price", "cost", "rent", "fee", "charge", "salary", "pay"}
  with base : money in $0.50..$250.00 by $0.25  "amount long ago"
  with k : int in 2..5                          "factor since then"
  step multiple = k * base
  say "Many years ago, the {x.description} was {base}; now it is {k:times} as much."
}

rule extend paid_for_points on x : rational {
  with pal : person
  with pay : money in {$0.10, $0.20, $0.25, $0.50, $1.50, $2, $3}  "pay for a point"
  when x >= 5 and x <= 2000 and is_int(x)
  step earned : money = x * pay  "prize of {pal}"
  say "In a quiz, {pal}'s score in points is equal to the {x.description}, and the prize is {pay} for each point."
  ask "How much money {does pal} win?"
}

rule distract coupon {
  with pal : person
  with worth : money in $2..$12 by $1  "worth of the coupon of {pal}"
  say "{pal} has a coupon worth {worth} for a haircut."
}
