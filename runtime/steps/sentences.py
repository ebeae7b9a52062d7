"""Steps as sentences: "The price before the discount is 12 × $2.50 = $30."

An author's own sentence is rendered as it stands; else one is made of the step's description. Facts are shown
exactly; results at no more than four decimals, with ≈ where that is not exact. What is carried forward is never
rounded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

import numpy as np

from mspec.compiler.ir import AnswerForm, Given, NodeId, Problem, Text, Value
from mspec.compiler.ir import Literal as Words
from mspec.compiler.lower.forms import Ratio, Real
from mspec.compiler.plugins import operators_of
from mspec.compiler.real_functions import closed_form
from mspec.compiler.types import Bool, ListOf, Num, Opaque, RowOf, Tag, Type
from mspec.runtime.batch import Array, Batch, Distinct, distinct, objects, spread
from mspec.runtime.render import describe, render
from mspec.runtime.render.decimals import exact as grouped
from mspec.runtime.render.decimals import terminating
from mspec.runtime.render.numerals import NUMERAL, numerals
from mspec.runtime.render.quantities import Formatter, formatter, remembered
from mspec.runtime.render.vocabulary import Vocabulary, vocabulary_of
from mspec.runtime.steps import told_forms
from mspec.runtime.steps.asked import are_one_number, form_of, roundings, with_all_digits, words_of
from mspec.runtime.steps.equations import Worked
from mspec.runtime.steps.layout import Place, SentencePart, Shifted, Shown, Slot, spoken, unwrapped
from mspec.runtime.steps.reasons import Reason, reasons
from mspec.runtime.steps.rounding import is_rounding, rounding_words
from mspec.runtime.steps.sentence_parts import (
    RELATION,
    SUBJECT,
    Coefficient,
    Equal,
    Mark,
    Part,
    Result,
    Texts,
    at_place,
    capital,
    operand_type,
    times,
    value_text,
    without_conversion,
    wraps,
)
from mspec.runtime.steps.texts import real_value
from mspec.runtime.steps.trace import ARITHMETIC, Call, Expression, Leaf, Literal, Source, TracedStep, leaves, operators
from mspec.runtime.steps.unrounded import at_few_decimals, equals, evaluated

_ABOUT = "≈ "
_TWICE = re.compile(r"(\b\d+/\d+|√\d+) = \1(?=[. ])")
_OWN_RESULT = {"div": "/", "sqrt": "√"}
_COMPUTED = ARITHMETIC | {"abs", "sqrt", "exp", "ln", "pi", "magnitude", "factorial"}


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

    texts: tuple[list[str], list[str], list[str]]
    inverse: Array
    rounded: list[bool]


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
        described = self.description(step.node)
        subject = step.name if described is None else described
        value = unwrapped(step.value)
        since = self._since(step)
        if isinstance(value, Call) and value.op == "solve_linear":
            return self._filled([*since, *self._solved(step, value, opens=not since), "."], subject, [], False)
        parts, rounds = self._body(step, value)
        if described is None:
            parts = [SUBJECT, " = " if self._computes(step) else " is ", *parts]
        else:
            parts = ["the ", SUBJECT, " is ", *parts]
        opening: list[Part] = [*since, *parts] if since else capital(parts)
        opening += self._rounded_answer(step.node)
        said = self._filled([*opening, "."], subject, rounds, self._is_fraction(Source(step.node)))
        if isinstance(value, Call) and value.op in _OWN_RESULT and self._shows(_OWN_RESULT[value.op], step.node):
            # A fraction in lowest terms, and a root that cannot be simplified, are their own results.
            return [_TWICE.sub(r"\1", one) for one in said]
        return said

    def _rounded_answer(self, node: NodeId) -> list[Part]:
        """ ", rounded to 3 significant figures: 26.3 m/s", in the rows in which the answer is another number."""
        rounding, type_ = self._roundings.get(node), self.problem.nodes[node].type
        if rounding is None or not isinstance(type_, Num):
            return []
        display, source = self._display(Source(node), full=True), Source(node)
        show, words = remembered(type_, self.vocabulary, form_of(rounding)), words_of(rounding, type_)
        rounded = [show(value) for value in self._values(source).values]
        shown = [text.removeprefix("about ") for text in display.texts[Place.FIRST]]
        tails = [
            "" if are_one_number(one, other) else f", {words}: {other}"
            for one, other in zip(shown, rounded, strict=True)
        ]
        return [Texts(spread(tails, display.inverse))] if any(tails) else []

    def _shows(self, sign: str, node: NodeId) -> bool:
        """Whether a sign stands in some result of a step."""
        return any(sign in text for text in self._display(Source(node), full=True).texts[Place.FIRST])

    def _computes(self, step: TracedStep) -> bool:
        value = unwrapped(step.value)
        arithmetic = step.has_equation or _COMPUTED.issuperset(operators(value))
        return arithmetic and isinstance(value, Call)

    def _body(self, step: TracedStep, value: Expression) -> tuple[list[Part], list[Source]]:
        """What follows "is", and the sources that decide between = and ≈."""
        itself = Source(step.node)
        result: list[Part] = [Result(itself)]
        if step.kind == "lookup" or not isinstance(self._type(itself), Num):
            return result, []
        if isinstance(value, Call) and value.op == "root":
            (degree,) = value.data
            assert isinstance(degree, int)
            power = Call("pow", (Leaf(step.name, itself), Literal(Fraction(degree))))
            return [*result, ", since ", *self._spoken(Call("eq", (power, value.args[0])))], []
        if isinstance(value, Leaf | Literal):
            return [*self._named(step, value), *result], []
        if value.op == "convert" and isinstance(value.args[0], Leaf):
            source = value.args[0].source
            return [Result(source), RELATION, *result], [source, itself]
        if is_rounding(value):
            return self._rounded(value, itself), []
        working = self._working(value)
        if working is not None:
            relations = np.where(self._are_rounded([itself]), " ≈ ", " = ").tolist()
            texts = [text and text + relation for text, relation in zip(working, relations, strict=True)]
            return [Texts(texts), *result], []
        shown: list[Part] = [*self._spoken(value, self._is_whole if self._is_fraction(itself) else None)]
        rounds = [itself, *(leaf.source for leaf in leaves(value))]
        if self._computes(step):
            return [*shown, *self._root_before(value, itself), RELATION, *result], rounds
        return [*shown, ", which is ", *result], rounds

    def _root_before(self, value: Call, itself: Source) -> list[Part]:
        """The root before it is simplified, between √(3² + 6²) and 3√5: " = √45"."""
        if value.op != "sqrt" or not self._in_closed_form or not isinstance(unwrapped(value.args[0]), Call):
            return []
        values, inverse = self._values(itself)
        texts: list[str] = []
        for number in values:
            form = closed_form(number)
            square = None if form is None else (form * form).rational()
            same = form is None or square is None or form.text() == f"√{square}"
            texts.append("" if same else f" = √{square}")
        return [Texts(spread(texts, inverse))]

    def _working(self, value: Expression) -> list[str] | None:
        """How a primitive is worked out by hand, one text a row, where its plug-in says it."""
        row = operators_of(self.problem).get(value.op) if isinstance(value, Call) else None
        if row is None or row.working is None or not isinstance(value, Call):
            return None
        if not all(isinstance(arg, Leaf | Literal) for arg in value.args):
            return None
        known: dict[tuple[Value, ...], str] = {}
        texts: list[str] = []
        for arguments in zip(*(self._arguments(arg) for arg in value.args), strict=True):
            if arguments not in known:
                known[arguments] = row.working(*arguments)
            texts.append(known[arguments])
        return texts

    def _arguments(self, arg: Expression) -> list[Value]:
        """The values of a leaf or constant, one a row."""
        if isinstance(arg, Literal):
            return [arg.value] * self.batch.size
        assert isinstance(arg, Leaf)
        type_ = self.problem.nodes[arg.source.node].type
        if isinstance(arg.source.part, str) and isinstance(type_, RowOf):
            table = self.problem.lexicon.table(type_.table)
            position = table.column(arg.source.part)
            rows, inverse = self.batch.distinct(arg.source.node)
            values = [table.rows[row][position] for row in rows if isinstance(row, int)]
        else:
            values, inverse = self._values(arg.source)
        return [values[place] for place in inverse.tolist()]

    def _named(self, step: TracedStep, value: Leaf | Literal) -> list[Part]:
        """What an arm takes over is named: "the regular charge, $12.40"."""
        if step.kind != "branch" or not isinstance(value, Leaf):
            return []
        described = self.description(value.source.node) if value.source.part is None else None
        if described is not None:
            return self._told_apart(described, self.description(step.node))
        return [] if self._since(step) else ["still "]

    def _told_apart(self, described: list[str] | str, own: list[str] | str | None) -> list[Part]:
        """ "the regular charge, "; nothing where that is how the step itself is called, as the turns of an `iterate`
        with `until` are."""
        if isinstance(described, str) and isinstance(own, str):
            return [] if described == own else ["the ", described, ", "]
        size = self.batch.size
        theirs = [described] * size if isinstance(described, str) else described
        mine = [own] * size if own is None or isinstance(own, str) else own
        return [Texts(["" if one == other else f"the {one}, " for one, other in zip(theirs, mine, strict=True)])]

    def _rounded(self, value: Call, itself: Source) -> list[Part]:
        """ "$621 × 1.035 = $642.735, rounded to the nearest cent: $642.74"; where nothing is rounded away, only the
        result."""
        words, inner = rounding_words(value), unwrapped(value.args[0])
        tail = f", {words} to " if words.startswith("rounded") and words.count(" ") <= 1 else f", {words}: "
        shown: list[Part] = [*self._spoken(inner)]
        exactly = evaluated(inner, self._values, self.batch.size)
        same = None if exactly is None else equals(exactly, self._values(itself))
        if exactly is None or same is None:
            return [*shown, tail, Result(itself)]
        few, type_ = at_few_decimals(exactly), self._type(itself)
        assert isinstance(type_, Num)
        digits = "" if type_.unit.is_money else "decimal"
        show = remembered(replace(type_, whole=False, label=None, per=None), self.vocabulary, digits)
        about = (~few.exact & ~same) | self._are_rounded([leaf.source for leaf in leaves(inner)])
        display = self._display(itself, full=True)
        results, before = objects(display.texts[Place.FIRST]), objects([show(number) for number in few.values])
        rounded = np.where(same, results[display.inverse], before[few.inverse])
        after = np.where(same, "", objects([tail + text for text in results.tolist()])[display.inverse])
        if isinstance(inner, Leaf):
            signs = np.where(about, "about ", "")
            return [Texts(signs.tolist()), Texts(rounded.tolist()), Texts(after.tolist())]
        signs = np.where(about, " ≈ ", " = ")
        return [*shown, Texts(signs.tolist()), Texts(rounded.tolist()), Texts(after.tolist())]

    # ---------------------------------------------------------------------------------------- equations

    def _solved(self, step: TracedStep, system: Call, *, opens: bool) -> list[Part]:
        """ "Let x be the price of one adult ticket and y the other price: 5x + 3y = $102.50 and 3x + y = $59.50, so
        x = $19 and y = $2.50"."""
        names, own = system.data[0], system.data[1]
        assert isinstance(names, tuple) and isinstance(own, int)
        alike = [
            other for other in (columns.step for columns in self.worked.steps)
            if isinstance(other.value, Call) and other.value.op == "solve_linear"
            and (other.value.args, other.value.data[0]) == (system.args, names)
        ]  # fmt: skip
        found = {other.value.data[1]: other.node for other in alike}  # type: ignore[union-attr]
        described = {place: self.description(node) for place, node in found.items()}
        if alike[0].node != step.node and described[own] is not None:
            opening = "From" if opens else "from"
            return [f"{opening} the same equations, the ", SUBJECT, f" is {names[own]}", Equal(Source(step.node))]
        equations: list[Part] = []
        for row in range(len(names)):
            equations += [" and " if row == len(names) - 1 else ", "] if row else []
            equations += self._equation(names, system.args[row * (len(names) + 1) : (row + 1) * (len(names) + 1)])
        solution: list[Part] = []
        for place, name in enumerate(names):
            solution += [" and " if place == len(names) - 1 else ", "] if place else []
            source = Source(found[place]) if place in found else Source(step.node, unknown=place)
            solution += [name, Equal(source)]
        if described[own] is None:
            return ["Solving " if opens else "solving ", *equations, " gives ", *solution]
        let: list[Part] = ["Let " if opens else "let "]
        order = [own, *(place for place in range(len(names)) if place != own and described.get(place) is not None)]
        rest = [name for place, name in enumerate(names) if place not in order]
        for turn, place in enumerate(order):
            last = turn == len(order) - 1 and not rest
            let += [" and " if last else ", "] if turn else []
            let += [f"{names[place]} {'the' if turn else 'be the'} ", Texts(described[place] or "")]
        if rest:
            let += [f" and {' and '.join(rest)} the other {self._kind_of_unknown(described[own], system, len(rest))}"]
        return [*let, ": ", *equations, ", so ", *solution]

    @staticmethod
    def _kind_of_unknown(described: list[str] | str | None, system: Call, several: int) -> str:
        """ "price" for the unknowns beside "price of one adult ticket", if they are of one type."""
        if several > 1:
            return "unknowns"
        kind, of, _ = described.partition(" of ") if isinstance(described, str) else ("", "", "")
        types = system.data[2]
        assert isinstance(types, tuple)
        return kind if of and kind.isalpha() and len(set(types)) == 1 else "unknown"

    def _equation(self, names: tuple[str, ...], cells: tuple[Expression, ...]) -> list[Part]:
        """ "5x + 3y = $102.50"."""
        parts: list[Part] = []
        for name, cell in zip(names, map(unwrapped, cells[:-1]), strict=True):
            minus = False
            while isinstance(cell, Call) and cell.op == "neg":
                minus, cell = not minus, unwrapped(cell.args[0])
            if isinstance(cell, Literal) and isinstance(cell.value, Fraction) and cell.value < 0:
                minus, cell = not minus, Literal(-cell.value, cell.type)
            if cell == Literal(Fraction(0)):
                continue
            place = Place.INNER if parts or minus else Place.FIRST
            parts += [" - " if minus else " + "] if parts else ["-"] if minus else []
            match cell:
                case Leaf(_, source):
                    parts.append(Coefficient(source, name, place))
                case Literal(value, type_):
                    parts.append(times(self._constant(value, type_, place, fraction=True), name))
                case _:
                    parts += ["(", *self._spoken(cell), times(")", name)]
        right = unwrapped(cells[-1])
        other: list[Part] = [Result(right.source)] if isinstance(right, Leaf) else [*self._spoken(right)]
        return [*(parts or ["0"]), " = ", *other]

    # ------------------------------------------------------------------------------------------- reasons

    def _since(self, step: TracedStep) -> list[Part]:
        """ "Since 24 kg > 20 kg, ", from the conditions on numbers."""
        told = reasons(condition for condition in step.conditions if self._is_numeric(condition))
        if not told:
            return []
        parts: list[Part] = ["Since "]
        for position, reason in enumerate(told):
            parts += [" and "] if position else []
            parts += self._reason(reason)
        return [*parts, ", "]

    def _reason(self, reason: Reason) -> list[Part]:
        if not reason.signs:
            return self._divisibility(reason.operands[0]) or [*self._spoken(reason.operands[0])]
        bare = [without_conversion(operand) for operand in reason.operands]
        simple = not any(isinstance(operand, Call) for operand in bare)
        parts: list[Part] = []
        for position, operand in enumerate(bare):
            parts += [f" {reason.signs[position - 1]} "] if position else []
            match operand:
                case Leaf(_, source) if simple:
                    about = any(self._display(source, full=True).rounded)
                    parts.append(Result(source, Place.INNER if about else Place.FIRST))
                case Literal(value, type_) if simple and isinstance(type_, Num):
                    parts.append(formatter(type_, self.vocabulary)(value))
                case _:
                    parts += self._spoken(reason.operands[position])
        return parts

    def _divisibility(self, condition: Expression) -> list[Part]:
        """ "15 is odd", "15 is not divisible by 4"; nothing for any other condition."""
        negated = isinstance(condition, Call) and condition.op == "not"
        found = condition.args[0] if isinstance(condition, Call) and negated else condition
        if not (isinstance(found, Call) and found.op == "divides"):
            return []
        divisor, number = found.args
        if isinstance(divisor, Literal) and divisor.value == 2:
            return [*self._spoken(number), " is odd" if negated else " is even"]
        return [*self._spoken(number), f" is {'not ' * negated}divisible by ", *self._spoken(divisor)]

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

    def _filled(self, parts: list[Part], subject: list[str] | str, rounds: list[Source], fraction: bool) -> list[str]:
        pattern: list[str] = []
        columns: list[list[str]] = []
        for part in parts:
            column: list[str] | str
            match part:
                case str():
                    column = part
                case Shown(literal, place):
                    column = self._constant(literal.value, literal.type, place, fraction=fraction)
                case Shifted(source, by, place):
                    column = self._shifted(source, by, place)
                case Coefficient(source, name, place):
                    column = self._coefficients(source, name, place)
                case Equal(source):
                    column = self._equal(source)
                case Texts(texts):
                    column = texts
                case Slot(_, source, place):
                    column = self._column(self._display(source, full=False), place)
                case Result(source, place):
                    column = self._column(self._display(source, full=True), place)
                case Mark():
                    column = subject if part is SUBJECT else self._relations(rounds)
            if isinstance(column, str):
                pattern.append(column.replace("%", "%%"))
            else:
                pattern.append("%s")
                columns.append(column)
        if not columns:
            return ["".join(pattern).replace("%%", "%")] * self.batch.size
        return list(map("".join(pattern).__mod__, zip(*columns, strict=True)))

    def _column(self, display: _Display, place: Place) -> list[str]:
        return spread(display.texts[place], display.inverse)

    def _shifted(self, source: Source, by: Fraction, place: Place) -> list[str]:
        values, inverse = self._values(source)
        sums = [value + by for value in values if isinstance(value, Fraction)]
        return spread([at_place(str(value), value, place) for value in sums], inverse)

    def _coefficients(self, source: Source, name: str, place: Place) -> list[str]:
        display = self._display(source, full=False)
        return spread([times(text, name) for text in display.texts[place]], display.inverse)

    def _equal(self, source: Source) -> list[str]:
        """ " = $19", " ≈ 3.3333"."""
        display = self._display(source, full=True)
        signs = [" ≈ " if about else " = " for about in display.rounded]
        return spread(list(map(str.__add__, signs, display.texts[Place.FIRST])), display.inverse)

    def _are_rounded(self, sources: list[Source]) -> Array:
        """The rows in which something in sight is not shown exactly."""
        rounded = np.zeros(self.batch.size, dtype=np.bool_)
        for display in self._with_rounded(sources):
            rounded |= np.array(display.rounded, dtype=np.bool_)[display.inverse]
        return rounded

    def _with_rounded(self, sources: list[Source]) -> list[_Display]:
        """Those operands that are not shown exactly in some row."""
        return [display for source in sources if any((display := self._display(source, full=False)).rounded)]

    def _relations(self, rounds: list[Source]) -> list[str] | str:
        """= where everything in sight is exact, else ≈."""
        if not self._with_rounded(rounds):
            return " = "
        return [" ≈ " if about else " = " for about in self._are_rounded(rounds).tolist()]

    def _constant(self, value: Value, type_: Type | None, place: Place, *, fraction: bool) -> str:
        if isinstance(type_, Opaque):
            return formatter(type_, self.vocabulary)(value)
        if isinstance(value, Fraction) and value.denominator == 1 and type_ is None:
            return grouped(value)  # the factor of a conversion, 3,600,000
        if not isinstance(value, Fraction) or not isinstance(type_, Num):
            return value_text(value)
        shown = operand_type(type_)
        form = told_forms.FRACTION if fraction and shown.is_pure and shown.tag is not Tag.PERCENT else ""
        if not type_.unit.is_plain and terminating(value):
            form = "decimal"  # a constant of nature is not written as a fraction, however long it is
        return at_place(formatter(shown, self.vocabulary, form)(value), value, place)

    def _spoken(self, expression: Expression, whole: Callable[[Source], bool] | None = None) -> list[SentencePart]:
        return spoken(expression, whole, operators_of(self.problem))

    def _is_fraction(self, source: Source) -> bool:
        return self._forms.get(source) == told_forms.FRACTION

    def _is_whole(self, source: Source) -> bool:
        type_ = self._type(source)
        return isinstance(type_, Num) and type_.whole

    @cached_property
    def _forms(self) -> dict[Source, str]:
        return told_forms.forms(self.problem, [columns.step for columns in self.worked.steps], self._type)

    def _type(self, source: Source) -> Type:
        if source.unknown is not None:
            system = next(columns.step.value for columns in self.worked.steps if columns.step.node == source.node)
            assert isinstance(system, Call) and isinstance(system.data[2], tuple)
            unknown: Type = system.data[2][source.unknown]
            return unknown
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
            type_ = operand_type(type_)
        values, inverse, texts = self._texts(source, type_)
        rounded = [text.startswith(_ABOUT) for text in texts]
        bare = [text.removeprefix(_ABOUT) for text in texts]
        by_place = [bare, bare, bare]
        if wraps(bare, values):
            by_place = [[at_place(t, v, place) for t, v in zip(bare, values, strict=True)] for place in Place]
        if full and source.unknown is None and source not in self._equated:
            by_place[Place.FIRST] = [text.replace(_ABOUT, "about ", 1) for text in texts]
        return _Display((by_place[0], by_place[1], by_place[2]), inverse, rounded)

    def _texts(self, source: Source, type_: Type) -> tuple[list[Value], Array, list[str]]:
        """One text for each distinct value, shown as a type; made once for an operand and a result that look alike."""
        made = self.texts.get((source, type_))
        if made is None:
            values, inverse = self._values(source)
            if isinstance(type_, Num):
                show = self._show(source, type_)
            else:
                show = value_text if isinstance(type_, Bool) else formatter(type_, self.vocabulary)
            made = self.texts[source, type_] = values, inverse, [show(value) for value in values]
        return made

    def _show(self, source: Source, type_: Num) -> Formatter:
        is_fact = source.node not in self._found and source.unknown is None
        if source.node in self._numerals and source.part is None:
            return remembered(type_, self.vocabulary, NUMERAL)
        plain = remembered(type_, self.vocabulary, "" if is_fact else "approx")
        if self._in_closed_form and not type_.exact:
            exact = formatter(type_, self.vocabulary, "exact")
            return lambda value: (exact if closed_form(value) is not None else plain)(value)
        form = self._forms.get(source, "")
        rounding = self._roundings.get(source.node) if source.part is None else None
        if rounding is not None and not is_fact and not form:
            finer = remembered(type_, self.vocabulary, form_of(rounding))
            return lambda value: with_all_digits(plain(value), finer(value))
        if not form:
            return plain
        special = told_forms.PERCENT if form == told_forms.PERCENT else told_forms.FRACTION
        show = remembered(type_, self.vocabulary, special)
        return lambda value: (show if told_forms.has_form(value, form) else plain)(value)

    @cached_property
    def _in_closed_form(self) -> bool:
        """Whether real numbers are shown with roots and pi: where the answer is wanted so."""
        nodes = self.problem.nodes
        return any(ask.form.wants_closed_form(nodes[ask.node].type) for ask in self.problem.asks)

    @cached_property
    def _roundings(self) -> dict[NodeId, AnswerForm]:
        return roundings(self.problem)

    @cached_property
    def _numerals(self) -> frozenset[NodeId]:
        return numerals(self.problem)

    @cached_property
    def _found(self) -> frozenset[NodeId]:
        return frozenset(columns.step.node for columns in self.worked.steps)

    @cached_property
    def _equated(self) -> frozenset[Source]:
        """Results that stand after = or ≈, which then says whether they are rounded."""
        steps = (columns.step for columns in self.worked.steps)
        return frozenset(Source(s.node) for s in steps if self._computes(s) or s.kind == "solve")
