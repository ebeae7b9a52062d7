"""The answer as text: rounded once, half up in decimal, with its unit."""

from __future__ import annotations

from mspec.compiler.ir import AnswerForm, Ask, Problem, Value
from mspec.compiler.types import Num, Type
from mspec.runtime.batch import Batch
from mspec.runtime.render.numerals import NUMERAL, numerals
from mspec.runtime.render.quantities import Formatter, formatter
from mspec.runtime.render.vocabulary import vocabulary_of

_FORMS = {"any": "", "exact": ""}
"""Forms of an answer that say how it is judged, not how it is printed; the others are forms of a hole."""


def answer_text(problem: Problem, ask: Ask, value: Value) -> str:
    """One answer as text, in the form that its `ask` wants.

    Raises:
        UnknownForm: the type has no such form.
    """
    return _formatter(problem, ask)(value)


def answer_texts(problem: Problem, ask: Ask, batch: Batch) -> list[str]:
    """The answer in every row of a batch. Raises as `answer_text`."""
    show = _formatter(problem, ask)
    return batch.spread(ask.node, [show(value) for value in batch.distinct(ask.node).values])


def _formatter(problem: Problem, ask: Ask) -> Formatter:
    type_ = problem.nodes[ask.node].type
    shown = _unitless(type_) if ask.form.units == "none" else type_
    form = _form(ask.form, type_)
    if not form and ask.node in numerals(problem):
        form = NUMERAL
    return formatter(shown, vocabulary_of(problem.lexicon), form)


def _unitless(type_: Type) -> Type:
    return Num(type_.whole, type_.exact) if isinstance(type_, Num) else type_


def _form(wanted: AnswerForm, type_: Type) -> str:
    if isinstance(type_, Num) and wanted.round is not None:
        return f"{wanted.round}dp"
    if isinstance(type_, Num) and wanted.sigfigs is not None:
        return f"{wanted.sigfigs}sf"
    if wanted.wants_closed_form(type_):
        return "exact"
    if isinstance(type_, Num) and not type_.exact and not wanted.form:
        return "approx"  # all digits of a square root are no answer
    return _FORMS.get(wanted.form, wanted.form)
