mspec 1
# Everyday things: toys, clothes, the house, vehicles, animals, plants, containers, tickets.

noun toy "toy" : possession { price: $2..$60 by $0.50 }
noun marble "marble" : toy { price: $0.05..$1.00 by $0.05 }
noun bead "bead" : toy { price: $0.05..$1.00 by $0.05 }
noun ball "ball" : toy { price: $2..$40 by $0.50 }
noun doll "doll" : toy { price: $5..$60 by $0.50 }
noun die "die" "dice" : toy { price: $0.25..$3.00 by $0.25 }
noun kite "kite" : toy { price: $4..$40 by $0.50 }
noun puzzle "puzzle" : toy { price: $5..$40 by $0.50 }
noun yo_yo "yo-yo" "yo-yos" : toy { price: $2..$20 by $0.50 }
noun balloon "balloon" : toy { price: $0.10..$2.00 by $0.05 }
noun board_game "board game" : toy { price: $10..$70 by $1 }
noun trading_card "trading card" : toy { price: $0.10..$20.00 by $0.10 }
noun stamp "stamp" : possession { price: $0.25..$5.00 by $0.05 }

noun instrument "instrument" : possession { price: $50..$900 by $10 }
noun guitar "guitar" : instrument { price: $60..$600 by $5 }
noun ukulele "ukulele" : instrument { price: $30..$250 by $5 }
noun violin "violin" : instrument { price: $80..$900 by $10 }
noun drum "drum" : instrument { price: $40..$500 by $5 }
noun piano "piano" "pianos" : instrument

noun telescope "telescope" : possession { price: $60..$600 by $5 }
noun microscope "microscope" : possession { price: $60..$600 by $5 }
noun camera "camera" : possession { price: $80..$900 by $10 }
noun phone "phone" : possession { price: $100..$1200 by $10 }
noun laptop "laptop" : possession { price: $300..$2000 by $10 }
noun tablet "tablet" : possession { price: $100..$1000 by $10 }
noun battery "battery" "batteries" : possession { price: $0.50..$5.00 by $0.25 }
noun umbrella "umbrella" : possession { price: $5..$40 by $0.50 }
noun watch "watch" "watches" : possession { price: $15..$300 by $5 }
noun photo "photo" "photos" : possession

noun garment "garment" : possession { price: $5..$150 by $1 }
noun shirt "shirt" : garment { price: $8..$60 by $0.50 }
noun dress "dress" "dresses" : garment { price: $20..$150 by $1 }
noun hat "hat" : garment { price: $5..$50 by $0.50 }
noun coat "coat" : garment { price: $30..$200 by $1 }
noun scarf "scarf" "scarves" : garment { price: $5..$50 by $0.50 }
noun glove_pair "pair of gloves" "pairs of gloves" : garment { price: $5..$50 by $0.50 }
noun sock_pair "pair of socks" "pairs of socks" : garment { price: $1.50..$15.00 by $0.25 }
noun shoe_pair "pair of shoes" "pairs of shoes" : garment { price: $20..$150 by $1 }
noun button "button" : possession { price: $0.05..$1.00 by $0.05 }

noun candle "candle" : possession { price: $1..$20 by $0.25 }
noun knife "knife" "knives" : possession { price: $2..$40 by $0.50 }
noun fork "fork" : possession { price: $1..$15 by $0.50 }
noun spoon "spoon" : possession { price: $1..$15 by $0.50 }
noun plate "plate" : possession { price: $2..$25 by $0.50 }
noun glass "glass" "glasses" : possession { price: $1..$15 by $0.50 }
noun mug "mug" : possession { price: $3..$20 by $0.50 }
noun brush "brush" "brushes" : possession { price: $2..$20 by $0.50 }
noun tile "tile" : possession { price: $0.50..$15.00 by $0.25 }
noun brick "brick" : possession { price: $0.30..$2.00 by $0.05 }
noun nail "nail" : possession
noun rope "rope" : possession
noun tent "tent" : possession { price: $40..$400 by $5 }

noun vehicle "vehicle" : possession
noun car "car" : vehicle { wheels: {4} }
noun truck "truck" : vehicle
noun van "van" : vehicle { wheels: {4} }
noun train "train" : vehicle
noun ferry "ferry" "ferries" : vehicle
noun boat "boat" : vehicle
noun bicycle "bicycle" : vehicle { price: $60..$800 by $10, wheels: {2} }
noun unicycle "unicycle" : vehicle { price: $60..$400 by $5, wheels: {1} }
noun scooter "scooter" : vehicle { price: $30..$400 by $5, wheels: {2} }
noun skateboard "skateboard" : vehicle { price: $20..$150 by $1, wheels: {4} }
noun wheel "wheel" : possession
noun tyre "tyre" : possession { price: $30..$250 by $5 }
noun seat "seat" : thing

noun animal "animal" : possession
noun dog "dog" : animal { legs: {4} }
noun cat "cat" : animal { legs: {4} }
noun horse "horse" : animal { legs: {4} }
noun cow "cow" : animal { legs: {4} }
noun sheep "sheep" "sheep" : animal { legs: {4} }
noun goat "goat" : animal { legs: {4} }
noun pig "pig" : animal { legs: {4} }
noun chicken "chicken" : animal { legs: {2} }
noun duck "duck" : animal { legs: {2} }
noun goose "goose" "geese" : animal { legs: {2} }
noun rabbit "rabbit" : animal { legs: {4} }
noun mouse "mouse" "mice" : animal { legs: {4} }
noun hamster "hamster" : animal { legs: {4} }
noun fish "fish" "fish" : animal
noun bird "bird" : animal { legs: {2} }
noun owl "owl" : bird
noun bee "bee" : animal { legs: {6} }
noun ant "ant" : animal { legs: {6} }
noun butterfly "butterfly" "butterflies" : animal { legs: {6} }
noun elephant "elephant" : animal { legs: {4} }
noun leg "leg" : thing

noun plant "plant" : possession { price: $2..$50 by $0.50 }
noun tree "tree" : plant { price: $10..$120 by $1 }
noun flower "flower" : plant { price: $0.50..$8.00 by $0.25 }
noun rose "rose" : flower { price: $1..$8 by $0.25 }
noun tulip "tulip" : flower { price: $0.50..$5.00 by $0.25 }
noun leaf "leaf" "leaves" : thing
noun seed "seed" : possession
noun branch "branch" "branches" : thing

noun container "container" : possession
noun box "box" "boxes" : container
noun bag "bag" : container
noun basket "basket" : container
noun jar "jar" : container
noun bottle "bottle" : container
noun crate "crate" : container
noun bucket "bucket" : container
noun packet "packet" : container
noun carton "carton" : container
noun envelope "envelope" : container { price: $0.10..$1.00 by $0.05 }
noun parcel "parcel" : container
noun tank "tank" : container

noun coin "coin" : possession
noun nickel "nickel" : coin
noun dime "dime" : coin
noun banknote "banknote" : possession

noun ticket "ticket" : possession { price: $2..$80 by $0.50 }
noun adult_ticket "adult ticket" : ticket { price: $5..$40 by $0.50 }
noun child_ticket "child ticket" : ticket { price: $2..$25 by $0.50 }
noun newspaper "newspaper" : possession { price: $0.50..$4.00 by $0.25 }
noun magazine "magazine" : possession { price: $2..$12 by $0.50 }
noun letter "letter" : thing
noun room "room" : thing
noun house "house" : thing
noun floor_tile "floor tile" : tile { price: $1..$15 by $0.25 }
noun lap "lap" : thing
noun game "game" : thing
