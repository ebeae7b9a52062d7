mspec 1
use calendar

noun bus "bus" "buses"
noun tram "tram"
noun ferry "ferry" "ferries"

table lines(vehicle : noun, stop : word, least : time[min], most : time[min]) {
  bus,   "bus stop",  8 min,  24 min
  tram,  "tram stop", 6 min,  15 min
  ferry, "pier",      25 min, 50 min
}

problem next_bus {
  meta {
    title: "Waiting for the next departure"
    grade: 6
    tags: [time, clock, remainder]
  }

  given {
    who   : person
    line  : lines
    first : time[min] in 300 min..420 min by 5 min   "time of the first departure"
    every : time[min] in 6 min..50 min by 1 min      "time between departures"
    now   : time[min] in 480 min..1200 min by 1 min  "time of arrival at the stop"
  }

  require {
    line.least <= every and every <= line.most
    over > 0 min  "no {line.vehicle} leaves just then"
  }

  steps {
    since          = now - first
        "time since the first departure" "From {first:clock} to {now:clock} it is {since:duration}, or {since}."
    over           = remainder(since, every)  "time since the latest departure"
    wait           = every - over             "waiting time of {who}"
    next_departure = now + wait
        "time of the next departure" "{wait} after {now:clock} it is {next_departure:clock}."
  }

  story """
    The first {line.vehicle} of the day leaves at {first:clock}, and after that one leaves every
      {every}.
    {who} comes to the {line.stop} at {now:clock}.
  """
  ask wait "How many minutes does {who} have to wait for the next {line.vehicle}?"
  ask next_departure "When does this {line.vehicle} leave?" (form = "clock")

  mistakes {
    latest : wait = over   "takes the time since the latest departure"
    whole  : wait = every  "waits for a whole interval"
  }

  vary {
    extend ride on next_departure {
      with ride : time[min] in 8 min..40 min by 1 min  "length of the ride"
      step arrival = next_departure + ride
          "time of getting off the {line.vehicle}" "{ride} after {next_departure:clock} it is {arrival:clock}."
      step in_all = arrival - now
          "time from coming to the {line.stop} to getting off the {line.vehicle}" "From {now:clock} to {arrival:clock} it is {in_all:duration}."
      say "The ride on the {line.vehicle} takes {ride}."
      ask "How many minutes after coming to the {line.stop} does {who} get off the {line.vehicle}?"
    }
    distract fare {
      with fare : money in $1.50..$4.00 by $0.25
      say "A ticket for the {line.vehicle} costs {fare}."
    }
  }

  test "worked by hand" {
    with line = bus, first = 330 min, every = 12 min, now = 500 min
    expect since == 170 min
    expect wait == 10 min
    expect next_departure == 510 min
  }
  test "in any world" {
    always wait < every
  }
}
