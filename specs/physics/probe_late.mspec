mspec 1
use units.si

unit year "year" "years" = 365.25 day
unit ly "light year" "light years" = 9460730472580800 m

# What light travels in a year is a light year.
def light_speed = 1 ly/year

table near_stars(name : word, d : length[ly]) {
  "Proxima Centauri", 4.2 ly
  "Barnard's Star",   6 ly
  "Sirius",           8.6 ly
  "Procyon",          11.5 ly
  "Tau Ceti",         11.9 ly
  "Altair",           16.7 ly
  "Vega",             25 ly
  "Fomalhaut",        25.1 ly
  "Pollux",           33.8 ly
}

problem probe_late {
  meta {
    title: "A space probe after the light of a star"
    grade: 8
    tags: [astronomy, speed, percent]
  }

  given {
    star  : near_stars
    share : percent in {2%, 4%, 5%, 10%, 12.5%, 20%, 25%, 40%, 50%, 80%}
        "share of the speed of light"
  }

  steps {
    light_time = star.d / light_speed     "travel time of the light"
    v          = light_speed * share      "speed of the probe"
    probe_time = star.d / v               "travel time of the probe"
    later      = probe_time - light_time  "delay of the probe behind the light"
  }

  story """
    {star.name} is {star.d:long} away from us.
    A flash of light and a probe set out for this star at the same time, and the probe travels at
      {share} of the speed of light.
  """
  ask later "How many years later than the light does the probe arrive?"

  mistakes {
    no_light  : later      = probe_time                 "forgets that the light needs time, too"
    slower_by : v          = light_speed * (1 - share)
        "takes the share off the speed of light" when share < 100%
    of_time   : probe_time = light_time * (1 + share)   "makes the time longer by the share"
  }

  vary {
    extend generations on later {
      with span : time[year] in {20 year, 25 year, 30 year}  "length of a generation"
      step generations = later / span                        "delay of the probe in generations"
      say "A generation is taken as {span:long}."
      ask "How many generations later than the light does the probe arrive, to 3 significant figures?" (sigfigs = 3)
    }
    extend signal on later {
      step total = later + 2 * light_time  "time from the start until the message arrives"
      say "As soon as the probe arrives, it sends a radio message back, which travels at the speed of light."
      ask "How many years after the start does the message reach us?"
    }
    distract load_carried {
      with load : mass[kg] in 200 kg..900 kg by 50 kg
      say "The probe has a mass of {load}."
    }
  }

  test "worked by hand" {
    with star = "Sirius", share = 20%
    expect light_time == 8.6 year
    expect probe_time == 43 year
    expect later == 34.4 year
  }
  test "any world" {
    always later > 0 year
  }
}
