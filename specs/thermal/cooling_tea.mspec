mspec 1
use units.si

table hot_drinks(name : word, served : temperature[°C]) {
  "tea",           90 °C
  "coffee",        85 °C
  "hot chocolate", 80 °C
  "broth",         95 °C
}

problem cooling_tea {
  meta {
    title: "When a hot drink has cooled down"
    grade: 12
    tags: [exponential_functions, logarithms, temperature]
  }

  given {
    who    : person
    drink  : hot_drinks
    room   : temperature[°C] in 16 °C..26 °C by 2 °C            "temperature of the room"
    wanted : temperature[°C] in 45 °C..65 °C by 5 °C
        "temperature at which {who} drinks the {drink.name}"
    k      : rational in {0.02, 0.025, 0.03, 0.04, 0.05, 0.06}  "rate of cooling"
  }

  steps {
    at_first = drink.served - room  "difference to the room at the start"
    at_last  = wanted - room        "difference to the room at the end"
    part     = at_last / at_first   "part of the difference that is left"
    minutes  = -ln(part) / k
        "number of minutes that {who} waits" "It takes t minutes, where e^(-{k}t) = {part:fraction}, so t is -ln({part:fraction}) ÷ {k} ≈ {minutes:2dp}."
  }

  story """
    A mug of {drink.name} is served at {drink.served} in a room at {room}.
    While the {drink.name} cools, its difference in temperature to the room after t minutes is the
      difference at the start of the cooling times e^(-{k}t).
    {who} wants to drink the {drink.name} at {wanted}.
  """
  ask minutes "How many minutes {does who.they} have to wait, to one decimal place?" (round = 1)

  mistakes {
    no_room  : part    = magnitude(wanted) / magnitude(drink.served)
        "leaves out the temperature of the room"
    base_ten : minutes = -log10(part) / k  "takes the logarithm to base 10"
    linear   : minutes = (1 - part) / k    "takes the first rate of cooling for all the time"
  }

  vary {
    insert milk on at_first {
      with drop : temperature_difference[°C] in 2 °C..8 °C by 2 °C  "drop in temperature"
      when at_first - drop > at_last
      step left = at_first - drop  "difference to the room with the cold water"
      say "Before the cooling starts, a dash of cold water makes the {drink.name} {drop} cooler."
    }
    distract mug {
      with size : volume[mL] in 250 mL..400 mL by 50 mL  "size of the mug"
      say "The mug holds {size}."
    }
  }

  test "by hand: the difference halves" {
    with drink = "tea", room = 20 °C, wanted = 55 °C, k = 0.05
    expect part == 1/2
    expect 13.86 < minutes and minutes < 13.87
  }
  test "any world" {
    always minutes > 0
  }
}
