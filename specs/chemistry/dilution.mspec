mspec 1
use chemistry

problem dilution {
  meta {
    title: "Diluting a stock solution"
    grade: 10
    tags: [solutions, concentration]
  }

  given {
    who  : person
    salt : salts
    c1   : concentration[mol/L] in 0.5 mol/L..3.0 mol/L by 0.1 mol/L
        "concentration of the stock solution"
    v1   : volume[mL] in 10 mL..100 mL by 5 mL  "volume of the stock solution"
    v2   : volume[mL] in {100 mL, 200 mL, 250 mL, 500 mL, 1000 mL}  "volume of the diluted solution"
  }

  require {
    v1 <= v2 / 2        "water is at least half of it"
    c1 <= salt.soluble  "so much dissolves"
  }

  steps {
    n : amount[mol] = c1 * v1           "amount of {salt.name} taken"
    c2 : concentration[mol/L] = n / v2  "concentration of the diluted solution"
    water           = v2 - v1           "volume of water added"
  }

  story """
    {who} takes {v1} of a stock solution of {salt.name} with a concentration of {c1}.
    {who.They add} water until there are {v2} of the diluted solution.
  """
  ask c2 "What is the concentration of the diluted solution, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    water_only  : c2 = n / water      "divides by the volume of the water that is added"
    all_in_all  : c2 = n / (v1 + v2)  "adds the two volumes"
    not_diluted : c2 = c1             "leaves the concentration as it is"
  }

  vary {
    insert second_step on c1 {
      with more : concentration[mol/L] in 0.1 mol/L..0.5 mol/L by 0.1 mol/L
          "increase of the concentration"
      step richer = c1 + more
          "concentration of the stock solution after more {salt.name} is dissolved"
      say "But before {who} takes it, more {salt.name} is dissolved in the stock solution, so that its concentration is {more} higher than that."
    }
    extend dissolved on c2 {
      step dissolved : amount[mol] = c2 * v2  "amount of {salt.name} in the diluted solution"
      step mm = molar_mass(salt.f)            "molar mass of {salt.name}"
      step m : mass[g] = dissolved * mm       "mass of {salt.name} in the diluted solution"
      say "The formula of {salt.name} is {salt.f}."
      ask "What mass of {salt.name} is in the diluted solution, to 3 significant figures?" (sigfigs = 3)
    }
  }

  test "ten times" {
    with c1 = 2 mol/L, v1 = 50 mL, v2 = 500 mL
    expect n == 0.1 mol
    expect c2 == 0.2 mol/L
  }
  test "weaker" {
    always c2 < c1
  }
}
