"""Steps as sentences: "The price before the discount is 12 × $2.50 = $30."

An author's own sentence is rendered as it stands; else one is made of the step's description. Facts are shown
exactly; results at no more than four decimals, with ≈ where that is not exact. What is carried forward is never
rounded. """

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

import numpy as np

from mspec.compiler.ir import Given, NodeId, Problem, Text, Value
from mspec.compiler.ir import Literal as Words
from mspec.compiler.lower.forms import Ratio, Real
from mspec.compiler.types import Bool, ListOf, Num, RowOf, Tag, Type
from mspec.compiler.units import currency
from mspec.runtime.batch import Array, Batch, Distinct, distinct
from mspec.runtime.render import describe, render
from mspec.runtime.render.quantities import formatter, remembered
from mspec.runtime.render.vocabulary import Vocabulary, vocabulary_of
from mspec.runtime.steps.equations import Worked
from mspec.runtime.steps.layout import Place, SentencePart, Shown, Slot, spoken
from mspec.runtime.steps.texts import real_value
from mspec.runtime.steps.trace import ARITHMETIC, Call, Expression, Leaf, Literal, Source, TracedStep, leaves, operators

_ABOUT = "≈ "
_FRACTION = re.compile(r"\d/\d")


def sentences(problem: Problem, batch: Batch, worked: Worked) -> list[list[str]]:
    """One column of sentences for each step of a group.

    Args:
        problem: The problem.
        batch: The batch that `worked` was written for.
        worked: The group; its rows are spoken of.

    Raises:
        UnknownForm: an author's sentence has a hole with a form that its type does not know.
    """
    whole = len(worked.rows) == batch.size
    rows = batch if whole else batch.take(worked.rows)
    writer = _SentenceWriter(problem, rows, vocabulary_of(problem.lexicon), worked)
    authored: dict[NodeId, Text] = {}
    for columns in worked.steps:
        step = problem.step_of(columns.step.node)
        if step is not None and step.sentence is not None and not columns.step.derived:
            authored[step.node] = step.sentence
    said = render(problem, list(authored.values()), rows, worked=True) if authored else []
    own = dict(zip(authored, said, strict=True))
    return [own.get(c.step.node) or writer.sentence(c.step) for c in worked.steps]


@dataclass(frozen=True, slots=True)
class _Display:
    """How the values of a source are shown: texts by place, where each stands, and which are rounded."""

    texts: tuple[Array, Array, Array]
    inverse: Array
    rounded: Array


