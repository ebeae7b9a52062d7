"""Number agreement: 1 apple, 3 apples, 0 apples, 0.5 litres, 1/2 cup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from mspec.compiler.errors.produced_text import TextFault, WrongNumber
from mspec.runtime.data.text_lint.knowledge import (
    NUMBER_WORDS,
    plurals_in,
    regular_plural,
    shipped,
    symbols_in,
    word_set,
)
from mspec.runtime.data.text_lint.passages import Passage, Text
from mspec.runtime.data.text_lint.verbs import BASE_VERBS

_NUMBER = re.compile(
    r"(?<![\w.,/$€£¥^+×÷=<>≤≥≈-])(?P<number>\d[\d,]*(?:\.\d+)?(?:/\d+)?(?: \d+/\d+)?|"
    rf"(?:{'|'.join(NUMBER_WORDS)})(?:-(?:{'|'.join(NUMBER_WORDS)}))?|an?)(?= +[A-Za-z])",
    re.IGNORECASE,
)
_WORDS = re.compile(r" +([A-Za-z][A-Za-z'’-]*)")
_LOOKED_AT = 5
"""How many words after a number are looked at: a few adjectives and a noun of several words."""

_LABELLED = word_set(
    """grade year week day month class room page chapter bus number no level section unit lesson route line question
    part step round type size channel gate platform track lane row column shelf box container tank door floor"""
)
"""After these a number is a name: grade 3 pupils, page 1."""

_STOP = word_set(
    """of and or in on at is are was were be been to from for with by than that which who each per a an the this these
    those if when while as it its has have had do does did can could may might must shall should will would not but so
    then after before during between into onto out up off over under about around his her their him them he she they
    how what where why all both every some any no only also just still again apart away ago left long wide high deep
    tall old late later early times plus minus more less fewer another"""
)
"""Words that end a noun phrase, or are no adjective."""

_SKIPPED = frozenset(["more", "less", "fewer", "other", "additional", "extra", "further", "such", "long"])
"""Of those in `_STOP` and others, what may stand between number and noun: 3 more apples."""

_LIKE_PLURALS = word_set(
    """is was has less plus minus times as its this us bus gas class glass dress boss loss pass lens series species
    does goes yes news mass cross grass minus business address process success mess kiss focus bonus campus plus
    always perhaps sometimes besides means needs costs makes takes gives gets uses equals remains says was lies
    across across leaves stays works runs comes pays buys sells"""
)
"""End like a plural and are none, or are verbs that may stand after the number 1."""

_DETERMINERS = word_set(
    "each every the this that which no any another first second third last other larger smaller next"
)


@dataclass(frozen=True, slots=True)
class _Noun:
    start: int
    end: int
    singular: bool
    plural: bool


def wrong_numbers(text: Text) -> Iterator[TextFault]:
    """MS8301: a noun after a number in the wrong number."""
    own = plurals_in(text.record)
    for passage in text.passages:
        for match in _NUMBER.finditer(passage.text):
            fault = _fault(text, passage, match, own)
            if fault is not None:
                yield fault


def _fault(text: Text, passage: Passage, match: re.Match[str], own: Mapping[str, str]) -> TextFault | None:
    shown = match["number"]
    before = re.findall(r"[A-Za-z]+(?= +\Z)", passage.text[: match.start()])
    article = shown.lower() in ("a", "an")
    if before and (before[0].lower() in _LABELLED or (shown.lower() == "one" and before[0].lower() in _DETERMINERS)):
        return None
    wants_singular = article or _is_singular(shown)
    noun = _noun_after(passage.text, match.end(), own, adjectives=not article, wants_singular=wants_singular)
    if noun is None:
        noun = None if article else _unknown_noun(text, passage.text, match.end(), wants_singular)
    if noun is None:
        return None
    if noun.singular and noun.plural:
        return None
    if before and before[0] == "the" and passage.text[noun.start : noun.end].lower() in BASE_VERBS:
        return None  # the two save until …
    if noun.plural == wants_singular:
        wanted = "singular" if wants_singular else "plural"
        said = f"`{shown}` takes the {wanted}, not `{passage.text[noun.start : noun.end]}`"
        return text.fault(WrongNumber, passage, match.start(), noun.end, said)
    return None


def _is_singular(shown: str) -> bool:
    """Whether a number takes the singular: 1, and a proper fraction that is written as one."""
    lower = shown.lower()
    if lower[0].isalpha():
        return lower == "one"
    if " " in shown:
        return False
    number = shown.replace(",", "")
    above, _, below = number.partition("/")
    if below:
        return int(below) > 0 and Fraction(above) < int(below)
    return number == "1"


def _noun_after(
    text: str, position: int, own: Mapping[str, str], *, adjectives: bool, wants_singular: bool
) -> _Noun | None:
    """The head of the noun phrase that begins here, if its noun is known: the last noun in a row of nouns."""
    words: list[re.Match[str]] = []
    while len(words) < _LOOKED_AT and (word := _WORDS.match(text, position)) is not None:
        if (word[1].lower() in _STOP and word[1].lower() not in _SKIPPED) or word[1][0].isupper():
            break
        words.append(word)
        position = word.end()
    if words and words[0][1] in shipped().symbols:
        return None  # a 5 km walk, 1 m apart
    for start in range(len(words) if adjectives else min(1, len(words))):
        found = _longest(words, start, own)
        if found is not None:
            return _head(words, *found, own, wants_singular=wants_singular)
        if _looks_plural(words[start][1]):
            return None  # a noun that is not known
    return None


def _head(
    words: list[re.Match[str]], noun: _Noun, end: int, own: Mapping[str, str], *, wants_singular: bool
) -> _Noun | None:
    """What counts of a noun and the words after it: of child tickets, the tickets."""
    further = _longest(words, end, own)
    if wants_singular:
        # a van leaves: noun and verb, or two nouns; a sports hall
        return noun if noun.singular or further is None else None
    while further is not None and (noun.singular or not noun.plural):
        noun, end = further  # but: three people play
        further = _longest(words, end, own)
    if noun.singular and not noun.plural and end < len(words) and words[end][1].endswith("s"):
        return None  # perhaps a compound whose last noun is not known: car parks
    return noun


def _longest(words: list[re.Match[str]], start: int, own: Mapping[str, str]) -> tuple[_Noun, int] | None:
    known, several = shipped().plurals, shipped().several
    for end in range(min(start + 3, len(words)), start, -1):
        phrase = " ".join(word[1].lower() for word in words[start:end])
        singular, plural = phrase in known or phrase in own, phrase in several or phrase in own.values()
        if singular or plural:
            return _Noun(words[start].start(1), words[end - 1].end(1), singular, plural), end
    return None


def _unknown_noun(text: Text, said: str, position: int, wants_singular: bool) -> _Noun | None:
    """A word after a number that no lexicon has, where its form or the record tells what it is: 1 rolls; 13 roll of
    tickets; 13 roll, where the record speaks of rolls elsewhere."""
    word = _WORDS.match(said, position)
    if word is None or word[1].lower() in _STOP or word[1].lower() in _INVARIANT or word[1][0].isupper():
        return None
    if word[1] in shipped().symbols or word[1] in symbols_in(text.record):
        return None
    noun, lower = _Noun(word.start(1), word.end(1), not wants_singular, wants_singular), word[1].lower()
    if wants_singular:
        return noun if _looks_plural(lower) else None
    further = _WORDS.match(said, word.end())
    if lower.endswith("s") or (further is not None and further[1].endswith("s")):
        return None
    partitive = further is not None and further[1] == "of"
    plural = regular_plural(lower)
    return noun if partitive or (len(lower) > 2 and any(plural in _words(p) for p in text.passages)) else None


@lru_cache(maxsize=64)
def _words(passage: Passage) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+(?:-[a-z]+)*", passage.text.lower()))


_INVARIANT = word_set(
    """dozen hundred thousand million billion percent people children men women feet teeth mice geese sheep fish deer
    out instead because short worth"""
)
"""Stand after any number as they are."""


def _looks_plural(word: str) -> bool:
    lower = word.lower()
    return (
        len(lower) > 3
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "'s", "’s"))
        and lower not in _LIKE_PLURALS
    )
