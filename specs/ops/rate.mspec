mspec 1
# Rules on speeds and on what is done or used for each of something.
use units.si

rule extend second_speed on x : speed[m/s] {
  when not x.words in {"case", "second", "larger"}
  with rate : percent in {5%, 10%, 20%, 25%}  "difference in percent"
  step growth = x * rate                      "difference of the two speeds"
  step faster = x + growth                    "larger speed"
  say "A larger speed is {rate} greater than the {x.description}."
  ask "How large is this larger speed, to 3 significant figures?" (sigfigs = 3)
}

rule extend distance_at_speed on x : speed[m/s] {
  with pal : person
  with t : time[s] in 5 s..60 s by 5 s  "time that {pal}'s drone flies"
  when x >= 0.5 m/s and x <= 30 m/s
  step distance : length[m] = x * t     "distance that {pal}'s drone flies"
  say "{pal}'s drone flies for {t} at a constant speed equal to the {x.description}."
  ask "How far does {pal}'s drone fly, to 3 significant figures?" (sigfigs = 3)
}

rule extend average_speed on x : length[m] {
  when not x.words in {"millimetres", "kilometres"}
  when not x.noun in {"radius", "diameter", "wavelength", "width"}
  with pal : person
  with t : time[s] in {20 s, 25 s, 40 s, 50 s, 100 s, 200 s, 400 s, 500 s}  "time that {pal} takes"
  when x <= 5 m/s * t and x >= 0.5 m/s * t
  step pace : speed[m/s] = x / t  "average speed of {pal}"
  say "In {t}, {pal} covers a distance equal to the {x.description}."
  ask "What is the average speed of {pal} in metres per second, to 3 significant figures?" (sigfigs = 3)
}

rule extend done_in_time on x : time[min] {
  when not x.words in {"seconds"}
  with pages_each : int in 2..9                       "number of pages printed in a minute"
  when x >= 2 min and x <= 300 min
  step minutes : time[min] = x                        "running time of the printer"
  step pages : int = magnitude(minutes) * pages_each  "number of pages that the printer prints"
  say "A printer prints {pages_each} pages a minute and runs for a time equal to the {x.description}."
  ask "How many pages does the printer print?"
}

rule extend per_week on x : money {
  when x.noun in {"left", "saved", "savings", "received", "income", "pay", "salary", "share", "change", "money", "has", "interest"}
  with pal : person
  with weeks : int in {4, 5, 8, 10}  "number of weeks"
  when x >= $10 * weeks
  step weekly : money = x / weeks    "amount that {pal} can spend in a week"
  say "For {weeks} weeks, {pal} has to manage with an amount equal to the {x.description}."
  ask "How much can {pal} spend in one week, on average?"
}

rule extend per_month_and_year on x : money {
  when x.noun in {"bill", "charge", "rent", "fee", "instalment", "cost"}
  with pal : person
  with rent : money in $5..$60 by $1  "amount that {pal} pays for insurance in a month"
  when x >= $5 and x <= $500
  step monthly = x + rent             "amount that {pal} pays in a month"
  step yearly = 12 * monthly          "amount that {pal} pays in a year"
  say "Every month, {pal} pays {rent} for insurance and, for a loan, an amount equal to the {x.description}."
  ask "How much {does pal} pay in a year?"
}
