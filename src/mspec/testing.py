"""For property-based tests with Hypothesis: specs, worlds, rules applied one after another, counterfactual pairs.

>>> import mspec
>>> from hypothesis import given
>>> from mspec.testing import specs
>>> @given(specs())
... def prints_again(text: str) -> None:
...     assert mspec.load(text).compile("spec")

Rules on a problem, and what must hold of what they make of it:

>>> from mspec.testing import faults_of_journey, rule_sequences
>>> @given(rule_sequences(mspec.load("bakery_discount").problem))
... def holds(journey: mspec.testing.Journey) -> None:
...     assert not list(faults_of_journey(journey))
"""

from __future__ import annotations

from mspec.runtime.fuzz.journey import Journey
from mspec.runtime.fuzz.properties import Fault, faults_in_world, faults_of_journey
from mspec.runtime.fuzz.reproducer import replay
from mspec.runtime.fuzz.strategies import pairs, rule_sequences
from mspec.runtime.testing import World, assignments, specs, worlds

__all__ = [
    "Fault",
    "Journey",
    "World",
    "assignments",
    "faults_in_world",
    "faults_of_journey",
    "pairs",
    "replay",
    "rule_sequences",
    "specs",
    "worlds",
]
