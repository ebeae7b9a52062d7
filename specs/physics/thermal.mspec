mspec 1
# Heat and temperature. A temperature is a reading of a scale, its change a `temperature_difference`.

use units.si

# Specific heat capacities near 25 °C (CRC Handbook of Chemistry and Physics), rounded.
table heated(name : word, c : specific_heat[J/kg/K]) {
  "water",     4180 J/kg/K
  "olive oil", 1970 J/kg/K
  "ethanol",   2440 J/kg/K
  "aluminium", 897 J/kg/K
  "iron",      449 J/kg/K
  "copper",    385 J/kg/K
  "lead",      129 J/kg/K
}

# Latent heats of water (CRC Handbook), rounded.
def ice_melting_heat = 334000 J/kg
def water_boiling_heat = 2260000 J/kg
def water_heat_capacity = 4180 J/kg/K

# Coefficients of linear expansion near 20 °C (CRC Handbook), rounded: micrometres per metre and kelvin.
table expanding(name : word, coefficient : quantity[µm/m/K]) {
  "steel",     12 µm/m/K
  "aluminium", 23 µm/m/K
  "copper",    17 µm/m/K
  "concrete",  12 µm/m/K
}

def heat_for(c : specific_heat[J/kg/K], m : mass[kg], rise : temperature_difference[K]) = c * m * rise
def rise_by(q : energy[J], c : specific_heat[J/kg/K], m : mass[kg]) = q / (c * m)
def phase_heat(latent : specific_energy[J/kg], m : mass[kg]) = latent * m
