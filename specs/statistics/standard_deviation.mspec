mspec 1
use statistics
use units.si

problem standard_deviation {
  meta {
    title: "Standard deviation of four values"
    grade: 11
    tags: [standard_deviation, surds]
  }

  given {
    item : word in {"eggs", "plums", "bread rolls", "apricots"}
    xs   : list(mass[g], 4) in 50 g..70 g distinct  "list of masses"
  }

  require {
    is_int(magnitude(variance))
    magnitude(variance) <= 40
  }

  steps {
    m         = mean(xs)                       "mean mass"
    squares   = sum(i in 1..4, (xs[i] - m)^2)  "sum of the squares of the differences from the mean"
    variance  = squares / 4                    "mean of these squares"
    deviation = sqrt(variance)                 "standard deviation of the four masses"
  }

  story """
    Four {item} have masses of {xs}.
    In the standard deviation of these masses, the sum of the squares is divided by 4.
  """
  ask deviation "What is the standard deviation of the four masses? Leave a root that is not whole as it is." (form = "exact")

  mistakes {
    no_root   : deviation = magnitude(variance) * 1 g
        "forgets the root" when magnitude(variance) > 1
    by_three  : variance  = squares / 3  "divides by one less than the number of values"
    no_square : squares   = sum(i in 1..4, abs(xs[i] - m)) * 1 g
        "adds the differences without squaring them" when squares != sum(i in 1..4, abs(xs[i] - m)) * 1 g
  }

  vary {
    extend relative on deviation {
      step relative : percent = round(deviation / m, 0.1%)
          "standard deviation in percent of the mean mass"
      say "The standard deviation in percent of the mean mass is rounded to 0.1%."
      ask "What percentage of the mean mass is the standard deviation of the four masses?"
    }
    extend doubled on deviation {
      step twice = 2 * deviation  "standard deviation of the masses of the larger {item}"
      say "Four larger {item} have exactly twice the masses of these four."
      ask "What is the standard deviation of the masses of the larger {item}? Leave a root that is not whole as it is." (form = "exact")
    }
    distract age {
      with days : int in 2..9
      say "The {item} were weighed {days} days ago."
    }
  }

  test "by hand" {
    with xs = [56 g, 60 g, 62 g, 66 g]
    expect variance == 13 g^2
    expect deviation == sqrt(13) * 1 g
  }
}
