mspec 1
use lexicon.things
use lexicon.clothing

problem start_amount {
  meta {
    title: "How much money there was at first"
    grade: 4
    tags: [money, backwards]
    source: "gsm8k-train-5989"
  }

  given {
    buyer : person
    toy   : noun in {puzzle, doll, board_game, kite}
    wear  : noun in {scarf, belt, jumper, t_shirt}
    start : money in $40..$200  "amount that {buyer} had at first"
    n     : count(toy) in 2..4  "number of {toy:plural}"
    price : money in $8..$18    "price of one {toy}"
    other : money in $9..$30    "price of the {wear}"
  }

  require {
    $3 <= left and left <= $30  "a little money is left"
  }

  steps {
    toys  = n * price      "cost of the {toy:plural}"
    spent = toys + other   "amount spent on the presents"
    left  = start - spent  "amount left after the shopping"
  }

  tell left
  story """
    {buyer} went shopping for birthday presents.
    First {buyer.they} bought {n of toy} at {price} each, then {a wear} for {other}.
    After that, {buyer} had {left} left.
  """
  ask start "How much money did {buyer} have at first?"

  mistakes {
    one_toy     : toys  = price  "counts one {toy} only"
    forgets_toy : spent = other  "leaves out the {toy:plural}"
  }

  vary {
    derive reduced on other {
      with tag : money in $18..$36  "price of the {wear} before the sale"
      with cut : money in $3..$9    "reduction"
      step sale = tag - cut         "price of the {wear} in the sale"
      replace other "First {buyer.they} bought {n of toy} at {price} each, then {a wear} that was reduced by {cut} from {tag}."
    }
    distract walk {
      with time : count(minute) in 10..40  "time on the way"
      say "The shop was {time of minute} away on foot."
    }
  }

  test "original numbers" {
    with n = 2, price = $11, other = $24, start = $53
    expect left == $7
  }
}
