"""Nouns: the regular plural, and which form follows a number."""

from __future__ import annotations

import re
from fractions import Fraction

_HISSING = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"(?:[^aeiou]|qu)y\Z")
_CONSONANT_O = re.compile(r"[^aeiou]o\Z")
_TAKES_ES = frozenset(
    ["echo", "hero", "potato", "tomato", "torpedo", "veto", "embargo", "mosquito", "volcano", "mango", "domino"]
)
"""Nouns in consonant + o that take -es; the others (piano, photo, kilo) take -s."""


def regular_plural(singular: str) -> str:
    """The plural by rule, of the last word: what an entry without its own plural has.

    >>> [regular_plural(noun) for noun in ("muffin", "box", "cherry", "day", "potato", "photo", "bus ticket")]
    ['muffins', 'boxes', 'cherries', 'days', 'potatoes', 'photos', 'bus tickets']
    """
    word = singular.lower()
    if _HISSING.search(word):
        if word.endswith(("quiz", "whiz")):
            return singular + "zes"
        return singular + ("s" if word.endswith(("stomach", "monarch", "epoch", "loch")) else "es")
    if _CONSONANT_Y.search(word):
        return singular[:-1] + "ies"
    if _CONSONANT_O.search(word) and re.split(r"[\s-]", word)[-1] in _TAKES_ES:
        return singular + "es"
    return singular + "s"


def is_singular(value: Fraction, shown: str) -> bool:
    """Whether a noun or unit word after this number is singular: 1, and a proper fraction written as one ("1/2 cup").

    0 and decimals are plural: "0 cups", "0.5 cups". `shown` is the number as printed.
    """
    return value == 1 or (0 < value < 1 and "/" in shown) or shown == "one"
