mspec 1
use lexicon.things

problem tree_planting {
  meta {
    title: "Three classes compared"
    grade: 4
    tags: [whole_numbers, comparison]
    source: "gsm8k-train-5058"
  }

  given {
    item  : noun in {tree, tulip, rose}
    first : count(item) in 12..60  "number of {item:plural} planted by class 4"
    k1    : int in 2..3            "ratio of class 5 to class 4"
    k2    : int in 2..3            "ratio for class 6"
    fewer : count(item) in 5..40   "difference for class 6"
  }

  require {
    third <= 240  "a number that one class can plant in a day"
  }

  steps {
    second = k1 * first              "number of {item:plural} planted by class 5"
    many   = k2 * second
        "number planted by class 5 taken {k2:times}" "{k2:Times} the number planted by class 5 is {k2} × {second} = {many}."
    third  = many - fewer            "number of {item:plural} planted by class 6"
    total  = first + second + third  "number of {item:plural} planted by the three classes"
  }

  story """
    On a school's planting day, class 4 plants {first of item}.
    Class 5 plants {k1:times} as many {item:plural} as class 4.
    Class 6 plants {fewer:bare} fewer than {k2:times} as many {item:plural} as class 5.
  """
  ask total "How many {item:plural} do the three classes plant altogether?"

  mistakes {
    adds_fewer : third = many + fewer   "adds the difference instead of taking it off"
    of_first   : many  = k2 * first     "compares class 6 with class 4"
    two_only   : total = first + third  "leaves out class 5"
  }

  vary {
    extend dried on total {
      with lost : count(item) in 2..9  "number of {item:plural} that dry up"
      step alive = total - lost        "number of {item:plural} that do not dry up"
      say "In a dry summer, {lost} of the {item:plural} dry up."
      ask "How many of the {item:plural} grow on?"
    }
  }

  test "original numbers" {
    with first = 30, k1 = 2, k2 = 3, fewer = 30
    expect third == 150
    expect total == 240
  }
}
