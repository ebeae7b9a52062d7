mspec 1
use lexicon.school

problem pen_offer {
  meta {
    title: "Regular price from a bill with an offer"
    grade: 7
    tags: [money, percent, backwards]
    source: "gsm8k-train-4940"
  }

  given {
    buyer : person
    item  : noun in {pen, notebook, marker, folder}
    price : money in $0.60..$4.00 by $0.10     "regular price of one {item}"
    lot   : count(item) in {5, 8, 10, 12, 20}  "number of {item:plural} at the regular price"
    off   : percent in {20%, 25%, 40%, 50%}    "discount rate"
  }

  steps {
    first          = lot * price     "cost of the {item:plural} at the regular price"
    cut : money    = first * off     "discount on the other {item:plural}"
    second : money = first - cut     "cost of the other {item:plural}"
    bill           = first + second  "bill for all the {item:plural}"
    unknown x : money
    each : money   = solve([lot * x + lot * x * (1 - off) == bill], [x]).x
        "regular price of one {item}"
  }

  tell bill
  story """
    A shop has an offer: whoever buys {lot of item} at the regular price gets another {lot:bare} at
      {off} off.
    {buyer} takes the offer and pays {bill} for all of them.
  """
  ask each "What is the regular price of one {item}?"

  mistakes {
    even_share : each = bill / (2 * lot)  "divides the bill by the number of {item:plural}"
    first_half : each = bill / lot        "divides the bill by half of the number"
  }

  vary {
    extend later on each {
      with rise : money in $0.10..$0.50 by $0.10  "rise of the regular price"
      step dearer = each + rise                   "price of one {item} after the rise"
      say "Next month the regular price of one {item} is going to rise by {rise}."
      ask "How much will one {item} cost then, without any offer?"
    }
    distract queue {
      with wait : count(minute) in 2..15  "time in the queue"
      say "{buyer} waits {wait of minute} to pay."
    }
  }

  test "original numbers" {
    with lot = 10, off = 50%, price = $2
    expect bill == $30
    expect each == $2
  }
}
