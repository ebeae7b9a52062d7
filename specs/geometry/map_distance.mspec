mspec 1
use geometry

problem map_distance {
  meta {
    title: "Distance of two points"
    grade: 9
    tags: [coordinates, pythagoras, surds]
  }

  given {
    what   : word in {"ship", "drone", "hiker", "helicopter"}
    x1, y1 : int in -6..6
    x2, y2 : int in -9..9
  }

  require {
    abs(x2 - x1) >= 2 and abs(y2 - y1) >= 2 and abs(dx) != abs(dy)
    not is_square(square) and any(k in 2..5, divides(k^2, square))
        "the root is not whole, but can be simplified"
    y1 < 0 or x1 < 0  "a negative coordinate"
  }

  steps {
    dx     = x2 - x1       "difference of the first coordinates"
    dy     = y2 - y1       "difference of the second coordinates"
    square = dx^2 + dy^2   "square of the distance"
    way    = sqrt(square)  "length of the way in kilometres"
  }

  story """
    On a map with a grid of one kilometre, {a what} is at the point ({x1}, {y1}).
    The {what} has to go straight to the point ({x2}, {y2}).
  """
  ask way "How many kilometres does the {what} have to go? Give the exact value, with the root simplified." (form = "exact")

  mistakes {
    sign  : dx     = x2 + x1           "adds the coordinates" when x1 != 0 and x2 != 0
    adds  : square = (dx + dy)^2       "squares the sum of the differences" when dx + dy != 0
    minus : square = abs(dx^2 - dy^2)  "subtracts the squares"
  }

  vary {
    extend back on way {
      step both = 2 * way  "length of the way there and back in kilometres"
      say "After that, the {what} goes straight back."
      ask "How many kilometres is the way there and back? Give the exact value." (form = "exact")
    }
    distract speed {
      with v : speed[km/h] in 8 km/h..24 km/h by 4 km/h
      say "A wind of {v} is blowing."
    }
  }

  test "by hand" {
    with x1 = -1, y1 = 2, x2 = 5, y2 = -1
    expect way == 3 * sqrt(5)
  }
  test "any world" {
    always way == distance(x1, y1, x2, y2)
  }
}
