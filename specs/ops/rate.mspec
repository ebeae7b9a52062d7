mspec 1
# Rules on speeds and on what is done or used for each of something.
use units.si

rule speed_greater_by_percent on x : speed[m/s] {
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the increase"
  step growth = x * rate                      "increase"
  step faster = x + growth
  say "Now suppose that the {x.description} is {rate} greater."
  as "the increase"
}

rule speed_smaller_by_percent on x : speed[m/s] {
  with rate : percent in {5%, 10%, 20%, 25%}  "rate of the decrease"
  step loss = x * rate                        "decrease"
  step slower = x - loss
  say "Now suppose that the {x.description} is {rate} smaller."
  as "the decrease"
}

rule extend average_speed on x : length[m] {
  with pal : person
  with t : time[s] in {20 s, 25 s, 40 s, 50 s, 100 s, 200 s}  "time taken"
  when x <= 8 m/s * t and x >= 0.2 m/s * t
  step pace : speed[m/s] = x / t                              "average speed of {pal}"
  say "{pal} covers a distance equal to the {x.description} in {t}."
  ask "What is the average speed in metres per second, to 3 significant figures?" (sigfigs = 3)
}

rule extend done_in_time on x : time[min] {
  with pages_each : int in 2..9                       "number of pages printed in a minute"
  step minutes : time[min] = x                        "time in minutes"
  step pages : int = magnitude(minutes) * pages_each  "number of pages printed"
  say "A printer prints {pages_each} pages a minute and runs for a time equal to the {x.description}."
  ask "How many pages does the printer print?"
}

rule extend per_week on x : money {
  with weeks : int in {4, 5, 8, 10}  "number of weeks"
  step weekly : money = x / weeks    "amount for one week"
  say "An amount equal to the {x.description} has to last for {weeks} weeks."
  ask "How much can be spent in one week?"
}

rule extend per_month_and_year on x : money {
  with pal : person
  with rent : money in $5..$60 by $1  "other cost of a month"
  when x <= $1000
  step monthly = x + rent             "cost of a month"
  step yearly = 12 * monthly          "cost of a year"
  say "Every month, {pal} pays an amount equal to the {x.description} and another {rent}."
  ask "How much {does pal} pay in a year?"
}

rule extend two_machines on x : int {
  with a : int in 2..9                "number made by the first machine in a minute"
  with b : int in 2..9                "number made by the second machine in a minute"
  when a < b and x > a + b
  step both = a + b                   "number made in a minute by both machines"
  step minutes : rational = x / both  "number of minutes for the screws"
  say "One machine makes {a} screws a minute, another one {b}, and together they are to make a number of screws equal to the {x.description}."
  ask "How many minutes do both machines need, to 3 significant figures?" (sigfigs = 3)
}
