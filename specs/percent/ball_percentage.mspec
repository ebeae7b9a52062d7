mspec 1

noun ball "ball" : possession
noun balloon "balloon" : possession
noun bead "bead" : possession
noun tulip "tulip" : possession

problem ball_percentage {
  meta {
    title: "A part as a percentage of the whole"
    grade: 6
    tags: [percent, ratio]
    source: "gsm8k-train-3398"
  }

  given {
    owner : person
    item  : noun in {ball, balloon, bead, tulip}
    c1    : word in {"red", "yellow", "white"}    "first colour"
    c2    : word in {"purple", "orange", "pink"}  "second colour"
    n1    : count(item) in 6..90                  "number of {c1} {item:plural}"
    n2    : count(item) in 6..90                  "number of {c2} {item:plural}"
  }

  require {
    n1 != n2                     "no even split"
    is_int(20 * n1 / (n1 + n2))  "a percentage that is a multiple of 5"
  }

  steps {
    whole           = n1 + n2     "total number of {item:plural}"
    share : percent = n1 / whole  "percentage of the {item:plural} that are {c1}"
  }

  story """
    {owner} brings {c1} and {c2} {item:plural} to a school festival.
    Of these {item:plural}, {n1:bare} are {c1} and {n2:bare} are {c2}.
  """
  ask share "What percentage of the {item:plural} are {c1}?"

  mistakes {
    other_share : share = n2 / whole  "reports the share of the {c2} {item:plural}"
    to_other    : share = n1 / n2     "divides by the other part instead of the whole"
  }

  vary {
    insert late on n2 {
      with extra : count(item) in 2..12  "number of {c2} {item:plural} brought later"
      step more = n2 + extra             "number of {c2} {item:plural} in the end"
      say "Later a friend brings another {extra:bare} {c2} {item:plural}."
    }
    extend others on share {
      step rest : percent = 100% - share  "percentage of the {item:plural} that are {c2}"
      ask "What percentage of the {item:plural} are {c2}?"
    }
  }

  test "original numbers" {
    with n1 = 27, n2 = 33
    expect share == 45%
  }
}
