mspec 1
use geometry

problem ring_walk {
  meta {
    title: "Area of a path around a pond"
    grade: 8
    tags: [circles, area, pi]
  }

  given {
    inside : word in {"pond", "fountain", "flower bed", "bandstand"}
    d      : length[m] in 4 m..30 m by 2 m  "diameter of the {inside}"
    w      : length[m] in {1 m, 2 m, 3 m}   "width of the path"
  }

  require {
    2 * w < d
  }

  steps {
    r      = d / 2               "radius of the {inside}"
    outer  = r + w               "radius with the path"
    whole  = circle_area(outer)  "area with the path"
    middle = circle_area(r)      "area of the {inside}"
    path   = whole - middle      "area of the path"
  }

  story """
    A round {inside} in a park has a diameter of {d}.
    All around the {inside} there is a path {w} wide.
  """
  ask path "What is the area of the path? Give the exact value, with π." (form = "exact")

  mistakes {
    small_square : path  = pi * w^2   "takes the area of a circle as wide as the path"
    both_sides   : outer = r + w / 2  "adds half of the width"
    diameter     : r     = 1 * d      "puts the diameter in place of the radius"
  }

  vary {
    extend gravel_bags on path {
      with enough_for : area[m^2] in {2 m^2, 3 m^2, 4 m^2, 5 m^2}  "area for one bag of gravel"
      step bags = ceil(path / enough_for)                          "number of bags of gravel"
      say "The path is strewn with gravel, and one bag of gravel is enough for {enough_for} of path."
      ask "How many bags of gravel are needed?"
    }
    extend gravel on path {
      with depth : length[m] in {0.1 m, 0.2 m}
      step gravel = path * depth  "volume of the gravel"
      say "The path is covered with a layer of gravel {depth} deep."
      ask "How much gravel is needed? Give the exact value, with π." (form = "exact")
    }
    distract benches {
      with n : int in 3..8
      say "There are {n} benches on the path."
    }
  }

  test "by hand" {
    with d = 10 m, w = 2 m
    expect path == pi * 24 m^2
  }
  test "any world" {
    always 0 m^2 < path
  }
}
