mspec 1
use lexicon.school

problem grade_reward {
  meta {
    title: "A reward for the mean of some grades"
    grade: 6
    tags: [statistics, money, mean]
    source: "gsm8k-train-3138"
  }

  given {
    child  : person
    gift   : money in $3..$10            "reward for each point of the mean grade"
    twos   : count(grade_given) in 1..5  "number of twos"
    threes : count(grade_given) in 1..5  "number of threes"
    fours  : count(grade_given) in 1..5  "number of fours"
    fives  : count(grade_given) in 1..5  "number of fives"
  }

  require {
    is_int(4 * average)  "a mean that is easy to read"
  }

  steps {
    points       = 2 * twos + 3 * threes + 4 * fours + 5 * fives  "sum of the grades"
    grades       = twos + threes + fours + fives                  "number of grades"
    average      = points / grades                                "mean grade of the report"
    cash : money = gift * average                                 "reward for the report"
  }

  story """
    At {child.their} school, grades go from 1 to 5, and 5 is the best.
    In a report {child} got a 2 {twos:times}, a 3 {threes:times}, a 4 {fours:times} and a 5
      {fives:times}.
    For this report {child} gets {gift} for each point of the mean grade, and the matching share for
      a part of a point.
  """
  ask cash "How much money {does child.they} get?"

  mistakes {
    mean_of_kinds : average = (2 + 3 + 4 + 5) / 4
        "does not weigh the grades by how often they occur" when 2 * twos + 3 * threes + 4 * fours + 5 * fives != 7/2 * (twos + threes + fours + fives)
    sum_for_mean  : cash    = gift * points        "rewards the sum instead of the mean"
  }

  vary {
    extend saved on cash {
      with box : money in $10..$80 by $5  "amount of the savings before the report"
      step after_all = box + cash         "amount of the savings with the reward"
      say "{child.They} already had savings of {box}, and the whole reward is added to them."
      ask "How much are {child.their} savings with the reward?"
    }
  }

  test "original numbers" {
    with gift = $5, twos = 3, threes = 4, fours = 1, fives = 1
    expect average == 3
    expect cash == $15
  }
}
