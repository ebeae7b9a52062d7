mspec 1
use lexicon.people

problem club_committee {
  meta {
    title: "A committee with a rule"
    grade: 10
    tags: [combinations, complement]
  }

  given {
    club : word in {"chess club", "choir", "drama group", "hiking club", "school band"}
    g    : count(girl) in 4..8  "number of girls"
    b    : count(boy) in 3..7   "number of boys"
    k    : int in 3..4          "number of members of the committee"
  }

  require {
    k <= magnitude(b) and k <= magnitude(g)
        "a committee of girls only, or of boys only, is possible"
  }

  steps {
    n : count(child) = g + b                              "number of members of the {club}"
    all_ways         = choose(magnitude(n), k)            "number of committees without the rule"
    girls_only       = choose(magnitude(g), k)            "number of committees without a boy"
    boys_only        = choose(magnitude(b), k)            "number of committees without a girl"
    mixed            = all_ways - girls_only - boys_only  "number of committees with girls and boys"
  }

  story """
    {A club} has {g of girl} and {b of boy}.
    It elects a committee of {k:words | several} members, who all have the same tasks.
    At least one girl and at least one boy must be on the committee.
  """
  ask mixed "In how many ways can the committee be made up?"

  mistakes {
    no_rule   : mixed    = all_ways                       "forgets the rule"
    only_boys : mixed    = all_ways - girls_only          "leaves committees without a girl in"
    ordered   : all_ways = arrangements(magnitude(n), k)  "counts orders of the members"
  }

  vary {
    extend with_chair on mixed {
      step led = mixed * k  "number of ways to choose the committee and its head"
      say "One of the members is then made head of the committee."
      ask "In how many ways can the committee and its head be chosen?"
    }
    distract meetings {
      with weeks : int in 2..6
      say "The committee meets every {weeks} weeks."
    }
  }

  test "by hand" {
    with g = 5, b = 4, k = 3
    expect all_ways == 84
    expect mixed == 70
  }
}
