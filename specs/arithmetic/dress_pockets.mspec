mspec 1

noun garment "garment"
noun dress "dress" : garment
noun jacket "jacket" : garment
noun skirt "skirt" : garment
noun pocket "pocket"

table shares(phrase : word, part : rational known) {
  "half", 1/2
  "a third", 1/3
  "a quarter", 1/4
  "a fifth", 1/5
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
    item  : noun in {dress, jacket, skirt}
    n     : count(item) in 12..96                   "number of {item:plural}"
    p     : shares                                  "share with pockets"
    q     : shares                                  "share with few pockets"
    few   : count(pocket)[1/item] in 1..2           "number of pockets on each {item} with few pockets"
    many  : count(pocket)[1/item] in 3..5           "number of pockets on each {item} with many pockets"
  }

  require {
    p.part != q.part   "the two fractions differ"
  }

  steps {
    with_pockets : count(item) = n * p.part               "number of {item:plural} with pockets"
    some : count(item)         = with_pockets * q.part    "number of {item:plural} with few pockets"
    rest                       = with_pockets - some      "number of {item:plural} with many pockets"
    small                      = some * few               "number of pockets on the {item:plural} with few pockets"
    large                      = rest * many              "number of pockets on the {item:plural} with many pockets"
    total                      = small + large            "number of pockets in all"
  }

  story """
    {owner} owns {n of item}, and {p.phrase} of them have pockets.
    Of those with pockets, {q.phrase} have {few of pocket} each, and the others have {many of pocket} each.
  """
  ask total "How many pockets are there on all these {item:plural}?"

  mistakes {
    all_have_pockets : with_pockets = n           "counts pockets on every {item}"
    forgets_rest     : total = small              "leaves out the {item:plural} with many pockets"
  }

  test "original numbers" {
    with n = 24, p = "half", q = "a third", few = 2, many = 3
    expect total == 32
  }
}
