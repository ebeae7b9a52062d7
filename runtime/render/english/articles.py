"""The indefinite article by sound, numerals included: an 8, an 11, an hour, a unicorn, an MRI."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_SPELLED = re.compile(r"[A-Z](?:[A-Z0-9]*|[A-Z0-9]+s)\Z|[a-z][A-Z]{2,}\Z|[a-zA-Z]\Z")
"""Said letter by letter: MRI, LEDs, H2O, mRNA, x (as in x-axis)."""

_VOWEL_LETTERS = frozenset("aefhilmnorsx")
_SAID_AS_WORDS = (
    "FEMA", "FIFA", "FIFO", "HALO", "HEPA", "LAN", "LASER", "LASIK", "LEGO", "LIDAR", "LIFO", "MIDI", "MOOC", "NAFTA",
    "NAND", "NASA", "NASCAR", "NASDAQ", "NATO", "NOR", "RADAR", "RAID", "RAM", "ROM", "SCUBA", "SETI", "SIM",
    "SOHCAHTOA", "SONAR", "STEM", "SWAT", "UNESCO", "UNICEF",
)  # fmt: skip
"""Acronyms that are not said letter by letter."""

_SILENT_H = ("hour", "honest", "honor", "honour", "heir")
_VOWEL_Y = ("yttr", "ytterb")
_YOU = re.compile(
    r"eu(?!ler)|ewe|u(?:[bfst][aeiou]|k[ru]|ganda|ra[ln]|rea|rin|rolog|nanim|vul)"
    r"|uni(?![nm]|dent)|unimod|ouija|ones?\Z|oneself|once"
)
"""Begin like "you" or "won" although a vowel is written: European, ewe, useful, utensil, uranium, unit, one."""


def article(text: str) -> str:
    """The article, a or an, for the text that follows, as it is said aloud.

    Amounts are said number first ("an $8 ticket"); numbers with a sign begin with "minus".

    >>> [article(text) for text in ("eclair", "muffin", "8 kg", "$11", "hour", "unicorn", "MRI", "x-axis")]
    ['an', 'a', 'an', 'an', 'an', 'a', 'an', 'an']
    """
    if text[:1] in ("-", "−", "+", "±"):
        return "a"
    number = _NUMBER.match(text.lstrip("$€£¥(\"'“‘"))
    if number is not None:
        return "an" if _vowel_number(number[0].replace(",", "")) else "a"
    word = _WORD.search(text)
    return "an" if word is not None and _vowel_word(word[0]) else "a"


def _vowel_number(digits: str) -> bool:
    """Eight…, and eleven or eighteen as the leading group of thousands (11, 18 000; but not 110 or 1800)."""
    leading = digits[: len(digits) % 3 or 3]
    return digits[0] == "8" or leading in ("11", "18")


def _vowel_word(word: str) -> bool:
    lower = word.lower()
    if _SPELLED.match(word) and word.rstrip("s") not in _SAID_AS_WORDS:
        return lower[0] in _VOWEL_LETTERS if lower != "a" else True
    if lower.startswith(_SILENT_H) or lower.startswith(_VOWEL_Y):
        return True
    if lower[0] not in "aeiouáàâäãåæéèêëíìîïóòôöõøœúùûü":
        return False
    return not _YOU.match(lower)
