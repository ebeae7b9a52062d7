"""JSON lines by column: one skeleton for all rows of a shape, filled from columns of text.

A shape's constants are escaped once. A row then costs one `str.join` over its pieces: no dict, list or number
object is made for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

import orjson

Key = object
"""What names a column of texts; anything hashable."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place that a column fills. In a `Filled` the text stands inside a JSON string; alone it is a whole string."""

    key: Key


@dataclass(frozen=True, slots=True)
class Raw:
    """A place that a column of ready JSON fills: whole numbers, lists."""

    key: Key


@dataclass(frozen=True, slots=True)
class Filled:
    """One JSON string made of constant text and holes."""

    parts: tuple[str | Hole, ...]


Tree = Mapping[str, "Tree"] | Sequence["Tree"] | Filled | Hole | Raw | str | int | None
"""A JSON value with holes. There is no float: numbers in records are whole or exact text."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """`constants[0] column constants[1] column … constants[-1]`; `keys` name the columns in order.

    Every column must hold text that is already escaped (see `escaped`).
    """

    constants: tuple[str, ...]
    keys: tuple[Key, ...]

    @staticmethod
    def of(tree: Tree) -> Skeleton:
        """The skeleton of a JSON value with holes."""
        constants, keys = [""], list[Key]()
        for piece in _pieces(tree):
            if isinstance(piece, Hole | Raw):
                keys.append(piece.key)
                constants.append("")
            else:
                constants[-1] += piece
        return Skeleton(tuple(constants), tuple(keys))

    def fill(self, column: Callable[[Key], Sequence[str]]) -> list[str]:
        """One JSON text a row. `column(key)` gives the column of a hole; all are equally long.

        Raises:
            ValueError: there is no hole, so the number of rows is not known.
        """
        if not self.keys:
            raise ValueError("a skeleton without holes has no rows")
        runs: list[Iterator[str] | Sequence[str]] = []
        for constant, key in zip(self.constants, self.keys, strict=False):
            if constant:
                runs.append(repeat(constant))
            runs.append(column(key))
        if self.constants[-1]:
            runs.append(repeat(self.constants[-1]))
        return list(map("".join, zip(*runs, strict=False)))


def escaped(texts: Sequence[str]) -> Sequence[str]:
    """The texts as they stand inside a JSON string. The usual column needs no escaping, which one look at all of it
    shows; then it is given back as it is."""
    together = "".join(texts)
    quoted = orjson.dumps(together)
    plain = len(together) if together.isascii() else len(together.encode())
    if len(quoted) == plain + 2:
        return texts
    return [escape(text) for text in texts]


def escape(text: str) -> str:
    """A text as it stands inside a JSON string."""
    return orjson.dumps(text).decode()[1:-1]


def _pieces(tree: Tree) -> Iterator[str | Hole | Raw]:
    match tree:
        case str():
            yield f'"{escape(tree)}"'
        case Hole():
            yield from ('"', tree, '"')
        case Raw():
            yield tree
        case Filled(parts):
            yield '"'
            for part in parts:
                yield part if isinstance(part, Hole) else escape(part)
            yield '"'
        case Mapping():
            for position, (name, value) in enumerate(tree.items()):
                yield f'{"," if position else "{"}"{escape(name)}":'
                yield from _pieces(value)
            yield "}" if tree else "{}"
        case None:
            yield "null"
        case int():
            yield orjson.dumps(tree).decode()
        case _:
            for position, value in enumerate(tree):
                yield "," if position else "["
                yield from _pieces(value)
            yield "]" if tree else "[]"
