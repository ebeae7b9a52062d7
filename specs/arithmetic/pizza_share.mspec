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
    share : count(slice) = rest / guests  "number of further slices for each person at the table"
  }

  story """
    {host} cuts a small {food} into {small of slice} and a large one into {large of slice}.
    Counting {host}, {guests:words} people sit at the table, and each of them has already eaten
      {each of slice}.
    The people at the table then share equally all the slices that are left.
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
      step kept = rest - gone           "number of slices left after the gift to the neighbour"
      say "After that, {gone of slice} {if gone == 1}goes{else}go{end} to a neighbour."
    }
  }

  test "original numbers" {
    with small = 8, large = 14, guests = 2, each = 9
    expect rest == 4
    expect share == 2
  }
}
