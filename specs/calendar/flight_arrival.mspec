mspec 1
use calendar

table flights(origin : word, destination : word, lasting : time[min], behind : time[min]) {
  "London",   "New York",       490 min, 300 min
  "Madrid",   "Rio de Janeiro", 630 min, 300 min
  "Istanbul", "Lagos",          440 min, 120 min
  "Nairobi",  "Accra",          355 min, 180 min
  "New York", "Los Angeles",    375 min, 180 min
}

problem flight_arrival {
  meta {
    title: "Local time on arrival"
    grade: 7
    tags: [time, clock, time_zones]
  }

  given {
    who    : person
    flight : flights
    start  : time[min] in 480 min..900 min by 5 min  "time of departure"
    late   : time[min] in 10 min..50 min by 5 min    "delay"
  }

  steps {
    home  = start + late + flight.lasting
        "time of arrival at the place of departure" "By the clocks of {flight.origin} the plane lands at {home:clock}."
    local = home - flight.behind
        "local time of arrival" "Clocks in {flight.destination} are {flight.behind:duration} behind, so it is {local:clock} there."
  }

  story """
    {who} flies from {flight.origin} to {flight.destination}, which takes {flight.lasting:duration}.
    The plane should leave at {start:clock} but is {late} late.
    Clocks in {flight.destination} are {flight.behind:duration} behind those in {flight.origin}.
  """
  ask local "What is the local time when {who} lands?" (form = "clock")

  mistakes {
    no_zone  : local = home                    "forgets the time difference"
    ahead    : local = home + flight.behind    "takes the time difference the wrong way"
    no_delay : home  = start + flight.lasting  "leaves out the delay"
  }

  vary {
    extend meeting on local {
      with meeting : time[min] in 960 min..1380 min by 15 min  "time of the meeting"
      when meeting >= local + 20 min and meeting <= local + 300 min
      step spare = meeting - local  "time between landing and the meeting"
      say "{who} has a meeting in {flight.destination} at {meeting:clock} local time."
      ask "How many minutes after landing does the meeting begin?"
    }
    distract seat {
      with row : int in 12..38
      say "{who} has a window seat in row {row}."
    }
  }

  test "worked by hand" {
    with flight = "London", start = 600 min, late = 20 min
    expect home == 1110 min
    expect local == 810 min
  }
}
