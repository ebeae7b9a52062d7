"""Expressions as canonical text, in the language of claims, and back: `3*x^2 - x/2 + sqrt(2)`."""

from __future__ import annotations

import re
from functools import lru_cache

from mspec.runtime.domains.algebra import forms
from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge
from mspec.runtime.domains.algebra.forms import Form, Negative, Number, Power, Product, Quotient, Root, Sum, Symbol

LONGEST = 20_000
DEEPEST = 60
_TOKEN = re.compile(r"\s*(\d+|[A-Za-z]\w*|[-+*/^()])")


_written: dict[str, Form] = {}
"""What texts that were written lately say, so that they need not be parsed."""
_MOST_KEPT = 1 << 15


def write(form: Form) -> str:
    """The text of an expression; `read(write(form)) == form` for what the constructors of `forms` make."""
    text = _text(form)
    if len(_written) >= _MOST_KEPT:
        _written.clear()
    _written[text] = form
    return text


def _text(form: Form) -> str:
    match form:
        case Number(value):
            return str(value)
        case Symbol(name):
            return name
        case Root(radicand):
            return f"sqrt({radicand})"
        case Negative(operand):
            return "-" + _wrapped(operand, Sum, Negative)
        case Sum(terms):
            return "".join(_signed(term, first=not at) for at, term in enumerate(terms))
        case Product(factors):
            first, *rest = factors
            return "*".join([_wrapped(first, Sum, Negative), *(_wrapped(f, Sum, Negative, Quotient) for f in rest)])
        case Quotient(top, bottom):
            return f"{_wrapped(top, Sum, Negative)}/{_wrapped(bottom, Sum, Negative, Product, Quotient)}"
        case Power(base, exponent):
            return f"{_wrapped(base, Sum, Negative, Product, Quotient, Power)}^{exponent}"


def _signed(term: Form, *, first: bool) -> str:
    negative = isinstance(term, Negative) or (isinstance(term, Number) and term.value < 0)
    size = _wrapped(forms.minus(term) if negative else term, Sum)
    if first:
        return f"-{size}" if negative else size
    return f" - {size}" if negative else f" + {size}"


def _wrapped(form: Form, *kinds: type) -> str:
    return f"({_text(form)})" if isinstance(form, kinds) else _text(form)


def read(text: str) -> Form:
    """The expression that a text says.

    Raises:
        AlgebraFault: it says none.
        TooLarge: it is too long or too deep.
    """
    return _written.get(text) or _parsed(text)


@lru_cache(maxsize=8192)
def _parsed(text: str) -> Form:
    if len(text) > LONGEST:
        raise TooLarge("an expression that is too long")
    reader = _Reader(text)
    form = reader.sum(0)
    if reader.at != len(reader.tokens):
        raise AlgebraFault(f"`{text}` is no expression")
    return form


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        self.at = position = 0
        end = len(text.rstrip())
        while position < end:
            match = _TOKEN.match(text, position)
            if match is None:
                raise AlgebraFault(f"`{text}` is no expression")
            self.tokens.append(match[1])
            position = match.end()

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def sum(self, depth: int) -> Form:
        if depth > DEEPEST:
            raise TooLarge("an expression that is too deep")
        result = self.product(depth)
        while self.peek() in ("+", "-"):
            sign = self.next()
            operand = self.product(depth)
            result = forms.plus(result, forms.minus(operand) if sign == "-" else operand)
        return result

    def product(self, depth: int) -> Form:
        result = self.factor(depth)
        while self.peek() in ("*", "/"):
            operator = self.next()
            operand = self.factor(depth)
            result = forms.times(result, operand) if operator == "*" else forms.over(result, operand)
        return result

    def factor(self, depth: int) -> Form:
        negative = False
        while self.peek() == "-":
            self.next()
            negative = not negative
        operand = self.power(depth)
        return forms.minus(operand) if negative else operand

    def power(self, depth: int) -> Form:
        base = self.atom(depth)
        if self.peek() != "^":
            return base
        self.next()
        negative = self.peek() == "-"
        if negative:
            self.next()
        exponent = self.next()
        if not exponent.isdigit() or len(exponent) > 3:
            raise AlgebraFault(f"an exponent is a small whole number in `{self.text}`")
        return forms.power(base, -int(exponent) if negative else int(exponent))

    def atom(self, depth: int) -> Form:
        token = self.next()
        if token.isdigit():
            if len(token) > 1500:
                raise TooLarge("a number that is too long")
            return forms.number(int(token))
        if token == "(" or token == "sqrt":
            if token == "sqrt" and self.next() != "(":
                raise AlgebraFault(f"`{self.text}` is no expression")
            inner = self.sum(depth + 1)
            if self.next() != ")":
                raise AlgebraFault(f"`{self.text}` is no expression")
            return inner if token == "(" else forms.root(inner)
        if not token or not token[0].isalpha():
            raise AlgebraFault(f"`{self.text}` is no expression")
        return forms.symbol(token)
