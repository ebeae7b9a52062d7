mspec 1
# Tools and what is used up with them; materials, some with the density that tables give for them.

use units.si

noun tool "tool" : possession { price: $3..$120 by $0.50 }
noun hammer "hammer" : tool { price: $8..$35 by $0.50, mass: 0.3 kg..1.5 kg by 0.1 kg }
noun saw "saw" : tool { price: $8..$40 by $0.50 }
noun screwdriver "screwdriver" : tool { price: $3..$20 by $0.50 }
noun wrench "wrench" "wrenches" : tool { price: $5..$40 by $0.50 }
noun drill "drill" : tool { price: $30..$200 by $5, mass: 1 kg..3 kg by 0.1 kg }
noun axe "axe" : tool { price: $15..$70 by $1 }
noun shovel "shovel" : tool { price: $10..$50 by $1 }
noun rake "rake" : tool { price: $8..$40 by $1 }
noun hoe "hoe" : tool { price: $8..$40 by $1 }
noun wheelbarrow "wheelbarrow" : tool { price: $40..$180 by $5, mass: 10 kg..25 kg }
noun ladder "ladder" : tool { price: $40..$300 by $5, mass: 5 kg..25 kg }
noun paint_roller "paint roller" : tool { price: $4..$20 by $0.50 }
noun tape_measure "tape measure" : tool { price: $3..$20 by $0.50 }
noun pliers "pair of pliers" "pairs of pliers" : tool { price: $5..$30 by $0.50 }
noun watering_can "watering can" : tool { price: $5..$30 by $0.50 }
noun hose "hose" : tool { price: $10..$60 by $1 }
noun toolbox "toolbox" "toolboxes" : tool { price: $15..$90 by $1 }
noun torch "torch" "torches" : tool { price: $5..$50 by $1 }
noun broom "broom" : tool { price: $5..$25 by $0.50 }
noun mop "mop" : tool { price: $5..$25 by $0.50 }
noun sewing_machine "sewing machine" : tool { price: $80..$500 by $10 }

noun hardware_item "item of hardware" "items of hardware" : possession {
  price: $0.05..$10.00 by $0.05
}
noun screw "screw" : hardware_item { price: $0.05..$0.50 by $0.05 }
noun bolt "bolt" : hardware_item { price: $0.10..$1.00 by $0.05 }
noun hinge "hinge" : hardware_item { price: $1..$8 by $0.25 }
noun hook "hook" : hardware_item { price: $0.50..$5.00 by $0.25 }
noun metal_chain "chain" : hardware_item { price: $2..$10 by $0.50 }
noun plank "plank" : hardware_item { price: $3..$30 by $0.50, mass: 2 kg..15 kg }
noun wooden_board "wooden board" : hardware_item { price: $3..$30 by $0.50 }
noun fence_post "fence post" : hardware_item { price: $5..$25 by $0.50 }
noun fence_panel "fence panel" : hardware_item { price: $15..$60 by $1 }
noun pipe "pipe" : hardware_item { price: $3..$30 by $0.50 }
noun paving_stone "paving stone" : hardware_item { price: $2..$12 by $0.25, mass: 10 kg..40 kg }
noun light_bulb "light bulb" : hardware_item { price: $1..$10 by $0.25 }
noun paint_tin "tin of paint" "tins of paint" : hardware_item { price: $10..$60 by $1 }
noun wallpaper_roll "roll of wallpaper" "rolls of wallpaper" : hardware_item {
  price: $10..$50 by $1
}
noun tape_roll "roll of tape" "rolls of tape" : hardware_item { price: $1..$8 by $0.25 }
noun cement_bag "bag of cement" "bags of cement" : hardware_item {
  price: $5..$15 by $0.50
  mass: {20 kg, 25 kg, 40 kg}
}

noun material "material" : thing uncountable
noun wood "wood" : material uncountable { density: 450 kg/m^3..750 kg/m^3 by 50 kg/m^3 }
noun pine_wood "pine wood" : wood uncountable { density: {500 kg/m^3} }
noun oak_wood "oak wood" : wood uncountable { density: {700 kg/m^3} }
noun cork "cork" : material uncountable { density: {240 kg/m^3} }
noun metal "metal" : material uncountable
noun iron "iron" : metal uncountable { density: {7870 kg/m^3} }
noun steel "steel" : metal uncountable { density: {7850 kg/m^3} }
noun copper "copper" : metal uncountable { density: {8960 kg/m^3} }
noun aluminium "aluminium" : metal uncountable { density: {2700 kg/m^3} }
noun brass "brass" : metal uncountable { density: {8500 kg/m^3} }
noun lead "lead" : metal uncountable { density: {11340 kg/m^3} }
noun silver "silver" : metal uncountable { density: {10490 kg/m^3} }
noun gold "gold" : metal uncountable { density: {19320 kg/m^3} }
noun window_glass "glass" : material uncountable { density: {2500 kg/m^3} }
noun plastic "plastic" : material uncountable
noun rubber "rubber" : material uncountable { density: {1100 kg/m^3} }
noun concrete "concrete" : material uncountable { density: {2400 kg/m^3} }
noun cement "cement" : material uncountable
noun sand "sand" : material uncountable { density: {1600 kg/m^3} }
noun gravel "gravel" : material uncountable { density: {1700 kg/m^3} }
noun clay "clay" : material uncountable { density: {1800 kg/m^3} }
noun soil "soil" : material uncountable { density: {1300 kg/m^3} }
noun stone "stone" : material uncountable { density: {2600 kg/m^3} }
noun marble_stone "marble" : material uncountable { density: {2700 kg/m^3} }
noun ice "ice" : material uncountable { density: {917 kg/m^3} }
noun wax "wax" : material uncountable { density: {900 kg/m^3} }
noun paper "paper" : material uncountable { density: {800 kg/m^3} }
noun cardboard "cardboard" : material uncountable
noun paint "paint" : material uncountable { density: {1300 kg/m^3} }
noun glue "glue" : material uncountable
noun fabric "fabric" : material uncountable
noun cotton "cotton" : fabric uncountable
noun wool "wool" : fabric uncountable
noun silk "silk" : fabric uncountable
noun linen "linen" : fabric uncountable
noun leather "leather" : material uncountable
