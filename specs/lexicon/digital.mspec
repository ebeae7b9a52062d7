mspec 1
# Phones, computers and what is on them, with the size of files.

use units.si

noun device "device" : possession { price: $20..$2000 by $10 }
noun computer "computer" : device { price: $300..$2000 by $10 }
noun printer "printer" : device { price: $50..$400 by $5 }
noun scanner "scanner" : device { price: $50..$300 by $5 }
noun monitor "monitor" : device { price: $90..$600 by $10 }
noun mouse_device "computer mouse" "computer mice" : device { price: $8..$80 by $1 }
noun headphones "pair of headphones" "pairs of headphones" : device { price: $10..$300 by $5 }
noun loudspeaker "loudspeaker" : device { price: $15..$300 by $5 }
noun microphone "microphone" : device { price: $15..$200 by $5 }
noun game_console "game console" : device { price: $150..$600 by $10 }
noun drone "drone" : device { price: $60..$900 by $10 }
noun robot "robot" : device { price: $50..$900 by $10 }
noun smartwatch "smartwatch" "smartwatches" : device { price: $60..$450 by $10 }
noun charger "charger" : device { price: $8..$50 by $1 }
noun cable "cable" : device { price: $3..$30 by $0.50 }
noun memory_card "memory card" : device {
  price: $8..$60 by $1
  capacity: {16 GB, 32 GB, 64 GB, 128 GB, 256 GB}
}
noun memory_stick "memory stick" : device {
  price: $5..$40 by $1
  capacity: {8 GB, 16 GB, 32 GB, 64 GB, 128 GB}
}
noun hard_disk "hard disk" : device {
  price: $40..$150 by $5
  capacity: {250 GB, 500 GB, 1000 GB, 2000 GB}
}
noun ink_cartridge "ink cartridge" : device { price: $10..$60 by $1 }

noun file "file" : thing { size: 1 MB..500 MB }
noun photo_file "photo file" : file { size: 2 MB..12 MB by 0.5 MB }
noun video_file "video" "videos" : file { size: 50 MB..900 MB by 10 MB }
noun song_file "music file" : file { size: 3 MB..12 MB by 0.5 MB }
noun document "document" : file { size: 100 kB..900 kB by 50 kB }
noun spreadsheet "spreadsheet" : file { size: 100 kB..900 kB by 50 kB }
noun backup "backup" : file { size: 2 GB..60 GB }
noun app "app" : file { size: 20 MB..400 MB by 10 MB, price: $0.99..$9.99 by $1 }
noun podcast "podcast" : file { size: 20 MB..90 MB by 5 MB }
noun e_book "e-book" : file { size: 1 MB..8 MB by 0.5 MB, price: $2..$15 by $0.50 }

noun email "email" : thing
noun text_message "text message" : thing
noun password "password" : thing
noun website "website" : thing
noun download "download" : thing
noun folder_on_disk "folder" : thing
noun pixel "pixel" : thing
noun line_of_code "line of code" "lines of code" : thing
noun subscription "subscription" : thing { price: $3..$25 by $0.50 }
noun follower "follower" : human
noun user "user" : human
noun view "view" : thing
noun click "click" : thing
noun level "level" : thing
