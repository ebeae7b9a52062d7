mspec 1
# Vehicles and travel beyond lexicon.things, with seats, wheels and the speed that is usual.

use units.si
use lexicon.things

noun coach_bus "coach" "coaches" : vehicle {
  seats: {40, 45, 48, 50, 52, 55, 60}
  speed: 60 km/h..90 km/h by 5 km/h
}
noun minibus "minibus" "minibuses" : vehicle {
  seats: {9, 12, 14, 16}
  speed: 50 km/h..90 km/h by 5 km/h
}
noun taxi "taxi" "taxis" : vehicle { seats: {4}, speed: 30 km/h..60 km/h by 5 km/h }
noun tram "tram" : vehicle { seats: {40, 48, 56, 60, 64}, speed: 15 km/h..30 km/h }
noun lorry "lorry" "lorries" : vehicle { speed: 50 km/h..80 km/h by 5 km/h }
noun tractor "tractor" : vehicle { speed: 10 km/h..35 km/h by 5 km/h }
noun motorcycle "motorcycle" : vehicle {
  price: $900..$9000 by $100
  speed: 60 km/h..110 km/h by 5 km/h
  wheels: {2}
}
noun moped "moped" : vehicle {
  price: $600..$2500 by $50
  speed: 25 km/h..45 km/h by 5 km/h
  wheels: {2}
}
noun tricycle "tricycle" : vehicle { price: $40..$200 by $5, wheels: {3} }
noun quad_bike "quad bike" : vehicle { wheels: {4} }
noun ambulance "ambulance" : vehicle { speed: 60 km/h..100 km/h by 5 km/h }
noun fire_engine "fire engine" : vehicle { speed: 50 km/h..90 km/h by 5 km/h }
noun cable_car "cable car" : vehicle { speed: 15 km/h..30 km/h }
noun helicopter "helicopter" : vehicle { speed: 150 km/h..250 km/h by 10 km/h }
noun plane "plane" : vehicle { speed: 600 km/h..900 km/h by 50 km/h }
noun glider "glider" : vehicle { speed: 80 km/h..150 km/h by 10 km/h }
noun hot_air_balloon "hot-air balloon" : vehicle { speed: 5 km/h..25 km/h }
noun rocket "rocket" : vehicle
noun ship "ship" : vehicle { speed: 20 km/h..40 km/h }
noun sailing_boat "sailing boat" : vehicle { speed: 5 km/h..15 km/h }
noun canoe "canoe" : vehicle { price: $200..$900 by $10, speed: 3 km/h..8 km/h }
noun kayak "kayak" : vehicle { price: $200..$900 by $10, speed: 3 km/h..9 km/h }
noun raft "raft" : vehicle { speed: 2 km/h..6 km/h }
noun sledge "sledge" : vehicle { price: $15..$80 by $1 }
noun cart "cart" : vehicle
noun wagon "wagon" : vehicle
noun carriage "carriage" : vehicle

noun engine "engine" : thing
noun pedal "pedal" : thing
noun wing "wing" : thing
noun sail "sail" : thing
noun anchor "anchor" : thing
noun journey "journey" : thing
noun flight "flight" : thing { price: $40..$900 by $10 }
noun ride "ride" : thing { price: $1..$12 by $0.50 }
noun train_ticket "train ticket" : ticket { price: $3..$80 by $0.50 }
noun bus_ticket "bus ticket" : ticket { price: $1..$6 by $0.25 }
noun parking_space "parking space" : thing
noun traffic_light "traffic light" : thing
noun lane "lane" : thing
noun platform "platform" : thing
noun compartment "compartment" : thing
