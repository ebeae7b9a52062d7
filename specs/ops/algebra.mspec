mspec 1
# Questions on whole numbers and fractions, as mathematics asks them.

rule extend remainder_of on x : int {
  when not x.words in {"remainder", "digits", "divisors", "divisor", "multiple", "sum", "notes", "power", "digit"}
  with k : int in {3, 4, 5, 6, 7, 8, 9, 11}  "divisor"
  when x > 2 * k
  step left_over = remainder(x, k)           "remainder of the {x.description} on division by {k}"
  ask "What is the remainder when the {x.description} is divided by {k}?"
}

rule extend sum_of_digits on x : int {
  when not x.words in {"remainder", "digits", "divisors", "divisor", "multiple", "sum", "notes", "power", "digit"}
  when x >= 10
  step digits = digit_sum(x)  "sum of the digits of the {x.description}"
  ask "What is the sum of the digits of the {x.description}?"
}

rule extend number_of_divisors on x : int {
  when not x.words in {"remainder", "digits", "divisors", "divisor", "multiple", "sum", "notes", "power", "digit"}
  when x >= 1 and x <= 1000
  step divisors = divisor_count(x)  "number of positive divisors of the {x.description}"
  ask "How many positive divisors does the {x.description} have?"
}

rule extend sum_up_to on x : int {
  when not x.words in {"remainder", "digits", "divisors", "divisor", "multiple", "sum", "notes", "power", "digit"}
  when x >= 2 and x <= 1000
  step next_one = x + 1                    "whole number after the {x.description}"
  step whole_sum : int = x * next_one / 2
      "sum of the whole numbers from 1 up to the {x.description}"
  ask "What is the sum of all whole numbers from 1 up to the {x.description}?"
}

rule extend shared_divisor on x : int {
  when not x.words in {"remainder", "digits", "divisors", "divisor", "multiple", "sum", "notes", "power", "digit"}
  with k : int in {12, 18, 20, 24, 30, 36, 48, 60}  "number to compare with"
  when x >= 4 and x != k and x <= 100000
  step common_factor = gcd(x, k)  "greatest common divisor of {k} and the {x.description}"
  ask "What is the greatest common divisor of {k} and the {x.description}?"
}

rule extend shared_multiple on x : int {
  when not x.words in {"remainder", "digits", "divisors", "divisor", "multiple", "sum", "notes", "power", "digit"}
  with k : int in {4, 6, 8, 9, 10, 12, 15}  "number to compare with"
  when x >= 2 and x <= 500 and x != k
  step multiple = lcm(x, k)                 "least common multiple of {k} and the {x.description}"
  ask "What is the least common multiple of {k} and the {x.description}?"
}

rule extend next_multiple on x : int {
  when not x.words in {"remainder", "digits", "divisors", "divisor", "multiple", "sum", "notes", "power", "digit"}
  with k : int in {4, 6, 7, 8, 9, 12, 15, 25}  "number whose multiple is wanted"
  when x >= 1 and not divides(k, x)
  step multiple = ceil(x, k)  "smallest multiple of {k} larger than the {x.description}"
  ask "What is the smallest multiple of {k} that is larger than the {x.description}?"
}

rule extend last_digit_of_power on x : int {
  when not x.words in {"digit", "power"}
  with base : int in {2, 3, 4, 7, 8, 9}     "base of the power"
  when x >= 2 and x <= 2000
  step last_digit = power_mod(base, x, 10)  "last digit of the power of {base}"
  say "The exponent of a power of {base} is the {x.description}."
  ask "What is the last digit of this power of {base}?"
}

rule extend times_plus on x : rational {
  when not x.words in {"result", "multiplying"}
  with k : int in 2..9                        "multiplier"
  with more : int in 1..20                    "number added"
  step multiplied : rational = k * x          "product of {k} and the {x.description}"
  when x >= 1 and x <= 10000 and is_int(300 * x)
  step result : rational = multiplied + more  "result of multiplying by {k} and adding {more}"
  say "The {x.description} is multiplied by {k}, and then {more} is added."
  ask "What is the result?"
}

rule extend product_by on x : rational {
  when not x.words in {"cards", "parts"}
  with k : int in 3..9              "number of cards"
  when x >= 1 and x <= 2000 and is_int(300 * x)
  step on_cards : rational = k * x  "sum of the numbers on the {k} cards"
  say "Each of {k} cards shows the same number: the {x.description}."
  ask "What is the sum of the numbers on these {k} cards?"
}

rule extend quotient_by on x : rational {
  when not x.words in {"parts", "cards", "divisors", "digits", "digit", "remainder"}
  with k : int in {2, 4, 5, 10}     "number of equal parts"
  when x >= 2 * k and x <= 100000 and is_int(10 * x)
  step one_part : rational = x / k  "size of each of the {k} equal parts"
  say "The {x.description} is divided into {k} equal parts."
  ask "How large is each of these parts?"
}

rule extend less_by on x : rational {
  when not x.words in {"left"}
  with less : int in 3..60               "number that is taken away"
  when x > less and x <= 20 * less and is_int(300 * x)
  step rest_of_it : rational = x - less  "number left when {less} is taken away"
  say "From the {x.description}, {less} is taken away."
  ask "What number is left?"
}

rule extend number_to_add on x : rational {
  when not x.words in {"add", "added", "reach"}
  with n : int in {30, 50, 80, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10000}  "sum to reach"
  when x >= 1 and x < n and n <= 8 * x and is_int(300 * x)
  step to_add : rational = n - x  "number that must be added to reach {n}"
  say "A number is added to the {x.description}, and the sum is {n}."
  ask "What number is added?"
}

