mspec 1
# The house: furniture, machines, what stands in the kitchen and the bathroom; what things are kept in, with what it holds.

use units.si
use lexicon.things

noun furniture_item "piece of furniture" "pieces of furniture" : possession {
  price: $30..$900 by $10
}
noun dining_table "table" : furniture_item { price: $60..$600 by $10, mass: 10 kg..40 kg }
noun sofa "sofa" : furniture_item { price: $200..$1500 by $10, mass: 30 kg..80 kg }
noun armchair "armchair" : furniture_item { price: $80..$600 by $10, mass: 15 kg..35 kg }
noun stool "stool" : furniture_item { price: $15..$90 by $5, mass: 2 kg..8 kg }
noun bed "bed" : furniture_item { price: $120..$1200 by $10, mass: 30 kg..80 kg }
noun mattress "mattress" : furniture_item { price: $100..$900 by $10, mass: 15 kg..35 kg }
noun wardrobe "wardrobe" : furniture_item { price: $120..$900 by $10, mass: 40 kg..100 kg }
noun cupboard "cupboard" : furniture_item { price: $60..$500 by $10 }
noun chest_of_drawers "chest of drawers" "chests of drawers" : furniture_item {
  price: $80..$500 by $10
}
noun drawer "drawer" : thing
noun lamp "lamp" : furniture_item { price: $15..$150 by $5, mass: 1 kg..5 kg }
noun mirror "mirror" : furniture_item { price: $15..$150 by $5 }
noun rug "rug" : furniture_item { price: $30..$400 by $5 }
noun curtain "curtain" : furniture_item { price: $15..$100 by $1 }
noun cushion "cushion" : furniture_item { price: $5..$40 by $0.50 }
noun pillow "pillow" : furniture_item { price: $8..$60 by $1 }
noun blanket "blanket" : furniture_item { price: $10..$80 by $1 }
noun towel "towel" : furniture_item { price: $4..$30 by $0.50 }
noun picture_frame "picture frame" : furniture_item { price: $5..$50 by $0.50 }
noun vase "vase" : furniture_item { price: $5..$60 by $0.50 }
noun clock "clock" : furniture_item { price: $10..$90 by $1 }
noun poster "poster" : furniture_item { price: $4..$30 by $0.50 }

noun appliance "appliance" : possession { price: $30..$1200 by $10 }
noun fridge "fridge" : appliance { price: $300..$1500 by $10, power: {100 W, 120 W, 150 W, 200 W} }
noun oven "oven" : appliance { price: $250..$1200 by $10, power: {2000 W, 2500 W, 3000 W} }
noun toaster "toaster" : appliance { price: $20..$90 by $5, power: {800 W, 900 W, 1000 W, 1200 W} }
noun kettle "kettle" : appliance { price: $15..$90 by $5, power: {1500 W, 1800 W, 2000 W, 2200 W} }
noun blender "blender" : appliance { price: $25..$150 by $5, power: {300 W, 400 W, 500 W, 600 W} }
noun microwave_oven "microwave oven" : appliance {
  price: $60..$250 by $5
  power: {700 W, 800 W, 900 W, 1000 W}
}
noun washing_machine "washing machine" : appliance {
  price: $250..$900 by $10
  power: {1800 W, 2000 W, 2200 W}
}
noun dishwasher "dishwasher" : appliance {
  price: $250..$900 by $10
  power: {1200 W, 1500 W, 1800 W}
}
noun vacuum_cleaner "vacuum cleaner" : appliance {
  price: $60..$400 by $10
  power: {600 W, 700 W, 800 W, 900 W}
}
noun fan_heater "fan heater" : appliance { price: $20..$90 by $5, power: {1000 W, 1500 W, 2000 W} }
noun hairdryer "hairdryer" : appliance {
  price: $15..$90 by $5
  power: {1000 W, 1200 W, 1600 W, 1800 W}
}
noun television "television" : appliance {
  price: $150..$1500 by $10
  power: {60 W, 80 W, 100 W, 120 W}
}

