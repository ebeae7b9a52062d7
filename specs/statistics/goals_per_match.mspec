mspec 1

problem goals_per_match {
  meta {
    title: "Mean of grouped data"
    grade: 8
    tags: [mean, frequency_table]
  }

  given {
    team : word in {"hockey team", "football team", "school team"}
    f0   : int in 2..6   "number of matches without a goal"
    f1   : int in 4..10  "number of matches with 1 goal"
    f2   : int in 3..9   "number of matches with 2 goals"
    f3   : int in 2..6   "number of matches with 3 goals"
    f4   : int in 2..4   "number of matches with 4 goals"
  }

  require {
    is_int(20 * average)  "the mean ends after two decimals"
    f1 != f2
  }

  steps {
    matches = f0 + f1 + f2 + f3 + f4         "number of matches in the season"
    goals   = f1 + 2 * f2 + 3 * f3 + 4 * f4  "number of goals in the season"
    average = goals / matches                "mean number of goals in a match"
  }

  story """
    In one season {a team} scored no goal in {f0} of its matches and 1 goal in {f1} of them.
    The team scored 2 goals in {f2} matches, 3 goals in {f3} and 4 goals in {f4}, and never more
      than that.
  """
  ask average "What is the mean number of goals in a match?" (form = "decimal")

  mistakes {
    no_weights   : goals   = 0 + 1 + 2 + 3 + 4  "adds the numbers of goals without weighing them"
    by_five      : matches = 5                  "divides by the number of groups"
    forgets_zero : matches = f1 + f2 + f3 + f4  "leaves out the matches without a goal"
  }

  vary {
    extend total on average {
      with extra : int in 3..6                      "number of goals in one more match"
      step later = (goals + extra) / (matches + 1)  "mean number of goals after one more match"
      say "In one more match the team then scores {extra} goals."
      ask "What is the mean number of goals in a match then, to 2 decimal places?" (round = 2)
    }
    distract fans {
      with fans : int in 100..900 by 50
      say "On average {fans} people watched a match."
    }
  }

  test "by hand" {
    with f0 = 4, f1 = 6, f2 = 5, f3 = 3, f4 = 2
    expect matches == 20
    expect goals == 33
    expect average == 1.65
  }
}
