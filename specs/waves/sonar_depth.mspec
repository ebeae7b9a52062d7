mspec 1
use physics.waves

noun trawler "trawler"
noun survey_ship "survey ship"
noun submarine "submarine"

problem sonar_depth {
  meta {
    title: "Depth of the sea by echo"
    grade: 9
    tags: [waves, sound, rate]
  }

  given {
    ship    : noun in {trawler, survey_ship}
    medium  : sound_media where speed == 1520 m/s
    t       : time[s] in 0.20 s..2.00 s by 0.05 s  "time between signal and echo"
    draught : length[m] in 3 m..8 m                "depth of the sender below the surface"
  }

  steps {
    path  = medium.speed * t  "distance that the sound travels to the sea bed and back to the ship"
    below = path / 2          "distance from the sender to the sea bed"
    depth = below + draught   "depth of the sea"
  }

  story """
    The sonar of {a ship} sends a sound straight down from {draught} below the surface.
    The echo from the sea bed comes back after {t}.
    Sound travels at {medium.speed} in sea water.
  """
  ask depth "How deep is the sea below the {ship}, measured from the surface?"

  mistakes {
    one_way  : below = path             "forgets that the sound goes there and back"
    no_ship  : depth = below            "measures from the sender instead of the surface"
    subtract : depth = below - draught  "subtracts the depth of the sender" when below > draught
  }

  vary {
    distract cruise {
      with v : speed[km/h] in 12 km/h..25 km/h
      say "Meanwhile the {ship} moves at {v}, which is slow enough to be neglected."
    }
    fold path
  }

  test "worked by hand" {
    with t = 0.5 s, draught = 5 m
    expect below == 380 m
    expect depth == 385 m
  }
  test "in any world" {
    always below < depth
  }
}
