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
    deviation = sqrt(variance)                 "standard deviation"
  }

  story """
    Four {item} have masses of {xs}.
  """
  ask deviation "What is the standard deviation of the four masses? Divide by 4, and leave a root that is not whole as it is." (form = "exact")

  mistakes {
    no_root   : deviation = magnitude(variance) * 1 g
        "forgets the root" when magnitude(variance) > 1
    by_three  : variance  = squares / 3  "divides by one less than the number of values"
    no_square : squares   = sum(i in 1..4, abs(xs[i] - m)) * 1 g
        "adds the differences without squaring them" when squares != sum(i in 1..4, abs(xs[i] - m)) * 1 g
  }

  vary {
    extend doubled on deviation {
      step twice = 2 * deviation  "standard deviation of twice the masses"
      say "Then each mass is doubled."
      ask "What is the standard deviation after that?" (form = "exact")
    }
    distract age {
      with days : int in 2..9
      say "They were weighed {days} days ago."
    }
  }

  test "by hand" {
    with xs = [56 g, 60 g, 62 g, 66 g]
    expect variance == 13 g^2
    expect deviation == sqrt(13) * 1 g
  }
}
