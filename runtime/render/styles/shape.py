"""What a template sees of a problem: constants of its shape, and places for what differs from world to world.

The keys of places are `(what, number)`: ("question", 0), ("stem", 0), ("part", k), ("answer", k), and ("sentence", n),
("description", n), ("equation", n), ("claim", n), ("value", n), ("unit", n) of step n; of multiple choice
("choice", k) and ("correct", 0).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.styles import BadTemplate
from mspec.runtime.render.english import part_letter
from mspec.runtime.render.styles.held import Held, TemplateFault
from mspec.runtime.render.styles.packs import Pack
from mspec.runtime.render.styles.sandbox import MARK, rendered

Place = tuple[str, int]
Piece = str | Held


@dataclass(frozen=True, slots=True)
class StepShape:
    """What is constant of a step. `equation` and `claim`: whether it has one."""

    name: str
    kind: str
    depth: int
    equation: bool
    claim: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What is constant of a problem: its steps, how many parts it has (1 for a single question), and how many choices
    the (last) question has, if any."""

    steps: tuple[StepShape, ...]
    parts: int
    choices: int = 0


@dataclass(frozen=True, slots=True)
class _Answer:
    label: str
    text: Held


@dataclass(frozen=True, slots=True)
class _Part:
    label: str
    question: Held
    answer: _Answer


@dataclass(frozen=True, slots=True)
class _Choice:
    label: str
    text: Held


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    kind: str
    depth: int
    sentence: Held
    description: Held
    equation: Held | str
    claim: Held | str
    value: Held
    unit: Held


@dataclass(frozen=True, slots=True)
class StyledShape:
    """Problem and solution of a shape, as constant pieces and places."""

    problem: tuple[Piece, ...]
    solution: tuple[Piece, ...]


def shape_of(pack: Pack, shape: Shape) -> StyledShape:
    """The texts of all problems of a shape. Keys of places are `Place`s.

    Raises:
        MspecError: MS8402, a template does with its values what cannot be done.
    """
    values = _values(shape)
    return StyledShape(
        pieces(pack.problem, values, f"{pack.where}/problem.j2"),
        pieces(pack.solution, values, f"{pack.where}/solution.j2"),
    )


def pieces(source: str, values: dict[str, object], path: str) -> tuple[Piece, ...]:
    """A template as constants and places, without line ends around it.

    Raises:
        MspecError: MS8402.
    """
    places: list[Held] = []
    try:
        text = rendered(source, values, places).strip("\n")
    except TemplateFault as fault:
        raise MspecError([BadTemplate(path=path, line=fault.line, why=fault.why)]) from None
    found: list[Piece] = []
    for position, part in enumerate(re.split(f"{MARK}(\\d+){MARK}", text)):
        if position % 2:
            found.append(places[int(part)])
        elif part:
            found.append(part)
    return tuple(found)


def _values(shape: Shape) -> dict[str, object]:
    several = shape.parts > 1
    labels = [f"({part_letter(number)})" if several else "" for number in range(shape.parts)]
    answers = [_Answer(label, _held("answer", number)) for number, label in enumerate(labels)]
    parts = [_Part(a.label, _held("part", number), a) for number, a in enumerate(answers)] if several else []
    return {
        "question": _held("question"),
        "stem": _held("stem"),
        "parts": parts,
        "steps": [_step(step, number) for number, step in enumerate(shape.steps)],
        "answers": answers,
        "answer": answers[-1],
        "choices": [_Choice(choice_label(k), _held("choice", k)) for k in range(shape.choices)],
        "correct": _held("correct") if shape.choices else "",
    }


def _step(step: StepShape, number: int) -> _Step:
    return _Step(
        step.name,
        step.kind,
        step.depth,
        sentence=_held("sentence", number),
        description=_held("description", number),
        equation=_held("equation", number) if step.equation else "",
        claim=_held("claim", number) if step.claim else "",
        value=_held("value", number),
        unit=_held("unit", number),
    )


def choice_label(number: int) -> str:
    """How the choice at a place is called: "(A)"."""
    return f"({part_letter(number).upper()})"


def _held(what: str, number: int = 0) -> Held:
    return Held((what, number))


def stem(question: str, parts: Sequence[str]) -> str:
    """A question without its lettered parts; all of it, where there is one part only.

    >>> stem("A box holds 3 pens. (a) How many? (b) Why?", ["How many?", "Why?"])
    'A box holds 3 pens.'
    """
    lettered = " ".join(f"({part_letter(number)}) {part}" for number, part in enumerate(parts))
    return question.removesuffix(lettered).rstrip(" ") if lettered else question
