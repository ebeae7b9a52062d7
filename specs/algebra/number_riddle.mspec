mspec 1
use algebra

problem number_riddle {
  meta {
    title: "Think of a number"
    grade: 7
    tags: [linear_equations, word_problems]
  }

  given {
    kid : person
    n   : int in 2..25   "number behind the riddle"
    a   : int in 4..9    "first factor"
    c   : int in {2, 3}  "second factor"
    b   : int in 2..9    "number taken away"
  }

  require {
    2 <= d and d <= 90  "the number that is added is easy to say"
    d != b
  }

  steps {
    d      = (a - c) * n - b              "number added"
    eq     = equal(a * x - b, c * x + d)
        "equation for the number" "Let x be the number. Both results are the same: {eq}."
    moved  = shift(eq, b - c * x)
        "equation with x on one side only" "Add {b} to both sides and take x away {c:times}: {moved}."
    answer = solution(moved)
        "number that {kid} thinks of" "Dividing by the factor of x gives x = {answer}."
  }

  tell d
  story """
    {kid} thinks of a number.
    If {kid.they multiply} it by {a} and then {kid.they take} away {b}, the result is the same as if
      {kid.they multiply} it by {c} and then {kid.they add} {d}.
  """
  ask answer "What is the number?"

  mistakes {
    adds_factors : moved = shift(eq, b + c * x)   "adds x {c:times} instead of taking it away"
    keeps_b      : moved = shift(eq, -b - c * x)  "takes {b} away once more instead of adding it"
  }

  vary {
    extend doubled on answer {
      with k : int in 2..4    "factor"
      step more = k * answer  "product of {k} and the number that {kid} thinks of"
      ask "What is {k} times the number?"
    }
  }

  test "worked by hand" {
    with n = 7, a = 5, c = 3, b = 4
    expect d == 10
    expect eq == "5*x - 4 = 3*x + 10"
    expect moved == "2*x = 14"
    expect answer == 7
  }
}
