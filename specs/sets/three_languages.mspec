mspec 1
use combinatorics

problem three_languages {
  meta {
    title: "Three languages"
    grade: 10
    tags: [sets, inclusion_exclusion]
  }

  given {
    who  : word in {"travellers on a ship", "guests of a hotel", "members of a choir", "people at a conference"}
    n    : int in 80..150  "number of people"
    f    : int in 30..60   "number who speak French"
    s    : int in 30..60   "number who speak Spanish"
    g    : int in 25..50   "number who speak German"
    fs   : int in 10..20   "number who speak French and Spanish"
    fg   : int in 10..18   "number who speak French and German"
    sg   : int in 9..18    "number who speak Spanish and German"
    all3 : int in 3..8     "number who speak all three"
  }

  require {
    fs + fg - all3 <= f - 2 and fs + sg - all3 <= s - 2 and fg + sg - all3 <= g - 2
        "some speak one of the three only"
    none >= 5
  }

  steps {
    singles = f + s + g                 "sum of the numbers for each language"
    doubles = fs + fg + sg              "sum of the numbers for two languages"
    some    = singles - doubles + all3
        "number who speak at least one of the three" "Those who speak two are counted twice, so take them away once; those who speak all three are then missing, so add them: {singles} - {doubles} + {all3} = {some}."
    none    = n - some                  "number who speak none of the three"
  }

  story """
    Of {n} {who}, {f} speak French, {s} speak Spanish and {g} speak German.
    Among them, {fs} speak French and Spanish, {fg} speak French and German, and {sg} speak Spanish
      and German.
    These include {all3} who speak all three languages.
  """
  ask none "How many speak none of the three languages?"

  mistakes {
    no_middle    : some = singles - doubles         "forgets to add those who speak all three"
    counts_twice : some = singles                   "counts some people several times"
    all_away     : some = singles - doubles - all3  "takes those who speak all three away once more"
  }

  vary {
    extend only_french on none {
      step only = f - fs - fg + all3  "number who speak French only"
      ask "How many speak French, but neither of the other two?"
    }
    distract week {
      with days : int in 3..9
      say "They stay for {days} days."
    }
  }

  test "by hand" {
    with n = 100, f = 45, s = 40, g = 35, fs = 15, fg = 12, sg = 10, all3 = 5
    expect some == 88
    expect none == 12
  }
  test "any world" {
    always some == union_of_three(f, s, g, fs, fg, sg, all3)
  }
}
