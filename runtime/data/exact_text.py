"""Values as the exact text that stands in a record: "24", "5/2", "true", "muffin", "[3, 5]"."""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.worlds import NoClosedForm
from mspec.compiler.ir import AnswerForm, Ask, NodeId, Problem, Value
from mspec.compiler.ops import round_half_up
from mspec.compiler.real_functions import Approximation, closed_form
from mspec.compiler.types import ListOf, Num, RowOf, Tag, Type
from mspec.compiler.types import show as show_type
from mspec.runtime.render.decimals import significant_decimals
from mspec.runtime.steps.texts import real_digits


def exact_text(problem: Problem, type_: Type, value: Value) -> str:
    """One value. A real number that is not known exactly has twelve significant digits. A row of a table is named by
    its first column where that is a text that no other row has, else by its 1-based number."""
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
            return problem.lexicon.table(type_.table).row_name(value) or str(value + 1)


def answer_value(problem: Problem, ask: Ask, value: Value) -> str:
    """The value of an answer: rounded as its `ask` wants it; a real number in exact form as `3*sqrt(5)`.

    Raises:
        MspecError: MS5011, the number has no closed form after all: its radicand is too long.
    """
    type_ = problem.nodes[ask.node].type
    if not ask.form.wants_closed_form(type_):
        return exact_text(problem, type_, rounded(value, ask.form, type_))
    form = closed_form(value)
    if form is None:
        raise MspecError([NoClosedForm(ask.span, why="its radicand is too long")])
    return form.spelled()


def rounded(value: Value, form: AnswerForm, type_: Type) -> Value:
    """An answer as its `ask` wants it: rounded once, half up in decimal, or as it is. Decimals of a percent are those
    that are shown: 6.8% for `round = 1`."""
    if not isinstance(value, Fraction):
        return value
    if form.round is not None:
        percent = isinstance(type_, Num) and type_.tag is Tag.PERCENT
        return round_half_up(value, Fraction(1, 10 ** (form.round + 2 * percent)))
    if form.sigfigs is not None:
        return round_half_up(value, 1 / Fraction(10) ** significant_decimals(value, form.sigfigs))
    return value


def type_text(problem: Problem, node: NodeId) -> str:
    """The type of a node as a spec spells it."""
    return show_type(problem.nodes[node].type)


def is_number(problem: Problem, node: NodeId) -> bool:
    """Whether the exact text of a node is digits only, so that nothing in it needs escaping."""
    return isinstance(problem.nodes[node].type, Num)
