mspec 1
# What people do for a living, some with the wage of an hour, and whom they meet there.

use lexicon.people

noun accountant "accountant" : adult
noun actor "actor" : adult
noun architect "architect" : adult
noun astronaut "astronaut" : adult
noun author "author" : adult
noun bus_driver "bus driver" : driver { wage: $16..$30 by $0.50 }
noun taxi_driver "taxi driver" : driver { wage: $13..$24 by $0.50 }
noun truck_driver "truck driver" : driver
noun train_driver "train driver" : driver
noun butcher "butcher" : adult { wage: $14..$26 by $0.50 }
noun carpenter "carpenter" : worker { wage: $18..$35 by $0.50 }
noun cashier "cashier" : worker { wage: $12..$18 by $0.50 }
noun cleaner "cleaner" : worker { wage: $12..$20 by $0.50 }
noun cook "cook" : worker { wage: $13..$24 by $0.50 }
noun dancer "dancer" : adult
noun dentist "dentist" : adult
noun designer "designer" : adult
noun electrician "electrician" : worker { wage: $20..$40 by $0.50 }
noun firefighter "firefighter" : adult
noun fisher "fisher" : adult
noun florist "florist" : adult { wage: $12..$22 by $0.50 }
noun gardener "gardener" : worker { wage: $13..$25 by $0.50 }
noun hairdresser "hairdresser" : adult { wage: $14..$30 by $0.50 }
noun journalist "journalist" : adult
noun judge "judge" : adult
noun lawyer "lawyer" : adult
noun lifeguard "lifeguard" : adult { wage: $12..$20 by $0.50 }
noun mechanic "mechanic" : worker { wage: $18..$36 by $0.50 }
noun midwife "midwife" "midwives" : nurse
noun musician "musician" : adult { wage: $20..$60 by $0.50 }
noun painter "painter" : worker { wage: $16..$32 by $0.50 }
noun paramedic "paramedic" : adult
noun pharmacist "pharmacist" : adult
noun photographer "photographer" : adult { wage: $20..$60 by $0.50 }
noun pilot "pilot" : adult
noun plumber "plumber" : worker { wage: $20..$42 by $0.50 }
noun police_officer "police officer" : adult
noun postal_worker "postal worker" : worker { wage: $15..$26 by $0.50 }
noun potter "potter" : adult
noun programmer "programmer" : engineer { wage: $25..$60 by $0.50 }
noun reporter "reporter" : adult
noun sailor "sailor" : adult
noun salesperson "salesperson" "salespeople" : adult
noun scientist "scientist" : adult
noun secretary "secretary" "secretaries" : adult
noun shopkeeper "shopkeeper" : adult
noun singer "singer" : adult
noun soldier "soldier" : adult
noun tailor "tailor" : worker { wage: $14..$28 by $0.50 }
noun vet "vet" : adult
noun waiter "waiter" : adult { wage: $11..$20 by $0.50 }
noun weaver "weaver" : worker
noun writer "writer" : adult
noun builder "builder" : worker { wage: $16..$34 by $0.50 }
noun bricklayer "bricklayer" : builder
noun surgeon "surgeon" : doctor

noun babysitter "babysitter" : human { wage: $10..$18 by $0.50 }
noun boss "boss" "bosses" : human
noun client "client" : human
noun colleague "colleague" : human
noun competitor "competitor" : human
noun member "member" : human
noun neighbour "neighbour" : human
noun owner "owner" : human
noun resident "resident" : human
noun tenant "tenant" : human
noun tourist "tourist" : human
noun volunteer "volunteer" : human
noun apprentice "apprentice" : worker

noun band "band" : group
noun crew "crew" : group
noun choir "choir" : group
noun orchestra "orchestra" : group
noun staff_member "member of staff" "members of staff" : worker
noun company "company" "companies" : group
