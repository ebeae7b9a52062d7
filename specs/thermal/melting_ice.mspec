mspec 1
use physics.thermal

noun cool_box "cool box" "cool boxes"
noun drink_bucket "ice bucket"

problem melting_ice {
  meta {
    title: "How long ice keeps a box cold"
    grade: 11
    tags: [heat, phase_change, power]
  }

  given {
    owner  : person
    m      : mass[kg] in 1 kg..4 kg by 0.5 kg       "mass of the ice"
    inflow : power[W] in 15 W..40 W by 5 W          "heat that gets in every second"
    latent : specific_energy[kJ/kg] in {334 kJ/kg}  "latent heat of melting"
  }

  require {
    t >= 6 h
  }

  steps {
    q : energy[kJ] = phase_heat(latent, m)  "heat needed to melt the ice"
    t : time[h]    = q / inflow             "time until the ice has melted"
  }

  story """
    {owner} puts {m} of ice at 0 °C into a cool box.
    Heat gets into the box at a rate of {inflow}.
    The latent heat of melting of ice is {latent}.
  """
  ask t "After how many hours, to 3 significant figures, has all the ice melted?" (sigfigs = 3)

  mistakes {
    no_mass : q = latent * 1 kg                           "takes the heat for one kilogram"
    seconds : t = magnitude(q) / magnitude(inflow) * 1 h  "takes kilojoules per watt for hours"
  }

  vary {
    distract size {
      with v : volume[L] in 20 L..40 L by 5 L
      say "The box holds {v}."
    }
    invert how_much on m {
      when is_int(t / 1 min)
      replace m "{owner} puts some ice at 0 °C into a cool box."
      say "After {t:duration} all the ice has melted."
      ask "How much ice was it?"
    }
  }

  test "worked by hand" {
    with m = 2 kg, inflow = 20 W, latent = 334 kJ/kg
    expect q == 668 kJ
    expect t * 20 W == 668 kJ
  }
  test "in any world" {
    always t > 0 h
  }
}
