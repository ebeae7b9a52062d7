"""Values that are no expressions, as canonical text: sets and points of exact numbers, solution sets of
inequalities, equations and inequalities.

    set         {-2, (1 + sqrt(5))/2}           by size; {} is empty
    point       (2, -1/2)
    interval    (-oo, 2] U {3} U (5, oo)        from left to right, pieces that touch are one; {} is empty
    equation    x^2 - 5*x + 6 = 0
    inequality  2*x + 3 <= 7                    with <, <=, >, >=
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

from mspec.runtime.domains.algebra import shown, texts
from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge
from mspec.runtime.domains.algebra.forms import Form
from mspec.runtime.domains.algebra.polynomials import evaluate, surd_form
from mspec.runtime.domains.algebra.surds import Surd

MOST_ELEMENTS = 64
RELATIONS = ("=", "<", "<=", ">", ">=")
_RELATION = re.compile(r"<=|>=|<|>|=")


@dataclass(frozen=True, slots=True)
class Piece:
    """Numbers between two ends, None for infinity. A single number is a piece with equal closed ends."""

    low: Surd | None
    high: Surd | None
    low_in: bool = False
    high_in: bool = False

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def has(self, x: Surd) -> bool:
        above = self.low is None or self.low < x or (self.low_in and self.low == x)
        below = self.high is None or x < self.high or (self.high_in and self.high == x)
        return above and below


@dataclass(frozen=True, slots=True)
class Relation:
    """`left` and `right` with one of `RELATIONS` between them."""

    left: Form
    sign: str
    right: Form


# ----------------------------------------------------------------------------------------------- writing


def write_number(value: Surd) -> str:
    return texts.write(surd_form(value))


def write_set(numbers: frozenset[Surd] | set[Surd]) -> str:
    """A set of exact numbers, from the smallest."""
    if len(numbers) > MOST_ELEMENTS:
        raise TooLarge(f"a set of more than {MOST_ELEMENTS} numbers")
    return "{" + ", ".join(map(write_number, sorted(numbers))) + "}"


def write_point(numbers: tuple[Surd, ...]) -> str:
    return "(" + ", ".join(map(write_number, numbers)) + ")"


def write_interval(pieces: list[Piece]) -> str:
    """Pieces from left to right that do not touch."""
    return " U ".join(map(_write_piece, pieces)) if pieces else "{}"


def _write_piece(piece: Piece) -> str:
    if piece.low is not None and piece.is_point:
        return "{" + write_number(piece.low) + "}"
    low = "-oo" if piece.low is None else write_number(piece.low)
    high = "oo" if piece.high is None else write_number(piece.high)
    return f"{'[' if piece.low_in else '('}{low}, {high}{']' if piece.high_in else ')'}"


def write_relation(relation: Relation) -> str:
    return f"{texts.write(relation.left)} {relation.sign} {texts.write(relation.right)}"


# ----------------------------------------------------------------------------------------------- reading


def read_number(text: str) -> Surd:
    """An exact number. Raises AlgebraFault if the text has variables."""
    return evaluate(texts.read(text), {})


@lru_cache(maxsize=4096)
def read_set(text: str) -> frozenset[Surd]:
    """The numbers of a set. Raises AlgebraFault for any other text."""
    inner = _between(text, "{", "}")
    return frozenset(map(read_number, _split(inner))) if inner.strip() else frozenset()


@lru_cache(maxsize=4096)
def read_point(text: str) -> tuple[Surd, ...]:
    """The coordinates of a point. Raises AlgebraFault for any other text."""
    numbers = tuple(map(read_number, _split(_between(text, "(", ")"))))
    if len(numbers) < 2:
        raise AlgebraFault(f"`{text}` is no point")
    return numbers


@lru_cache(maxsize=4096)
def read_interval(text: str) -> tuple[Piece, ...]:
    """The pieces of a solution set, from left to right. Raises AlgebraFault for any other text."""
    if text.strip() == "{}":
        return ()
    pieces = tuple(_read_piece(part.strip()) for part in text.split("U"))
    for left, right in itertools.pairwise(pieces):
        apart = left.high is not None and right.low is not None and (
            left.high < right.low or (left.high == right.low and not left.high_in and not right.low_in)
        )  # fmt: skip
        if not apart:
            raise AlgebraFault(f"the pieces of `{text}` are not apart and in order")
    return pieces


def _read_piece(text: str) -> Piece:
    if text.startswith("{"):
        point = read_number(_between(text, "{", "}"))
        return Piece(point, point, True, True)
    if text[:1] not in ("(", "[") or text[-1:] not in (")", "]"):
        raise AlgebraFault(f"`{text}` is no interval")
    ends = _split(text[1:-1])
    if len(ends) != 2:
        raise AlgebraFault(f"`{text}` is no interval")
    low = None if ends[0].strip() == "-oo" else read_number(ends[0])
    high = None if ends[1].strip() == "oo" else read_number(ends[1])
    piece = Piece(low, high, text[0] == "[", text[-1] == "]")
    if (low is None and piece.low_in) or (high is None and piece.high_in):
        raise AlgebraFault("infinity is not in an interval")
    if low is not None and high is not None and not low < high:
        raise AlgebraFault(f"the ends of `{text}` are not in order")
    return piece


@lru_cache(maxsize=4096)
def read_relation(text: str) -> Relation:
    """The equation or inequality that a text says. Raises AlgebraFault for any other text."""
    signs = _RELATION.findall(text)
    if len(signs) != 1:
        raise AlgebraFault(f"`{text}` is no equation or inequality")
    left, right = _RELATION.split(text)
    return Relation(texts.read(left), signs[0], texts.read(right))


def _between(text: str, opening: str, closing: str) -> str:
    stripped = text.strip()
    if not (stripped.startswith(opening) and stripped.endswith(closing)):
        raise AlgebraFault(f"`{text}` does not stand in {opening} {closing}")
    return stripped[1:-1]


def _split(text: str) -> list[str]:
    """Parts between commas; no number has a comma."""
    parts = text.split(",")
    if len(parts) > MOST_ELEMENTS:
        raise TooLarge(f"more than {MOST_ELEMENTS} numbers")
    return parts


# --------------------------------------------------------------------------------------------- for readers

_SIGNS = {"=": ("=", "="), "<": ("<", "<"), "<=": ("≤", r"\le"), ">": (">", ">"), ">=": ("≥", r"\ge")}


def plain_set(text: str) -> str:
    """A set, or what a point or interval is made of, as it is written by hand."""
    numbers = sorted(read_set(text))
    return "{" + ", ".join(shown.plain(surd_form(x)) for x in numbers) + "}" if numbers else "∅"


def tex_set(text: str) -> str:
    numbers = sorted(read_set(text))
    return r"\{" + ", ".join(shown.tex(surd_form(x)) for x in numbers) + r"\}" if numbers else r"\emptyset"


def plain_point(text: str) -> str:
    return "(" + ", ".join(shown.plain(surd_form(x)) for x in read_point(text)) + ")"


def tex_point(text: str) -> str:
    return r"\left(" + ", ".join(shown.tex(surd_form(x)) for x in read_point(text)) + r"\right)"


def plain_interval(text: str) -> str:
    return " ∪ ".join(_piece(piece, latex=False) for piece in read_interval(text)) or "∅"


def tex_interval(text: str) -> str:
    return r" \cup ".join(_piece(piece, latex=True) for piece in read_interval(text)) or r"\emptyset"


def _piece(piece: Piece, *, latex: bool) -> str:
    def end(value: Surd | None) -> str:
        if value is None:
            return r"\infty" if latex else "∞"
        return shown.tex(surd_form(value)) if latex else shown.plain(surd_form(value))

    if piece.is_point:
        return rf"\{{{end(piece.low)}\}}" if latex else f"{{{end(piece.low)}}}"
    low = "-" * (piece.low is None) + end(piece.low)
    return f"{'[' if piece.low_in else '('}{low}, {end(piece.high)}{']' if piece.high_in else ')'}"


def plain_relation(text: str) -> str:
    relation = read_relation(text)
    return f"{shown.plain(relation.left)} {_SIGNS[relation.sign][0]} {shown.plain(relation.right)}"


def tex_relation(text: str) -> str:
    relation = read_relation(text)
    return f"{shown.tex(relation.left)} {_SIGNS[relation.sign][1]} {shown.tex(relation.right)}"


def plain_bounds(text: str, variable: str) -> str:
    """A solution set as bounds of a variable: `-1 < x ≤ 3`, `x < 0 or x > 2`."""
    pieces = read_interval(text)
    if not pieces:
        return f"no {variable}"
    return " or ".join(_bounds(piece, variable) for piece in pieces)


def _bounds(piece: Piece, variable: str) -> str:
    low = "" if piece.low is None else shown.plain(surd_form(piece.low))
    high = "" if piece.high is None else shown.plain(surd_form(piece.high))
    if piece.is_point:
        return f"{variable} = {low}"
    if low and high:
        return f"{low} {'≤' if piece.low_in else '<'} {variable} {'≤' if piece.high_in else '<'} {high}"
    if low:
        return f"{variable} {'≥' if piece.low_in else '>'} {low}"
    if high:
        return f"{variable} {'≤' if piece.high_in else '<'} {high}"
    return f"every {variable}"
