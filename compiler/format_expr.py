"""Writes expressions, types and texts in their canonical spelling, with as few parentheses as can be."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import assert_never

from mspec.compiler import ast

_IF, _OR, _AND, _NOT, _COMPARE, _SUM, _TERM, _NEGATIVE, _POWER, _POSTFIX, _ATOM = range(11)
_BINARY = {"or": _OR, "and": _AND, "+": _SUM, "-": _SUM, "*": _TERM, "/": _TERM, "^": _POWER}
_MAX_DECIMALS = 60


def format_expr(expr: ast.Expr) -> str:
    """An expression on one line."""
    return _expr(expr)[0]


def meta_text(value: ast.Expr | None) -> str:
    """An entry of `meta` as it is read: texts without their quotation marks, nothing for none."""
    match value:
        case None:
            return ""
        case ast.String(text) | ast.Name(text):
            return text
        case _:
            return format_expr(value)


def format_arms(expr: ast.Expr) -> list[str]:
    """The arms of an `if … then … else if …` chain, one a line; one line for any other expression."""
    if not isinstance(expr, ast.If):
        return [format_expr(expr)]
    lines: list[str] = []
    lead = ""
    rest: ast.Expr = expr
    while isinstance(rest, ast.If):
        lines.append(f"{lead}if {format_expr(rest.condition)} then {format_expr(rest.then)}")
        lead, rest = "else ", rest.otherwise
    return [*lines, lead + format_expr(rest)]


def _at_least(expr: ast.Expr, level: int) -> str:
    text, own = _expr(expr)
    return text if own >= level else f"({text})"


def _list(items: tuple[ast.Expr, ...]) -> str:
    return ", ".join(format_expr(item) for item in items)


def _expr(expr: ast.Expr) -> tuple[str, int]:
    """The text and how tightly it holds together."""
    match expr:
        case ast.Name(id):
            return id, _ATOM
        case ast.Number():
            return _number(expr)
        case ast.String(value):
            return quote(value), _ATOM
        case ast.Boolean(value):
            return ("true" if value else "false"), _ATOM
        case ast.It():
            return "it", _ATOM
        case ast.Unary("-", operand):
            return "-" + _at_least(operand, _NEGATIVE), _NEGATIVE
        case ast.Unary(_, operand):
            return "not " + _at_least(operand, _NOT), _NOT
        case ast.Binary("^", left, right):
            return f"{_base(left)}^{_at_least(right, _NEGATIVE)}", _POWER
        case ast.Binary("/", left, ast.Number() as right) if _is_digits(left) and _is_digits(right):
            return f"{format_expr(left)}/{format_expr(right)}", _TERM
        case ast.Binary(op, left, right):
            level = _BINARY[op]
            return f"{_at_least(left, level)} {op} {_at_least(right, level + 1)}", level
        case ast.Compare(ops, operands):
            text = _at_least(operands[0], _SUM)
            for sign, operand in zip(ops, operands[1:], strict=True):
                member = sign == "in" and isinstance(operand, (ast.SetOf, ast.Range))
                text += f" {sign} " + (format_expr(operand) if member else _at_least(operand, _SUM))
            return text, _COMPARE
        case ast.SetOf(items):
            return f"{{{_list(items)}}}", _ATOM
        case ast.ListOf(items):
            return f"[{_list(items)}]", _ATOM
        case ast.Range():
            return _range(expr.low, expr.high, expr.stride), _COMPARE
        case ast.Field(target, name):
            text = _base(target)
            return f"({text}).{name}" if text.isdigit() else f"{text}.{name}", _POSTFIX
        case ast.Index(target, index):
            return f"{_base(target)}[{format_expr(index)}]", _POSTFIX
        case ast.Call(function, arguments):
            return f"{function}({_list(arguments)})", _ATOM
        case ast.Binder(kind, variable, low, high, body):
            return f"{kind}({variable} in {_range(low, high)}, {format_expr(body)})", _ATOM
        case ast.If(condition, then, otherwise):
            arms = f"if {format_expr(condition)} then {format_expr(then)} else {format_expr(otherwise)}"
            return arms, _IF
        case ast.Iterate(variable, low, high, start, step, until):
            text = f"iterate({variable} in {_range(low, high)}, from {format_expr(start)}, next {format_expr(step)}"
            return text + (f" until {format_expr(until)})" if until is not None else ")"), _ATOM
        case ast.Solve(equations, unknowns):
            return f"solve([{_list(equations)}], [{', '.join(unknowns)}])", _ATOM
        case _:
            assert_never(expr)


def _is_digits(expr: ast.Expr) -> bool:
    """A whole number without a unit, perhaps negative: a quotient of two is a fraction, 1/2."""
    if isinstance(expr, ast.Unary) and expr.op == "-":
        expr = expr.operand
    return isinstance(expr, ast.Number) and not expr.unit and format_expr(expr).isdigit()


def _base(expr: ast.Expr) -> str:
    """What stands before `^`, `.` or `[`. A quantity would draw the `^` into its unit."""
    text = _at_least(expr, _POSTFIX)
    return f"({text})" if isinstance(expr, ast.Number) and not text.isdigit() and text[0] != "(" else text


def _range(low: ast.Expr, high: ast.Expr, stride: ast.Expr | None = None) -> str:
    text = f"{_at_least(low, _SUM)}..{_at_least(high, _SUM)}"
    return text if stride is None else f"{text} by {_at_least(stride, _SUM)}"


# ---------------------------------------------------------------------------------------------- numbers


def _number(number: ast.Number) -> tuple[str, int]:
    if number.spelling:
        return number.spelling, _ATOM
    value, unit = number.value, number.unit
    if value < 0:
        text, level = _number(ast.Number(-value, unit))
        return "-" + (text if level >= _NEGATIVE else f"({text})"), _NEGATIVE
    digits = decimal(value)
    if digits is None:
        # No decimal is exact: a quotient is.
        slash = " / " if unit else "/"
        return f"{_with_unit(str(value.numerator), unit)}{slash}{value.denominator}", _TERM
    if unit in ("$", "€", "£") and "." in digits and len(digits.split(".")[1]) == 1:
        digits += "0"
    return _with_unit(digits, unit), _ATOM


def _with_unit(digits: str, unit: str) -> str:
    if unit in ("$", "€", "£", "¥"):
        return unit + digits
    if unit in ("", "%"):
        return digits + unit
    return f"{digits} {unit}"


def decimal(value: Fraction) -> str | None:
    """A non-negative number in decimal digits, or None where no short decimal is exact."""
    above, below = value.numerator, value.denominator
    for places in range(_MAX_DECIMALS + 1):
        scaled, rest = divmod(above * 10**places, below)
        if not rest:
            digits = str(scaled).rjust(places + 1, "0")
            return f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return None


# ------------------------------------------------------------------------------------------------ types


def format_type(kind: ast.TypeName) -> str:
    """A type, such as `count(wheel)[1/car]`."""
    text = kind.name
    if kind.arguments:
        inner = (format_expr(a) if isinstance(a, ast.Number) else format_type(a) for a in kind.arguments)
        text += f"({', '.join(inner)})"
    return f"{text}[{kind.unit}]" if kind.unit else text


# ------------------------------------------------------------------------------------------------- text


def quote(text: str) -> str:
    """A text in quotes, with its escapes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def format_text(text: ast.Text) -> str:
    """A text with its holes, not yet in quotes."""
    return "".join(_part(part) for part in text)