rule extend point_to_the_right on x : rational {
  when not x.words in {"point", "coordinate"}
  with apart : int in 2..60                "distance between the two points"
  when x >= 1 and x <= 500 and is_int(10 * x)
  step right_point : rational = x + apart  "coordinate of the point on the right"
  say "The coordinate of a point on a number line is the {x.description}, and another point lies {apart} units to its right."
  ask "What is the coordinate of the point on the right?"
}

rule extend squared on x : rational {
  when not x.words in {"square", "squared", "squaring"}
  when x >= 2 and x <= 60 and is_int(10 * x)
  step square_found : rational = x * x  "square of the {x.description}"
  ask "What is the square of the {x.description}?"
}

rule extend rounded_down on x : rational {
  when not x.words in {"whole", "rounded"}
  when x >= 10 and x <= 100000 and is_int(300 * x) and not is_int(x)
  step whole_below : int = floor(x)
      "largest whole number below the {x.description}" "The largest whole number below the {x.description} is {whole_below}."
  ask "What is the largest whole number below the {x.description}?"
}

rule extend linear_equation_from on x : rational {
  when not x.words in {"solution", "equation"}
  with k : int in 2..6                       "coefficient"
  with more : int in 1..20                   "number added"
  when x > more and x <= 10000 and is_int(300 * x)
  step right_side : rational = x - more      "value of the product {k}w"
  step solution : rational = right_side / k  "solution w of the equation {k}w + {more} = c"
  say "In the equation {k}w + {more} = c, the letter c stands for the {x.description}."
  ask "What is the solution w of this equation, to 3 significant figures?" (sigfigs = 3)
}

rule extend square_minus_multiple on x : rational {
  when not x.words in {"difference", "square"}
  with k : int in 2..9                                  "multiplier for the subtraction"
  when x > k and x <= 200 and is_int(100 * x)
  step square_value : rational = x * x                  "square of the {x.description}"
  step multiple : rational = k * x                      "product of {k} and the {x.description}"
  step difference : rational = square_value - multiple  "result of squaring and subtracting"
  say "The {x.description} is squared, and {k:times} the number that was squared is subtracted from the square."
  ask "What is the result of squaring and subtracting?"
}

rule extend arithmetic_sequence on x : rational {
  when not x.words in {"term", "sequence"}
  with d : int in 2..9                      "difference of neighbouring terms"
  with n : int in 5..20                     "place in the sequence"
  when x <= 10000 and is_int(300 * x)
  step increases = n - 1                    "number of steps from the first term to the {n:ordinal}"
  step term : rational = x + increases * d
      "{n:ordinal} term of the arithmetic sequence with difference {d}"
  say "The first term of an arithmetic sequence is the {x.description}, and each further term is {d} larger than the one before it."
  ask "What is the {n:ordinal} term of the sequence?"
}

rule extend geometric_sequence on x : rational {
  when not x.words in {"term", "sequence"}
  with q : int in {2, 3}             "ratio of neighbouring terms"
  with n : int in 3..5               "place in the sequence"
  when x >= 1 and x <= 1000 and is_int(300 * x)
  step factor : int = q^(n - 1)      "product of the ratios"
  step term : rational = x * factor  "{n:ordinal} term of the geometric sequence with ratio {q}"
  say "The first term of a geometric sequence is the {x.description}, and each further term is {q:times} the one before it."
  ask "What is the {n:ordinal} term of the sequence?"
}

rule extend two_numbers on x : rational {
  when not x.words in {"product", "numbers"}
  with d : int in 1..20                             "difference of u and v"
  when x > d and x <= 1000 and is_int(300 * x)
  step twice_smaller : rational = x - d             "double of the smaller number v"
  step smaller : rational = twice_smaller / 2       "smaller number v"
  step result : rational = smaller * (smaller + d)  "product of the numbers u and v"
  say "Two numbers u and v have a sum equal to the {x.description}, and u is {d} larger than v."
  ask "What is the product of the numbers u and v, to 3 significant figures?" (sigfigs = 3)
}

rule extend remainder_of_count on x : count(thing) {
  when x.noun in {"number", "age", "difference", "least", "largest", "time"}
  with k : int in {3, 4, 5, 6, 7, 8, 9, 11}          "number to divide by"
  when magnitude(x) > 2 * k
  step left_over : int = remainder(magnitude(x), k)
      "remainder of the {x.description} on division by {k}"
  ask "What is the remainder when the {x.description} is divided by {k}?"
}

rule extend digits_of_count on x : count(thing) {
  when x.noun in {"number", "age", "difference", "least", "largest", "time"}
  when magnitude(x) >= 10
  step digits : int = digit_sum(magnitude(x))  "sum of the digits of the {x.description}"
  ask "What is the sum of the digits of the {x.description}?"
}

rule extend count_times_plus on x : count(thing) {
  when x.noun in {"number", "age", "difference", "least", "largest", "time"}
  with k : int in 2..9                      "number to multiply by"
  with more : int in 1..20                  "number to add"
  step multiplied : int = k * magnitude(x)  "product of {k} and the {x.description}"
  step result : int = multiplied + more     "result of multiplying by {k} and adding {more}"
  say "The {x.description} is multiplied by {k}, and then {more} is added."
  ask "What is the result?"
}
