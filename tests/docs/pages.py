"""The pages of the documentation, and the blocks in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = tuple(
    path.relative_to(ROOT).as_posix()
    for path in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
)  # fmt: skip

_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
_CHECKED = re.compile(r"<!-- checked: (?P<name>\w+) -->\n(?P<table>(?:\|.*\n)+)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: `kind` is the first word behind the fence, `options` are the `name=value` that follow."""

    page: str
    line: int
    kind: str
    argument: str
    options: dict[str, str]
    body: str

    @property
    def where(self) -> str:
        """For the names of tests."""
        return f"{self.page}:{self.line}"


@cache
def text(page: str) -> str:
    """The text of a page."""
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def blocks(page: str) -> tuple[Block, ...]:
    """The blocks of a page, in order."""
    found = []
    for match in _FENCE.finditer(text(page)):
        kind, *rest = match["info"].split() or [""]
        options = dict(word.split("=", 1) for word in rest if "=" in word)
        argument = " ".join(word for word in rest if "=" not in word)
        line = text(page).count("\n", 0, match.start()) + 1
        found.append(Block(page, line, kind, argument, options, dedent(match["body"])))
    return tuple(found)


def of_kind(*kinds: str) -> list[Block]:
    """The blocks of these kinds on all pages."""
    return [block for page in PAGES for block in blocks(page) if block.kind in kinds]


def checked_table(page: str, name: str) -> list[list[str]]:
    """The rows of a table behind `<!-- checked: NAME -->`, without its head; cells without their backticks."""
    (found,) = [match["table"] for match in _CHECKED.finditer(text(page)) if match["name"] == name]
    _, _, *rows = found.splitlines()
    return [[_bare(cell) for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def _bare(cell: str) -> str:
    cell = cell.strip().replace(r"\|", "|")
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == "`" else cell


def headings(page: str) -> Iterator[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    outside = _FENCE.sub("", text(page))
    for heading in re.findall(r"^#+ (.+)$", outside, re.MULTILINE):
        plain = re.sub(r"[^\w\- ]", "", heading.lower())
        yield plain.replace(" ", "-")
