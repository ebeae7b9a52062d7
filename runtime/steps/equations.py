"""Worked solutions of a batch: equations, claims and values, column by column.

`StepWriter` is made once for a problem; its `write` gives, for each demanded shape of a batch, the static trace and
one column of text for each thing that a step shows. Equations are plain ASCII on exact integers and fractions, "12
* 5/2 = 30"; what they cannot say is a claim, "ceil(75 / 20) == 4". """

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.solution import Solution, solution
from mspec.compiler.types import Bool, Num
from mspec.runtime.batch import Array, Batch
from mspec.runtime.interpret import solve_linear
from mspec.runtime.steps.layout import Part, Place, Slot, layout, symbolic
from mspec.runtime.steps.metrics import Metrics, magnitudes, metrics
from mspec.runtime.steps.texts import Texts
from mspec.runtime.steps.trace import (
    Call,
    Expression,
    Leaf,
    Literal,
    Signature,
    Source,
    Trace,
    TracedStep,
    groups,
    leaves,
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
    unknowns: Mapping[tuple[NodeId, int], list[Value]] = field(default_factory=dict, repr=False)


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
            texts.unknowns = {**texts.unknowns, **self._unknowns(texts, traced)}
            mine = {
                key: values if chosen is None else [values[row] for row in rows.tolist()]
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
        if isinstance(self.problem.nodes[step.node].type, Bool) and step.kind != "lookup":
            truth = step.value if step.claim is None else Call("and", (step.claim, step.value))
            lie = negated(step.value)
            claim = layout(truth)
            denial = layout(lie if step.claim is None else Call("and", (step.claim, lie)))
        unit, noun = unit_of(self.problem, step.node)
        return _Plan(step, symbolic(step.value), equation, claim, denial, unit, noun)

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

    def _unknowns(self, texts: Texts, traced: Trace) -> dict[tuple[NodeId, int], list[Value]]:
        """Values of the unknowns of systems that their claims need: exact, solved once for each distinct system."""
        found: dict[tuple[NodeId, int], list[Value]] = {}
        for step in traced.steps:
            value = step.value
            if not (isinstance(value, Call) and value.op == "solve_linear") or (step.node, 0) in texts.unknowns:
                continue
            sources = list(dict.fromkeys(leaf.source for cell in value.args for leaf in leaves(cell)))
            columns = [texts.strings(source, Place.FIRST, None) for source in sources]
            names = value.data[0]
            assert isinstance(names, tuple)
            solved: dict[tuple[str, ...], list[Value]] = {}
            rows: list[list[Value]] = []
            for key in zip(*columns, strict=True) if columns else [()] * texts.batch.size:
                if key not in solved:
                    known = dict(zip(sources, map(Fraction, key), strict=True))
                    cells = [_evaluated(cell, known) for cell in value.args]
                    # A singular system stands in rows that do not demand it; they show no step.
                    solved[key] = list(solve_linear(cells, len(names)) or [Fraction(0)] * len(names))
                rows.append(solved[key])
            for position in range(len(names)):
                found[step.node, position] = [row[position] for row in rows]
        return found


def _evaluated(cell: Expression, known: Mapping[Source, Fraction]) -> Fraction:
    """The value of a coefficient."""
    match cell:
        case Leaf(_, source):
            return known[source]
        case Literal(Fraction() as value):
            return value
        case Call("convert", (inner,), (factor,)):
            assert isinstance(factor, (int, Fraction))
            return _evaluated(inner, known) * factor
        case Call("neg", (inner,)):
            return -_evaluated(inner, known)
        case Call("same", (inner,)):
            return _evaluated(inner, known)
        case Call("add" | "sub" | "mul" | "div" | "pow" as op, (left, right)):
            a, b = _evaluated(left, known), _evaluated(right, known)
            match op:
                case "add":
                    return a + b
                case "sub":
                    return a - b
                case "mul":
                    return a * b
                case "div":
                    return a / b if b else Fraction(0)
            return Fraction(a ** int(b)) if a or b >= 0 else Fraction(0)
    raise NotImplementedError(f"a coefficient of a system with {cell}")


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


