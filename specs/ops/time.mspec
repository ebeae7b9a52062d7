mspec 1
# Rules on lengths of time.
use units.si
use ops.arith

rule time_added on x : time[min] {
  with more : time[min] in 3 min..60 min by 3 min  "time added"
  when 2 * more <= x and x <= 40 * more
  step longer = x + more
  say "Later, the {x.description} grows by {more}."
  as "the increase"
}

rule time_saved on x : time[min] {
  with less : time[min] in 3 min..45 min by 3 min  "time saved"
  when 3 * less <= x and x <= 40 * less
  step shorter = x - less
  say "Then the {x.description} falls by {less}."
  as "the decrease"
}

rule periods_added on x : time[min] {
  with k : int in 2..5                                     "number of periods"
  with each : time[min] in {3 min, 6 min, 12 min, 15 min}  "length of one period"
  when k * each <= x
  step periods = k * each                                  "length of all periods"
  step longer = x + periods
  say "Now suppose that the {x.description} is greater by {k} times {each}."
  as "the increase"
}

rule time_greater_by_percent on x : time[min] {
  with rate : percent in {10%, 20%, 25%, 50%}  "rate of the increase"
  step growth = x * rate                       "increase"
  step longer = x + growth
  say "Now suppose that the {x.description} is {rate} greater."
  as "the increase"
}

rule part_of_time_cut on x : time[min] {
  with cut_part : parts_of_it
  when cut_part.part != 1/3
  step time_cut = x * cut_part.part  "time that is cut"
  step shorter = x - time_cut
  say "Now suppose that the {x.description} is shorter by {cut_part.phrase}."
  as "the cut"
}

rule extend on_several_days on x : time[min] {
  with pal : person
  with days : int in 3..14  "number of days"
  when x <= 600 min
  step in_all = days * x    "time that {pal} practises in {days} days"
  say "{pal} practises the piano every day for a time equal to the {x.description}."
  ask "How long {does pal} practise in {days} days?"
}

rule extend time_left on x : time[min] {
  with pal : person
  with limit : time[h] in {1 h, 2 h, 3 h, 5 h, 8 h, 12 h}  "time at hand"
  when x < limit
  step left : time[min] = limit - x                        "time that {pal} has left"
  say "{pal} has {limit} at hand and spends a time equal to the {x.description} on a walk."
  ask "How many minutes {does pal} have left after the walk?"
}

rule extend in_seconds on x : time[min] {
  step seconds : time[s] = x  "{x.description} in seconds"
  ask "How many seconds is the {x.description}?"
}

rule extend shared_turns on x : time[min] {
  with k : int in 2..6  "number of people who take turns"
  step each = x / k     "turn of each person"
  say "{k:Words} people take turns at a game and divide a time equal to the {x.description} equally."
  ask "How long is the turn of each person?"
}

rule extend paid_by_the_hour on x : time[h] {
  with pal : person
  with rate : money[1/h] in {$6, $12, $15, $18, $24, $30}  "pay for an hour"
  step pay : money = x * rate                              "pay of {pal}"
  say "{pal} works for a time equal to the {x.description} and is paid {rate} an hour."
  ask "How much {does pal} earn?"
}

rule derive time_in_parts on x : time[min] {
  with k : int in 2..6                    "number of equal parts"
  with each : time[min] in 1 min..40 min  "length of one part"
  step whole = k * each
  say "The {x.description} consists of {k} equal parts of {each} each."
}

rule derive time_longer_than on x : time[min] {
  with base : time[min] in 1 min..90 min  "shorter time"
  with more : time[min] in 1 min..30 min  "difference"
  step longer = base + more
  say "The {x.description} is {more} longer than {base}."
}

rule distract way_to_school {
  with pal : person
  with way : time[min] in 5 min..40 min  "time for the way to school"
  say "{pal} takes {way} to walk to school."
}
