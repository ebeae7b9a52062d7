"""Records of variants: each row is a problem of its own, planned, drawn and checked on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import orjson

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.plans import OutOfReach
from mspec.compiler.hashes import text_hash
from mspec.compiler.ir import Problem
from mspec.runtime.data.records import Recorder, spec_hash
from mspec.runtime.data.wrong import recorder_with
from mspec.runtime.plan.draws import Limits, chooser
from mspec.runtime.plan.plan import Plan
from mspec.runtime.render.styles import Pack
from mspec.runtime.sample.sampler import sequential_for
from mspec.runtime.vary.variant import Variant

TRIES = 60
"""Plans that a row tries, over base problems in turn, before it is given up."""
SHARD = 512
"""Rows in a shard of variants."""


@dataclass(frozen=True)
class Mixture:
    """Base problems and what is wanted of their variants."""

    problems: tuple[Problem, ...]
    plan: Plan

    @property
    def hash(self) -> str:
        """The hash of all base problems."""
        return text_hash(" ".join(spec_hash(problem) for problem in self.problems))


@dataclass
class VariantRecorder:
    """Makes the records of a mixture. Row i wants what the plan says of i, and starts from base problem i, in turn.

    A row is a function of the base problems, the seed and its index. `discarded` counts plans and draws that led to
    nothing, by reason: all before any text is made.
    """

    mixture: Mixture
    seed: int
    pairs: bool = False
    style: Pack | None = None
    wrong: int = 0
    limits: Limits = field(default_factory=Limits)
    discarded: Counter[str] = field(default_factory=Counter)

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

    def row(self, index: int) -> str:
        """The record at an index; raises as `batch`."""
        problems, plan = self.mixture.problems, self.mixture.plan
        wanted = plan.wanted(index)
        reasons: Counter[str] = Counter()
        # Rows that want the same go through the base problems one after another.
        first = index // (plan.high - plan.low + 1)
        for attempt in range(TRIES):
            problem = problems[(first + attempt) % len(problems)]
            choose = chooser(problem, self.seed, index, f"{plan.text} {attempt}")
            variant = plan.made(problem, wanted, choose, self.limits)
            if isinstance(variant, Variant):
                line = self.line(variant, index, wanted, reasons)
                if line is not None:
                    return line
            else:
                reasons[variant] += 1
                self.discarded[variant] += 1
        why = "; ".join(f"{reason} ({count})" for reason, count in reasons.most_common(3))
        raise MspecError([OutOfReach(what=f"{plan.kind} {wanted}", row=index, tried=TRIES, why=why)])

    def line(self, variant: Variant, index: int, wanted: int, reasons: Counter[str]) -> str | None:
        """The record of a variant, or None where no world of it is what is wanted."""
        try:
            recorder = recorder_of(variant, self.seed, pairs=self.pairs, style=self.style, wrong=self.wrong)
            line = recorder.rows(range(index, index + 1))[0]
        except MspecError as error:
            if error.diagnostics[0].code in ("MS8101", "MS8102"):
                raise
            reason = f"{error.diagnostics[0].code} no world"
        else:
            if self.mixture.plan.kind != "length" or abs(_length(line) - wanted) <= 1:
                return line
            reason = "another length in this world"
        reasons[reason] += 1
        self.discarded[reason] += 1
        return None


def recorder_of(
    variant: Variant, seed: int, *, pairs: bool = False, style: Pack | None = None, wrong: int = 0
) -> Recorder:
    """What makes the records of one variant. Their lineage is the base problem and the rules.

    Raises:
        MspecError: it has no world, or cannot be compiled.
    """
    lineage = (origin(variant.base), *variant.applied)
    sampler = sequential_for(variant.problem)
    return recorder_with(
        variant.problem, seed, wrong, pairs=pairs, style=style, sampler=sampler, lineage=lineage
    )


def origin(base: Problem) -> str:
    """How a lineage names a base problem."""
    return f"{base.name}/{spec_hash(base)[:8]}"


def _length(line: str) -> int:
    found: int = orjson.loads(line)["metrics"]["length"]
    return found
