mspec 1
use physics.thermal
use lexicon.food

problem oven_temperature {
  meta {
    title: "An oven that shows the other scale"
    grade: 7
    tags: [temperature, units, linear_functions]
  }

  given {
    baker : person
    dish  : noun in {pie, pizza, loaf, cake}
    f     : temperature[°F] in 300 °F..475 °F by 25 °F  "temperature in the recipe"
    less  : temperature_difference[°C] in {10 °C, 15 °C, 20 °C}
  }

  steps {
    c : temperature[°C] = f         "temperature of the recipe in degrees Celsius"
    dial                = c - less  "temperature to which the oven is set"
  }

  story """
    {baker} bakes {a dish} by a recipe from the United States, which says {f}.
    {baker.Their} oven shows degrees Celsius, and since it has a fan it must be set {less} lower
      than the recipe says.
  """
  ask dial "To what temperature, to the nearest degree, should {baker} set the oven?" (round = 0)

  mistakes {
    no_32    : c    = 0 °C + magnitude(f) * 5 / 9 * 1 K  "forgets to subtract 32"
    no_scale : c    = 0 °C + (magnitude(f) - 32) * 1 K   "forgets the factor 5/9"
    higher   : dial = c + less                           "adds the reduction"
  }

  vary {
    extend warming_up on dial {
      with kitchen : temperature[°C] in 18 °C..24 °C by 1 °C  "temperature in the kitchen"
      with each_minute : temperature_difference[°C] in {30 °C, 40 °C, 50 °C}
          "rise in each stage of the warming up"
      with stage : time[min] in {2 min, 3 min}                "length of a stage of the warming up"
      step rise = dial - kitchen                              "rise in temperature of the oven"
      step wait : time[min] = rise / each_minute * stage      "time for warming up the oven"
      say "The oven is as warm as the kitchen, {kitchen}, when it is switched on, and then gets {each_minute} warmer every {stage:duration}."
      ask "How many minutes, to 3 significant figures, does the oven take to warm up?" (sigfigs = 3)
    }
    distract time {
      with bake : time[min] in 20 min..50 min by 5 min
      say "The {dish} is in the oven for {bake}."
    }
  }

  test "worked by hand" {
    with f = 425 °F, less = 15 °C
    expect c == 425 °F
    expect 203.3 °C < dial and dial < 203.4 °C
  }
}
