mspec 1
use calendar

noun film "film"
noun play "play"
noun concert "concert"

table shows(event : noun, place : word, early : time[min], late : time[min], least : time[min], most : time[min]) {
  film,    "at the cinema",    840 min,  1230 min, 85 min, 150 min
  play,    "at the theatre",   1080 min, 1200 min, 75 min, 150 min
  concert, "at the town hall", 1080 min, 1230 min, 60 min, 120 min
}

problem film_end {
  meta {
    title: "When an evening out ends"
    grade: 4
    tags: [time, clock]
  }

  given {
    who    : person
    outing : shows
    start  : time[min] in 840 min..1230 min by 5 min  "time at which the doors open"
    wait   : time[min] in 5 min..25 min by 5 min      "time before the {outing.event} begins"
    run    : time[min] in 60 min..150 min by 5 min    "length of the {outing.event}"
    home   : time[min] in 10 min..45 min by 5 min     "time for the way home"
  }

  require {
    outing.early <= start and start <= outing.late and outing.least <= run and run <= outing.most
    finish < 1440 min  "it is over before midnight"
  }

  steps {
    away   = wait + run + home
        "time until {who} is home" "From the opening of the doors until {who} is home it takes {away:duration}."
    finish = start + away
        "time at which {who} is home" "{away:Duration} after {start:clock} it is {finish:clock}."
  }

  story """
    {who} goes to {a outing.event} {outing.place}, where the doors open at {start:clock}.
    The {outing.event} begins {wait} later and lasts {run:duration}.
    The way home takes {home | "a while"}.
  """
  ask finish "At what time is {who} back home?" (form = "clock")

  mistakes {
    no_wait : away   = run + home             "leaves out the time before the {outing.event}"
    no_way  : away   = wait + run             "leaves out the way home"
    an_hour : finish = start + away - 60 min  "forgets to carry an hour"
  }

  vary {
    extend bedtime on finish {
      with bed : time[min] in 1020 min..1435 min by 5 min  "time to go to bed"
      when bed >= finish + 15 min and bed <= finish + 180 min
      step spare = bed - finish                            "time from coming home to going to bed"
      say "{who} wants to go to bed at {bed:clock}."
      ask "How many minutes before that is {who} home?"
    }
    distract ticket {
      with price : money in $8..$24
      say "The ticket costs {price}."
    }
    insert pause on run {
      with pause : time[min] in 10 min..20 min by 5 min
      step whole = run + pause  "length of the {outing.event} with its break"
      say "In the middle of the {outing.event} there is also a break of {pause}, which comes on top."
    }
  }

  test "worked by hand" {
    with outing = film, start = 1110 min, wait = 15 min, run = 105 min, home = 20 min
    expect away == 140 min
    expect finish == 1250 min
  }
}
