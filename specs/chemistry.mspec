mspec 1
# Chemistry: formulas, elements and reactions as types, molar mass and balancing, solutions, gases, pH.
#
# The types `formula` (CH4, "Ca(OH)2", "CuSO4.5H2O", "SO4^2-"), `element` (Na) and `reaction` ("H2 + O2 -> H2O"), and
# the functions molar_mass, atomic_mass, atoms, total_atoms, ion_charge, mass_fraction, balanced, coefficient and
# combustion come from the plug-in; what they do is in docs/chemistry.md.

use units.si
use primitives.chemistry

# Exact since 2019, by the definition of the SI.
def gas_constant = 8.31446261815324 J/mol/K
def avogadro_number = 602214076000000000000000

def amount_of(m : mass[g], f : formula) = m / molar_mass(f)
def mass_of(n : amount[mol], f : formula) = n * molar_mass(f)

# Solutions.
def molarity(n : amount[mol], v : volume[L]) = n / v
def diluted(c : concentration[mol/L], v : volume[L], total : volume[L]) = c * v / total
def pH_of(hydrogen_ions : concentration[mol/L]) = -log10(hydrogen_ions / 1 mol/L)

# Gases, ideal.
def gas_amount(p : pressure[kPa], v : volume[L], t : temperature[K]) = p * v / (gas_constant * t)
def gas_volume(n : amount[mol], p : pressure[kPa], t : temperature[K]) = n * gas_constant * t / p
def gas_pressure(n : amount[mol], v : volume[L], t : temperature[K]) = n * gas_constant * t / v

table fuels(name : word, f : formula) {
  "methane",  CH4
  "ethane",   C2H6
  "propane",  C3H8
  "butane",   C4H10
  "pentane",  C5H12
  "hexane",   C6H14
  "methanol", CH3OH
  "ethanol",  C2H5OH
}

# What dissolves at room temperature, rounded down (CRC Handbook of Chemistry and Physics).
table salts(name : word, f : formula, soluble : concentration[mol/L] known) {
  "sodium chloride",    NaCl,   5 mol/L
  "potassium chloride", KCl,    4 mol/L
  "potassium bromide",  KBr,    5 mol/L
  "sodium nitrate",     NaNO3,  8 mol/L
  "potassium nitrate",  KNO3,   3 mol/L
  "sodium sulfate",     Na2SO4, 1.5 mol/L
  "ammonium chloride",  NH4Cl,  5 mol/L
  "magnesium chloride", MgCl2,  5 mol/L
  "calcium chloride",   CaCl2,  5 mol/L
}

table gases(name : word, f : formula) {
  "hydrogen",       H2
  "helium",         He
  "nitrogen",       N2
  "oxygen",         O2
  "argon",          Ar
  "carbon dioxide", CO2
}

table compounds(name : word, f : formula) {
  "water",                           H2O
  "sulfuric acid",                   H2SO4
  "nitric acid",                     HNO3
  "calcium carbonate",               CaCO3
  "calcium hydroxide",               "Ca(OH)2"
  "magnesium nitrate",               "Mg(NO3)2"
  "ammonium sulfate",                "(NH4)2SO4"
  "aluminium oxide",                 Al2O3
  "aluminium sulfate",               "Al2(SO4)3"
  "glucose",                         C6H12O6
  "sodium hydrogencarbonate",        NaHCO3
  "potassium permanganate",          KMnO4
  "copper(II) sulfate pentahydrate", "CuSO4.5H2O"
  "sodium carbonate decahydrate",    "Na2CO3.10H2O"
}
