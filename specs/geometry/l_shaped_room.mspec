mspec 1
use units.si

problem l_shaped_room {
  meta {
    title: "Carpet for an L-shaped room"
    grade: 5
    tags: [area, composite_figures, money]
  }

  given {
    kind  : word in {"An office", "A library", "A dance studio", "A waiting room"}
    a     : length[m] in 6 m..12 m   "length of the whole rectangle"
    b     : length[m] in 5 m..10 m   "width of the whole rectangle"
    c     : length[m] in 2 m..5 m    "length of the missing corner"
    d     : length[m] in 2 m..4 m    "width of the missing corner"
    price : money[1/m^2] in $8..$25  "price of a square metre"
  }

  require {
    b < a
    c <= a - 3 m and d <= b - 2 m  "an L with two arms"
    c != d
  }

  steps {
    whole  = a * b           "area of the whole rectangle"
    corner = c * d           "area of the missing corner"
    carpet = whole - corner  "area of the floor"
    cost   = carpet * price  "cost of the carpet"
  }

  story """
    {kind} has the shape of a rectangle {a} long and {b} wide, from which one corner has been cut
      off.
    The missing corner is a rectangle {c} long and {d} wide.
    The floor is to be covered with carpet at {price}.
  """
  ask carpet "What is the area of the floor?"
  ask cost "How much does the carpet cost?"

  mistakes {
    no_corner : carpet = whole              "does not take the corner away"
    adds      : carpet = whole + corner     "adds the corner"
    perimeter : whole  = 2 * (a + b) * 1 m
        "takes the perimeter for the area" when 2 * (a + b) * 1 m != a * b
  }

  vary {
    extend fitted on cost {
      with work : money in {$50, $80, $120}
      step total = cost + work  "cost of the carpet with the fitting"
      say "Fitting the carpet costs another {work}."
      ask "How much does the carpet cost with the fitting?"
    }
    distract height {
      with h : length[m] in 2.5 m..3.5 m by 0.5 m
      say "The room is {h} high."
    }
  }

  test "by hand" {
    with a = 8 m, b = 6 m, c = 3 m, d = 2 m, price = $10
    expect carpet == 42 m^2
    expect cost == $420
  }
}
