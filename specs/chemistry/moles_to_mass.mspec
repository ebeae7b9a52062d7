mspec 1
use chemistry

problem moles_to_mass {
  meta {
    title: "Mass of some moles of a compound"
    grade: 10
    tags: [mole, formula]
  }

  given {
    who : person
    c   : compounds
    n   : amount[mol] in 0.05 mol..2.50 mol by 0.05 mol  "amount of {c.name}"
  }

  steps {
    mm          = molar_mass(c.f)  "molar mass of {c.name}"
    m : mass[g] = n * mm           "mass of {c.name} needed"
  }

  story """
    {who} needs {n} of {c.name}, {c.f}, for an experiment.
  """
  ask m "What mass {does who.they} need to weigh out, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    other_way : m  = mm / (n / 1 mol) * 1 mol            "divides by the amount" when n != 1 mol
    no_count  : mm = molar_mass(c.f) / total_atoms(c.f)  "takes the average mass of the atoms"
  }

  vary {
    insert flasks on n {
      with k : int in 2..5   "number of flasks"
      step in_total = k * n  "amount of {c.name} for all the flasks"
      say "{who} does this experiment in {k:words} flasks, with this amount of {c.name} in each flask, and weighs out the {c.name} for all flasks at once."
    }
  }

  test "half a mole of calcium hydroxide" {
    with c = "calcium hydroxide", n = 0.5 mol
    expect mm == 74.092 g/mol
    expect m == 37.046 g
  }
  test "water of crystallisation" {
    with c = "copper(II) sulfate pentahydrate", n = 1 mol
    expect m == 249.677 g
  }
}
