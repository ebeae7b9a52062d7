"""Units as symbols in running text ("m/s²"), as words ("metres per second squared") and in formulas."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from mspec.compiler.units import Unit
from mspec.runtime.render.english.nouns import regular_plural

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_CURRENCIES = {"$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds"), "¥": ("yen", "yen")}
_LAST = frozenset({"K", "°C", "°F"})
Words = Mapping[str, tuple[str, str]]


def short_unit(unit: Unit) -> str:
    """The symbol as print shows it: "km/h", "m/s²", "N·m", "J/(kg·K)"."""

    def power(name: str, exponent: int) -> str:
        return name if exponent == 1 else name + str(exponent).translate(_SUPERSCRIPTS)

    above = [power(name, e) for name, e in unit.symbols if e > 0]
    # Per kilogram and kelvin, as is usual; the order of symbols is that of the alphabet.
    below = [power(name, -e) for name, e in sorted(unit.symbols, key=lambda s: s[0] in _LAST) if e < 0]
    if not above:
        return "·".join(power(name, e) for name, e in unit.symbols)
    if not below:
        return "·".join(above)
    divisor = below[0] if len(below) == 1 else f"({'·'.join(below)})"
    return f"{'·'.join(above)}/{divisor}"


def has_no_symbol(unit: Unit, words: Words) -> bool:
    """Whether every symbol is the very word for it: `furlong/week`."""
    return all(words.get(name, ("", ""))[0] == name for name, _ in unit.symbols)


def long_unit(unit: Unit, words: Words, lengths: Collection[str]) -> tuple[str, str]:
    """Singular and plural in words: ("metre per second squared", "metres per second squared").

    A symbol without words stands for itself. Of `lengths` the second and third power are said "square" and "cubic".
    """
    known = words.get(str(unit))
    if known is not None and known[0]:
        return known
    above = [(name, e) for name, e in unit.symbols if e > 0]
    below = [(name, -e) for name, e in sorted(unit.symbols, key=lambda s: s[0] in _LAST) if e < 0]
    tail = "".join(f" per {_power(name, e, words, lengths)[0]}" for name, e in below)
    if not above:
        return tail.strip(), tail.strip()
    *first, last = above
    head = " ".join(_power(name, e, words, lengths)[0] for name, e in first)
    singular, plural = _power(*last, words, lengths)
    joint = f"{head} " if head else ""
    return joint + singular + tail, joint + plural + tail


def _power(name: str, exponent: int, words: Words, lengths: Collection[str]) -> tuple[str, str]:
    singular, plural = words.get(name) or _CURRENCIES.get(name) or (name, name)
    singular, plural = singular or name, plural or (regular_plural(singular) if singular else name)
    if exponent == 1:
        return singular, plural
    if name in lengths and exponent in (2, 3):
        kind = "square" if exponent == 2 else "cubic"
        return f"{kind} {singular}", f"{kind} {plural}"
    raised = {2: "squared", 3: "cubed"}.get(exponent) or f"to the power {exponent}"
    return f"{singular} {raised}", f"{plural} {raised}"


def price_parts(unit: Unit) -> tuple[str, Unit]:
    """Split `$/kg` into "$" and 1/kg; "" where money is not on top alone."""
    symbol = unit.currency
    if symbol is None or (symbol, 1) not in unit.symbols or any(e > 0 for s, e in unit.symbols if s != symbol):
        return "", unit
    return symbol, Unit(tuple(pair for pair in unit.symbols if pair[0] != symbol))


_TEX_SIGNS = {"·": r"\cdot ", "Ω": r"\Omega ", "µ": r"\mu ", "°": r"^{\circ}"}
_TEX_POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def tex_unit(symbol: str) -> str:
    """A unit behind a number in a formula; powers and signs, which `\\text` does not set, in math mode."""
    if symbol.isascii():
        return rf"\,\text{{{symbol}}}"
    if symbol == "°":
        return _TEX_SIGNS["°"]
    raised = re.sub("[⁻⁰¹²³⁴-⁹]+", lambda found: f"^{{{found[0].translate(_TEX_POWERS)}}}", symbol)
    return rf"\,\mathrm{{{''.join(_TEX_SIGNS.get(char, char) for char in raised)}}}"
