mspec 1
# Heredity, growth and counting of cells.

use units.si

# A parent's two alleles of one gene, and the share of its gametes that carry the recessive one.
table parents(genotype : word, said : word, recessive : probability known) {
  "AA", "homozygous dominant",  0
  "Aa", "heterozygous",         1/2
  "aa", "homozygous recessive", 1
}

# Of two parents, by the shares of gametes with the recessive allele: the four cells of a Punnett square.
def recessive_chance(p : probability, q : probability) = p * q
def mixed_chance(p : probability, q : probability) = p * (1 - q) + q * (1 - p)
def dominant_chance(p : probability, q : probability) = 1 - p * q
def carrier_if_dominant(p : probability, q : probability) = (p * (1 - q) + q * (1 - p)) / (1 - p * q)

# Allele frequencies of a population in equilibrium (Hardy and Weinberg).
def hardy_weinberg_mixed(p : probability) = 2 * p * (1 - p)

def after_doublings(start : int, doublings : int) = start * 2^doublings
def next_season(n : int, growth : percent) = round(n * (1 + growth))
def survivors_share(at_first : int, at_last : int) = at_last / at_first
