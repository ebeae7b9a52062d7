mspec 1
use lexicon.food
use lexicon.people

problem recipe_batches {
  meta {
    title: "Enough batches for everybody"
    grade: 5
    tags: [ratio, division]
    source: "gsm8k-train-6453"
  }

  given {
    cook   : person
    item   : noun in {avocado, mango, tomato}
    each   : count(item) in 2..6     "number of {item:plural} in one batch"
    serves : count(human) in 4..8    "number of people that one batch serves"
    guests : count(guest) in 11..63  "number of guests"
  }

  require {
    magnitude(each) != magnitude(serves)  "two different numbers"
  }

  steps {
    eaters : count(human) = guests + 1             "number of people who eat"
    batches : int         = ceil(eaters / serves)  "number of batches of salsa"
    needed                = batches * each         "number of {item:plural} for all the salsa"
  }

  story """
    For a party {cook} makes a salsa.
    One batch takes {each of item} and is enough for {serves of human}.
    {cook.They expect} {guests of guest}, and {cook.they want} to eat some of the salsa as well.
    Only whole batches are made.
  """
  ask needed "How many {item:plural} {does cook.they} need for all the salsa?"

  mistakes {
    forgets_self : eaters  = guests
        "forgets the cook" when ceil(magnitude(guests) / magnitude(serves)) != batches
    rounds_down  : batches = floor(eaters / serves)
        "rounds down, so that some get nothing" when not divides(magnitude(serves), magnitude(guests) + 1)
    one_each     : needed  = magnitude(eaters) * each  "makes a batch for each person"
  }

  vary {
    insert ill on eaters {
      with absent : count(human) in 2..4  "number of people who stay away"
      step come = eaters - absent         "number of people who eat in the end"
      say "Then {absent of human call} to say that they cannot come."
    }
  }

  test "original numbers" {
    with item = avocado, each = 4, serves = 6, guests = 41
    expect batches == 7
    expect needed == 28
  }
}
