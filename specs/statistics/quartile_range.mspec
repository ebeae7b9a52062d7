mspec 1

problem quartile_range {
  meta {
    title: "Quartiles of seven values"
    grade: 9
    tags: [quartiles, lists]
  }

  given {
    who : person
    xs  : list(int, 7) in 5..60 distinct  "list of the practice times in minutes"
  }

  require {
    range(xs) >= 20
  }

  steps {
    ordered = sort(xs)       "list of times from the shortest to the longest"
    lower   = ordered[2]
        "lower quartile" "The lower quartile is the middle of the three times below the median, {lower}."
    upper   = ordered[6]
        "upper quartile" "The upper quartile is the middle of the three times above the median, {upper}."
    spread  = upper - lower  "interquartile range of the times in minutes"
  }

  story """
    On the seven days of a week, {who} practises the piano for {xs} minutes.
    For the quartiles, the median itself belongs to neither half of the times.
  """
  ask spread "What is the interquartile range of the seven times, in minutes?"

  mistakes {
    whole_range : spread = ordered[7] - ordered[1]  "takes the range of all values"
    unsorted    : lower  = xs[2]  "takes the second value without sorting" when xs[2] != lower
    third       : lower  = ordered[3]               "takes the third value for the lower quartile"
  }

  vary {
    extend outlier on spread {
      step limit = upper + 3/2 * spread  "limit in minutes above which a time is an outlier"
      say "A time is called an outlier if it lies more than one and a half times the interquartile range above the upper quartile."
      ask "Above what limit, in minutes, is a time an outlier?"
    }
    distract pieces {
      with pieces : int in 3..6
      say "{who.They are} learning {pieces} pieces."
    }
  }

  test "by hand" {
    with xs = [30, 12, 45, 20, 25, 50, 18]
    expect lower == 18
    expect spread == 27
  }
}
