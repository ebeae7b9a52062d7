mspec 1
use units.si

table finds(name : word, place : word) {
  "piece of charcoal", "in a cave"
  "wooden beam",       "under an old farmhouse"
  "piece of leather",  "in a bog"
  "antler",            "in a gravel pit"
  "wooden oar",        "at the bottom of a lake"
}

problem carbon_dating {
  meta {
    title: "Age of a find from its carbon-14"
    grade: 12
    tags: [exponential_functions, logarithms, radioactivity]
    source: "the half-life of carbon-14 is 5,730 years, rounded"
  }

  given {
    who  : person
    find : finds
    left : percent in 10%..90% by 2%  "part of the carbon-14 that is left"
    half : int in {5730}              "half-life of carbon-14 in years"
  }

  steps {
    halvings = -ln(left) / ln(2)
        "number of half-lives that have passed" "After h half-lives the part (1/2)^h is left, so h is -ln({left:decimal}) ÷ ln(2) ≈ {halvings:4dp}."
    age      = halvings * half    "age of the {find.name} in years"
  }

  story """
    {who} finds {a find.name} {find.place} and has a laboratory measure it.
    The {find.name} still has {left} of the carbon-14 that it had when it was part of a living
      thing.
    The half-life of carbon-14 is {half} years.
  """
  ask age "How many years old is the {find.name}, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    linear    : age      = 2 * (1 - left) * half  "takes the decay for a straight line"
    gone_part : halvings = -ln(1 - left) / ln(2)  "takes the part that is gone" when left != 50%
    base_e    : halvings = -ln(left)              "forgets to divide by ln 2"
  }

  vary {
    extend older_than_house on age {
      with since : int in 100..400 by 50  "age of the house in years"
      when since < age
      step before = age - since  "age difference between the {find.name} and the house in years"
      say "It is known from old writings that a house nearby was built {since} years ago."
      ask before "How many years older than that house is the {find.name}, to 3 significant figures?" (sigfigs = 3)
    }
    distract sample {
      with m : mass[g] in 2 g..9 g by 1 g  "mass of the sample"
      say "The laboratory needs a sample of {m} for the measurement."
    }
  }

  test "two half-lives" {
    with left = 50%
    expect 5729.999999 < age and age < 5730.000001
  }
  test "any world" {
    always age > 0
  }
}
