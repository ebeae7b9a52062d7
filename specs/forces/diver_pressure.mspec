mspec 1
use physics.forces

noun window "window"
noun hatch "hatch"
noun submarine "submarine"
noun diving_bell "diving bell"

problem diver_pressure {
  meta {
    title: "Force of the water on a window"
    grade: 10
    tags: [forces, pressure]
  }

  given {
    liquid : liquids where density == 1030 kg/m^3
    depth  : length[m] in 5 m..60 m by 5 m                "depth below the surface"
    vessel : noun in {submarine, diving_bell}
    part   : noun in {window, hatch}
    area   : area[m^2] in 0.10 m^2..0.80 m^2 by 0.05 m^2  "area of the {part}"
    g      : acceleration[m/s^2] in {9.8 m/s^2}           "acceleration due to gravity"
  }

  steps {
    p : pressure[kPa] = liquid_pressure(liquid.density, g, depth)  "pressure of the water"
    f : force[kN]     = p * area  "force of the water on the {part}"
  }

  story """
    {A vessel} with {a part} is {depth} below the surface of the sea.
    The density of sea water is {liquid.density}, and the {part} has an area of {area}.
    The acceleration due to gravity is {g}.
  """
  ask p "What pressure, to 3 significant figures, does the water exert at that depth?" (sigfigs = 3)
  ask f "What force, to 3 significant figures, does the water exert on the {part}?" (sigfigs = 3)

  mistakes {
    no_gravity : p = liquid.density * depth * 1 m/s^2  "leaves out the acceleration due to gravity"
    divided    : f = p / area * 1 m^4                  "divides by the area"
  }

  vary {
    distract crew {
      with sailors : count(human) in 2..6
      say "The {vessel} has a crew of {sailors of human}."
    }
  }

  test "worked by hand" {
    with depth = 20 m, area = 0.5 m^2, g = 9.8 m/s^2
    expect p == 201.88 kPa
    expect f == 100.94 kN
  }
}
