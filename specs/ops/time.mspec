mspec 1
# Rules on lengths of time.
use units.si
use ops.arith

rule time_added on x : time[min] {
  when x.told
  when not x.noun in {"number"}
  with more : time[min] in 3 min..60 min by 3 min  "time added"
  when 2 * more <= x and x <= 40 * more
  step longer = x + more
  say "Now suppose that the {x.description} is {more} longer."
  as "the extension"
}

rule time_saved on x : time[min] {
  when x.told
  when not x.noun in {"number"}
  with less : time[min] in 3 min..45 min by 3 min  "time saved"
  when 3 * less <= x and x <= 40 * less
  step shorter = x - less
  say "Now suppose that the {x.description} is {less} shorter."
  as "the shortening"
}

rule periods_added on x : time[min] {
  when x.told
  when not x.noun in {"number"}
  with k : int in 2..5                                     "number of extra parts"
  with each : time[min] in {3 min, 6 min, 12 min, 15 min}  "length of one extra part"
  when k * each <= x
  step periods = k * each                                  "extra time"
  step longer = x + periods
  say "Now suppose that the {x.description} is longer by {k:words} periods of {each} each."
  as "the extra time"
}

rule time_greater_by_percent on x : time[min] {
  when x.told
  when not x.noun in {"number"}
  with rate : percent in {10%, 20%, 25%, 50%}  "rate of the increase"
  when x < 2 min or floor(x * rate / 1 min) * 1 min == x * rate
  step growth = x * rate                       "increase"
  step longer = x + growth
  say "Now suppose that the {x.description} is {rate} longer."
  as "the increase"
}

rule part_of_time_cut on x : time[min] {
  when x.told
  when not x.noun in {"number"}
  with cut_part : parts_of_it
  when cut_part.part != 1/3
  when x < 2 min or floor(x * cut_part.part / 1 min) * 1 min == x * cut_part.part
  step time_cut = x * cut_part.part  "time that is cut"
  step shorter = x - time_cut
  say "Now suppose that the {x.description} is shorter by {cut_part.phrase}."
  as "the cut"
}

rule extend on_several_days on x : time[min] {
  when not x.words in {"seconds"}
  with pal : person
  with days : int in 3..14            "number of days on which {pal} practises"
  when x >= 10 min and x <= 240 min
  step in_all : time[min] = days * x  "time that {pal} practises in all"
  say "On each of {days} days, {pal} practises the piano for a time equal to the {x.description}."
  ask "How many minutes {does pal} practise in all, to 3 significant figures?" (sigfigs = 3)
}

rule extend time_left on x : time[min] {
  when not x.words in {"seconds"}
  with pal : person
  with limit : time[min] in {60 min, 120 min, 180 min, 240 min, 300 min, 480 min}
      "free time of {pal}"
  when x < limit and x >= 5 min
  step left : time[min] = limit - x  "free time that {pal} has left"
  say "{pal} has {limit} of free time, and of this a walk takes a time equal to the {x.description}."
  ask "How many minutes of free time {does pal} have left, to 3 significant figures?" (sigfigs = 3)
}

rule extend in_seconds on x : time[min] {
  when not x.words in {"hours", "minutes", "seconds"}
  when x <= 180 min
  step seconds : time[s] = x  "{x.description} in seconds"
  ask "What is the {x.description} in seconds, to the nearest second?" (round = 0)
}

rule extend shared_turns on x : time[min] {
  when not x.words in {"seconds"}
  with pal : person
  with k : int in 2..6  "number of people who take turns"
  when x >= 2 min * k and x <= 720 min
  step each = x / k     "time of {pal}'s turn"
  say "Taking equal turns, {k:words} people, one of them {pal}, play a game for a total time that is equal to the {x.description}."
  ask "How long is {pal}'s turn, to 3 significant figures?" (sigfigs = 3)
}

rule extend paid_by_the_hour on x : time[h] {
  when not x.words in {"seconds"}
  with pal : person
  with rate : money[1/h] in {$6, $12, $15, $18, $24, $30}  "pay for an hour"
  when x >= 0.2 h and x <= 60 h
  step hours : time[h] = x                                 "working time of {pal}"
  step pay : money = hours * rate                          "pay of {pal}"
  say "{pal} is paid {rate} an hour and works for a time equal to the {x.description}."
  ask "How much {does pal} earn?"
}

rule derive time_several_times on x : time[min] {
  when not x.noun in {"number"}
  with each : time[min] in 1 min..40 min  "length of the piece of music"
  with k : int in 2..6                    "factor for the time"
  step whole = k * each
  say "The {x.description} is {k:times} the length of a piece of music that lasts {each}."
}

rule derive time_longer_than on x : time[min] {
  with base : time[min] in 1 min..90 min  "length of the piece of music"
  with more : time[min] in 2 min..30 min  "difference"
  step longer = base + more
  say "The {x.description} is {more} more than the length of a piece of music that lasts {base}."
}

rule extend bottles_labelled on x : rational {
  with each : time[s] in 2 s..15 s  "labelling time for one bottle"
  when x >= 5 and x <= 2000 and is_int(x)
  step labelling = x * each         "labelling time for the order"
  say "The number of bottles in an order is equal to the {x.description}, and a machine needs {each} to label each of them."
  ask "How many seconds does the machine need for the order?"
}

rule distract favourite_film {
  with pal : person
  with duration : time[min] in 84 min..172 min  "length of the favourite film of {pal}"
  say "The favourite film of {pal} lasts {duration}."
}
