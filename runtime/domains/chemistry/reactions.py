"""Reactions: `C3H8 + O2 -> CO2 + H2O`, and their smallest whole coefficients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm

from mspec.compiler.plugins import NotALiteral, NoValue
from mspec.runtime.domains.chemistry import formulas

MOST_SPECIES = 12
LONGEST = 1000
_ARROW = re.compile(r"\s*(?:->|→|=)\s*")
_TERM = re.compile(r"(?:(\d{1,4})\s+|(\d{1,4})(?=[A-Z(\[]))?(\S+)")


@dataclass(frozen=True, slots=True)
class Reaction:
    """Species on the left and on the right, each with its coefficient as written."""

    left: tuple[tuple[int, str], ...]
    right: tuple[tuple[int, str], ...]

    @property
    def species(self) -> tuple[str, ...]:
        """All formulas, those on the left first."""
        return tuple(formula for _, formula in (*self.left, *self.right))


def read(text: str) -> str:
    """The canonical text: `2 H2 + O2 -> 2 H2O`. Raises NotALiteral."""
    return written(parsed(text))


def written(reaction: Reaction) -> str:
    """A reaction as its canonical text."""

    def side(terms: Sequence[tuple[int, str]]) -> str:
        return " + ".join(formula if count == 1 else f"{count} {formula}" for count, formula in terms)

    return f"{side(reaction.left)} -> {side(reaction.right)}"


@lru_cache(maxsize=4096)
def parsed(text: str) -> Reaction:
    """The species of a reaction. Raises NotALiteral."""
    if len(text) > LONGEST:
        raise NotALiteral("it is too long")
    sides = _ARROW.split(text.strip())
    if len(sides) != 2:
        raise NotALiteral("it needs one `->` between its two sides")
    left, right = (_side(side) for side in sides)
    names = [formula for _, formula in (*left, *right)]
    if len(names) > MOST_SPECIES:
        raise NotALiteral(f"it has more than {MOST_SPECIES} substances")
    if len(set(names)) < len(names):
        raise NotALiteral("a substance stands in it twice")
    return Reaction(left, right)


def _side(text: str) -> tuple[tuple[int, str], ...]:
    terms = []
    for term in re.split(r"\s+\+\s+", text):
        match = _TERM.fullmatch(term.strip())
        if match is None:
            raise NotALiteral(f"`{term.strip()}` is no substance")
        count = int(match[1] or match[2] or 1)
        if count < 1:
            raise NotALiteral("a coefficient is 0")
        terms.append((count, formulas.read(match[3])))
    return tuple(terms)


# --------------------------------------------------------------------------------------------------- balancing


def coefficients(reaction: Reaction) -> tuple[int, ...]:
    """The smallest positive whole coefficients that keep atoms and charge, in the order of the species.

    They span the null space of the matrix with a row for each element and one for the charge, a column for each
    species, products negative. Exact, by Gauss and Jordan.

    Raises:
        NoValue: there are none, or they are not unique up to a factor.
    """
    matrix = conservation(reaction)
    size = len(reaction.species)
    rows = [[Fraction(entry) for entry in row] for row in matrix]
    pivots: list[int] = []
    for column in range(size):
        place = len(pivots)
        found = next((i for i in range(place, len(rows)) if rows[i][column]), None)
        if found is None:
            continue
        rows[place], rows[found] = rows[found], rows[place]
        rows[place] = [entry / rows[place][column] for entry in rows[place]]
        for i, row in enumerate(rows):
            if i != place and row[column]:
                rows[i] = [mine - row[column] * its for mine, its in zip(row, rows[place], strict=True)]
        pivots.append(column)
    free = [column for column in range(size) if column not in pivots]
    if not free:
        raise NoValue("the reaction cannot be balanced")
    if len(free) > 1:
        raise NoValue("the reaction can be balanced in more than one way")
    solution = [Fraction(0)] * size
    solution[free[0]] = Fraction(1)
    for place, column in enumerate(pivots):
        solution[column] = -rows[place][free[0]]
    if any(entry <= 0 for entry in solution):
        raise NoValue("the reaction cannot be balanced with positive coefficients")
    scale = lcm(*(entry.denominator for entry in solution))
    wholes = [int(entry * scale) for entry in solution]
    common = gcd(*wholes)
    return tuple(whole // common for whole in wholes)


def conservation(reaction: Reaction) -> list[list[int]]:
    """What must come out as 0: one row for each element and one for the charge, products negative."""
    found = [formulas.parsed(formula) for formula in reaction.species]
    signs = [1] * len(reaction.left) + [-1] * len(reaction.right)
    elements = dict.fromkeys(symbol for formula in found for symbol, _ in formula.atoms)
    rows = [
        [sign * dict(f.atoms).get(symbol, 0) for sign, f in zip(signs, found, strict=True)] for symbol in elements
    ]
    return [*rows, [sign * f.charge for sign, f in zip(signs, found, strict=True)]]


def balanced(text: str) -> str:
    """The reaction with its smallest coefficients. Raises NoValue."""
    reaction = parsed(text)
    counts = coefficients(reaction)
    terms = list(zip(counts, reaction.species, strict=True))
    split = len(reaction.left)
    return written(Reaction(tuple(terms[:split]), tuple(terms[split:])))


def coefficient(text: str, formula: str) -> int:
    """The coefficient of one substance in the balanced reaction. Raises NoValue."""
    reaction = parsed(text)
    if formula not in reaction.species:
        raise NoValue(f"{formula} does not take part in the reaction")
    return coefficients(reaction)[reaction.species.index(formula)]


def combustion(fuel: str) -> str:
    """The balanced reaction of a compound of carbon, hydrogen and perhaps oxygen with oxygen. Raises NoValue."""
    formula = formulas.parsed(fuel)
    symbols = {symbol for symbol, _ in formula.atoms}
    if formula.charge or not {"C", "H"} <= symbols <= {"C", "H", "O"}:
        raise NoValue(f"{fuel} is no compound of carbon, hydrogen and oxygen")
    return balanced(f"{fuel} + O2 -> CO2 + H2O")


# ------------------------------------------------------------------------------------------------------- shown


def plain(text: str) -> str:
    """As in a book: 2H₂ + O₂ → 2H₂O."""
    return _shown(parsed(text), formulas.plain, " → ")


def latex(text: str) -> str:
    """For a mathematical mode."""
    return _shown(parsed(text), formulas.latex, r" \rightarrow ")


def _shown(reaction: Reaction, shown: object, arrow: str) -> str:
    assert callable(shown)

    def side(terms: Sequence[tuple[int, str]]) -> str:
        return " + ".join(f"{count if count != 1 else ''}{shown(formula)}" for count, formula in terms)

    return side(reaction.left) + arrow + side(reaction.right)
