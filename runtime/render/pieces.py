"""Segments -> pieces: what of a text is fixed, what is a function of values, what hangs on a condition.

Everything about a hole that does not depend on the world is decided here, once a text: its type, its form,
whether it is hidden (then its untold form stands in), whether it opens the sentence (then it gets a capital).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import assert_never

from mspec.compiler.ir import (
    Article,
    Choice,
    Counted,
    Literal,
    NodeId,
    NounRef,
    PersonRef,
    Problem,
    Segment,
    Show,
    Text,
    Value,
)
from mspec.compiler.types import Num, Person, RowOf, Word
from mspec.runtime.render.english import capitalised
from mspec.runtime.render.english.articles import article
from mspec.runtime.render.english.nouns import is_singular
from mspec.runtime.render.english.number_words import counted_words, decimal_words, fraction_words, number_words
from mspec.runtime.render.english.pronouns import REFLEXIVE, possessive, pronoun, takes_plural
from mspec.runtime.render.english.verbs import auxiliary, finite
from mspec.runtime.render.numerals import NUMERAL, numerals
from mspec.runtime.render.quantities import Formatter, formatter
from mspec.runtime.render.vocabulary import NounForms, Vocabulary


class UntoldFormMissing(ValueError):
    """A value is hidden, and a hole for it has no untold form (a legal rewrite never leaves one so).

    The argument is the name of the given or step.
    """


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A hole: `text` maps the values of the nodes `keys` to what is printed.

    A slot that mentions a `person` takes part in the resolution of references; if it may be printed as a pronoun
    (`refers`), `text` takes a last argument, true where the pronoun is clear.
    """

    keys: tuple[NodeId, ...]
    text: Callable[..., str]
    person: NodeId | None = None
    refers: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """`{if c}…{else}…{end}`."""

    condition: NodeId
    then: tuple[Piece, ...]
    otherwise: tuple[Piece, ...]


Piece = str | Slot | Branch
Pieces = tuple[Piece, ...]


