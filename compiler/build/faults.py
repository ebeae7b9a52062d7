"""Type faults of operands -> diagnostics that say which operand and why."""

from __future__ import annotations

from collections.abc import Sequence

from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors.plugins import WrongArgument
from mspec.compiler.errors.types import (
    CurrencyMismatch,
    DimensionMismatch,
    LabelMismatch,
    NotABool,
    NotAlike,
    NotANumber,
    NotPure,
    NotWhole,
    ReadingAsFactor,
    ReadingsMixed,
)  # fmt: skip
from mspec.compiler.source import Span
from mspec.compiler.types import Type, show
from mspec.compiler.typing_rules import TypeFault

CLASSES = {
    "number": NotANumber, "bool": NotABool, "whole": NotWhole, "pure": NotPure, "exponent": NotPure, "root": NotPure,
    "dimension": DimensionMismatch, "label": LabelMismatch, "alike": NotAlike,
    "currency": CurrencyMismatch, "temperature": ReadingsMixed, "temperature_factor": ReadingAsFactor,
}  # fmt: skip


def explain(fault: TypeFault, operator: str, types: Sequence[Type], spans: Sequence[Span], whole: Span) -> Diagnostic:
    """The diagnostic for a fault found while typing `operator` on these operands."""
    left, right = fault.left, fault.right
    if fault.kind == "argument":
        return WrongArgument(spans[left], operator=operator, left=show(types[left]), right=fault.wanted)
    kind = CLASSES[fault.kind]
    if right is None:
        return kind(spans[left], operator=operator, left=show(types[left]), left_span=spans[left])
    return kind(
        whole, operator=operator, left=show(types[left]), right=show(types[right]),
        left_span=spans[left], right_span=spans[right],
    )  # fmt: skip
