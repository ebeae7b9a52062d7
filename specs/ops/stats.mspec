mspec 1
# Means, medians and ranges of a number together with others.

rule extend mean_with_two on x : rational {
  with a : int in 2..60                   "second number"
  with b : int in 2..60                   "third number"
  step total : rational = x + a + b       "sum of the three numbers"
  step mean_value : rational = total / 3  "mean of the three numbers"
  say "Three numbers are the {x.description}, {a} and {b}."
  ask "What is the mean of the three numbers, to 3 significant figures?" (sigfigs = 3)
}

rule extend median_with_two on x : rational {
  with a : int in 2..60                           "second number"
  with b : int in 2..60                           "third number"
  when a != b
  step middle_value : rational = median(x, a, b)  "median of the three numbers"
  say "Three numbers are the {x.description}, {a} and {b}."
  ask "What is the median of the three numbers?"
}

rule extend range_with_two on x : rational {
  with a : int in 2..60                        "second number"
  with b : int in 2..60                        "third number"
  when a != b
  step largest : rational = max(x, a, b)       "largest number"
  step smallest : rational = min(x, a, b)      "smallest number"
  step spread : rational = largest - smallest  "range of the three numbers"
  say "Three numbers are the {x.description}, {a} and {b}."
  ask "What is the range of the three numbers?"
}

rule extend weighted_mean on x : rational {
  with other : int in 2..60                     "other number"
  with w : int in 2..5                          "weight of the first number"
  step weighted : rational = w * x              "weighted number"
  step total : rational = weighted + other      "weighted sum"
  step mean_value : rational = total / (w + 1)  "weighted mean"
  say "In a weighted mean of two numbers, the {x.description} has the weight {w}, and the number {other} has the weight 1."
  ask "What is the weighted mean, to 3 significant figures?" (sigfigs = 3)
}

rule extend mean_amount on x : money {
  with a : money in $5..$200 by $5     "second amount"
  with b : money in $5..$200 by $5     "third amount"
  when 4 * x >= a + b and x <= a + b
  step total = x + a + b               "sum of the three amounts"
  step mean_value : money = total / 3  "mean of the three amounts"
  say "Three friends receive different amounts: the first one as much as the {x.description}, the second one {a} and the third one {b}."
  ask "How much do the three friends receive on average?"
}

rule extend missing_fourth on x : rational {
  with a : int in 2..40                     "second number"
  with b : int in 2..40                     "third number"
  with goal : int in 5..60                  "mean wanted"
  step so_far : rational = x + a + b        "sum of the three numbers"
  step needed = 4 * goal                    "sum needed for four numbers"
  when needed > so_far
  step fourth : rational = needed - so_far  "fourth number"
  say "The mean of four numbers is {goal}, and three of them are the {x.description}, {a} and {b}."
  ask "What is the fourth number?"
}

rule distract points_in_a_test {
  with pal : person
  with points : int in 40..99  "points in the last test"
  say "In the last test, {pal} scored {points} points."
}
