mspec 1
use statistics

problem weighted_grade {
  meta {
    title: "A grade with weights"
    grade: 7
    tags: [weighted_mean, percent]
  }

  given {
    pupil : person
    w1    : percent in {10%, 15%, 20%, 25%}  "weight of the homework"
    w2    : percent in {25%, 30%, 35%, 40%}  "weight of the project"
    x1    : int in 60..100 by 4              "points for the homework"
    x2    : int in 55..95 by 5               "points for the project"
    x3    : int in 50..100 by 2              "points in the exam"
  }

  require {
    x1 != x2 and x2 != x3 and x1 != x3
    w3 > w2  "the exam weighs most"
  }

  steps {
    w3               = 100% - w1 - w2         "weight of the exam"
    part1 : rational = w1 * x1                "share of the homework in the grade"
    part2 : rational = w2 * x2                "share of the project in the grade"
    part3 : rational = w3 * x3                "share of the exam in the grade"
    grade : int      = part1 + part2 + part3  "final grade in points"
  }

  story """
    In {pupil}'s course the homework counts {w1} of the final grade, the project {w2}, and the exam
      the rest.
    Out of 100 points each, {pupil.they get} {x1} for the homework, {x2} for the project and {x3}
      for the exam.
  """
  ask grade "How many points is {pupil.their} final grade in the course?"

  mistakes {
    plain_mean : grade = (x1 + x2 + x3) / 3  "ignores the weights" when x1 + x2 + x3 != 3 * grade
    no_exam    : part3 = 0                   "leaves the exam out"
    swapped    : part1 = w2 * x1             "gives the homework the weight of the project"
  }

  vary {
    extend bonus on grade {
      with extra : int in 1..3
      when grade + extra <= 100
      step better = grade + extra  "final grade in points with the bonus"
      say "For a good talk there is a bonus of {extra} {if extra == 1}point{else}points{end}."
      ask "How many points is the final grade with the bonus?"
    }
    distract size {
      with others : int in 15..30
      say "There are {others} people in the course."
    }
  }

  test "by hand" {
    with w1 = 20%, w2 = 30%, x1 = 80, x2 = 90, x3 = 66
    expect grade == 76
  }
  test "any world" {
    always grade <= 100
  }
}
