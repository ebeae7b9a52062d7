"""The paths of a plan: which base problem a variant starts from, and the variant where it is wanted."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from math import gcd

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.runtime.plan.draws import by_length, by_level, chooser, fits_any
from mspec.runtime.plan.path import Path, Point
from mspec.runtime.plan.plan import Plan
from mspec.runtime.sample.growing import grown
from mspec.runtime.sample.streams import Seed
from mspec.runtime.vary.variant import Variant

KEPT = 12
"""Paths in memory: rows that are made one after another share theirs."""
TRIES = 60
"""Paths that are tried for one variant, over base problems in turn, before it is given up."""
FURTHER = 12
"""Of them, paths of one base problem."""
APART = 1_000_003
"""How far apart the numbers of the paths of one problem are that one variant tries."""


@dataclass
class Paths:
    """Variants of some base problems under a plan and a seed, in any order.

    `refused` counts rules and worlds that led to nothing, by reason: all before any text is made. `sizes` are those of
    the base problems. Where only some rules may be drawn, `problems` becomes those that one of them fits, if there are
    any.
    """

    problems: tuple[Problem, ...]
    plan: Plan
    seed: Seed
    refused: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.limits = self.plan.limits
        if self.plan.only:
            self.problems = tuple(one for one in self.problems if fits_any(one, self.limits)) or self.problems
        self.sizes = tuple(self.plan.size(Variant.of(problem)) for problem in self.problems)
        self._kept: OrderedDict[tuple[int, int], Path] = OrderedDict()

    def points(self, row: int) -> Iterator[Point]:
        """Variants as a row wants them, the first one best; a row that can use none of them has none.

        Rows that differ only in the size that they want share a path, so far as its base problem allows.
        """
        plan = self.plan
        wanted, number = plan.wanted(row), plan.path(row)
        for place, turn in self._starts(wanted, number):
            try:
                path = self.path(place, turn)
                point = path.at(wanted, plan.here, plan.side)
            except MspecError as error:
                self.refused[f"{error.diagnostics[0].code} no path"] += 1
                continue
            if point is None:
                self.refused[f"no such {plan.kind} beside a path"] += 1
            else:
                yield point
        yield from self._cut(wanted, number)

    def _starts(self, wanted: int, number: int) -> list[tuple[int, int]]:
        """Base problems in turn, each with the number of a path: those that leave room for a rule, then those that are
        as large as wanted; where there are few, further paths of each."""
        turn = self._turn(number)
        room = [place for place in turn if self.sizes[place] < wanted]
        full = [place for place in turn if self.sizes[place] == wanted]
        further = ((place, number + again * APART) for again in range(1, FURTHER) for place in room)
        first = ((place, number) for place in (*room, *full))
        return list(islice(chain(first, further), TRIES))

    def _turn(self, number: int) -> list[int]:
        """All base problems, from one on. In each round they follow each other in other steps: were it always the next
        one that stands in, those behind problems that cannot grow would stand in for all of them."""
        count = len(self.problems)
        step = 1 + number // count % max(1, count - 1)
        while gcd(step, count) > 1:
            step += 1
        return [(number + k * step) % count for k in range(count)]

    def path(self, place: int, number: int) -> Path:
        """The path of a number from the base problem at a place, kept for those that ask next."""
        key = (place, number)
        path = self._kept.pop(key, None)
        if path is None:
            counted = self.plan.kind == "length"
            path = Path(self.problems[place], self.seed, number, self.plan.size, self.limits, counted, self.refused)
        self._kept[key] = path
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return path

    def _cut(self, wanted: int, number: int) -> Iterator[Point]:
        """Variants of problems that are too long, by rules that make them shorter."""
        turn = self._turn(number)
        for place in [place for place in turn if self.sizes[place] > wanted][:TRIES]:
            problem = self.problems[place]
            choose = chooser(problem, self.seed, number, self.plan.text)
            short = {"length": by_length, "level": by_level}.get(self.plan.kind)
            found = None if short is None else short(problem, wanted, choose, self.limits)
            if found is None or not found.applied:
                self.refused[f"no rule gives so short a {self.plan.kind}"] += 1
                continue
            world = grown(found.problem, {}, choose.below)
            point = Point(found, world or {}, self.plan.size(found))
            if world is not None and self.plan.here(point):
                yield point
