mspec 1
use physics.circuits

noun phone "phone"
noun tablet "tablet"
noun camera "camera"
noun headset "headset"
noun charging "full charge"

unit Ah "ampere-hour" "ampere-hours" = 3600 A*s

table devices(item : noun, need : energy[Wh]) {
  phone,   15 Wh
  tablet,  30 Wh
  camera,  9 Wh
  headset, 2 Wh
}

problem power_bank {
  meta {
    title: "How often a power bank fills a battery"
    grade: 9
    tags: [circuits, energy, percent]
  }

  given {
    owner  : person
    device : devices
    q      : charge[Ah] in 5 Ah..20 Ah by 1 Ah  "charge of the power bank"
    v      : voltage[V] in {3.7 V}              "voltage of the cells"
    eta    : percent in {80%, 85%, 90%}         "share of the energy that is passed on"
  }

  require {
    fills >= 1
  }

  steps {
    stored : energy[Wh]     = q * v                        "energy stored in the power bank"
    usable                  = stored * eta                 "energy passed on by the power bank"
    fills : count(charging) = floor(usable / device.need)
        "number of full charges of the {device.item}"
  }

  story """
    {owner} takes a power bank on a trip.
    Its cells store a charge of {q} at a voltage of {v}, and {eta} of the energy is passed on to
      whatever it charges.
    Filling the empty battery of {owner.their} {device.item} takes {device.need}.
  """
  ask fills "How many times can {owner} charge the {device.item} fully?"

  mistakes {
    no_loss  : usable = stored                       "leaves the losses out"
    rounds   : fills  = round(usable / device.need)  "rounds to the nearest whole number"
    one_more : fills  = ceil(usable / device.need)   "rounds up"
  }

  vary {
    distract weight {
      with m : mass[g] in 180 g..420 g by 20 g
      say "The power bank weighs {m}."
    }
  }

  test "worked by hand" {
    with device = tablet, q = 20 Ah, v = 3.7 V, eta = 90%
    expect usable == 66.6 Wh
    expect fills == 2
  }
}
