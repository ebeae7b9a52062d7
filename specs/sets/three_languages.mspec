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
    f    : int in 30..60   "number of people who speak French"
    s    : int in 30..60   "number of people who speak Spanish"
    g    : int in 25..50   "number of people who speak German"
    fs   : int in 10..20   "number of people who speak French and Spanish"
    fg   : int in 10..18   "number of people who speak French and German"
    sg   : int in 9..18    "number of people who speak Spanish and German"
    all3 : int in 3..8     "number of people who speak all three languages"
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
        "number of people who speak at least one language" "Those who speak two are counted twice, so take them away once; those who speak all three are then missing, so add them: {singles} - {doubles} + {all3} = {some}."
    none    = n - some                  "number of people who speak none of the languages"
  }

  story """
    Of {n} {who}, {f} speak French, {s} speak Spanish and {g} speak German.
    Of these people, {fs} speak French and Spanish, {fg} speak French and German, and {sg} speak
      Spanish and German.
    Each of these three numbers includes the {all3} people who speak all three languages.
  """
  ask none "How many of these people speak none of the three languages?"

  mistakes {
    no_middle    : some = singles - doubles         "forgets to add those who speak all three"
    counts_twice : some = singles                   "counts some people several times"
    all_away     : some = singles - doubles - all3  "takes those who speak all three away once more"
  }

  vary {
    extend only_french on none {
      step only = f - fs - fg + all3  "number of people who speak French only"
      ask "How many of these people speak French, but neither of the other two languages?"
    }
    distract week {
      with days : int in 3..9
      say "These people are together for {days} days."
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
