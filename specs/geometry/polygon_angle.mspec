mspec 1
use geometry

table polygons(name : word, sides : int known) {
  "pentagon",  5
  "hexagon",   6
  "octagon",   8
  "nonagon",   9
  "decagon",   10
  "dodecagon", 12
}

problem polygon_angle {
  meta {
    title: "Angles of a regular polygon"
    grade: 8
    tags: [angles, polygons]
  }

  given {
    what : word in {"table top", "tile", "window", "mirror", "flower bed"}
    p    : polygons  "kind of polygon"
  }

  steps {
    parts       = p.sides - 2       "number of triangles into which the {p.name} can be cut"
    angles      = parts * 180       "sum of the angles of the {p.name} in degrees"
    angle : int = angles / p.sides  "interior angle of the {p.name} in degrees"
  }

  story """
    {A what} has the shape of a regular {p.name}.
  """
  ask angle "How many degrees is the angle at each corner of the {what}?"

  mistakes {
    all_of_them : angle = angles         "gives the sum of all angles"
    outside     : angle = 360 / p.sides  "gives the angle outside the corner"
    triangles   : parts = p.sides        "cuts it into as many triangles as it has sides"
  }

  vary {
    extend outer on angle {
      step turn = 180 - angle  "exterior angle of the {p.name} in degrees"
      ask "By how many degrees does the edge of the {what} change direction at each corner?"
    }
    distract size {
      with side : length[cm] in 40 cm..90 cm by 5 cm
      say "Each side is {side} long."
    }
  }

  test "hexagon" {
    with p = "hexagon"
    expect angle == 120
  }
  test "dodecagon" {
    with p = "dodecagon"
    expect angle == 150
  }
  test "any world" {
    always angle == interior_angle(p.sides)
  }
}
