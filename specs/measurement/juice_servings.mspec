mspec 1
use units.si
use lexicon.food

noun portion "glass" "glasses"
noun guest_here "guest"

problem juice_servings {
  meta {
    title: "Litres, millilitres and glasses"
    grade: 5
    tags: [measurement, units, whole_numbers]
  }

  given {
    host       : person
    fruit_used : noun in {apple, orange, pear, peach, mango}
    juice      : volume[L] in 1.5 L..4.0 L by 0.25 L             "volume of the {fruit_used} juice"
    water      : volume[mL] in 250 mL..1500 mL by 250 mL         "volume of the sparkling water"
    glass_size : volume[mL] in {150 mL, 200 mL, 250 mL, 300 mL}  "volume of a glass"
  }

  require {
    rest > 0 mL  "something is left over"
  }

  steps {
    juice_part : volume[mL]  = juice  "volume of the juice part of the drink in millilitres"
    mixed                    = juice_part + water  "volume of the whole drink in millilitres"
    glasses : count(portion) = quotient(mixed, glass_size)  "number of full glasses"
    rest                     = mixed - magnitude(glasses) * glass_size
        "volume of the drink left over"
  }

  story """
    {host} mixes {juice} of {fruit_used} juice with {water} of sparkling water.
    The drink is poured into glasses, {glass_size} into each, until no further glass can be filled.
  """
  ask glasses "How many glasses are full?"
  ask rest "How much of the drink is left over?"

  mistakes {
    hundred  : juice_part = magnitude(juice) * 100 mL  "takes a litre for 100 millilitres"
    one_more : glasses    = ceil(mixed / glass_size)   "counts the last glass, which is not full"
  }

  vary {
    distract guests {
      with coming : count(guest_here) in 6..14
      say "{coming of guest_here come} to the party."
    }
    insert ice on juice {
      with cubes : volume[L] in {0.1 L, 0.15 L, 0.2 L}  "volume of the melted ice"
      step cold = juice + cubes  "volume of the {fruit_used} juice with the melted ice"
      say "Before the mixing, melting ice adds another {cubes} of water to the juice."
    }
  }

  test "worked by hand" {
    with juice = 2.5 L, water = 750 mL, glass_size = 200 mL
    expect mixed == 3250 mL
    expect glasses == 16
    expect rest == 50 mL
  }
}
