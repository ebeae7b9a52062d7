mspec 1

noun slice "slice" : possession

problem pizza_share {
  meta {
    title: "Sharing what is left"
    grade: 4
    tags: [whole_numbers, division]
    source: "gsm8k-train-2040"
  }

  given {
    host   : person
    food   : word in {"pizza", "focaccia", "flatbread"}
    small  : count(slice) in 6..12 by 2  "number of slices of the small {food}"
    large  : count(slice) in 8..20 by 2  "number of slices of the large {food}"
    guests : int in 2..5                 "number of people"
    each   : count(slice) in 2..9        "number of slices that each person has eaten"
  }

  require {
    small < large              "the large one has more slices"
    1 <= share and share <= 6  "something is left for everybody"
  }

  steps {
    whole                = small + large  "number of slices at first"
    eaten                = guests * each  "number of slices eaten"
    rest                 = whole - eaten  "number of slices left"
    share : count(slice) = rest / guests  "number of slices left for each person"
  }

  story """
    {host} cuts a small {food} into {small of slice} and a large one into {large of slice}.
    Counting {host}, {guests:words} people sit at the table, and each of them has already eaten
      {each of slice}.
    They share the rest equally.
  """
  ask share "How many more slices does each of them get?"

  mistakes {
    eaten_once : eaten = each
        "takes away the slices of one person only" when divides(guests, small + large - each)
    large_only : whole = large
        "leaves out the small {food}" when large > guests * each and divides(guests, large)
    not_shared : share = rest   "forgets to share"
  }

  vary {
    insert late_guest on rest {
      with gone : count(slice) in 1..3  "number of slices for a neighbour"
      step kept = rest - gone           "number of slices that are left then"
      say "They give {gone of slice} to a neighbour."
    }
  }

  test "original numbers" {
    with small = 8, large = 14, guests = 2, each = 9
    expect rest == 4
    expect share == 2
  }
}
