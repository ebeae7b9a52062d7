"""Values as the exact text that stands in a record: "24", "5/2", "true", "muffin", "[3, 5]"."""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler.ir import AnswerForm, NodeId, Problem, Value
from mspec.compiler.ops import round_half_up
from mspec.compiler.real_functions import Approximation
from mspec.compiler.types import ListOf, Num, RowOf, Type
from mspec.compiler.types import show as show_type
from mspec.runtime.render.decimals import significant_decimals
from mspec.runtime.steps.texts import real_digits


def exact_text(problem: Problem, type_: Type, value: Value) -> str:
    """One value. A real number that is not known exactly has twelve significant digits. A row of a table is named by
    its first column where that is a text, else by its 1-based number."""
    match value:
        case bool():
            return "true" if value else "false"
        case Approximation():
            return real_digits(value)
        case Fraction():
            return str(value)
        case str():
            return value
        case tuple():
            element = type_.element if isinstance(type_, ListOf) else type_
            return f"[{', '.join(exact_text(problem, element, item) for item in value)}]"
        case int():
            assert isinstance(type_, RowOf)
            name = problem.lexicon.table(type_.table).rows[value][0]
            return name if isinstance(name, str) else str(value + 1)


def rounded(value: Value, form: AnswerForm) -> Value:
    """An answer as its `ask` wants it: rounded once, half up in decimal, or as it is."""
    if not isinstance(value, Fraction):
        return value
    if form.round is not None:
        return round_half_up(value, Fraction(1, 10**form.round))
    if form.sigfigs is not None:
        return round_half_up(value, 1 / Fraction(10) ** significant_decimals(value, form.sigfigs))
    return value


def type_text(problem: Problem, node: NodeId) -> str:
    """The type of a node as a spec spells it."""
    return show_type(problem.nodes[node].type)


def is_number(problem: Problem, node: NodeId) -> bool:
    """Whether the exact text of a node is digits only, so that nothing in it needs escaping."""
    return isinstance(problem.nodes[node].type, Num)
