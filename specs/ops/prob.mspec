mspec 1
# Questions that go on from a probability, a share or a chance.

rule extend complement on x : probability {
  step against = 1 - x  "probability that the event does not happen"
  say "Some event has a probability equal to the {x.description}."
  ask "What is the probability that this event does not happen?"
}

rule extend twice_in_a_row on x : probability {
  step both = x * x  "probability that both trials succeed"
  say "Two independent trials each succeed with a probability equal to the {x.description}."
  ask "What is the probability that both trials succeed?"
}

rule extend at_least_once on x : probability {
  with k : int in 2..3      "number of trials"
  step fails = 1 - x        "probability that one trial fails"
  step all_fail = fails^k   "probability that all trials fail"
  step some = 1 - all_fail  "probability that at least one trial succeeds"
  say "There are {k:words} independent trials, each of which succeeds with a probability equal to the {x.description}."
  ask "What is the probability that at least one trial succeeds?"
}

rule extend exactly_one_of_two on x : probability {
  step fails = 1 - x                            "probability that one trial fails"
  step one_way = x * fails                      "probability that only the first succeeds"
  step exactly_one : probability = 2 * one_way  "probability that exactly one trial succeeds"
  say "Two independent trials each succeed with a probability equal to the {x.description}."
  ask "What is the probability that exactly one of the two trials succeeds?"
}

rule extend with_another on x : probability {
  with other : probability in {1/2, 1/3, 1/4, 2/3, 3/4, 1/5}  "probability of the other event"
  step both = x * other                                       "probability that both events happen"
  say "Of two independent events, one has a probability equal to the {x.description} and the other one a probability of {other}."
  ask "What is the probability that both events happen?"
}

rule extend either_of_two on x : probability {
  with other : probability in {1/2, 1/3, 1/4, 2/3, 3/4, 1/5}  "probability of the other event"
  step neither = (1 - x) * (1 - other)                        "probability of neither event"
  step either = 1 - neither  "probability that at least one of the events happens"
  say "Of two independent events, one has a probability equal to the {x.description} and the other one a probability of {other}."
  ask "What is the probability that at least one of the two events happens?"
}

rule extend expected_number on x : probability {
  with trials : int in {20, 50, 100, 200, 600}  "number of trials"
  step expected : rational = trials * x         "expected number of successes"
  say "Each of {trials} trials succeeds with a probability equal to the {x.description}."
  ask "How many successes are to be expected, to 3 significant figures?" (sigfigs = 3)
}

rule extend expected_win on x : probability {
  with prize : money in $2..$30 by $1                "prize"
  with stake : money in $0.50..$5.00 by $0.50        "stake"
  step mean_prize : money = round(prize * x, $0.01)  "mean prize"
  when mean_prize < stake
  step loss = stake - mean_prize                     "mean loss in one game"
  say "A game costs {stake} and pays {prize} with a probability equal to the {x.description}."
  ask "How much does a player lose on average in one game, to the nearest cent?"
}
