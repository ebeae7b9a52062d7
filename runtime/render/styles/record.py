"""A style applied to one record, from the record's own fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mspec.runtime.render.styles.changes import changed
from mspec.runtime.render.styles.held import Held
from mspec.runtime.render.styles.packs import Pack
from mspec.runtime.render.styles.shape import Piece, Shape, StepShape, choice_label, pieces, shape_of, stem


@dataclass(frozen=True, slots=True)
class Styled:
    """A problem and its worked solution in a style."""

    style: str
    problem: str
    solution: str

    def __str__(self) -> str:
        return f"{self.problem}\n\n{self.solution}"


def styled(pack: Pack, record: Mapping[str, Any]) -> Styled:
    """A record in a style.

    Raises:
        MspecError: MS8402, a template does with its values what cannot be done.
    """
    steps = record["steps"]
    shape = Shape(
        tuple(StepShape(s["name"], s["kind"], s["depth"], bool(s["equation"]), bool(s["claim"])) for s in steps),
        max(1, len(record["parts"])),
        len(record.get("choices", ())),
    )
    found = shape_of(pack, shape)
    return Styled(pack.name, _filled(found.problem, record), _filled(found.solution, record))


def _filled(parts: Sequence[Piece], record: Mapping[str, Any]) -> str:
    return "".join(part if isinstance(part, str) else _text(part, record) for part in parts)


def _text(place: Held, record: Mapping[str, Any]) -> str:
    what, number = place.key
    parts = record["parts"]
    match what:
        case "question":
            text = record["question"]
        case "stem":
            text = stem(record["question"], [part["question"] for part in parts])
        case "part":
            text = parts[number]["question"]
        case "answer":
            text = (parts[number] if parts else record)["answer"]["text"]
        case "choice":
            text = record["choices"][number]
        case "correct":
            text = choice_label(record["correct"])
        case _:
            text = record["steps"][number][what]
    return changed(text, place.changes)


@dataclass(frozen=True, slots=True)
class _OnSheet:
    number: int
    id: str
    problem: Held
    solution: Held


def sheet(pack: Pack, items: Sequence[tuple[str, Styled]]) -> str:
    """Several problems, each with its id, on one page.

    Raises:
        MspecError: MS8402, the pack's sheet does with its values what cannot be done.
    """
    shown = [
        _OnSheet(number + 1, id_, Held(("problem", number)), Held(("solution", number)))
        for number, (id_, _) in enumerate(items)
    ]
    found = pieces(pack.sheet, {"problems": shown}, f"{pack.where}/sheet.j2")
    texts: list[str] = []
    for piece in found:
        if isinstance(piece, str):
            texts.append(piece)
        else:
            what, number = piece.key
            texts.append(changed(getattr(items[number][1], what), piece.changes))
    return "".join(texts)
