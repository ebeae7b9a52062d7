mspec 1

noun point "point"

problem quiz_scores {
  meta {
    title: "Mean and median of five scores"
    grade: 6
    tags: [statistics, lists]
  }

  given {
    pupil : person
    xs    : list(int, 5) in 4..20 distinct  "list of scores"
  }

  require {
    mean(xs) != median(xs)  "the two averages differ"
    is_int(mean(xs))        "the mean is a whole number"
  }

  steps {
    ordered       = sort(xs)               "list of scores in increasing order"
    middle        = ordered[3]  "median score" "The median score is the third of these, {middle}."
    average : int = mean(xs)               "mean score"
    gap           = abs(average - middle)
        "difference between the mean and the median score" "The mean {average} and the median {middle} differ by {gap}."
  }

  story """
    In five quizzes of 20 points each, {pupil} scores {xs} points.
  """
  ask gap "By how many points do the mean and the median of {pupil.their} scores differ?"

  mistakes {
    unsorted  : middle = xs[3]                          "takes the third score without sorting"
    mid_range : middle = (ordered[1] + ordered[5]) / 2
        "takes the middle of the lowest and highest scores"
  }

  vary {
    distract rank {
      with others : int in 12..30  "number of pupils"
      say "There are {others} pupils in the class."
    }
  }

  test "worked by hand" {
    with xs = [4, 20, 8, 10, 18]
    expect average == 12
    expect gap == 2
  }
}
