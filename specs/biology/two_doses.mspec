mspec 1
use units.si

problem two_doses {
  meta {
    title: "Two doses of a medicine"
    grade: 10
    tags: [percent, recurrence, rounding, medicine]
  }

  given {
    patient : person
    dose    : mass[mg] in {80 mg, 100 mg, 120 mg, 150 mg, 200 mg, 250 mg}  "amount of one dose"
    loss    : percent in 10%..30% by 5%  "share broken down in an hour"
    k       : count(hour) in 2..4 fixed  "number of hours until the second dose"
    m       : count(hour) in 4..7 fixed  "number of hours in all"
  }

  require {
    k < m  "the second dose has been taken"
  }

  steps {
    # The second dose is there when hour k + 1 begins.
    left = iterate(i in 1..m, from dose, next round((if i == k + 1 then it + dose else it) * (1 - loss), 0.1 mg))
        "amount of the medicine in the body after hour {i}"
  }

  story """
    {patient} takes {dose} of a medicine.
    Each hour {loss} of what is in {patient.their} body is broken down, and the amount that is left
      is rounded to 0.1 mg.
    {k:Words of hour} after the first dose {patient.they take} a second one of the same size.
    {m:Words of hour} after the first dose {patient.their} blood is tested.
  """
  ask left "How many milligrams of the medicine are in {patient.their} body at the time of the test?"

  mistakes {
    one_dose   : left = round(dose * (1 - loss)^magnitude(m), 0.1 mg)  "forgets the second dose"
    linear     : left = 2 * dose - dose * loss * magnitude(m)
        "takes the same amount off every hour" when loss * magnitude(m) <= 1
    round_once : left = round(dose * (1 - loss)^magnitude(m) + dose * (1 - loss)^(magnitude(m) - magnitude(k)), 0.1 mg)
        "rounds at the end only"
  }

  vary {
    extend third on left {
      with more : mass[mg] in {50 mg, 60 mg, 75 mg}
      step after_third = left + more  "amount of the medicine in the body just after the last dose"
      say "Right after the test {patient.they take} a last dose of {more}."
      ask "How many milligrams are in {patient.their} body just after the last dose?"
    }
    distract weight {
      with weight : mass[kg] in 50 kg..90 kg
      say "{patient} weighs {weight}."
    }
  }

  test "worked by hand" {
    with dose = 100 mg, loss = 20%, k = 2, m = 4
    expect left == 105 mg
  }
}
