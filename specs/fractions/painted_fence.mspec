mspec 1
use units.us

table shares(phrase : word, part : rational known) {
  "half",      1/2
  "a third",   1/3
  "a quarter", 1/4
  "a fifth",   1/5
  "a sixth",   1/6
}

problem painted_fence {
  meta {
    title: "What is left of a fence after three helpers"
    grade: 6
    tags: [fractions, length]
    source: "gsm8k-train-738"
  }

  given {
    p1, p2, p3 : person
    work       : word in {"paint", "repair", "clean"}
    whole      : length[ft] in 40 ft..240 ft by 2 ft  "length of the fence"
    first      : length[ft] in 4 ft..60 ft            "length done by {p1}"
    s          : shares                               "share for {p2}"
    t          : shares                               "share for {p3}"
  }

  require {
    s.part != t.part                                        "the two fractions differ"
    4 * first <= whole                                      "{p1} does a small part of the fence"
    is_int(magnitude(second)) and is_int(magnitude(third))  "whole numbers of feet"
  }

  steps {
    rest1  = whole - first   "length left after {p1}"
    second = rest1 * s.part  "length done by {p2}"
    rest2  = rest1 - second  "length left after {p2}"
    third  = rest2 * t.part  "length done by {p3}"
    rest3  = rest2 - third   "length of the fence that is still to do"
  }

  story """
    Three friends {work} a fence that is {whole:long} long.
    {p1} does the first {first:long}.
    After that, {p2} does {s.phrase} of what is left.
    Then {p3} does {t.phrase} of what is left after that.
  """
  ask rest3 "How many feet of the fence are still to do?"

  mistakes {
    of_whole  : second = whole * s.part  "takes the first fraction of the whole fence"
    same_rest : third  = rest1 * t.part
        "takes both fractions of the same length" when s.part + t.part < 1
    done_part : rest3  = third           "reports the length that was done last" when t.part != 1/2
  }

  vary {
    extend paid_helper on rest3 {
      with pay : money[1/ft] in $0.50..$3.00 by $0.25  "pay for a foot"
      step wage = rest3 * pay                          "pay of the helper"
      say "A helper does the rest and gets {pay:bare} for each foot."
      ask "How much does the helper get?"
    }
    extend last_helper on rest3 {
      with n : int in 2..4    "number of days left"
      step daily = rest3 / n  "length to do on each of these days"
      say "The rest is to be done in {n:words} days, in equal parts."
      ask "How many feet must be done on each of these days?"
    }
  }

  test "original numbers" {
    with whole = 100 ft, first = 10 ft, s = "a fifth", t = "a third"
    expect rest1 == 90 ft
    expect rest3 == 48 ft
  }
  test "any world" {
    always rest3 < rest1
  }
}
