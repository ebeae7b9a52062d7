mspec 1

noun garment "garment" : possession
noun dress "dress" : garment
noun jacket "jacket" : garment
noun skirt "skirt" : garment
noun coat "coat" : garment
noun pocket "pocket"

table shares(phrase : word, part : rational known) {
  "half",      1/2
  "a third",   1/3
  "a quarter", 1/4
  "a fifth",   1/5
}

problem dress_pockets {
  meta {
    title: "Pockets on some of the clothes"
    grade: 5
    tags: [fractions, whole_numbers]
    source: "gsm8k-train-6884"
  }

  given {
    owner : person
    item  : noun in {dress, jacket, skirt, coat}
    n     : count(item) in 12..96          "number of {item:plural}"
    p     : shares                         "share with pockets"
    q     : shares                         "share of these with the smaller number of pockets"
    few   : count(pocket)[1/item] in 1..2  "smaller number of pockets"
    many  : count(pocket)[1/item] in 3..4  "larger number of pockets"
  }

  require {
    p.part != q.part         "the two fractions differ"
    some >= 2 and rest >= 2  "the word each speaks of several"
  }

  steps {
    pocketed : count(item) = n * p.part         "number of {item:plural} with pockets"
    some : count(item)     = pocketed * q.part  "number of {item:plural} with {few of pocket}"
    rest                   = pocketed - some    "number of {item:plural} with {many of pocket}"
    small                  = some * few
        "number of pockets on the {item:plural} with {few of pocket}"
    large                  = rest * many
        "number of pockets on the {item:plural} with {many of pocket}"
    total                  = small + large      "number of pockets on all the {item:plural}"
  }

  story """
    {owner} looks after the costumes of a theatre, among them {n of item | "some {item:plural}"}.
    Only {p.phrase} of the {item:plural} have any pockets.
    Of the {item:plural} with pockets, {q.phrase} have {few of pocket} each.
    All the others with pockets have {many of pocket} each.
  """
  ask total "How many pockets are there on the {item:plural} altogether?"

  mistakes {
    all_have_pockets : pocketed = n      "counts pockets on every {item}"
    forgets_rest     : total    = small  "leaves out the {item:plural} with more pockets"
  }

  vary {
    extend buttons on total {
      with each : int in 2..3      "number of buttons on each pocket"
      step buttons = each * total  "number of buttons on all the pockets"
      say "Every pocket of the {item:plural} has {each:words} buttons."
      ask "How many buttons are there on all the pockets?"
    }
  }

  test "original numbers" {
    with n = 24, p = "half", q = "a third", few = 2, many = 3
    expect total == 32
  }
}