@dataclass
class _SentenceWriter:
    problem: Problem
    batch: Batch
    vocabulary: Vocabulary
    worked: Worked
    displays: dict[tuple[Source, bool], _Display] = field(default_factory=dict)
    texts: dict[tuple[Source, Type], tuple[list[Value], Array, list[str]]] = field(default_factory=dict)

    def sentence(self, step: TracedStep) -> list[str]:
        """The sentence that a description makes."""
        parts, rounds = self._body(step)
        described = self.description(step.node)
        if described is None:
            subject: list[str] | str = step.name
            parts = [_subject, " = ", *parts] if self._computes(step) else [_subject, " is ", *parts]
        else:
            subject = described
            parts = ["the ", _subject, " is ", *parts]
        since = self._since(step)
        opening: list[_Part] = [*since, *parts] if since else _capital(parts)
        return self._filled([*opening, "."], subject, rounds)

    def _computes(self, step: TracedStep) -> bool:
        arithmetic = step.has_equation or ARITHMETIC.issuperset(operators(step.value))
        return arithmetic and isinstance(step.value, Call)

    def _body(self, step: TracedStep) -> tuple[list[_Part], list[Source]]:
        """What follows "is", and the sources that decide between = and ≈."""
        itself = Source(step.node)
        result: list[_Part] = [_Result(itself)]
        if step.kind in ("solve", "logic"):
            claim = step.claim if step.claim is not None else step.value
            return ([*result, ", since ", *spoken(claim)] if step.kind == "solve" else result), []
        value = step.value
        if isinstance(value, Leaf) or step.kind == "lookup" or not isinstance(self._type(itself), Num):
            return result, []
        if step.kind == "convert" and isinstance(value, Call) and isinstance(value.args[0], Leaf):
            source = value.args[0].source
            return [_Result(source), _relation, *result], [source, itself]
        shown: list[_Part] = [*spoken(value)]
        rounds = [itself, *(leaf.source for leaf in leaves(value))]
        if self._computes(step):
            return [*shown, _relation, *result], rounds
        return [*shown, ", which is ", *result], rounds

    def _since(self, step: TracedStep) -> list[_Part]:
        """ "Since 24 > 20, ", from the conditions on numbers."""
        told = [c for c in step.conditions if self._is_numeric(c) and not _is_count(c)]
        if not told:
            return []
        parts: list[_Part] = ["Since "]
        for position, condition in enumerate(told):
            parts += [" and "] if position else []
            parts += spoken(condition)
        return [*parts, ", "]

    def _is_numeric(self, condition: Expression) -> bool:
        found = list(leaves(condition))
        return bool(found) and all(isinstance(self._type(leaf.source), Num) for leaf in found)

    def description(self, node: NodeId) -> list[str] | str | None:
        """The description of a step or given: one text, or one a row."""
        step = self.problem.step_of(node)
        found = self.problem.nodes[node]
        text = step.description if step is not None else found.description if isinstance(found, Given) else None
        if not text:
            return None
        if all(isinstance(segment, Words) for segment in text):
            return "".join(segment.text for segment in text if isinstance(segment, Words))
        return describe(self.problem, text, self.batch)

    # ----------------------------------------------------------------------------------------- filling

    def _filled(
        self, parts: list[_Part], subject: list[str] | str, rounds: list[Source]
    ) -> list[str]:
        pattern: list[str] = []
        columns: list[list[str]] = []
        for part in parts:
            column: list[str] | str
            match part:
                case str():
                    column = part
                case Shown(literal, place):
                    column = self._constant(literal.value, literal.type, place)
                case Slot(_, source, place):
                    column = self._column(self._display(source, full=False), place)
                case _Result(source):
                    column = self._column(self._display(source, full=True), Place.FIRST)
                case _Mark():
                    column = subject if part is _subject else self._relations(rounds)
            if isinstance(column, str):
                pattern.append(column.replace("%", "%%"))
            else:
                pattern.append("%s")
                columns.append(column)
        if not columns:
            return ["".join(pattern).replace("%%", "%")] * self.batch.size
        return list(map("".join(pattern).__mod__, zip(*columns, strict=True)))

    def _column(self, display: _Display, place: Place) -> list[str]:
        column: list[str] = display.texts[place][display.inverse].tolist()
        return column

    def _relations(self, rounds: list[Source]) -> list[str] | str:
        """= where everything in sight is exact, else ≈."""
        rounded = np.zeros(self.batch.size, dtype=np.bool_)
        for source in rounds:
            display = self._display(source, full=False)
            if display.rounded.any():
                rounded |= display.rounded[display.inverse]
        if not rounded.any():
            return " = "
        return [" ≈ " if about else " = " for about in rounded.tolist()]

    def _constant(self, value: Value, type_: Type | None, place: Place) -> str:
        if not isinstance(value, Fraction) or not isinstance(type_, Num):
            return _number_text(value)
        return _at(formatter(_operand(type_), self.vocabulary)(value), value, place)

    def _type(self, source: Source) -> Type:
        type_ = self.problem.nodes[source.node].type
        if isinstance(type_, ListOf) and isinstance(source.part, int):
            return type_.element
        if isinstance(type_, RowOf) and isinstance(source.part, str):
            table = self.problem.lexicon.table(type_.table)
            return table.columns[table.column(source.part)][1]
        return type_

    def _values(self, source: Source) -> Distinct:
        if source.unknown is not None:
            return distinct(self.worked.unknowns[source.node, source.unknown], Ratio())
        if isinstance(source.part, int):
            form, column = self.batch.forms[source.node], self.batch.columns[source.node]
            assert isinstance(column, tuple)
            return distinct(column[source.part - 1], getattr(form, "element", form))
        found = self.batch.distinct(source.node)
        if isinstance(self.batch.forms[source.node], Real):
            return Distinct([real_value(value) for value in found.values], found.inverse)
        type_ = self.problem.nodes[source.node].type
        if isinstance(source.part, str) and isinstance(type_, RowOf):
            table = self.problem.lexicon.table(type_.table)
            position = table.column(source.part)
            return Distinct([table.rows[int(r)][position] for r in found.values], found.inverse)  # type: ignore[arg-type]
        return found

    def _display(self, source: Source, *, full: bool) -> _Display:
        """`full`: with its unit; else as an operand."""
        made = self.displays.get((source, full))
        if made is None:
            made = self.displays[source, full] = self._shown(source, full)
        return made

    def _shown(self, source: Source, full: bool) -> _Display:
        type_ = self._type(source)
        if isinstance(type_, Num) and not full:
            type_ = _operand(type_)
        values, inverse, texts = self._texts(source, type_)
        rounded = np.array([text.startswith(_ABOUT) for text in texts], dtype=np.bool_)
        bare = [text.removeprefix(_ABOUT) for text in texts]
        first = _objects(bare)
        by_place = [first, first, first]
        if _wraps(bare, values):
            by_place = [_objects([_at(t, v, place) for t, v in zip(bare, values, strict=True)]) for place in Place]
        if full and source not in self._equated:
            by_place[Place.FIRST] = _objects([text.replace(_ABOUT, "about ", 1) for text in texts])
        return _Display((by_place[0], by_place[1], by_place[2]), inverse, rounded)

    def _texts(self, source: Source, type_: Type) -> tuple[list[Value], Array, list[str]]:
        """One text for each distinct value, shown as a type; made once for an operand and a result that look alike."""
        made = self.texts.get((source, type_))
        if made is None:
            values, inverse = self._values(source)
            is_fact = isinstance(self.problem.nodes[source.node], Given) and source.node not in self._found
            if isinstance(type_, Num):
                show = remembered(type_, self.vocabulary, "" if is_fact else "approx")
            else:
                show = _number_text if isinstance(type_, Bool) else formatter(type_, self.vocabulary)
            made = self.texts[source, type_] = values, inverse, [show(value) for value in values]
        return made

    @cached_property
    def _found(self) -> frozenset[NodeId]:
        return frozenset(columns.step.node for columns in self.worked.steps)

    @cached_property
    def _equated(self) -> frozenset[Source]:
        """Results that stand after = or ≈, which then says whether they are rounded."""
        steps = (columns.step for columns in self.worked.steps)
        return frozenset(Source(s.node) for s in steps if self._computes(s))


