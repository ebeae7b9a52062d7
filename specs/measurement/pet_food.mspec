mspec 1
use units.si

noun dog "dog" { feed: 200 g..500 g by 50 g }
noun cat "cat" { feed: 50 g..100 g by 10 g }
noun hen "hen" { feed: 100 g..150 g by 10 g }
noun rabbit "rabbit" { feed: 50 g..150 g by 10 g }

problem pet_food {
  meta {
    title: "Food for the animals during a holiday"
    grade: 5
    tags: [units, multiplication]
    source: "gsm8k-train-1136"
  }

  given {
    owner  : person
    animal : noun in {dog, cat, hen, rabbit}
    n      : count(animal) in 2..6   "number of {animal:plural}"
    feed   : mass[g] in animal.feed  "mass of food that one {animal} eats in a day"
    days   : count(day) in 4..21     "number of days away"
  }

  steps {
    daily            = n * feed      "mass of food for all the {animal:plural} on one day"
    grams            = daily * days  "mass in grams of the food eaten while {owner} is away"
    total : mass[kg] = grams         "mass in kilograms of the food that {owner} leaves"
  }

  story """
    {owner} has {n of animal}, and each of them eats {feed} of food a day.
    A neighbour is going to feed them while {owner} is away for {days of day}.
  """
  ask total "How many kilograms of food must {owner} leave for the {animal:plural}?"

  mistakes {
    one_animal : daily = feed        "counts the food of one {animal} only"
    one_day    : grams = daily       "counts one day only"
    hundred    : total = grams * 10  "takes a kilogram for 100 grams"
  }

  vary {
    extend bags on total {
      with bag : mass[kg] in {1 kg, 2 kg, 2.5 kg}  "mass of food in one bag"
      step bags : int = ceil(total / bag)          "number of bags that {owner} must buy"
      say "The food for the {animal:plural} comes in bags of {bag}."
      ask "How many bags must {owner} buy?"
    }
    insert spare on grams {
      with extra : mass[g] in 200 g..800 g by 100 g  "mass of the reserve of food"
      step safe = grams + extra                      "mass in grams of the food with the reserve"
      say "{owner} leaves a reserve of {extra} of food as well, just in case."
    }
  }

  test "original numbers" {
    with animal = dog, n = 4, feed = 250 g, days = 14
    expect daily == 1000 g
    expect total == 14 kg
  }
}
