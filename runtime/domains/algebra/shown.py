"""Expressions for readers: plain text (`x^2 - 5x + 6`, `2√3`) and LaTeX."""

from __future__ import annotations

from fractions import Fraction

from mspec.runtime.domains.algebra import forms
from mspec.runtime.domains.algebra.forms import Form, Negative, Number, Power, Product, Quotient, Root, Sum, Symbol


def plain(form: Form) -> str:
    """An expression as it is written by hand, on one line.

    >>> from mspec.runtime.domains.algebra.texts import read
    >>> plain(read("2*x^2 - 5*x*(y + 1)/3 + sqrt(12)"))
    '2x^2 - 5x(y + 1)/3 + √12'
    """
    match form:
        case Number(value):
            return str(value)
        case Symbol(name):
            return name
        case Root(radicand):
            return f"√{radicand}" if radicand.denominator == 1 else f"√({radicand})"
        case Negative(operand):
            return "-" + _plain_in(operand, Sum, Negative)
        case Sum(terms):
            return _added([(_plain_in(_size(t), Sum), _signed(t)) for t in terms])
        case Product(factors):
            return _beside(factors, [_plain_in(f, Sum, Negative, Quotient) for f in factors], " · ")
        case Quotient(top, bottom):
            return f"{_plain_in(top, Sum, Negative)}/{_plain_in(bottom, Sum, Negative, Product, Quotient)}"
        case Power(base, exponent):
            return f"{_plain_in(base, Sum, Negative, Product, Quotient, Power)}^{exponent}"


def tex(form: Form) -> str:
    r"""An expression in LaTeX.

    >>> from mspec.runtime.domains.algebra.texts import read
    >>> tex(read("-3*x^12/2 + (x + 1)/(x - 1)"))
    '-\\frac{3x^{12}}{2} + \\frac{x + 1}{x - 1}'
    """
    match form:
        case Number(value):
            return _tex_number(value)
        case Symbol(name):
            return name if len(name) == 1 else f"{name[0]}_{{{name[1:]}}}"
        case Root(radicand):
            return rf"\sqrt{{{_tex_number(radicand)}}}"
        case Negative(operand):
            return "-" + _tex_in(operand, Sum, Negative)
        case Sum(terms):
            return _added([(_tex_in(_size(t), Sum), _signed(t)) for t in terms])
        case Product(factors):
            return _beside(factors, [_tex_in(f, Sum, Negative) for f in factors], r" \cdot ")
        case Quotient(top, bottom):
            return rf"\frac{{{tex(top)}}}{{{tex(bottom)}}}"
        case Power(base, exponent):
            return f"{_tex_in(base, Sum, Negative, Product, Quotient, Power)}^{{{exponent}}}"


def _plain_in(form: Form, *kinds: type) -> str:
    return f"({plain(form)})" if isinstance(form, kinds) else plain(form)


def _tex_in(form: Form, *kinds: type) -> str:
    return rf"\left({tex(form)}\right)" if isinstance(form, kinds) else tex(form)


def _tex_number(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value)
    return rf"{'-' * (value < 0)}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def _signed(term: Form) -> bool:
    return isinstance(term, Negative) or (isinstance(term, Number) and term.value < 0)


def _size(term: Form) -> Form:
    return forms.minus(term) if _signed(term) else term


def _added(terms: list[tuple[str, bool]]) -> str:
    (first, negative), *rest = terms
    return ("-" if negative else "") + first + "".join(f" {'-' if n else '+'} {text}" for text, n in rest)


def _beside(factors: tuple[Form, ...], texts: list[str], dot: str) -> str:
    """Factors side by side, with a dot where two would run together: x · x^2, x1 · y, two numbers."""
    shown = texts[0]
    for at in range(1, len(texts)):
        left, right = factors[at - 1], factors[at]
        shown += (dot if _run_together(left, right) else "") + texts[at]
    return shown


def _run_together(left: Form, right: Form) -> bool:
    if isinstance(right, Root):
        return not isinstance(left, (Number, Symbol, Sum))
    if isinstance(left, (Quotient, Root)) or isinstance(right, (Number, Quotient)):
        return not (isinstance(left, Root) and isinstance(right, Sum))
    first, second = _base(left), _base(right)
    if isinstance(first, Symbol) and isinstance(second, Symbol):
        return first == second or len(first.name) > 1 or len(second.name) > 1
    return isinstance(second, Number) or (isinstance(first, Number) and isinstance(left, Power))


def _base(form: Form) -> Form:
    return form.base if isinstance(form, Power) else form
