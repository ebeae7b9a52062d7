mspec 1
# Rules on counts of what can be owned and handed over, and on how a number that is told came about.

table parts_of_it(phrase : word, part : rational known) {
  "half",      1/2
  "a third",   1/3
  "a quarter", 1/4
  "a fifth",   1/5
  "a tenth",   1/10
}

rule add_some on x : count(possession) {
  with more : count(possession) in 2..40  "increase"
  when more <= x
  step grown = x + more
  say "Later, the {x.description} grows by {more}."
  as "the increase"
}

rule take_some on x : count(possession) {
  with fewer : count(possession) in 1..30  "decrease"
  when 2 * fewer <= x
  step kept = x - fewer
  say "Then the {x.description} is reduced by {fewer}."
  as "the decrease"
}

rule up_and_down on x : count(possession) {
  with up : count(possession) in 2..40    "number added"
  with down : count(possession) in 1..30  "number taken away"
  when up <= x and down < up
  step higher = x + up                    "{x.description} at its highest"
  step settled = higher - down
  say "The {x.description} first rises by {up} and then falls by {down}."
  as "both changes"
}

rule becomes_times on x : count(possession) {
  with k : int in 2..5  "factor"
  step multiplied = k * x
  say "Later, the {x.description} becomes {k:times} as large."
  as "the growth"
}

rule falls_by_part on x : count(possession) {
  with lost_part : parts_of_it
  step lost : count(possession) = x * lost_part.part  "decrease"
  step kept = x - lost
  say "Then the {x.description} falls by {lost_part.phrase}."
  as "the fall"
}

rule rises_by_percent on x : count(possession) {
  with growth : percent in {10%, 20%, 25%, 50%, 75%}  "growth rate"
  step gained : count(possession) = x * growth        "growth"
  step grown = x + gained
  say "Later, the {x.description} rises by {growth}."
  as "the rise"
}

rule deliveries on x : count(possession) {
  with times_come : int in 2..9           "number of deliveries"
  with each : count(possession) in 2..12  "number of {possession:plural} in each delivery"
  when times_come * each <= 2 * x
  step brought_in = times_come * each     "number of {possession:plural} delivered"
  step grown = x + brought_in
  say "Then {times_come:words} deliveries come with {each of possession} each, so that the {x.description} grows."
  as "the deliveries"
}

rule two_bring on x : count(possession) {
  with first_pal : person
  with second_pal : person
  with brought : count(possession) in 2..12  "number of {possession:plural} from {first_pal}"
  with k : int in 2..4                       "factor for {second_pal}"
  when brought <= x
  step from_second = k * brought             "number of {possession:plural} from {second_pal}"
  step grown = x + brought + from_second
  say "Then {first_pal} adds {brought of possession} and {second_pal} adds {k:times} as many, so that the {x.description} grows."
  as "both gifts"
}

rule lost_and_found on x : count(possession) {
  with lost_part : parts_of_it
  with found : count(possession) in 1..12             "number found again"
  step lost : count(possession) = x * lost_part.part  "number lost"
  when found < lost
  step without = x - lost                             "{x.description} without what was lost"
  step again = without + found
  say "The {x.description} falls by {lost_part.phrase}, but then rises again by {found}."
  as "the loss and the find"
}

rule extend friend_has_times on x : count(possession) {
  with pal : person
  with k : int in 2..5  "factor"
  step owned = k * x    "number of {possession:plural} that {pal} has"
  say "{pal} has a number of {possession:plural} that is {k:times} the {x.description}."
  ask "How many {possession:plural} {does pal} have?"
}

rule extend friend_has_fewer on x : count(possession) {
  with pal : person
  with fewer : count(possession) in 2..20  "difference"
  when 2 * fewer <= x
  step owned = x - fewer                   "number of {possession:plural} that {pal} has"
  say "The number of {possession:plural} that {pal} has is {fewer} less than the {x.description}."
  ask "How many {possession:plural} {does pal} have?"
}

rule extend groups_needed on x : count(possession) {
  with size : count(possession) in 3..12  "largest number in one group"
  when size < x
  step groups = ceil(x / size)            "number of groups"
  say "The {x.description} is to be split into as few groups as possible, with at most {size of possession} in each."
  ask "How many groups are there?"
}

rule extend labels_ordered on x : count(possession) {
  with pal : person
  with each : money in $0.05..$0.95 by $0.05  "price of one label"
  when x >= 2
  step spent : money = magnitude(x) * each    "amount that {pal} pays"
  say "{pal} orders a number of labels equal to the {x.description}, at {each} for each label."
  ask "How much {does pal} pay?"
}

rule extend stickers_and_cards on x : count(possession) {
  with pal : person
  with sticker : money in $0.10..$0.90 by $0.10  "price of one sticker"
  with card : money in $1..$3 by $0.25           "price of one card"
  with k : int in 2..4                           "factor between stickers and cards"
  when 2 <= x and x <= 100
  step stickers : int = k * magnitude(x)         "number of stickers"
  step for_stickers = stickers * sticker         "price of the stickers"
  step for_cards : money = magnitude(x) * card   "price of the cards"
  step spent = for_stickers + for_cards          "price of the stickers and the cards"
  say "{pal} buys a number of cards equal to the {x.description} and {k:times} as many stickers; a card costs {card}, and a sticker {sticker}."
  ask "How much {does pal} pay?"
}

rule derive sum_of_counts on x : count(thing) {
  with one_part : count(thing) in 1..60    "first part"
  with other_part : count(thing) in 1..60  "second part"
  step whole = one_part + other_part
  say "The {x.description} is the sum of {one_part} and {other_part}."
}

rule derive more_than_count on x : count(thing) {
  with base : count(thing) in 2..200  "smaller number"
  with more : count(thing) in 1..40   "difference"
  when more < base
  step larger = base + more
  say "The {x.description} is {more} more than {base}."
}

rule derive multiple_of_count on x : count(thing) {
  with base : count(thing) in 2..60  "number that is multiplied"
  with k : int in 2..5               "factor"
  step multiple = k * base
  say "The {x.description} is the product of {k} and {base}."
}

rule derive sum_of_numbers on x : int {
  with one_part : int in 1..60    "first part"
  with other_part : int in 1..60  "second part"
  step whole = one_part + other_part
  say "The {x.description} is the sum of {one_part} and {other_part}."
}

rule derive less_than_number on x : int {
  with base : int in 3..200  "larger number"
  with less : int in 1..40   "difference"
  when 2 * less < base
  step smaller = base - less
  say "The {x.description} is {less} less than {base}."
}

rule derive quotient_of_numbers on x : int {
  with base : int in 4..240  "number that is divided"
  with k : int in 2..6       "divisor"
  when divides(k, base)
  step result : int = base / k
  say "The {x.description} is {base} divided by {k}."
}

rule distract how_old {
  with pal : person
  with age : count(year) in 8..70  "age of {pal}"
  say "{pal} is {age of year} old."
}
