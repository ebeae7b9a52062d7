"""Pieces -> Jinja source -> text by the batch.

One template loops over rows of ready columns, so that Jinja's cost a row is that of writing strings. Authors'
text enters the source as data only: whatever could mean something to Jinja stands in a string constant, every
other character of it escaped. Templates are compiled once per source, in a sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mspec.compiler.ir import NodeId
from mspec.runtime.render.columns import Columns
from mspec.runtime.render.pieces import Branch, Pieces, Slot

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:!?'()$-")
_SEPARATOR = "\x1e"
FEW = 4
"""Up to so many rows are put together without a template: to compile one takes longer."""


def literal(text: str) -> str:
    """Author's text as Jinja source that prints exactly it.

    >>> literal("Mia pays."), literal("{{ 7 * 7 }}")
    ('Mia pays.', '{{ "\\\\x7b\\\\x7b 7 \\\\x2a 7 \\\\x7d\\\\x7d" }}')
    """
    if _SAFE.issuperset(text):
        return text
    return '{{ "' + "".join(char if char in _SAFE else _escaped(char) for char in text) + '" }}'


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class Source:
    """The Jinja source of some pieces and, in the order of its loop variables, what fills them."""

    def __init__(self, pieces: Pieces) -> None:
        self.variables: dict[Slot | NodeId, str] = {}
        body = self._body(pieces)
        names = ", ".join(self.variables.values())
        # The separator stands in the source: a variable would be looked up in every turn of the loop.
        self.head, self.tail = f"{{% for {names} in rows %}}{body}", "{% endfor %}"

    def _variable(self, key: Slot | NodeId) -> str:
        return self.variables.setdefault(key, f"c{len(self.variables)}")

    def _body(self, pieces: Pieces) -> str:
        return "".join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: str | Slot | Branch) -> str:
        match piece:
            case str():
                return literal(piece)
            case Slot():
                return f"{{{{ {self._variable(piece)} }}}}"
            case Branch(condition, then, otherwise):
                test = self._variable(condition)
                other = f"{{% else %}}{self._body(otherwise)}" if otherwise else ""
                return f"{{% if {test} %}}{self._body(then)}{other}{{% endif %}}"


def write(pieces: Pieces, columns: Columns, size: int) -> list[str]:
    """The text of every row."""

    def column(key: Slot | NodeId) -> Sequence[object]:
        return columns.text(key) if isinstance(key, Slot) else columns.truth(key)

    if size <= FEW:
        once = cache(column)
        return [_plain(pieces, once, row) for row in range(size)]
    source = Source(pieces)
    if not source.variables:
        return ["".join(piece for piece in pieces if isinstance(piece, str))] * size
    ready = [column(key) for key in source.variables]
    return _split(source, ready[0] if len(ready) == 1 else list(zip(*ready, strict=True)), size)


def _plain(pieces: Pieces, column: Callable[[Slot | NodeId], Sequence[object]], row: int) -> str:
    """One row, without a template."""
    found: list[str] = []
    for piece in pieces:
        if isinstance(piece, Branch):
            arm = piece.then if column(piece.condition)[row] else piece.otherwise
            found.append(_plain(arm, column, row))
        else:
            found.append(piece if isinstance(piece, str) else str(column(piece)[row]))
    return "".join(found)


def _split(source: Source, rows: Sequence[object], size: int) -> list[str]:
    """Render all rows at once and cut at a separator that occurs nowhere else (looked for only if need be)."""
    separator = _SEPARATOR
    whole = _template(source.head + separator + source.tail).render(rows=rows)
    if whole.count(separator) != size:
        used = set(whole)
        separator = next(chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in used)
        whole = _template(source.head + separator + source.tail).render(rows=rows)
    return whole.split(separator)[:-1]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)


@lru_cache(maxsize=4096)
def _template(source: str) -> Template:
    return _environment().from_string(source)
