"""The texts of a record as a reader meets them: passages, and the sentences in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from mspec.compiler.errors.produced_text import TextFault
from mspec.runtime.data.reading import Record

_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Mt|No|vs|approx|e\.g|i\.e|a\.m|p\.m|(?<![/°·])(?<!\d )[A-Z]))\.\Z")
_END = re.compile(r"[.?!][\"'”’)\]]*(?=\s+\S)")
_AROUND = 24
"""Characters on each side of a fault that its excerpt shows."""

Found = TypeVar("Found", bound=TextFault)


class Kind(Enum):
    """What a passage is."""

    QUESTION = "question"
    SENTENCE = "sentence"
    DESCRIPTION = "description"
    ANSWER = "answer"

    @property
    def is_prose(self) -> bool:
        """Whether it consists of whole sentences."""
        return self in (Kind.QUESTION, Kind.SENTENCE)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a record, and where it stands."""

    kind: Kind
    place: str
    text: str
    step_kind: str = ""

    def sentences(self) -> list[str]:
        """Its sentences, without the spaces between them."""
        found, start = list[str](), 0
        for match in _END.finditer(self.text):
            if _ABBREVIATION.search(self.text, 0, match.start() + 1):
                continue
            found.append(self.text[start : match.end()].strip())
            start = match.end()
        return [*found, self.text[start:].strip()]


@dataclass(frozen=True, slots=True)
class Text:
    """All passages of a record; `record` is what the rules may look up beside them."""

    record: Record
    passages: tuple[Passage, ...]

    @property
    def question(self) -> Passage:
        """The problem as it is put."""
        return self.passages[0]

    def of(self, *kinds: Kind) -> Iterator[Passage]:
        """The passages of some kinds, in order."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def fault(self, kind: type[Found], passage: Passage, start: int, end: int, why: str) -> Found:
        """A fault at `start..end` of a passage."""
        left, right = max(0, start - _AROUND), min(len(passage.text), end + _AROUND)
        left = passage.text.rfind(" ", 0, left + 1) + 1 if left else 0
        cut = passage.text.find(" ", right)
        right = len(passage.text) if cut < 0 else cut
        before, after = "…" if left else "", "…" if right < len(passage.text) else ""
        excerpt = before + passage.text[left:right] + after
        return kind(record=str(self.record["id"]), place=passage.place, excerpt=excerpt, why=why)


def read(record: Record) -> Text:
    """The passages of a record. A part whose question stands in the whole question is read there."""
    question = record["question"]
    found = [Passage(Kind.QUESTION, "question", question)]
    for number, part in enumerate(record["parts"]):
        if part["question"] not in question:
            found.append(Passage(Kind.QUESTION, f"question of part {number + 1}", part["question"]))
    for step in record["steps"]:
        found.append(Passage(Kind.SENTENCE, f"sentence of step {step['name']}", step["sentence"], step["kind"]))
    for step in record["steps"]:
        found.append(Passage(Kind.DESCRIPTION, f"description of step {step['name']}", step["description"]))
    answers = [part["answer"]["text"] for part in record["parts"]] or [record["answer"]["text"]]
    for number, answer in enumerate(answers):
        place = f"answer of part {number + 1}" if len(answers) > 1 else "answer"
        found.append(Passage(Kind.ANSWER, place, answer))
    return Text(record, tuple(found))
