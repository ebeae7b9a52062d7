mspec 1
# People by what they are or do, and groups of them.

noun child "child" "children" : human
noun boy "boy" : child
noun girl "girl" : child
noun adult "adult" : human
noun man "man" "men" : adult
noun woman "woman" "women" : adult
noun friend "friend" : human
noun guest "guest" : human
noun visitor "visitor" : human
noun customer "customer" : human
noun passenger "passenger" : human
noun player "player" : human
noun runner "runner" : human
noun worker "worker" : adult
noun farmer "farmer" : adult
noun baker "baker" : adult
noun chef "chef" : adult
noun doctor "doctor" : adult
noun nurse "nurse" : adult
noun driver "driver" : adult
noun artist "artist" : adult
noun engineer "engineer" : adult

noun group "group" : thing
noun team "team" : group
noun family "family" "families" : group
noun couple "couple" : group
