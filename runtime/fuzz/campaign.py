"""A run of the properties over drawn problems, rules and worlds, and the smallest failure that it finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.errors import Flaky

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.hashes import text_hash
from mspec.compiler.ir import Problem
from mspec.runtime.fuzz.journey import Journey, retraced
from mspec.runtime.fuzz.properties import Fault, faults_in_world, faults_of_journey
from mspec.runtime.fuzz.refusals import worldless
from mspec.runtime.fuzz.reproducer import reproducer
from mspec.runtime.fuzz.strategies import LONGEST, journeys, values_of, world_at
from mspec.runtime.interpret import Interpreter
from mspec.runtime.testing import World

ROWS = 1 << 20
"""Rows of a stream among which worlds are drawn."""
SOLVED_ONE_IN = 20
"""How many examples go by for one that the solvers look at."""
WORLDS = 8
"""Worlds in which a failure is looked for after fewer rules."""
TRIALS = 400
"""Smaller worlds that are tried for a failure."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A property that does not hold: the shortest sequence of rules and the smallest world that were found."""

    fault: Fault
    journey: Journey
    world: World | None
    row: int = 0

    @property
    def text(self) -> str:
        """What is wrong, and how to see it again."""
        return f"property {self.fault}\n{reproducer(self.journey, self.world)}"


@dataclass
class Report:
    """What was looked at. `applied` counts rules by kind, `refused` by code; `worldless` examples had no world.

    An `interrupted` run counts what it had looked at to the end.
    """

    examples: int = 0
    worlds: int = 0
    worldless: int = 0
    solved: int = 0
    applied: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    failure: Failure | None = None
    interrupted: bool = False

    @property
    def summary(self) -> str:
        """In one line."""
        refused = f"{sum(self.refused.values())} refused"
        rules = f"{sum(self.applied.values())} rules applied and {refused}"
        none = f", {self.worldless} variants without a world" if self.worldless else ""
        return f"{self.examples} examples: {rules}{none}, {self.worlds} worlds, {self.solved} of them solved"

    def note(self, journey: Journey) -> None:
        """Count an example."""
        self.examples += 1
        for move in journey.moves:
            if move.after is not None:
                self.applied[move.kind] += 1
            elif isinstance(move.error, MspecError) and move.error.diagnostics:
                self.refused[move.error.diagnostics[0].code] += 1

    def add(self, other: Report) -> None:
        """Count what another one counted."""
        self.examples += other.examples
        self.worlds += other.worlds
        self.worldless += other.worldless
        self.solved += other.solved
        self.applied += other.applied
        self.refused += other.refused


