mspec 1
# Questions on whole numbers and fractions, as mathematics asks them.

rule extend remainder_of on x : int {
  with k : int in {3, 4, 5, 6, 7, 8, 9, 11}  "divisor"
  when x > k
  step left_over = remainder(x, k)           "remainder of the {x.description} on division by {k}"
  ask "What remainder does the {x.description} leave on division by {k}?"
}

rule extend sum_of_digits on x : int {
  when x >= 10
  step digits = digit_sum(x)  "sum of the digits of the {x.description}"
  ask "What is the sum of the digits of the {x.description}?"
}

rule extend number_of_divisors on x : int {
  when x >= 1 and x <= 1000
  step divisors = divisor_count(x)  "number of positive divisors of the {x.description}"
  ask "How many positive divisors does the {x.description} have?"
}

rule extend sum_up_to on x : int {
  when x >= 2 and x <= 1000
  step next_one = x + 1                    "next whole number"
  step whole_sum : int = x * next_one / 2
      "sum of the whole numbers from 1 up to the {x.description}"
  ask "What is the sum of all whole numbers from 1 up to the {x.description}?"
}

rule extend common_divisor on x : int {
  with k : int in {12, 18, 20, 24, 30, 36, 48, 60}  "second number"
  when x >= 2 and x != k
  step common_factor = gcd(x, k)  "greatest common divisor of the {x.description} and {k}"
  ask "What is the greatest common divisor of the {x.description} and {k}?"
}

rule extend common_multiple on x : int {
  with k : int in {4, 6, 8, 9, 10, 12, 15}  "second number"
  when x >= 2 and x <= 500 and x != k
  step multiple = lcm(x, k)                 "least common multiple of the {x.description} and {k}"
  ask "What is the least common multiple of the {x.description} and {k}?"
}

rule extend next_multiple on x : int {
  with k : int in {4, 6, 7, 8, 9, 12, 15, 25}  "number whose multiple is wanted"
  when x >= 1 and not divides(k, x)
  step multiple = ceil(x, k)  "smallest multiple of {k} larger than the {x.description}"
  ask "What is the smallest multiple of {k} that is larger than the {x.description}?"
}

rule extend last_digit_of_power on x : int {
  with base : int in {2, 3, 4, 7, 8, 9}     "base of the power"
  when x >= 2 and x <= 2000
  step last_digit = power_mod(base, x, 10)  "last digit of the power of {base}"
  say "The number {base} is raised to a power whose exponent is the {x.description}."
  ask "What is the last digit of this power?"
}

rule extend times_plus on x : rational {
  with k : int in 2..9                        "factor"
  with more : int in 1..20                    "number added"
  step multiplied : rational = k * x          "number after the multiplication"
  step result : rational = multiplied + more  "result of multiplying and adding"
  say "The {x.description} is multiplied by {k}, and {more} is added to the product."
  ask "What is the result?"
}

rule extend linear_equation_from on x : rational {
  with k : int in 2..6                       "coefficient"
  with more : int in 1..20                   "number added"
  when x > more
  step right_side : rational = x - more      "value of the product"
  step solution : rational = right_side / k  "number that is multiplied by {k}"
  say "If a certain number is multiplied by {k} and {more} is then added, the result is the {x.description}."
  ask "What is this number, to 3 significant figures?" (sigfigs = 3)
}

rule extend square_minus_multiple on x : rational {
  with k : int in 2..9                                  "factor"
  when x > k and x <= 200
  step square_value : rational = x * x                  "square"
  step multiple : rational = k * x                      "multiple"
  step difference : rational = square_value - multiple
      "difference between the square of the {x.description} and {k} times the {x.description}"
  ask "By how much is the square of the {x.description} larger than {k} times the {x.description}?"
}

rule extend arithmetic_sequence on x : rational {
  with d : int in 2..9                      "difference of neighbouring terms"
  with n : int in 5..20                     "place in the sequence"
  step increases = n - 1                    "number of increases"
  step term : rational = x + increases * d  "{n:ordinal} term of the arithmetic sequence"
  say "The first term of an arithmetic sequence is the {x.description}, and each further term is {d} larger than the one before it."
  ask "What is the {n:ordinal} term of the sequence?"
}

rule extend geometric_sequence on x : rational {
  with q : int in {2, 3}             "ratio of neighbouring terms"
  with n : int in 3..5               "place in the sequence"
  step factor : int = q^(n - 1)      "factor"
  step term : rational = x * factor  "{n:ordinal} term of the geometric sequence"
  say "The first term of a geometric sequence is the {x.description}, and each further term is {q:times} the one before it."
  ask "What is the {n:ordinal} term of the sequence?"
}

rule extend two_numbers on x : rational {
  with d : int in 1..20                             "difference of the two numbers"
  when x > d
  step twice_smaller : rational = x - d             "double of the smaller number"
  step smaller : rational = twice_smaller / 2       "smaller number"
  step result : rational = smaller * (smaller + d)  "product of the two numbers"
  say "The sum of two numbers is the {x.description}, and their difference is {d}."
  ask "What is the product of the two numbers, to 3 significant figures?" (sigfigs = 3)
}
