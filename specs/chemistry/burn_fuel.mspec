mspec 1
use chemistry

problem burn_fuel {
  meta {
    title: "Mass of carbon dioxide from a combustion"
    grade: 11
    tags: [stoichiometry, mole]
  }

  given {
    fuel : fuels
    m    : mass[g] in 5 g..200 g by 5 g  "mass of {fuel.name}"
  }

  steps {
    r                = combustion(fuel.f)      "balanced equation"
    k1               = coefficient(r, fuel.f)  "coefficient of {fuel.name}"
    k2               = coefficient(r, CO2)     "coefficient of carbon dioxide"
    molar_fuel       = molar_mass(fuel.f)      "molar mass of {fuel.name}"
    molar_gas        = molar_mass(CO2)         "molar mass of carbon dioxide"
    n1 : amount[mol] = m / molar_fuel          "amount of {fuel.name}"
    ratio            = k2 / k1  "amount of carbon dioxide from each mole of {fuel.name}"
    n2               = n1 * ratio              "amount of carbon dioxide"
    m2 : mass[g]     = n2 * molar_gas          "mass of carbon dioxide from the combustion"
  }

  story """
    A burner burns {m} of {fuel.name}, {fuel.f}, completely, so that only carbon dioxide and water
      form.
  """
  ask m2 "What mass of carbon dioxide forms, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    no_ratio    : ratio = 1
        "takes one mole of carbon dioxide from each mole of fuel" when ratio != 1
    turned_over : ratio = k1 / k2    "turns the ratio over" when ratio != 1
    same_mass   : m2    = m * ratio  "applies the ratio to masses"
  }

  vary {
    insert second_can on m {
      with extra : mass[g] in 5 g..100 g by 5 g  "mass of {fuel.name} added"
      step more = m + extra                      "mass of {fuel.name} in all"
      say "Together with it, another {extra} of {fuel.name} from a second can is burnt."
    }
    extend climate on m2 {
      with hours : int in 2..8  "number of hours"
      step each = m2 / hours    "mass of carbon dioxide from one hour"
      say "The flame of the burner burns evenly for {hours:words} hours in all."
      ask "What mass of carbon dioxide forms in one hour, to 3 significant figures?" (sigfigs = 3)
    }
  }

  test "45 g of propane" {
    with fuel = "propane", m = 45 g
    expect ratio == 3
    expect n1 == 45000/44097 * 1 mol
    expect 134.73 g < m2 and m2 < 134.74 g
  }
  test "burning adds oxygen" {
    always m2 > m
  }
}
