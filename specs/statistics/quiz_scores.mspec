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
    xs    : list(int, 5) in 4..20 distinct     "scores"
  }

  require {
    mean(xs) != median(xs)   "the two averages differ"
    is_int(mean(xs))         "the mean is a whole number"
  }

  steps {
    middle  = median(xs)                 "median score"
    average : int = mean(xs)             "mean score"
    gap     = abs(average - middle)      "difference between the mean and the median"
  }

  story """
    In five quizzes, {pupil} scores {xs} points.
  """
  ask gap "By how many points do {pupil.their} mean score and {pupil.their} median score differ?"

  mistakes {
    unsorted : middle = xs[3]   "takes the third score without sorting"
  }

  test "worked by hand" {
    with xs = [4, 20, 8, 10, 18]
    expect average == 12
    expect gap == 2
  }
}
