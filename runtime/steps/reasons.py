"""Why a branch is taken, as a sentence says it: without conditions that others imply, bounds in one chain.

`5 < w` and `20 < w` are one condition, `w > 20`; `w > 5` and `w <= 20` are `5 < w <= 20`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from mspec.runtime.steps.layout import unwrapped
from mspec.runtime.steps.trace import Call, Expression, Literal

_MIRRORED = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le", "eq": "eq", "ne": "ne"}
_SIGN = {"lt": "<", "le": "≤", "gt": ">", "ge": "≥"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Operands with the signs between them: `24 > 20`, `5 < 9 ≤ 20`. Without signs, any other condition."""

    operands: tuple[Expression, ...]
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bound:
    op: str
    value: Fraction
    literal: Literal


def reasons(conditions: Iterable[Expression]) -> list[Reason]:
    """The reasons in the order of the conditions; how often something is done ("n == 3") is none."""
    lower: dict[Expression, _Bound] = {}
    upper: dict[Expression, _Bound] = {}
    others: list[Expression] = []
    order: list[Expression] = []
    for condition in _conjuncts(conditions):
        found = _bound(condition)
        if found is None:
            if not _is_count(condition) and condition not in others:
                others.append(condition)
                order.append(condition)
            continue
        subject, bound = found
        side = lower if bound.op in ("gt", "ge") else upper
        if subject not in lower and subject not in upper:
            order.append(subject)
        if subject not in side or _tighter(bound, side[subject]):
            side[subject] = bound
    return [
        _said(subject, lower.get(subject), upper.get(subject)) if subject in lower or subject in upper
        else _plain(subject)
        for subject in order
    ]  # fmt: skip


def _conjuncts(conditions: Iterable[Expression]) -> Iterable[Expression]:
    for condition in conditions:
        if isinstance(condition, Call) and condition.op == "and":
            yield from _conjuncts(condition.args)
        else:
            yield condition


def _is_count(condition: Expression) -> bool:
    """ "n == 3": how many turns there are, which a sentence need not repeat."""
    return isinstance(condition, Call) and condition.op in ("eq", "ne") and any(
        isinstance(arg, Literal) for arg in condition.args
    )  # fmt: skip


def _bound(condition: Expression) -> tuple[Expression, _Bound] | None:
    """What a constant bounds, and how."""
    if not (isinstance(condition, Call) and condition.op in _SIGN):
        return None
    left, right = map(unwrapped, condition.args)
    op = condition.op
    if isinstance(left, Literal):
        left, right, op = right, left, _MIRRORED[op]
    if not isinstance(right, Literal) or not isinstance(right.value, Fraction) or isinstance(left, Literal):
        return None
    return left, _Bound(op, right.value, right)


def _tighter(new: _Bound, old: _Bound) -> bool:
    if new.value == old.value:
        return new.op in ("lt", "gt")
    return new.value > old.value if new.op in ("gt", "ge") else new.value < old.value


def _said(subject: Expression, lower: _Bound | None, upper: _Bound | None) -> Reason:
    if lower is not None and upper is not None:
        signs = _SIGN[_MIRRORED[lower.op]], _SIGN[upper.op]
        return Reason((lower.literal, subject, upper.literal), signs)
    only = lower or upper
    assert only is not None
    return Reason((subject, only.literal), (_SIGN[only.op],))


def _plain(condition: Expression) -> Reason:
    if isinstance(condition, Call) and condition.op in _SIGN:
        return Reason(tuple(map(unwrapped, condition.args)), (_SIGN[condition.op],))
    return Reason((condition,))
