"""Second evaluations: another reader of formulas, and checks of balanced reactions by their atoms.

Nothing here uses `formulas` or `reactions`. A formula is expanded by rewriting its text from the innermost brackets
outwards, until it is a plain list of symbols.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import gcd

from mspec.compiler.plugins import NoValue
from mspec.runtime.domains.chemistry.elements import WEIGHTS

_INNERMOST = re.compile(r"[(\[]([^()\[\]]*)[)\]](\d*)")
_FACTOR = re.compile(r"([A-Z][a-z]?)(\d+)")
_PRIME = 2_147_483_647


def atoms_of(text: str) -> Counter[str]:
    """The atoms of a canonical formula, its charge under the key "+"."""
    return Counter(dict(_atoms_of(text)))


@lru_cache(maxsize=4096)
def _atoms_of(text: str) -> tuple[tuple[str, int], ...]:
    body, charge = text, 0
    if text[-1] in "+-":
        body, _, size = text[:-1].partition("^")
        charge = int(text[-1] + (size or "1"))
    total: Counter[str] = Counter()
    for part in body.split("."):
        factor = re.match(r"\d*", part)
        assert factor is not None
        times, rest = int(factor[0] or 1), part[factor.end() :]
        while (inner := _INNERMOST.search(rest)) is not None:
            repeated = _spread(inner[1]) * int(inner[2] or 1)
            rest = rest[: inner.start()] + repeated + rest[inner.end() :]
        for symbol in re.findall(r"[A-Z][a-z]?", _spread(rest)):
            total[symbol] += times
    if charge:
        total["+"] = charge
    return tuple(total.items())


def _spread(text: str) -> str:
    """A formula without brackets, with each symbol as often as it counts."""
    return _FACTOR.sub(lambda match: match[1] * int(match[2]), text)


def molar_mass(text: str) -> Fraction:
    """By adding in decimals, atom by atom."""
    total = Decimal(0)
    for symbol, count in atoms_of(text).items():
        if symbol != "+":
            weight = WEIGHTS[symbol]
            total += Decimal(count) * Decimal(weight.numerator) / Decimal(weight.denominator)
    return Fraction(total)


def atoms(text: str, symbol: str) -> Fraction:
    return Fraction(atoms_of(text)[symbol])


def total_atoms(text: str) -> Fraction:
    return Fraction(sum(count for symbol, count in atoms_of(text).items() if symbol != "+"))


def charge(text: str) -> Fraction:
    return Fraction(atoms_of(text)["+"])


def mass_fraction(text: str, symbol: str) -> Fraction:
    return atoms_of(text)[symbol] * WEIGHTS[symbol] / molar_mass(text)


# ---------------------------------------------------------------------------------------------------- reactions


def _terms(text: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    def side(part: str) -> list[tuple[int, str]]:
        found = []
        for term in part.split(" + "):
            head, _, tail = term.partition(" ")
            found.append((int(head), tail) if tail else (1, head))
        return found

    left, right = text.split(" -> ")
    return side(left), side(right)


def keeps_atoms(text: str) -> bool:
    """Whether the reaction, with the coefficients that are written, has the same atoms and charge on both sides."""
    sums: list[Counter[str]] = []
    for terms in _terms(text):
        total: Counter[str] = Counter()
        for count, formula in terms:
            for symbol, number in atoms_of(formula).items():
                total[symbol] += count * number
        sums.append(Counter({symbol: number for symbol, number in total.items() if number}))
    return sums[0] == sums[1]


def is_balance(result: str, text: str) -> bool:
    """Whether a reaction is the balanced form of another: the same substances, atoms kept, no common factor, unique."""
    mine, its = _terms(result), _terms(text)
    same = all([f for _, f in a] == [f for _, f in b] for a, b in zip(mine, its, strict=True))
    counts = [count for side in mine for count, _ in side]
    return same and keeps_atoms(result) and gcd(*counts) == 1 and _rank(its) == len(counts) - 1


def _rank(sides: tuple[list[tuple[int, str]], list[tuple[int, str]]]) -> int:
    """The rank of the conservation matrix modulo a large prime: at most its rank, so a rank of n - 1 is certain."""
    columns = [atoms_of(formula) for side in sides for _, formula in side]
    symbols = sorted({symbol for column in columns for symbol in column})
    rows = [[column[symbol] % _PRIME for column in columns] for symbol in symbols]
    rank = 0
    for place in range(len(columns)):
        pivot = next((row for row in rows[rank:] if row[place]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(rank, pivot)
        inverse = pow(pivot[place], -1, _PRIME)
        for i in range(rank + 1, len(rows)):
            factor = rows[i][place] * inverse
            rows[i] = [(mine - factor * its) % _PRIME for mine, its in zip(rows[i], pivot, strict=True)]
        rank += 1
    return rank


def is_coefficient(result: int, text: str, formula: str, balanced: str) -> bool:
    """Whether a number is the coefficient of a substance in a balanced reaction that has been checked."""
    left, right = _terms(balanced)
    return is_balance(balanced, text) and (result, formula) in [*left, *right]


def combustion(fuel: str) -> str:
    """By counting: a CO2 for each carbon, half a H2O for each hydrogen, and the oxygen that these need."""
    found = atoms_of(fuel)
    if not (found["C"] and found["H"]) or set(found) - {"C", "H", "O"}:
        raise NoValue("no fuel")
    carbon, water = Fraction(found["C"]), Fraction(found["H"], 2)
    oxygen = (2 * carbon + water - found["O"]) / 2
    if oxygen <= 0:
        raise NoValue("it needs no oxygen")
    counts = [Fraction(1), oxygen, carbon, water]
    scale = 4 // gcd(4, *(int(4 * count) for count in counts))
    wholes = [int(count * scale) for count in counts]
    shown = [f"{n} {s}" if n != 1 else s for n, s in zip(wholes, (fuel, "O2", "CO2", "H2O"), strict=True)]
    return f"{shown[0]} + {shown[1]} -> {shown[2]} + {shown[3]}"
