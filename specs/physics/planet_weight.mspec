mspec 1
use units.si

table worlds(name : word, g : acceleration[m/s^2]) {
  "the Moon",  1.6 m/s^2
  "Mars",      3.7 m/s^2
  "Venus",     8.9 m/s^2
  "Titan",     1.4 m/s^2
  "Io",        1.8 m/s^2
  "Mercury",   3.7 m/s^2
  "the Earth", 9.8 m/s^2
}

problem planet_weight {
  meta {
    title: "Weight of a rover on another world"
    grade: 9
    tags: [forces, table]
  }

  given {
    place : worlds where g < 9.5 m/s^2
    m     : mass[kg] in 20 kg..240 kg by 10 kg  "mass of the rover alone"
    tool  : mass[kg] in 2 kg..12 kg             "mass of the drill"
  }

  steps {
    total             = m + tool         "mass of the rover with its drill"
    weight : force[N] = total * place.g  "weight of the rover with its drill"
  }

  story """
    A rover of mass {m} carries a drill of mass {tool}.
    The rover stands on {place.name}, where the acceleration due to gravity is {place.g}.
  """
  ask weight "What is the weight of the rover together with its drill?"

  mistakes {
    no_drill   : total = m         "forgets the drill"
    less_drill : total = m - tool  "subtracts the mass of the drill"
  }

  vary {
    extend stones on weight {
      with rocks : mass[kg] in 1 kg..8 kg      "mass of the stones"
      step added : force[N] = rocks * place.g  "weight of the stones"
      step all_in = weight + added             "weight of the rover with its drill and the stones"
      say "The rover has also collected {rocks} of stones."
      ask "What is the weight of the rover together with its drill and the stones?"
    }
  }

  test "on Mars" {
    with place = "Mars", m = 100 kg, tool = 10 kg
    expect weight == 407 N
  }
}
