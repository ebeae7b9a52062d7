mspec 1
# Food and drink, with prices of a single piece that are easy to believe.

noun food "item of food" "items of food" : thing

noun pastry "pastry" "pastries" : food { price: $0.50..$6.00 by $0.25 }
noun muffin "muffin" : pastry { price: $0.50..$6.00 by $0.25 }
noun bagel "bagel" : pastry { price: $0.50..$6.00 by $0.25 }
noun cookie "cookie" : pastry { price: $0.50..$6.00 by $0.25 }
noun eclair "eclair" : pastry { price: $0.50..$6.00 by $0.25 }
noun croissant "croissant" : pastry { price: $1.00..$5.00 by $0.25 }
noun doughnut "doughnut" : pastry { price: $0.75..$4.00 by $0.25 }
noun scone "scone" : pastry { price: $1.00..$5.00 by $0.25 }
noun brownie "brownie" : pastry { price: $1.00..$5.00 by $0.25 }
noun cupcake "cupcake" : pastry { price: $1.00..$5.00 by $0.25 }
noun pretzel "pretzel" : pastry { price: $0.75..$4.00 by $0.25 }
noun pie "pie" : food { price: $6..$30 by $0.50 }
noun cake "cake" : food { price: $8..$60 by $1 }
noun loaf "loaf of bread" "loaves of bread" : food { price: $1.50..$7.00 by $0.25 }
noun bread_roll "bread roll" : food { price: $0.25..$1.50 by $0.05 }

noun fruit "piece of fruit" "pieces of fruit" : food { price: $0.20..$3.00 by $0.05 }
noun apple "apple" : fruit { price: $0.20..$1.50 by $0.05 }
noun orange "orange" : fruit { price: $0.25..$1.50 by $0.05 }
noun banana "banana" : fruit { price: $0.10..$0.80 by $0.05 }
noun pear "pear" : fruit { price: $0.30..$1.50 by $0.05 }
noun peach "peach" "peaches" : fruit { price: $0.30..$2.00 by $0.05 }
noun plum "plum" : fruit { price: $0.15..$1.00 by $0.05 }
noun lemon "lemon" : fruit { price: $0.20..$1.20 by $0.05 }
noun lime "lime" : fruit { price: $0.20..$1.00 by $0.05 }
noun kiwi "kiwi" "kiwis" : fruit { price: $0.25..$1.20 by $0.05 }
noun mango "mango" "mangoes" : fruit { price: $0.75..$3.00 by $0.25 }
noun avocado "avocado" "avocados" : fruit { price: $0.75..$3.00 by $0.25 }
noun melon "melon" : fruit { price: $2.00..$7.00 by $0.25 }
noun pineapple "pineapple" : fruit { price: $2.00..$6.00 by $0.25 }
noun berry "berry" "berries" : fruit
noun strawberry "strawberry" "strawberries" : berry
noun blueberry "blueberry" "blueberries" : berry
noun raspberry "raspberry" "raspberries" : berry
noun cherry "cherry" "cherries" : fruit
noun grape "grape" : fruit

noun vegetable "vegetable" : food { price: $0.20..$4.00 by $0.05 }
noun potato "potato" "potatoes" : vegetable { price: $0.15..$1.00 by $0.05 }
noun tomato "tomato" "tomatoes" : vegetable { price: $0.20..$1.50 by $0.05 }
noun carrot "carrot" : vegetable { price: $0.10..$0.80 by $0.05 }
noun onion "onion" : vegetable { price: $0.20..$1.20 by $0.05 }
noun pepper "pepper" : vegetable { price: $0.50..$2.50 by $0.05 }
noun cucumber "cucumber" : vegetable { price: $0.50..$2.50 by $0.05 }
noun pumpkin "pumpkin" : vegetable { price: $3..$12 by $0.50 }
noun cabbage "cabbage" : vegetable { price: $1.00..$4.00 by $0.25 }
noun radish "radish" "radishes" : vegetable
noun bean "bean" : vegetable

noun meal "meal" : food { price: $5..$40 by $0.50 }
noun sandwich "sandwich" "sandwiches" : food { price: $3.00..$12.00 by $0.25 }
noun pizza "pizza" : food { price: $6..$24 by $0.50 }
noun pizza_slice "slice of pizza" "slices of pizza" : food { price: $1.50..$5.00 by $0.25 }
noun burger "burger" : food { price: $3.00..$15.00 by $0.25 }
noun taco "taco" "tacos" : food { price: $1.50..$6.00 by $0.25 }
noun salad "salad" : food { price: $4.00..$14.00 by $0.25 }
noun dumpling "dumpling" : food { price: $0.50..$2.00 by $0.25 }
noun pancake "pancake" : food { price: $1.00..$4.00 by $0.25 }
noun egg "egg" : food { price: $0.15..$0.80 by $0.05 }
noun samosa "samosa" : food { price: $0.75..$3.00 by $0.25 }
noun ice_cream "ice cream" : food { price: $1.50..$6.00 by $0.25 }

noun sweet "sweet" : food { price: $0.05..$0.50 by $0.05 }
noun lollipop "lollipop" : sweet { price: $0.10..$1.00 by $0.05 }
noun chocolate_bar "chocolate bar" : sweet { price: $0.75..$4.00 by $0.25 }
noun marshmallow "marshmallow" : sweet

noun drink "drink" : thing { price: $1.00..$6.00 by $0.25 }
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
