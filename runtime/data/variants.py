"""Records of variants: each row is a problem of its own, planned, drawn and checked on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.hashes import text_hash
from mspec.compiler.ir import Problem
from mspec.runtime.data.besides import NOTHING, Besides, recorder_with
from mspec.runtime.data.records import Recorder, spec_hash
from mspec.runtime.data.tally import Tally
from mspec.runtime.plan.draws import rule_of
from mspec.runtime.plan.path import Point
from mspec.runtime.plan.paths import Paths
from mspec.runtime.plan.plan import Plan
from mspec.runtime.plan.reach import out_of_reach
from mspec.runtime.sample.growing import World
from mspec.runtime.sample.held import Held
from mspec.runtime.sample.sampler import sequential_for
from mspec.runtime.vary.variant import Variant
from mspec.runtime.walked import Walked

TRIES = 60
"""Variants that a row tries, from one base problem after another, before it is given up."""
ROWS = 96
"""About so many rows are in a shard of variants, which take a while: what an interrupted run has done is not lost."""


@dataclass(frozen=True)
class Mixture:
    """Base problems and what is wanted of their variants."""

    problems: tuple[Problem, ...]
    plan: Plan

    @property
    def hash(self) -> str:
        """The hash of all base problems."""
        return text_hash(" ".join(spec_hash(problem) for problem in self.problems))


def shard_of(plan: Plan, format: str) -> int:
    """Rows in a shard: whole rounds of what a plan wants, which share a path; more where row groups follow shards."""
    round_ = plan.high - plan.low + 1
    return round_ * max(1, (ROWS if format == "jsonl" else 8 * ROWS) // round_)


@dataclass
class VariantRecorder:
    """Makes the records of a mixture. Row i wants what the plan says of i, and starts from base problem i, in turn.

    A row is a function of the base problems, the plan, the seed and its index; neighbours share a path of rules, and so
    its base world. `discarded` counts rules and draws that led to nothing, by reason: all before any text is made.
    """

    mixture: Mixture
    seed: int
    besides: Besides = NOTHING
    pairs: bool = False
    discarded: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    """How often each rule stands in a lineage."""
    noted: Callable[[Point], None] | None = None
    """Called with every variant that became a record."""

    def __post_init__(self) -> None:
        mixture = self.mixture
        self._paths = Paths(mixture.problems, mixture.plan, self.seed, self.discarded)

    def batch(self, start: int, stop: int) -> list[str]:
        """The records with the indices `start..stop`, one line each, without line ends.

        Raises:
            MspecError: MS8501, a row met nothing that is wanted; MS8101, MS8102, a check failed.
        """
        return [self.row(index) for index in range(start, stop)]

    def chunks(self, start: int, stop: int, lines: int) -> Iterator[str]:
        """The records as texts of so many lines; raises as `batch`."""
        for first in range(start, stop, lines):
            yield "".join(line + "\n" for line in self.batch(first, min(first + lines, stop)))

    def tally(self) -> Tally:
        """What was counted since it was last asked for."""
        found = Tally(self.discarded.copy(), self.used.copy())
        self.discarded.clear()
        self.used.clear()
        return found

    def row(self, index: int) -> str:
        """The record at an index; raises as `batch`."""
        plan = self.mixture.plan
        wanted, before = plan.wanted(index), self.discarded.copy()
        for point in islice(self._paths.points(index), TRIES):
            line = self._line(point, index, wanted)
            if line is not None:
                self.used.update(map(rule_of, point.variant.applied))
                if self.noted is not None:
                    self.noted(point)
                return line
        raise out_of_reach(self._paths, index, self.discarded - before)

    def _line(self, point: Point, index: int, wanted: int) -> str | None:
        """The record of a variant in its world, or None where that is not what is wanted."""

        plan = self.mixture.plan

        def fits(length: int) -> bool:
            """Within one of what is wanted, and of a range not without."""
            within = plan.low <= length <= plan.high or plan.low == plan.high
            return plan.kind != "length" or (within and abs(length - wanted) <= 1)

        try:
            recorder = recorder_of(point.variant, self.seed, point.world, self.besides, pairs=self.pairs)
            line = recorder.row(index, fits)
        except MspecError as error:
            if error.diagnostics[0].code in ("MS8101", "MS8102"):
                raise
            self.discarded[f"{error.diagnostics[0].code} no record"] += 1
            return None
        if line is None:
            self.discarded["another length in this world"] += 1
        return line


def recorder_of(
    variant: Variant,
    seed: int,
    world: World | None = None,
    besides: Besides = NOTHING,
    *,
    pairs: bool = False,
) -> Recorder:
    """What makes the records of one variant, in one world or in those that are drawn given by given. Their lineage is
    the base problem and the rules.

    Raises:
        MspecError: it has no world, or cannot be compiled.
    """
    lineage = (origin(variant.base), *variant.applied)
    made = partial(
        recorder_with, variant.problem, seed, besides, pairs=pairs, lineage=lineage, parent=variant.parent
    )  # fmt: skip
    if world is None:
        return made(sampler=sequential_for(variant.problem))
    held = Held.of(variant.problem, world)
    return made(sampler=held, evaluator=Walked.of(variant.problem, held.forms))


def origin(base: Problem) -> str:
    """How a lineage names a base problem."""
    return _ORIGINS.get(base) or _ORIGINS.keep(base, f"{base.name}/{spec_hash(base)[:8]}")


_ORIGINS: ByIdentity[Problem, str] = ByIdentity(1024)
"""Many variants have one base."""
