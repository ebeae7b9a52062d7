mspec 1
# Questions that go on from a probability, a share or a chance.

rule extend no_red on x : probability {
  when 0.01 <= x and x <= 0.99
  step against : probability = 1 - x  "probability that the spinner does not stop on red"
  say "A spinner stops on red with a probability equal to the {x.description}."
  ask "What is the probability that the spinner does not stop on red?"
}

rule extend twice_in_a_row on x : probability {
  when 0.05 <= x and x < 1
  step both : probability = x * x  "probability that both seeds sprout"
  say "Independently of each other, two seeds sprout, each with a probability equal to the {x.description}."
  ask "What is the probability, to 3 significant figures, that both seeds sprout?" (sigfigs = 3)
}

rule extend at_least_once on x : probability {
  when 0.01 <= x and x <= 0.9
  with k : int in 3..4                    "number of lamps"
  step fails = 1 - x                      "probability that one of the lamps fails"
  step all_fail = fails^k                 "probability that all {k} lamps fail"
  step some : probability = 1 - all_fail  "probability that at least one lamp works"
  say "Independently of each other, {k:words} lamps work, each with a probability equal to the {x.description}."
  ask "What is the probability, to 3 significant figures, that at least one lamp works?" (sigfigs = 3)
}

rule extend exactly_one_of_two on x : probability {
  when 0.02 <= x and x <= 0.98
  step fails = 1 - x                            "probability that one archer misses"
  step one_way = x * fails  "probability that the first archer hits and the second one misses"
  step exactly_one : probability = 2 * one_way
      "probability that exactly one archer hits the target"
  say "Independently of each other, two archers shoot at a target, and each of them hits it with a probability equal to the {x.description}."
  ask "What is the probability, to 3 significant figures, that exactly one of the two archers hits the target?" (sigfigs = 3)
}

rule extend with_another on x : probability {
  when 0.02 <= x and x <= 0.95
  with other : probability in {1/2, 1/3, 1/4, 2/3, 3/4, 1/5}  "probability of rain on Sunday"
  step both : probability = x * other                         "probability of rain on both days"
  say "It rains on Sunday with a probability of {other} and, independently of that, on Saturday with a probability equal to the {x.description}."
  ask "What is the probability, to 3 significant figures, that it rains on both days?" (sigfigs = 3)
}

rule extend either_of_two on x : probability {
  when 0.01 <= x and x <= 0.95
  with other : probability in {1/2, 1/3, 1/4, 2/3, 3/4, 1/5}  "probability that the train is late"
  step neither = (1 - x) * (1 - other)  "probability that neither the bus nor the train is late"
  step either : probability = 1 - neither  "probability that the bus or the train is late"
  say "A train is late with a probability of {other}, and a bus, independently of that, with a probability equal to the {x.description}."
  ask "What is the probability, to 3 significant figures, that at least one of the two, bus or train, is late?" (sigfigs = 3)
}

rule extend expected_number on x : probability {
  with trials : int in {20, 50, 100, 200, 600}  "number of trials"
  when trials * x >= 2 and x < 1
  step expected : rational = trials * x         "expected number of successes in {trials} trials"
  say "Each of {trials} trials succeeds with a probability equal to the {x.description}."
  ask "How many successes are to be expected in these {trials} trials, to 3 significant figures?" (sigfigs = 3)
}

rule extend expected_win on x : probability {
  when 0.01 <= x and x < 1
  with prize : money in $2..$30 by $1                "prize"
  with stake : money in $0.50..$5.00 by $0.50        "stake"
  step mean_prize : money = round(prize * x, $0.01)  "mean prize in one game to the nearest cent"
  when mean_prize < stake and stake < prize
  step loss = stake - mean_prize                     "mean loss in one game to the nearest cent"
  say "A game costs {stake} and pays {prize} with a probability equal to the {x.description}."
  ask "How much does a player lose on average in one game, to the nearest cent?"
}
