mspec 1
use units.si

problem garden_path {
  meta {
    title: "A path around a rectangular lawn"
    grade: 7
    tags: [area, perimeter, parts]
  }

  given {
    long  : length[m] in 8 m..30 m                "length of the lawn"
    wide  : length[m] in 5 m..20 m                "width of the lawn"
    path  : length[m] in {1 m, 1.5 m, 2 m}        "width of the path"
    price : money[1/m] in $4.00..$15.00 by $0.50  "price of a metre of fence"
  }

  require {
    wide < long  "the length is the longer side"
  }

  steps {
    outer_long   = long + 2 * path                "length with the path on both sides"
    outer_wide   = wide + 2 * path                "width with the path on both sides"
    whole        = outer_long * outer_wide        "area of the lawn and the path together"
    lawn         = long * wide                    "area of the lawn"
    paved        = whole - lawn                   "area of the path"
    around       = 2 * (outer_long + outer_wide)  "length of the fence"
    cost : money = around * price                 "cost of the fence"
  }

  story """
    A rectangular lawn is {long} long and {wide} wide.
    A path {path} wide runs all the way around the lawn, with square corners.
    A fence is to be built along the outer edge of the path, and it costs {price}.
  """
  ask paved "What is the area of the path?"
  ask cost "How much does the fence cost in all?"

  mistakes {
    one_side    : outer_long = long + path        "adds the path on one side only"
    fences_lawn : around     = 2 * (long + wide)  "puts the fence around the lawn"
  }

  vary {
    distract trees {
      with n : int in 3..9  "number of bushes"
      say "On the lawn there are {n:words} bushes."
    }
  }

  test "worked by hand" {
    with long = 10 m, wide = 6 m, path = 1 m, price = $4
    expect paved == 36 m^2
    expect cost == $160
  }
}
