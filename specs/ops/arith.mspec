mspec 1
# Rules on counts of what can be owned and handed over, and on how a number that is told came about.
noun collected_stamp "stamp" : possession

table parts_of_it(phrase : word, part : rational known) {
  "half",      1/2
  "a third",   1/3
  "a quarter", 1/4
  "a fifth",   1/5
  "a tenth",   1/10
}

rule add_some on x : count(possession) {
  when x.noun in {"number"}
  when x.told
  with more : count(possession) in 2..40  "increase"
  when more <= x
  step grown = x + more
  say "Now suppose that the {x.description} is {more} greater."
  as "the increase"
}

rule take_some on x : count(possession) {
  when x.noun in {"number"}
  when x.told
  with fewer : count(possession) in 2..30  "decrease"
  when 2 * fewer <= x
  step kept = x - fewer
  say "Suppose that the {x.description} is {fewer} smaller."
  as "the decrease"
}

rule up_and_down on x : count(possession) {
  when x.noun in {"number"}
  when x.told
  with up : count(possession) in 2..40    "rise"
  with down : count(possession) in 1..30  "drop"
  when up <= x and down < up
  step higher = x + up                    "{x.description} after the rise"
  step settled = higher - down
  say "Suppose that the {x.description} rises by {up} and then drops by {down}."
  as "the rise and the drop"
}

rule becomes_times on x : count(possession) {
  when x.noun in {"number"}
  when x.told
  with k : int in 2..5  "factor"
  step multiplied = k * x
  say "Now suppose that the {x.description} is {k:times} as large."
  as "the multiplication"
}

rule falls_by_part on x : count(possession) {
  when x.noun in {"number"}
  when x.told
  with lost_part : parts_of_it
  step lost : count(possession) = x * lost_part.part  "decrease in the {x.description}"
  step kept = x - lost
  say "Suppose that the {x.description} is reduced by {lost_part.phrase}."
  as "the loss"
}

rule rises_by_percent on x : count(possession) {
  when x.noun in {"number"}
  when x.told
  with growth : percent in {10%, 20%, 25%, 50%, 75%}  "growth rate"
  step gained : count(possession) = x * growth        "growth in the {x.description}"
  step grown = x + gained
  say "Suppose that the {x.description} grows by {growth}."
  as "the growth"
}

rule deliveries on x : count(possession) {
  when not x.words in {"wheels", "vehicles", "houses", "cars", "trucks"}
  when x.noun in {"number"}
  when x.told
  with times_come : int in 2..9           "number of batches"
  with each : count(possession) in 2..12  "size of one batch"
  when times_come * each <= 2 * x
  step brought_in = times_come * each     "number of {possession:plural} in all the batches"
  step grown = x + brought_in
  say "Suppose that the {x.description} grows by {times_come:words} batches of {each of possession} each."
  as "the batches"
}

rule two_bring on x : count(possession) {
  when not x.words in {"wheels", "vehicles", "houses", "cars", "trucks"}
  when x.noun in {"number"}
  when x.told
  with first_pal : person
  with second_pal : person
  with brought : count(possession) in 2..12  "contribution of {first_pal}"
  with k : int in 2..4                       "factor for {second_pal}"
  when brought <= x
  step from_second = k * brought             "contribution of {second_pal}"
  step grown = x + brought + from_second
  say "Suppose that the {x.description} grows because {first_pal} adds {brought of possession} and {second_pal} adds {k:times} as many."
  as "both contributions"
}

rule lost_and_found on x : count(possession) {
  when x.noun in {"number"}
  when x.told
  with lost_part : parts_of_it
  with found : count(possession) in 2..12             "rise after the fall"
  step lost : count(possession) = x * lost_part.part  "fall in the {x.description}"
  when found < lost
  step without = x - lost                             "{x.description} after the fall"
  step again = without + found
  say "Suppose that the {x.description} falls by {lost_part.phrase}, but then rises again by {found}."
  as "the fall and the rise"
}

rule extend friend_has_times on x : count(possession) {
  when not x.words in {"wheels", "pockets", "vehicles", "seats", "houses", "cars", "trucks"}
  with pal : person
  with k : int in 2..5                                    "factor for {pal}"
  when 2 <= x and x <= 200
  step owned : count(collected_stamp) = k * magnitude(x)  "number of stamps that {pal} has"
  say "The number of stamps that {pal} has is {k:times} the {x.description}."
  ask "How many stamps {does pal} have?"
}