class Writer:
    """Turns the texts of one problem into pieces.

    Args:
        problem: Whose nodes the texts speak of.
        vocabulary: Its lexicon, indexed.
        hidden: Nodes whose value is not told: their holes print the untold form.
        worked: Numbers of steps are shown as in a worked solution, with at most four decimals and "≈".
    """

    def __init__(
        self, problem: Problem, vocabulary: Vocabulary, hidden: frozenset[NodeId] = frozenset(), worked: bool = False
    ) -> None:
        self._problem = problem
        self._vocabulary = vocabulary
        self._hidden = hidden
        self._approximate = frozenset(step.node for step in problem.steps) if worked else frozenset[NodeId]()

    @cached_property
    def _numerals(self) -> frozenset[NodeId]:
        return numerals(self._problem)

    def sentence(self, text: Text) -> Pieces:
        """A sentence. If it begins with a hole, what is printed there gets a capital."""
        return _merged(_with_capital(self._pieces(text)))

    def phrase(self, text: Text) -> Pieces:
        """A description: as a sentence, but without a capital."""
        return _merged(self._pieces(text))

    def _pieces(self, text: Text) -> Pieces:
        found: list[Piece] = []
        stopped = False
        for position, segment in enumerate(text):
            following = text[position + 1] if position + 1 < len(text) else None
            made = self._piece(segment, following)
            if stopped and isinstance(segment, Literal):
                made = (segment.text[1:],)
            ends = isinstance(following, Literal) and _STOP.match(following.text) is not None
            stopped = ends and self._may_end_in_stop(segment)
            if stopped:
                *before, last = made
                assert isinstance(last, Slot)
                made = (*before, replace(last, text=_stopped(last.text)))
            found += made
        return tuple(found)

    def _may_end_in_stop(self, segment: Segment) -> bool:
        """Whether a hole may print "7:05 a.m.", after which the full stop of the sentence is no second one."""
        match segment:
            case Show(node, form) | Article(node, _, _, form) if node not in self._hidden:
                return form.lower() == "clock" or isinstance(self._problem.nodes[node].type, (Word, RowOf))
        return False

    def _piece(self, segment: Segment, following: Segment | None) -> Sequence[Piece]:
        match segment:
            case Literal(text):
                return (text,)
            case Show(node, form, untold):
                if node in self._hidden:
                    return self._untold(node, untold)
                return (self._show(node, form, following),)
            case Counted():
                return self._counted(segment)
            case Article(node, capital, untold, form):
                if node in self._hidden:
                    return self._untold(node, untold)
                shown = self._formatter(node, form)
                return (Slot((node,), lambda value: _with_article(shown(value), capital)),)
            case PersonRef():
                return (_person(segment, self._vocabulary),)
            case Choice(condition, then, otherwise):
                return (Branch(condition, self._pieces(then), self._pieces(otherwise)),)
        assert_never(segment)

    def _untold(self, node: NodeId, untold: Text | None) -> Pieces:
        if untold is None:
            raise UntoldFormMissing(self._problem.names().get(node, f"node {node}"))
        # A value that opens the sentence gets a capital; so does the text that stands in for it.
        return tuple(Slot((), _constant(p)) if isinstance(p, str) else p for p in self._pieces(untold))

    def _formatter(self, node: NodeId, form: str = "") -> Formatter:
        type_ = self._problem.nodes[node].type
        if not form and node in self._approximate and isinstance(type_, Num):
            form = "approx"
        if not form and node in self._numerals:
            form = NUMERAL
        return formatter(type_, self._vocabulary, form)

    def _show(self, node: NodeId, form: str, following: Segment | None) -> Slot:
        type_ = self._problem.nodes[node].type
        is_rate = isinstance(type_, Num) and type_.unit.currency is not None and not type_.unit.is_money
        if is_rate and not form and _says_per(following):
            form = "bare"
        shown = self._formatter(node, form)
        return Slot((node,), shown, node if isinstance(type_, Person) else None)

    # ------------------------------------------------------------------------------------------ counted nouns

    def _counted(self, hole: Counted) -> Sequence[Piece]:
        noun, hidden = hole.noun, hole.count in self._hidden
        if noun.node is not None and noun.node in self._hidden:
            return self._untold(noun.node, hole.untold)
        keys = () if noun.node is None else (noun.node,)
        if hidden:
            return self._uncounted(hole, keys)
        type_ = self._problem.nodes[hole.count].type
        has_unit = isinstance(type_, Num) and not type_.unit.is_plain
        if isinstance(type_, Num) and type_.label is not None and type_.unit.is_for_each:
            has_unit = False  # 27 books a week
        vocabulary = self._vocabulary
        number = self._formatter(hole.count, hole.form)
        say = None if has_unit else _SAID.get(hole.form.lower())
        capital = hole.form[:1].isupper()

        def text(count: Fraction, drawn: Value | None = None) -> str:
            forms = vocabulary.noun_of(noun, drawn)
            if say is not None:
                phrase, one = counted_words(count, forms.singular, forms.plural, say)
                if capital:
                    phrase = capitalised(phrase)
            elif has_unit:  # 5 kg of apples costs
                phrase, one = f"{number(count)} of {forms.plural}", True
            else:
                shown = number(count)
                one = is_singular(shown)
                phrase = f"{shown} {forms.singular if one else forms.plural}"
            return _agreeing(phrase, hole, plural=not (one or forms.mass))

        return (Slot((hole.count, *keys), text),)

    def _uncounted(self, hole: Counted, keys: tuple[NodeId, ...]) -> Sequence[Piece]:
        """The untold form stands for the number ("some bagels"), or for the whole if it says the noun itself."""
        untold = self._untold(hole.count, hole.untold)
        noun, vocabulary = hole.noun, self._vocabulary
        assert hole.untold is not None
        whole = self._says_noun(hole.untold, noun)

        def plural(drawn: Value | None) -> bool:
            return not vocabulary.noun_of(noun, drawn).mass

        def before(drawn: Value | None = None) -> str:
            return auxiliary(hole.auxiliary, plural(drawn)) + " " if hole.auxiliary else ""

        def after(drawn: Value | None = None) -> str:
            said = "" if whole else " " + vocabulary.noun_of(noun, drawn).plural
            return said + (" " + finite(hole.verb, plural(drawn)) if hole.verb else "")

        return (Slot(keys, before), *untold, Slot(keys, after))

    def _says_noun(self, text: Text, noun: NounRef) -> bool:
        if not text:
            return False
        if noun.node is not None:
            return any(_speaks_of(segment, noun) for segment in text)
        last = text[-1]
        if not isinstance(last, Literal):
            return any(_speaks_of(segment, noun) for segment in text)
        forms: NounForms = self._vocabulary.noun(noun.name)
        return last.text.rstrip().lower().endswith((forms.singular.lower(), forms.plural.lower()))


def _speaks_of(segment: Segment, noun: NounRef) -> bool:
    match segment:
        case Show(node) | Article(node):
            return noun.node is not None and node == noun.node
        case Counted(_, other):
            return other == noun
        case Choice(_, then, otherwise):
            return any(_speaks_of(inner, noun) for inner in (*then, *otherwise))
    return False


