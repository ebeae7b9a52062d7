mspec 1

noun book "book" : possession
noun bicycle "bicycle" : possession
noun kite "kite" : possession
noun lamp "lamp" : possession

problem missing_month {
  meta {
    title: "A missing value from the mean"
    grade: 6
    tags: [statistics, mean, backwards]
    source: "gsm8k-train-1473"
  }

  given {
    seller : person
    item   : noun in {book, bicycle, kite, lamp}
    first  : count(item) in 8..40  "number of {item:plural} sold in January"
    second : count(item) in 8..40  "number of {item:plural} sold in February"
    third  : count(item) in 8..40  "number of {item:plural} sold in March"
  }

  require {
    is_int(average)                       "the mean is a whole number"
    first != second and third != average  "the months differ"
  }

  steps {
    total   = first + second + third  "number of {item:plural} sold in the three months"
    average = total / 3               "mean number of {item:plural} sold in a month"
  }

  tell average
  story """
    In a small shop {seller} sold {first of item} in January, {second of item} in February and some
      more in March.
    On average, {average of item were} sold in each of these three months.
  """
  ask third "How many {item:plural} did {seller} sell in March?"

  mistakes {
    forgets_second : third = 3 * average - first             "leaves out February"
    two_months     : third = 2 * average - (first + second)  "takes the mean of two months"
    takes_mean     : third = average  "takes the mean for the month that is missing"
  }

  vary {
    extend april on third {
      with more : count(item) in 2..9  "difference between April and March"
      step goal = third + more         "number of {item:plural} sold in April"
      say "In April {seller} sold {more} more {item:plural} than in March."
      ask "How many {item:plural} did {seller} sell in April?"
    }
    distract open {
      with years : count(year) in 2..30  "age of the shop"
      say "The shop is {years of year} old."
    }
  }

  test "original numbers" {
    with first = 15, second = 16, third = 17
    expect average == 16
  }
}
