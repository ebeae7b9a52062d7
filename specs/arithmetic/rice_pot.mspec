mspec 1
use units.si

problem rice_pot {
  meta {
    title: "Rice left after two meals, in grams"
    grade: 6
    tags: [fractions, units]
    source: "gsm8k-train-424"
  }

  given {
    house  : word in {"summer camp", "school", "youth hostel"}
    cook   : person
    sack   : mass[kg] in 3 kg..12 kg                 "mass of the rice at first"
    lunch  : rational in {1/2, 3/5, 3/4, 4/5, 9/10}  "fraction used for lunch"
    supper : rational in {1/5, 1/4, 1/3, 1/2}        "fraction of the rest used for supper"
  }

  require {
    is_int(magnitude(grams_left))  "a whole number of grams"
  }

  steps {
    cooked          = sack * lunch    "mass used for lunch"
    rest            = sack - cooked   "mass left after lunch"
    grams : mass[g] = rest            "mass left after lunch in grams"
    later           = grams * supper  "mass used for supper"
    grams_left      = grams - later   "mass left after supper"
  }

  story """
    The kitchen of {a house} has {sack} of rice in the morning.
    {cook}, the cook, uses {lunch:fractionwords} of the rice for lunch and {supper:fractionwords} of
      the rest for supper.
  """
  ask grams_left "How many grams of rice are left after supper?"

  mistakes {
    of_all    : later      = sack * supper
        "takes the second fraction of all the rice" when lunch + supper < 1
    no_second : grams_left = grams          "stops after lunch"
  }

  vary {
    extend portions on grams_left {
      with bowl : mass[g] in {50 g, 60 g, 75 g, 80 g}  "mass of rice for one bowl"
      step bowls : int = floor(grams_left / bowl)      "number of full bowls of rice pudding"
      say "From the rice that is left after supper, {cook} makes as many full bowls of rice pudding as possible, with {bowl} of rice in each."
      ask "How many full bowls of rice pudding does {cook} make?"
    }
    distract helpers {
      with helpers : int in 2..6  "number of helpers"
      say "{helpers:Words} helpers wash the dishes."
    }
  }

  test "original numbers" {
    with sack = 10 kg, lunch = 9/10, supper = 1/4
    expect grams_left == 750 g
  }
}
