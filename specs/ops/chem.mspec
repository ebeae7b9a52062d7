mspec 1
# Rules on amounts of substance, masses and solutions.
use units.si

rule part_of_amount_lost on x : amount[mol] {
  with rate : percent in {10%, 20%, 25%, 40%, 50%}  "rate of the loss"
  step lost = x * rate                              "amount lost"
  step remaining = x - lost
  say "Now suppose that {rate} of the {x.description} is lost."
  as "the loss"
}

rule amount_greater_by on x : amount[mol] {
  with more : amount[mol] in 0.05 mol..2 mol by 0.05 mol  "amount added"
  when more <= x and x <= 40 * more
  step larger = x + more
  say "Now suppose that the {x.description} is {more} greater."
  as "the increase"
}

rule amount_several_times on x : amount[mol] {
  with k : int in 2..5  "factor"
  step multiplied = k * x
  say "Now suppose that the {x.description} is {k:times} as large."
  as "the increase"
}

rule extend mass_yield on x : mass[g] {
  with share : percent in {50%, 60%, 75%, 80%, 90%}  "yield"
  step gained = x * share                            "mass obtained in practice"
  say "In practice, a mass of only {share} of the {x.description} is obtained."
  ask "What mass is obtained, to 3 significant figures?" (sigfigs = 3)
}

rule extend dissolved_in on x : mass[g] {
  with v : volume[L] in {0.5 L, 1 L, 2 L, 2.5 L, 4 L, 5 L}  "volume of the solution"
  step strength : quantity[g/L] = x / v                     "mass concentration of the solution"
  say "A salt with a mass equal to the {x.description} is dissolved, and water is added up to a volume of {v}."
  ask "What is the mass concentration of the solution in grams per litre, to 3 significant figures?" (sigfigs = 3)
}

rule extend packed_in_portions on x : mass[g] {
  with k : int in 2..20  "number of portions"
  step each = x / k      "mass of one portion"
  say "A substance with a mass equal to the {x.description} is divided into {k} equal portions."
  ask "What is the mass of one portion, to 3 significant figures?" (sigfigs = 3)
}
