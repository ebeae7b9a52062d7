mspec 1

noun bicycle "bicycle"
noun telescope "telescope"
noun guitar "guitar"

problem two_savers {
  meta {
    title: "Two friends save for a shared gift"
    grade: 6
    tags: [money, rate]
  }

  given {
    p1, p2 : person
    gift   : noun in {bicycle, telescope, guitar}
    goal   : money in $60..$300 by $5      "price of the {gift}"
    weekly : money in $4..$20              "amount {p1} saves each week"
    k      : int in 2..4                   "how many times as much {p2} saves"
    spent  : money in $3..$30              "amount {p2} spends"
    weeks  : count(week) in 2..12          "number of weeks"
  }

  require {
    spent < weekly * weeks                 "only what has been saved can be spent"
    $0 < left and left <= goal / 2         "they are more than half way"
  }

  steps {
    first              = weekly * weeks      "amount {p1} has saved"
    gross              = k * first           "amount {p2} has saved"
    second             = gross - spent         "amount {p2} still has"
    both               = first + second      "amount they have together"
    left               = goal - both         "amount still missing"
    rate               = weekly + k * weekly "amount saved together each week"
    more : count(week) = ceil(left / rate)   "number of weeks still needed"
  }

  story """
    {p1} and {p2} are saving for {a gift} that costs {goal}.
    {p1} saves {weekly} a week for {weeks of week}.
    In the same time {p2} saves {k:times} as much, but {p2.they spend} {spent} on a present.
    They both go on saving at the same rates.
  """
  ask more "How many more weeks do they need until they can buy the {gift}?"
  hint "First find what each of them has now."

  mistakes {
    forgets_present : second = gross        "forgets the money spent on the present"
    rounds_down     : more = floor(left / rate) "rounds down, so the last dollars are missing"
  }

  vary {
    distract colour {
      with old : count(year) in 2..9
      say "The shop has sold this model for {old of year}."
    }
  }

  test "worked by hand" {
    with goal = $150, weekly = $5, k = 3, spent = $10, weeks = 5
    expect both == $90
    expect more == 3
  }
}
