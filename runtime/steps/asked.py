"""How the answer of an asked step is rounded: what its sentence adds, and how many digits it shows before.

A value that is carried on is shown with more digits than the answer has; the answer is rounded once, from the exact
value: "184 ÷ 7 ≈ 26.2857 m/s, rounded to 3 significant figures: 26.3 m/s".
"""

from __future__ import annotations

import re

from mspec.compiler.ir import AnswerForm, NodeId, Problem
from mspec.compiler.types import Num

_ABOUT = "≈ "
_ZEROS = re.compile(r"(\.\d*?)0+(?!\d)")
_POINT = re.compile(r"\.(?!\d)")
_DECIMALS = re.compile(r"\d\.(\d+)")


def roundings(problem: Problem) -> dict[NodeId, AnswerForm]:
    """The asked numbers that are rounded, and how."""
    asked = [ask for ask in problem.asks if ask.form.round is not None or ask.form.sigfigs is not None]
    return {ask.node: ask.form for ask in reversed(asked) if isinstance(problem.nodes[ask.node].type, Num)}


def form_of(rounding: AnswerForm) -> str:
    """The form of a hole that rounds so."""
    return f"{rounding.round}dp" if rounding.round is not None else f"{rounding.sigfigs}sf"


def words_of(rounding: AnswerForm, type_: Num) -> str:
    """ "rounded to 3 significant figures", "rounded to the nearest cent"."""
    if rounding.round is None:
        return f"rounded to {_several(rounding.sigfigs or 1, 'significant figure')}"
    if rounding.round == 0:
        return "rounded to the nearest whole number"
    if rounding.round == 2 and type_.unit.is_money and type_.unit.currency == "$":
        return "rounded to the nearest cent"
    return f"rounded to {_several(rounding.round, 'decimal place')}"


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def are_one_number(shown: str, rounded: str) -> bool:
    """Whether two texts say the same number, but for zeros at its end: 2.5 kg and 2.50 kg."""
    return _without_zeros(shown) == _without_zeros(rounded)


def _without_zeros(text: str) -> str:
    return _POINT.sub("", _ZEROS.sub(r"\1", text))


def with_all_digits(plain: str, asked: str) -> str:
    """A value to be carried on, "≈ 3.3333", with no fewer digits than the answer has: "≈ 3.333333"."""
    return _ABOUT + asked if plain.startswith(_ABOUT) and _decimals(asked) >= _decimals(plain) else plain


def _decimals(text: str) -> int:
    """Digits after the point of the number in a text."""
    found = _DECIMALS.search(text)
    return len(found[1]) if found else 0
