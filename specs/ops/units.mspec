mspec 1
# Questions that end in another unit, and rules for lengths, masses, areas and volumes.
use units.si

rule extend length_in_millimetres on x : length[m] {
  when not x.words in {"millimetres", "kilometres", "metres"}
  when x < 10 m
  step in_small : length[mm] = x  "{x.description} in millimetres"
  ask "What is the {x.description} in millimetres, to 3 significant figures?" (sigfigs = 3)
}

rule extend length_in_kilometres on x : length[m] {
  when not x.words in {"millimetres", "kilometres", "metres"}
  when x >= 200 m
  step in_large : length[km] = x  "{x.description} in kilometres"
  ask "What is the {x.description} in kilometres, to 3 significant figures?" (sigfigs = 3)
}

rule extend mass_in_kilograms on x : mass[g] {
  when not x.words in {"grams", "kilograms"}
  when x >= 50 g and x <= 500 kg
  step in_large : mass[kg] = x  "{x.description} in kilograms"
  ask "What is the {x.description} in kilograms, to 3 significant figures?" (sigfigs = 3)
}

rule extend ribbon_price on x : length[m] {
  when not x.words in {"millimetres", "kilometres"}
  with pal : person
  with price : money[1/m] in $0.50..$6 by $0.50       "price of a metre of wire"
  when x >= 0.2 m and x <= 50 m
  step metres : length[m] = x                         "length of {pal}'s wire"
  step to_pay : money = round(metres * price, $0.01)  "amount that {pal} pays for the wire"
  say "At {price} per metre, {pal} buys a wire whose length is equal to the {x.description}."
  ask "How much {does pal} pay for the wire, to the nearest cent?"
}

rule extend walk_there_and_back on x : length[m] {
  when not x.words in {"millimetres", "kilometres"}
  with pal : person
  with times_walked : int in 3..6        "number of walks"
  when x >= 30 m and x <= 2000 m
  step one_walk = 2 * x                  "distance there and back"
  step in_all = times_walked * one_walk  "distance that {pal} walks in all"
  say "{times_walked:Words} times, {pal} walks there and back along a path whose length is equal to the {x.description}."
  ask "How far {does pal} walk in all, to 3 significant figures?" (sigfigs = 3)
}

rule extend second_length on x : length[m] {
  when not x.words in {"case", "mean", "second", "larger", "millimetres", "kilometres"}
  with rate : percent in {10%, 20%, 25%, 50%}  "difference in percent"
  step growth = x * rate                       "difference of the two lengths"
  step longer = x + growth                     "larger length"
  say "A larger length is {rate} greater than the {x.description}."
  ask "How large is this larger length, to 3 significant figures?" (sigfigs = 3)
}

rule extend mean_of_lengths on x : length[m] {
  when not x.words in {"case", "mean", "second", "millimetres", "kilometres"}
  with share : percent in {60%, 70%, 80%, 90%}  "other value in percent of the first"
  step other = x * share                        "{x.description} in the other case"
  step total = x + other                        "sum of the two values"
  step mean_length = total / 2                  "mean {x.description} in the two cases"
  say "In another case, the {x.description} is only {share} as large."
  ask "What is the mean {x.description} in the two cases, to 3 significant figures?" (sigfigs = 3)
}

rule extend second_mass on x : mass[kg] {
  when not x.words in {"case", "mean", "second", "larger", "grams", "kilograms", "left", "usable"}
  with rate : percent in {10%, 20%, 25%, 50%}  "difference in percent"
  step growth = x * rate                       "difference of the two masses"
  step heavier = x + growth                    "larger mass"
  say "A larger mass is {rate} greater than the {x.description}."
  ask "How large is this larger mass, to 3 significant figures?" (sigfigs = 3)
}

rule extend mean_of_masses on x : mass[kg] {
  when not x.words in {"case", "mean", "second", "grams", "kilograms"}
  with share : percent in {60%, 70%, 80%, 90%}  "other value in percent of the first"
  step other = x * share                        "{x.description} in the other case"
  step total = x + other                        "sum of the two values"
  step mean_mass = total / 2                    "mean {x.description} in the two cases"
  say "In another case, the {x.description} is only {share} as large."
  ask "What is the mean {x.description} in the two cases, to 3 significant figures?" (sigfigs = 3)
}

rule length_several_times on x : length[m] {
  when x.told
  with k : int in 2..3  "factor"
  when x >= 1 m or k * x <= 36 cm
  step multiplied = k * x
  say "Now suppose that the {x.description} is {k:times} as large."
  as "the change"
}

rule length_greater_by_percent on x : length[m] {
  when x.told
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the increase"
  step growth = x * rate                      "increase"
  step longer = x + growth
  say "Now suppose that the {x.description} is {rate} greater."
  as "the increase"
}

rule length_smaller_by_percent on x : length[m] {
  when x.told
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the decrease"
  step loss = x * rate                        "decrease"
  step shorter = x - loss
  say "Now suppose that the {x.description} is {rate} smaller."
  as "the decrease"
}

rule length_greater_by on x : length[m] {
  when x.told
  with more : length[cm] in 5 cm..100 cm by 5 cm  "length added"
  when 2 * more <= x and x <= 40 * more
  step longer = x + more
  say "Now suppose that the {x.description} is {more} greater."
  as "the increase"
}

rule mass_greater_by_percent on x : mass[kg] {
  when x.told
  when not x.words in {"body"}
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the increase"
  step growth = x * rate                      "increase"
  step heavier = x + growth
  say "Now suppose that the {x.description} is {rate} greater, with everything else as before."
  as "the increase"
}

rule mass_smaller_by_percent on x : mass[kg] {
  when x.told
  when not x.words in {"body"}
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the decrease"
  step loss = x * rate                        "decrease"
  step lighter = x - loss
  say "Now suppose that the {x.description} is {rate} smaller, with everything else as before."
  as "the decrease"
}

rule mass_several_times on x : mass[kg] {
  when x.told
  when not x.words in {"body"}
  with k : int in 2..3  "factor"
  step multiplied = k * x
  say "Now suppose that the {x.description} is {k:times} as large, with everything else as before."
  as "the change"
}

rule extend stairs_climbed on x : rational {
  with rise : length[cm] in 15 cm..20 cm  "height of one step of the staircase"
  when x >= 5 and x <= 1500 and is_int(x)
  step climbed = x * rise                 "height of the staircase"
  say "The number of steps of a staircase is equal to the {x.description}, and each step is {rise} high."
  ask "How high is the staircase?"
}

rule extend screws_in_box on x : rational {
  with one : mass[g] in {3 g, 4 g, 5 g, 8 g, 12 g, 15 g}  "mass of one screw"
  when x >= 5 and x <= 1000 and is_int(x)
  step of_screws = x * one                                "mass of the screws"
  say "The number of screws in a box is equal to the {x.description}, and each screw has a mass of {one}."
  ask "What is the mass of the screws in the box?"
}

rule distract height_of_cousin {
  with pal : person
  with height : length[cm] in 142 cm..188 cm  "height of a cousin of {pal}"
  say "A cousin of {pal} is {height} tall."
}

rule distract weight_of_dog {
  with pal : person
  with mass : mass[kg] in 4 kg..38 kg  "mass of the dog of {pal}"
  say "{pal} has a dog with a mass of {mass}."
}