rule extend friend_has_fewer on x : count(possession) {
  when not x.words in {"wheels", "pockets", "vehicles", "seats", "houses", "cars", "trucks"}
  with pal : person
  with fewer : int in 2..20                                   "difference for {pal}"
  when 2 * fewer <= magnitude(x)
  step owned : count(collected_stamp) = magnitude(x) - fewer  "number of stamps that {pal} has"
  say "The number of stamps that {pal} has is {fewer} less than the {x.description}."
  ask "How many stamps {does pal} have?"
}

rule extend groups_needed on x : count(possession) {
  when not x.words in {"wheels", "pockets", "vehicles", "seats", "houses", "cars", "trucks"}
  with pal : person
  with size : int in 3..12                 "size limit for a group"
  when 2 * size < magnitude(x) and x <= 1000
  step groups = ceil(magnitude(x) / size)  "number of groups of counters that {pal} makes"
  say "The number of counters that {pal} has is equal to the {x.description}; {pal} puts them into as few groups as possible, with at most {size} in each."
  ask "How many groups {does pal} make?"
}

rule extend labels_ordered on x : count(possession) {
  with pal : person
  with each : money in $0.05..$0.95 by $0.05  "price of one label for {pal}"
  when 4 <= x and x <= 2000
  step spent : money = magnitude(x) * each    "price of all the labels that {pal} orders"
  say "The number of labels that {pal} orders is equal to the {x.description}, and each label costs {each}."
  ask "How much {does pal} pay for the labels?"
}

rule extend stickers_and_cards on x : count(possession) {
  with pal : person
  with sticker : money in $0.10..$0.90 by $0.10  "price of one sticker"
  with card : money in $1..$3 by $0.25           "price of one card"
  with k : int in 2..4                           "factor between stickers and cards"
  when 3 <= x and x <= 100
  step stickers : int = k * magnitude(x)         "number of stickers that {pal} buys"
  step for_stickers = stickers * sticker         "price of the stickers that {pal} buys"
  step for_cards : money = magnitude(x) * card   "price of the cards that {pal} buys"
  step spent = for_stickers + for_cards          "price of the cards and stickers that {pal} buys"
  say "The number of cards that {pal} buys is equal to the {x.description}, and the number of stickers is {k:times} as large; a card costs {card}, and a sticker {sticker}."
  ask "How much {does pal} pay for the cards and the stickers?"
}

rule derive sum_of_counts on x : count(thing) {
  with one_part : count(thing) in 2..60    "first part"
  with other_part : count(thing) in 1..60  "second part"
  when one_part > other_part
  step whole = one_part + other_part
  say "The {x.description} is the sum of {one_part} and {other_part}."
}

rule derive more_than_count on x : count(possession) {
  with base : count(possession) in 4..200  "smaller number"
  with more : count(possession) in 2..40   "excess over the smaller number"
  when 2 * more <= base
  step larger = base + more
  say "The {x.description} is {more} greater than {base}."
}

rule derive multiple_of_count on x : count(thing) {
  with base : count(thing) in 2..60  "number that is multiplied"
  with k : int in 2..5               "factor"
  step multiple = k * base
  say "The {x.description} is {k:times} {base}."
}

rule derive sum_of_numbers on x : int {
  with one_part : int in 2..60    "first part"
  with other_part : int in 1..60  "second part"
  when one_part > other_part
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

rule distract house_number {
  with pal : person
  with number_of_house : int in 3..98  "number of the house of {pal}"
  say "{pal} lives at number {number_of_house} in a long street."
}

rule distract bus_line {
  with pal : person
  with line : int in 2..88  "number of the bus line"
  say "{pal} usually takes the bus with the number {line}."
}

rule distract cousins {
  with pal : person
  with relatives : int in 3..12  "number of cousins of {pal}"
  say "{pal} has {relatives:words} cousins."
}

rule distract locker {
  with pal : person
  with number_of_locker : int in 12..160  "number of the locker of {pal}"
  say "{pal} has the locker with the number {number_of_locker}."
}

rule distract page_of_novel {
  with pal : person
  with page : int in 14..310  "page at which {pal} is"
  say "{pal} is reading a novel and has come to page {page}."
}
