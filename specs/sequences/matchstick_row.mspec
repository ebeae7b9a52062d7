mspec 1
use units.si

table shapes(name : word, sides : int known) {
  "triangles", 3
  "squares",   4
  "pentagons", 5
  "hexagons",  6
}

problem matchstick_row {
  meta {
    title: "A row of shapes from matches"
    grade: 6
    tags: [patterns, sequences]
  }

  given {
    kid : person
    s   : shapes        "kind of shape"
    n   : int in 8..40  "number of {s.name} in the row"
  }

  steps {
    more    = s.sides - 1              "number of matches for each further shape"
    others  = n - 1                    "number of further shapes"
    matches = s.sides + others * more  "number of matches in the row"
  }

  story """
    {kid} lays a row of {n} {s.name} with matches.
    Each side of a shape is one match, and each shape shares one side with the next.
  """
  ask matches "How many matches {does kid.they} need for the row?"

  mistakes {
    no_sharing : more    = s.sides   "counts shared sides twice"
    first      : matches = n * more  "forgets the first side"
    one_short  : others  = n         "adds one shape too many"
  }

  vary {
    extend boxes on matches {
      with box : int in {38, 40, 50}     "number of matches in a box"
      step needed = ceil(matches / box)  "number of boxes that {kid} opens"
      say "A box holds {box} matches."
      ask "How many boxes {does kid.they} have to open?"
    }
    distract length {
      with cm : length[cm] in 4 cm..6 cm by 0.5 cm
      say "A match is {cm} long."
    }
  }

  test "squares" {
    with s = "squares", n = 10
    expect matches == 31
  }
  test "any world" {
    always matches == n * s.sides - (n - 1)
  }
}
