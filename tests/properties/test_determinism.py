"""The same bytes for the same seed, whatever the process, its hash seed and its batches; other seeds, other worlds."""

from __future__ import annotations

import os
import subprocess
import sys
from math import exp
from pathlib import Path

import orjson

from mspec.api import generate, problems_of
from mspec.compiler import libraries
from mspec.runtime.prove.satisfiable import satisfiable

ROOT = Path(__file__).parent.parent.parent
SPECS = ROOT / "specs"
CODE = "import sys; from mspec.api import generate; generate([sys.argv[1]], 180, sys.argv[2], seed=5)"


def made(path: Path, hash_seed: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    subprocess.run([sys.executable, "-c", CODE, str(SPECS), str(path)], check=True, env=environment, timeout=300)
    return path.read_bytes()


def test_hash_seeds_and_processes_change_no_byte(tmp_path: Path) -> None:
    first = made(tmp_path / "a.jsonl", "1")
    assert made(tmp_path / "b.jsonl", "2") == first
    assert len(first.splitlines()) == 180


def most_by_chance(mean: float) -> int:
    """The 99.9 % quantile of a Poisson distribution."""
    term = total = exp(-mean)
    number = 0
    while total < 0.999:
        number += 1
        term *= mean / number
        total += term
    return number


def test_neighbouring_seeds_share_no_more_worlds_than_chance_allows(tmp_path: Path) -> None:
    (problem,) = problems_of([SPECS / "money" / "two_savers.mspec"])
    n = 2_000
    worlds = []
    for seed in (42, 43):
        generate([SPECS / "money" / "two_savers.mspec"], n, tmp_path / f"{seed}.jsonl", seed=seed)
        lines = (tmp_path / f"{seed}.jsonl").read_bytes().splitlines()
        worlds.append([orjson.dumps(orjson.loads(line)["givens"]) for line in lines])
    size = satisfiable(problem).worlds
    assert size is not None
    assert len(set(worlds[0]) & set(worlds[1])) <= most_by_chance(n * n / size)
    for shift in range(-1000, 1001):
        first, second = (worlds[0][shift:], worlds[1]) if shift >= 0 else (worlds[0], worlds[1][-shift:])
        alike = sum(a == b for a, b in zip(first, second, strict=False))
        assert alike <= 2, f"the streams are {alike} times alike at a shift of {shift}"


def test_the_shipped_specs_are_those_of_the_package() -> None:
    assert {"prelude", "money.bakery_discount", "units.si"} <= set(libraries.shipped_names())
