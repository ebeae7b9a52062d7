mspec 1
use probability

problem bayes_test {
  meta {
    title: "What a positive test means"
    grade: 12
    tags: [conditional_probability, bayes]
  }

  given {
    thing  : word in {"phones", "light bulbs", "toasters", "batteries", "drones"}
    n      : int in {10000, 20000, 50000}  "number of {thing} tested"
    faulty : percent in {1%, 2%, 4%, 5%}   "share of the {thing} that is faulty"
    hit    : percent in {90%, 95%, 98%}    "share of the faulty {thing} that fail the test"
    alarm  : percent in {2%, 3%, 5%, 10%}  "share of the good {thing} that fail the test"
  }

  steps {
    bad : int            = n * faulty           "number of faulty {thing}"
    good                 = n - bad              "number of good {thing}"
    found : int          = bad * hit            "number of faulty {thing} that fail the test"
    false_alarm : int    = good * alarm         "number of good {thing} that fail the test"
    failing              = found + false_alarm  "number of {thing} that fail the test"
    chance : probability = found / failing      "probability of a fault after a failed test"
  }

  story """
    A factory tests {n} {thing}.
    In truth {faulty} of them are faulty.
    Of the faulty ones {hit} fail the test, but so do {alarm} of the good ones.
    One of the {thing} that failed the test is picked at random.
  """
  ask chance "What is the probability that the one picked is really faulty?" (form = "fraction")

  mistakes {
    base_rate : chance      = hit        "ignores how rare faults are"
    all_bad   : chance      = found / n  "divides by all that were tested"
    no_alarm  : false_alarm = n * alarm  "applies the rate of false alarms to the faulty ones too"
  }

  vary {
    extend really_good on chance {
      step fine : probability = 1 - chance  "probability of no fault after a failed test"
      ask "What is the probability that the one picked is not faulty at all?"
    }
    distract cost {
      with cents : int in 5..20
      say "A test costs {cents} cents."
    }
  }

  test "by hand" {
    with n = 10000, faulty = 2%, hit = 90%, alarm = 10%
    expect found == 180
    expect false_alarm == 980
    expect chance == 9/58
  }
  test "any world" {
    always chance == bayes(faulty, hit, alarm)
  }
}
