mspec 1
use physics.circuits

table leds(colour : word, drop : voltage[V]) {
  "red",    1.8 V
  "yellow", 2.0 V
  "green",  2.2 V
  "blue",   3.2 V
  "white",  3.2 V
}

problem led_resistor {
  meta {
    title: "A series resistor for a light-emitting diode"
    grade: 11
    tags: [circuits, ohms_law, power]
  }

  given {
    maker : person
    led   : leds
    v     : voltage[V] in {5 V, 9 V, 12 V}       "voltage of the supply"
    i     : current[mA] in 10 mA..20 mA by 5 mA  "current through the diode"
  }

  steps {
    across            = v - led.drop  "voltage across the resistor"
    r : resistance[Ω] = across / i    "resistance of the resistor"
    p : power[mW]     = across * i    "power turned into heat by the resistor"
  }

  story """
    {maker} wants to light {a led.colour} light-emitting diode from a supply of {v}.
    The diode needs a current of {i}, at which the voltage across it is {led.drop}.
    {maker.They put} a resistor in series with it to take up the rest.
  """
  ask r "What resistance, to 3 significant figures, must the resistor have?" (sigfigs = 3)
  ask p "How much power does the resistor turn into heat?"

  mistakes {
    whole_voltage : across = v             "puts the whole voltage across the resistor"
    amperes       : r      = magnitude(across) / magnitude(i) * 1 Ω  "reads milliamperes as amperes"
    adds          : across = v + led.drop  "adds the voltage of the diode"
  }

  vary {
    distract size {
      with d : length[mm] in {3 mm, 5 mm, 8 mm}
      say "The diode has a diameter of {d}."
    }
  }

  test "worked by hand" {
    with led = "red", v = 9 V, i = 20 mA
    expect r == 360 Ω
    expect p == 144 mW
  }
  test "in any world" {
    always p < v * i
  }
}
