"""Units as symbols in running text ("m/s²") and as words ("metres per second squared")."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mspec.compiler.units import Unit

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
Words = Mapping[str, tuple[str, str]]


def short_unit(unit: Unit) -> str:
    """The symbol as print shows it: "km/h", "m/s²", "N·m", "J/(kg·K)"."""

    def power(name: str, exponent: int) -> str:
        return name if exponent == 1 else name + str(exponent).translate(_SUPERSCRIPTS)

    above = [power(name, e) for name, e in unit.symbols if e > 0]
    below = [power(name, -e) for name, e in unit.symbols if e < 0]
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
    below = [(name, -e) for name, e in unit.symbols if e < 0]
    tail = "".join(f" per {_power(name, e, words, lengths)[0]}" for name, e in below)
    if not above:
        return tail.strip(), tail.strip()
    *first, last = above
    head = " ".join(_power(name, e, words, lengths)[0] for name, e in first)
    singular, plural = _power(*last, words, lengths)
    joint = f"{head} " if head else ""
    return joint + singular + tail, joint + plural + tail


def _power(name: str, exponent: int, words: Words, lengths: Collection[str]) -> tuple[str, str]:
    singular, plural = words.get(name) or (name, name)
    singular, plural = singular or name, plural or (singular + "s" if singular else name)
    if exponent == 1:
        return singular, plural
    if name in lengths and exponent in (2, 3):
        kind = "square" if exponent == 2 else "cubic"
        return f"{kind} {singular}", f"{kind} {plural}"
    raised = {2: "squared", 3: "cubed"}.get(exponent) or f"to the power {exponent}"
    return f"{singular} {raised}", f"{plural} {raised}"
