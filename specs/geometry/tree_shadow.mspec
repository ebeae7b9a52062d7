mspec 1
use units.si

problem tree_shadow {
  meta {
    title: "Height from a shadow"
    grade: 8
    tags: [similar_triangles, ratio]
  }

  given {
    kid    : person
    tall   : word in {"tree", "tower", "flagpole", "lamp post"}
    height : length[cm] in 120 cm..180 cm by 5 cm  "height of {kid}"
    short  : length[cm] in 60 cm..240 cm by 10 cm  "length of the shadow of {kid}"
    long   : length[m] in 4 m..18 m                "length of the shadow of the {tall}"
  }

  require {
    4 m <= high and high <= 20 m
    is_int(magnitude(high) * 10) and is_int(100 * ratio)  "short decimals"
    short != height
  }

  steps {
    ratio            = height / short  "ratio of a height to its shadow"
    high : length[m] = ratio * long    "height of the {tall}"
  }

  story """
    {kid} is {height} tall, and on a sunny day {kid.their} shadow is {short} long.
    At the same time, the shadow of {a tall} nearby is {long} long.
    The ground is level.
  """
  ask high "How high is the {tall}?"

  mistakes {
    upside_down : ratio = short / height         "turns the ratio round"
    difference  : high  = long + height - short  "adds the difference of height and shadow"
    no_ratio    : high  = long                   "takes the shadow for the height"
  }

  vary {
    distract hour {
      with hour : int in 1..4
      say "It is {hour} o'clock in the afternoon."
    }
    invert shadow on long {
      replace long "At the same time, {a tall} nearby also has a shadow."
      say "The {tall} is {high} high."
      ask "How long is the shadow of the {tall}?"
    }
  }

  test "by hand" {
    with height = 150 cm, short = 120 cm, long = 8 m
    expect high == 10 m
  }
}
