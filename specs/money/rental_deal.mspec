mspec 1

problem rental_deal {
  meta {
    title: "Rent by the day and by two weeks"
    grade: 6
    tags: [money, piecewise]
    source: "gsm8k-train-2369"
  }

  given {
    guest : person
    place : word in {"holiday cottage", "camper van", "houseboat", "mountain hut", "studio flat"}
    daily : money[1/day] in $30..$90 by $5  "rent for one day"
    deal  : money in $300..$1000 by $20     "rent for 14 days"
    days  : count(day) in 6..27             "number of days"
  }

  require {
    9 * magnitude(daily) <= magnitude(deal) and magnitude(deal) <= 12 * magnitude(daily)
        "the offer saves two to five days of rent"
    days != 14         "the stay is not just two weeks"
    not days in 9..13  "whether the offer pays is no question"
  }

  steps {
    extra = days - 14                                        "number of days beyond the two weeks"
    more  = extra * daily  "rent for the days beyond the two weeks"
    rent  = if days > 14 then deal + more else days * daily  "rent for the whole stay"
  }

  story """
    The rent for {a place} is {daily} a day.
    A stay of 14 days costs {deal} as a special offer, and every day beyond these costs {daily}
      again.
    {guest} wants to rent the {place} for {days of day}.
  """
  ask rent "How much is the rent in total?"

  mistakes {
    no_offer   : rent = days * daily  "ignores the special offer" when days > 14
    offer_only : rent = deal          "leaves out the days beyond the two weeks" when days > 14
    twice      : rent = 2 * deal      "takes the offer twice" when days > 14
  }

  vary {
    extend cleaning on rent {
      with fee : money in $20..$80 by $5  "cleaning fee"
      step total = rent + fee             "cost of the whole stay with the cleaning"
      say "At the end of the stay {guest} pays {fee} for cleaning."
      ask "How much does the stay cost in all?"
    }
    distract beds {
      with beds : int in 2..6  "number of beds"
      say "The {place} has {beds:words} beds."
    }
  }

  test "original numbers" {
    with daily = $50, deal = $500, days = 20
    expect more == $300
    expect rent == $800
  }
  test "a short stay" {
    with daily = $40, days = 8
    expect rent == $320
  }
}
