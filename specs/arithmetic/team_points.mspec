mspec 1

noun basket "basket"
noun point "point"
noun two_pointer "two-pointer" : basket
noun three_pointer "three-pointer" : basket
noun free_throw "free throw" : basket

problem team_points {
  meta {
    title: "Points of two basketball teams"
    grade: 5
    tags: [whole_numbers, comparison, sport]
    source: "gsm8k-train-1708"
  }

  given {
    coach : person
    n2    : count(two_pointer) in 8..30           "number of two-pointers of the first team"
    n3    : count(three_pointer) in 4..12 by 2    "number of three-pointers of the first team"
    n1    : count(free_throw) in 4..16 by 2       "number of free throws of the first team"
    w2    : count(point)[1/two_pointer] in {2}    "number of points for a two-pointer"
    w3    : count(point)[1/three_pointer] in {3}  "number of points for a three-pointer"
    w1    : count(point)[1/free_throw] in {1}     "number of points for a free throw"
  }

  steps {
    first                  = n2 * w2 + n3 * w3 + n1 * w1  "number of points of the first team"
    m2                     = 2 * n2                       "number of two-pointers of the other team"
    m3 : count(three_pointer) = n3 / 2  "number of three-pointers of the other team"
    m1 : count(free_throw) = n1 / 2                       "number of free throws of the other team"
    second                 = m2 * w2 + m3 * w3 + m1 * w1  "number of points of the other team"
    total                  = first + second               "number of points of both teams"
  }

  story """
    In a match, the basketball team that {coach} trains makes {n2 of two_pointer},
      {n3 of three_pointer} and {n1 of free_throw}.
    A two-pointer is worth {w2:words} points, a three-pointer {w3:words} and a free throw
      {w1:words}.
    The other team makes twice as many two-pointers, but only half as many three-pointers and half
      as many free throws.
  """
  ask total "How many points do both teams score together?"

  mistakes {
    counts_baskets : first = magnitude(n2) + magnitude(n3) + magnitude(n1)
        "counts baskets instead of points"
    all_double     : m3    = 2 * n3  "doubles the three-pointers as well"
    first_only     : total = first   "leaves out the other team"
  }

  vary {
    extend margin on total {
      with goal : count(point) in 300..320  "record of the league for both teams together"
      step gap = goal - total               "number of points missing for the record"
      say "The record of the league for both teams together is {goal of point}."
      ask "By how many points did the two teams miss the record?"
    }
  }

  test "original numbers" {
    with n2 = 25, n3 = 8, n1 = 10
    expect first == 84
    expect total == 201
  }
}
