"""Records of the shipped specs: of a sample of them for quick tests, of all for the long runs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from mspec.compiler.ir import Problem
from mspec.compiler.load import load_file
from mspec.runtime.data.records import Recorder

SPECS = Path(__file__).parents[2] / "specs"
EVERY = 5
"""Quick tests look at one spec in so many, chosen by its place in the alphabet."""

Json = dict[str, Any]


def problems(every: int = 1) -> Iterator[Problem]:
    """The problems of one shipped file in so many."""
    for path in sorted(SPECS.rglob("*.mspec"))[::every]:
        yield from load_file(path).problems


@cache
def sampled(rows: int) -> tuple[tuple[Json, Problem], ...]:
    """So many records of each spec of the sample, with the problem that made them."""
    return tuple(
        (orjson.loads(line), problem) for problem in problems(EVERY) for line in Recorder(problem, 7).batch(0, rows)
    )
