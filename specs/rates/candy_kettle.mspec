mspec 1

noun degree "degree"

problem candy_kettle {
  meta {
    title: "Heating up and cooling down"
    grade: 6
    tags: [rate, time, temperature]
    source: "gsm8k-train-6573"
  }

  given {
    cook  : person
    sweet : word in {"fudge", "toffee", "caramel"}
    low   : count(degree) in 60..90 by 2     "temperature of the mixture at first"
    high  : count(degree) in 220..260 by 2   "highest temperature of the mixture"
    ready : count(degree) in 110..180 by 2   "temperature of the mixture in the end"
    up    : count(degree)[1/minute] in 4..9  "rise of the temperature in a minute"
    down  : count(degree)[1/minute] in 4..9  "fall of the temperature in a minute"
  }

  require {
    up != down  "two different rates"
  }

  steps {
    rise                 = high - low    "rise of the temperature"
    heat : count(minute) = rise / up     "number of minutes for heating"
    fall                 = high - ready  "fall of the temperature"
    cool : count(minute) = fall / down   "number of minutes for cooling"
    total                = heat + cool   "number of minutes for making the {sweet}"
  }

  story """
    To make {sweet}, {cook} heats a mixture from {low of degree} Fahrenheit to {high of degree}.
    Then the mixture must cool down to {ready of degree}.
    While the mixture is heated, its temperature rises by {up of degree} a minute.
    While the mixture cools, its temperature falls by {down of degree} a minute.
  """
  ask total "How many minutes does it take to make the {sweet}?"

  mistakes {
    only_heat     : total = heat        "forgets the time for cooling"
    from_zero     : rise  = high        "heats from 0 degrees" when divides(magnitude(up), high)
    down_to_start : fall  = high - low
        "cools down to the first temperature" when divides(magnitude(down), high - low)
  }

  vary {
    insert stirring on total {
      with stir : count(minute) in 2..10  "number of minutes for stirring"
      step work = total + stir  "number of minutes for making the {sweet} with the stirring"
      say "Between heating and cooling the mixture is stirred for {stir of minute} at the same temperature."
    }
  }

  test "original numbers" {
    with low = 60, high = 240, ready = 170, up = 5, down = 7
    expect heat == 36
    expect total == 46
  }
}
