mspec 1
use physics.forces

problem spring_scale {
  meta {
    title: "Stretch of a spring"
    grade: 9
    tags: [forces, springs, proportion]
  }

  given {
    who : person
    m1  : mass[g] in 100 g..500 g by 50 g     "first mass"
    x1  : length[mm] in 10 mm..60 mm by 2 mm  "stretch with the first mass"
    m2  : mass[g] in 150 g..800 g by 50 g     "second mass"
    g   : acceleration[m/s^2] in {9.8 m/s^2}  "acceleration due to gravity"
  }

  require {
    m2 > m1
    is_int(x2 / 1 mm) and x2 <= 150 mm
        "a whole number of millimetres, within the reach of a spring"
    20 N/m <= k and k <= 200 N/m        "a spring for a classroom"
  }

  steps {
    f1 : force[N]      = m1 * g   "weight of the first mass"
    k : stiffness[N/m] = f1 / x1  "spring constant"
    f2 : force[N]      = m2 * g   "weight of the second mass"
    x2 : length[mm]    = f2 / k   "stretch with the second mass"
  }

  story """
    {who} hangs a first mass of {m1} on a spring, which then gets {x1} longer than without a load.
    The first mass is taken off, and a second mass of {m2} is hung on the spring, which obeys
      Hooke's law.
    The acceleration due to gravity is {g}.
  """
  ask k "What is the spring constant, to 3 significant figures?" (sigfigs = 3)
  ask x2 "By how much does the second mass stretch the spring?"

  mistakes {
    in_grams : f1 = magnitude(m1) * 1 N  "takes the mass in grams for the force"
    both     : f2 = (m1 + m2) * g        "leaves the first mass on the spring"
    inverse  : x2 = k * x1 / 1 N/m       "multiplies by the spring constant"
  }

  vary {
    distract unloaded {
      with len : length[cm] in 12 cm..30 cm by 1 cm
      say "Without a load the spring is {len} long."
    }
  }

  test "worked by hand" {
    with m1 = 200 g, x1 = 40 mm, m2 = 500 g, g = 9.8 m/s^2
    expect k == 49 N/m
    expect x2 == 100 mm
  }
  test "in any world" {
    always x2 > x1
  }
}
