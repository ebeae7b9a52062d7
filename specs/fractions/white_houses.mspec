mspec 1

noun house "house"

table shares(phrase : word, part : rational known) {
  "half",      1/2
  "a third",   1/3
  "a quarter", 1/4
  "a fifth",   1/5
  "a sixth",   1/6
  "a tenth",   1/10
}

problem white_houses {
  meta {
    title: "Houses of another colour"
    grade: 5
    tags: [fractions, whole_numbers]
    source: "gsm8k-train-2958"
  }

  given {
    place  : word in {"village", "small town", "new suburb"}
    colour : word in {"white", "yellow", "grey", "blue"}
    extra  : word in {"a fireplace", "a balcony", "a garage", "a cellar"}
    n      : count(house) in 120..900 by 20  "number of houses"
    p      : shares                          "share of {colour} houses"
    q      : shares                          "share with {extra} among the non-{colour} houses"
  }

  require {
    p.part != q.part  "the two fractions differ"
  }

  steps {
    painted : count(house)  = n * p.part         "number of {colour} houses"
    others                  = n - painted        "number of houses that are not {colour}"
    equipped : count(house) = others * q.part    "number of non-{colour} houses with {extra}"
    without                 = others - equipped  "number of non-{colour} houses without {extra}"
  }

  story """
    There {are n of house} in {a place}, and {p.phrase} of them are {colour}.
    Of the houses that are not {colour}, {q.phrase} have {extra}.
  """
  ask without "How many of the houses that are not {colour} do not have {extra}?"

  mistakes {
    of_all     : equipped = n * q.part
        "takes the second fraction of all the houses" when p.part + q.part < 1
    with_it    : without  = equipped    "reports the houses with {extra}" when q.part != 1/2
    of_painted : others   = painted     "goes on with the {colour} houses" when p.part != 1/2
  }

  vary {
    extend permit on without {
      with more : count(house) in 2..9  "number of houses to be rebuilt"
      step later = without - more       "number of non-{colour} houses without {extra} next year"
      say "Next year {more:words} of the houses without {extra} that are not {colour} are going to get one."
      ask "How many of the houses that are not {colour} will still not have {extra} after that?"
    }
  }

  test "original numbers" {
    with n = 400, p = "a quarter", q = "a fifth"
    expect others == 300
    expect without == 240
  }
}
