mspec 1
# Toys, games, music, books and shows beyond lexicon.things and lexicon.school.

use lexicon.things

noun teddy_bear "teddy bear" : toy { price: $8..$50 by $0.50 }
noun toy_car "toy car" : toy { price: $2..$20 by $0.50 }
noun toy_train "toy train" : toy { price: $10..$80 by $1 }
noun toy_soldier "toy soldier" : toy { price: $0.50..$5.00 by $0.25 }
noun building_block "building block" : toy { price: $0.10..$2.00 by $0.05 }
noun jigsaw_piece "jigsaw piece" : possession
noun spinning_top "spinning top" : toy { price: $1..$10 by $0.50 }
noun water_pistol "water pistol" : toy { price: $3..$20 by $0.50 }
noun action_figure "action figure" : toy { price: $5..$30 by $0.50 }
noun model_plane "model plane" : toy { price: $8..$60 by $1 }
noun model_boat "model boat" : toy { price: $8..$60 by $1 }
noun puppet "puppet" : toy { price: $5..$35 by $0.50 }
noun rocking_horse "rocking horse" : toy { price: $40..$180 by $5 }
noun chess_set "chess set" : toy { price: $12..$80 by $1 }
noun pack_of_cards "pack of cards" "packs of cards" : toy { price: $2..$10 by $0.50 }
noun video_game "video game" : toy { price: $15..$70 by $1 }
noun comic "comic" : toy { price: $2..$10 by $0.50 }
noun crossword "crossword" : toy
noun domino "domino" "dominoes" : toy
noun playing_card "playing card" : toy
noun chess_piece "chess piece" : toy
noun token "token" : toy
noun counter "counter" : toy

noun flute "flute" : instrument { price: $60..$600 by $10 }
noun clarinet "clarinet" : instrument { price: $80..$700 by $10 }
noun trumpet "trumpet" : instrument { price: $80..$700 by $10 }
noun trombone "trombone" : instrument { price: $100..$800 by $10 }
noun saxophone "saxophone" : instrument { price: $150..$900 by $10 }
noun cello "cello" "cellos" : instrument { price: $200..$900 by $10 }
noun harp "harp" : instrument { price: $200..$900 by $10 }
noun keyboard "keyboard" : instrument { price: $60..$600 by $10 }
noun accordion "accordion" : instrument { price: $150..$900 by $10 }
noun harmonica "harmonica" : instrument { price: $8..$60 by $1 }
noun recorder "recorder" : instrument { price: $6..$40 by $1 }
noun tambourine "tambourine" : instrument { price: $8..$40 by $1 }
noun triangle_instrument "triangle" : instrument { price: $5..$25 by $0.50 }
noun xylophone "xylophone" : instrument { price: $15..$90 by $1 }
noun sitar "sitar" : instrument { price: $150..$900 by $10 }
noun djembe "djembe" : instrument { price: $40..$250 by $5 }

noun song "song" : thing
noun tune "tune" : thing
noun note "note" : thing
noun chord "chord" : thing
noun beat "beat" : thing
noun bar_of_music "bar" : thing
noun verse "verse" : thing
noun concert "concert" : thing { price: $10..$90 by $1 }
noun film "film" : thing { price: $5..$18 by $0.50 }
noun scene "scene" : thing
noun episode "episode" : thing
noun act "act" : thing
noun play_performance "play" : thing
noun exhibition "exhibition" : thing { price: $4..$30 by $0.50 }
noun circus_show "circus show" : thing { price: $8..$40 by $0.50 }
noun fairground_ride "fairground ride" : thing { price: $1..$8 by $0.50 }
noun concert_ticket "concert ticket" : ticket { price: $10..$90 by $1 }
noun cinema_ticket "cinema ticket" : ticket { price: $5..$18 by $0.50 }
noun raffle_ticket "raffle ticket" : ticket { price: $0.50..$5.00 by $0.50 }
noun season_ticket "season ticket" : ticket { price: $30..$300 by $5 }
noun novel "novel" : possession { price: $5..$25 by $0.50 }
noun picture_book "picture book" : possession { price: $4..$25 by $0.50 }
noun recipe "recipe" : thing
noun postcard "postcard" : possession { price: $0.25..$3.00 by $0.25 }
noun greetings_card "greetings card" : possession { price: $1..$6 by $0.25 }
noun present "present" : possession
noun invitation "invitation" : thing
noun party "party" "parties" : thing
noun badge "badge" : possession { price: $0.50..$5.00 by $0.25 }
noun souvenir "souvenir" : possession { price: $2..$30 by $0.50 }
noun sculpture "sculpture" : possession
noun painting "painting" : possession
noun drawing "drawing" : thing
noun mosaic "mosaic" : thing
noun origami_crane "paper crane" : thing
noun lantern "lantern" : possession { price: $3..$30 by $0.50 }
noun firework "firework" : possession { price: $2..$30 by $0.50 }
noun sandcastle "sandcastle" : thing
noun snowman "snowman" "snowmen" : thing
