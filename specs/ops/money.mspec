mspec 1
# Rules on amounts of money.
use ops.arith

rule sales_tax on x : money {
  with rate : percent in {4%, 5%, 8%, 10%, 20%}  "tax rate"
  step tax_due : money = x * rate                "tax"
  step taxed = x + tax_due
  say "A tax of {rate} is added to the {x.description}."
  as "the tax"
}

rule money_off on x : money {
  with rate : percent in {5%, 10%, 15%, 20%, 25%}  "rate of the reduction"
  step taken_off : money = x * rate                "reduction"
  step reduced = x - taken_off
  say "The {x.description} is then reduced by {rate}."
  as "the reduction"
}

rule service_fee on x : money {
  with fee : money in $0.50..$40.00 by $0.50  "service fee"
  when 4 * fee <= x and x <= 40 * fee
  step with_fee = x + fee
  say "A service fee of {fee} is added to the {x.description}."
  as "the fee"
}

rule voucher on x : money {
  with worth : money in $1..$100 by $1  "value of the voucher"
  when 2 * worth <= x and x <= 20 * worth
  step after_voucher = x - worth
  say "A voucher for {worth} is set against the {x.description}."
  as "the voucher"
}

rule up_then_down on x : money {
  with rise : percent in {10%, 20%, 25%, 50%}  "rate of the rise"
  with fall : percent in {10%, 20%, 25%}       "rate of the fall"
  step risen : money = x * (1 + rise)          "{x.description} after the rise"
  step fallen : money = risen * (1 - fall)
  say "The {x.description} first rises by {rise} and then falls by {fall}."
  as "both changes"
}

rule rounded_up on x : money {
  step rounded = ceil(x, $5)
  when rounded > x and x > $5
  say "The {x.description} is rounded up to the next multiple of $5."
  as "rounding up"
}

rule two_extras on x : money {
  with k : int in 2..6                         "number of extras"
  with each : money in $0.50..$20.00 by $0.50  "price of one extra"
  when k * each <= x and x <= 20 * each
  step extras = k * each                       "price of the extras"
  step with_extras = x + extras
  say "For {k:words} extras at {each} each, the {x.description} goes up accordingly."
  as "the extras"
}

rule part_back on x : money {
  with back_part : parts_of_it
  step paid_back : money = x * back_part.part  "part taken off"
  step lowered = x - paid_back
  say "Then {back_part.phrase} of the {x.description} is taken off."
  as "the deduction"
}

rule extend split_between on x : money {
  with k : int in 2..6       "number of friends"
  step each : money = x / k  "share of each friend"
  say "An amount equal to the {x.description} is split equally between {k:words} friends."
  ask "How much money is that for each friend?"
}

rule extend split_by_ratio on x : money {
  with first_pal : person
  with second_pal : person
  with a : int in 1..4              "number of parts for {first_pal}"
  with b : int in 2..7              "number of parts for {second_pal}"
  when a < b and gcd(a, b) == 1
  step all_parts = a + b            "number of equal parts"
  step one : money = x / all_parts  "value of one part"
  step larger = b * one             "share of {second_pal}"
  say "{first_pal} and {second_pal} divide an amount equal to the {x.description} in the ratio {a} to {b}."
  ask "How much money {does second_pal} get?"
}

rule extend change_given on x : money {
  with pal : person
  with cash : money in {$5, $10, $20, $50, $100, $200, $500}  "amount handed over"
  when x < cash and cash <= 4 * x
  step change = cash - x                                      "change that {pal} gets"
  say "{pal} has to pay an amount equal to the {x.description} and hands over {cash}."
  ask "How much change {does pal} get?"
}

rule extend saved_weekly on x : money {
  with pal : person
  with weeks : int in 3..12  "number of weeks"
  when x <= $400
  step saved = weeks * x     "amount that {pal} saves in {weeks} weeks"
  say "Every week, {pal} saves an amount equal to the {x.description}."
  ask "How much {has pal} saved after {weeks} weeks?"
}

rule extend saved_and_spent on x : money {
  with pal : person
  with weeks : int in 3..12            "number of weeks"
  with spent : money in $2..$40 by $1  "amount spent"
  step saved = weeks * x               "amount saved"
  when x <= $400 and spent < saved
  step left = saved - spent            "amount that {pal} has left"
  say "For {weeks} weeks, {pal} saves an amount equal to the {x.description} every week and then spends {spent}."
  ask "How much money is left?"
}

