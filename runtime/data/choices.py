"""Multiple choice: the fields `choices` and `correct` of records whose question asks for them, `ask … (choices = 4)`.

The wrong choices are what the answer is after a slip: an author's mistakes first, then generic slips. Where a world
does not admit enough of them, results close to the right one follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import orjson

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import TooFewChoices
from mspec.compiler.ir import Ask, Given, NodeId, Problem, Value
from mspec.compiler.types import Bool, NounType, Num, Person, Tag, Word
from mspec.runtime.batch import Batch
from mspec.runtime.data.exact_text import rounded
from mspec.runtime.interpret import Interpreter
from mspec.runtime.render.answers import answer_text
from mspec.runtime.render.decimals import significant_decimals
from mspec.runtime.sample.streams import Stream
from mspec.runtime.vary.slips import Slips, fits

NEAR = (1, -1, 2, -2, 10, -10, 3, -3, 5, -5, 4, -4)
"""By how many units of its last place a result is changed."""
MOST_TIMES = 100
"""A wrong answer is at most so many times larger or smaller than the right one."""


@dataclass
class Choices:
    """Adds the choices to the records of a problem whose last question asks for them.

    Those of a row are a function of the problem, the seed and the index."""

    problem: Problem
    seed: int
    traces: Callable[[Batch, Sequence[Mapping[str, Any]]], list[list[dict[str, Any]]]]
    """Wrong solutions written out, for answers in closed form: digits do not tell it."""

    def __post_init__(self) -> None:
        self._ask = self.problem.asks[-1]
        self._slips = Slips.of(self.problem, self.seed, "choices")
        self._order = Stream.keyed(self.problem.name, self.seed, "choices", "order", "wrong")

    def __call__(self, batch: Batch, lines: list[str]) -> list[str]:
        """The records of a batch with the fields besides.

        Raises:
            MspecError: MS8204, a world gives too few.
        """
        givens = self.problem.givens()
        worlds = zip(*(batch.values(node) for node in givens), strict=True) if givens else [()] * batch.size
        found: list[str] = []
        closed = self._ask.form.wants_closed_form(self.problem.nodes[self._ask.node].type)
        records = [orjson.loads(line) for line in lines] if closed else []
        written = self.traces(batch, records) if closed else [[] for _ in lines]
        for row, (line, world, index) in enumerate(zip(lines, worlds, batch.index.tolist(), strict=True)):
            if closed:
                texts = [records[row]["answer"]["text"], *(trace["answer"]["text"] for trace in written[row])]
                found_texts = list(dict.fromkeys(texts))[: self._ask.form.choices]
            else:
                found_texts = self._distinct(Interpreter(self.problem, dict(zip(givens, world, strict=True))), index)
            texts, correct = self._mixed(found_texts, index)
            found.append(f'{line[:-1]},"choices":{orjson.dumps(texts).decode()},"correct":{correct}}}')
        return found

    def _distinct(self, reader: Interpreter, index: int) -> list[str]:
        """The choices of a world, the right one first, as many as there are."""
        ask, wanted = self._ask, self._ask.form.choices
        type_ = self.problem.nodes[ask.node].type
        right = reader.value(ask.node)
        found = {rounded(right, ask.form, type_): answer_text(self.problem, ask, right)}
        for value in self._wrong(reader, right, index):
            key, text = rounded(value, ask.form, type_), answer_text(self.problem, ask, value)
            if key not in found and text not in found.values():
                found[key] = text
            if len(found) == wanted:
                break
        return list(found.values())

    def _mixed(self, texts: list[str], index: int) -> tuple[list[str], int]:
        """The choices in random order, and the place of the right one, which comes first here."""
        ask, wanted = self._ask, self._ask.form.choices or 0
        if len(texts) < wanted:
            raise MspecError(
                [TooFewChoices(ask.span, problem=self.problem.name, index=index, wanted=wanted, found=len(texts))]
            )
        order = list(range(len(texts)))
        for place in range(len(order) - 1, 0, -1):
            other = self._order.one_below(place + 1, index, place)
            order[place], order[other] = order[other], order[place]
        return [texts[place] for place in order], order.index(0)

    def _wrong(self, reader: Interpreter, right: Value, index: int) -> Iterator[Value]:
        for slip in self._slips.in_order(index):
            wrong = fits(slip, reader)
            if wrong is not None and self._looks_like(wrong.answers[-1], right):
                yield wrong.answers[-1]
        yield from _others(self.problem, reader, self._ask.node)
        yield from near(self.problem, self._ask, right)

    def _looks_like(self, wrong: Value, right: Value) -> bool:
        """Whether a wrong answer cannot be told from the right one at a glance: whole where that is (amounts of
        money may have cents), and of its order of magnitude."""
        type_ = self.problem.nodes[self._ask.node].type
        if not (isinstance(type_, Num) and isinstance(wrong, Fraction) and isinstance(right, Fraction)):
            return True
        shown = [rounded(value, self._ask.form, type_) for value in (wrong, right)]
        parts = [(100 if type_.tag is Tag.PERCENT else 1) * value for value in shown if isinstance(value, Fraction)]
        if parts[1].denominator == 1 != parts[0].denominator and not type_.unit.is_money:
            return False
        return not (wrong and right) or Fraction(1, MOST_TIMES) <= abs(wrong / right) <= MOST_TIMES


def _others(problem: Problem, reader: Interpreter, asked: NodeId) -> Iterator[Value]:
    """For what is no number: the other truth value, the other nouns, words and people of the world."""
    type_ = problem.nodes[asked].type
    if isinstance(type_, Bool):
        yield from (False, True)
    if isinstance(type_, NounType | Person | Word):
        for node in problem.givens():
            given = problem.nodes[node]
            if isinstance(given, Given) and type(given.type) is type(type_):
                yield reader.value(node)


def near(problem: Problem, ask: Ask, right: Value) -> Iterator[Value]:
    """Results that differ from the right one in its last place, of the same sign; none for what is no plain number."""
    type_ = problem.nodes[ask.node].type
    form = ask.form
    is_plain = form.form in ("", "any", "ratio") and not form.wants_closed_form(type_)
    if not (isinstance(type_, Num) and isinstance(right, Fraction) and is_plain):
        return
    if not type_.exact and form.round is None and form.sigfigs is None:
        return
    value = rounded(right, form, type_)
    assert isinstance(value, Fraction)
    unit = _last_place(type_, ask, value)
    for times in NEAR:
        other = Fraction(value) + times * unit
        if other > 0 or value < 0 or (value == 0 and other == 0):
            yield other


def _last_place(type_: Num, ask: Ask, value: Fraction) -> Fraction:
    percent = 2 * (type_.tag is Tag.PERCENT)
    if ask.form.round is not None:
        return Fraction(1, 10 ** (ask.form.round + percent))
    if ask.form.sigfigs is not None:
        return 1 / Fraction(10) ** significant_decimals(value, ask.form.sigfigs)
    if type_.whole or (type_.grid is not None and value.denominator == 1):
        return Fraction(1)
    if percent and (100 * value).denominator == 1:
        return Fraction(1, 100)
    return type_.grid or Fraction(1, value.denominator)