def _is_count(condition: Expression) -> bool:
    """ "n == 3": how many turns there are, which a sentence need not repeat."""
    return isinstance(condition, Call) and condition.op in ("eq", "ne") and any(
        isinstance(arg, Literal) for arg in condition.args
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place that every sentence fills in its own way."""

    name: str


@dataclass(frozen=True, slots=True)
class _Result:
    """A value with its unit."""

    source: Source


_Part = SentencePart | _Mark | _Result


_subject = _Mark("subject")
_relation = _Mark("relation")


def _capital(parts: list[_Part]) -> list[_Part]:
    first = parts[0]
    return ["The ", *parts[1:]] if first == "the " else parts


def _operand(type_: Num) -> Num:
    """How a number is shown within a computation: without its unit, money with its sign."""
    symbol = type_.unit.currency
    if symbol is not None and (symbol, 1) in type_.unit.symbols:
        return Num(unit=currency(symbol))
    tag = Tag.NONE if not type_.unit.is_plain else type_.tag
    return replace(Num(), exact=type_.exact, tag=tag)


def _at(text: str, value: Value, place: Place) -> str:
    """A shown number in its place: negative ones, and fractions beside ÷, in parentheses."""
    if not isinstance(value, Fraction):
        return text
    negative = value.numerator < 0 and place >= Place.INNER
    wrapped = negative or (place == Place.TIGHT and _FRACTION.search(text) is not None)
    return f"({text})" if wrapped else text


def _wraps(texts: list[str], values: list[Value]) -> bool:
    """Whether any of these numbers may need parentheses somewhere."""
    return "/" in "".join(texts) or any(isinstance(value, Fraction) and value.numerator < 0 for value in values)


def _number_text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _objects(texts: list[str]) -> Array:
    array: Array = np.empty(len(texts), dtype=object)
    array[:] = texts
    return array

