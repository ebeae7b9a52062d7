mspec 1
use units.us

noun flag "flag"
noun cushion "cushion cover"
noun tablecloth "tablecloth"
noun curtain "curtain"

table sewn(item : noun, low : length[ft], high : length[ft]) {
  flag,       2 ft, 5 ft
  cushion,    1 ft, 2 ft
  tablecloth, 5 ft, 9 ft
  curtain,    6 ft, 9 ft
}

problem fabric_order {
  meta {
    title: "Yards, feet and inches of fabric"
    grade: 5
    tags: [measurement, units, money]
  }

  given {
    sewer : person
    work  : sewn
    n     : int in 3..12                                      "number of {work.item:plural}"
    feet  : length[ft] in 1 ft..9 ft by 1 ft  "whole feet of fabric for each {work.item}"
    more  : length[inch] in {3 inch, 4 inch, 6 inch, 9 inch}
        "extra inches of fabric for each {work.item}"
    price : money[1/yd] in $4..$18 by $1                      "price of a yard of the fabric"
  }

  require {
    work.low <= feet and feet <= work.high
    is_int(yards / 0.25 yd)
  }

  steps {
    foot_part : length[inch] = feet              "whole feet for one {work.item} in inches"
    each                     = foot_part + more  "length of fabric for one {work.item} in inches"
    all_inches               = n * each  "length of fabric for all the {work.item:plural} in inches"
    yards : length[yd]       = all_inches
        "length of fabric for all the {work.item:plural} in yards"
    cost : money             = yards * price     "cost of all the fabric"
  }

  story """
    {sewer} sews {n} {work.item:plural} and needs {feet} and {more} of fabric for each.
    The fabric costs {price:bare} a yard.
  """
  ask yards "How many yards of fabric {does sewer.they} need?"
  ask cost "What does all the fabric cost?"

  mistakes {
    ten_inches : foot_part = magnitude(feet) * 10 inch          "takes a foot for ten inches"
    feet_only  : each      = foot_part                          "leaves out the extra inches"
    in_feet    : yards     = magnitude(all_inches) / 12 * 1 yd
        "converts to feet and calls them yards"
  }

  vary {
    distract width {
      with wide : length[inch] in {45 inch, 54 inch, 60 inch}
      say "The fabric is {wide} wide."
    }
  }

  test "worked by hand" {
    with work = flag, n = 6, feet = 2 ft, more = 6 inch, price = $10
    expect yards == 5 yd
    expect cost == $50
  }
}
