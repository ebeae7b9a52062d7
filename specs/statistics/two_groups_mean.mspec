mspec 1
use statistics
use lexicon.school

problem two_groups_mean {
  meta {
    title: "The mean of two groups together"
    grade: 8
    tags: [mean, weighted_mean]
  }

  given {
    what : word in {"a reading test", "a spelling test", "a fitness test", "a science quiz"}
    n1   : int in 10..30  "number of pupils in the first class"
    n2   : int in 10..30  "number of pupils in the second class"
    m1   : int in 50..90  "mean score of the first class"
    m2   : int in 50..90  "mean score of the second class"
  }

  require {
    n1 != n2          "the halfway point is not the answer"
    abs(m1 - m2) >= 5
    is_int(2 * both)  "the mean ends after one decimal"
  }

  steps {
    sum1 = n1 * m1            "sum of the scores of the first class"
    sum2 = n2 * m2            "sum of the scores of the second class"
    n    = n1 + n2            "number of pupils in both classes"
    both = (sum1 + sum2) / n  "mean score of both classes together"
  }

  story """
    In {what}, the {n1} pupils of a first class have a mean score of {m1} points.
    The {n2} pupils of a second class have a mean score of {m2} points.
  """
  ask both "What is the mean score of both classes together?" (form = "decimal")

  mistakes {
    halfway : both = (m1 + m2) / 2  "takes the mean of the two means"
    adds    : both = m1 + m2        "adds the two means"
    first   : sum2 = n1 * m2        "gives both classes the same size"
  }

  vary {
    insert late on n1 {
      with late : int in 2..4  "number of pupils who sit the test later"
      step all1 = n1 + late    "number of pupils of the first class in the end"
      say "Then {late} new pupils of the first class take the test as well and do not change the mean score of that class."
    }
    distract time {
      with minutes : int in 20..60 by 5
      say "The test takes {minutes} minutes."
    }
  }

  test "by hand" {
    with n1 = 20, n2 = 30, m1 = 70, m2 = 80
    expect both == 76
  }
  test "any world" {
    always min(m1, m2) < both and both < max(m1, m2)
    always both == combined_mean(n1, m1, n2, m2)
  }
}
