"""Holding generated Python against the reference evaluator."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Real, Scaled, Spelled, Truth
from mspec.compiler.lower.lower_python import PythonLowering
from mspec.runtime.batch import Column
from mspec.runtime.compiled import Compiled
from mspec.runtime.interpret import Interpreter, Undefined


def encoded(value: Value, form: Form) -> Any:
    """The integer (or truth value, or tuple) that stands for a value."""
    match form:
        case Scaled(den):
            assert isinstance(value, Fraction) and (value * den).denominator == 1
            return int(value * den)
        case Code(values):
            return values.index(value)
        case Many(element):
            assert isinstance(value, tuple)
            return tuple(encoded(item, element) for item in value)
        case _:
            return value


def decoded(value: Any, form: Form) -> Any:
    """The value that an integer (…) stands for; a real number stays an interval."""
    match form:
        case Scaled(den):
            return Fraction(int(value), den)
        case Ratio():
            return Fraction(int(value[0]), int(value[1]))
        case Truth():
            return bool(value)
        case Code(values):
            return values[int(value)]
        case Many(element):
            return tuple(decoded(item, element) for item in value)
        case Real() | Spelled():
            return value


def columns_of(lowering: PythonLowering, worlds: Sequence[dict[NodeId, Value]]) -> dict[NodeId, Column]:
    """The givens that a lowering takes, as columns."""
    columns: dict[NodeId, Column] = {}
    for node in lowering.givens:
        form = lowering.forms[node]
        kind: Any = object if lowering.is_wide(node) else bool if isinstance(form, Truth) else np.int64
        rows = [encoded(world[node], form) for world in worlds]
        if isinstance(form, Many):
            columns[node] = tuple(np.array(part, dtype=kind) for part in zip(*rows, strict=True))
        else:
            columns[node] = np.array(rows, dtype=kind)
    return columns


def row_of(column: Column, row: int) -> Any:
    return tuple(part[row] for part in column) if isinstance(column, tuple) else column[row]


def disagreements(problem: Problem, lowering: PythonLowering, worlds: Sequence[dict[NodeId, Value]]) -> list[str]:
    """Where the generated code, on columns and on plain integers, differs from the reference evaluator."""
    compiled = Compiled(lowering)
    found: list[str] = []
    evaluation = compiled.run(columns_of(lowering, worlds), len(worlds))
    for row, world in enumerate(worlds):
        reference = Interpreter(problem, world)
        admissible = reference.admissible()
        plain, plain_admissible, _ = compiled.module["world"](
            *(encoded(world[node], lowering.forms[node]) for node in lowering.givens)
        )
        if not admissible == bool(evaluation.admissible[row]) == bool(plain_admissible):
            found.append(f"admissible: {admissible}, {evaluation.admissible[row]}, {plain_admissible} in {world}")
            continue
        if not admissible:
            continue
        demanded = reference.demanded()
        for node, value in zip(lowering.exported, plain, strict=True):
            if bool(evaluation.demanded[node][row]) != (node in demanded):
                found.append(f"node {node} demanded: {node in demanded} in {world}")
            if node not in demanded:
                continue
            form = lowering.forms[node]
            try:
                expected = reference.value(node)
            except Undefined as undefined:
                found.append(f"node {node}: {undefined}")
                continue
            for got in (decoded(value, form), decoded(row_of(evaluation.columns[node], row), form)):
                if got != expected:
                    found.append(f"node {node}: {got}, not {expected} in {world}")
    return found
