mspec 1
# Food and drink, with what is easy to believe of a single piece: `price`, `mass`, and `batch`, how many one buys at once.

use units.si

noun food "item of food" "items of food" : possession

noun pastry "pastry" "pastries" : food { price: $0.50..$6.00 by $0.25, batch: 2..24 }
noun muffin "muffin" : pastry { price: $0.50..$6.00 by $0.25, mass: 60 g..120 g by 10 g }
noun bagel "bagel" : pastry { price: $0.50..$6.00 by $0.25, mass: 80 g..120 g by 10 g }
noun cookie "cookie" : pastry { price: $0.50..$6.00 by $0.25, mass: 15 g..40 g by 5 g }
noun eclair "eclair" : pastry { price: $0.50..$6.00 by $0.25 }
noun croissant "croissant" : pastry { price: $1.00..$5.00 by $0.25, mass: 50 g..90 g by 10 g }
noun doughnut "doughnut" : pastry { price: $0.75..$4.00 by $0.25, mass: 50 g..90 g by 10 g }
noun scone "scone" : pastry { price: $1.00..$5.00 by $0.25 }
noun brownie "brownie" : pastry { price: $1.00..$5.00 by $0.25 }
noun cupcake "cupcake" : pastry { price: $1.00..$5.00 by $0.25 }
noun pretzel "pretzel" : pastry { price: $0.75..$4.00 by $0.25 }
noun pie "pie" : food { price: $6..$30 by $0.50, batch: 1..6 }
noun cake "cake" : food { price: $8..$60 by $1, batch: 1..4 }
noun loaf "loaf of bread" "loaves of bread" : food {
  price: $1.50..$7.00 by $0.25
  mass: 400 g..800 g by 50 g
}
noun bread_roll "bread roll" : food { price: $0.25..$1.50 by $0.05, mass: 40 g..80 g by 10 g }

noun fruit "piece of fruit" "pieces of fruit" : food { price: $0.20..$3.00 by $0.05, batch: 2..15 }
noun apple "apple" : fruit { price: $0.20..$1.50 by $0.05, mass: 120 g..220 g by 10 g }
noun orange "orange" : fruit { price: $0.25..$1.50 by $0.05, mass: 130 g..250 g by 10 g }
noun banana "banana" : fruit { price: $0.10..$0.80 by $0.05, mass: 90 g..150 g by 10 g }
noun pear "pear" : fruit { price: $0.30..$1.50 by $0.05, mass: 140 g..230 g by 10 g }
noun peach "peach" "peaches" : fruit { price: $0.30..$2.00 by $0.05, mass: 110 g..180 g by 10 g }
noun plum "plum" : fruit { price: $0.15..$1.00 by $0.05, mass: 40 g..80 g by 10 g }
noun lemon "lemon" : fruit { price: $0.20..$1.20 by $0.05, mass: 80 g..140 g by 10 g }
noun lime "lime" : fruit { price: $0.20..$1.00 by $0.05, mass: 50 g..90 g by 10 g }
noun kiwi "kiwi" "kiwis" : fruit { price: $0.25..$1.20 by $0.05, mass: 60 g..110 g by 10 g }
noun mango "mango" "mangoes" : fruit { price: $0.75..$3.00 by $0.25, mass: 200 g..400 g by 10 g }
noun avocado "avocado" "avocados" : fruit {
  price: $0.75..$3.00 by $0.25
  mass: 150 g..280 g by 10 g
}
noun melon "melon" : fruit { price: $2.00..$7.00 by $0.25, mass: 1000 g..2000 g by 100 g }
noun pineapple "pineapple" : fruit { price: $2.00..$6.00 by $0.25, mass: 900 g..1800 g by 100 g }
noun berry "berry" "berries" : fruit
noun strawberry "strawberry" "strawberries" : berry
noun blueberry "blueberry" "blueberries" : berry
noun raspberry "raspberry" "raspberries" : berry
noun cherry "cherry" "cherries" : fruit
noun grape "grape" : fruit

