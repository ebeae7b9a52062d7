mspec 1
# From a quantity to a number or to another quantity: portions, pieces, flows, and what energy and power are used for.
use units.si

rule extend rounded_to_whole on x : real {
  when not x.words in {"rounded", "nearest"}
  when x >= 2 and x <= 100000
  step whole_number : int = round(x)
      "whole number nearest to the {x.description}" "Rounded to the nearest whole number, the {x.description} is {whole_number}."
  ask "What is the {x.description}, rounded to the nearest whole number?"
}

rule extend bags_filled on x : mass[g] {
  when not x.words in {"grams", "kilograms"}
  with bag : mass[g] in {5 g, 20 g, 50 g, 250 g, 500 g, 1000 g}  "mass of sugar that fills one bag"
  when x >= 3 * bag and x <= 300 * bag
  step bags : int = floor(x / bag)  "number of full bags of sugar"
  say "Bags are filled, with {bag} in each, from a heap of sugar whose mass is equal to the {x.description}."
  ask "How many bags are filled completely?"
}

rule extend pieces_cut on x : length[m] {
  when not x.words in {"millimetres", "kilometres"}
  when not x.noun in {"radius", "wavelength"}
  with piece : length[cm] in {2 cm, 5 cm, 20 cm, 50 cm, 80 cm, 200 cm}
      "length of one piece of wire"
  when x >= 3 * piece and x <= 300 * piece
  step pieces : int = floor(x / piece)  "number of whole pieces of wire"
  say "Pieces of {piece} each are cut from a wire whose length is equal to the {x.description}."
  ask "How many whole pieces of wire are there?"
}

rule extend lamps_along on x : length[km] {
  when not x.words in {"millimetres", "kilometres"}
  when not x.noun in {"height", "depth", "radius", "wavelength"}
  with space : length[m] in {20 m, 25 m, 40 m, 50 m}  "distance between neighbouring lamps"
  when x >= 5 * space and x <= 2000 * space
  step spaces : int = floor(x / space)                "number of spaces between lamps"
  step lamps = spaces + 1                             "number of lamps along the road"
  say "Lamps stand every {space}, beginning at the start, along one side of a road whose length is equal to the {x.description}."
  ask "How many lamps are there along the road?"
}

rule extend water_flowing on x : time[s] {
  when not x.words in {"seconds"}
  with pal : person
  with flow : quantity[L/s] in {0.2 L/s, 0.25 L/s, 0.5 L/s, 2 L/s}
      "flow of the water into {pal}'s pond"
  when x >= 4 s and x <= 24 h
  step water : volume[L] = flow * x  "volume of water that flows into {pal}'s pond"
  say "Water flows into {pal}'s pond at {flow} for a time equal to the {x.description}."
  ask "How many litres of water flow into {pal}'s pond, to 3 significant figures?" (sigfigs = 3)
}

rule extend rounds_in_time on x : time[s] {
  when not x.words in {"seconds"}
  with one : time[s] in {2 s, 5 s, 8 s, 20 s, 50 s}  "time of one round of the model train"
  when x >= 3 * one and x <= 1000 * one
  step rounds : int = floor(x / one)                 "number of complete rounds of the model train"
  say "A model train needs {one} for one round of its track and runs for a time equal to the {x.description}."
  ask "How many complete rounds does the model train make?"
}

rule extend bottles_filled on x : volume[L] {
  with bottle : volume[mL] in {50 mL, 200 mL, 250 mL, 500 mL, 750 mL}  "volume of one bottle"
  when x >= 3 * bottle and x <= 1000 * bottle
  step bottles : int = floor(x / bottle)  "number of full bottles"
  say "Bottles are filled, with {bottle} in each, from a tank that holds a volume equal to the {x.description}."
  ask "How many bottles can be filled completely?"
}

rule extend mass_of_liquid on x : volume[L] {
  with pal : person
  with density : quantity[kg/L] in {0.8 kg/L, 0.9 kg/L}  "density of {pal}'s oil"
  when x >= 0.1 L and x <= 2000 L
  step mass_found : mass[kg] = density * x               "mass of {pal}'s oil"
  say "{pal}'s oil has a density of {density} and a volume equal to the {x.description}."
  ask "What is the mass of {pal}'s oil in kilograms, to 3 significant figures?" (sigfigs = 3)
}

rule extend lamp_time on x : energy[J] {
  with pal : person
  with lamp : power[W] in {5 W, 10 W, 20 W, 40 W, 100 W}  "power of {pal}'s lamp"
  when x >= 2 s * lamp and x <= 2 h * lamp
  step lit : time[s] = x / lamp                           "time for which {pal}'s lamp is lit"
  say "{pal}'s lamp has a power of {lamp} and uses an amount of energy equal to the {x.description}."
  ask "For how many seconds is {pal}'s lamp lit, to 3 significant figures?" (sigfigs = 3)
}

