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
    a     : length[m] in 9 m..45 m by 3 m  "length"
    b     : length[m] in 6 m..36 m by 3 m  "width"
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
    extend saved on straight {
      step saved = a + b - straight  "length saved"
      ask "How much shorter is that than the way along two sides?" (form = "exact")
    }
    distract trees {
      with trees : int in 4..20
      say "There are {trees} trees around it."
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
