mspec 1
use probability

problem two_dice_sum {
  meta {
    title: "The sum of two dice"
    grade: 7
    tags: [probability, enumeration]
  }

  given {
    kid   : person
    total : int in 3..11  "sum that {kid} hopes for"
  }

  steps {
    first                = max(1, total - 6)  "smallest number on the red die"
    last                 = min(6, total - 1)  "largest number on the red die"
    good                 = last - first + 1
        "number of pairs with this sum" "The red die shows a number from {first} to {last}, and the blue one the rest: {good} pairs."
    cases                = 6 * 6              "number of all pairs"
    chance : probability = good / cases       "probability of the sum that {kid} hopes for"
  }

  story """
    {kid} rolls two fair dice with the numbers from 1 to 6, a red one and a blue one.
    {kid.They hope} that the two numbers add up to {total}.
  """
  ask chance "What is the probability of this sum?" (form = "fraction")

  mistakes {
    sums_alike : chance = 1/11                           "takes all sums to be equally likely"
    unordered  : good   = quotient(last - first, 2) + 1
        "does not tell the two dice apart" when last > first
    one_die    : cases  = 6                              "counts the cases of one die only"
  }

  vary {
    extend other_sum on chance {
      step other : probability = 1 - chance  "probability of a sum that {kid} does not hope for"
      ask "What is the probability that the two numbers have another sum?"
    }
    distract earlier {
      with rolls : int in 4..20
      say "{kid.They have} already rolled these dice {rolls} times."
    }
  }

  test "seven" {
    with total = 7
    expect chance == 1/6
  }
  test "five" {
    with total = 5
    expect chance == 1/9
  }
  test "any world" {
    always good == two_dice(total)
  }
}
