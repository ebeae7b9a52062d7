"""Specs for the tests of data sets: small, and each with something special."""

from __future__ import annotations

from functools import cache

from mspec.compiler.ir import Problem
from mspec.compiler.load import load_problem

APPLES = '''
problem apples {
  given {
    n : int in 2..40      "number of apples"
    k : int in 2..9       "number of bags"
  }
  require { n > k  "more apples in a bag than there are bags" }
  steps {
    total = n * k         "number of apples in all"
    left  = total - k     "number of apples that are left"
  }
  story """
    There are {k} bags with {n} apples each.
    One apple of each bag is bad.
  """
  ask left "How many good apples are there?"
}
'''

PARTS = '''
problem parts {
  given { a : int in 1..9  "first number"
          b : int in 1..9  "second number" }
  steps {
    larger = if a > b then a else b  "larger number"
    middle : rational = (a + b) / 2             "mean"
  }
  story """
    She says "{a} and {b}".
  """
  ask larger "Which is larger?"
  ask middle "What is the mean?" (round = 0)
}
'''

BACKWARDS = '''
problem backwards {
  given { x : int in 3..30   "number that she thinks of"
          k : int in 2..6    "factor" }
  steps { big = x * k    "product" }
  tell big
  story """
    Multiplied by {k}, a number is {big}.
  """
  ask x "What is the number?"
}
'''


@cache
def apples() -> Problem:
    """Whole numbers, one shape."""
    return load_problem(APPLES)


@cache
def parts() -> Problem:
    """Two parts, a branch, a rounded answer, quotation marks in the text."""
    return load_problem(PARTS)


@cache
def backwards() -> Problem:
    """A hidden given is asked for; a step is told."""
    return load_problem(BACKWARDS)