rule extend lifts_of_crane on x : energy[J] {
  with one : energy[J] in {5 J, 20 J, 50 J, 200 J, 500 J}  "energy for one lift of the model crane"
  when x >= 3 * one and x <= 1000 * one
  step lifts : int = floor(x / one)  "number of lifts that the model crane can do"
  say "A model crane uses {one} for every lift and has at its disposal an amount of energy equal to the {x.description}."
  ask "How many lifts can the crane do?"
}

rule extend energy_supplied on x : energy[J] {
  when not x.words in {"supplied", "pump"}
  with pal : person
  with rate : percent in {40%, 50%, 60%, 75%, 80%}  "efficiency of {pal}'s pump"
  step supplied : energy[J] = x / rate              "energy supplied to {pal}'s pump"
  say "{pal}'s pump has an efficiency of {rate} and delivers an amount of useful energy equal to the {x.description}."
  ask "How much energy is supplied to {pal}'s pump, to 3 significant figures?" (sigfigs = 3)
}

rule extend stretch_of_spring on x : force[N] {
  with pal : person
  with stiffness : quantity[N/m] in {50 N/m, 100 N/m, 200 N/m, 500 N/m, 2000 N/m}
      "stiffness of {pal}'s spring"
  when x >= 0.01 m * stiffness and x <= 1 m * stiffness
  step stretch : length[m] = x / stiffness  "stretch of {pal}'s spring"
  say "{pal}'s spring has a stiffness of {stiffness} and is pulled with a force equal to the {x.description}."
  ask "By how many metres does {pal}'s spring stretch, to 3 significant figures?" (sigfigs = 3)
}

rule extend power_at_speed on x : force[N] {
  with pal : person
  with v : speed[m/s] in 0.5 m/s..3 m/s by 0.5 m/s  "speed of {pal}'s boat"
  when x >= 5 N and x <= 50000 N
  step pull_power : power[W] = x * v                "power needed to tow {pal}'s boat"
  say "{pal}'s boat is towed at a constant speed of {v} with a force equal to the {x.description}."
  ask "What power is needed to tow {pal}'s boat, in watts, to 3 significant figures?" (sigfigs = 3)
}

rule extend energy_in_time on x : power[W] {
  with pal : person
  with t : time[s] in 20 s..600 s by 20 s  "running time of {pal}'s machine"
  when x >= 0.02 W and x * t <= 50000000 J
  step consumed : energy[J] = x * t        "energy used by {pal}'s machine"
  say "{pal}'s machine runs for {t} with a power equal to the {x.description}."
  ask "How many joules of energy does {pal}'s machine use in this time, to 3 significant figures?" (sigfigs = 3)
}

rule extend share_of_mean_power on x : power[W] {
  with whole_power : power[W] in {0.5 W, 1 W, 2 W, 5 W, 1000 W, 5000 W, 20000 W, 50000 W, 200000 W}
      "full power of the power supply"
  when x <= whole_power and 20 * x >= whole_power
  step share : percent = x / whole_power
      "percentage of its full power that the power supply delivers"
  say "A power supply with a full power of {whole_power} delivers a power equal to the {x.description}."
  ask "What percentage of its full power does the power supply deliver, to 3 significant figures?" (sigfigs = 3)
}

rule extend saved_share on x : percent {
  with pal : person
  with pay : money in $200..$900 by $50  "weekly pay of {pal}"
  when x >= 1% and x <= 80%
  step saved : money = x * pay           "amount that {pal} saves a week"
  say "{pal} earns {pay} a week and saves a percentage of it that is equal to the {x.description}."
  ask "How much {does pal} save in a week, to the nearest cent?"
}

rule extend number_raised on x : percent {
  with n : int in {20, 40, 50, 80, 120, 200, 400, 500}  "number that is raised"
  step growth : rational = n * x                        "increase of the number"
  step raised : rational = n + growth                   "raised number"
  say "The number {n} is raised by a percentage that is equal to the {x.description}."
  ask "What is the raised number, to 3 significant figures?" (sigfigs = 3)
}

rule extend rest_to_hundred on x : percent {
  when not x.words in {"difference"}
  when x >= 1% and x <= 99%
  step rest : percent = 100% - x  "difference between 100% and the {x.description}"
  ask "How large is the difference between 100% and the {x.description}, to 3 significant figures?" (sigfigs = 3)
}
