mspec 1
use units.si

noun lesson "lesson"

problem music_school {
  meta {
    title: "What a music teacher has left after a month"
    grade: 6
    tags: [money, percent]
  }

  given {
    teacher : person
    n       : count(lesson)[1/week] in 10..30 by 1  "number of lessons in a week"
    p       : money[1/lesson] in $30..$60 by $2     "price of a lesson"
    few     : count(lesson)[1/week] in 2..8 by 1    "number of lessons in a week at the lower price"
    off     : percent in {15%}                      "reduction"
    rent    : money[1/lesson] in $4..$12 by $0.50   "room rent for a lesson"
    weeks   : time[week] in {4 week} fixed          "number of weeks in the month"
  }

  require {
    few + few < n  "most pupils pay the full price"
  }

  steps {
    fewer        = few * weeks         "number of lessons at the reduced price in the month"
    all_lessons  = n * weeks           "number of lessons in the month"
    full         = all_lessons * p     "income of the month without reductions"
    lost : money = fewer * p * off     "amount taken off"
    room         = all_lessons * rent  "rent of the month"
    left         = full - lost - room  "amount left"
  }

  story """
    {teacher} gives {n} music lessons a week and charges {p} a lesson.
    Some of {teacher.their} pupils get {off} off; {few} of the lessons each week are theirs.
    For the room {teacher.they pay} {rent} a lesson.
    The month has {weeks}.
  """
  ask left "How much {does teacher.they} have left at the end of the month?"

  mistakes {
    no_rent  : left        = full - lost    "forgets the rent"
    all_off  : lost        = full * off     "takes the reduction off every lesson"
    one_week : all_lessons = n * weeks / 4  "computes one week only"
  }

  vary {
    distract years {
      with age : count(year) in 3..20
      say "{teacher.They have} been teaching for {age of year}."
    }
    extend tax on left {
      with rate : percent in {10%, 20%}
      step kept : money = left - left * rate  "amount kept after tax"
      say "Of what is left, {rate} goes in tax."
      ask "How much {does teacher.they} keep?"
    }
  }

  test "worked by hand" {
    with n = 20, p = $40, few = 5, off = 15%, rent = $6, weeks = 4 week
    expect full == $3200
    expect lost == $120
    expect left == $2600
  }
}
