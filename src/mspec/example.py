"""One problem of a data set as an object, for people: attributes, text, HTML. Data sets are written without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mspec.runtime.render.styles import Styled


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: as it is said, and exactly. `label` is that of its part, "(a)"; "" where there is one part only."""

    question: str
    text: str
    exact: str
    type: str
    unit: str
    label: str = ""

    @property
    def value(self) -> Fraction | str | bool | tuple[Fraction | str, ...]:
        """The exact value: a Fraction for a number, in `unit`; text for a noun or a word."""
        return read_value(self.exact, self.type)


def read_value(exact: str, type_: str) -> Fraction | str | bool | tuple[Fraction | str, ...]:
    """A value from its exact text, by its type as a spec spells it."""
    match type_.partition("(")[0].partition("[")[0]:
        case "bool":
            return exact == "true"
        case "noun" | "word" | "person":
            return exact
        case "list":
            return tuple(_number(part) for part in exact[1:-1].split(", ")) if exact != "[]" else ()
        case _:
            return _number(exact)


def _number(exact: str) -> Fraction | str:
    try:
        return Fraction(exact)
    except ValueError:
        return exact


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """One step of the worked solution. Where it is no arithmetic, `equation` is empty and `claim` says what holds."""

    name: str
    kind: str
    description: str
    sentence: str
    equation: str
    claim: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class WrongTrace:
    """A solution that goes wrong at `steps[first_wrong]`; what comes after it follows from the wrong value."""

    id: str
    mistake: str
    first_wrong: int
    steps: tuple[WorkedStep, ...]
    answer: Answer


@dataclass(frozen=True)
class Example:
    """A problem with its answer and worked solution. `json` is its line in a data set, `record` the same as a dict."""

    json: str

    @property
    def record(self) -> Mapping[str, Any]:
        """The record, as `orjson` reads it."""
        import orjson

        found: Mapping[str, Any] = orjson.loads(self.json)
        return found

    @property
    def id(self) -> str:
        """name/spec_hash8/seed/index."""
        return str(self.record["id"])

    @property
    def question(self) -> str:
        """The problem as it is put."""
        return str(self.record["question"])

    @property
    def answers(self) -> tuple[Answer, ...]:
        """One answer for every part."""
        from mspec.runtime.render.english import part_letter

        record = self.record
        parts: Sequence[Mapping[str, Any]] = record["parts"] or [record]
        labels = [f"({part_letter(number)})" for number in range(len(parts))] if len(parts) > 1 else [""]
        answers = zip(parts, (part["answer"] for part in parts), labels, strict=True)
        return tuple(
            _answered(part["question"], found, label)
            for part, found, label in answers
        )

    @property
    def answer(self) -> Answer:
        """The answer; that of the last part where there are several."""
        return self.answers[-1]

    @property
    def steps(self) -> tuple[WorkedStep, ...]:
        """The worked solution."""
        return _worked(self.record["steps"])

    @property
    def choices(self) -> tuple[str, ...]:
        """The choices of the (last) question, where it asks for them: `ask … (choices = 4)`; else none."""
        return tuple(self.record.get("choices", ()))

    @property
    def correct(self) -> int | None:
        """The place of the right one among the choices."""
        return self.record.get("correct")

    def wrong(self) -> tuple[WrongTrace, ...]:
        """The wrong solutions that the record has: none if it was made without (`Spec.sample(…, wrong=3)`)."""
        return tuple(
            WrongTrace(
                trace["id"],
                trace["mistake"],
                trace["first_wrong"],
                _worked(trace["steps"]),
                _answered("", trace["answer"]),
            )
            for trace in self.record.get("wrong", ())
        )

    @property
    def givens(self) -> Mapping[str, str]:
        """The exact value of every given, as text."""
        return dict(self.record["givens"])

    def text(self, style: str | Path = "plain") -> Styled:
        """Problem and solution in a style: `plain`, `textbook`, `exam`, `chat`, `latex`, or a folder of templates.

        Raises:
            MspecError: MS8401, there is no such style; MS8402, one of its templates cannot be used.
        """
        from mspec.runtime.render.styles import pack, styled

        return styled(pack(style), self.record)

    def __str__(self) -> str:
        lines = [self.question, *(f"  {step.sentence}" for step in self.steps)]
        return "\n".join([*lines, *(f"{_heading(answer)}: {answer.text}" for answer in self.answers)])

    def _repr_html_(self) -> str:
        """How notebooks show it."""
        steps = "".join(f"<li>{escape(step.sentence)}</li>" for step in self.steps)
        answers = ", ".join(escape(f"{answer.label} {answer.text}".strip()) for answer in self.answers)
        return f"<p>{escape(self.question)}</p><ol>{steps}</ol><p><b>Answer:</b> {answers}</p>"


def _worked(steps: Sequence[Mapping[str, Any]]) -> tuple[WorkedStep, ...]:
    return tuple(WorkedStep(*(step[name] for name in WorkedStep.__slots__)) for step in steps)


def _answered(question: str, found: Mapping[str, Any], label: str = "") -> Answer:
    return Answer(question, found["text"], found["value"], found["type"], found["unit"], label)


def _heading(answer: Answer) -> str:
    return f"Answer {answer.label}".strip()
