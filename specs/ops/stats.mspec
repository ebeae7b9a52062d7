mspec 1
# Means, medians and ranges of a number together with others.

rule extend mean_with_two on x : rational {
  when not x.words in {"digits", "digit", "remainder", "divisors", "divisor", "multiple", "mean", "median", "range", "numbers", "list", "table", "cards", "row", "average"}
  with a : int in 2..60                   "second entry in the table"
  with b : int in 2..60                   "third entry in the table"
  when x >= 1 and x <= 500 and is_int(300 * x)
  step total : rational = x + a + b       "sum of the entries in the table"
  step mean_value : rational = total / 3  "mean of the entries in the table"
  say "A table has exactly three entries: the {x.description}, {a} and {b}."
  ask "What is the mean of the entries in the table, to 3 significant figures?" (sigfigs = 3)
}

rule extend median_with_two on x : rational {
  when not x.words in {"digits", "digit", "remainder", "divisors", "divisor", "multiple", "mean", "median", "range", "numbers", "list", "table", "cards", "row", "average"}
  with a : int in 2..60                           "second number in the list"
  with b : int in 2..60                           "third number in the list"
  when a != b and x != a and x != b and x <= 500 and is_int(300 * x)
  step middle_value : rational = median(x, a, b)  "median of the list"
  say "A list consists of the {x.description} and the numbers {a} and {b}."
  ask "What is the median of the list?"
}

rule extend range_with_two on x : rational {
  when not x.words in {"digits", "digit", "remainder", "divisors", "divisor", "multiple", "mean", "median", "range", "numbers", "list", "table", "cards", "row", "average"}
  with a : int in 2..60                        "number on the second card"
  with b : int in 2..60                        "number on the third card"
  when a != b and x <= 500 and is_int(300 * x)
  step largest : rational = max(x, a, b)       "largest number on the cards"
  step smallest : rational = min(x, a, b)      "smallest number on the cards"
  step spread : rational = largest - smallest  "range of the numbers on the cards"
  say "On each of three cards there is a number: on the first card the {x.description}, on the second card {a} and on the third card {b}."
  ask "What is the range of the numbers on the cards?"
}

rule extend weighted_with_one on x : rational {
  when not x.words in {"digits", "digit", "remainder", "divisors", "divisor", "multiple", "mean", "median", "range", "numbers", "list", "table", "cards", "row", "average"}
  with other : int in 2..60                     "number with the weight 1"
  with w : int in 2..5                          "larger weight"
  when x >= 1 and x <= 500 and is_int(300 * x)
  step weighted : rational = w * x              "product of {w} and the {x.description}"
  step total : rational = weighted + other      "sum of the weighted numbers"
  step mean_value : rational = total / (w + 1)  "weighted mean with the weights {w} and 1"
  say "In a weighted mean of two numbers, the {x.description} has the weight {w}, and the number {other} has the weight 1."
  ask "What is this weighted mean, to 3 significant figures?" (sigfigs = 3)
}

rule extend mean_amount on x : money {
  with pal : person
  with a : money in $5..$200 by $5     "amount of the first friend of {pal}"
  with b : money in $5..$200 by $5     "amount of the second friend of {pal}"
  when a != b and 4 * x >= a + b and x <= a + b
  step total = x + a + b               "total amount of {pal} and the two friends"
  step mean_value : money = total / 3  "mean amount of {pal} and the two friends"
  say "{pal} has an amount of money equal to the {x.description}, and two friends of {pal} have {a} and {b}."
  ask "What is the mean amount of {pal} and the two friends?"
}

rule extend missing_fourth on x : rational {
  when not x.words in {"digits", "digit", "remainder", "divisors", "divisor", "multiple", "mean", "median", "range", "numbers", "list", "table", "cards", "row", "average"}
  with a : int in 2..40                     "first number in the row"
  with b : int in 2..40                     "second number in the row"
  with goal : int in 5..60                  "mean of the row"
  step so_far : rational = a + b + x        "sum of the first three numbers in the row"
  step needed = 4 * goal                    "sum of all four numbers in the row"
  when needed > so_far and is_int(300 * x)
  step fourth : rational = needed - so_far  "last number in the row"
  say "A row of four numbers has the mean {goal}; the first three of them are {a}, {b} and the {x.description}."
  ask "What is the last number in the row?"
}
