mspec 1
use lexicon.things

problem sum_and_ratio {
  meta {
    title: "Two numbers from their sum and ratio"
    grade: 7
    tags: [equations, ratio]
    source: "gsm8k-train-4739"
  }

  given {
    place : word in {"on a long bridge", "in a tunnel", "at a toll gate"}
    big   : noun in {truck, van}
    total : count(vehicle) in 60..480  "number of vehicles"
    k     : int in 2..6                "ratio of cars to {big:plural}"
  }

  steps {
    unknown x : count(vehicle)
    found : count(vehicle) = solve([x + k * x == total], [x]).x
        "number of {big:plural} among the vehicles"
  }

  story """
    In one hour {total of vehicle} were counted {place}, and all of them were cars or {big:plural}.
    There were {k:times} as many cars as {big:plural}.
  """
  ask found "How many {big:plural} were counted?"

  mistakes {
    ratio_of_sum : found = total / k  "divides the sum by the ratio" when divides(k, total)
    cars_instead : found = total - total / (k + 1)  "reports the number of cars"
    halves       : found = total / 2                "divides the sum by 2" when divides(2, total)
  }

  vary {
    extend fee on found {
      with toll : money in $4..$12                   "toll for one {big}"
      step income : money = toll * magnitude(found)  "total toll for all the {big:plural}"
      say "The toll for {a big} is {toll}."
      ask "How much did the {big:plural} pay in all?"
    }
  }

  test "original numbers" {
    with total = 300, k = 2
    expect found == 100
  }
}
