mspec 1
use physics.thermal

noun kettle "kettle"
noun hotplate "hotplate"
noun immersion_heater "immersion heater"

table heaters(item : noun, power : power[W], least : mass[kg], most : mass[kg]) {
  kettle,           2000 W, 0.5 kg, 1.8 kg
  hotplate,         1500 W, 0.5 kg, 3 kg
  immersion_heater, 300 W,  0.2 kg, 0.5 kg
}

problem heating_time {
  meta {
    title: "How long it takes to heat a liquid"
    grade: 10
    tags: [heat, power, temperature]
  }

  given {
    who    : person
    device : heaters
    m      : mass[kg] in 0.2 kg..3.0 kg by 0.1 kg      "mass of the water"
    start  : temperature[°C] in 8 °C..22 °C by 2 °C    "temperature at first"
    goal   : temperature[°C] in 60 °C..100 °C by 5 °C  "temperature wanted"
    c      : specific_heat[J/kg/K] in {4180 J/kg/K}    "specific heat capacity of water"
    eta    : percent in 80%..95% by 5%  "share of the energy that goes into the water"
  }

  require {
    device.least <= m and m <= device.most  "an amount that suits the {device.item}"
  }

  steps {
    rise          = goal - start          "rise in temperature"
    q : energy[J] = heat_for(c, m, rise)  "heat needed by the water"
    used          = q / eta               "electric energy for the heating"
    t : time[s]   = used / device.power   "time for heating the water"
  }

  story """
    {who} heats {m} of water from {start} to {goal} with {a device.item} of {device.power}.
    Of the electric energy, {eta} goes into the water, whose specific heat capacity is {c}.
  """
  ask t "How many seconds does the heating take, to 2 significant figures?" (sigfigs = 2)

  mistakes {
    goal_only : rise = goal - 0 °C  "heats from 0 °C"
    no_loss   : used = q            "leaves the losses out"
    wrong_way : used = q * eta      "multiplies by the share"
  }

  vary {
    distract price {
      with price : money in $20..$45
      say "The {device.item} cost {price}."
    }
  }

  test "worked by hand" {
    with device = kettle, m = 1 kg, start = 20 °C, goal = 100 °C, c = 4180 J/kg/K, eta = 80%
    expect rise == 80 K
    expect q == 334400 J
    expect t == 209 s
  }
}
