mspec 1

noun ride "ride"

problem travel_pass {
  meta {
    title: "From how many rides on a pass is cheaper"
    grade: 7
    tags: [money, inequality]
    source: "gsm8k-train-529"
  }

  given {
    rider  : person
    what   : word in {"bus", "tram", "ferry", "underground"}
    single : money[1/ride] in $1.50..$5.00 by $0.25  "price of a single ride"
    pass   : money in $30..$120 by $2                "price of the monthly pass"
  }

  require {
    12 <= rides and rides <= 50  "a pass that is useful to some and not to others"
  }

  steps {
    most  = floor(pass / single)  "largest number of rides that cost no more than the pass"
    rides = most + 1              "least number of rides for which the pass is cheaper"
  }

  story """
    A single ride by {what} costs {single:bare}.
    A pass for one month, with any number of rides, costs {pass | "a fixed amount"}.
  """
  ask rides "How many rides must {rider} take in a month, at least, so that the pass costs less than single tickets?"

  mistakes {
    not_strict : rides = most  "takes the number at which the pass is not cheaper yet"
    divided    : most  = floor(pass / (2 * single))  "counts two tickets for a ride"
  }

  vary {
    distract stops {
      with n : int in 8..30  "number of stops"
      say "The {what} line has {n} stops."
    }
  }

  test "original numbers" {
    with single = $2, pass = $50
    expect rides == 26
  }
  test "not even" {
    with single = $3, pass = $50
    expect rides == 17
  }
}