noun kitchen_item "kitchen utensil" : possession { price: $2..$60 by $0.50 }
noun pot "pot" : kitchen_item { price: $10..$80 by $1, capacity: 2 L..8 L by 0.5 L }
noun pan "pan" : kitchen_item { price: $10..$80 by $1 }
noun bowl "bowl" : kitchen_item { price: $2..$25 by $0.50, capacity: 0.3 L..3 L by 0.1 L }
noun cup "cup" : kitchen_item { price: $2..$20 by $0.50, capacity: 150 mL..300 mL by 10 mL }
noun saucer "saucer" : kitchen_item { price: $2..$10 by $0.50 }
noun jug "jug" : kitchen_item { price: $4..$30 by $0.50, capacity: 0.5 L..2.5 L by 0.5 L }
noun teapot "teapot" : kitchen_item { price: $10..$50 by $1, capacity: 0.5 L..2 L by 0.5 L }
noun napkin "napkin" : kitchen_item { price: $0.05..$1.00 by $0.05 }
noun baking_tray "baking tray" : kitchen_item { price: $5..$30 by $0.50 }
noun lunch_box "lunch box" "lunch boxes" : kitchen_item { price: $4..$25 by $0.50 }
noun chopstick_pair "pair of chopsticks" "pairs of chopsticks" : kitchen_item {
  price: $0.50..$5.00 by $0.50
}

noun hygiene_item "bathroom item" : possession { price: $1..$20 by $0.25 }
noun soap_bar "bar of soap" "bars of soap" : hygiene_item { price: $1..$6 by $0.25 }
noun toothbrush "toothbrush" "toothbrushes" : hygiene_item { price: $1..$8 by $0.25 }
noun toothpaste_tube "tube of toothpaste" "tubes of toothpaste" : hygiene_item {
  price: $1..$8 by $0.25
}
noun shampoo_bottle "bottle of shampoo" "bottles of shampoo" : hygiene_item {
  price: $2..$15 by $0.25
}
noun comb "comb" : hygiene_item { price: $1..$8 by $0.25 }
noun tissue_box "box of tissues" "boxes of tissues" : hygiene_item { price: $1..$5 by $0.25 }
noun toilet_roll "roll of toilet paper" "rolls of toilet paper" : hygiene_item {
  price: $0.25..$2.00 by $0.25
}

noun tray "tray" : container { holds: {6, 8, 10, 12, 20, 24, 30} }
noun can "can" : container { capacity: {250 mL, 330 mL, 400 mL, 500 mL} }
noun tin "tin" : container
noun barrel "barrel" : container { capacity: 50 L..200 L by 10 L }
noun sack "sack" : container { capacity: 20 L..80 L by 10 L }
noun tub "tub" : container { capacity: 1 L..20 L }
noun tube "tube" : container
noun suitcase "suitcase" : container { capacity: 30 L..100 L by 5 L, price: $30..$200 by $5 }
noun pitcher "pitcher" : container { capacity: 1 L..3 L by 0.5 L }
noun bathtub "bathtub" : container { capacity: 120 L..250 L by 10 L }
noun aquarium "aquarium" "aquariums" : container { capacity: 20 L..200 L by 5 L }
noun bin "bin" : container { capacity: 10 L..120 L by 10 L }
noun pack "pack" : container { holds: {4, 5, 6, 8, 10, 12, 20} }
noun bundle "bundle" : container { holds: {5, 6, 8, 10, 12, 20, 25} }
noun stack "stack" : container { holds: 5..30 }
noun row "row" : container { holds: 4..20 }
noun pile "pile" : container { holds: 5..40 }
noun piggy_bank "piggy bank" : container { price: $3..$20 by $0.50 }
noun dozen "dozen" "dozen" : thing { holds: {12} }
noun pallet "pallet" : container { holds: {20, 24, 30, 36, 40, 48, 60} }

noun door "door" : thing
noun window "window" : thing
noun wall "wall" : thing
noun stair "stair" : thing
noun key "key" : possession
noun load "load of laundry" "loads of laundry" : thing
noun chore "chore" : thing
