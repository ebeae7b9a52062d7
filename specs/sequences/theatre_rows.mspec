mspec 1
use lexicon.things

problem theatre_rows {
  meta {
    title: "Seats of a theatre"
    grade: 10
    tags: [arithmetic_series, sequences]
  }

  given {
    place  : word in {"An open-air theatre", "A lecture hall", "A cinema", "A concert hall"}
    first  : count(seat) in 12..30  "number of seats in the first row"
    growth : count(seat) in 2..4    "number of seats by which each row grows"
    rows   : int in 8..25           "number of rows"
  }

  require {
    magnitude(total) <= 1200  "a hall of that kind"
  }

  steps {
    last                = first + (rows - 1) * growth  "number of seats in the last row"
    both                = first + last  "number of seats in the first and last row together"
    total : count(seat) = both * rows / 2              "number of seats in all rows together"
  }

  story """
    {place} has {first of seat} in the first row.
    Each further row has {growth} more seats than the one before it, and there are {rows} rows.
  """
  ask total "How many seats are there in all rows together?"

  mistakes {
    one_more : last  = first + rows * growth  "adds the growth once too often"
    no_half  : total = both * rows            "forgets to halve"
    all_last : total = last * rows            "makes every row as long as the last"
  }

  vary {
    extend income on total {
      with price : money in $8..$30
      step income = total * price  "income from the tickets"
      say "All seats are sold, at {price} each."
      ask "How much do the tickets bring in?"
    }
    distract doors {
      with doors : int in 2..6
      say "There are {doors} doors."
    }
  }

  test "by hand" {
    with first = 20, growth = 2, rows = 15
    expect last == 48
    expect total == 510
  }
  test "any world" {
    always first <= last
  }
}
