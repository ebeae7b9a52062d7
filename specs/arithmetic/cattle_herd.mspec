mspec 1
use lexicon.things

problem cattle_herd {
  meta {
    title: "A herd grows and a part of it is sold"
    grade: 4
    tags: [fractions, whole_numbers]
    source: "gsm8k-train-6076"
  }

  given {
    owner  : person
    kind   : noun in {cow, goat, sheep, pig}
    n      : count(kind) in 20..120  "number of {kind:plural} at first"
    bought : count(kind) in 2..40    "number of {kind:plural} bought"
    part   : int in 2..6             "number of equal groups"
  }

  require {
    bought < n  "the herd grows by less than its own size"
  }

  steps {
    herd               = n + bought   "number of {kind:plural} after the purchase at the market"
    sold : count(kind) = herd / part  "number of {kind:plural} sold"
    kept               = herd - sold  "number of {kind:plural} left after the sale"
  }

  story """
    {owner} keeps {n of kind | "some {kind:plural}"} on a farm.
    At a market {owner.they buy} another {bought of kind}.
    Later all the {kind:plural} are divided into {part:words | several} equal groups, and one of
      these groups is sold.
  """
  ask kept "How many {kind:plural} {does owner.they} still have?"

  mistakes {
    reports_sold  : kept = sold      "reports the number sold"
    part_of_first : sold = n / part  "divides the number at first only" when divides(part, n)
  }

  vary {
    extend spring on kept {
      with more : count(kind) in 3..20  "number of {kind:plural} bought in spring"
      step grown = kept + more          "number of {kind:plural} after the purchase in spring"
      say "In spring {owner} buys {more of kind}."
      ask "How many {kind:plural} {does owner.they} have then?"
    }
  }

  test "original numbers" {
    with n = 51, bought = 5, part = 4
    expect kept == 42
  }
}
