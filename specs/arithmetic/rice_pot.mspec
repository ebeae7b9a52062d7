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
    For lunch {cook}, the cook, uses {lunch:fraction} of the rice.
    For supper {cook.they use} {supper:fraction} of the rice that is left.
  """
  ask grams_left "How many grams of rice are left after supper?"

  mistakes {
    of_all    : later      = sack * supper
        "takes the second fraction of all the rice" when lunch + supper < 1
    no_second : grams_left = grams          "stops after lunch"
  }

  test "original numbers" {
    with sack = 10 kg, lunch = 9/10, supper = 1/4
    expect grams_left == 750 g
  }
}
