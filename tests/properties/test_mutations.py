"""Damaged copies of the shipped specs: each is refused where it is wrong, or is a sound problem."""

from __future__ import annotations

import resource
import time
from collections import Counter

import pytest
from tests.properties.mutants import MUTATIONS, mutant, names, originals
from tests.properties.survival import Survivor, survive

from mspec.api import Spec
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.libraries import PRELUDE

SECONDS = 20.0
"""Of this process; solvers run in others, with budgets of their own. No target, but what tells a search without an end:
the slowest of the shipped specs takes 6 s, all of whose 2,730 worlds are certified by algebra."""
MEGABYTES = 500


def outcome(seed: int) -> str:
    """Try one mutant: "refused", "library" or "problem"."""
    text = mutant(seed)
    began, peak = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        survivor = survive(text)
        if survivor.clean:
            drawn(survivor)
    except Exception as error:
        error.add_note(f"mutant {seed}")
        raise
    spent = time.process_time() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak) >> 10
    assert spent < SECONDS and grown < MEGABYTES, f"mutant {seed}: {spent:.1f} s, {grown} MB"
    return "refused" if survivor.module.errors() else "problem" if survivor.module.problems else "library"


def drawn(survivor: Survivor) -> None:
    """What `check` finds nothing wrong with can be drawn from; two evaluators and the printed equations agree there."""
    for problem in survivor.module.problems:
        try:
            Spec(problem).sample(2)
        except MspecError as error:
            # That there is too little chance of a world may be seen only here.
            assert error.diagnostics[0].code in ("MS5103", "MS5106"), error


def test_some() -> None:
    found = Counter(outcome(seed) for seed in range(150))
    assert found["refused"] > 50 and found["problem"] > 5, found


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(40))
def test_many(batch: int) -> None:
    start = 1_000_000 + batch * 250
    found = Counter(outcome(seed) for seed in range(start, start + 250))
    assert found["problem"] > 10, found


def test_mutants_are_many_and_reproducible() -> None:
    texts = [mutant(seed) for seed in range(400)]
    assert texts == [mutant(seed) for seed in range(400)]
    assert len(set(texts)) > 390
    assert sum(text in originals() for text in texts) < 20
    assert len(set(MUTATIONS)) == 9


@pytest.mark.parametrize("name", [name for name in names() if name != PRELUDE])
def test_originals_are_sound(name: str) -> None:
    text = originals()[names().index(name)]
    assert not survive(text, checked=False).module.errors()
