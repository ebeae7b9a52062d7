mspec 1
use chemistry

problem gas_cylinder {
  meta {
    title: "Mass of a gas in a cylinder"
    grade: 11
    tags: [gases, mole]
  }

  given {
    gas : gases
    v   : volume[L] in 2 L..50 L                        "volume of the cylinder"
    p   : pressure[kPa] in 200 kPa..2000 kPa by 50 kPa  "pressure of the gas"
    t   : temperature[°C] in 5 °C..35 °C by 1 °C        "temperature at the filling"
    R   : quantity[J/mol/K] in {8.314 J/mol/K}          "gas constant"
  }

  steps {
    tk : temperature[K] = t                  "absolute temperature"
    n : amount[mol]     = p * v / (R * tk)   "amount of {gas.name} in the cylinder"
    mm                  = molar_mass(gas.f)  "molar mass of {gas.name}"
    mass : mass[g]      = n * mm             "mass of {gas.name} in the cylinder"
  }

  story """
    A cylinder of {v} is filled with {gas.name}, {gas.f}, at a temperature of {t} up to a pressure
      of {p}.
    The gas can be taken to be ideal, with a gas constant of {R}.
  """
  ask mass "What is the mass of {gas.name} in the cylinder, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    celsius : tk = t - 0 °C + 0 K  "puts the temperature in degrees Celsius into the gas law"
  }

  vary {
    insert filled_up on p {
      with more : pressure[kPa] in 50 kPa..500 kPa by 50 kPa  "rise of the pressure"
      step full = p + more  "pressure of the gas after more is pumped in"
      say "More {gas.name} is pumped in, until the pressure has risen by {more} at the same temperature."
    }
  }

  test "nitrogen" {
    with gas = "nitrogen", v = 10 L, p = 500 kPa, t = 27 °C
    expect tk == 300.15 K
    expect 56.12 g < mass and mass < 56.14 g
  }
}
