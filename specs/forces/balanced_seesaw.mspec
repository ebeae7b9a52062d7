mspec 1
use physics.forces

problem balanced_seesaw {
  meta {
    title: "A seesaw in balance"
    grade: 8
    tags: [forces, moments]
  }

  given {
    a, b : person
    m1   : mass[kg] in 20 kg..60 kg by 1 kg    "body mass of {a}"
    m2   : mass[kg] in 20 kg..60 kg by 1 kg    "body mass of {b}"
    d1   : length[m] in 0.6 m..2.0 m by 0.1 m  "distance of {a} from the pivot"
  }

  require {
    m1 != m2
    d2 / 1 cm in 50..220 by 1  "a whole number of centimetres, within the length of a seesaw"
  }

  steps {
    turning        = m1 * d1       "product of mass and distance on the side of {a}"
    d2 : length[m] = turning / m2  "distance of {b} from the pivot"
  }

  story """
    {a}, whose mass is {m1}, sits on a seesaw at a distance of {d1} from the pivot.
    {b}, whose mass is {m2}, sits down on the other side so that the seesaw is in balance.
  """
  ask d2 "How far from the pivot does {b} sit?"

  mistakes {
    same_distance : d2 = d1            "sits at the same distance"
    upside_down   : d2 = m2 * d1 / m1  "multiplies by the wrong ratio"
  }

  vary {
    distract plank {
      with long : length[m] in 4.6 m..5.2 m by 0.2 m
      say "The plank of the seesaw is {long} long."
    }
    invert which_mass on m2 {
      replace m2 "{b} sits down on the other side at a distance of {d2} from the pivot, and the seesaw is in balance."
      ask "What is the mass of {b}?"
    }
  }

  test "worked by hand" {
    with m1 = 30 kg, m2 = 45 kg, d1 = 1.5 m
    expect d2 == 1 m
  }
  test "in any world" {
    always if m1 < m2 then d2 < d1 else d2 > d1
  }
}