class Broken(AssertionError):
    """A property does not hold."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure.fault))
        self.failure = failure


_BROKEN = {number: type(f"Broken{number}", (Broken,), {}) for number in range(1, 9)}
"""A class for each property, so that shrinking does not slip from one to another."""


def fuzz(
    problems: Sequence[Problem],
    examples: int,
    seed: int = 0,
    longest: int = LONGEST,
    progress: Callable[[int], None] = lambda done: None,
) -> Report:
    """Look at drawn rules on drawn problems in drawn worlds, until a property fails or all examples are spent.

    `KeyboardInterrupt` ends it, too: the report has what was done, and a failure that was not yet made small.

    Args:
        problems: base problems, with different names.
        examples: how many (problem, rules, world) are drawn.
        seed: the same seed draws the same examples.
        longest: how many rules are tried on one problem at most.
        progress: is told how many examples are done.
    """
    report = Report()
    try:
        _look(report, problems, examples, seed, longest, progress)
    except KeyboardInterrupt:
        report.interrupted = True
    return report


def _look(
    report: Report,
    problems: Sequence[Problem],
    examples: int,
    seed: int,
    longest: int,
    progress: Callable[[int], None],
) -> None:
    phases = (Phase.generate, Phase.shrink)
    checks = list(HealthCheck)

    @seeded(seed)
    @settings(
        max_examples=examples, database=None, derandomize=False, deadline=None, phases=phases,
        suppress_health_check=checks, report_multiple_bugs=False, print_blob=False,
    )
    @given(journeys(problems, longest), st.integers(0, ROWS))
    def look(journey: Journey, row: int) -> None:
        done = Report()
        try:
            examine(journey, row, done)
        except Broken as broken:
            report.failure = broken.failure
            report.add(done)
            raise
        report.add(done)
        progress(report.examples)

    try:
        look()
    except Broken as broken:
        report.failure = shortest(broken.failure)
        report.failure = smallest(report.failure)
    except Flaky as flaky:
        found = _inside(flaky)
        if found is None:
            raise
        fault = Fault(7, f"once, and not again: {found.fault}")
        report.failure = Failure(fault, found.journey, found.world)


def examine(journey: Journey, row: int, report: Report) -> None:
    """Hold one example against all properties.

    Raises:
        Broken: one does not hold.
    """
    report.note(journey)
    for fault in faults_of_journey(journey):
        raise _BROKEN[fault.number](Failure(fault, journey, None, row))
    world = world_at(journey.problem, row)
    if world is None:
        report.worldless += 1
        for text in worldless(journey.problem):
            raise _BROKEN[8](Failure(Fault(8, text), journey, None, row))
        return
    report.worlds += 1
    solvers = int(text_hash(f"{journey.base.name} {journey.heads} {row}")[:8], 16) % SOLVED_ONE_IN == 0
    report.solved += solvers
    for fault in faults_in_world(journey, world, row, solvers=solvers):
        raise _BROKEN[fault.number](Failure(fault, journey, world, row))


def shortest(failure: Failure) -> Failure:
    """The failure without the rules that it does not need: they are left out one by one, from the last to the first."""
    place = len(failure.journey.moves) - 1
    while place >= 0:
        heads = [move.head for number, move in enumerate(failure.journey.moves) if number != place]
        failure = _without(failure, heads) or failure
        place = min(place, len(failure.journey.moves)) - 1
    return failure


def _without(failure: Failure, heads: Sequence[str]) -> Failure | None:
    """The same property broken by other rules, in some world; None if it holds."""
    base = failure.journey.base
    try:
        journey = retraced(base, heads)
    except LookupError:
        return None
    found = next(faults_of_journey(journey), None)
    if found is not None or failure.world is None:
        same = found is not None and found.number == failure.fault.number
        return Failure(found, journey, None, failure.row) if same and found is not None else None
    for row in range(failure.row, failure.row + WORLDS):
        world = world_at(journey.problem, row)
        fault = None if world is None else _same(replace(failure, journey=journey), world)
        if fault is not None:
            return Failure(fault, journey, world, row)
    return None


def smallest(failure: Failure) -> Failure:
    """The failure in the smallest world that still shows it: given by given, earlier values of its domain are tried."""
    if failure.world is None:
        return failure
    trials = TRIALS
    smaller = True
    while smaller and trials > 0:
        smaller = False
        for world in _smaller(failure.journey.problem, failure.world):
            trials -= 1
            fault = _same(failure, world)
            if fault is not None:
                failure, smaller = replace(failure, fault=fault, world=world), True
                break
            if trials <= 0:
                break
        assert failure.world is not None
    return failure


def _smaller(problem: Problem, world: World) -> Iterator[World]:
    """The worlds in which one given is nearer to the beginning of its domain."""
    for node in problem.givens():
        values = values_of(problem, node)
        place = values.index(world[node]) if world[node] in values else 0
        for nearer in dict.fromkeys((0, place // 2, place - 1)):
            other = {**world, node: values[nearer]} if 0 <= nearer < place else None
            if other is not None and Interpreter(problem, other).admissible():
                yield other


def _same(failure: Failure, world: World) -> Fault | None:
    """What is wrong in a world by the same property."""
    found = faults_in_world(failure.journey, world)
    return next((fault for fault in found if fault.number == failure.fault.number), None)


def _inside(error: BaseException) -> Failure | None:
    """The failure among the causes of an error of Hypothesis."""
    waiting: list[BaseException] = [error]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Broken):
            return current.failure
        waiting += getattr(current, "exceptions", ())
        waiting += [cause for cause in (current.__cause__, current.__context__) if cause is not None]
    return None
