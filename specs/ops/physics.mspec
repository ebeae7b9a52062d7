mspec 1
# Questions and changes for the quantities of mechanics, heat and electricity.
use units.si

rule extend lifted_through on x : length[m] {
  with load : mass[kg] in 2 kg..50 kg                       "mass of the load"
  with pull : acceleration[m/s^2] in {9.8 m/s^2, 10 m/s^2}  "gravitational acceleration"
  when x <= 200 m
  step weight : force[N] = load * pull                      "weight of the load"
  step work_done : energy[J] = weight * x                   "work done on the load"
  say "A load of {load} is lifted through a height equal to the {x.description}, and the gravitational acceleration is taken as {pull}."
  ask "How much work does lifting the load take, to 3 significant figures?" (sigfigs = 3)
}

rule extend pushed_along on x : length[m] {
  with push : force[N] in 20 N..200 N by 10 N  "force"
  when x <= 1000 m
  step work_done : energy[J] = push * x        "work done on the sledge"
  say "A sledge is pushed with a force of {push} over a distance equal to the {x.description}."
  ask "How much work is done on the sledge, to 3 significant figures?" (sigfigs = 3)
}

rule extend wave_frequency on x : length[m] {
  with c : speed[m/s] in {340 m/s, 1500 m/s}    "speed of the wave"
  when x <= 100 m
  step frequency_heard : frequency[Hz] = c / x  "frequency of the wave"
  say "A wave travels at {c} and has a wavelength equal to the {x.description}."
  ask "What is the frequency of the wave, to 3 significant figures?" (sigfigs = 3)
}

rule extend weight_of on x : mass[g] {
  with pull : acceleration[m/s^2] in {9.8 m/s^2, 10 m/s^2, 1.6 m/s^2}  "gravitational acceleration"
  step in_kg : mass[kg] = x              "mass in kilograms"
  step weight : force[N] = in_kg * pull  "weight of the body"
  say "Where the gravitational acceleration is {pull}, a body has a mass equal to the {x.description}."
  ask "What is the weight of this body in newtons, to 3 significant figures?" (sigfigs = 3)
}

rule extend force_for_acceleration on x : mass[g] {
  with a : acceleration[m/s^2] in 0.5 m/s^2..6 m/s^2 by 0.5 m/s^2  "acceleration of the trolley"
  step in_kg : mass[kg] = x         "mass in kilograms"
  step pull : force[N] = in_kg * a  "force on the trolley"
  say "A trolley with a mass equal to the {x.description} is to be accelerated at {a}."
  ask "What force is needed, to 3 significant figures?" (sigfigs = 3)
}

rule extend heat_for_mass on x : mass[g] {
  with rise : temperature_difference[K] in 5 K..60 K by 5 K  "rise in temperature"
  step heat : energy[J] = x * rise * 4.2 J/g/K               "heat for the water"
  say "An amount of water, whose mass equals the {x.description}, is warmed by {rise}; warming 1 g of water by 1 K takes 4.2 J."
  ask "How much heat is needed, to 3 significant figures?" (sigfigs = 3)
}

rule energy_smaller_by_percent on x : energy[J] {
  with rate : percent in {10%, 20%, 25%, 40%}  "rate of the loss"
  step loss = x * rate                         "loss"
  step smaller = x - loss
  say "Now suppose that the {x.description} is {rate} smaller."
  as "the loss"
}

rule energy_greater_by_percent on x : energy[J] {
  with rate : percent in {10%, 20%, 25%, 40%}  "rate of the increase"
  step growth = x * rate                       "increase"
  step larger = x + growth
  say "Now suppose that the {x.description} is {rate} greater."
  as "the increase"
}

rule temperature_higher on x : temperature[°C] {
  with rise : temperature_difference[°C] in 1 °C..9 °C  "rise in temperature"
  step warmer = x + rise
  say "Now suppose that the {x.description} is {rise} higher."
  as "the rise"
}

rule temperature_lower on x : temperature[°C] {
  with fall : temperature_difference[°C] in 1 °C..9 °C  "fall in temperature"
  step colder = x - fall
  say "Now suppose that the {x.description} is {fall} lower."
  as "the fall"
}
