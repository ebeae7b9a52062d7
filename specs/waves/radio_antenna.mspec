mspec 1
use physics.waves

noun station "radio station"
noun amateur "radio amateur"
noun airport "airport"

table senders(sender : noun, low : frequency[MHz], high : frequency[MHz]) {
  station, 88 MHz,  108 MHz
  amateur, 28 MHz,  29 MHz
  airport, 118 MHz, 137 MHz
}

problem radio_antenna {
  meta {
    title: "Length of a half-wave antenna"
    grade: 11
    tags: [waves, radio]
  }

  given {
    band : senders
    f    : frequency[MHz] in 28 MHz..137 MHz by 1 MHz  "frequency"
    c    : speed[km/s] in {300000 km/s}                "speed of radio waves"
  }

  require {
    band.low <= f and f <= band.high  "a frequency of that service"
  }

  steps {
    wavelength : length[m] = c / f           "wavelength"
    antenna                = wavelength / 2  "length of the antenna"
  }

  story """
    {A band.sender} transmits at a frequency of {f}.
    Radio waves travel at {c}.
    The antenna is half a wavelength long.
  """
  ask antenna "How long is the antenna, to 3 significant figures?" (sigfigs = 3)

  mistakes {
    whole_wave : antenna    = wavelength                         "takes the whole wavelength"
    inverse    : wavelength = f / c * 1000000 m^2                "divides the wrong way round"
    mega       : wavelength = magnitude(c) / magnitude(f) * 1 m
        "leaves kilometres and megahertz as they are"
  }

  vary {
    distract power {
      with p : power[W] in {100 W, 250 W, 500 W, 750 W}
      say "The transmitter has a power of {p}."
    }
  }

  test "worked by hand" {
    with f = 100 MHz, c = 300000 km/s
    expect wavelength == 3 m
    expect antenna == 1.5 m
  }
}
