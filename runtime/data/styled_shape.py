"""The field `text` of a record: problem and solution in a style, as constants and holes.

Its templates are evaluated once a demanded shape. What hangs on the common fields only (`record_shape.COMMON`), such as
the sentences of steps, is filled once for all rows that have them in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mspec.runtime.data.jsonl import Filled, Hole, Skeleton, Tree
from mspec.runtime.data.record_keys import Changed, Of
from mspec.runtime.render.styles import Pack, Shape, shape_of
from mspec.runtime.render.styles.held import Held
from mspec.runtime.render.styles.shape import StepShape
from mspec.runtime.steps.equations import Worked

_OF_ROWS = frozenset(["question", "stem", "part"])
"""What may differ between rows that have the common fields in common."""

Part = str | Hole


@dataclass(frozen=True, slots=True)
class StyledShape:
    """The field whole; and `outer`, with a place for each of its `common` stretches."""

    whole: Tree
    outer: Tree
    common: dict[Of, Skeleton]


def styled_shape(style: Pack, asks: int, worked: Worked) -> StyledShape:
    """The field of the rows of a worked group.

    Raises:
        MspecError: MS8402, a template does with its values what cannot be done.
    """
    steps = (
        StepShape(s.step.name, s.step.kind, s.step.depth, s.equation is not None, s.claim is not None)
        for s in worked.steps
    )
    found = shape_of(style, Shape(tuple(steps), asks))
    texts = {"problem": _parts(found.problem), "solution": _parts(found.solution)}
    common: dict[Of, Skeleton] = {}
    outer: dict[str, Tree] = {"style": style.name}
    for name, parts in texts.items():
        outer[name] = Filled(tuple(_gathered(name, parts, common)))
    whole = {name: Filled(tuple(parts)) for name, parts in texts.items()}
    return StyledShape({"style": style.name, **whole}, outer, common)


def _parts(pieces: Sequence[str | Held]) -> list[Part]:
    return [piece if isinstance(piece, str) else Hole(_key(piece)) for piece in pieces]


def _key(place: Held) -> Of | Changed:
    column = Of(*place.key)
    return Changed(column, place.changes) if place.changes else column


def _gathered(name: str, parts: Sequence[Part], common: dict[Of, Skeleton]) -> Iterator[Part]:
    """The parts, with a single hole for each stretch of common ones; these are added to `common`."""
    stretch: list[Part] = []
    for part in [*parts, None]:
        if part is not None and not (isinstance(part, Hole) and _of_row(part)):
            stretch.append(part)
            continue
        if any(isinstance(one, Hole) for one in stretch):
            key = Of(f"text {name}", len(common))
            common[key] = Skeleton.inside(Filled(tuple(stretch)))
            yield Hole(key)
        else:
            yield from stretch
        stretch.clear()
        if part is not None:
            yield part


def _of_row(hole: Hole) -> bool:
    key = hole.key.of if isinstance(hole.key, Changed) else hole.key
    assert isinstance(key, Of)
    return key.what in _OF_ROWS
