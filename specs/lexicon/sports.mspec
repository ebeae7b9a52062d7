mspec 1
# Sports: what is played, what is worn and carried, what is counted.

use lexicon.people
use lexicon.things

noun sport "sport" : thing
noun football "football" : sport uncountable
noun basketball "basketball" : sport uncountable
noun volleyball "volleyball" : sport uncountable
noun tennis "tennis" : sport uncountable
noun hockey "hockey" : sport uncountable
noun cricket "cricket" : sport uncountable
noun rugby "rugby" : sport uncountable
noun swimming "swimming" : sport uncountable
noun athletics "athletics" : sport uncountable
noun gymnastics "gymnastics" : sport uncountable

noun sports_item "piece of sports equipment" "pieces of sports equipment" : possession {
  price: $5..$200 by $1
}
noun football_ball "football" : ball { price: $10..$40 by $1 }
noun basketball_ball "basketball" : ball { price: $10..$40 by $1 }
noun tennis_ball "tennis ball" : ball { price: $1..$4 by $0.25 }
noun golf_ball "golf ball" : ball { price: $1..$4 by $0.25 }
noun racket "racket" : sports_item { price: $15..$150 by $1 }
noun bat "bat" : sports_item { price: $15..$120 by $1 }
noun hockey_stick "hockey stick" : sports_item { price: $15..$100 by $1 }
noun helmet "helmet" : sports_item { price: $15..$80 by $1 }
noun goal_net "goal net" : sports_item { price: $20..$150 by $5 }
noun skipping_rope "skipping rope" : sports_item { price: $3..$15 by $0.50 }
noun yoga_mat "yoga mat" : sports_item { price: $10..$50 by $1 }
noun frisbee "frisbee" : sports_item { price: $4..$20 by $0.50 }
noun surfboard "surfboard" : sports_item { price: $100..$600 by $10 }
noun ski_pair "pair of skis" "pairs of skis" : sports_item { price: $100..$500 by $10 }
noun skate_pair "pair of skates" "pairs of skates" : sports_item { price: $30..$150 by $5 }
noun goggles "pair of goggles" "pairs of goggles" : sports_item { price: $5..$30 by $1 }
noun whistle "whistle" : sports_item { price: $2..$10 by $0.50 }
noun stopwatch "stopwatch" "stopwatches" : sports_item { price: $8..$40 by $1 }
noun water_flask "water flask" : sports_item { price: $5..$30 by $1 }
noun trophy "trophy" "trophies" : sports_item { price: $10..$60 by $1 }

noun match "match" "matches" : thing
noun race "race" : thing
noun tournament "tournament" : thing
noun training_session "training session" : thing { price: $5..$40 by $1 }
noun season "season" : thing
noun goal "goal" : thing
noun basket_scored "basket" : thing
noun touchdown "touchdown" : thing
noun free_throw "free throw" : thing
noun penalty "penalty" "penalties" : thing
noun serve "serve" : thing
noun game_round "round" : thing
noun set "set" : thing
noun push_up "push-up" : thing
noun sit_up "sit-up" : thing
noun jump "jump" : thing
noun throw "throw" : thing
noun pool_length "length of the pool" "lengths of the pool" : thing
noun footstep "step" : thing
noun goalkeeper "goalkeeper" : player
noun defender "defender" : player
noun striker "striker" : player
noun athlete "athlete" : human
noun swimmer "swimmer" : human
noun cyclist "cyclist" : human
noun skier "skier" : human
noun climber "climber" : human
noun referee "referee" : adult
noun fan "fan" : human
noun spectator "spectator" : human
