"""Values of givens as people type them: `12`, `2.5`, `5/2`, `$2.50`, `20%`, `36 km/h`, `muffin`, `true`, `[3, 5]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from mspec.compiler.build.literals import number_unit
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import BadGiven
from mspec.compiler.ir import Given, Problem, Value
from mspec.compiler.plugins import library_type
from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Type, Word, show

_NUMBER = re.compile(r"-?(\d{1,30}(\.\d{1,30})?|\d{1,30}/\d{1,30})")


def read_values(problem: Problem, texts: Mapping[str, str]) -> dict[str, Value]:
    """Values of givens from their texts.

    Raises:
        MspecError: MS8003, with every name that is no given and every text that is not a value of its type.
    """
    givens = {node.name: node for node in problem.nodes if isinstance(node, Given)}
    found: dict[str, Value] = {}
    faults: list[BadGiven] = []
    for name, text in texts.items():
        given = givens.get(name)
        if given is None:
            listed = "the givens are " + ", ".join(givens)
            faults.append(BadGiven(written=f"{name}={text}", why=f"there is no given `{name}`", advice=listed))
            continue
        try:
            found[name] = read_value(problem, given.type, text)
        except ValueError:
            what = f"`{text}` is not a value of the type {show(given.type)}"
            faults.append(BadGiven(written=f"{name}={text}", why=what))
    if faults:
        raise MspecError(faults)
    return found


def read_value(problem: Problem, type_: Type, text: str) -> Value:
    """A value of a type from text; the exact text of a record is read too.

    Raises:
        ValueError: it is none.
    """
    text = text.strip()
    match type_:
        case Num():
            return _number(type_, text)
        case Bool() if text in ("true", "false"):
            return text == "true"
        case NounType() | Word() | Person():
            return text.strip('"')
        case Opaque(name):
            return library_type(problem.lexicon, name).read(text.strip('"'))
        case ListOf(element):
            inner = text.removeprefix("[").removesuffix("]")
            return tuple(read_value(problem, element, part) for part in inner.split(",")) if inner.strip() else ()
        case RowOf(table):
            found = problem.lexicon.table(table)
            names = [found.row_name(row) for row in range(len(found.rows))]
            return names.index(text) if text in names else range(len(names)).index(int(text) - 1)
    raise ValueError(text)


def _number(type_: Num, text: str) -> Fraction:
    unit = number_unit(type_)
    percent = unit == "%" and text.endswith("%")
    sign = "-" if text.startswith("-") else ""
    digits = text.removeprefix("-").removeprefix(unit).removesuffix(unit).strip().replace("_", "")
    if not _NUMBER.fullmatch(sign + digits):
        raise ValueError(text)
    try:
        value = Fraction(sign + digits)
    except ZeroDivisionError:
        raise ValueError(text) from None
    return value / 100 if percent else value
