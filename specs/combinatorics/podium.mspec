mspec 1
use lexicon.people
use lexicon.things

problem podium {
  meta {
    title: "Who comes first, second and third"
    grade: 8
    tags: [arrangements, order]
  }

  given {
    who : noun in {runner, horse, dog, boat}
    n   : count(who) in 5..12  "number of {who:plural}"
  }

  steps {
    p1   = magnitude(n)  "number of choices for the first place"
    p2   = p1 - 1        "number of choices for the second place"
    p3   = p2 - 1        "number of choices for the third place"
    ways = p1 * p2 * p3  "number of ways to win the three medals"
  }

  story """
    In a race with {n of who}, no two finish together.
    The first three win a gold, a silver and a bronze medal.
  """
  ask ways "In how many ways can the three medals be won?"

  mistakes {
    no_order : ways = choose(p1, 3)  "forgets that it matters who wins which medal"
    repeats  : ways = p1^3           "lets one {who} win several medals"
    adds     : ways = p1 + p2 + p3   "adds the choices"
  }

  vary {
    insert injured on n {
      with out : count(who) in 2..3  "number of {who:plural} that drop out"
      when n - out >= 4
      step left = n - out            "number of {who:plural} that start"
      say "Before the start, {out} of the {who:plural} drop out."
    }
    distract length {
      with laps : int in 3..10
      say "The race has {laps} laps."
    }
  }

  test "by hand" {
    with n = 8
    expect ways == 336
  }
  test "any world" {
    always ways == arrangements(magnitude(n), 3)
  }
}
