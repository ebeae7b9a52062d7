mspec 1
use combinatorics
use lexicon.food
use lexicon.school

problem sharing_sweets {
  meta {
    title: "Ways to share equal things"
    grade: 12
    tags: [stars_and_bars, combinations]
  }

  given {
    adult : person
    item  : noun in {cookie, muffin, apple, sticker, pencil}
    k     : int in 3..5           "number of children"
    n     : count(item) in 6..15  "number of {item:plural}"
  }

  require {
    k + 3 <= magnitude(n)  "more than enough for one each"
  }

  steps {
    gaps = magnitude(n) - 1    "number of gaps in a row of the {item:plural}"
    cuts = k - 1               "number of cuts into shares"
    ways = choose(gaps, cuts)  "number of ways to share the {item:plural}"
  }

  story """
    {adult} shares {n of item} among {k:words} children.
    The {item:plural} are all alike, and each child gets at least one.
    It matters which child gets how many.
  """
  ask ways "In how many ways can {adult} share the {item:plural}?"

  mistakes {
    empty_shares : gaps = magnitude(n) + k - 1  "lets a child get nothing"
    bars         : cuts = k                     "makes one cut too many"
    any_child    : ways = k^gaps                "treats the {item:plural} as different"
  }

  vary {
    insert more on n {
      with more : count(item) in 2..4  "number of {item:plural} found"
      step total = n + more            "number of {item:plural} with those found"
      say "{adult} also finds {more} more {item:plural} and shares them together with the others."
    }
    distract bag {
      with days : int in 2..6
      say "The {item:plural} were bought {days} days ago."
    }
  }

  test "by hand" {
    with k = 3, n = 10
    expect ways == 36
  }
  test "any world" {
    always ways == full_shares(magnitude(n), k)
  }
}
