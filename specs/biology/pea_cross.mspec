mspec 1
use biology

noun pea "pea plant"
noun mouse_pup "mouse" "mice"

table traits(offspring : noun, litter : word, feature : word, dominant : word, recessive : word, least : int, most : int) {
  pea,       "pea plants", "flower colour", "purple flowers", "white flowers", 40, 400
  pea,       "pea plants", "height",        "tall stems",     "short stems",   40, 400
  mouse_pup, "mice",       "coat colour",   "black coats",    "brown coats",   8,  48
}

problem pea_cross {
  meta {
    title: "Expected offspring of a cross"
    grade: 9
    tags: [biology, genetics, probability]
  }

  given {
    trait  : traits
    mother : parents where recessive > 0
    father : parents where recessive > 0
    n      : int in 8..400 by 8  "number of descendants"
  }

  require {
    trait.least <= n and n <= trait.most
    mother.recessive != 1 or father.recessive != 1  "not all offspring are alike"
  }

  steps {
    chance : probability = recessive_chance(mother.recessive, father.recessive)
        "probability that one of the descendants has two recessive alleles"
    few                  = n * chance  "expected number of descendants with {trait.recessive}"
    many                 = n - few     "expected number of descendants with {trait.dominant}"
  }

  story """
    In {trait.litter}, one gene determines the {trait.feature}.
    The allele for {trait.dominant} is dominant (A), the one for {trait.recessive} recessive (a).
    Two {trait.litter} are crossed, one of genotype {mother.genotype} and
      {if mother.genotype == father.genotype}another, also{else}one{end} of genotype
      {father.genotype}.
    In all there are {n} descendants.
  """
  ask many "How many of the descendants should be expected to have {trait.dominant}?"

  mistakes {
    recessive_ones : many   = few  "counts those with the recessive form"
    adds_shares    : chance = (mother.recessive + father.recessive) / 2
        "takes the mean of the parents' shares"
  }

  vary {
    distract years {
      with years : count(year) in 2..5
      say "The experiment takes {years of year}."
    }
  }

  test "two heterozygous parents" {
    with mother = "Aa", father = "Aa", n = 200
    expect chance == 1/4
    expect many == 150
  }
  test "in any world" {
    always few <= many
  }
}
