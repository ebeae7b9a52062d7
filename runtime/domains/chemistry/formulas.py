"""Chemical formulas: `Ca(OH)2`, `CuSO4.5H2O`, `SO4^2-`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from mspec.compiler.plugins import NotALiteral
from mspec.runtime.domains.chemistry.elements import NAMES

LONGEST = 200
MOST_ATOMS = 100_000
DEEPEST = 8
_TOKEN = re.compile(r"[A-Z][a-z]?|\d+|[()\[\].]")
_CHARGE = re.compile(r"(?:\^(\d*))?([+-])$")


@dataclass(frozen=True, slots=True)
class Formula:
    """What a formula says: atoms by symbol, in the order of first appearance, and the charge."""

    atoms: tuple[tuple[str, int], ...]
    charge: int


def read(text: str) -> str:
    """The canonical text: no space, `.` before water of crystallisation, no factor 1. Raises NotALiteral."""
    return _read(text)[0]


def parsed(text: str) -> Formula:
    """The atoms and the charge of a formula. Raises NotALiteral."""
    return _read(text)[1]


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, Formula]:
    plain = text.replace("·", ".").replace("•", ".").replace("−", "-").strip()
    if len(plain) > LONGEST:
        raise NotALiteral("it is too long")
    charge, body = _charge(plain)
    reader = _Reader(body)
    atoms = reader.parts()
    if sum(atoms.values()) > MOST_ATOMS:
        raise NotALiteral("it has too many atoms")
    return reader.canonical() + _charge_text(charge), Formula(tuple(atoms.items()), charge)


def _charge(text: str) -> tuple[int, str]:
    found = _CHARGE.search(text)
    if found is None:
        return 0, text
    size = int(found[1] or 1)
    if not 1 <= size <= 9:
        raise NotALiteral(f"{size} is no charge")
    return size if found[2] == "+" else -size, text[: found.start()]


def _charge_text(charge: int) -> str:
    if not charge:
        return ""
    sign = "+" if charge > 0 else "-"
    return sign if abs(charge) == 1 else f"^{abs(charge)}{sign}"


class _Reader:
    """Recursive descent over `part {"." part}`, part = [number] {unit}, unit = (element | "(" {unit} ")") [number]."""

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = []
        self.at = 0
        self.written: list[str] = []
        position = 0
        while position < len(text):
            match = _TOKEN.match(text, position)
            if match is None:
                raise NotALiteral(f"`{text[position]}` cannot stand in it")
            self.tokens.append(match[0])
            position = match.end()

    def canonical(self) -> str:
        return "".join(self.written)

    def _peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._peek()
        self.at += 1
        return token

    def _number(self) -> int:
        """A factor, 1 if none is written."""
        if not self._peek().isdecimal():
            return 1
        token = self._take()
        if token.startswith("0") or len(token) > 4:
            raise NotALiteral(f"{token} is no number of atoms")
        if token != "1":
            self.written.append(token)
        return int(token)

    def parts(self) -> Counter[str]:
        atoms: Counter[str] = Counter()
        while True:
            factor = self._number()
            for symbol, count in self._units(0).items():
                atoms[symbol] += factor * count
            if not self._peek():
                return atoms
            if self._take() != ".":
                raise NotALiteral("its brackets do not match")
            self.written.append(".")

    def _units(self, depth: int) -> Counter[str]:
        if depth > DEEPEST:
            raise NotALiteral("its brackets are too deep")
        atoms: Counter[str] = Counter()
        start = self.at
        while (token := self._peek()) and token not in ")].":
            self.at += 1
            self.written.append(token)
            if token in "([":
                inner = self._units(depth + 1)
                closing = self._take()
                if closing != {"(": ")", "[": "]"}[token]:
                    raise NotALiteral("its brackets do not match")
                self.written.append(closing)
            elif token.isdecimal():
                raise NotALiteral(f"{token} stands where an element is expected")
            elif token not in NAMES:
                raise NotALiteral(f"there is no element {token} with a standard atomic weight")
            else:
                inner = Counter({token: 1})
            factor = self._number()
            for symbol, count in inner.items():
                atoms[symbol] += factor * count
        if self.at == start:
            raise NotALiteral("an element is missing")
        return atoms


# ------------------------------------------------------------------------------------------------------- shown

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_AFTER = re.compile(r"(?<=[A-Za-z)\]])\d+")


def plain(text: str) -> str:
    """With lowered numbers of atoms and a raised charge: Ca(OH)₂, SO₄²⁻, CuSO₄·5H₂O."""
    charge, body = _charge(text)
    lowered = _AFTER.sub(lambda match: match[0].translate(_SUBSCRIPTS), body).replace(".", "·")
    return lowered + _charge_text(charge).replace("^", "").translate(_SUPERSCRIPTS)


def latex(text: str) -> str:
    """For a mathematical mode: \\mathrm{Ca(OH)_{2}}."""
    charge, body = _charge(text)
    lowered = _AFTER.sub(lambda match: f"_{{{match[0]}}}", body).replace(".", r"\cdot ")
    raised = f"^{{{_charge_text(charge).replace('^', '')}}}" if charge else ""
    return rf"\mathrm{{{lowered}{raised}}}"
