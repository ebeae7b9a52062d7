mspec 1
# Animals and plants beyond lexicon.things; grown animals with the mass and the number of legs that one may expect.

use units.si
use lexicon.things

noun mammal "mammal" : animal { legs: {4} }
noun reptile "reptile" : animal
noun insect "insect" : animal { legs: {6} }
noun sea_animal "sea animal" : animal
noun pet "pet" : animal

noun bear "bear" : mammal { mass: 80 kg..300 kg by 10 kg, legs: {4} }
noun camel "camel" : mammal { mass: 400 kg..700 kg by 10 kg, legs: {4} }
noun deer "deer" "deer" : mammal { mass: 50 kg..150 kg by 5 kg, legs: {4} }
noun donkey "donkey" "donkeys" : mammal { mass: 150 kg..300 kg by 10 kg, legs: {4} }
noun fox "fox" "foxes" : mammal { mass: 4 kg..10 kg, legs: {4} }
noun giraffe "giraffe" : mammal { mass: 700 kg..1300 kg by 50 kg, legs: {4} }
noun hedgehog "hedgehog" : mammal { legs: {4} }
noun kangaroo "kangaroo" "kangaroos" : mammal { mass: 25 kg..85 kg by 5 kg, legs: {2} }
noun lamb "lamb" : mammal { mass: 4 kg..30 kg, legs: {4} }
noun lion "lion" : mammal { mass: 120 kg..220 kg by 10 kg, legs: {4} }
noun llama "llama" : mammal { mass: 120 kg..200 kg by 10 kg, legs: {4} }
noun monkey "monkey" "monkeys" : mammal { mass: 4 kg..12 kg, legs: {2} }
noun otter "otter" : mammal { mass: 5 kg..12 kg, legs: {4} }
noun panda "panda" : mammal { mass: 70 kg..120 kg by 5 kg, legs: {4} }
noun piglet "piglet" : mammal { mass: 2 kg..15 kg, legs: {4} }
noun pony "pony" "ponies" : mammal { mass: 150 kg..350 kg by 10 kg, legs: {4} }
noun puppy "puppy" "puppies" : pet { mass: 2 kg..12 kg, legs: {4} }
noun kitten "kitten" : pet { legs: {4} }
noun guinea_pig "guinea pig" : pet { legs: {4} }
noun squirrel "squirrel" : mammal { legs: {4} }
noun tiger "tiger" : mammal { mass: 100 kg..250 kg by 10 kg, legs: {4} }
noun wolf "wolf" "wolves" : mammal { mass: 25 kg..60 kg by 5 kg, legs: {4} }
noun yak "yak" : mammal { mass: 300 kg..600 kg by 10 kg, legs: {4} }
noun zebra "zebra" : mammal { mass: 200 kg..350 kg by 10 kg, legs: {4} }
noun bat_animal "bat" : mammal { legs: {2} }
noun calf "calf" "calves" : mammal { mass: 40 kg..150 kg by 5 kg, legs: {4} }

noun eagle "eagle" : bird { legs: {2} }
noun hen "hen" : bird { legs: {2} }
noun chick "chick" : bird { legs: {2} }
noun flamingo "flamingo" "flamingos" : bird { legs: {2} }
noun ostrich "ostrich" "ostriches" : bird { mass: 90 kg..140 kg by 5 kg, legs: {2} }
noun parrot "parrot" : bird { legs: {2} }
noun peacock "peacock" : bird { legs: {2} }
noun penguin "penguin" : bird { mass: 5 kg..35 kg by 5 kg, legs: {2} }
noun pigeon "pigeon" : bird { legs: {2} }
noun robin "robin" : bird { legs: {2} }
noun sparrow "sparrow" : bird { legs: {2} }
noun swan "swan" : bird { mass: 8 kg..14 kg, legs: {2} }
noun turkey "turkey" "turkeys" : bird { mass: 5 kg..14 kg, legs: {2} }

noun crocodile "crocodile" : reptile { mass: 200 kg..500 kg by 10 kg, legs: {4} }
noun lizard "lizard" : reptile { legs: {4} }
noun snake "snake" : reptile
noun tortoise "tortoise" : reptile { legs: {4} }
noun turtle "turtle" : reptile
noun frog "frog" : animal { legs: {4} }

noun beetle "beetle" : insect
noun cricket_insect "cricket" : insect
noun dragonfly "dragonfly" "dragonflies" : insect
noun ladybird "ladybird" : insect
noun moth "moth" : insect
noun caterpillar "caterpillar" : insect
noun spider "spider" : animal { legs: {8} }
noun snail "snail" : animal
noun worm "worm" : animal

noun crab "crab" : sea_animal { legs: {10} }
noun dolphin "dolphin" : sea_animal { mass: 100 kg..250 kg by 10 kg }
noun goldfish "goldfish" "goldfish" : sea_animal
noun jellyfish "jellyfish" "jellyfish" : sea_animal
noun octopus "octopus" "octopuses" : sea_animal { arms: {8} }
noun salmon "salmon" "salmon" : sea_animal { mass: 2 kg..12 kg }
noun seal "seal" : sea_animal { mass: 60 kg..150 kg by 10 kg }
noun shark "shark" : sea_animal
noun starfish "starfish" "starfish" : sea_animal { arms: {5} }
noun trout "trout" "trout" : sea_animal { mass: 0.5 kg..4 kg by 0.5 kg }
noun whale "whale" : sea_animal

noun bush "bush" "bushes" : plant { price: $8..$50 by $1 }
noun cactus "cactus" "cactuses" : plant { price: $3..$30 by $0.50 }
noun fern "fern" : plant { price: $4..$25 by $0.50 }
noun seedling "seedling" : plant { price: $0.50..$4.00 by $0.25 }
noun herb "herb" : plant { price: $1..$6 by $0.25 }
noun sunflower "sunflower" : flower { price: $1..$6 by $0.25 }
noun daisy "daisy" "daisies" : flower { price: $0.50..$4.00 by $0.25 }
noun lily "lily" "lilies" : flower { price: $1..$8 by $0.25 }
noun orchid "orchid" : flower { price: $5..$40 by $0.50 }
noun daffodil "daffodil" : flower { price: $0.50..$4.00 by $0.25 }
noun carnation "carnation" : flower { price: $0.50..$5.00 by $0.25 }
noun bouquet "bouquet" : possession { price: $8..$60 by $1 }
noun petal "petal" : thing
noun apple_tree "apple tree" : tree
noun cherry_tree "cherry tree" : tree
noun lemon_tree "lemon tree" : tree
noun oak "oak" "oaks" : tree
noun pine "pine" "pines" : tree
noun birch "birch" "birches" : tree
noun palm "palm tree" : tree

noun nest "nest" : thing
noun beehive "beehive" : thing
noun pond "pond" : thing
noun flower_bed "flower bed" : thing
noun seed_packet "packet of seeds" "packets of seeds" : possession { price: $1..$5 by $0.25 }
noun star "star" : thing
noun planet "planet" : thing
noun moon "moon" : thing
noun cloud "cloud" : thing
noun storm "storm" : thing
noun rock "rock" : possession
noun pebble "pebble" : possession
noun shell "shell" : possession
noun snowball "snowball" : thing
noun snowflake "snowflake" : thing
noun fossil "fossil" : possession