noun vegetable "vegetable" : food { price: $0.20..$4.00 by $0.05, batch: 2..15 }
noun potato "potato" "potatoes" : vegetable {
  price: $0.15..$1.00 by $0.05
  mass: 80 g..250 g by 10 g
}
noun tomato "tomato" "tomatoes" : vegetable {
  price: $0.20..$1.50 by $0.05
  mass: 80 g..180 g by 10 g
}
noun carrot "carrot" : vegetable { price: $0.10..$0.80 by $0.05, mass: 50 g..120 g by 10 g }
noun onion "onion" : vegetable { price: $0.20..$1.20 by $0.05, mass: 80 g..200 g by 10 g }
noun pepper "pepper" : vegetable { price: $0.50..$2.50 by $0.05, mass: 120 g..200 g by 10 g }
noun cucumber "cucumber" : vegetable { price: $0.50..$2.50 by $0.05, mass: 250 g..450 g by 10 g }
noun pumpkin "pumpkin" : vegetable { price: $3..$12 by $0.50, mass: 2000 g..6000 g by 500 g }
noun cabbage "cabbage" : vegetable { price: $1.00..$4.00 by $0.25, mass: 700 g..1500 g by 100 g }
noun radish "radish" "radishes" : vegetable
noun bean "bean" : vegetable

noun meal "meal" : food { price: $5..$40 by $0.50, batch: 1..10 }
noun sandwich "sandwich" "sandwiches" : food { price: $3.00..$12.00 by $0.25, batch: 2..12 }
noun pizza "pizza" : food { price: $6..$24 by $0.50, mass: 300 g..600 g by 50 g, batch: 1..12 }
noun pizza_slice "slice of pizza" "slices of pizza" : food { price: $1.50..$5.00 by $0.25 }
noun burger "burger" : food { price: $3.00..$15.00 by $0.25 }
noun taco "taco" "tacos" : food { price: $1.50..$6.00 by $0.25 }
noun salad "salad" : food { price: $4.00..$14.00 by $0.25 }
noun dumpling "dumpling" : food { price: $0.50..$2.00 by $0.25 }
noun pancake "pancake" : food { price: $1.00..$4.00 by $0.25 }
noun egg "egg" : food {
  price: $0.15..$0.80 by $0.05
  mass: 50 g..70 g by 5 g
  batch: {6, 10, 12, 18, 24, 30}
}
noun samosa "samosa" : food { price: $0.75..$3.00 by $0.25 }
noun ice_cream "ice cream" : food { price: $1.50..$6.00 by $0.25 }

noun sweet "sweet" : food { price: $0.05..$0.50 by $0.05, batch: 5..60 }
noun lollipop "lollipop" : sweet { price: $0.10..$1.00 by $0.05 }
noun chocolate_bar "chocolate bar" : sweet {
  price: $0.75..$4.00 by $0.25
  mass: {40 g, 50 g, 80 g, 100 g, 200 g}
}
noun marshmallow "marshmallow" : sweet

noun drink "drink" : possession { price: $1.00..$6.00 by $0.25, batch: 2..12 }
noun juice_carton "carton of juice" "cartons of juice" : drink { price: $0.75..$4.00 by $0.25 }
noun lemonade_glass "glass of lemonade" "glasses of lemonade" : drink {
  price: $0.25..$3.00 by $0.25
}
noun water_bottle "bottle of water" "bottles of water" : drink { price: $0.50..$3.00 by $0.25 }
noun coffee_cup "cup of coffee" "cups of coffee" : drink { price: $1.50..$6.00 by $0.25 }
noun tea_cup "cup of tea" "cups of tea" : drink { price: $1.00..$5.00 by $0.25 }
noun milkshake "milkshake" : drink { price: $2.00..$8.00 by $0.25 }

