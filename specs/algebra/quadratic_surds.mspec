mspec 1
use algebra

problem quadratic_surds {
  meta {
    title: "Quadratic equation with irrational solutions"
    grade: 10
    tags: [quadratics, surds]
  }

  given {
    a : int in {1, 2, 3}  "leading coefficient"
    b : int in -8..8      "coefficient of x"
    c : int in -7..7      "constant"
  }

  require {
    b != 0 and c != 0
    gcd(a, abs(b), abs(c)) == 1
    b^2 - 4 * a * c > 0             "two real solutions"
    not is_square(b^2 - 4 * a * c)  "they are irrational"
  }

  steps {
    eq   = equal(a * x^2 + b * x + c, 0)     "equation"
    lead = coefficient_of(left_side(eq), 2)
        "leading coefficient of the equation" "The leading coefficient is {lead}."
    mid  = coefficient_of(left_side(eq), 1)
        "coefficient of x in the equation" "The coefficient of x is {mid}."
    disc = discriminant(left_side(eq))
        "discriminant" "The discriminant is {disc}, which is positive and no square."
    sols = set_of((-mid - surd(disc)) / (2 * lead), (-mid + surd(disc)) / (2 * lead))
        "set of solutions of the quadratic equation" "The quadratic formula gives the solutions {sols}."
  }

  tell eq
  story """
    Consider the equation {eq}.
  """
  ask sols "Find all values of x that solve it, as exact numbers." (order = "any", form = "exact")

  mistakes {
    sign_of_b : sols = set_of((mid - surd(disc)) / (2 * lead), (mid + surd(disc)) / (2 * lead))
        "puts b into the formula with the wrong sign"
    plus_4ac  : sols = roots(lead * x^2 + mid * x - coefficient_of(left_side(eq), 0))
        "adds 4ac under the root instead of taking it away" when c < 0 and b^2 + 4 * a * c >= 0
  }

  vary {
    extend squares on sols {
      step root_sum = -mid / lead  "sum of the two solutions of the quadratic equation"
      step root_product = coefficient_of(left_side(eq), 0) / lead
          "product of the two solutions of the quadratic equation" "The product of the two solutions is the constant divided by the leading coefficient, {root_product}."
      step sum_squared = coefficient_of(expand((x + root_sum)^2), 0)
          "square of the sum of the two solutions" "The square of the sum {root_sum} is {sum_squared}."
      step squares = sum_squared - 2 * root_product
          "sum of the squares of the two solutions of the quadratic equation"
      ask "What is the sum of the squares of its two solutions?"
    }
    extend the_sum on sols {
      step total = -mid / lead  "sum of the two solutions of the quadratic equation"
      ask "What is the sum of its solutions?"
    }
  }

  test "worked by hand" {
    with a = 1, b = -1, c = -1
    expect disc == 5
    expect sols == "{(1 - sqrt(5))/2, (1 + sqrt(5))/2}"
  }
  test "with a common factor" {
    with a = 1, b = 4, c = -2
    expect sols == "{-2 - sqrt(6), -2 + sqrt(6)}"
  }
  test "the formula" {
    always sols == solutions(eq)
  }
}
