mspec 1
use lexicon.nature

problem flower_plots {
  meta {
    title: "Five plots of a meadow, one count unreadable"
    grade: 7
    tags: [statistics, mean, median, ecology]
  }

  given {
    kid  : person
    item : noun in {daisy, orchid, daffodil}
    xs   : list(count(item), 5) in 8..40 distinct  "list of counts"
  }

  require {
    is_int(average)
    middle != average  "the median is not the mean"
  }

  steps {
    average = mean(xs)                                   "mean number of {item:plural} in a plot"
    fifth   = xs[5]                                      "number of {item:plural} in the fifth plot"
    middle  = median(xs[1], xs[2], xs[3], xs[4], fifth)  "median of the five counts"
  }
  tell average

  story """
    {kid} counts the {item:plural} in five plots of a meadow.
    In the first four plots {kid.they find} {xs[1]}, {xs[2]}, {xs[3]} and {xs[4]} of them, but the
      rain has made the fifth count unreadable.
    {kid.They remember} that the mean of the five counts is {average}.
  """
  ask fifth "How many {item:plural} {did kid.they} count in the fifth plot?"
  ask middle "What is the median of the five counts?"

  mistakes {
    four_only    : middle = median(xs[1], xs[2], xs[3], xs[4])
        "takes the median of the four readable counts"
    unsorted     : middle = xs[3]  "takes the count in the middle of the list without sorting"
    mean_of_four : fifth  = (xs[1] + xs[2] + xs[3] + xs[4]) / 4  "takes the mean of the four"
    mean_again   : fifth  = average  "takes the mean for the missing count"
  }

  vary {
    distract plot_size {
      with side : length[m] in 2 m..6 m
      say "Each plot is a square with sides of {side}."
    }
    extend meadow on middle {
      with plots : int in 40..90 by 10
      step whole = plots * middle  "estimated number of {item:plural} in the meadow"
      say "The meadow is as large as {plots} plots, and {kid} estimates that each of them has as many {item:plural} as the median of the five counts."
      ask "How many {item:plural} grow in the meadow by this estimate?"
    }
  }

  test "worked by hand" {
    with xs = [12, 30, 18, 25, 20]
    expect average == 21
    expect fifth == 20
    expect middle == 20
  }
  test "any world" {
    always middle >= 8
  }
}
