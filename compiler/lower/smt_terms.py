"""SMT-LIB terms with their sort: literals, coercions, connectives and safe names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Sort = Literal["Int", "Real", "Bool"]


@dataclass(frozen=True, slots=True)
class Term:
    """SMT-LIB text of one sort. `value` is known for literals only; they are folded, so that the text stays short
    and division by a constant stays linear."""

    text: str
    sort: Sort
    value: Fraction | bool | None = None


def _natural(value: int, sort: Sort) -> str:
    return f"{value}.0" if sort == "Real" else str(value)


def number(value: Fraction | int, sort: Sort | None = None) -> Term:
    """A numeric literal; of sort Int where the value is whole and no sort is asked for."""
    exact = Fraction(value)
    kind: Sort = sort or ("Int" if exact.denominator == 1 else "Real")
    text = _natural(abs(exact.numerator), kind)
    if exact.denominator != 1:
        text = f"(/ {text} {_natural(exact.denominator, kind)})"
    return Term(f"(- {text})" if exact < 0 else text, kind, exact)


def truth(value: bool) -> Term:
    """`true` or `false`."""
    return Term("true" if value else "false", "Bool", value)


TRUE = truth(True)
FALSE = truth(False)


def as_real(term: Term) -> Term:
    """The term as a Real."""
    if term.sort == "Real":
        return term
    if term.value is not None:
        return number(Fraction(term.value), "Real")
    return Term(f"(to_real {term.text})", "Real")


def as_int(term: Term) -> Term:
    """The term as an Int; means the same only where its value is whole."""
    if term.sort == "Int":
        return term
    if term.value is not None and Fraction(term.value).denominator == 1:
        return number(Fraction(term.value), "Int")
    return Term(f"(to_int {term.text})", "Int")


def alike(terms: Sequence[Term]) -> list[Term]:
    """The terms in one sort: as they are if all agree, else Real."""
    if len({term.sort for term in terms}) <= 1:
        return list(terms)
    return [as_real(term) for term in terms]


def call(function: str, terms: Sequence[Term], sort: Sort) -> Term:
    """`(function a b …)`."""
    return Term(f"({function} {' '.join(term.text for term in terms)})", sort)


def conjunction(terms: Iterable[Term]) -> Term:
    """`and`, with truths folded."""
    parts = list(dict.fromkeys(term for term in terms if term.value is not True))
    if any(term.value is False for term in parts):
        return FALSE
    if not parts:
        return TRUE
    return parts[0] if len(parts) == 1 else call("and", parts, "Bool")


def disjunction(terms: Iterable[Term]) -> Term:
    """`or`, with truths folded."""
    parts = list(dict.fromkeys(term for term in terms if term.value is not False))
    if any(term.value is True for term in parts):
        return TRUE
    if not parts:
        return FALSE
    return parts[0] if len(parts) == 1 else call("or", parts, "Bool")


def negation(term: Term) -> Term:
    """`not`."""
    if term.value is not None:
        return truth(not term.value)
    return Term(f"(not {term.text})", "Bool")


def implication(condition: Term, conclusion: Term) -> Term:
    """`=>`, folded where the condition is a constant."""
    if condition.value is True:
        return conclusion
    if condition.value is False or conclusion.value is True:
        return TRUE
    return call("=>", (condition, conclusion), "Bool")


def choice(condition: Term, then: Term, otherwise: Term) -> Term:
    """`ite`, the arms in one sort."""
    if condition.value is not None:
        return then if condition.value else otherwise
    arms = alike((then, otherwise))
    if arms[0] == arms[1]:
        return arms[0]
    return call("ite", (condition, *arms), arms[0].sort)


def equal(left: Term, right: Term) -> Term:
    """`=`."""
    if left.value is not None and right.value is not None:
        return truth(left.value == right.value)
    return call("=", alike((left, right)), "Bool")


def multiple(factor: Fraction, term: Term) -> Term:
    """A constant times a term."""
    if factor == 1:
        return term
    if factor.denominator == 1 and term.sort == "Int":
        return call("*", (number(factor), term), "Int")
    return call("*", (number(factor, "Real"), as_real(term)), "Real")


def shifted(offset: Fraction, term: Term) -> Term:
    """A constant plus a term."""
    if offset == 0:
        return term
    parts = alike((number(offset), term))
    return call("+", parts, parts[0].sort)


def fresh_name(name: str) -> str:
    """A spec's name as part of an SMT-LIB simple symbol; different names stay different.

    `~` occurs in no spec name, so an escaped letter cannot meet one that was spelled.
    """
    return "".join(c if c.isascii() and (c.isalnum() or c == "_") else f"~{ord(c):x}~" for c in name)


def comment(text: str) -> str:
    """A comment line that nothing can break out of."""
    return "; " + "".join(c if c.isprintable() else " " for c in text).encode("ascii", "backslashreplace").decode()
