"""In which form a sentence shows a number: as the story tells it, and fractions where an answer is to be one.

A form is one of a hole: "" (a decimal where that ends), "fraction", "percent"; or "share": what the story does not show
in digits, as "a third" of a table, is a fraction where people would say one; or "answer": a fraction where no decimal
is exact, as the answer itself is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from mspec.compiler.ir import Apply, Article, Choice, Counted, NodeId, Problem, Show, Text, Value
from mspec.compiler.types import Num, Tag, Type
from mspec.runtime.render.decimals import terminating
from mspec.runtime.steps.trace import Call, Expression, Literal, Source, TracedStep, leaves

FRACTION, PERCENT, SHARE, ANSWER = "fraction", "percent", "share", "answer"
_LARGEST_SHARE = 12
"""The largest denominator of a fraction that people say in words."""
_FRACTIONS = frozenset({"fraction", "mixed", "ratio"})
_SAID_FRACTIONS = _FRACTIONS | {"fractionwords"}
_ROUND = frozenset({"ceil", "floor", "round"})
_SAID_SHARES = frozenset({"times", "words"})


def forms(
    problem: Problem, steps: Iterable[TracedStep], type_of: Callable[[Source], Type]
) -> dict[Source, str]:
    """The form of every number in sight; one that is missing has the form "".

    Args:
        problem: The problem; its story and questions tell numbers.
        steps: The steps in the order in which they are done.
        type_of: The type of a source.
    """
    steps = list(steps)
    told = _told(problem)
    found: dict[Source, str] = {}
    as_fractions = _wanted_as_fractions(problem, steps)
    exact = [ask for ask in problem.asks if ask.form.round is None and ask.form.sigfigs is None]
    answers = _exact_with({ask.node for ask in exact if ask.form.form in ("", "any", "exact")}, steps, type_of)
    done: set[NodeId] = set()
    for step in steps:
        facts = [leaf.source for part in (step.value, *step.conditions) for leaf in leaves(part)]
        for source in facts:
            if source.node not in done and source not in found:
                found[source] = _form_of_fact(type_of(source), told.get(source) or told.get(Source(source.node), set()))
        itself = Source(step.node)
        done.add(step.node)
        type_ = type_of(itself)
        if not _is_ratio(type_):
            continue
        if step.node in as_fractions or _comes_as_fraction(step.value, type_, found, type_of):
            found[itself] = FRACTION
        elif step.node in answers:
            found[itself] = ANSWER
    return found


def has_form(value: Value, form: str) -> str:
    """The form of a hole in which a value is shown, for a form of a source."""
    if not isinstance(value, Fraction) or value.denominator == 1:
        return ""
    if form == SHARE:
        below = value.denominator
        said = below <= _LARGEST_SHARE and (abs(value) < 1 or below not in (5, 10))
        return FRACTION if said else ""
    if form == ANSWER:
        return FRACTION if terminating(value) is None else ""
    return form


def is_quotient(expression: Expression) -> bool:
    """A constant that was written as a fraction: 1/2."""
    return (
        isinstance(expression, Call)
        and expression.op == "div"
        and all(isinstance(a, Literal) and isinstance(a.value, Fraction) and a.value.denominator == 1
                for a in expression.args)
    )  # fmt: skip


def _is_ratio(type_: Type) -> bool:
    """A pure number that may be a fraction."""
    return isinstance(type_, Num) and type_.exact and not type_.whole and type_.unit.is_plain and (
        type_.tag is not Tag.PERCENT and type_.label is None
    )  # fmt: skip


def _form_of_fact(type_: Type, told: set[str]) -> str:
    if not isinstance(type_, Num) or type_.whole:
        return ""
    if not told:
        return SHARE if _is_ratio(type_) else ""
    if told <= _SAID_FRACTIONS:
        return FRACTION
    if told == {"percent"} and type_.unit.is_plain:
        return PERCENT
    return SHARE if told <= _SAID_SHARES and _is_ratio(type_) else ""


def _comes_as_fraction(
    value: Expression, type_: Type, found: dict[Source, str], type_of: Callable[[Source], Type]
) -> bool:
    """Whether a ratio is computed of fractions, or a probability of whole numbers; no decimal is among them."""
    sources = [leaf.source for leaf in leaves(value)]
    kinds = [type_of(source) for source in sources]
    fractions = [source for source in sources if found.get(source) in (FRACTION, SHARE)]
    rest = [kind for source, kind in zip(sources, kinds, strict=True) if source not in fractions]
    if not all(isinstance(kind, Num) and kind.whole for kind in rest):
        return False
    probability = isinstance(type_, Num) and type_.tag is Tag.PROBABILITY
    return bool(fractions) or (probability and _divides(value))


def _divides(value: Expression) -> bool:
    return isinstance(value, Call) and (value.op == "div" or any(map(_divides, value.args)))


def _wanted_as_fractions(problem: Problem, steps: list[TracedStep]) -> set[NodeId]:
    """Steps that lead to an answer that is to be a fraction."""
    wanted = {ask.node for ask in problem.asks if ask.form.form in _FRACTIONS}
    for step in reversed(steps):
        if step.node in wanted:
            wanted |= {leaf.source.node for leaf in leaves(step.value)}
    return wanted


def _exact_with(answers: set[NodeId], steps: list[TracedStep], type_of: Callable[[Source], Type]) -> set[NodeId]:
    """Answers, and the ratios that lead to them through ratios: one solution does not show a number as 4.3333 in one
    line and as 80/3 in the next. What is rounded on purpose ends the way."""
    wanted = set(answers)
    for step in reversed(steps):
        rounds = isinstance(step.value, Call) and step.value.op in _ROUND
        if step.node in wanted and not rounds and _is_ratio(type_of(Source(step.node))):
            wanted |= {leaf.source.node for leaf in leaves(step.value)}
    return wanted


def _told(problem: Problem) -> dict[Source, set[str]]:
    """The forms in which the story and the questions show each number."""
    found: dict[Source, set[str]] = {}
    for text in [*(sentence.segments for sentence in problem.story), *(ask.question for ask in problem.asks)]:
        _note(problem, text, found)
    return found


def _note(problem: Problem, text: Text, found: dict[Source, set[str]]) -> None:
    for segment in text:
        match segment:
            case Show(node) | Counted(node) | Article(node):
                for source in _sources(problem, node):
                    found.setdefault(source, set()).add(segment.form[:1].lower() + segment.form[1:])
            case Choice(_, then, otherwise):
                _note(problem, then, found)
                _note(problem, otherwise, found)
            case _:
                pass


def _sources(problem: Problem, node: NodeId) -> list[Source]:
    """A node as steps may speak of it: by its name, or as a part of what it is taken from."""
    apply = problem.nodes[node]
    if isinstance(apply, Apply) and apply.op in ("lookup", "item"):
        part = apply.data[0]
        assert isinstance(part, int | str)
        return [Source(node), Source(apply.args[0], part)]
    return [Source(node)]
