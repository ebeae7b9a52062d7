mspec 1
use statistics

problem corrected_mean {
  meta {
    title: "A mean that has to be corrected"
    grade: 9
    tags: [mean, backwards]
  }

  given {
    teacher : person
    n       : int in 10..30  "number of scores"
    found   : int in 50..80  "mean found first"
    wrong   : int in 12..49  "score as it was typed"
    right   : int in 51..98  "score as it was"
  }

  require {
    remainder(wrong, 10) == quotient(right, 10) and quotient(wrong, 10) == remainder(right, 10)
        "two digits were exchanged"
    is_int(10 * mean_now)  "the mean ends after one decimal"
  }

  steps {
    total     = n * found              "sum of the scores as they were typed"
    right_sum = total - wrong + right  "correct sum of the scores"
    mean_now  = right_sum / n          "correct mean of the scores"
  }

  story """
    {teacher} types the {n} scores of a class into a computer, which finds a mean of {found} points.
    Then {teacher.they notice} that one score was typed as {wrong} but should have been {right}.
  """
  ask mean_now "What is the correct mean of the scores?" (form = "decimal")

  mistakes {
    full_change : mean_now  = found + right - wrong  "adds the whole difference to the mean"
    forgets     : right_sum = total + right          "does not take the wrong score away"
    other_way   : right_sum = total - right + wrong  "corrects in the wrong direction"
  }

  vary {
    distract date {
      with week : int in 2..9
      say "The test was {week} weeks ago."
    }
    extend gain on mean_now {
      step more = mean_now - found  "increase of the mean by the correction"
      ask "By how much does the correction raise the mean?"
    }
  }

  test "by hand" {
    with n = 18, found = 60, wrong = 45, right = 54
    expect mean_now == 60.5
  }
  test "any world" {
    always mean_now == corrected_mean(found, n, wrong, right)
  }
}
