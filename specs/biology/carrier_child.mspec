mspec 1
use biology

noun dog "dog"
noun puppy "puppy"
noun cat "cat"
noun kitten "kitten"

table breeds(adult : noun, young : noun) {
  dog, puppy
  cat, kitten
}

table illnesses(name : word) {
  "an eye disease"
  "a skin disease"
  "a heart disease"
  "a kidney disease"
}

problem carrier_child {
  meta {
    title: "An animal that may be a carrier"
    grade: 11
    tags: [biology, genetics, conditional_probability]
  }

  given {
    breeder : person
    breed   : breeds
    illness : illnesses
    both    : parents where recessive == 1/2
    k       : int in 2..6  "number of {breed.young:plural}"
  }

  steps {
    healthy : probability   = dominant_chance(both.recessive, both.recessive)
        "probability that {a breed.young} is healthy"
    carrying : probability  = mixed_chance(both.recessive, both.recessive)
        "probability that {a breed.young} is a carrier"
    given_healthy : probability = carrying / healthy
        "probability that a healthy {breed.young} is a carrier"
    all_carry : probability = given_healthy^k
        "probability that all {k:words} healthy {breed.young:plural} are carriers"
  }

  story """
    In a breed of {breed.adult:plural}, {illness.name} appears only in animals with two recessive
      alleles, genotype aa; {breed.adult:plural} with one such allele are healthy carriers.
    {breeder} mates {a breed.adult} of genotype {both.genotype} with another of the same genotype.
    From several litters, {breeder.they keep} {k:words} {breed.young:plural} that are healthy.
  """
  ask given_healthy "What is the probability that a healthy {breed.young} is a carrier?" (form = "fraction")
  ask all_carry "What is the probability that all {k:words} healthy {breed.young:plural} are carriers?" (form = "fraction")

  mistakes {
    not_given : given_healthy = carrying  "forgets that the {breed.young} is known to be healthy"
    once      : all_carry     = given_healthy  "takes one {breed.young} only"
  }

  vary {
    distract weight {
      with m : mass[g] in 90 g..120 g by 5 g
      say "{A breed.young} weighs about {m} at birth."
    }
  }

  test "two carriers" {
    with k = 3
    expect given_healthy == 2/3
    expect all_carry == 8/27
  }
}
