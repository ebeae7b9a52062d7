mspec 1

noun animal "animal"
noun cow "cow" : animal
noun goat "goat" : animal
noun hen "hen" : animal

problem cattle_herd {
  meta {
    title: "A herd grows and a part of it is sold"
    grade: 4
    tags: [fractions, whole_numbers]
    source: "gsm8k-train-6076"
  }

  given {
    owner  : person
    kind   : noun in {cow, goat, hen}
    n      : count(kind) in 20..120        "number of {kind:plural} at first"
    bought : count(kind) in 2..40          "number of {kind:plural} bought"
    part   : int in 2..6                   "number of equal parts"
  }

  steps {
    herd              = n + bought      "number of {kind:plural} after the purchase"
    sold : count(kind) = herd / part    "number of {kind:plural} sold"
    kept              = herd - sold     "number of {kind:plural} kept"
  }

  story """
    {owner} keeps {n of kind} on a farm and buys {bought of kind} more.
    Then {owner.they divide} all the {kind:plural} into {part:words} equal groups and {owner.they sell} one of the groups.
  """
  ask kept "How many {kind:plural} {does owner.they} have left?"

  mistakes {
    reports_sold  : kept = sold       "reports the number sold"
    part_of_first : sold = n / part   "takes the part of the first number only" when divides(part, n)
  }

  vary {
    extend spring on kept {
      with young : count(kind) in 3..20
      step grown = kept + young   "number of {kind:plural} in spring"
      say "In spring {young of kind} are born."
      ask "How many {kind:plural} {does owner.they} have after that?"
    }
  }

  test "original numbers" {
    with n = 51, bought = 5, part = 4
    expect kept == 42
  }
}
