"""The text of a generated module around its function: names, comments, and what `python x.py n=12` needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from importlib.resources import files

from mspec.compiler.ir import (
    Choice,
    Counted,
    Domain,
    Given,
    Lattice,
    Literal,
    NodeId,
    NounAttribute,
    Problem,
    Text,
    Values,
)
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Real, Scaled, Spelled, Truth
from mspec.compiler.lower.python_forms import number_bounds
from mspec.compiler.lower.scales import (
    Coded,
    Condition,
    Irrational,
    Listed,
    Lowered,
    Number,
    Spelling,
    as_whole,
    literal,
)
from mspec.compiler.types import ListOf, Num, RowOf, Tag, Type

COMMENT_LENGTH = 100
BODY = "# name, kind or unit, denominator, values (integers over the denominator, or names), length of a list"
"""The line with which what belongs to one problem begins; before it, all modules are alike."""


def module_text(
    name: str,
    givens: Sequence[str],
    results: Sequence[str],
    tables: Mapping[str, str],
    head: str,
    body: Sequence[str],
    reals: bool,
    primitives: bool = False,
) -> str:
    """The whole module.

    Args:
        name: The problem, as it may stand in a comment.
        givens: Rows of the table GIVENS.
        results: Rows of the table RESULTS.
        tables: Further constants.
        head: The first line of the function.
        body: The lines of the function.
        reals: Whether it computes with real numbers (then it needs the package mspec, too).
        primitives: Whether it calls a plug-in (then it needs the package mspec and that plug-in, too).
    """
    needs = "the standard library and mspec" if reals else "the standard library only"
    if primitives:
        needs = "the standard library, mspec and the plug-ins that it calls"
    return "\n".join(
        [
            "# Python generated from a problem by mspec. Change the problem, not this file.",
            f"# It needs {needs}; the function `world` also takes NumPy columns.",
            "#",
            f"# Problem: {name}",
            prelude()
            + (prelude("python_real_prelude.py") if reals else "")
            + (prelude("python_primitive_prelude.py") if primitives else ""),
            BODY,
            "GIVENS: Any = (",
            *(f"    {row}," for row in givens),
            ")",
            "# name, denominator or kind, description",
            "RESULTS: Any = (",
            *(f"    {row}," for row in results),
            ")",
            *(f"{name} = {table}" for name, table in tables.items()),
            "",
            "",
            head,
            '    """The values that RESULTS lists, whether the world is admissible, and which are demanded."""',
            *(f"    {line}" for line in body),
            "",
            "",
            'if __name__ == "__main__":',
            "    print(_main(sys.argv[1:]))",
            "",
        ]
    )


def prelude(name: str = "python_prelude.py") -> str:
    """The functions that every generated module carries, or those that one with real numbers does besides."""
    source = files("mspec.compiler.lower").joinpath(name).read_text(encoding="utf-8")
    return source.split("# --- pasted from here\n")[1].split("# --- to here\n")[0]


class Names:
    """Names for the generated function: ASCII, and no two alike."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def new(self, wanted: str) -> str:
        base = ascii_name(wanted)
        name, number = base, 1
        while name in self.used or name == "ok":
            number += 1
            name = f"{base}_{number}" if base != "ok" else f"ok{number - 1}"
        self.used.add(name)
        return name


def ascii_name(wanted: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c == "_") else f"_{ord(c):x}_" for c in wanted)


def sanitised(text: str) -> str:
    """Author's text as it may stand in a comment: one line, no control or format characters."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return clean if len(clean) <= COMMENT_LENGTH else clean[: COMMENT_LENGTH - 1] + "…"


def plain(text: Text, names: Mapping[NodeId, str]) -> str:
    """A text with the names of what its holes show."""
    parts = []
    for segment in text:
        match segment:
            case Literal(words):
                parts.append(words)
            case Choice():
                parts.append("…")
            case Counted(count=node):
                parts.append("{" + names.get(node, "…") + "}")
            case _:
                parts.append("{" + names.get(segment.node, "…") + "}")
    return sanitised("".join(parts))


def text_of(value: Lowered) -> str:
    match value:
        case Number(num, den):
            return num.text if isinstance(den, int) else f"({num.text}, {as_whole(den).text})"
        case Condition(text) | Coded(text) | Irrational(text) | Spelling(text):
            return text
        case Listed(items):
            return tuple_text([text_of(item) for item in items])


def tuple_text(parts: Sequence[str]) -> str:
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"


def given_range(problem: Problem, node: NodeId, form: Form) -> tuple[int, int]:
    given = problem.nodes[node]
    assert isinstance(given, Given)
    element = form.element if isinstance(form, Many) else form
    assert isinstance(element, Scaled)
    return number_bounds(given.domain, element.den)


def given_row(problem: Problem, node: NodeId, form: Form) -> str:
    given = problem.nodes[node]
    assert isinstance(given, Given)
    length = form.length if isinstance(form, Many) else 0
    element = form.element if isinstance(form, Many) else form
    type_ = given.type.element if isinstance(given.type, ListOf) else given.type
    match element:
        case Scaled(den):
            parts = tuple_text(_number_parts(given.domain, den))
            return f"({given.name!r}, {_unit_text(type_)!r}, {den}, {parts}, {length})"
        case Code(values):
            return f"({given.name!r}, 'code', 1, {_value_names(values, problem, type_)!r}, {length})"
        case _:
            return f"({given.name!r}, 'truth', 1, (), {length})"


def _unit_text(type_: Type) -> str:
    """What may stand beside a number of this type: `%`, a currency, a unit, or nothing."""
    if not isinstance(type_, Num):
        return ""
    return "%" if type_.tag is Tag.PERCENT else type_.unit.currency or str(type_.unit)


def _number_parts(domain: Domain, den: int) -> list[str]:
    """A domain of numbers as ranges and tuples of numerators."""
    match domain:
        case Lattice(low, high, stride):
            first, last = int(low * den), int(high * den)
            # The stride of a single value need not be on the grid.
            step = int(stride * den) if low < high else 1
            return [f"range({_digits(first)}, {_digits(last + 1)}, {_digits(step)})"]
        case Values(values):
            return [tuple_text([_digits(int(v * den)) for v in values if isinstance(v, Fraction)])]
        case NounAttribute(choices=choices):
            return list(dict.fromkeys(part for choice in choices for part in _number_parts(choice, den)))


def _digits(value: int) -> str:
    return literal(value).text


def _value_names(values: Sequence[object], problem: Problem, type_: Type) -> tuple[str, ...]:
    """Names of categorical values: of a row of a table, as records name it, by its first cell or its number from 1."""
    if not isinstance(type_, RowOf):
        return tuple(str(value) for value in values)
    table = problem.lexicon.table(type_.table)
    return tuple(table.row_name(value) or str(value + 1) for value in values if isinstance(value, int))


def shown_kind(form: Form, problem: Problem, type_: Type) -> str:
    """How `_show` prints a value of this form."""
    match form:
        case Scaled(den):
            return str(den)
        case Ratio():
            return "'ratio'"
        case Truth():
            return "'truth'"
        case Code(values):
            return f"('code', {_value_names(values, problem, type_)!r})"
        case Many(element):
            inner = type_.element if isinstance(type_, ListOf) else type_
            return f"('list', {shown_kind(element, problem, inner)})"
        case Real():
            return "'real'"
        case Spelled():
            return "'text'"
