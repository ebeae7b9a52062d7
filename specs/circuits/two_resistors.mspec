mspec 1
use physics.circuits

problem two_resistors {
  meta {
    title: "Two resistors in parallel"
    grade: 10
    tags: [circuits, ohms_law]
  }

  given {
    v  : voltage[V] in {6 V, 9 V, 12 V, 24 V}  "voltage of the battery"
    r1 : resistance[Ω] in 20 Ω..120 Ω by 10 Ω  "resistance of the first resistor"
    r2 : resistance[Ω] in 20 Ω..120 Ω by 10 Ω  "resistance of the second resistor"
  }

  require {
    r1 != r2
    is_int(r / 1 Ω)  "a whole number of ohms"
  }

  steps {
    r              = in_parallel(r1, r2)    "resistance of both resistors together"
    i : current[A] = current_through(v, r)  "current supplied by the battery"
  }

  story """
    A resistor of {r1} and one of {r2} are connected in parallel to a battery of {v}.
  """
  ask r "What is the resistance of both resistors together?"
  ask i "What current, to 3 significant figures, does the battery supply?" (sigfigs = 3)

  mistakes {
    series   : r = in_series(r1, r2)       "adds the resistances, as in series"
    no_flip  : r = (r1 + r2) / 4           "takes half of the mean"
    one_only : i = current_through(v, r1)  "takes the current through the first resistor only"
  }

  vary {
    extend power_supplied on i {
      step p : power[W] = v * i  "power supplied by the battery"
      ask "What power, to 3 significant figures, does the battery supply?" (sigfigs = 3)
    }
    distract wire {
      with len : length[cm] in 20 cm..80 cm by 10 cm
      say "The leads are {len} long, and their resistance can be neglected."
    }
    invert which_battery on v {
      when is_int(i / 1 mA)
      replace v "A resistor of {r1} and one of {r2} are connected in parallel to a battery."
      say "The battery supplies a current of {i}."
      ask "What is the voltage of the battery?"
    }
  }

  test "worked by hand" {
    with v = 12 V, r1 = 30 Ω, r2 = 60 Ω
    expect r == 20 Ω
    expect i == 0.6 A
  }
  test "in any world" {
    always r < r1 and r < r2
  }
}
