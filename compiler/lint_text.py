"""Lints of texts: literal articles, verbs and plurals beside holes with which they must agree.

A lint speaks up only where some world would read wrong: "the price of {n of item} is" is left alone, since the
verb belongs to the price.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from mspec.compiler import ast
from mspec.compiler.errors.text import ArticleBesideHole, PluralBesideHole, VerbBesideHole
from mspec.compiler.ir import Domain, Given, Lattice, Node, NounAttribute, NounEntry, Segment, Show, Text, Values
from mspec.compiler.source import NOWHERE, Span
from mspec.compiler.types import NounType, Num, Word

Lint = ArticleBesideHole | PluralBesideHole | VerbBesideHole

_ARTICLE = re.compile(r"(?:(?:^|(?<=\s))(?=an? )|(?:^|(?<=[.!?] )))(?P<word>[Aa]n?) \Z")
_THERE = re.compile(r"\bthere (?P<word>is|are|was|were) \Z", re.IGNORECASE)
_BEFORE_PERSON = re.compile(r"(?:^|(?<=\s))(?P<word>am|is|are|was|were|do|does|has|have) \Z", re.IGNORECASE)
_AFTER = re.compile(r" (?P<word>am|is|are|was|were|do|does|has|have)\b")
_MODAL = re.compile(
    r"\b(?:could|would|should|might|must|will|shall|can|may|did|does|do|cannot)(?:n't)? \Z", re.IGNORECASE
)
"""What stands before a subject whose verb is an infinitive: "could she have", "did they do"."""
_CLAUSE_START = re.compile(r"(?:^|[.!?;:,]\s)\Z")


def lint(parts: ast.Text, segments: Text, nodes: Sequence[Node], nouns: Mapping[str, NounEntry]) -> Iterator[Lint]:
    """The lints of one text, in order.

    Args:
        parts: The text as written.
        segments: The same text resolved; one segment for each part.
        nodes: The nodes that the segments speak of.
        nouns: The lexicon.
    """
    both = tuple(zip(parts, segments, strict=True))
    for place, ((left, before), (right, after)) in enumerate(pairwise(both)):
        if NOWHERE in (left.span, right.span):
            continue  # the number of a turn, which the compiler has put in
        if isinstance(left, ast.Literal_):
            yield from _before(left, right, after, nodes)
        if isinstance(right, ast.Literal_):
            opens = place == 0 or _opens_clause(parts[place - 1])
            if place and _asks_with_modal(parts[place - 1], left):
                continue
            yield from _after(left, before, right, nodes, nouns, opens)
            if right.text == " " and place + 2 < len(parts):
                yield from _number_and_noun(left, before, parts[place + 2], nodes)


def _before(left: ast.Literal_, hole: ast.Part, segment: Segment, nodes: Sequence[Node]) -> Iterator[Lint]:
    """A literal that stands before a hole."""
    match hole:
        case ast.ValueHole(value, form, None) if isinstance(segment, Show):
            found = _ARTICLE.search(left.text)
            type_ = nodes[segment.node].type
            if found and (isinstance(type_, Num) or (isinstance(type_, (NounType, Word)) and not form)):
                better = f"{{{found['word']} {_spelled(value)}{':' + form if form else ''}}}"
                yield ArticleBesideHole(*_place(left, found, hole, better))
        case ast.CountedHole(count, noun, "", None):
            if found := _THERE.search(left.text):
                better = f"{{{found['word']} {_spelled(count)} of {noun}}}"
                yield VerbBesideHole(*_place(left, found, hole, better))
        case ast.PersonHole(person, "they", _, verb, ""):
            if found := _BEFORE_PERSON.search(left.text):
                better = f"{{{found['word']} {person}.they}}" + (f" {verb}" if verb else "")
                yield VerbBesideHole(*_place(left, found, hole, better))


def _after(
    hole: ast.Part,
    segment: Segment,
    right: ast.Literal_,
    nodes: Sequence[Node],
    nouns: Mapping[str, NounEntry],
    opens: bool,
) -> Iterator[Lint]:
    """A literal that stands after a hole; `opens` where the hole opens a clause, and so is its subject."""
    match hole:
        case ast.PersonHole(person, "they" as form, capital, "", ""):
            if found := _AFTER.match(right.text):
                said = form.capitalize() if capital else form
                yield VerbBesideHole(*_following(hole, right, found, f"{{{person}.{said} {found['word']}}}"))
        case ast.CountedHole(count, noun, "", None) if opens:
            if found := _AFTER.match(right.text):
                better = f"{{{_spelled(count)} of {noun} {found['word']}}}"
                yield VerbBesideHole(*_following(hole, right, found, better))
        case ast.ValueHole(value, "" | "words" | "Words" as form, None) if isinstance(segment, Show):
            type_ = nodes[segment.node].type
            if isinstance(type_, NounType) and (found := re.match(r"(?P<word>e?s)\b", right.text)):
                yield PluralBesideHole(*_following(hole, right, found, f"{{{_spelled(value)}:plural}}"))
            if not isinstance(type_, Num) or type_.label is None or type_.label.rigid:
                return
            if not _may_be_one(nodes[segment.node]):
                return
            entry = nouns.get(type_.label.noun)
            if entry is None or entry.plural == entry.singular:
                return
            if found := re.match(rf" (?P<word>{re.escape(entry.plural)})\b", right.text):
                better = f"{{{_spelled(value)}{':' + form if form else ''} of {entry.name}}}"
                yield PluralBesideHole(*_following(hole, right, found, better))


def _number_and_noun(number: ast.Part, segment: Segment, noun: ast.Part, nodes: Sequence[Node]) -> Iterator[Lint]:
    """`{n} {item}` where n counts items."""
    match number, noun:
        case ast.ValueHole(value, "", None), ast.ValueHole(ast.Name(name), form) if isinstance(segment, Show):
            type_ = nodes[segment.node].type
            label = type_.label if isinstance(type_, Num) else None
            if label is not None and label.rigid and label.noun == name and form in ("", "plural"):
                better = f"{{{_spelled(value)} of {name}}}"
                yield PluralBesideHole(number.span.to(noun.span), name, better, "…" not in better)


def _asks_with_modal(before: ast.Part, hole: ast.Part) -> bool:
    """Whether an auxiliary before the pronoun takes the agreement: "could {kid.they} have": no verb is finite here."""
    pronoun = isinstance(hole, ast.PersonHole) and hole.form == "they" and not hole.verb
    return pronoun and isinstance(before, ast.Literal_) and _MODAL.search(before.text) is not None


def _opens_clause(before: ast.Part) -> bool:
    return isinstance(before, ast.Literal_) and _CLAUSE_START.search(before.text) is not None


def _may_be_one(node: Node) -> bool:
    """Whether a given may be 1. Of a step it is not known here."""
    return isinstance(node, Given) and _holds_one(node.domain)


def _holds_one(domain: Domain) -> bool:
    match domain:
        case Lattice(low, high, stride):
            return low <= 1 <= high and (1 - low) % stride == 0
        case Values(values):
            return Fraction(1) in values
        case NounAttribute(_, _, choices):
            return any(map(_holds_one, choices))


def _spelled(value: ast.Name | ast.Field | ast.Index) -> str:
    match value:
        case ast.Name(name):
            return name
        case ast.Field(ast.Name(name), field):
            return f"{name}.{field}"
        case ast.Index(ast.Name(name), ast.Number(index)):
            return f"{name}[{index}]"
        case _:
            return "…"


Fields = tuple[Span, str, str, bool]


def _place(left: ast.Literal_, found: re.Match[str], hole: ast.Part, better: str) -> Fields:
    """Span, word, better, certain: from the word to the end of the hole. The place of the word is known for certain
    where each character of the literal is one of the source (no escapes, no joined lines)."""
    certain = left.span.end - left.span.start == len(left.text) and "…" not in better
    start = left.span.start + found.start("word") if certain else hole.span.start
    return Span(hole.span.source, start, hole.span.end), found["word"], better, certain


def _following(hole: ast.Part, right: ast.Literal_, found: re.Match[str], better: str) -> Fields:
    certain = right.span.end - right.span.start == len(right.text) and "…" not in better
    end = right.span.start + found.end("word") if certain else hole.span.end
    return Span(hole.span.source, hole.span.start, end), found["word"], better, certain
