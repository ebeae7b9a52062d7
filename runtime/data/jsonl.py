"""JSON lines by column: one skeleton for all rows of a shape, filled from columns of text.

A shape's constants are escaped once. A row then costs one `str.join` over its pieces: no dict, list or number
object is made for it.
"""

from __future__ import annotations

import codecs
import json.encoder
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat

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
        writer = _Writer()
        writer.write(tree)
        return Skeleton(tuple(map("".join, writer.constants)), tuple(writer.keys))

    @staticmethod
    def inside(text: Filled) -> Skeleton:
        """The skeleton of a stretch of text as it stands inside a JSON string: without the quotation marks."""
        quoted = Skeleton.of(text)
        constants = list(quoted.constants)
        constants[0] = constants[0][1:]
        constants[-1] = constants[-1][:-1]
        return Skeleton(tuple(constants), quoted.keys)

    def fill(self, column: Callable[[Key], Sequence[str]]) -> list[str]:
        """One JSON text a row. `column(key)` gives the column of a hole; all are equally long.

        Raises:
            ValueError: there is no hole, so the number of rows is not known.
        """
        return list(map("".join, self._pieces(column)))

    def chunks(self, column: Callable[[Key], Sequence[str]], lines: int) -> Iterator[str]:
        """So many lines at a time as one text, each with its line end. Raises as `fill`.

        No line is made by itself: the text is joined at once from its pieces, and its memory serves the next again.
        """
        pieces = self._pieces(column, "\n")
        while chunk := "".join(chain.from_iterable(islice(pieces, lines))):
            yield chunk

    def _pieces(self, column: Callable[[Key], Sequence[str]], end: str = "") -> Iterator[tuple[str, ...]]:
        if not self.keys:
            raise ValueError("a skeleton without holes has no rows")
        runs: list[Iterator[str] | Sequence[str]] = []
        for constant, key in zip(self.constants, self.keys, strict=False):
            if constant:
                runs.append(repeat(constant))
            runs.append(column(key))
        if last := self.constants[-1] + end:
            runs.append(repeat(last))
        return zip(*runs, strict=False)


_quoted: Callable[[str], str] = json.encoder.encode_basestring_ascii
"""What `json.dumps` does with a text, without its way there."""

SEPARATOR = "\x1e"
COMMON = {char: json.dumps(char)[1:-1] for char in "×÷≈²"}
"""What our own sentences often hold beyond ASCII, as JSON escapes."""


def _as_escapes(error: UnicodeError) -> tuple[str, int]:
    """What `encode` calls for characters beyond ASCII."""
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error("mspec.json", _as_escapes)


def escaped(texts: Sequence[str]) -> Sequence[str]:
    """The texts as they stand inside a JSON string, in pure ASCII: encoding a line is then a copy, which saves a fifth
    of the time of a record. A column is looked at as a whole; the usual one is given back as it is."""
    together = SEPARATOR.join(texts)
    if '"' in together or "\\" in together:
        return [escape(text) for text in texts]
    plain = together.isascii()
    if not plain:
        for char, code in COMMON.items():
            if char in together:
                together = together.replace(char, code)
        if not together.isascii():
            together = together.encode("ascii", "mspec.json").decode("ascii")
    # Quoting doubles each backslash that was put in, and writes five more characters for each separator; whatever else
    # it writes is a control character.
    if len(orjson.dumps(together)) != len(together) + 2 + together.count("\\") + 5 * (len(texts) - 1):
        return [escape(text) for text in texts]
    return texts if plain else together.split(SEPARATOR)


def escape(text: str) -> str:
    """A text as it stands inside a JSON string, in ASCII."""
    return _quoted(text)[1:-1]


class _Writer:
    """Takes a tree apart into the pieces of its constants and the keys between them."""

    def __init__(self) -> None:
        self.constants: list[list[str]] = [[]]
        self.keys: list[Key] = []

    def write(self, tree: Tree) -> None:
        """Append a JSON value."""
        # The commonest first: this is done for each row whose problem is its own.
        if isinstance(tree, str):
            self._add(_quoted(tree))
        elif isinstance(tree, Hole):
            self._string((tree,))
        elif isinstance(tree, Filled):
            self._string(tree.parts)
        elif isinstance(tree, Raw):
            self._hole(tree.key)
        elif isinstance(tree, int):
            self._add(orjson.dumps(tree).decode())
        elif tree is None:
            self._add("null")
        elif isinstance(tree, dict | Mapping):  # nearly always the former, which is found out sooner
            self._object(tree)
        else:
            self._array(tree)

    def _add(self, text: str) -> None:
        self.constants[-1].append(text)

    def _hole(self, key: Key) -> None:
        self.keys.append(key)
        self.constants.append([])

    def _string(self, parts: Sequence[str | Hole]) -> None:
        self._add('"')
        for part in parts:
            if isinstance(part, Hole):
                self._hole(part.key)
            else:
                self._add(escape(part))
        self._add('"')

    def _object(self, tree: Mapping[str, Tree]) -> None:
        before = "{"
        for name, value in tree.items():
            self._add(f"{before}{_quoted(name)}:")
            self.write(value)
            before = ","
        self._add("}" if tree else "{}")

    def _array(self, tree: Sequence[Tree]) -> None:
        before = "["
        for value in tree:
            self._add(before)
            self.write(value)
            before = ","
        self._add("]" if tree else "[]")
