mspec 1
use combinatorics

table shuffled(name : word, letters : int known, a : int known, b : int known, c : int known, repeated : word) {
  "BANANA",  6, 3, 2, 1, "three A's and two N's"
  "LEVEL",   5, 2, 2, 1, "two L's and two E's"
  "PEPPER",  6, 3, 2, 1, "three P's and two E's"
  "COFFEE",  6, 2, 2, 1, "two F's and two E's"
  "TATTOO",  6, 3, 2, 1, "three T's and two O's"
  "RADAR",   5, 2, 2, 1, "two R's and two A's"
  "COCOA",   5, 2, 2, 1, "two C's and two O's"
  "SUCCESS", 7, 3, 2, 1, "three S's and two C's"
  "ROTATOR", 7, 2, 2, 2, "two R's, two O's and two T's"
  "PAPAYA",  6, 3, 2, 1, "three A's and two P's"
}

problem letters_of_a_word {
  meta {
    title: "Orders of letters, some of them alike"
    grade: 10
    tags: [permutations, repeated_elements]
  }

  given {
    w : shuffled  "word"
  }

  steps {
    orders     = factorial(w.letters)
        "number of orders of {w.letters} different letters" "If all letters were different, there would be {w.letters}! = {orders} orders."
    swaps      = factorial(w.a) * factorial(w.b) * factorial(w.c)
        "number of orders that look the same"
    ways : int = orders / swaps        "number of different rows of letters"
  }

  story """
    The letters of the word {w.name} are written on cards, one on each card.
    The {w.letters:words} cards are shuffled and laid in a row.
  """
  ask ways "How many different rows of letters are possible?"

  mistakes {
    all_different : ways  = orders                           "treats equal letters as different"
    adds          : swaps = factorial(w.a) + factorial(w.b)  "adds where it should multiply"
    one_letter    : swaps = factorial(w.a)  "looks at one of the repeated letters only"
  }

  vary {
    distract colour {
      with cm : int in 5..9
      say "Each card is {cm} centimetres wide."
    }
    extend chance on ways {
      step hit : probability = 1 / ways  "probability of getting the word {w.name}"
      ask "What is the probability that the row shows the word itself?"
    }
  }

  test "BANANA" {
    with w = "BANANA"
    expect ways == 60
  }
  test "SUCCESS" {
    with w = "SUCCESS"
    expect ways == 420
  }
  test "any world" {
    always ways == orders_with_repeats(w.letters, w.a, w.b, w.c)
  }
}
