mspec 1
# School: people, rooms, what is in a bag, tests and clubs.

use lexicon.people

noun student "student" : human
noun pupil "pupil" : student
noun teacher "teacher" : adult
noun coach "coach" "coaches" : adult
noun librarian "librarian" : adult

noun school "school" : thing
noun classroom "classroom" : thing
noun class "class" "classes" : group
noun club "club" : group
noun library "library" "libraries" : thing
noun bus "bus" "buses" : thing
noun desk "desk" : thing { price: $40..$300 by $5 }
noun chair "chair" : thing { price: $15..$150 by $5 }
noun bench "bench" "benches" : thing { price: $40..$300 by $5 }
noun bookshelf "bookshelf" "bookshelves" : thing { price: $30..$250 by $5 }
noun locker "locker" : thing
noun shelf "shelf" "shelves" : thing

noun stationery_item "item of stationery" "items of stationery" : thing {
  price: $0.25..$20.00 by $0.25
}
noun pencil "pencil" : stationery_item { price: $0.10..$2.00 by $0.05 }
noun pen "pen" : stationery_item { price: $0.25..$5.00 by $0.25 }
noun eraser "eraser" : stationery_item { price: $0.20..$2.00 by $0.05 }
noun ruler "ruler" : stationery_item { price: $0.50..$4.00 by $0.25 }
noun marker "marker" : stationery_item { price: $0.50..$4.00 by $0.25 }
noun crayon "crayon" : stationery_item { price: $0.10..$1.00 by $0.05 }
noun notebook "notebook" : stationery_item { price: $0.50..$8.00 by $0.25 }
noun folder "folder" : stationery_item { price: $0.50..$5.00 by $0.25 }
noun paintbrush "paintbrush" "paintbrushes" : stationery_item { price: $0.75..$6.00 by $0.25 }
noun sticker "sticker" : stationery_item { price: $0.05..$1.00 by $0.05 }
noun pencil_case "pencil case" : stationery_item { price: $2.00..$15.00 by $0.50 }
noun calculator "calculator" : stationery_item { price: $5..$120 by $1 }
noun backpack "backpack" : thing { price: $15..$90 by $1 }
noun scissors "pair of scissors" "pairs of scissors" : stationery_item {
  price: $1.00..$8.00 by $0.25
}
noun paper_sheet "sheet of paper" "sheets of paper" : stationery_item

noun book "book" : thing { price: $3..$40 by $0.50 }
noun textbook "textbook" : book { price: $15..$150 by $1 }
noun atlas "atlas" "atlases" : book { price: $10..$60 by $1 }
noun dictionary "dictionary" "dictionaries" : book { price: $8..$50 by $1 }
noun page "page" : thing
noun chapter "chapter" : thing
noun story_book "story" "stories" : thing
noun essay "essay" : thing
noun poem "poem" : thing

noun lesson "lesson" : thing { price: $10..$80 by $1 }
noun quiz "quiz" "quizzes" : thing
noun exam "exam" : thing
noun question "question" : thing
noun point "point" : thing
noun problem_set "problem set" : thing
noun homework "homework" : thing uncountable
noun subject "subject" : thing
noun medal "medal" : thing
noun prize "prize" "prizes" : thing
noun trip "trip" : thing { price: $5..$200 by $1 }