rule extend other_has_percent_more on x : money {
  with pal : person
  with more : percent in {10%, 20%, 25%, 50%}  "by how much {pal} has more"
  step extra : money = x * more                "difference"
  step owned = x + extra                       "amount that {pal} has"
  say "{pal} has {more} more than the {x.description}."
  ask "How much money {does pal} have?"
}

rule extend in_euros on x : money {
  with per_dollar : money[€/$] in €0.80..€0.98 by €0.02  "exchange rate"
  step euros : money[€] = x * per_dollar                 "{x.description} in euros"
  say "At a bank, the exchange rate is {per_dollar}."
  ask "How much is the {x.description} in euros?"
}

rule extend exchange_fee on x : money {
  with pal : person
  with fee_rate : percent in {1%, 2%, 5%}    "exchange fee as a share"
  with fixed_part : money in $1..$4 by $1    "fixed fee"
  when fixed_part < x
  step variable_part : money = x * fee_rate  "part of the fee that depends on the amount"
  step fee = fixed_part + variable_part      "fee that {pal} pays"
  say "To send an amount equal to the {x.description} abroad, {pal} pays a fee of {fixed_part} and another {fee_rate} of the amount."
  ask "How much is the fee?"
}

rule extend instalments on x : money {
  with pal : person
  with first_rate : percent in {10%, 20%, 25%, 40%}  "deposit rate"
  with months : int in {3, 4, 6, 12}                 "number of instalments"
  when x >= $20
  step deposit : money = x * first_rate              "deposit"
  step owed = x - deposit                            "amount owed after the deposit"
  step monthly : money = owed / months               "monthly instalment"
  say "{pal} pays an amount equal to the {x.description} as a deposit of {first_rate} and {months} equal monthly instalments."
  ask "How much is one instalment?"
}

rule extend year_of_interest on x : money {
  with pal : person
  with rate : percent in {2%, 3%, 4%, 5%}  "interest rate"
  when x >= $10
  step earned : money = x * rate           "interest"
  step in_all = x + earned                 "amount in the account of {pal} after a year"
  say "{pal} puts an amount equal to the {x.description} into a savings account, which pays {rate} interest a year."
  ask "How much money is in the account after a year?"
}

rule extend notes_needed on x : money {
  with pal : person
  with note : money in {$5, $10, $20}  "value of one banknote"
  when x > 2 * note
  step notes = ceil(x / note)          "number of banknotes that {pal} needs"
  say "{pal} has to pay an amount equal to the {x.description} and only has {note} notes."
  ask "At least how many of these notes {does pal} need?"
}

rule extend tip_and_split on x : money {
  with rate : percent in {10%, 15%, 20%}  "tip rate"
  with k : int in 2..5                    "number of people"
  when x >= $5
  step extra : money = x * rate           "added tip"
  step with_tip = x + extra               "amount with the tip"
  step each : money = with_tip / k        "share of each person"
  say "{k:Words} people split an amount equal to the {x.description}, together with a tip of {rate}, equally."
  ask "How much is the share of each person?"
}

rule extend still_to_save on x : money {
  with pal : person
  with goal : money in {$50, $100, $200, $500, $1000}  "price of a bicycle"
  when x < goal and goal <= 8 * x
  step missing = goal - x                              "amount that {pal} still needs"
  say "{pal} has an amount equal to the {x.description} and wants to buy a bicycle for {goal}."
  ask "How much money {does pal} still need?"
}

rule derive amount_more_than on x : money {
  with base : money in $1..$250 by $0.50       "smaller amount"
  with more : money in $0.25..$10.00 by $0.25  "difference in price"
  when more < base
  step larger = base + more
  say "The {x.description} is {more} more than {base}."
}

rule derive amount_less_than on x : money {
  with base : money in $1..$250 by $0.50       "larger amount"
  with less : money in $0.25..$10.00 by $0.25  "price reduction"
  when 2 * less < base
  step smaller = base - less
  say "The {x.description} is {less} less than {base}."
}

rule derive notes_and_coins on x : money {
  with notes : int in 1..40      "number of banknotes"
  with coins : int in 1..12      "number of coins"
  step in_notes = notes * $5     "value of the banknotes"
  step in_coins = coins * $0.50  "value of the coins"
  step together = in_notes + in_coins
  say "The {x.description} is as much as {notes} five-dollar bills and {coins} half-dollar coins are together."
}

rule distract money_in_a_purse {
  with pal : person
  with purse : money in $2..$45 by $0.50  "money in a purse"
  say "{pal} has {purse} in a purse."
}
