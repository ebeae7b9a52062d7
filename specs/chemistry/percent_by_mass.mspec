mspec 1
use chemistry

table ores(name : word, f : formula, metal : element) {
  "hematite",     Fe2O3,         Fe
  "magnetite",    Fe3O4,         Fe
  "pyrite",       FeS2,          Fe
  "bauxite",      Al2O3,         Al
  "cuprite",      Cu2O,          Cu
  "chalcopyrite", CuFeS2,        Cu
  "malachite",    "Cu2CO3(OH)2", Cu
  "galena",       PbS,           Pb
  "sphalerite",   ZnS,           Zn
  "cassiterite",  SnO2,          Sn
}

problem percent_by_mass {
  meta {
    title: "Metal in an ore"
    grade: 10
    tags: [mole, percent, formula]
  }

  given {
    ore    : ores
    m      : mass[kg] in 20 kg..900 kg by 10 kg  "mass of the ore"
    purity : percent in 40%..95% by 5%           "share of the mineral in the ore"
  }

  steps {
    k                  = atoms(ore.f, ore.metal)  "number of {ore.metal} atoms in the formula"
    one                = atomic_mass(ore.metal)   "molar mass of {ore.metal}"
    part               = k * one  "part of the molar mass of {ore.name} due to {ore.metal}"
    mm                 = molar_mass(ore.f)        "molar mass of {ore.name}"
    mineral : mass[kg] = m * purity               "mass of {ore.name}"
    metal : mass[kg]   = mineral * part / mm      "mass of {ore.metal} in the ore"
  }

  story """
    A mine sells {m} of ore of which {purity} by mass is {ore.name}, {ore.f}.
    The other parts of the ore hold no {ore.metal}.
  """
  ask metal "What mass of {ore.metal} can be won from the ore at most, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    one_atom : k       = 1  "counts one atom of the metal" when k != 1
    pure     : mineral = m  "takes the ore to be pure"
  }

  vary {
    insert second_load on m {
      with more : mass[kg] in 20 kg..200 kg by 10 kg  "mass of the second load"
      step in_total = m + more                        "mass of both loads"
      say "A second load of {more} of the same ore is added."
    }
  }

  test "hematite" {
    with ore = "hematite", m = 100 kg, purity = 50%
    expect k == 2
    expect mm == 159.687 g/mol
    expect metal == 50 kg * 111.69 / 159.687
  }
  test "never more metal than mineral" {
    always metal < mineral
  }
}
