mspec 1
use units.us

noun bottle "bottle"

problem pool_water {
  meta {
    title: "Cleaning agent for a pool"
    grade: 6
    tags: [volume, money, rate]
    source: "gsm8k-train-3016"
  }

  given {
    owner : person
    long  : length[ft] in 10 ft..30 ft by 2 ft  "length of the pool"
    wide  : length[ft] in 8 ft..16 ft           "width of the pool"
    deep  : length[ft] in 4 ft..8 ft            "depth of the water"
    each  : volume[ft^3] in {100 ft^3, 120 ft^3, 150 ft^3, 160 ft^3}
        "volume that one bottle treats"
    price : money[1/bottle] in $3..$15          "price of one bottle"
  }

  require {
    wide < long  "the length is the longer side"
  }

  steps {
    base                    = long * wide      "area of the pool"
    water : volume[ft^3]    = base * deep      "volume of the water"
    bottles : count(bottle) = water / each     "number of bottles of cleaning agent"
    cost                    = bottles * price  "cost of the cleaning agent for the pool"
  }

  story """
    {owner} cleans the water of a pool.
    The pool is a cuboid {long:long} long and {wide:long} wide, filled with water to a depth of
      {deep:long}.
    One bottle of cleaning agent is enough for {each:bare} cubic feet of water and costs
      {price:bare}.
  """
  ask cost "How much does the cleaning agent for the whole pool cost?"

  mistakes {
    adds_sides : water   = 1 ft^2 * (long + wide + deep)
        "adds the sides instead of multiplying" when is_int((long + wide + deep) / 1 ft * 1 ft^3 / each)
    one_bottle : bottles = 1                              "buys a single bottle" when water != each
    no_depth   : water   = base * 1 ft
        "takes the area for the volume" when is_int(base * 1 ft / each)
  }

  vary {
    extend coupon on cost {
      with off : money in $5..$20  "refund for empty bottles"
      when cost > off
      step due = cost - off        "cost of the cleaning agent less the refund"
      say "The shop takes back empty bottles and gives {owner} {off} for them."
      ask "How much is the cost of the cleaning agent less this refund?"
    }
  }

  test "original numbers" {
    with long = 10 ft, wide = 8 ft, deep = 6 ft, each = 120 ft^3, price = $3
    expect bottles == 4
    expect cost == $12
  }
}
