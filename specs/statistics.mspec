mspec 1

# Averages and spread. Besides these the language itself has mean, median, mode, range and sort of lists.

# The value that brings n values with the sum `so_far` (without it) to a mean.
def missing_value(mean_wanted : rational, n : int, so_far : rational) = mean_wanted * n - so_far
def combined_mean(n1 : int, mean1 : rational, n2 : int, mean2 : rational) = (n1 * mean1 + n2 * mean2) / (n1 + n2)
def weighted_mean(x1 : rational, w1 : rational, x2 : rational, w2 : rational, x3 : rational, w3 : rational) = (w1 * x1 + w2 * x2 + w3 * x3) / (w1 + w2 + w3)
def midrange(low : rational, high : rational) = (low + high) / 2
# The mean after one of n values has been corrected.
def corrected_mean(mean_found : rational, n : int, wrong : rational, right : rational) = (mean_found * n - wrong + right) / n
# The mean of the squares of what five values are away from m; of four.
def variance_of_five(xs : list(rational, 5), m : rational) = sum(i in 1..5, (xs[i] - m)^2) / 5
def variance_of_four(xs : list(rational, 4), m : rational) = sum(i in 1..4, (xs[i] - m)^2) / 4
def z_score(x : rational, m : rational, deviation : rational) = (x - m) / deviation
