mspec 1
use chemistry

table strong_acids(name : word, f : formula) {
  "hydrochloric acid", HCl
  "nitric acid",       HNO3
  "hydrobromic acid",  HBr
  "perchloric acid",   HClO4
}

problem acid_ph {
  meta {
    title: "pH of a diluted acid"
    grade: 12
    tags: [acids, logarithm, solutions]
  }

  given {
    acid : strong_acids
    n    : amount[mmol] in 2 mmol..60 mmol  "amount of the acid"
    v    : volume[mL] in {250 mL, 500 mL, 750 mL, 1000 mL, 2000 mL}  "volume of the solution"
  }

  require {
    h <= 0.1 mol/L  "dilute enough for the formula to hold"
  }

  steps {
    h : concentration[mol/L] = n / v     "concentration of hydrogen ions"
    ph                       = pH_of(h)
        "pH of the solution" "The pH is the negative decimal logarithm of {h:bare}, which is {ph:2dp}."
  }

  story """
    A flask holds {v} of a solution in which {n} of {acid.name}, {acid.f}, is dissolved.
    The acid is strong: each of its molecules gives off one hydrogen ion.
  """
  ask ph "What is the pH of the solution, to two decimals?" (round = 2)

  mistakes {
    no_minus : ph = log10(h / 1 mol/L)  "forgets the minus sign" when h != 1 mol/L
    amount   : ph = -log10(n / 1 mol)   "takes the amount for the concentration" when v != 1000 mL
  }

  vary {
    insert second_flask on n {
      with more : amount[mmol] in 2 mmol..20 mmol  "amount of the acid added"
      step in_total = n + more                     "amount of the acid after the addition"
      say "Then another {more} of the acid is dissolved in the solution, without a change of its volume."
    }
  }

  test "a hundredth of a mole a litre" {
    with n = 10 mmol, v = 1000 mL
    expect h == 0.01 mol/L
    expect ph == 2
  }
}
