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
noun desk "desk" : possession { price: $40..$300 by $5 }
noun chair "chair" : possession { price: $15..$150 by $5 }
noun bench "bench" "benches" : possession { price: $40..$300 by $5 }
noun bookshelf "bookshelf" "bookshelves" : possession { price: $30..$250 by $5 }
noun locker "locker" : thing
noun shelf "shelf" "shelves" : thing

noun stationery_item "item of stationery" "items of stationery" : possession {
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
noun backpack "backpack" : possession { price: $15..$90 by $1 }
noun scissors "pair of scissors" "pairs of scissors" : stationery_item {
  price: $1.00..$8.00 by $0.25
}
noun paper_sheet "sheet of paper" "sheets of paper" : stationery_item

noun book "book" : possession { price: $3..$40 by $0.50 }
noun textbook "textbook" : book { price: $15..$150 by $1 }
noun atlas "atlas" "atlases" : book { price: $10..$60 by $1 }
noun dictionary "dictionary" "dictionaries" : book { price: $8..$50 by $1 }
noun page "page" : thing
noun chapter "chapter" : thing
noun story_book "story" "stories" : possession
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
noun medal "medal" : possession
noun prize "prize" "prizes" : possession
noun trip "trip" : thing { price: $5..$200 by $1 }

noun glue_stick "glue stick" : stationery_item { price: $0.50..$4.00 by $0.25 }
noun highlighter "highlighter" : stationery_item { price: $0.75..$3.00 by $0.25 }
noun stapler "stapler" : stationery_item { price: $3..$20 by $0.50 }
noun paper_clip "paper clip" : stationery_item { price: $0.05..$0.20 by $0.05 }
noun sharpener "sharpener" : stationery_item { price: $0.50..$4.00 by $0.25 }
noun protractor "protractor" : stationery_item { price: $0.50..$4.00 by $0.25 }
noun compass_pair "pair of compasses" "pairs of compasses" : stationery_item {
  price: $1..$10 by $0.50
}
noun sketchbook "sketchbook" : stationery_item { price: $2..$15 by $0.50 }
noun diary "diary" "diaries" : stationery_item { price: $3..$20 by $0.50 }
noun chalk_stick "stick of chalk" "sticks of chalk" : stationery_item {
  price: $0.10..$0.50 by $0.05
}
noun coloured_pencil "coloured pencil" : stationery_item { price: $0.25..$2.00 by $0.05 }
noun paint_set "paint set" : stationery_item { price: $4..$30 by $0.50 }
noun canvas "canvas" "canvases" : stationery_item { price: $4..$40 by $0.50 }

noun blackboard "blackboard" : thing
noun whiteboard "whiteboard" : thing { price: $20..$200 by $5 }
noun globe "globe" : possession { price: $15..$90 by $1 }
noun map "map" : possession { price: $3..$20 by $0.50 }
noun test_tube "test tube" : possession { price: $0.50..$3.00 by $0.25 }
noun experiment "experiment" : thing
noun worksheet "worksheet" : thing
noun project "project" : thing
noun report "report" : thing
noun presentation "presentation" : thing
noun written_word "word" : thing
noun sentence "sentence" : thing
noun paragraph "paragraph" : thing
noun exercise "exercise" : thing
noun answer_given "answer" : thing
noun mark "mark" : thing
noun grade_given "grade" : thing
noun break_time "break" : thing
noun term "term" : thing
noun school_year "school year" : thing
noun certificate "certificate" : thing
noun mathematics "mathematics" : subject uncountable
noun science "science" : subject uncountable
noun history "history" : subject uncountable
noun geography "geography" : subject uncountable
noun music "music" : subject uncountable
noun art "art" : subject uncountable

noun principal "principal" : adult
noun classmate "classmate" : student
noun graduate "graduate" : adult
noun reader "reader" : human
