mspec 1
use units.si

problem car_park {
  meta {
    title: "A parking tariff"
    grade: 7
    tags: [piecewise, rounding, money]
  }

  given {
    driver : person
    t      : time[min] in 20 min..480 min by 5 min  "parking time"
    per    : money in $0.50..$2.00 by $0.25         "charge for half an hour"
    top    : money in $8..$20 by $1                 "daily maximum"
  }

  require {
    remainder(t, 30 min) != 0 min  "no boundary"
  }

  steps {
    over   = t - 60 min                                          "time after the free hour"
    halves = ceil(over / 30 min)                                 "number of half hours begun"
    fee    = if t <= 60 min then $0 else min(halves * per, top)  "parking charge of {driver}"
  }

  story """
    In a car park, the first hour is free.
    After that every half hour begun costs {per}, but nobody pays more than {top} a day.
    {driver} parks for {t:duration}.
  """
  ask fee "How much {does driver.they} have to pay?"

  mistakes {
    no_free     : over   = t                     "forgets the free hour"
    rounds_down : halves = floor(over / 30 min)  "counts full half hours only"
    no_top      : fee    = halves * per          "forgets the daily maximum" when halves * per > top
  }

  vary {
    extend stay_longer on fee {
      with purse : money in $5..$12 by $0.50
      when t > 60 min and fee < purse and purse < top
      step rest = purse - fee                              "money not used"
      step more = quotient(rest, per)  "number of further half hours it pays for"
      step longer = 60 min + (halves + more) * 30 min - t
          "additional parking time that {driver} can afford"
      say "{driver.They have} {purse} for parking."
      ask "For how many more minutes would {driver.their} money have let {driver.them} park?"
    }
    distract storeys {
      with floors : int in 3..9
      say "The car park has {floors} floors."
    }
  }

  test "worked by hand" {
    with t = 125 min, per = $1.50, top = $12
    expect halves == 3
    expect fee == $4.50
  }
  test "free" {
    with t = 40 min
    expect fee == $0
  }
  test "all day" {
    with t = 475 min, per = $2, top = $10
    expect fee == $10
  }
}
