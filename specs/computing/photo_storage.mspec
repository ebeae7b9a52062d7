mspec 1
use units.si

noun photo "photo"
noun song "song"
noun lecture "recorded lecture"

table files(item : noun, size : data[MB]) {
  photo,   3 MB
  photo,   4 MB
  photo,   6 MB
  photo,   12 MB
  song,    4 MB
  song,    5 MB
  song,    9 MB
  lecture, 140 MB
  lecture, 210 MB
  lecture, 350 MB
}

problem photo_storage {
  meta {
    title: "How many files fit on a memory card"
    grade: 8
    tags: [computing, data_sizes, units]
  }

  given {
    owner : person
    file  : files
    card  : data[GB] in {16 GB, 32 GB, 64 GB, 128 GB}  "size of the card"
    taken : percent in 10%..75% by 5%                  "share that is taken"
  }

  require {
    fits >= 20
  }

  steps {
    free : data[MB] = card * (1 - taken)         "free space on the card"
    fits            = quotient(free, file.size)
        "number of {file.item:plural} that still fit on the card"
  }

  story """
    {owner} wants to store more {file.item:plural} of {file.size} each on a memory card (1 GB is
      1,000 MB).
    The card holds {card}, but {taken} of that is taken already.
  """
  ask fits "How many {file.item:plural} still fit on the card?"

  mistakes {
    whole_card : free = card                                     "takes the whole card for free"
    taken_part : free = card * taken                             "takes the part that is taken"
    binary     : free = magnitude(card) * (1 - taken) * 1024 MB  "takes 1 GB for 1,024 MB"
  }

  vary {
    distract price {
      with price : money in $8..$24
      say "The card cost {price}."
    }
    fold free
  }

  test "worked by hand" {
    with file = 1, card = 32 GB, taken = 25%
    expect free == 24000 MB
    expect fits == 8000
  }
  test "in any world" {
    always fits * file.size <= card
  }
}
