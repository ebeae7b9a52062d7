"""English by rule: articles, plurals, agreement, pronouns, number words.

Small on purpose: each module is one rule of the grammar with its list of exceptions. What is irregular about a
noun stands in its lexicon entry, not here.
"""

from __future__ import annotations

from collections.abc import Sequence


def capitalised(text: str) -> str:
    """The text with its first character in upper case; the others stay."""
    return text[:1].upper() + text[1:]


def listing(items: Sequence[str], conjunction: str = "and") -> str:
    """Items as "3, 5 and 7": no comma before the conjunction.

    >>> listing(["3", "5", "7"])
    '3, 5 and 7'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def part_letter(number: int) -> str:
    """The letter of a part of a question, from 0: a … z, then a1, b1 …"""
    return chr(ord("a") + number % 26) + (str(number // 26) if number >= 26 else "")
