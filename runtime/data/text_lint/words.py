"""Doubled words, and holes that printed nothing or something that is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mspec.compiler.errors.produced_text import DoubledWord, EmptyHole, TextFault
from mspec.runtime.data.text_lint.passages import Kind, Passage, Text

_DOUBLED = re.compile(r"(?:(?<![\w/.,'’-])|(?<=/)(?=[a-z]))([\w'’]+) +(?=\1(?![\w/'’-]|[.,]\d))", re.IGNORECASE)
_MAY_BE_DOUBLED = frozenset(["had", "that"])

_EMPTY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}"), "marks of a template"),
    (re.compile(r"\{\s*\}|\{[A-Za-z]\w*(?:[.:]\w+)*(?: [^{},]*)?\}"), "a hole that was not filled"),
    (re.compile(r"(?<!\w)(?:None|NaN|nan|null|undefined|NotImplemented)(?![\w-])"), "no value"),
    (re.compile(r"\b[A-Za-z]+(?:_[A-Za-z0-9]+)+\b"), "a name of a spec, not a word"),
    (re.compile(r"[$€£¥](?!\s?\.?\d|\s?[(−-]|\{)"), "no amount after the sign"),
    (re.compile(r"(?<![\d)}])(?<!\d )%"), "no number before the sign"),
    (re.compile(r"\b(?:the|a|an|(?<!thinks )of|per|than|its|their|from)\s*[.;:](?!\w)|\b(?:the|a|an|per|its)\s*,"),
     "a word is missing"),
    (re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+(?:the|a|an|of|at|in|for|to|from|with|by|is|are|was|were|and|or|per|each)\b"),
     "a word is missing"),
    (re.compile(r"(?<!\bthinks )(?<!\bthink )\bof\s+(?:at|in|for|is|are|was|were|and|or|with|per)\b"),
     "a word is missing"),
    (re.compile(r"\bof\s+each\s+[.,;?!]"), "a word is missing"),
)  # fmt: skip


def doubled_words(text: Text) -> Iterator[TextFault]:
    """MS8305: the same word twice in a row."""
    for passage in text.passages:
        for match in _DOUBLED.finditer(passage.text):
            if match[1].lower() not in _MAY_BE_DOUBLED:
                why = f"`{match[1]}` stands twice"
                yield text.fault(DoubledWord, passage, match.start(), match.end() + len(match[1]), why)


def empty_holes(text: Text) -> Iterator[TextFault]:
    """MS8311: text that is missing, or that was never meant to be read."""
    for passage in text.passages:
        if not passage.text.strip():
            yield text.fault(EmptyHole, passage, 0, 0, f"the {passage.kind.value} is empty")
        for pattern, why in _EMPTY:
            for match in pattern.finditer(passage.text):
                a_set = passage.kind is Kind.ANSWER and match[0].startswith("{")
                if not a_set and not _is_letter(passage, match):
                    yield text.fault(EmptyHole, passage, match.start(), match.end(), why)


def _is_letter(passage: Passage, match: re.Match[str]) -> bool:
    """Whether an "a" names something: vitamin A is, 3a^2 + a, the side a of."""
    if not re.match(r"[Aa]\b", match[0]):
        return False
    if passage.step_kind in ("symbolic", "solve") or _NAMED.search(passage.text, 0, match.start()):
        return True
    return match[0][0] == "A" and not _begins_sentence(passage.text, match.start())


_NAMED = re.compile(
    r"(?:[-+*/=^×÷−,(]|\b(?:side|sides|edge|edges|leg|value|unknown|letter|number|coefficient|variable))\s*\Z"
)


def _begins_sentence(text: str, position: int) -> bool:
    return not text[:position].strip() or text[:position].rstrip()[-1] in ".?!"
