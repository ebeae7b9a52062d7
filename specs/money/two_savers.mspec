mspec 1

noun bicycle "bicycle"
noun telescope "telescope"
noun guitar "guitar"

problem two_savers {
  meta {
    title: "Two friends save for something together"
    grade: 6
    tags: [money, rate]
  }

  given {
    p1, p2 : person
    gift   : noun in {bicycle, telescope, guitar}
    goal   : money in $80..$300 by $5  "price of the {gift}"
    weekly : money in $4..$20          "amount {p1} saves each week"
    k      : int in 2..4               "ratio of the savings of {p2} to those of {p1}"
    spent  : money in $3..$30          "amount {p2} spends on a present"
    weeks  : count(week) in 3..12      "number of weeks of saving so far"
  }

  require {
    spent < weekly * weeks          "the present costs less than each has saved"
    $0 < left and left <= goal / 2  "they are at least half way"
  }

  steps {
    first              = weekly * weeks       "amount {p1} has saved"
    gross              = k * first            "amount {p2} saved in the same time"
    second             = gross - spent        "amount {p2} has left"
    both               = first + second       "amount they have together"
    left               = goal - both          "amount missing for the {gift}"
    rate               = weekly + k * weekly  "amount saved together each week"
    more : count(week) = ceil(left / rate)    "number of further weeks of saving"
  }

  story """
    {p1} and {p2} are saving together for {a gift} that costs {goal | "a certain amount"}.
    {p1} has saved {weekly} a week for {weeks of week}.
    In these weeks {p2} saved {k:times} as much, but then spent {spent} on a present.
    Both go on saving as much each week as before, until they can buy the {gift}.
  """
  ask more "For how many more weeks must the two save?"
  hint "First find what each of them has now."

  mistakes {
    forgets_present : second = gross               "forgets the money spent on the present"
    rounds_down     : more   = floor(left / rate)  "rounds down, so the last dollars are missing"
  }

  vary {
    distract shop {
      with old : count(year) in 2..9  "age of the shop"
      say "The shop that sells the {gift} opened {old of year} ago."
    }
  }

  test "worked by hand" {
    with goal = $150, weekly = $5, k = 3, spent = $10, weeks = 5
    expect both == $90
    expect more == 3
  }
}
