mspec 1
use lexicon.school

table habits(one : word, many : word) {
  "plays a sport",            "play a sport"
  "plays an instrument",      "play an instrument"
  "sings in a choir",         "sing in a choir"
  "speaks a second language", "speak a second language"
  "has a pet",                "have a pet"
}

problem two_way_table {
  meta {
    title: "A two-way table and a condition"
    grade: 9
    tags: [conditional_probability, tables]
  }

  given {
    a, b : habits
    n    : count(student) in 60..160 by 4  "number of students asked"
    x    : count(student) in 20..80        "number of students who {a.many}"
    y    : count(student) in 16..70        "number of students who {b.many}"
    none : count(student) in 5..40         "number of students who said no twice"
  }

  require {
    a != b
    6 <= both and both < x and both < y  "all four cells of the table are filled"
    both <= x - 4 and both <= y - 4
  }

  steps {
    some                 = n - none      "number of students who said yes at least once"
    both                 = x + y - some  "number of students who said yes twice"
    chance : probability = both / y      "probability that one of those who {b.many} also {a.one}"
  }

  story """
    In a survey, {n of student} answered two questions with yes or no.
    {x} students said that they {a.many}, and {y} that they {b.many}; {none} said no twice.
    One of the students who {b.many} is picked at random.
  """
  ask chance "What is the probability that the student picked also {a.one}?" (form = "fraction")

  mistakes {
    wrong_total : chance = both / n  "divides by all students"
    reversed    : chance = both / x  "turns the condition round" when x != y
    independent : chance = x / n
        "takes the two to have nothing to do with each other" when x * y != n * both
  }

  vary {
    extend not_also on chance {
      step other : probability = 1 - chance
          "probability that one of those who {b.many} does not {a.many}"
      ask "What is the probability that the student picked does not {a.many}?"
    }
    distract year {
      with classes : int in 3..6
      say "The students come from {classes:words} classes."
    }
  }

  test "by hand" {
    with n = 100, x = 50, y = 40, none = 30
    expect both == 20
    expect chance == 1/2
  }
}
