mspec 1

# Probabilities, as fractions.

def complement(p : probability) = 1 - p
# The probability of A where B is known to have happened.
def conditional(both : probability, condition : probability) = both / condition
def either(p : probability, q : probability, both : probability) = p + q - both
# At least one of n independent attempts succeeds.
def at_least_one(p : probability, n : int) = 1 - (1 - p)^n
# Exactly k of n independent attempts succeed.
def binomial(n : int, k : int, p : probability) = choose(n, k) * p^k * (1 - p)^(n - k)
# Exactly k good ones when several are drawn without replacement.
def hypergeometric(good : int, bad : int, drawn : int, k : int) = choose(good, k) * choose(bad, drawn - k) / choose(good + bad, drawn)
# How likely the cause is once the sign is seen (Bayes).
def bayes(prior : probability, hit : probability, false_alarm : probability) = prior * hit / (prior * hit + (1 - prior) * false_alarm)
# Ways in which two dice show a sum.
def two_dice(total : int) = number(i in 1..6, 1 <= total - i and total - i <= 6)
