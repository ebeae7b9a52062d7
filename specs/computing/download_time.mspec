mspec 1
use units.si

noun update "software update"
noun game_file "game"
noun film_file "film"
noun backup "backup"

table downloads(item : noun, low : data[GB], high : data[GB]) {
  update,    1 GB,  6 GB
  game_file, 15 GB, 80 GB
  film_file, 2 GB,  8 GB
  backup,    10 GB, 60 GB
}

problem download_time {
  meta {
    title: "Bits, bytes and the time of a download"
    grade: 9
    tags: [computing, data_sizes, rate]
  }

  given {
    who  : person
    what : downloads
    size : data[GB] in 1 GB..80 GB by 0.5 GB  "size of the {what.item}"
    rate : quantity[Mbit/s] in {20 Mbit/s, 25 Mbit/s, 40 Mbit/s, 50 Mbit/s, 100 Mbit/s}
        "rate of the connection"
    used : percent in {70%, 75%, 80%, 90%}    "share of the rate that is reached"
  }

  require {
    what.low <= size and size <= what.high
    2 min <= t and t <= 300 min
  }

  steps {
    bits : data[Mbit] = size              "size of the {what.item} in megabits"
    real_rate         = rate * used       "rate that the connection reaches"
    t : time[min]     = bits / real_rate  "time of the download"
  }

  story """
    {who} downloads {a what.item} of {size}.
    The connection is sold as one of {rate}, but only {used} of that is reached.
    A byte has 8 bits, 1 GB is 1,000 MB, and 1 MB is a million bytes.
  """
  ask t "How many minutes does the download take, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    no_bits      : bits      = magnitude(size) * 1000 Mbit  "takes a byte for a bit"
    full         : real_rate = rate                         "takes the rate that was sold"
    divides_rate : real_rate = rate / used                  "divides by the share"
  }

  vary {
    distract month {
      with fee : money in $25..$60 by $5
      say "The connection costs {fee} a month."
    }
    fold real_rate
  }

  test "worked by hand" {
    with what = film_file, size = 3 GB, rate = 50 Mbit/s, used = 80%
    expect bits == 24000 Mbit
    expect t == 10 min
  }
}
