mspec 1
use statistics

problem missing_mark {
  meta {
    title: "The mark that is still missing"
    grade: 6
    tags: [mean, backwards]
  }

  given {
    pupil  : person
    course : word in {"maths", "history", "biology", "French", "geography"}
    marks  : list(int, 4) in 55..95  "list of marks"
    goal   : int in 65..92           "mean wanted"
  }

  require {
    50 <= missing and missing <= 100  "a mark that is possible"
    goal != mean(marks)               "the mean changes"
    distinct(marks)
  }

  steps {
    so_far  = sum(marks)       "sum of the four marks"
    needed  = 5 * goal         "sum needed for five marks"
    missing = needed - so_far  "mark that {pupil} needs in the fifth test"
  }

  story """
    In four {course} tests {pupil} has {marks} points out of 100.
    {pupil.They want} a mean of exactly {goal} points for all five tests of the year.
  """
  ask missing "How many points {does pupil.they} need in the fifth test?"

  mistakes {
    the_goal   : missing = goal                    "takes the mean for the missing mark"
    four_tests : needed  = 4 * goal                "counts four tests" when 4 * goal > so_far
    twice      : missing = 2 * goal - mean(marks)
        "gives the new mark the weight of all the others" when is_int(mean(marks))
  }

  vary {
    distract lesson {
      with lessons : int in 3..5
      say "There are {lessons} {course} lessons a week."
    }
    extend spread on missing {
      step top = max(missing, max(marks))  "highest of the five marks"
      say "{pupil.They reach} this mean exactly."
      ask "What is the highest of {pupil.their} five marks?"
    }
  }

  test "by hand" {
    with marks = [70, 80, 75, 85], goal = 80
    expect missing == 90
  }
  test "any world" {
    always missing == missing_value(goal, 5, so_far)
  }
}
