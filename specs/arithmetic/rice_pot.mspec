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
    cook    : person
    bag     : mass[kg] in 2 kg..20 kg                                "mass of the rice at first"
    morning : rational in {1/2, 3/5, 3/4, 4/5, 9/10}                 "fraction cooked in the morning"
    evening : rational in {1/5, 1/4, 1/3, 1/2}                       "fraction of the rest cooked in the evening"
  }

  require {
    is_int(magnitude(grams_left))   "a whole number of grams"
  }

  steps {
    cooked               = bag * morning       "mass cooked in the morning"
    rest : mass[g]       = bag - cooked        "mass left after the morning"
    later                = rest * evening      "mass cooked in the evening"
    grams_left           = rest - later        "mass left after the evening"
  }

  story """
    {cook} has {bag} of rice.
    In the morning {cook.they cook} {morning:fraction} of it.
    In the evening {cook.they cook} {evening:fraction} of what is left.
  """
  ask grams_left "How many grams of rice {does cook.they} have then?"

  mistakes {
    of_all    : later = bag * evening     "takes the second fraction of all the rice" when morning + evening < 1
    no_second : grams_left = rest         "stops after the morning"
  }

  test "original numbers" {
    with bag = 10 kg, morning = 9/10, evening = 1/4
    expect grams_left == 750 g
  }
}
