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
    few     : count(lesson)[1/week] in 2..8 by 1    "number of lessons for beginners in a week"
    off     : percent in {15%}                      "reduction for beginners"
    rent    : money[1/lesson] in $4..$12 by $0.50   "room rent for a lesson"
    weeks   : time[week] in {4 week} fixed          "number of weeks in the month"
  }

  require {
    few + few < n  "most lessons cost the full price"
  }

  steps {
    fewer        = few * weeks         "number of lessons for beginners in the month"
    all_lessons  = n * weeks           "number of lessons in the month"
    full         = all_lessons * p     "income of the month without the reduction for beginners"
    lost : money = fewer * p * off     "amount taken off for the beginners"
    room         = all_lessons * rent  "room rent of the month"
    left         = full - lost - room  "amount left after the room rent"
  }

  story """
    {teacher} gives {n} music lessons a week and charges {p} a lesson.
    For beginners, who take {few} of the lessons each week, a lesson costs {off} less.
    For the room {teacher} pays {rent} a lesson.
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
      say "{teacher} has been teaching for {age of year}."
    }
    extend tax on left {
      with rate : percent in {10%, 20%}
      step kept : money = left - left * rate  "amount left after room rent and tax"
      say "Of what is left after the room rent, {rate} goes in tax."
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
