"""`ask … (round = 2, sigfigs = 3, …)`: how an answer is shown and judged."""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler import ast
from mspec.compiler.build.draft import Fault
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.errors.types import BadForm
from mspec.compiler.ir import AnswerForm

WHOLE = {"round": range(0, 13), "sigfigs": range(1, 13), "choices": range(2, 11)}
TIMES = ("clock", "clock24", "duration", "date", "dateus", "daymonth", "monthday", "month", "weekday")
"""Forms of an answer that is a time or a number of days, as in a hole."""
WORDS = {
    "units": ("any", "exact", "none"),
    "form": ("exact", "fraction", "mixed", "decimal", "percent", "ratio", *TIMES),
    "order": ("any", "given"),
}


def answer_form(ask: ast.Ask, build: Expressions) -> AnswerForm:
    """Read the options of an `ask`. Raises Fault for the first that is unknown or impossible."""
    read: dict[str, object] = {}
    for option in ask.options:
        if option.key in read:
            raise Fault(BadForm(option.span, key=option.key, why="given twice"))
        value, _ = build.constant(option.value) if not isinstance(option.value, ast.Name) else (option.value.id, None)
        if option.key in WHOLE:
            allowed = WHOLE[option.key]
            if (
                isinstance(value, bool)
                or not isinstance(value, Fraction)
                or value.denominator != 1
                or int(value) not in allowed
            ):
                raise Fault(
                    BadForm(option.span, key=option.key, why=f"a whole number from {allowed[0]} to {allowed[-1]}")
                )
            read[option.key] = int(value)
        elif option.key in WORDS:
            if value not in WORDS[option.key]:
                raise Fault(BadForm(option.span, key=option.key, why=f"one of {', '.join(WORDS[option.key])}"))
            read[option.key] = value
        elif option.key == "tol":
            if isinstance(value, bool) or not isinstance(value, Fraction) or value < 0:
                raise Fault(BadForm(option.span, key="tol", why="a number that is not negative"))
            read["tol"] = value
        else:
            raise Fault(BadForm(option.span, key=option.key, why="unknown option"))
    if "round" in read and "sigfigs" in read:
        raise Fault(BadForm(ask.span, key="round", why="`round` and `sigfigs` contradict each other"))
    # Each value was read by the option of its name, which is of the field's type.
    return AnswerForm(**read)  # type: ignore[arg-type]
