mspec 1
use chemistry

table syntheses(target_name : word, target : formula, a_name : word, a : formula, b_name : word, b : formula, r : reaction) {
  "iron(III) chloride", FeCl3, "iron",      Fe, "chlorine", Cl2, "Fe + Cl2 -> FeCl3"
  "magnesium oxide",    MgO,   "magnesium", Mg, "oxygen",   O2,  "Mg + O2 -> MgO"
  "aluminium chloride", AlCl3, "aluminium", Al, "chlorine", Cl2, "Al + Cl2 -> AlCl3"
  "sodium chloride",    NaCl,  "sodium",    Na, "chlorine", Cl2, "Na + Cl2 -> NaCl"
  "water",              H2O,   "hydrogen",  H2, "oxygen",   O2,  "H2 + O2 -> H2O"
  "aluminium sulfide",  Al2S3, "aluminium", Al, "sulfur",   S,   "Al + S -> Al2S3"
  "calcium oxide",      CaO,   "calcium",   Ca, "oxygen",   O2,  "Ca + O2 -> CaO"
}

problem limiting_reagent {
  meta {
    title: "Which substance runs out first"
    grade: 11
    tags: [stoichiometry, limiting_reagent, mole]
  }

  given {
    s  : syntheses
    ma : mass[g] in 5 g..80 g by 5 g  "mass of {s.a_name}"
    mb : mass[g] in 5 g..80 g by 5 g  "mass of {s.b_name}"
  }

  steps {
    eq               = balanced(s.r)               "balanced equation"
    ka               = coefficient(eq, s.a)        "coefficient of {s.a}"
    kb               = coefficient(eq, s.b)        "coefficient of {s.b}"
    kp               = coefficient(eq, s.target)   "coefficient of {s.target}"
    molar_a          = molar_mass(s.a)             "molar mass of {s.a}"
    molar_b          = molar_mass(s.b)             "molar mass of {s.b}"
    molar_p          = molar_mass(s.target)        "molar mass of {s.target}"
    na : amount[mol] = ma / molar_a                "amount of {s.a}"
    nb : amount[mol] = mb / molar_b                "amount of {s.b}"
    pa               = na * kp / ka  "amount of {s.target} that the {s.a_name} is enough for"
    pb               = nb * kp / kb  "amount of {s.target} that the {s.b_name} is enough for"
    p                = if pa < pb then pa else pb  "amount of {s.target} that forms"
    mp : mass[g]     = p * molar_p                 "mass of {s.target_name} that forms"
  }

  story """
    In a lab, {ma} of {s.a_name} and {mb} of {s.b_name} react to form {s.target_name}, {s.target},
      until one of the two is used up.
    The equation of the reaction, not yet balanced, is {s.r}.
  """
  ask mp "What mass of {s.target_name} forms, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    adds_masses : mp = ma + mb                     "adds the two masses"
    other_one   : p  = if pa < pb then pb else pa  "takes the substance that is left over"
    by_mass     : p  = if ma < mb then pa else pb
        "takes the smaller mass to be the limit" when ma < mb and pa >= pb or ma >= mb and pa < pb
  }

  vary {
    insert more_powder on ma {
      with extra : mass[g] in 5 g..20 g by 5 g  "mass of {s.a_name} added"
      step in_total = ma + extra                "mass of {s.a_name} in all"
      say "Before the reaction starts, another {extra} of {s.a_name} is added."
    }
  }

  test "magnesium runs out" {
    with s = "magnesium oxide", ma = 20 g, mb = 40 g
    expect eq == "2 Mg + O2 -> 2 MgO"
    expect p == pa
    expect mp == 20 g * 40.304 / 24.305
  }
  test "no more than was there" {
    always mp < ma + mb
  }
}
