mspec 1
use units.si

problem boat_and_current {
  meta {
    title: "Boat and current"
    grade: 9
    tags: [ratio, speed, fractions]
  }

  given {
    who     : person
    vehicle : word in {"motor boat", "rowing boat", "canoe"}
    up      : time[min] in 60 min..180 min by 5 min  "time upstream"
    down    : time[min] in 30 min..90 min by 5 min   "time downstream"
  }

  require {
    down >= up * 2 / 5   "the current is much slower than the boat"
    down <= up * 9 / 10  "the current is no trickle"
  }

  steps {
    n = up / down
        "ratio of the speed downstream to the speed upstream" "The way is the same, so the speeds are in the inverse ratio of the times: downstream to upstream is {n:ratio}."
    r = (n + 1) / (n - 1)
        "ratio of the speed in still water to the speed of the current" "In still water the speed is half the sum of the two, and the current has half their difference: ({n:fraction} + 1) to ({n:fraction} - 1) is {r:ratio}."
  }

  story """
    {who} travels up a river in {a vehicle}, always with the same power, for {up:duration}.
    The way back down the river, with the same power, takes {down:duration | "less time"}.
  """
  ask r "What is the ratio of the speed of the {vehicle} in still water to the speed of the current?" (form = "ratio")

  mistakes {
    of_times : r = n                  "gives the ratio of the times"
    inverse  : r = (n - 1) / (n + 1)  "gives the ratio of the current to the {vehicle}"
    only_sum : r = n + 1              "forgets to divide by the difference"
  }

  vary {
    extend still_water on r {
      with current : speed[km/h] in {1 km/h, 1.5 km/h, 2 km/h, 3 km/h}  "speed of the current"
      step still : speed[km/h] = r * current  "speed of the {vehicle} in still water"
      when still <= (if vehicle == "motor boat" then 25 km/h else 9 km/h)
      say "The river flows at {current}."
      ask still "How fast is the {vehicle} in still water?" (round = 1)
    }
    distract start {
      with rest : time[min] in 10 min..40 min by 5 min  "length of the rest"
      say "Before the way back, {who.they rest} for {rest:duration}."
    }
  }

  test "by hand" {
    with up = 60 min, down = 40 min
    expect n == 3/2
    expect r == 5
  }
  test "any world" {
    always r > 1
  }
}
