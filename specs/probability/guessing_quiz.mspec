mspec 1
use probability

problem guessing_quiz {
  meta {
    title: "Guessing in a multiple-choice quiz"
    grade: 11
    tags: [binomial, probability]
  }

  given {
    kid     : person
    n       : int in 4..6  "number of questions"
    options : int in 3..5  "number of options for each question"
    k       : int in 2..3  "number of right answers"
  }

  steps {
    right : probability  = 1 / options  "probability of guessing one answer right"
    wrong : probability  = 1 - right  "probability of guessing one answer wrong"
    ways                 = choose(n, k)  "number of ways to place the {k:words} right answers"
    chance : probability = ways * right^k * wrong^(n - k)  "probability that {kid} wins the book"
  }

  story """
    A quiz has {n:words} questions, each with {options:words} options of which exactly one is right.
    {kid} knows nothing about the subject and guesses every answer.
    Whoever has exactly {k:words} right answers wins a book.
  """
  ask chance "What is the probability that {kid} wins the book?" (form = "fraction")

  mistakes {
    one_way  : ways   = 1               "looks at one order only"
    no_wrong : chance = ways * right^k  "forgets that the others must be wrong"
    share    : chance = k / n           "takes the share of right answers for a probability"
  }

  vary {
    extend other on chance {
      step rest : probability = 1 - chance  "probability that {kid} does not win the book"
      ask "What is the probability that {kid} does not win the book?"
    }
    distract time {
      with minutes : int in 5..20
      say "There are {minutes} minutes for the quiz."
    }
  }

  test "by hand" {
    with n = 4, options = 3, k = 2
    expect chance == 8/27
  }
  test "any world" {
    always chance == binomial(n, k, right)
  }
}
