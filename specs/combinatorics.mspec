mspec 1

# Counting. Besides these the language itself has factorial, choose, arrangements and derangements.

# Unordered pairs: handshakes, matches of a league in which all meet once, lines through points.
def pairs(n : int) = choose(n, 2)
def ordered_pairs(n : int) = n * (n - 1)
# Orders around a table, where only neighbours count.
def circular_orders(n : int) = factorial(n - 1)
# Ways to share n equal things among k, some with nothing, or each with at least one (stars and bars).
def shares(n : int, k : int) = choose(n + k - 1, k - 1)
def full_shares(n : int, k : int) = choose(n - 1, k - 1)
# Orders of n things of which a are alike, and b others are alike, and c others.
def orders_with_repeats(n : int, a : int, b : int, c : int) = quotient(factorial(n), factorial(a) * factorial(b) * factorial(c))
# Shortest ways on a grid: so many blocks to the right and so many up.
def grid_paths(right : int, up : int) = choose(right + up, up)
# How many things put one box of several over the top: at least `wanted` in one of them.
def pigeons(boxes : int, wanted : int) = boxes * (wanted - 1) + 1
# What is in at least one of two or three sets.
def union_of_two(a : int, b : int, both : int) = a + b - both
def union_of_three(a : int, b : int, c : int, ab : int, ac : int, bc : int, abc : int) = a + b + c - ab - ac - bc + abc
