mspec 1

problem entry_code {
  meta {
    title: "Codes of letters and digits"
    grade: 8
    tags: [product_rule, arrangements]
  }

  given {
    place   : word in {"a bicycle lock", "a locker", "a garden gate", "an office door"}
    m       : int in 3..6  "number of letters to choose from"
    letters : int in 1..2  "number of letters of a code"
    digits  : int in 2..4  "number of digits of a code"
  }

  steps {
    front = m^letters
        "number of ways to choose the {if letters == 1}letter{else}letters{end}" "{if letters == 1}There are {m} ways to choose the letter.{else}For the letters there are {m} choices each time: {m}^{letters} = {front} ways.{end}"
    back  = arrangements(10, digits)
        "number of ways to choose the digits" "For the digits there are 10 choices, then one fewer each time: {back} ways."
    codes = front * back              "number of possible codes"
  }

  story """
    The code of {place} is made of {letters:words} {if letters == 1}letter{else}letters{end},
      followed by {digits:words} digits.
    {if letters == 1}The letter is one{else}Each letter is one{end} of the first {m:words} of the
      alphabet{if letters == 1}{else}, and both may be the same{end}.
    The digits are from 0 to 9, and no digit occurs twice in a code.
  """
  ask codes "How many different codes are possible?"

  mistakes {
    repeats  : back  = 10^digits           "lets digits repeat"
    no_order : back  = choose(10, digits)  "forgets that the order of the digits matters"
    adds     : codes = front + back        "adds where it should multiply"
  }

  vary {
    distract tries {
      with seconds : int in 3..9
      say "Entering a code takes {seconds} seconds."
    }
    extend broken on codes {
      step rest = codes - 1  "number of codes left to try"
      say "One code has been tried and was wrong."
      ask "How many codes are left to try?"
    }
  }

  test "by hand" {
    with m = 5, letters = 2, digits = 3
    expect codes == 18000
  }
}
