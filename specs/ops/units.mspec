mspec 1
# Questions that end in another unit, and rules for lengths, masses, areas and volumes.
use units.si

rule extend length_in_millimetres on x : length[m] {
  when x < 100 m
  step in_small : length[mm] = x  "{x.description} in millimetres"
  ask "What is the {x.description} in millimetres, to 3 significant figures?" (sigfigs = 3)
}

rule extend length_in_kilometres on x : length[m] {
  when x >= 10 m
  step in_large : length[km] = x  "{x.description} in kilometres"
  ask "What is the {x.description} in kilometres, to 3 significant figures?" (sigfigs = 3)
}

rule extend mass_in_kilograms on x : mass[g] {
  step in_large : mass[kg] = x  "{x.description} in kilograms"
  ask "What is the {x.description} in kilograms, to 3 significant figures?" (sigfigs = 3)
}

rule extend ribbon_price on x : length[m] {
  with pal : person
  with price : money[1/m] in $0.50..$6 by $0.50       "price of a metre of ribbon"
  when x <= 100 m
  step metres : length[m] = x                         "length in metres"
  step to_pay : money = round(metres * price, $0.01)  "price of the ribbon"
  say "{pal} buys a piece of ribbon that is as long as the {x.description}, at {price} per metre."
  ask "How much does the ribbon cost, to the nearest cent?"
}

rule extend walk_there_and_back on x : length[m] {
  with pal : person
  with times_walked : int in 2..6        "number of walks"
  when x >= 5 m
  step one_walk = 2 * x                  "distance there and back"
  step in_all = times_walked * one_walk  "distance that {pal} walks"
  say "{pal} walks a distance equal to the {x.description} there and back, {times_walked} times in all."
  ask "How far {does pal} walk, to 3 significant figures?" (sigfigs = 3)
}

rule length_several_times on x : length[m] {
  with k : int in 2..5  "factor"
  step multiplied = k * x
  say "Now suppose that the {x.description} is {k:times} as large."
  as "the increase"
}

rule length_greater_by_percent on x : length[m] {
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the increase"
  step growth = x * rate                      "increase"
  step longer = x + growth
  say "Now suppose that the {x.description} is {rate} greater."
  as "the increase"
}

rule length_smaller_by_percent on x : length[m] {
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the decrease"
  step loss = x * rate                        "decrease"
  step shorter = x - loss
  say "Now suppose that the {x.description} is {rate} smaller."
  as "the decrease"
}

rule length_greater_by on x : length[m] {
  with more : length[cm] in 5 cm..100 cm by 5 cm  "increase"
  when 2 * more <= x and x <= 40 * more
  step longer = x + more
  say "Now suppose that the {x.description} is {more} greater."
  as "the increase"
}

rule mass_greater_by_percent on x : mass[kg] {
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the increase"
  step growth = x * rate                      "increase"
  step heavier = x + growth
  say "Now suppose that the {x.description} is {rate} greater."
  as "the increase"
}

rule mass_smaller_by_percent on x : mass[kg] {
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the decrease"
  step loss = x * rate                        "decrease"
  step lighter = x - loss
  say "Now suppose that the {x.description} is {rate} smaller."
  as "the decrease"
}

rule mass_several_times on x : mass[kg] {
  with k : int in 2..5  "factor"
  step multiplied = k * x
  say "Now suppose that the {x.description} is {k:times} as large."
  as "the increase"
}
