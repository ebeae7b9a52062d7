"""What a run makes: enough to continue it, and to refuse parts that another run left."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import OtherRun
from mspec.compiler.hashes import text_hash
from mspec.runtime.render.styles import Pack

SHARD = 32_768
"""Rows in a shard, the unit of work and of what an interrupted run keeps. Part of the format of Parquet files, whose
row groups follow it."""

STREAM = 1
"""Changed whenever the same run would give other bytes, so that parts of two versions are never mixed."""


@dataclass(frozen=True, slots=True)
class Portion:
    """How many rows one spec gives."""

    name: str
    spec_hash: str
    rows: int


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows `start..stop` (indices of the spec's stream) of one portion; `number` is its place in the output."""

    number: int
    portion: int
    start: int
    stop: int

    @property
    def rows(self) -> int:
        """The number of records."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class Run:
    """All that decides the bytes of an output. `style` is "" where records have no text in a style, `plan` where they
    are of the specs themselves; `wrong` is how many wrong traces each may have, `pair` the kind of
    pairs."""

    seed: int
    format: str
    portions: tuple[Portion, ...]
    stream: int = STREAM
    shard: int = SHARD
    style: str = ""
    plan: str = ""
    wrong: int = 0
    pair: str = ""

    @property
    def rows(self) -> int:
        """The number of records."""
        return sum(portion.rows for portion in self.portions)

    def shards(self) -> Iterator[Shard]:
        """The parts in the order of the output: by spec, then by index."""
        number = 0
        for position, portion in enumerate(self.portions):
            for start in range(0, portion.rows, self.shard):
                yield Shard(number, position, start, min(start + self.shard, portion.rows))
                number += 1


def spread_evenly(n: int, specs: Sequence[tuple[str, str]]) -> tuple[Portion, ...]:
    """`n` rows over specs given as (name, hash), in sorted order; the first ones take the remainder."""
    each, left = divmod(n, len(specs))
    return tuple(
        Portion(name, spec_hash, each + (position < left))
        for position, (name, spec_hash) in enumerate(sorted(specs))
    )


_OPTIONAL = frozenset({"style", "plan", "wrong", "pair"})


def open_parts(folder: Path, run: Run) -> frozenset[int]:
    """Make the folder of parts, or accept the one that an interrupted run of the same kind left.

    Returns:
        The numbers of the shards that are already there.

    Raises:
        MspecError: MS8201, the folder belongs to another run.
    """
    path = folder / "run.json"
    said = {name: value for name, value in asdict(run).items() if name not in _OPTIONAL or value}
    wanted = orjson.dumps(said, option=orjson.OPT_INDENT_2)
    if folder.exists():
        found = path.read_bytes() if path.exists() else b""
        if found != wanted:
            raise MspecError([OtherRun(path=str(folder), difference=_difference(found, wanted))])
    else:
        # the folder appears with its manifest or not at all
        fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
        fresh.mkdir()
        (fresh / "run.json").write_bytes(wanted)
        fresh.rename(folder)
    return frozenset(int(part.stem) for part in folder.glob("*.part"))


def style_hash(style: Pack | None) -> str:
    """The name of a style and what its templates say."""
    if style is None:
        return ""
    return f"{style.name} {text_hash(style.problem, {'solution': style.solution})[:8]}"


def _difference(found: bytes, wanted: bytes) -> str:
    try:
        there, here = orjson.loads(found), orjson.loads(wanted)
    except orjson.JSONDecodeError:
        return "it has no readable run.json"
    if not isinstance(there, dict):
        return "its run.json is not one of mspec's"
    for name in {**here, **there}:
        if there.get(name) != here.get(name) and name != "portions":
            return f"{name} {there.get(name)} there, {here.get(name)} here"
    return "other specs, or another number of problems"
