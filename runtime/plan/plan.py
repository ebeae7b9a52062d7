"""What a plan asks for: rounds of rules, a reasoning length, a level."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mspec.runtime.plan.difficulty import level
from mspec.runtime.plan.draws import Limits, structure
from mspec.runtime.plan.length import static_length
from mspec.runtime.plan.path import Point
from mspec.runtime.vary.variant import Variant

HELD_OUT, KEPT = "heldout", "train"
"""The two sides of a split by structure."""
PARTS = 10_000
"""In how many parts structures are cut by their hash."""
BEYOND = 1 << 40
"""Paths to what is held out have numbers from here on: no world is behind both sides of a split."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is wanted of variants. One of `rounds`, `length` and `level` is a range, from and to; row i wants its
    (i mod size)-th value, so that the values are spread evenly.

    `side` and `held_out`: only structures of one side of a split, of which so many of 10,000 parts are held out.
    """

    kind: str
    low: int
    high: int
    side: str = ""
    held_out: int = 0
    only: tuple[str, ...] = ()
    """The rules that may be drawn, if not all: see `Limits.only`."""

    @property
    def limits(self) -> Limits:
        """What its paths keep to."""
        return Limits(only=frozenset(self.only) if self.only else None)

    @property
    def text(self) -> str:
        """The plan in one line: part of what a run is."""
        split = f" {self.side} {self.held_out}" if self.side else ""
        rules = f" rules {','.join(sorted(self.only))}" if self.only else ""
        return f"{self.kind} {self.low}..{self.high}{split}{rules}"

    def wanted(self, row: int) -> int:
        """What is wanted of a row."""
        return self.low + row % (self.high - self.low + 1)

    def path(self, row: int) -> int:
        """The number of the path where a row is looked for first: rows that differ only in what they want share it."""
        return row // (self.high - self.low + 1) + (BEYOND if self.side == HELD_OUT else 0)

    def split(self, side: str, held_out: int) -> Plan:
        """The same plan on one side of a split."""
        return replace(self, side=side, held_out=held_out)

    def size(self, variant: Variant) -> int:
        """What grows along a path under this plan."""
        match self.kind:
            case "rounds":
                return len(variant.applied)
            case "length":
                return static_length(variant.problem)
        return level(variant.problem)

    def here(self, point: Point) -> bool:
        """Whether a point is on the side of the split that is wanted."""
        return not self.side or side_of(point.variant, self.held_out) == self.side


def side_of(variant: Variant, held_out: int) -> str:
    """The side of a structure: by its graph hash alone, so that no structure is on both."""
    return HELD_OUT if int(structure(variant)[:12], 16) % PARTS < held_out else KEPT
