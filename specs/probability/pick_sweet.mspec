mspec 1

noun sweet "sweet" : possession
noun marble "marble" : possession
noun ticket "ticket" : possession
noun bead "bead" : possession

problem pick_sweet {
  meta {
    title: "Chance of one colour"
    grade: 6
    tags: [probability, percent]
    source: "gsm8k-train-6272"
  }

  given {
    child : person
    item  : noun in {sweet, marble, ticket, bead}
    green : count(item) in 2..16  "number of green {item:plural}"
    blue  : count(item) in 2..16  "number of blue {item:plural}"
    red   : count(item) in 2..16  "number of red {item:plural}"
  }

  require {
    is_int(20 * blue / (green + blue + red))  "a percentage that is a multiple of 5"
    blue != green and blue != red             "different numbers"
  }

  steps {
    whole                = green + blue + red  "number of {item:plural} in the bag"
    chance : probability = blue / whole        "probability of a blue {item}"
  }

  story """
    In a bag there are green, blue and red {item:plural}: {green:bare} green ones, {blue:bare} blue
      ones and {red:bare} red ones.
    Without looking, {child} takes one {item} out of the bag.
  """
  ask chance "What is the probability, in percent, that the {item} is blue?" (form = "percent")

  mistakes {
    to_others : chance = blue / (green + red)
        "divides by the number of the others" when blue <= green + red
    one_third : chance = 1/3
        "thinks that all colours are equally likely" when 3 * blue != green + blue + red
    not_blue  : chance = (green + red) / whole
        "reports the probability of the other colours" when 2 * blue != green + blue + red
  }

  vary {
    insert added on blue {
      with more : count(item) in 1..6  "number of {item:plural} added"
      step grown = blue + more         "number of blue {item:plural} in the end"
      say "Then a friend puts {more:words} more blue {if more == 1}{item}{else}{item:plural}{end} into the bag."
    }
    extend not_blue on chance {
      step rest : probability = 1 - chance  "probability of {a item} that is not blue"
      ask "What is the probability, in percent, that the {item} is not blue?" (form = "percent")
    }
  }

  test "original numbers" {
    with green = 5, blue = 3, red = 4
    expect chance == 25%
  }
}
