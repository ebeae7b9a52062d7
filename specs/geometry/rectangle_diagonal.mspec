mspec 1
use geometry

problem rectangle_diagonal {
  meta {
    title: "Straight across"
    grade: 9
    tags: [pythagoras, surds]
  }

  given {
    kid   : person
    place : word in {"playground", "car park", "sports hall", "market square", "meadow"}
    a     : length[m] in 9 m..45 m by 3 m  "length of the {place}"
    b     : length[m] in 6 m..36 m by 3 m  "width of the {place}"
  }

  require {
    b < a
    not is_square(size)  "the root is not whole"
  }

  steps {
    size : int = magnitude(square)  "square of the diagonal in metres"
    square     = a^2 + b^2          "square of the diagonal"
    straight   = sqrt(square)       "length of the diagonal"
  }

  story """
    A rectangular {place} is {a} long and {b} wide.
    {kid} walks straight across it, from one corner to the opposite one.
  """
  ask straight "How long is {kid.their} way? Give the exact value, with the root simplified." (form = "exact")

  mistakes {
    adds    : straight = sqrt(a^2) + sqrt(b^2)    "adds the sides"
    no_root : straight = magnitude(square) * 1 m  "forgets to take the root"
    minus   : square   = a^2 - b^2                "subtracts the squares"
  }

  vary {
    extend rounded on straight {
      step whole_metres = round(straight, 1 m)  "rounded length of the way"
      say "The length of the way is rounded to the nearest metre."
      ask "What is the rounded length of the way?"
    }
    extend saved on straight {
      step saved = a + b - straight  "extra length of the way along two sides"
      say "A friend walks to the same corner along two sides."
      ask "How much longer is the friend's way? Give the exact value." (form = "exact")
    }
    distract trees {
      with trees : int in 4..20
      say "There are {trees} trees around the {place}."
    }
  }

  test "by hand" {
    with a = 12 m, b = 6 m
    expect straight == 6 * sqrt(5) * 1 m
  }
  test "any world" {
    always a < straight and straight < a + b
  }
}
