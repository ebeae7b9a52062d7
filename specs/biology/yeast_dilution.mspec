mspec 1
use biology

problem yeast_dilution {
  meta {
    title: "Counting cells by diluting"
    grade: 10
    tags: [biology, dilution, powers]
  }

  given {
    who    : person
    sample : volume[mL] in {0.5 mL, 1 mL, 2 mL}      "volume transferred each time"
    water  : volume[mL] in {4.5 mL, 9 mL, 18 mL}     "volume of water in each tube"
    times  : int in 2..5                             "number of dilutions"
    plated : volume[mL] in {0.1 mL, 0.2 mL, 0.5 mL}  "volume spread on the plate"
    seen   : int in 30..240 by 6                     "number of colonies"
  }

  require {
    factor == 10  "each step dilutes by ten"
  }

  steps {
    factor      = (sample + water) / sample  "factor of one dilution"
    in_tube     = seen * (1 mL / plated)     "number of cells in a millilitre of the last mixture"
    cells : int = in_tube * factor^times     "number of cells in a millilitre of the culture"
  }

  story """
    {who} wants to know how many yeast cells there are in a culture.
    For the first dilution, {sample} of the culture is mixed with {water} of water.
    For every further dilution, {sample} of the latest mixture is mixed with {water} of water.
    After {times:words} dilutions, {plated} of the last mixture is spread on a plate, where {seen}
      colonies grow, each from one cell.
  """
  ask cells "How many cells are there in one millilitre of the culture?"

  mistakes {
    one_dilution : cells   = in_tube * factor  "takes one dilution only"
    no_plate     : in_tube = seen              "leaves out the volume on the plate"
    nine_fold    : factor  = water / sample    "divides the water by the sample"
  }

  vary {
    distract warm {
      with t : temperature[°C] in 25 °C..32 °C by 1 °C
      say "The plate is kept at {t} for two days."
    }
  }

  test "worked by hand" {
    with sample = 1 mL, water = 9 mL, times = 3, plated = 0.1 mL, seen = 60
    expect factor == 10
    expect cells == 600000
  }
}
