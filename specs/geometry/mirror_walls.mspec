mspec 1
use units.us

problem mirror_walls {
  meta {
    title: "Area of three walls"
    grade: 5
    tags: [area, multiplication]
    source: "gsm8k-train-4454"
  }

  given {
    owner : person
    room  : word in {"dance studio", "gym", "museum hall", "theatre lobby"}
    stuff : word in {"mirrors", "wooden panels", "cork"}
    long  : length[ft] in 16 ft..40 ft  "length of each long wall"
    short : length[ft] in 10 ft..30 ft  "length of the short wall"
    high  : length[ft] in 8 ft..14 ft   "height of the walls"
  }

  require {
    short < long  "the short wall is shorter"
  }

  steps {
    one      = long * high     "area of one long wall"
    two      = 2 * one         "area of both long walls"
    end_wall = short * high    "area of the short wall"
    area     = two + end_wall  "area of the three walls"
  }

  story """
    {owner} wants to cover three walls of {a room} with {stuff}, from the floor to the ceiling.
    Two of the walls are {long:long} long, and the third is {short:long} long.
    All of them are {high:long} high.
  """
  ask area "How many square feet of wall are to be covered?"

  mistakes {
    two_walls : area = one + end_wall                    "counts one long wall only"
    perimeter : area = 1 ft * (2 * long + short + high)  "adds lengths instead of multiplying"
    all_four  : area = two + 2 * end_wall                "covers four walls"
  }

  vary {
    extend price_of_all on area {
      with price : money[1/ft^2] in $2.00..$12.00 by $0.50  "price for a square foot"
      step paid = area * price  "price of the {stuff} for all three walls"
      say "The price of the {stuff} is {price:bare} for each square foot."
      ask "How much does {owner} pay for the {stuff}?"
    }
    insert door on area {
      with opening : area[ft^2] in {18 ft^2, 20 ft^2, 21 ft^2, 24 ft^2}  "area of the door"
      step covered = area - opening  "area of the walls without the door"
      say "In the short wall there is a door of {opening:long}, which stays free."
    }
  }

  test "original numbers" {
    with long = 30 ft, short = 20 ft, high = 12 ft
    expect two == 720 ft^2
    expect area == 960 ft^2
  }
}
