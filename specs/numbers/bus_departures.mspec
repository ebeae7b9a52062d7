mspec 1

problem bus_departures {
  meta {
    title: "Two buses that leave together"
    grade: 6
    tags: [lcm, multiples]
  }

  given {
    c1, c2 : word in {"red", "blue", "green", "yellow"}
    place  : word in {"the station", "the harbour", "the airport", "the town hall"}
    gap1   : count(minute) in 6..20  "time between two {c1} buses"
    gap2   : count(minute) in 8..30  "time between two {c2} buses"
  }

  require {
    c1 != c2                 "two lines"
    gap1 < gap2
    gcd(gap1, gap2) > 1      "the product is not the answer"
    not divides(gap1, gap2)  "the longer time is not the answer"
    wait <= 180
  }

  steps {
    wait = lcm(gap1, gap2)  "number of minutes between two joint departures of the buses"
  }

  story """
    At 6:00 in the morning {a c1} bus and {a c2} bus leave {place} together.
    After that, {a c1} bus leaves every {gap1 of minute} and {a c2} bus every {gap2 of minute}.
  """
  ask wait "After how many minutes do {a c1} bus and {a c2} bus next leave together?"

  mistakes {
    multiplies     : wait = gap1 * magnitude(gap2)  "multiplies the two times"
    common_divisor : wait = gcd(gap1, gap2)         "takes the greatest common divisor"
    adds           : wait = gap1 + gap2             "adds the two times"
  }

  vary {
    extend times_in_a_day on wait {
      with hours : count(hour) in {6, 12, 18}
      step together = quotient(hours * 60, magnitude(wait))
          "number of later joint departures on that day"
      say "On that day the buses run for {hours of hour}."
      ask "How many more times do {a c1} bus and {a c2} bus leave together on that day?"
    }
    distract fare {
      with fare : money in $1.50..$4.00 by $0.50
      say "A single ticket costs {fare}."
    }
  }

  test "12 and 18 minutes" {
    with gap1 = 12, gap2 = 18
    expect wait == 36
  }
  test "any world" {
    always divides(gap1, wait) and divides(gap2, wait)
  }
}
