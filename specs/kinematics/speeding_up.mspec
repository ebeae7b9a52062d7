mspec 1
use physics.kinematics

noun cyclist "cyclist"
noun motorcyclist "motorcyclist"
noun tram "tram"
noun bus "bus"

problem speeding_up {
  meta {
    title: "Speeding up at a steady rate"
    grade: 10
    tags: [kinematics, acceleration]
  }

  given {
    who : noun in {cyclist, tram, bus}
    u   : speed[m/s] in 3 m/s..7 m/s   "speed of the {who} at first"
    v   : speed[m/s] in 6 m/s..13 m/s  "final speed of the {who}"
    t   : time[s] in 4 s..12 s         "time for which the {who} speeds up"
  }

  require {
    who != cyclist or v <= 10 m/s
    0.3 m/s^2 <= a and a <= 1.2 m/s^2  "an acceleration that passengers and cyclists manage"
    is_int(100 * magnitude(a))         "a short decimal"
  }

  steps {
    gain    = v - u        "increase in speed"
    a       = gain / t     "acceleration"
    typical = (u + v) / 2  "mean speed while speeding up"
    d       = typical * t  "distance covered while speeding up"
  }

  story """
    {A who} is travelling at {u} and then speeds up at a steady rate.
    After {t} the speed of the {who} is {v}.
  """
  ask a "What is the acceleration?"
  ask d "How far does the {who} go while speeding up?"

  mistakes {
    from_rest   : gain    = v  "takes the final speed for the increase"
    last_speed  : typical = v  "goes the whole time at the final speed"
    first_speed : typical = u  "goes the whole time at the first speed"
  }

  vary {
    distract road {
      with w : length[m] in 6 m..9 m
      say "The road is {w} wide."
    }
    extend keeps_going on d {
      with rest : time[s] in 5 s..20 s by 5 s
      step more = v * rest   "distance covered at the final speed"
      step whole = d + more  "whole distance covered by the {who}"
      say "The {who} then keeps that speed for another {rest}."
      ask "How far does the {who} go in all?"
    }
  }

  test "worked by hand" {
    with u = 4 m/s, v = 10 m/s, t = 8 s
    expect a == 0.75 m/s^2
    expect d == 56 m
  }
  test "in any world" {
    always typical < v
  }
}