noun ingredient "ingredient" : thing
noun flour "flour" : ingredient uncountable
noun sugar "sugar" : ingredient uncountable
noun rice "rice" : ingredient uncountable
noun salt "salt" : ingredient uncountable
noun butter "butter" : ingredient uncountable
noun milk "milk" : ingredient uncountable
noun oil "oil" : ingredient uncountable
noun honey "honey" : ingredient uncountable

noun waffle "waffle" : pastry { price: $1.50..$5.00 by $0.25 }
noun cinnamon_roll "cinnamon roll" : pastry { price: $1.50..$5.00 by $0.25 }
noun fruit_tart "fruit tart" : pastry { price: $2..$6 by $0.25 }
noun macaron "macaron" : pastry { price: $1..$3 by $0.25 }
noun baguette "baguette" : pastry { price: $1..$4 by $0.25, mass: {200 g, 250 g, 300 g} }
noun flatbread "flatbread" : pastry { price: $0.50..$3.00 by $0.25 }
noun cracker "cracker" : food
noun biscuit "biscuit" : pastry { price: $0.10..$1.00 by $0.05, mass: 5 g..20 g by 5 g }

noun apricot "apricot" : fruit { price: $0.20..$1.00 by $0.05, mass: 40 g..70 g by 10 g }
noun fig "fig" : fruit { price: $0.30..$1.50 by $0.05, mass: 40 g..70 g by 10 g }
noun date_fruit "date" : fruit { price: $0.10..$0.60 by $0.05 }
noun coconut "coconut" : fruit { price: $1.50..$5.00 by $0.25, mass: 500 g..900 g by 50 g }
noun papaya "papaya" : fruit { price: $1.50..$5.00 by $0.25, mass: 400 g..900 g by 50 g }
noun guava "guava" : fruit { price: $0.30..$1.50 by $0.05 }
noun pomegranate "pomegranate" : fruit { price: $1..$4 by $0.25, mass: 200 g..400 g by 10 g }
noun watermelon "watermelon" : fruit { price: $3..$10 by $0.50, mass: 3000 g..8000 g by 500 g }
noun tangerine "tangerine" : fruit { price: $0.20..$1.00 by $0.05, mass: 70 g..120 g by 10 g }
noun cranberry "cranberry" "cranberries" : berry
noun blackberry "blackberry" "blackberries" : berry
noun olive "olive" : fruit

noun aubergine "aubergine" : vegetable { price: $0.80..$3.00 by $0.05, mass: 250 g..400 g by 10 g }
noun courgette "courgette" : vegetable { price: $0.50..$2.00 by $0.05, mass: 150 g..300 g by 10 g }
noun cauliflower "cauliflower" : vegetable {
  price: $1.50..$5.00 by $0.25
  mass: 600 g..1200 g by 100 g
}
noun broccoli_head "head of broccoli" "heads of broccoli" : vegetable { price: $1..$4 by $0.25 }
noun lettuce "lettuce" : vegetable { price: $0.80..$3.00 by $0.05, mass: 250 g..450 g by 10 g }
noun corn_cob "cob of corn" "cobs of corn" : vegetable { price: $0.40..$1.50 by $0.05 }
noun leek "leek" : vegetable { price: $0.50..$2.00 by $0.05 }
noun garlic_bulb "bulb of garlic" "bulbs of garlic" : vegetable { price: $0.30..$1.50 by $0.05 }
noun sweet_potato "sweet potato" "sweet potatoes" : vegetable {
  price: $0.40..$2.00 by $0.05
  mass: 150 g..350 g by 10 g
}
noun beetroot "beetroot" : vegetable { price: $0.30..$1.50 by $0.05, mass: 80 g..200 g by 10 g }
noun turnip "turnip" : vegetable { price: $0.30..$1.50 by $0.05 }
noun mushroom "mushroom" : vegetable
noun pea "pea" : vegetable
noun chilli "chilli" "chillies" : vegetable

