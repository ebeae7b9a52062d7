mspec 1
# Clothes and what is worn with them, beyond lexicon.things.

use lexicon.things

noun jacket "jacket" : garment { price: $25..$160 by $1 }
noun skirt "skirt" : garment { price: $15..$80 by $1 }
noun blouse "blouse" : garment { price: $12..$70 by $0.50 }
noun jumper "jumper" : garment { price: $15..$90 by $0.50 }
noun cardigan "cardigan" : garment { price: $15..$90 by $0.50 }
noun waistcoat "waistcoat" : garment { price: $20..$90 by $1 }
noun t_shirt "T-shirt" : garment { price: $5..$35 by $0.50 }
noun polo_shirt "polo shirt" : garment { price: $10..$50 by $0.50 }
noun hoodie "hoodie" : garment { price: $15..$70 by $0.50 }
noun raincoat "raincoat" : garment { price: $20..$120 by $1 }
noun swimsuit "swimsuit" : garment { price: $12..$60 by $0.50 }
noun costume "costume" : garment { price: $15..$120 by $1 }
noun uniform "uniform" : garment { price: $20..$120 by $1 }
noun apron "apron" : garment { price: $6..$35 by $0.50 }
noun cap "cap" : garment { price: $5..$35 by $0.50 }
noun tie "tie" : garment { price: $5..$50 by $0.50 }
noun bow_tie "bow tie" : garment { price: $5..$40 by $0.50 }
noun belt "belt" : garment { price: $6..$50 by $0.50 }
noun sari "sari" : garment { price: $20..$150 by $1 }
noun kimono "kimono" "kimonos" : garment { price: $30..$150 by $1 }
noun trousers "pair of trousers" "pairs of trousers" : garment { price: $15..$100 by $1 }
noun jeans "pair of jeans" "pairs of jeans" : garment { price: $20..$100 by $1 }
noun shorts "pair of shorts" "pairs of shorts" : garment { price: $8..$50 by $0.50 }
noun leggings "pair of leggings" "pairs of leggings" : garment { price: $8..$45 by $0.50 }
noun pyjamas "pair of pyjamas" "pairs of pyjamas" : garment { price: $10..$50 by $0.50 }
noun tights "pair of tights" "pairs of tights" : garment { price: $3..$20 by $0.50 }
noun mittens "pair of mittens" "pairs of mittens" : garment { price: $5..$35 by $0.50 }
noun boots "pair of boots" "pairs of boots" : garment { price: $25..$150 by $1 }
noun trainers "pair of trainers" "pairs of trainers" : garment { price: $25..$140 by $1 }
noun sandals "pair of sandals" "pairs of sandals" : garment { price: $10..$80 by $1 }
noun slippers "pair of slippers" "pairs of slippers" : garment { price: $6..$40 by $0.50 }
noun earrings "pair of earrings" "pairs of earrings" : garment { price: $5..$90 by $1 }
noun sunglasses "pair of sunglasses" "pairs of sunglasses" : garment { price: $8..$90 by $1 }
noun glasses "pair of glasses" "pairs of glasses" : garment { price: $50..$250 by $5 }

noun jewel "jewel" : possession { price: $30..$900 by $10 }
noun bracelet "bracelet" : possession { price: $5..$90 by $1 }
noun necklace "necklace" : possession { price: $8..$150 by $1 }
noun ring "ring" : possession { price: $10..$300 by $5 }
noun brooch "brooch" "brooches" : possession { price: $5..$60 by $1 }
noun handbag "handbag" : possession { price: $20..$150 by $1 }
noun purse "purse" : possession { price: $8..$60 by $1 }
noun wallet "wallet" : possession { price: $8..$60 by $1 }
noun pocket "pocket" : thing
noun sleeve "sleeve" : thing
noun zip "zip" : thing
noun shoelace "shoelace" : possession { price: $0.50..$4.00 by $0.25 }
noun ribbon "ribbon" : possession { price: $0.25..$4.00 by $0.25 }
noun coat_hanger "coat hanger" : possession { price: $0.50..$4.00 by $0.25 }
noun yarn_ball "ball of yarn" "balls of yarn" : possession { price: $2..$12 by $0.50 }
noun thread_reel "reel of thread" "reels of thread" : possession { price: $1..$6 by $0.25 }
