# A library: everything but a problem.
use lexicon.food
use units.si

noun fruit "fruit" : food
noun apple "apple" "apples" : fruit { price: $0.20..$1.50 by $0.10 }
noun flour "flour" : ingredient uncountable {
  price: $0.50..$3 by $0.25  # a kilo
  unit: {1 kg, 2 kg}
}

unit m "metre" "metres" : length
unit km "kilometre" "kilometres" = 1000 m
unit N "newton" : force = 1 kg*m/s^2
unit m/s : speed
unit °C "degree" "degrees" : temperature
unit min "minute" "minutes" = 60 s

table planets(name : noun, g : acceleration[m/s^2], days : count(day) known) {
  "Mars",  3.7 m/s^2,  687
  "Venus", 8.87 m/s^2, 225  # hot
  # nobody goes there
  "Pluto", 0.6 m/s^2,  90560
}
table cold(name : word, t : temperature[°C]) {
  "ice",  -5 °C
  -1,     2
  "more", -90 °C
}

def area(a : length[m], b : length[m]) = a * b
def half = 1 / 2
def sign(x : int) = if x < 0 then -1 else if x == 0 then 0 else 1

rule tax on x : money {
  with rate : percent in {5%, 10%} fixed
  step taxed : money = x + x * rate "price with tax"
  say after x "A tax of {rate} is added."
}
rule extend change on x : money {
  with cash : money in {$20}
  when cash > x
  step change = cash - x "change"
  ask "How much change?" (round = 2, units = money)
  tell change
  hide cash
  replace x "It costs something."
  as "the change"
}
