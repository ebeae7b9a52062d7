mspec 1
# Everyday things: toys, clothes, the house, vehicles, animals, plants, containers, tickets.

noun toy "toy" : thing { price: $2..$60 by $0.50 }
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
noun stamp "stamp" : thing { price: $0.25..$5.00 by $0.05 }

noun instrument "instrument" : thing { price: $50..$900 by $10 }
noun guitar "guitar" : instrument { price: $60..$600 by $5 }
noun ukulele "ukulele" : instrument { price: $30..$250 by $5 }
noun violin "violin" : instrument { price: $80..$900 by $10 }
noun drum "drum" : instrument { price: $40..$500 by $5 }
noun piano "piano" "pianos" : instrument

noun telescope "telescope" : thing { price: $60..$600 by $5 }
noun microscope "microscope" : thing { price: $60..$600 by $5 }
noun camera "camera" : thing { price: $80..$900 by $10 }
noun phone "phone" : thing { price: $100..$1200 by $10 }
noun laptop "laptop" : thing { price: $300..$2000 by $10 }
noun tablet "tablet" : thing { price: $100..$1000 by $10 }
noun battery "battery" "batteries" : thing { price: $0.50..$5.00 by $0.25 }
noun umbrella "umbrella" : thing { price: $5..$40 by $0.50 }
noun watch "watch" "watches" : thing { price: $15..$300 by $5 }
noun photo "photo" "photos" : thing

noun garment "garment" : thing { price: $5..$150 by $1 }
noun shirt "shirt" : garment { price: $8..$60 by $0.50 }
noun dress "dress" "dresses" : garment { price: $20..$150 by $1 }
noun hat "hat" : garment { price: $5..$50 by $0.50 }
noun coat "coat" : garment { price: $30..$200 by $1 }
noun scarf "scarf" "scarves" : garment { price: $5..$50 by $0.50 }
noun glove_pair "pair of gloves" "pairs of gloves" : garment { price: $5..$50 by $0.50 }
noun sock_pair "pair of socks" "pairs of socks" : garment { price: $1.50..$15.00 by $0.25 }
noun shoe_pair "pair of shoes" "pairs of shoes" : garment { price: $20..$150 by $1 }
noun button "button" : thing { price: $0.05..$1.00 by $0.05 }

noun candle "candle" : thing { price: $1..$20 by $0.25 }
noun knife "knife" "knives" : thing { price: $2..$40 by $0.50 }
noun fork "fork" : thing { price: $1..$15 by $0.50 }
noun spoon "spoon" : thing { price: $1..$15 by $0.50 }
noun plate "plate" : thing { price: $2..$25 by $0.50 }
noun glass "glass" "glasses" : thing { price: $1..$15 by $0.50 }
noun mug "mug" : thing { price: $3..$20 by $0.50 }
noun brush "brush" "brushes" : thing { price: $2..$20 by $0.50 }
noun tile "tile" : thing { price: $0.50..$15.00 by $0.25 }
noun brick "brick" : thing { price: $0.30..$2.00 by $0.05 }
noun nail "nail" : thing
noun rope "rope" : thing
noun tent "tent" : thing { price: $40..$400 by $5 }

noun vehicle "vehicle" : thing
noun car "car" : vehicle
noun truck "truck" : vehicle
noun van "van" : vehicle
noun train "train" : vehicle
noun ferry "ferry" "ferries" : vehicle
noun boat "boat" : vehicle
noun bicycle "bicycle" : vehicle { price: $60..$800 by $10 }
noun unicycle "unicycle" : vehicle { price: $60..$400 by $5 }
noun scooter "scooter" : vehicle { price: $30..$400 by $5 }
noun skateboard "skateboard" : vehicle { price: $20..$150 by $1 }
noun wheel "wheel" : thing
noun tyre "tyre" : thing { price: $30..$250 by $5 }
noun seat "seat" : thing

noun animal "animal" : thing
noun dog "dog" : animal
noun cat "cat" : animal
noun horse "horse" : animal
noun cow "cow" : animal
noun sheep "sheep" "sheep" : animal
noun goat "goat" : animal
noun pig "pig" : animal
noun chicken "chicken" : animal
noun duck "duck" : animal
noun goose "goose" "geese" : animal
noun rabbit "rabbit" : animal
noun mouse "mouse" "mice" : animal
noun hamster "hamster" : animal
noun fish "fish" "fish" : animal
noun bird "bird" : animal
noun owl "owl" : bird
noun bee "bee" : animal
noun ant "ant" : animal
noun butterfly "butterfly" "butterflies" : animal
noun elephant "elephant" : animal
noun leg "leg" : thing

noun plant "plant" : thing { price: $2..$50 by $0.50 }
noun tree "tree" : plant { price: $10..$120 by $1 }
noun flower "flower" : plant { price: $0.50..$8.00 by $0.25 }
noun rose "rose" : flower { price: $1..$8 by $0.25 }
noun tulip "tulip" : flower { price: $0.50..$5.00 by $0.25 }
noun leaf "leaf" "leaves" : thing
noun seed "seed" : thing
noun branch "branch" "branches" : thing

noun container "container" : thing
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

noun coin "coin" : thing
noun nickel "nickel" : coin
noun dime "dime" : coin
noun banknote "banknote" : thing

noun ticket "ticket" : thing { price: $2..$80 by $0.50 }
noun adult_ticket "adult ticket" : ticket { price: $5..$40 by $0.50 }
noun child_ticket "child ticket" : ticket { price: $2..$25 by $0.50 }
noun newspaper "newspaper" : thing { price: $0.50..$4.00 by $0.25 }
noun magazine "magazine" : thing { price: $2..$12 by $0.50 }
noun letter "letter" : thing
noun room "room" : thing
noun house "house" : thing
noun floor_tile "floor tile" : tile { price: $1..$15 by $0.25 }
noun lap "lap" : thing
noun game "game" : thing
