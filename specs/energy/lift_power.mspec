mspec 1
use physics.energy

noun crane "crane"
noun hoist "hoist"

table machines(item : noun, load : word, light : mass[kg], heavy : mass[kg], top : length[m]) {
  crane, "a load of bricks",     300 kg, 900 kg, 40 m
  hoist, "some sacks of cement", 200 kg, 500 kg, 25 m
}

problem lift_power {
  meta {
    title: "Power and efficiency of a machine that lifts"
    grade: 10
    tags: [energy, power, efficiency]
  }

  given {
    machine : machines
    m       : mass[kg] in 200 kg..900 kg by 50 kg  "mass of the load"
    h       : length[m] in 5 m..40 m by 1 m        "height by which the load rises"
    t       : time[s] in 10 s..60 s by 5 s         "time that the load takes to rise"
    g       : acceleration[m/s^2] in {9.8 m/s^2}   "acceleration due to gravity"
    eta     : percent in 60%..90% by 5%            "efficiency of the motor"
  }

  require {
    machine.light <= m and m <= machine.heavy and h <= machine.top
    0.3 m/s <= h / t and h / t <= 1.5 m/s  "the load rises at a believable speed"
  }

  steps {
    work : energy[kJ]  = height_energy(m, g, h)  "energy that the load gains"
    useful : power[kW] = mean_power(work, t)     "useful power of the motor"
    electric           = useful / eta            "electric power of the motor"
  }

  story """
    {A machine.item} lifts {machine.load} with a total mass of {m} by {h} in {t} at a steady speed.
    The motor has an efficiency of {eta}, and the acceleration due to gravity is {g}.
  """
  ask work "How much energy, to 3 significant figures, does the load gain?" (sigfigs = 3)
  ask electric "What electric power, to 3 significant figures, does the motor need?" (sigfigs = 3)

  mistakes {
    multiplies : electric = useful * eta     "multiplies by the efficiency"
    ideal      : electric = useful           "leaves the efficiency out"
    no_gravity : work     = m * h * 1 m/s^2  "takes the mass for the weight"
  }

  vary {
    distract rope {
      with len : length[m] in 45 m..60 m by 5 m
      say "The {machine.item} has a cable that is {len} long."
    }
  }

  test "worked by hand" {
    with machine = crane, m = 500 kg, h = 10 m, t = 20 s, g = 9.8 m/s^2, eta = 70%
    expect work == 49 kJ
    expect electric == 3.5 kW
  }
  test "in any world" {
    always useful < electric
  }
}
