mspec 1
# Rules on amounts of substance, masses and solutions.
use units.si

rule extend mass_yield on x : mass[g] {
  when x.noun in {"mass"}
  when not x.words in {"grams", "kilograms", "usable", "left", "bought", "food", "mean", "oil", "portion", "reserve"}
  with share : percent in {50%, 60%, 75%, 80%, 90%}  "part of the mass that can be used"
  step gained = x * share                            "usable part of the {x.description}"
  say "Only {share} of the {x.description} can be used."
  ask "How large is the usable part of the {x.description}, to 3 significant figures?" (sigfigs = 3)
}

rule extend dissolved_in on x : mass[g] {
  when not x.words in {"grams", "kilograms"}
  with v : volume[L] in {0.5 L, 1 L, 2 L, 2.5 L, 4 L, 5 L}  "volume of the salt solution"
  when x >= 1 g and x <= 300 g/L * v
  step strength : quantity[g/L] = x / v  "mass concentration of the salt solution"
  say "A salt solution has a volume of {v} and holds dissolved salt with a mass equal to the {x.description}."
  ask "What is the mass concentration of the salt solution in grams per litre, to 3 significant figures?" (sigfigs = 3)
}

rule extend packed_in_portions on x : mass[g] {
  when not x.words in {"grams", "kilograms", "reserve"}
  with pal : person
  with k : int in 2..20  "number of portions of {pal}'s dough"
  when x >= 10 g * k and x <= 2 kg * k
  step each = x / k      "mass of one portion of {pal}'s dough"
  say "{pal} makes {k:words} equal portions of a dough whose mass is equal to the {x.description}."
  ask "What is the mass of one portion of {pal}'s dough, to 3 significant figures?" (sigfigs = 3)
}
