mspec 1
use lexicon.school

noun bag_of_gifts "bag"

problem gift_bags {
  meta {
    title: "As many equal bags as possible"
    grade: 6
    tags: [gcd, divisors]
  }

  given {
    kid : person
    x   : noun in {pencil, eraser, sticker, marker}
    y   : noun in {pencil, eraser, sticker, notebook}
    a   : count(x) in 12..96 by 2  "number of {x:plural}"
    b   : count(y) in 12..96 by 2  "number of {y:plural}"
  }

  require {
    bags >= 4                                "enough bags for a party"
    not divides(a, b) and not divides(b, a)  "the smaller number is not the answer"
    bags <= 24
  }

  steps {
    bags : count(bag_of_gifts) = gcd(a, b)      "number of bags that {kid} fills"
    each : count(x)[1/bag_of_gifts] = a / bags  "number of {x:plural} in each bag"
  }

  story """
    {kid} has {a of x} and {b of y} to put into gift bags for a party.
    Every bag must hold the same number of {x:plural} and the same number of {y:plural}, and nothing
      may be left over.
    {kid} fills as many bags as possible.
  """
  ask bags "How many bags {does kid.they} fill?"
  ask each "How many {x:plural} are in each bag?"

  mistakes {
    common_multiple : bags = lcm(a, b)                         "takes the least common multiple"
    smaller         : bags = abs(magnitude(a) - magnitude(b))  "subtracts the numbers"
    half            : bags = quotient(gcd(a, b), 2)
        "stops at a common divisor that is not the greatest"
  }

  vary {
    extend for_cousins on each {
      with given_away : count(bag_of_gifts) in 2..3  "number of bags for the cousins"
      step received = given_away * each              "number of {x:plural} for the cousins"
      say "{kid} keeps {given_away of bag_of_gifts} for some cousins."
      ask "How many {x:plural} do the cousins get?"
    }
    distract colours {
      with colours : int in 3..6
      say "The bags come in {colours} colours."
    }
    insert gift on a {
      with more : count(x) in {2, 4, 6}  "number of {x:plural} from a friend"
      step all_x = a + more              "number of {x:plural} with those from the friend"
      say "A friend brings {more of x} more."
    }
  }

  test "by hand" {
    with a = 48, b = 36
    expect bags == 12
    expect each == 4
  }
}
