mspec 1
use combinatorics
use lexicon.people

noun handshake "handshake"

problem handshakes {
  meta {
    title: "Handshakes at a meeting"
    grade: 7
    tags: [counting, pairs]
  }

  given {
    who : noun in {friend, player, doctor, engineer, artist}
    n   : count(who) in 5..30  "number of {who:plural}"
  }

  steps {
    others = n - 1                             "number of others whom each {who} meets"
    greetings : count(handshake) = n * others  "number of handshakes counted from both sides"
    shakes : count(handshake) = greetings / 2
        "number of handshakes" "Each handshake has been counted twice, so there are {greetings} ÷ 2 = {shakes} of them."
  }

  story """
    At a meeting of {n of who}, each of them shakes hands once with each of the others.
  """
  ask shakes "How many handshakes are there in all?"

  mistakes {
    both_sides : shakes    = greetings         "counts every handshake twice"
    with_self  : others    = n                 "lets everybody shake hands with themself"
    one_each   : greetings = magnitude(n) * 2  "counts one handshake for each person"
  }

  vary {
    insert late on n {
      with late : count(who) in 2..4  "number of {who:plural} who come late"
      step present = n + late         "number of {who:plural} in the end"
      say "Later, {late} more {who:plural} come and greet all the others in the same way."
    }
    distract coffee {
      with cups : int in 20..60
      say "At the meeting, {cups} cups of coffee are drunk."
    }
  }

  test "by hand" {
    with n = 10
    expect shakes == 45
  }
  test "any world" {
    always magnitude(shakes) == pairs(magnitude(n))
  }
}
