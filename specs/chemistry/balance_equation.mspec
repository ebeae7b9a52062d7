mspec 1
use chemistry

table equations(r : reaction, reagent : formula, target : formula) {
  "H2 + O2 -> H2O",               H2,    H2O
  "N2 + H2 -> NH3",               H2,    NH3
  "Mg + O2 -> MgO",               O2,    MgO
  "Al + O2 -> Al2O3",             Al,    Al2O3
  "Fe + O2 -> Fe2O3",             Fe,    Fe2O3
  "Na + Cl2 -> NaCl",             Na,    NaCl
  "Na + H2O -> NaOH + H2",        Na,    H2
  "Al + Cl2 -> AlCl3",            Cl2,   AlCl3
  "Fe2O3 + CO -> Fe + CO2",       CO,    Fe
  "NH3 + O2 -> NO + H2O",         O2,    H2O
  "C3H8 + O2 -> CO2 + H2O",       O2,    CO2
  "C2H6 + O2 -> CO2 + H2O",       O2,    H2O
  "Al + HCl -> AlCl3 + H2",       HCl,   H2
  "KClO3 -> KCl + O2",            KClO3, O2
  "Ca(OH)2 + HCl -> CaCl2 + H2O", HCl,   H2O
  "H3PO4 + NaOH -> Na3PO4 + H2O", NaOH,  H2O
}

problem balance_equation {
  meta {
    title: "Coefficients of a balanced equation"
    grade: 10
    tags: [balancing]
  }

  given {
    e : equations
    n : amount[mol] in 2 mol..24 mol by 2 mol  "amount of {e.reagent} prepared at first"
  }

  steps {
    b     = balanced(e.r)              "balanced equation"
    k1    = coefficient(b, e.reagent)  "coefficient of {e.reagent}"
    k2    = coefficient(b, e.target)   "coefficient of {e.target}"
    ratio = k2 / k1                    "amount of {e.target} from each mole of {e.reagent}"
    made  = n * ratio                  "amount of {e.target} that forms"
  }

  story """
    Here is a chemical equation that is not yet balanced: {e.r}.
    For an experiment, {n} of {e.reagent} is prepared.
    In the end all the {e.reagent} has reacted.
  """
  ask b "Balance the equation with the smallest whole coefficients."
  ask made "How many moles of {e.target} form?"

  mistakes {
    unbalanced  : ratio = 1  "takes the coefficients of the equation as it stands" when k1 != k2
    turned_over : ratio = k1 / k2                "turns the ratio over" when k1 != k2
    adds        : made  = n + (k2 - k1) * 1 mol
        "adds the difference of the coefficients" when n + (k2 - k1) * 1 mol != n * ratio and n + (k2 - k1) * 1 mol > 0 mol
  }

  vary {
    extend mass_made on made {
      step mm = molar_mass(e.target)  "molar mass of {e.target}"
      step grams = made * mm          "mass of {e.target} that forms"
      ask "How many grams of {e.target} form, to 3 significant figures?" (sigfigs = 3)
    }
    insert second_batch on n {
      with more : amount[mol] in 1 mol..6 mol  "amount of {e.reagent} added"
      step in_total = n + more                 "amount of {e.reagent} in all"
      say "Another {more} of {e.reagent} is added to it."
    }
  }

  test "ammonia" {
    with e = "N2 + H2 -> NH3", n = 6 mol
    expect b == "N2 + 3 H2 -> 2 NH3"
    expect made == 4 mol
  }
}
