mspec 1
use physics.energy

noun coaster_car "roller coaster car"
noun cart "cart"
noun sledge "sledge"
noun skater "skater"

table tracks(rider : noun, where_from : word, low : length[m], high : length[m]) {
  coaster_car, "the top of a ramp",       8 m, 40 m
  cart,        "the top of a ramp",       2 m, 6 m
  sledge,      "the top of a slope",      3 m, 12 m
  skater,      "the edge of a half-pipe", 2 m, 5 m
}

problem roller_coaster {
  meta {
    title: "Speed at the bottom of a slope"
    grade: 10
    tags: [energy, conservation, square_roots]
  }

  given {
    track : tracks
    h     : length[m] in 2 m..40 m by 1 m       "height of the start above the lowest point"
    g     : acceleration[m/s^2] in {9.8 m/s^2}  "acceleration due to gravity"
  }

  require {
    track.low <= h and h <= track.high  "a height that suits the track"
  }

  steps {
    v = speed_from_height(g, h)  "speed at the lowest point"
  }

  story """
    {A track.rider} starts from rest at {track.where_from}, {h} above the lowest point of the track.
    Friction can be neglected, and the acceleration due to gravity is {g}.
  """
  ask v "How fast, to 3 significant figures, does the {track.rider} go at the lowest point?" (sigfigs = 3)

  mistakes {
    no_two  : v = sqrt(g * h)                   "leaves out the factor 2"
    no_root : v = magnitude(2 * g * h) * 1 m/s  "forgets the square root"
  }

  vary {
    extend rounded_speed on v {
      step rounded = round(v, 0.1 m/s)  "rounded speed at the lowest point"
      say "The speed at the lowest point is rounded to 0.1 m/s."
      ask "What is the rounded speed of the {track.rider} at the lowest point?"
    }
    distract track_length {
      with len : length[m] in 60 m..120 m by 5 m
      say "The whole track is {len} long."
    }
  }

  test "worked by hand" {
    with h = 10 m, g = 9.8 m/s^2
    expect v == 14 m/s
  }
}
