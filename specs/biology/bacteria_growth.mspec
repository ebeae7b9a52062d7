mspec 1
use biology

noun bacterium "bacterium" "bacteria"
noun yeast_cell "yeast cell"
noun alga "alga" "algae"

table cultures(organism : noun, each : time[min]) {
  bacterium,  20 min
  bacterium,  30 min
  bacterium,  40 min
  yeast_cell, 90 min
  yeast_cell, 120 min
  alga,       180 min
  alga,       240 min
  alga,       480 min
}

problem bacteria_growth {
  meta {
    title: "Cells that keep dividing"
    grade: 8
    tags: [biology, growth, powers]
  }

  given {
    culture : cultures
    n0      : int in 50..900 by 50  "number of {culture.organism:plural} at first"
    lasting : time[h] in 2 h..24 h  "time"
  }

  require {
    2 <= doublings and doublings <= 9
  }

  steps {
    doublings : int = lasting / culture.each          "number of doublings"
    n               = after_doublings(n0, doublings)
        "number of {culture.organism:plural} at the end of the growth"
  }

  story """
    A dish holds {n0} {culture.organism:plural}.
    The number of {culture.organism:plural} doubles every {culture.each:bare} minutes for
      {lasting:bare} hours.
  """
  ask n "How many {culture.organism:plural} are there at the end of that time?"

  mistakes {
    linear   : n         = n0 * 2 * doublings  "multiplies by 2 times the number of doublings"
    hourly   : doublings = magnitude(lasting)                  "lets the number double every hour"
    one_less : n         = after_doublings(n0, doublings - 1)  "counts one doubling too few"
  }

  vary {
    distract warmth {
      with t : temperature[°C] in 25 °C..37 °C by 1 °C
      say "The {culture.organism:plural} grow at a temperature of {t}."
    }
    extend next_dish on n {
      with parts : int in {2, 5, 10}
      step share = n / parts  "number of {culture.organism:plural} in each of the new dishes"
      say "Then the culture is divided equally among {parts} new dishes."
      ask "How many {culture.organism:plural} are there in each of the new dishes?"
    }
  }

  test "worked by hand" {
    with culture = 1, n0 = 100, lasting = 2 h
    expect doublings == 6
    expect n == 6400
  }
}