def _part(part: ast.Part) -> str:
    match part:
        case ast.Literal_(text):
            return text.replace("{", "{{").replace("}", "}}")
        case ast.ValueHole(value, form, untold):
            return f"{{{format_expr(value)}{':' + form if form else ''}{_untold(untold)}}}"
        case ast.CountedHole(_, _, _, untold):
            return f"{{{_counted(part)}{_untold(untold)}}}"
        case ast.ArticleHole(value, capital, untold, form):
            return f"{{{'A' if capital else 'a'} {format_expr(value)}{':' + form if form else ''}{_untold(untold)}}}"
        case ast.PersonHole():
            return f"{{{_person(part)}}}"
        case ast.AuxiliaryHole(auxiliary, counted):
            return f"{{{auxiliary} {_counted(counted)}{_untold(counted.untold)}}}"
        case ast.IfHole(condition, then, otherwise):
            other = f"{{else}}{format_text(otherwise)}" if otherwise else ""
            return f"{{if {format_expr(condition)}}}{format_text(then)}{other}{{end}}"
        case _:
            assert_never(part)


def _counted(hole: ast.CountedHole) -> str:
    text = f"{format_expr(hole.count)}{':' + hole.form if hole.form else ''} of {hole.noun}"
    return f"{text} {hole.verb}" if hole.verb else text


def _person(hole: ast.PersonHole) -> str:
    form = hole.form.capitalize() if hole.capital else hole.form
    text = f"{hole.person}.{form}" if form else hole.person
    if hole.auxiliary:
        text = f"{hole.auxiliary} {text}"
    return f"{text} {hole.verb}" if hole.verb else text


def _untold(untold: ast.Text | None) -> str:
    if untold is None:
        return ""
    text = format_text(untold)
    plain = len(untold) == 1 and isinstance(untold[0], ast.Literal_) and text == text.strip()
    if plain and (re.fullmatch(r"[A-Za-z]+", text) or ('"' in text and not re.search(r'^"|[{}|]', text))):
        return f" | {text}"
    return f' | "{text}"'
