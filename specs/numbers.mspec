mspec 1

# Whole numbers: digits, divisors, remainders, clocks. Besides these the language itself has gcd, lcm, divides,
# is_prime, quotient, remainder, digit_sum, divisor_count, divisor_sum, totient, power_mod, in_base and from_base.

def is_even(n : int) = divides(2, n)
def is_odd(n : int) = not divides(2, n)
def are_coprime(a : int, b : int) = gcd(a, b) == 1
def are_congruent(a : int, b : int, modulus : int) = divides(modulus, a - b)
def is_perfect(n : int) = divisor_sum(n) == 2 * n

# The digit of n that stands for 10^place: place 0 is the last digit.
def digit(n : int, place : int) = remainder(quotient(n, 10^place), 10)
def last_digit(n : int) = remainder(n, 10)
def two_digits(tens : int, ones : int) = 10 * tens + ones
def three_digits(hundreds : int, tens : int, ones : int) = 100 * hundreds + 10 * tens + ones

# The first n whole numbers, the first n odd ones, the first n squares, added up.
def sum_to(n : int) = quotient(n * (n + 1), 2)
def odd_sum(n : int) = n^2
def square_sum(n : int) = quotient(n * (n + 1) * (2 * n + 1), 6)

# What a clock with 12 hours shows: 12 after 11, then 1.
def clock_hour(hours : int) = remainder(hours - 1, 12) + 1
