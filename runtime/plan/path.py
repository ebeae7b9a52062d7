"""Paths: one base problem, grown rule by rule, with a world that grows beside it.

A path is a function of its base problem, the seed and its number. Every value that is wanted on its way (a reasoning
length, a number of rules, a level) is a variant, so a variant costs one rule and not as many as it has. Where a path
skips what is wanted, or is on the other side of a split there, a twig of its own leads to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem, Value
from mspec.compiler.verify import verify
from mspec.runtime.plan.chances import Chances
from mspec.runtime.plan.draws import Chooser, Limits, chooser, rule_of
from mspec.runtime.sample.growing import Aim, World, grown
from mspec.runtime.sample.sampler import Sampler, sampler_for, sequential_for
from mspec.runtime.sample.streams import Seed
from mspec.runtime.vary.variant import Offer, Variant

AGAIN = 3
"""Uses of one rule in a variant where no rule goes that was not used."""
AT_ONCE = (1, 1, 2, 3)
"""How many operations a step of a path may do at once: one of these. To the lengths that it skips, twigs lead."""
TWIGS, EXACT = 6, 3
"""Steps that are tried beside a path for one variant, and how many of them for the very size that is wanted before one
that is smaller by one will do."""
MOST = 60
"""Rules in one variant."""
ANEW = 60
"""How often a world is begun in which two problems meet, before another rule is drawn."""
BLOCK = 32
"""Worlds of a base problem that are drawn at once."""

Measure = Callable[[Variant], int]
Wanted = Callable[["Point"], bool]


@dataclass(frozen=True, slots=True)
class Point:
    """A variant, a world of it, and what is measured of it: its reasoning length, say."""

    variant: Variant
    world: World
    size: int
    chances: Chances | None = field(default=None, compare=False, repr=False)
    """The rules that may be drawn for it, where that was looked at."""
    sizes: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    """What the rules that were applied to it led to, by their heads."""


def anything(point: Point) -> bool:
    """Any point is wanted."""
    return True


@dataclass
class Path:
    """A path from one base problem.

    Attributes:
        number: which path of this base problem and seed.
        measure: what grows along the path.
        counted: what is measured is a number of operations; where there is none of a size, one less will do.
            Where something else is, the base problem itself is of size 0.
        refused: how many draws led to nothing, by reason.
    """

    base: Problem
    seed: Seed
    number: int
    measure: Measure
    limits: Limits
    counted: bool = True
    refused: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        first = Variant.of(self.base)
        self.points = [Point(first, base_world(self.base, self.seed, self.number), self.measure(first))]
        self._main = chooser(self.base, self.seed, self.number, "path")
        self._of_base = frozenset(self.points[0].world)
        self._ended = False
        self._twigs: dict[tuple[int, str], Point | None] = {}
        self._refusing: set[str] = set()
        """Heads of the rules that were refused on the path, which are not tried again."""

    def at(self, wanted: int, side: Wanted = anything, name: str = "") -> Point | None:
        """A variant of a size, on the path or beside it; None where none was found.

        Args:
            wanted: the size.
            side: what else is asked of it.
            name: names the question, so that a twig is a function of it and not of what was asked before.
        """
        # Of one length a path may have several points, and the last is the richest; of a level, the first will do.
        while not self._ended and self.points[-1].size < wanted + self.counted:
            self._grow()
        if not self.counted and wanted == self.points[0].size == 0:
            return self.points[0] if side(self.points[0]) else None
        there = [k for k, point in enumerate(self.points) if point.size == wanted and point.variant.applied]
        for k in reversed(there) if self.counted else there[:1]:
            if side(self.points[k]):
                return self.points[k]
        if (wanted, name) not in self._twigs:
            self._twigs[wanted, name] = self._twig(wanted, side, name)
        return self._twigs[wanted, name]

    def _grow(self) -> None:
        last = self.points[-1]
        further = None
        if len(last.variant.applied) < MOST:
            most = AT_ONCE[self._main.below(len(AT_ONCE))]
            for longest, fresh, sure in ((most, True, True), (3, True, True), (3, False, True), (3, False, False)):

                def in_reach(size: int, by: int = longest) -> bool:
                    return last.size <= size <= last.size + by

                further = self.step(
                    last, self._main, in_reach, longest, self._refusing, open=True, fresh=fresh, sure=sure
                )
                if further is not None:
                    break
        if further is None:
            self._ended = True
        else:
            self.points.append(further)

    def _twig(self, wanted: int, side: Wanted, name: str) -> Point | None:
        choose = chooser(self.base, self.seed, self.number, f"twig {wanted} {name}")
        # A path ends where nothing extends it; a rule of another kind may still go.
        below = [point for point in self.points if wanted - 3 <= point.size <= wanted]
        there = {point.variant.applied for point in self.points}  # of other sizes, which rows of their own want
        refusing: set[str] = set()
        near: Point | None = None
        for tried in range(TWIGS if below else 0):
            if near is not None and tried >= EXACT:
                break
            start = below[choose.below(len(below))]
            most = max(1, wanted - start.size)
            found = self.step(start, choose, lambda size: size <= wanted, most, refusing)
            if found is None:
                continue
            if found.size == wanted and side(found):
                return found
            as_good = self.counted and found.size == wanted - 1 and found.variant.applied not in there
            if as_good and near is None and side(found):
                near = found
            if start.size < found.size:
                below.append(found)
        if near is None:
            return None
        # It may be what is found where that size is wanted.
        other = self.at(near.size, side, name)
        return None if other is not None and other.variant.applied == near.variant.applied else near

    def step(
        self, point: Point, choose: Chooser, wanted: Callable[[int], bool], most: int, known: set[str], *,
        open: bool = False, fresh: bool = False, sure: bool = True,
    ) -> Point | None:
        """The point after one more rule, drawn among those that fit, have a world and lead to a size that is wanted.

        Args:
            point: where it starts.
            choose: draws the rules.
            wanted: says of a size whether it will do.
            most: by how many operations a library rule may make a way longer.
            known: heads of rules that are not tried again; those that are refused are added.
            open: a rule that extends the problem is to go afterwards.
            fresh: only rules that were not applied so often as is allowed; otherwise these come first.
            sure: only rules that the values of the world admit; otherwise these come first.
        """
        used = Counter(map(rule_of, point.variant.applied))
        chances = point.chances or Chances(point.variant, self.limits.allows, point.world)
        longest = most if self.counted else None
        again: list[Offer] = []
        unsure: list[Offer] = []
        drawn = chances.drawn(choose.below, longest, open=open, unsure=unsure)
        for offer in chain(drawn, () if fresh else again, () if sure else unsure):
            times = used[rule_of(offer.head)]
            if times >= self.limits.repeats and offer not in again:
                again.append(offer)
            elif offer.head not in known and times < max(AGAIN, self.limits.repeats):
                found = self._after(point, offer, choose, wanted, chances, open, known)
                if found is not None:
                    return found
        return None

    def _after(
        self, point: Point, offer: Offer, choose: Chooser, wanted: Callable[[int], bool], chances: Chances, open: bool,
        known: set[str],
    ) -> Point | None:
        """The point after a rule, or None; where that is not for its size or for what may follow, it is then `known`
        that it is refused."""
        if offer.head in point.sizes and not wanted(point.sizes[offer.head]):
            return None
        try:
            further = point.variant.then(offer, verified=False)
        except MspecError as error:
            self.refused[f"{error.diagnostics[0].code} rule refused"] += 1
            known.add(offer.head)
            return None
        size = point.sizes[offer.head] = self.measure(further)
        chances.learn(offer, further.problem, size - point.size if self.counted else None)
        if not wanted(size):
            self.refused["another size"] += 1
            return None
        going_on = Chances(further, self.limits.allows)
        # What is refused before a world is drawn may be known before: nothing may be drawn for it.
        if open and not going_on.extendable:
            self.refused["nothing follows"] += 1
            return None
        aim = _aim(point, further.problem, offer.rule.target)
        world: World | None = grown(further.problem, point.world, choose.below, self._of_base, aim)
        if world is None and offer.rule.kind == "chain":
            world = _anew(further.problem, self.seed, self.number)
        if world is None:
            self.refused["no world goes on"] += 1
            known.add(offer.head)
            return None
        going_on.world = world
        if open and not going_on.extendable:
            self.refused["nothing follows in its world"] += 1
            return None
        verify(further.problem)
        return Point(further, world, size, going_on)


def _anew(problem: Problem, seed: Seed, number: int) -> World | None:
    """A world in which all is drawn: where two problems meet, their givens must fit each other."""
    try:
        batch = sequential_for(problem, ANEW).draw(seed, range(number, number + 1))
    except MspecError:
        return None
    return {name: batch.values(node)[0] for node, name in problem.names().items() if node in problem.givens()}


def _aim(point: Point, after: Problem, target: str) -> Aim | None:
    """Where a rule computes what was given, the value that it had."""
    there = after.names().values()
    if target not in point.world or target in there:
        return None
    before = set(point.variant.problem.names().values())
    new = [step.name for step in after.steps if step.name not in before]
    return Aim(new[-1], point.world[target]) if new else None


def base_world(problem: Problem, seed: Seed, number: int) -> dict[str, Value]:
    """The world with which a path begins: drawn as the problem's own worlds are.

    Raises:
        MspecError: the problem has no world, or none was met.
    """
    block = number // BLOCK
    worlds = _WORLDS.get(problem, (seed, block))
    if worlds is None:
        sampler = _SAMPLERS.get(problem) or _SAMPLERS.keep(problem, sampler_for(problem))
        batch = sampler.draw(seed, range(block * BLOCK, (block + 1) * BLOCK))
        names = problem.names()
        columns = [(names[node], batch.values(node)) for node in problem.givens()]
        drawn = tuple({name: values[row] for name, values in columns} for row in range(BLOCK))
        worlds = _WORLDS.keep(problem, drawn, (seed, block))
    return dict(worlds[number % BLOCK])


_SAMPLERS: ByIdentity[Problem, Sampler] = ByIdentity(1024)
_WORLDS: ByIdentity[Problem, tuple[dict[str, Value], ...]] = ByIdentity(1024)
"""Of a problem the worlds of a block, beside the seed and the number of the block."""
