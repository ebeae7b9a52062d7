"""Worked solutions of a batch: equations, claims and values, column by column.

`StepWriter` is made once for a problem; its `write` gives, for each demanded shape of a batch, the static trace and
one column of text for each thing that a step shows. Equations are plain ASCII on exact integers and fractions, "12
* 5/2 = 30"; what they cannot say is a claim, "ceil(75 / 20) == 4". """

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.plugins import operators_of
from mspec.compiler.solution import Solution, solution
from mspec.compiler.types import Num
from mspec.runtime.batch import Array, Batch, RatioColumn
from mspec.runtime.steps.layout import Part, Place, Slot, infixed, layout, symbolic
from mspec.runtime.steps.metrics import Metrics, magnitudes, metrics
from mspec.runtime.steps.systems import unknowns
from mspec.runtime.steps.texts import Texts
from mspec.runtime.steps.trace import (
    Call,
    Signature,
    Source,
    Trace,
    TracedStep,
    groups,
    negated,
    trace,
)


@dataclass(frozen=True, slots=True)
class StepColumns:
    """What one step shows in the worlds of a group.

    `expression` is over names and the same in every row ("n * price"). `equation` and `claim` are None where the
    step has none; `value` is exact ("5/2", "true", a noun in quotes). `unit` is one text for all rows, or one a row
    where the world draws the noun that is counted. """

    step: TracedStep
    expression: str
    equation: list[str] | None
    claim: list[str] | None
    value: list[str]
    unit: str | list[str]


@dataclass(frozen=True, slots=True)
class Worked:
    """The worked solutions of the rows that share a demanded shape. `rows` are positions in the batch, ascending.

    `largest` and `digits`: for each row, the whole part of the largest number in sight, and the digits of the
    longest one. `unknowns`: values of the unknowns of systems that no step of its own finds, by (step, position),
    for each row. """

    rows: Array
    trace: Trace
    metrics: Metrics
    steps: tuple[StepColumns, ...]
    largest: Array
    digits: Array
    unknowns: Mapping[tuple[NodeId, int], RatioColumn] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The static part of a step's texts."""

    step: TracedStep
    expression: str
    equation: list[Part] | None
    claim: list[Part] | None
    denial: list[Part] | None
    """For a truth value: what is claimed where it is false."""
    unit: str
    unit_noun: NodeId | None


@dataclass
class StepWriter:
    """Writes the worked solutions of one problem. Traces are kept by signature.

    Raises:
        MspecError: by `of`, where the problem has no solution graph.
    """

    problem: Problem
    solution: Solution
    _plans: dict[Signature, tuple[Trace, Metrics, tuple[_Plan, ...]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, problem: Problem) -> StepWriter:
        """A writer for a problem's own solution graph."""
        return cls(problem, solution(problem))

    def write(self, batch: Batch) -> list[Worked]:
        """The worked solutions of a batch, by demanded shape in the order of signatures."""
        texts = Texts(self.problem, batch)
        found: list[Worked] = []
        for rows, signature in groups(self.problem, self.solution, batch):
            traced, measured, plans = self.plan(signature)
            chosen = None if len(rows) == batch.size else rows
            # Anew for each shape: its arms may make other equations of the same system.
            texts.hold(unknowns(texts, traced))
            mine = {
                key: values if chosen is None else RatioColumn(values.numerator[rows], values.denominator[rows])
                for key, values in texts.unknowns.items()
                if any(key[0] == step.node for step in traced.steps)
            }
            steps = tuple(self._columns(texts, plan, chosen) for plan in plans)
            largest, digits = magnitudes(texts, traced, chosen)
            found.append(Worked(rows, traced, measured, steps, largest, digits, mine))
        return found

    def plan(self, signature: Signature) -> tuple[Trace, Metrics, tuple[_Plan, ...]]:
        """The static part of a demanded shape, made once."""
        found = self._plans.get(signature)
        if found is None:
            traced = trace(self.problem, self.solution, signature)
            plans = tuple(self._plan(step) for step in traced.steps)
            found = traced, metrics(self.problem, self.solution, traced), plans
            self._plans[signature] = found
        return found

    def _plan(self, step: TracedStep) -> _Plan:
        result = Slot(step.name, Source(step.node), Place.FIRST)
        equation: list[Part] | None = [*layout(step.value), " = ", result] if step.has_equation else None
        claim = None if step.claim is None else layout(step.claim)
        denial = None
        if step.truth is not None and step.kind != "lookup":
            lie = negated(step.truth)
            claim = layout(step.truth if step.claim is None else Call("and", (step.claim, step.truth)))
            denial = layout(lie if step.claim is None else Call("and", (step.claim, lie)))
        unit, noun = unit_of(self.problem, step.node)
        written = step.written
        if self.problem.lexicon.plugins:
            written = infixed(written, operators_of(self.problem))
        return _Plan(step, symbolic(written), equation, claim, denial, unit, noun)

    def _columns(self, texts: Texts, plan: _Plan, rows: Array | None) -> StepColumns:
        value = texts.strings(Source(plan.step.node), Place.FIRST, rows)
        equation = None if plan.equation is None else texts.filled(plan.equation, rows)
        claim = None if plan.claim is None else texts.filled(plan.claim, rows)
        if claim is not None and plan.denial is not None:
            denial = texts.filled(plan.denial, rows)
            claim = [c if v == "true" else d for c, d, v in zip(claim, denial, value, strict=True)]
        unit: str | list[str] = plan.unit
        if plan.unit_noun is not None:
            nouns = texts.batch.distinct(plan.unit_noun)
            spread = np.array([str(noun) for noun in nouns.values], dtype=object)[nouns.inverse]
            unit = (spread if rows is None else spread[rows]).tolist()
        return StepColumns(plan.step, plan.expression, equation, claim, value, unit)


def unit_of(problem: Problem, node: NodeId) -> tuple[str, NodeId | None]:
    """The unit or the counted noun of a node: fixed text, or the noun given that draws it."""
    type_ = problem.nodes[node].type
    if not isinstance(type_, Num):
        return "", None
    if not type_.unit.is_plain:
        return str(type_.unit), None
    if type_.label is None:
        return "", None
    return ("", problem.node_named(type_.label.noun)) if type_.label.rigid else (type_.label.noun, None)


