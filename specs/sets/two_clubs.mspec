mspec 1
use combinatorics
use lexicon.school

problem two_clubs {
  meta {
    title: "Members of two clubs"
    grade: 6
    tags: [sets, venn_diagram]
  }

  given {
    a, b : word in {"chess", "judo", "dancing", "pottery", "football", "drama"}
    n    : count(pupil) in 22..32  "number of pupils in the class"
    x    : count(pupil) in 8..18   "number of pupils in the {a} club"
    y    : count(pupil) in 8..18   "number of pupils in the {b} club"
    both : count(pupil) in 3..8    "number of pupils in both clubs"
  }

  require {
    a != b
    both < x and both < y
    none >= 2
  }

  steps {
    some = x + y - both  "number of pupils in at least one of the clubs"
    none = n - some      "number of pupils in neither club"
  }

  story """
    Of the {n of pupil} in a class, {x} go to the {a} club and {y} to the {b} club.
    Both numbers include the {both of pupil} who go to both clubs.
  """
  ask none "How many pupils of the class go to neither club?"

  mistakes {
    twice     : some = x + y             "counts those in both clubs twice"
    both_away : some = x + y - 2 * both  "leaves those in both clubs out"
    only_both : none = n - both          "takes away those in both clubs only"
  }

  vary {
    extend chance on none {
      step p : probability = none / n  "probability that the pupil picked is in neither club"
      say "One pupil of the class is picked at random."
      ask "What is the probability that the pupil picked goes to neither club?"
    }
    insert joining on some {
      with late : count(pupil) in 2..3  "number of pupils who join the {a} club later"
      step members = some + late        "number of pupils in at least one of the clubs in the end"
      when members <= n - 2
      say "Then {late} more pupils, who went to neither club, join the {a} club."
    }
  }

  test "by hand" {
    with n = 30, x = 15, y = 12, both = 5
    expect some == 22
    expect none == 8
  }
  test "any world" {
    always magnitude(some) == union_of_two(magnitude(x), magnitude(y), magnitude(both))
  }
}
