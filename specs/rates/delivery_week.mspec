mspec 1
use units.us

problem delivery_week {
  meta {
    title: "Distance of a week with two speeds"
    grade: 6
    tags: [speed, distance, units]
    source: "gsm8k-train-1150"
  }

  given {
    driver : person
    goods  : word in {"fruit", "bread", "parcels", "furniture"}
    v1     : speed[mph] in 25 mph..60 mph by 5 mph  "speed on the first part"
    t1     : time[h] in 1 h..4 h by 0.5 h           "time for the first part"
    v2     : speed[mph] in 20 mph..50 mph by 5 mph  "speed on the second part"
    t2     : time[h] in 1 h..4 h by 0.5 h           "time for the second part"
    days   : count(day) in 3..6                     "number of days"
  }

  require {
    v1 != v2                  "two different speeds"
    is_int(magnitude(daily))  "a whole number of miles a day"
  }

  steps {
    d1 : length[mi] = v1 * t1       "distance on the first part"
    d2 : length[mi] = v2 * t2       "distance on the second part"
    daily           = d1 + d2       "distance driven on one day"
    weekly          = daily * days  "distance driven in the week"
  }

  story """
    {driver} delivers {goods} by van on {days:words} days a week.
    On each delivery day {driver.they drive} at {v1:long} for {t1:long}, and then at {v2:long} for
      {t2:long}.
  """
  ask weekly "How many miles {does driver.they} drive in a week?"

  mistakes {
    mean_speed : daily  = (v1 + v2) / 2 * (t1 + t2)  "uses the mean of the two speeds" when t1 != t2
    one_day    : weekly = daily                      "reports the distance of one day"
    first_only : daily  = d1                         "leaves out the second part"
  }

  vary {
    insert detour on daily {
      with more : length[mi] in 2 mi..12 mi  "length of the detour"
      step longer = daily + more             "distance driven on one day with the detour"
      say "Because of roadworks, {driver.they make} a detour of {more:long} on every delivery day."
    }
    extend fuel on weekly {
      with each : length[mi] in {20 mi, 25 mi}  "distance on one gallon"
      step fuel : rational = weekly / each      "number of gallons of fuel for the week"
      say "The van goes {each:long} on one gallon of fuel."
      ask "How many gallons of fuel does the van need for the week?"
    }
  }

  test "original numbers" {
    with v1 = 30 mph, t1 = 3 h, v2 = 25 mph, t2 = 4 h, days = 6
    expect daily == 190 mi
    expect weekly == 1140 mi
  }
}
