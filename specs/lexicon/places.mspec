mspec 1
# Places: of a town, of nature, of a house, and shops by what they sell.

noun place "place" : thing

noun city "city" "cities" : place
noun town "town" : place
noun village "village" : place
noun country "country" "countries" : place
noun island "island" : place
noun continent "continent" : place
noun neighbourhood "neighbourhood" : place
noun street "street" : place
noun road "road" : place
noun bridge "bridge" : place
noun tunnel "tunnel" : place
noun town_square "town square" : place
noun park "park" : place
noun playground "playground" : place
noun garden "garden" : place
noun zoo "zoo" "zoos" : place
noun farm "farm" : place
noun field "field" : place
noun orchard "orchard" : place
noun vineyard "vineyard" : place
noun forest "forest" : place
noun mountain "mountain" : place
noun hill "hill" : place
noun valley "valley" : place
noun river "river" : place
noun lake "lake" : place
noun beach "beach" "beaches" : place
noun desert "desert" : place
noun cave "cave" : place
noun harbour "harbour" : place
noun port "port" : place
noun airport "airport" : place
noun station "station" : place
noun bus_stop "bus stop" : place
noun car_park "car park" : place
noun petrol_station "petrol station" : place
noun hospital "hospital" : place
noun clinic "clinic" : place
noun office "office" : place
noun factory "factory" "factories" : place
noun workshop "workshop" : place
noun warehouse "warehouse" : place
noun bank "bank" : place
noun post_office "post office" : place
noun town_hall "town hall" : place
noun police_station "police station" : place
noun fire_station "fire station" : place
noun museum "museum" : place
noun gallery "art gallery" "art galleries" : place
noun theatre "theatre" : place
noun cinema "cinema" : place
noun stadium "stadium" : place
noun gym "gym" : place
noun swimming_pool "swimming pool" : place
noun ice_rink "ice rink" : place
noun campsite "campsite" : place
noun hotel "hotel" : place
noun hostel "hostel" : place
noun restaurant "restaurant" : place
noun cafe "café" : place
noun canteen "canteen" : place
noun castle "castle" : place
noun tower "tower" : place
noun lighthouse "lighthouse" : place
noun temple "temple" : place
noun church "church" "churches" : place
noun mosque "mosque" : place
noun university "university" "universities" : place
noun kindergarten "kindergarten" : place
noun community_centre "community centre" : place

noun shop "shop" : place
noun bakery "bakery" "bakeries" : shop
noun butchers_shop "butcher's shop" : shop
noun bookshop "bookshop" : shop
noun toy_shop "toy shop" : shop
noun flower_shop "flower shop" : shop
noun shoe_shop "shoe shop" : shop
noun clothes_shop "clothes shop" : shop
noun hardware_shop "hardware shop" : shop
noun music_shop "music shop" : shop
noun pet_shop "pet shop" : shop
noun sports_shop "sports shop" : shop
noun stationery_shop "stationery shop" : shop
noun supermarket "supermarket" : shop
noun market "market" : shop
noun pharmacy "pharmacy" "pharmacies" : shop
noun market_stall "market stall" : shop
noun ice_cream_van "ice cream van" : shop
noun garage "garage" : place

noun building "building" : place
noun flat "flat" : place
noun storey "storey" "storeys" : thing
noun kitchen "kitchen" : place
noun bathroom "bathroom" : place
noun bedroom "bedroom" : place
noun living_room "living room" : place
noun hall "hall" : place
noun attic "attic" : place
noun cellar "cellar" : place

noun block_of_flats "block of flats" "blocks of flats" : building
noun greenhouse "greenhouse" : building
noun barn "barn" : building
noun shed "shed" : building
