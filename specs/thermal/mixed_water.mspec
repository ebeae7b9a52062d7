mspec 1
use physics.thermal

noun bucket "bucket"
noun wash_basin "wash basin"
noun cooking_pot "cooking pot"

problem mixed_water {
  meta {
    title: "Mixing hot and cold water"
    grade: 10
    tags: [heat, temperature, weighted_mean]
  }

  given {
    vessel : noun in {bucket, wash_basin, cooking_pot}
    m1     : mass[kg] in 2 kg..6 kg by 0.5 kg         "mass of the hot water"
    m2     : mass[kg] in 2 kg..6 kg by 0.5 kg         "mass of the cold water"
    t1     : temperature[°C] in 50 °C..70 °C by 5 °C  "temperature of the hot water"
    t2     : temperature[°C] in 8 °C..20 °C by 2 °C   "temperature of the cold water"
  }

  require {
    m1 != m2
    magnitude(t) in 30..45 by 0.5  "a round temperature"
  }

  steps {
    gap  = t1 - t2       "difference between the two temperatures"
    m    = m1 + m2       "mass of the mixture"
    rise = m1 * gap / m  "rise of the cold water"
    t    = t2 + rise     "temperature of the mixture"
  }

  story """
    {A vessel} holds {m2} of water at {t2}.
    Then {m1} of water at {t1} is added.
    While the water mixes, no heat is lost to the surroundings.
  """
  ask t "What is the temperature of the mixture?"

  mistakes {
    plain_mean : rise = gap / 2       "takes the mean of the two temperatures"
    swapped    : rise = m2 * gap / m  "weights the temperatures with the wrong masses"
  }

  vary {
    extend heat_lost on t {
      with room : temperature[°C] in 18 °C..24 °C by 1 °C  "temperature of the room"
      step fall = t - room                                 "fall in temperature of the mixture"
      step heat : energy[kJ] = m * fall * 4.2 kJ/kg/K      "heat that the water gives off"
      when room < t
      say "Hours later, all the water has cooled down to the temperature of the room, {room}; 1 kg of water gives off 4.2 kJ when it cools by 1 °C."
      ask "How much heat, to 3 significant figures, has the water given off?" (sigfigs = 3)
    }
    distract room {
      with height : length[cm] in 70 cm..90 cm by 5 cm
      say "The {vessel} stands in a room, on a table {height} high."
    }
    invert how_hot on t1 {
      replace t1 "Then {m1} of hot water is added."
      say "Just after the mixing, all the water has a temperature of {t}."
      ask "How hot was the water that was added?"
    }
  }

  test "worked by hand" {
    with vessel = bucket, m1 = 3 kg, m2 = 5 kg, t1 = 60 °C, t2 = 20 °C
    expect t == 35 °C
    expect t == 95 °F
  }
  test "in any world" {
    always t2 < t and t < t1
  }
}
