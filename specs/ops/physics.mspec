mspec 1
# Questions and changes for the quantities of mechanics, heat and electricity.
use units.si

rule extend lifted_through on x : length[m] {
  when not x.words in {"millimetres", "kilometres"}
  when x.noun in {"height", "depth", "length", "distance", "stretch"}
  with pal : person
  with load : mass[kg] in 2 kg..50 kg                       "mass of the load on {pal}'s hoist"
  with pull : acceleration[m/s^2] in {9.8 m/s^2, 10 m/s^2}  "gravitational acceleration"
  when x <= 50 m and x >= 0.2 m
  step weight : force[N] = load * pull                      "weight of the load on {pal}'s hoist"
  step work_done : energy[J] = weight * x                   "work done by {pal}'s hoist"
  say "Where the gravitational acceleration is {pull}, {pal}'s hoist lifts a load of {load} through a height equal to the {x.description}."
  ask "How much work does {pal}'s hoist do, to 3 significant figures?" (sigfigs = 3)
}

rule extend pushed_along on x : length[m] {
  when not x.words in {"millimetres", "kilometres"}
  when x.noun in {"height", "depth", "length", "distance", "stretch", "perimeter", "diameter"}
  with pal : person
  with push : force[N] in 20 N..200 N by 10 N  "force of {pal} on the sledge"
  when x <= 1000 m and x >= 0.5 m
  step work_done : energy[J] = push * x        "work that {pal} does on the sledge"
  say "{pal} pushes a sledge with a force of {push} over a distance equal to the {x.description}."
  ask "How much work {does pal} do on the sledge, to 3 significant figures?" (sigfigs = 3)
}

rule extend wave_frequency on x : length[m] {
  when not x.words in {"millimetres", "kilometres"}
  when x.noun in {"length", "wavelength", "height", "distance", "stretch", "radius", "perimeter"}
  with c : speed[m/s] in {340 m/s, 1500 m/s}    "speed of the sound wave"
  when x <= 20 m and x >= 0.02 m
  step frequency_heard : frequency[Hz] = c / x  "frequency of the sound wave"
  say "A sound wave travels at {c} and has a wavelength equal to the {x.description}."
  ask "What is the frequency of the sound wave, to 3 significant figures?" (sigfigs = 3)
}

rule extend weight_in_newtons on x : mass[g] {
  with pal : person
  with pull : acceleration[m/s^2] in {9.8 m/s^2, 10 m/s^2, 1.6 m/s^2}  "gravitational acceleration"
  when x >= 20 g and x <= 200 kg
  step in_kg : mass[kg] = x              "mass of {pal}'s rock"
  step weight : force[N] = in_kg * pull  "weight of {pal}'s rock"
  say "Where the gravitational acceleration is {pull}, {pal} finds a rock whose mass is equal to the {x.description}."
  ask "What is the weight of {pal}'s rock in newtons, to 3 significant figures?" (sigfigs = 3)
}

rule extend force_for_acceleration on x : mass[g] {
  when not x.words in {"grams", "kilograms"}
  with pal : person
  with a : acceleration[m/s^2] in 0.5 m/s^2..6 m/s^2 by 0.5 m/s^2  "acceleration of {pal}'s trolley"
  when x >= 100 g and x <= 200 kg
  step in_kg : mass[kg] = x         "mass of {pal}'s trolley"
  step pull : force[N] = in_kg * a  "force needed to accelerate {pal}'s trolley"
  say "{pal} wants an acceleration of {a} for a trolley whose mass is equal to the {x.description}."
  ask "What force is needed to accelerate {pal}'s trolley, to 3 significant figures?" (sigfigs = 3)
}

rule extend heat_for_mass on x : mass[g] {
  when not x.words in {"grams", "kilograms"}
  with pal : person
  with rise : temperature_difference[K] in 5 K..60 K by 5 K  "temperature rise of {pal}'s water"
  when x >= 20 g and x <= 20 kg
  step heat : energy[J] = x * rise * 4.2 J/g/K               "heat needed to warm {pal}'s water"
  say "Warming 1 g of water by 1 K takes 4.2 J, and {pal} wants a temperature rise of {rise} for water whose mass is equal to the {x.description}."
  ask "How much heat is needed to warm {pal}'s water, to 3 significant figures?" (sigfigs = 3)
}

rule temperature_higher on x : temperature[°C] {
  when x.told
  when x.noun in {"temperature"}
  with rise : temperature_difference[°C] in 2 °C..9 °C  "rise in temperature"
  step warmer = x + rise
  say "Now suppose that the {x.description} is {rise} higher, with everything else as before."
  as "the rise"
}

rule temperature_lower on x : temperature[°C] {
  when x.told
  when x.noun in {"temperature"}
  with fall : temperature_difference[°C] in 2 °C..9 °C  "fall in temperature"
  step colder = x - fall
  say "Now suppose that the {x.description} is {fall} lower, with everything else as before."
  as "the fall"
}

rule extend second_energy on x : energy[J] {
  when not x.words in {"case", "second", "larger"}
  with rate : percent in {10%, 20%, 25%, 50%}  "difference in percent"
  step growth = x * rate                       "difference of the two energies"
  step larger = x + growth                     "larger amount of energy"
  say "A larger amount of energy is {rate} greater than the {x.description}."
  ask "How large is this larger amount of energy, to 3 significant figures?" (sigfigs = 3)
}

rule extend work_against on x : force[N] {
  with pal : person
  with way : length[m] in 2 m..40 m by 1 m  "length of rope that {pal}'s winch pulls in"
  when x >= 1 N
  step work_done : energy[J] = x * way      "work done by {pal}'s winch"
  say "While {pal}'s winch pulls in {way} of its rope, the force on the rope is constant and equal to the {x.description}."
  ask "How much work does {pal}'s winch do, to 3 significant figures?" (sigfigs = 3)
}
