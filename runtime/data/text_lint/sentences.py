"""Capitals, full stops, spaces, brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mspec.compiler.errors.produced_text import SentenceForm, Spacing, TextFault, Unbalanced
from mspec.runtime.data.text_lint.passages import Kind, Passage, Text

_ENDS = re.compile(r"[.?!][\"'”’)\]]*\Z")
_OPENING = "\"'“‘([$€£¥−-+"
_PART = re.compile(r"\([a-z]\d*\)\s*")

_SPACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r" {2,}|\t"), "more than one space"),
    (re.compile(r"\A\s|\s\Z"), "a space at the edge"),
    (re.compile(r"(?<=\S) +[,;?!](?=\s|\Z)| +\.(?=\s|\Z)| +:(?! ?\d)"), "a space before punctuation"),
    (re.compile(r"[(\[“] +| +[)\]”](?=[\s.,;:?!]|\Z)"), "a space inside brackets or quotation marks"),
    (re.compile(r"(?<=[a-z)%])[,;?!:](?=[A-Za-z])|(?:(?<=[a-z]{2})|(?<=[)%]))\.(?=[A-Z])|(?<=\d)[,;?!](?=[A-Za-z])"),
     "no space after punctuation"),
    (re.compile(r"[,;:]\s*[,;:.?!]|[?!]\s*[.,;:]|(?<!\.)\.\.(?!\.)|(?<=[a-z]{2})\.,"), "two marks of punctuation"),
)  # fmt: skip

_INTERVAL = re.compile(r"[(\[]\s*(?:-?∞|-?[\d./√π]+)\s*,\s*(?:∞|-?[\d./√π]+)\s*[)\]]")
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
_ENDS_LIKE_SENTENCE = re.compile(r"(?:(?<!\b[ap]\.m)\.|[?,;:])\s*\Z")
_ARTICLE = re.compile(r"(?:the|a|an) ", re.IGNORECASE)


def sentence_forms(text: Text) -> Iterator[TextFault]:
    """MS8308: how sentences and descriptions begin and end."""
    for passage in text.passages:
        if not passage.text.strip():
            continue
        if passage.kind.is_prose:
            yield from _prose(text, passage)
        elif passage.kind is Kind.DESCRIPTION:
            article = _ARTICLE.match(passage.text)
            if article is not None:
                yield text.fault(SentenceForm, passage, 0, article.end(), "a description has no article")
        if not passage.kind.is_prose and _ENDS_LIKE_SENTENCE.search(passage.text):
            end = len(passage.text)
            yield text.fault(SentenceForm, passage, end - 1, end, f"the {passage.kind.value} ends like a sentence")


def _prose(text: Text, passage: Passage) -> Iterator[TextFault]:
    position = 0
    for sentence in passage.sentences():
        start = passage.text.index(sentence, position)
        position = start + len(sentence)
        first = _PART.sub("", sentence, count=1).lstrip(_OPENING)[:1]
        if first.isalpha() and first.islower():
            yield text.fault(SentenceForm, passage, start, start + 1, "a sentence begins with a capital")
        if not _ENDS.search(sentence):
            yield text.fault(SentenceForm, passage, position - 1, position, "a sentence ends with a stop")


def spacing(text: Text) -> Iterator[TextFault]:
    """MS8309: spaces and marks of punctuation."""
    for passage in text.passages:
        for pattern, why in _SPACES:
            for match in pattern.finditer(passage.text):
                yield text.fault(Spacing, passage, match.start(), match.end(), why)


def unbalanced(text: Text) -> Iterator[TextFault]:
    """MS8310: brackets and quotation marks that do not pair. Intervals may be open on one side: [0, 5)."""
    for passage in text.passages:
        fault = _unpaired(_INTERVAL.sub(lambda match: "_" * len(match[0]), passage.text))
        if fault is not None:
            position, why = fault
            yield text.fault(Unbalanced, passage, position, position + 1, why)


def _unpaired(text: str) -> tuple[int, str] | None:
    opened: list[tuple[int, str]] = []
    quote: int | None = None
    for position, char in enumerate(text):
        if char == '"':
            quote = position if quote is None else None
        elif char in "([{“":
            opened.append((position, char))
        elif char in _PAIRS:
            if not opened or opened[-1][1] != _PAIRS[char]:
                return position, f"`{char}` closes nothing"
            opened.pop()
    if opened:
        return opened[-1][0], f"`{opened[-1][1]}` is not closed"
    return None if quote is None else (quote, "a quotation mark has no partner")
