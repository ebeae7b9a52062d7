"""Lays rows and blocks out as lines: indentation, aligned descriptions, comments and blank lines.

Knows nothing of the language but that comments and blank lines belong to what they stand before or beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mspec.compiler import ast
from mspec.compiler.source import Source

WIDTH = 100
_ALIGN_UP_TO = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A statement: its code (several lines if it holds line ends), and what is aligned behind it."""

    code: str
    tail: str = ""
    start: int = 0
    end: int = 0
    loose: bool = False
    """Without a source: set off by a blank line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A head with rows in braces; a story has three quotes in place of braces and its rows are sentences."""

    head: str
    rows: tuple[Row | Block, ...]
    start: int = 0
    opened: int = 0
    closed: int = 0
    loose: bool = True
    marks: tuple[str, str] = ("{", "}")


class Layout:
    """Writes one file. With a source, its comments and blank lines are kept; without, there are none to keep."""

    def __init__(self, source: Source | None = None, comments: Sequence[ast.Comment] = ()) -> None:
        self.source = source
        self.comments = list(comments)
        self.lines: list[str] = []
        self.fresh = True
        """Whether nothing stands in this block yet, so that no blank line may."""

    def text(self, rows: Sequence[Row | Block]) -> str:
        """The whole file."""
        self._rows(rows, 0)
        self._comments_before(None, 0)
        return "\n".join(self.lines) + "\n" if self.lines else ""

    # ---------------------------------------------------------------------------------- blocks

    def _rows(self, rows: Sequence[Row | Block], indent: int) -> None:
        column = _tail_column(rows)
        loose = False
        for row in rows:
            if isinstance(row, Block):
                self._before(row, row.opened, indent, loose)
                self._block(row, indent)
            else:
                self._before(row, row.end, indent, loose)
                self._row(row, indent, column)
            loose = row.loose and isinstance(row, Block)

    def _block(self, block: Block, indent: int) -> None:
        opening, closing = block.marks
        pad = " " * indent
        inside = bool(block.rows) or self._comment_within(block.closed)
        if not inside:
            self._add(f"{pad}{block.head} {opening} {closing}")
            self._comment_beside(block.closed)
            return
        self._add(f"{pad}{block.head} {opening}".rstrip())
        first = block.rows[0].start if block.rows else block.closed
        if opening == "{":
            self._comment_beside(block.opened, first)
        self.fresh = True
        self._rows(block.rows, indent + 2)
        self._comments_before(block.closed, indent + 2)
        self._add(pad + closing)
        self._comment_beside(block.closed)

    def _row(self, row: Row, indent: int, column: int) -> None:
        pad = " " * indent
        *lines, last = row.code.split("\n")
        for line in lines:
            self._add(pad + line)
        last = pad + last
        if row.tail:
            spaced = last if lines else last.ljust(indent + column - 2)
            if len(spaced) + 2 + len(row.tail) > WIDTH:
                spaced = last
            if len(spaced) + 2 + len(row.tail) <= WIDTH:
                last = f"{spaced}  {row.tail}"
            else:
                self._add(last)
                last = f"{pad}    {row.tail}"
        self._add(last)
        self._comment_beside(row.end)

    def _add(self, line: str) -> None:
        self.lines.append(line)
        self.fresh = False

    # -------------------------------------------------------------------- comments and blank lines

    def _blank(self, start: int, loose: bool) -> None:
        """Puts a blank line before what begins at `start`, if the author did (without a source, if it is loose)."""
        if self.fresh or (self.lines and not self.lines[-1]):
            return
        if self.source is None:
            wanted = loose
        else:
            before = self.source.text[:start].rstrip(" \t\r")
            wanted = before.endswith("\n") and not before[:-1].rstrip(" \t\r").rsplit("\n", 1)[-1].strip()
            wanted = wanted and "\n" in before[:-1]
        if wanted:
            self.lines.append("")

    def _before(self, row: Row | Block, end: int, indent: int, loose: bool) -> None:
        """What stands above a row; a comment inside of it goes there too."""
        self._comments_before(row.start, indent)
        self._blank(row.start, loose or row.loose)
        self._comments_before(end, indent)

    def _comments_before(self, end: int | None, indent: int) -> None:
        """Writes the comments that stand before an offset, each on a line of its own."""
        while self.comments and (end is None or self.comments[0].span.start < end):
            comment = self.comments.pop(0)
            if comment.own_line:
                self._blank(comment.span.start, False)
            self._add(" " * indent + _comment(comment))

    def _comment_beside(self, end: int, before: int | None = None) -> None:
        """Writes a comment that follows on the line where `end` is, before the offset `before`."""
        if not self.comments or self.source is None:
            return
        comment = self.comments[0]
        start = comment.span.start
        if comment.own_line or start < end or (before is not None and before <= start):
            return
        if not self.source.text[end:start].strip(" \t,"):
            self.lines[-1] += "  " + _comment(self.comments.pop(0))

    def _comment_within(self, end: int) -> bool:
        return bool(self.comments) and self.comments[0].span.start < end


def _tail_column(rows: Sequence[Row | Block]) -> int:
    """The column, from the indentation, at which what stands behind the code begins."""
    widths = [
        len(row.code)
        for row in rows
        if isinstance(row, Row) and row.tail and "\n" not in row.code and len(row.code) <= _ALIGN_UP_TO
    ]
    return max(widths, default=0) + 2


def _comment(comment: ast.Comment) -> str:
    return f"# {comment.text}" if comment.text else "#"
