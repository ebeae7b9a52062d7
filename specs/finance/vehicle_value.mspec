mspec 1
use finance
use lexicon.things

table machines(item : noun, low : money, high : money) {
  van,   $18000, $36000
  car,   $15000, $40000
  truck, $40000, $90000
}

problem vehicle_value {
  meta {
    title: "Two ways to write off a vehicle"
    grade: 10
    tags: [finance, percent, recurrence]
  }

  given {
    machine : machines
    cost    : money in $15000..$90000 by $500  "price of the {machine.item}"
    life    : count(year) in 5..8              "number of years of use"
    left    : money in $2000..$8000 by $500    "value at the end of its use"
    rate    : percent in {15%, 20%, 25%}       "yearly rate of loss by the second method"
    years   : count(year) in 2..3              "number of years until the comparison"
  }

  require {
    machine.low <= cost and cost <= machine.high
    left * 4 <= cost and left * 10 >= cost
    is_int(a_year / $50)  "a round yearly amount"
  }

  steps {
    a_year          = straight_line(cost, left, life)   "yearly loss of value by the first method"
    straight        = cost - a_year * magnitude(years)  "value by the first method"
    falling : money = iterate(k in 1..years, from cost, next value_after_period(it, rate))
        "value by the second method after year {k}"
    gap             = abs(straight - falling)  "difference of the values by the two methods"
  }

  story """
    A firm buys {a machine.item} for {cost}.
    By the first method, the value of the {machine.item} falls by the same amount every year, down
      to {left} after {life of year}.
    By the second method, the value falls every year by {rate} of what it was at the beginning of
      that year, rounded to the nearest cent.
    The firm compares the values by the two methods after {years of year}.
  """
  ask gap "How large is the difference of the values by the two methods?"

  mistakes {
    to_zero  : a_year   = cost / life                            "lets the value fall to zero"
    of_cost  : falling  = cost - cost * rate * magnitude(years)
        "takes the percentage of the price every year"
    one_year : straight = cost - a_year                          "takes one year only"
  }

  vary {
    distract distance {
      with km_a_year : length[km] in 12000 km..30000 km by 1000 km
      say "The {machine.item} is driven {km_a_year} a year."
    }
  }

  test "worked by hand" {
    with machine = van, cost = $20000, life = 6, left = $2000, rate = 20%, years = 2
    expect straight == $14000
    expect falling == $12800
    expect gap == $1200
  }
}