_SAID: dict[str, Callable[[Fraction], str]] = {
    "words": number_words,
    "decimalwords": decimal_words,
    "fractionwords": fraction_words,
}

_PER = re.compile(r" an? |/|[^.,;:?!]*\b(?:per|each|every)\b")


def _says_per(following: Segment | None) -> bool:
    """Whether the author goes on with "per kilogram", "a kilo", "more for each …" in the same clause: then a rate does
    not print its unit."""
    return isinstance(following, Literal) and _PER.match(following.text) is not None


def _agreeing(phrase: str, hole: Counted, *, plural: bool) -> str:
    before = auxiliary(hole.auxiliary, plural) + " " if hole.auxiliary else ""
    after = " " + finite(hole.verb, plural) if hole.verb else ""
    return before + phrase + after


def _with_article(shown: str, capital: bool) -> str:
    said = f"{article(shown)} {shown}"
    return capitalised(said) if capital else said


_STOP = re.compile(r"\.(?!\.)")


def _stopped(write: Callable[..., str]) -> Callable[..., str]:
    def text(*values: Value) -> str:
        shown = write(*values)
        return shown if shown.endswith(".") else shown + "."

    return text


def _constant(text: str) -> Callable[[], str]:
    return lambda: text


# -------------------------------------------------------------------------------------------------- persons


def _person(hole: PersonRef, vocabulary: Vocabulary) -> Slot:
    """A reference: `text` takes the name and, if it may be a pronoun, whether that is clear."""
    reflexive = hole.form in REFLEXIVE  # bound by its own clause, so it is always clear

    def text(name: str, clear: bool = False) -> str:
        pronoun_class = vocabulary.pronoun_class(name) if clear or reflexive else ""
        said = _said(hole, name, pronoun_class)
        plural = bool(pronoun_class) and takes_plural(pronoun_class)
        if hole.auxiliary:
            return f"{auxiliary(hole.auxiliary, plural)} {said}" + (f" {hole.verb}" if hole.verb else "")
        return f"{said} {finite(hole.verb, plural)}" if hole.verb else said

    return Slot((hole.node,), text, hole.node, refers=bool(hole.form) and not reflexive)


def _said(hole: PersonRef, name: str, pronoun_class: str) -> str:
    if not hole.form:
        return name
    if not pronoun_class:
        return possessive(name) if hole.form in ("their", "theirs") else name
    said = pronoun(hole.form, pronoun_class)
    return capitalised(said) if hole.capital else said


# --------------------------------------------------------------------------------------------- whole pieces


def _with_capital(pieces: Pieces) -> Pieces:
    """The pieces with a capital for what is printed first, unless that is the author's own literal. Loose pieces
    stay: what they print first is known only when they are written."""
    if not pieces or is_loose(pieces):
        return pieces
    first, rest = pieces[0], pieces[1:]
    match first:
        case str():
            return pieces
        case Slot((), text) if not text():
            return _with_capital(rest)
        case Slot(text=text):
            return (replace(first, text=lambda *values: capitalised(text(*values))), *rest)
        case Branch(condition, then, otherwise):
            return (Branch(condition, _with_capital(then), _with_capital(otherwise)), *rest)
    assert_never(first)


def _merged(pieces: Pieces) -> Pieces:
    """Neighbouring literals as one; slots without keys are literals."""
    found: list[Piece] = []
    for piece in pieces:
        match piece:
            case Slot((), text):
                piece = text()
            case Branch(condition, then, otherwise):
                piece = Branch(condition, _merged(then), _merged(otherwise))
        if isinstance(piece, str):
            if not piece:
                continue
            if found and isinstance(found[-1], str):
                found[-1] += piece
                continue
        found.append(piece)
    return tuple(found)


def is_loose(pieces: Pieces) -> bool:
    """Whether the pieces begin with a branch that prints nothing in some world."""
    return bool(pieces) and isinstance(pieces[0], Branch) and _may_be_empty(pieces[:1])


def _may_be_empty(pieces: Pieces) -> bool:
    return all(
        isinstance(piece, Branch) and (_may_be_empty(piece.then) or _may_be_empty(piece.otherwise)) for piece in pieces
    )


def walk(pieces: Pieces) -> Iterator[Slot | Branch]:
    """Slots and branches in order, with those inside the arms."""
    for piece in pieces:
        if isinstance(piece, str):
            continue
        yield piece
        if isinstance(piece, Branch):
            yield from walk(piece.then)
            yield from walk(piece.otherwise)