noun sausage "sausage" : food { price: $0.60..$3.00 by $0.05 }
noun hot_dog "hot dog" : food { price: $2..$7 by $0.25 }
noun wrap "wrap" : food { price: $4..$12 by $0.25 }
noun spring_roll "spring roll" : food { price: $0.75..$3.00 by $0.25 }
noun sushi_roll "sushi roll" : food { price: $3..$9 by $0.25 }
noun omelette "omelette" : food { price: $4..$12 by $0.25 }
noun bowl_of_soup "bowl of soup" "bowls of soup" : food { price: $3..$10 by $0.25 }
noun bowl_of_rice "bowl of rice" "bowls of rice" : food { price: $2..$6 by $0.25 }
noun plate_of_pasta "plate of pasta" "plates of pasta" : food { price: $6..$18 by $0.50 }
noun falafel_wrap "falafel wrap" : food { price: $4..$12 by $0.25 }
noun popcorn_bag "bag of popcorn" "bags of popcorn" : food { price: $1..$7 by $0.25 }
noun crisps_packet "packet of crisps" "packets of crisps" : food { price: $0.50..$3.00 by $0.25 }
noun fish_fillet "fish fillet" : food { price: $3..$12 by $0.25 }
noun cheese_slice "slice of cheese" "slices of cheese" : food
noun bread_slice "slice of bread" "slices of bread" : food
noun cake_slice "slice of cake" "slices of cake" : food { price: $2..$7 by $0.25 }
noun yoghurt_pot "pot of yoghurt" "pots of yoghurt" : food { price: $0.50..$3.00 by $0.25 }
noun jam_jar "jar of jam" "jars of jam" : food { price: $2..$8 by $0.25 }
noun honey_jar "jar of honey" "jars of honey" : food { price: $3..$15 by $0.50 }
noun nut "nut" : food
noun walnut "walnut" : nut
noun almond "almond" : nut
noun hazelnut "hazelnut" : nut
noun peanut "peanut" : nut
noun raisin "raisin" : food

noun caramel "caramel" : sweet { price: $0.10..$0.60 by $0.05 }
noun mint_sweet "mint" : sweet
noun chocolate_piece "chocolate" "chocolates" : sweet { price: $0.20..$2.00 by $0.05 }
noun gummy_bear "gummy bear" : sweet
noun fudge_piece "piece of fudge" "pieces of fudge" : sweet { price: $0.25..$2.00 by $0.25 }

noun milk_carton "carton of milk" "cartons of milk" : drink { price: $1..$4 by $0.25 }
noun juice_bottle "bottle of juice" "bottles of juice" : drink { price: $1..$5 by $0.25 }
noun soda_can "can of soda" "cans of soda" : drink { price: $0.75..$3.00 by $0.25 }
noun hot_chocolate "cup of hot chocolate" "cups of hot chocolate" : drink {
  price: $1.50..$5.00 by $0.25
}
noun smoothie "smoothie" : drink { price: $3..$9 by $0.25 }
noun water "water" : thing uncountable
noun juice "juice" : thing uncountable
noun orange_juice "orange juice" : juice uncountable
noun apple_juice "apple juice" : juice uncountable
noun lemonade "lemonade" : thing uncountable
noun coffee "coffee" : thing uncountable
noun tea "tea" : thing uncountable

noun bread "bread" : ingredient uncountable
noun cheese "cheese" : ingredient uncountable
noun meat "meat" : ingredient uncountable
noun pasta "pasta" : ingredient uncountable
noun yeast "yeast" : ingredient uncountable
noun cocoa "cocoa" : ingredient uncountable
noun cream "cream" : ingredient uncountable
noun yoghurt "yoghurt" : ingredient uncountable
noun vinegar "vinegar" : ingredient uncountable
noun syrup "syrup" : ingredient uncountable
noun jam "jam" : ingredient uncountable
noun chocolate "chocolate" : ingredient uncountable
noun cinnamon "cinnamon" : ingredient uncountable
noun dough "dough" : ingredient uncountable
noun lentil "lentil" : ingredient
