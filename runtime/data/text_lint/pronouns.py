"""Pronouns and who they refer to: a person of their class, named in this sentence or the one before it.

In the solution whoever the question names is known, so there it is enough that the question names somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mspec.compiler.errors.produced_text import LostPronoun, TextFault
from mspec.runtime.data.text_lint.knowledge import NUMBER_WORDS, shipped, word_set
from mspec.runtime.data.text_lint.passages import Kind, Passage, Text
from mspec.runtime.data.text_lint.verbs import BASE_VERBS

_PRONOUN = re.compile(
    r"\b(?:(?P<she>she|her|hers|herself)|(?P<he>he|him|his|himself)|"
    r"(?P<they>they|them|their|theirs|themselves|themself))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEMALE = word_set(
    """woman women girl girls mother mum mom grandmother grandma granny aunt sister daughter niece wife queen princess
    lady ladies mrs ms miss madam waitress actress hostess bride heroine stewardess"""
)
_MALE = word_set(
    """man men boy boys father dad grandfather grandpa uncle brother son nephew husband king prince gentleman mr sir
    waiter actor host groom hero steward fisherman"""
)
_ANYBODY = word_set(
    """someone somebody anyone anybody everyone everybody nobody person who whoever
    student pupil teacher friend neighbour neighbor cousin parent child baby customer member owner"""
)
_SEVERAL = word_set(
    """people children men women both pair couple team family class group staff crew club band choir police twins
    everyone each every either neither company firm shop school bakery cafe"""
)
_NOT_PLURALS = word_set(
    """is was has does this its his hers yes us as gas bus less plus minus times always perhaps across towards class
    glass dress boss loss pass lens series species mass cross business news address process costs pays buys sells
    gives gets takes makes has needs wants keeps goes comes uses"""
)


@dataclass(frozen=True, slots=True)
class _Mentions:
    """Whom a stretch of text mentions: known people by class, names whose class is not known, other words."""

    classes: frozenset[str]
    people: int
    unknown: bool
    female: bool
    male: bool
    anybody: bool
    several: bool

    def has(self, pronoun: str) -> bool:
        """Whether a pronoun of a class can refer to somebody or something here."""
        if pronoun in self.classes or self.anybody or self.unknown:
            return True
        if pronoun == "they":
            return self.several or self.people > 1
        return self.female if pronoun == "she" else self.male


def lost_pronouns(text: Text) -> Iterator[TextFault]:
    """MS8303: a pronoun without somebody to refer to, or of a class that nobody here has."""
    names = {value for value in text.record["givens"].values() if value in shipped().people}
    for passage in text.of(Kind.QUESTION):
        before = "" if passage is text.question else text.question.text
        said: frozenset[str] = frozenset()
        for sentence in passage.sentences():
            lost = list(_lost(text, passage, sentence, before, names, said))
            yield from lost
            before, said = sentence, frozenset() if lost else _said(sentence)
    whole = text.question.text
    for passage in text.of(Kind.SENTENCE):
        yield from _lost(text, passage, passage.text, whole, names, _said(whole))


def _said(sentence: str) -> frozenset[str]:
    """The classes of the pronouns of a sentence: who is meant by one may be meant by the next."""
    return frozenset(match.lastgroup for match in _PRONOUN.finditer(sentence) if match.lastgroup)


def _lost(
    text: Text, passage: Passage, sentence: str, before: str, names: set[str], known: frozenset[str]
) -> Iterator[TextFault]:
    start = passage.text.index(sentence)
    who: _Mentions | None = None
    for match in _PRONOUN.finditer(sentence):
        said = match.lastgroup
        assert said is not None
        if match[0][0].isupper() and not _begins(sentence, match.start()):
            continue  # helium, He
        # a pronoun may stand before the name in its sentence: "After her lunch Mia has $5 left"
        who = who or _mentions(f"{before} {sentence}", names)
        if said not in known and not who.has(said):
            why = f"`{match[0]}` refers to nobody"
            yield text.fault(LostPronoun, passage, start + match.start(), start + match.end(), why)


def _mentions(stretch: str, names: set[str]) -> _Mentions:
    words = list(_WORD.finditer(stretch))
    lower = [_bare(word[0]).lower() for word in words]
    people = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", stretch)]
    known = shipped()
    fixed = [_bare(word[0]) for word in words if _bare(word[0]) in known.people and _is_name(stretch, word)]
    who = dict.fromkeys([*people, *fixed])
    return _Mentions(
        frozenset(known.people[name] for name in who),
        len(who),
        any(_is_stranger(stretch, word, names) for word in words),
        any(word in _FEMALE for word in lower),
        any(word in _MALE for word in lower),
        any(word in _ANYBODY or word in known.humans for word in lower) and not who,
        any(
            word in _SEVERAL or (_is_plural(word) and not _is_verb(stretch, words, place))
            for place, word in enumerate(lower)
        )
        or _SOME_DO.search(stretch) is not None,
    )


_SOME_DO = re.compile(rf"\b\d+ (?:are|have|can|do|{'|'.join(sorted(BASE_VERBS))})\b")
"""39 speak German: so many of those spoken of before."""


def _is_verb(stretch: str, words: Sequence[re.Match[str]], place: int) -> bool:
    """Whether a word that ends in s is a verb, by the word before it: Mia sleeps, she sleeps, who sleeps."""
    before = words[place - 1] if place else None
    if before is None or stretch[before.end() : words[place].start()] != " ":
        return False
    named = before[0][0].isupper() and before[0].lower() not in _OPENERS
    return named or before[0].lower() in ("she", "he", "it", "who", "which", "that")


def _bare(word: str) -> str:
    return re.sub(r"['’]s?\Z", "", word)


def _begins(stretch: str, position: int) -> bool:
    before = stretch[:position].rstrip(" \"“'(")
    return not before or before[-1] in ".?!:)"


def _is_name(stretch: str, word: re.Match[str]) -> bool:
    return word[0][:1].isupper()


def _is_stranger(stretch: str, word: re.Match[str], names: set[str]) -> bool:
    """A name that is in no table: a capital inside a sentence, or "Tom buys" at its beginning."""
    said = _bare(word[0])
    lower = said.lower()
    if not said[:1].isupper() or len(said) < 3 or said.isupper() or said in shipped().people:
        return False
    if any(said in name for name in names) or lower in _NO_NAMES or said[1:2] == "-":
        return False
    if not _begins(stretch, word.start()):
        # the United States, French, a Monday
        return not _AFTER_THE.search(stretch[: word.start()]) and not lower.endswith(("ish", "ese", "ian", "ean"))
    follows = re.match(r" +(?:[a-z]+s|and [A-Z][a-z]+|had|bought|sold|made|wants|ran|went)\b", stretch[word.end() :])
    return follows is not None and lower not in _OPENERS and not lower.endswith(("ly", "ing", "ed", "s"))


_AFTER_THE = re.compile(r"\b[Tt]he (?:[A-Z]\w* )*\Z")
_NO_NAMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december french german dutch greek swiss thai english celsius fahrenheit kelvin
    internet earth mercury venus mars jupiter saturn uranus neptune moon"""
)
_OPENERS = word_set(
    """the a an in on at by for from with to of how what which who when where why each every all some any no one two
    three four five six seven eight nine ten this that these those both many most more it its he she they his her
    their if as since so then there after before during last next another other only half twice later now today
    yesterday tomorrow adult child let write find give work not but and or per out up off over under"""
)


def _is_plural(word: str) -> bool:
    if word in shipped().several and word not in shipped().plurals:
        return True
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word] > 1
    return len(word) > 3 and word[-1] == "s" and word not in _NOT_PLURALS and word[-2] not in "sui'"
