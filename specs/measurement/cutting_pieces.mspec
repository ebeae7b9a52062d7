mspec 1
use units.us

noun steak "steak" : possession
noun fillet "fillet" : possession
noun cutlet "cutlet" : possession

problem cutting_pieces {
  meta {
    title: "Pounds cut into pieces of some ounces"
    grade: 5
    tags: [units, division]
    source: "gsm8k-train-2821"
  }

  given {
    cook  : person
    piece : noun in {steak, fillet, cutlet}
    w     : mass[lb] in 5 lb..30 lb                 "mass of the meat"
    each  : mass[oz] in {6 oz, 8 oz, 10 oz, 12 oz}  "mass of one {piece}"
  }

  steps {
    ounces : mass[oz]     = w              "mass of the meat in ounces"
    pieces : count(piece) = ounces / each  "number of {piece:plural} cut from the meat"
  }

  story """
    For a party {cook} orders {w:long} of meat.
    {cook.They cut} all the meat into {piece:plural} of {each:long} each.
  """
  ask pieces "How many {piece:plural} {does cook.they} get?"
  hint "A pound has 16 ounces."

  mistakes {
    ten_ounces : ounces = magnitude(w) * 10 oz
        "takes a pound for 10 ounces" when is_int(magnitude(w) * 10 / magnitude(each))
    no_convert : pieces = magnitude(w) * magnitude(each)
        "multiplies instead of converting and dividing"
  }

  vary {
    extend boxes on pieces {
      with k : int in 2..4                   "number of {piece:plural} for each guest"
      step guests : int = floor(pieces / k)  "number of guests with enough {piece:plural}"
      say "Each guest is to get {k:words} {piece:plural}."
      ask "For how many guests are there enough {piece:plural}?"
    }
    distract cost {
      with price : money[1/lb] in $6..$14  "price of a pound of meat"
      say "A pound of this meat costs {price:bare}."
    }
  }

  test "original numbers" {
    with w = 15 lb, each = 12 oz
    expect ounces == 240 oz
    expect pieces == 20
  }
}
