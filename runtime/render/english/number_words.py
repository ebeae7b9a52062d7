"""Numbers in words: cardinals, ordinals, fractions, multiples ("twice")."""

from __future__ import annotations

from fractions import Fraction

from mspec.runtime.render.english.articles import article

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
LARGEST = 1000 ** len(_SCALES) - 1
"""The largest number that has words here; beyond it digits are shown."""


def cardinal(value: int) -> str:
    """A whole number in words, with "and" before the last two digits.

    >>> cardinal(105), cardinal(-21), cardinal(1_000_042)
    ('one hundred and five', 'minus twenty-one', 'one million and forty-two')
    """
    if abs(value) > LARGEST:
        return f"{value:,}"
    if value < 0:
        return "minus " + cardinal(-value)
    if value == 0:
        return _SMALL[0]
    groups: list[str] = []
    rest, scale = value, 0
    while rest:
        rest, group = divmod(rest, 1000)
        if group:
            joint = "and " if scale == 0 and rest and group < 100 else ""
            groups.append(joint + _below_thousand(group) + (f" {_SCALES[scale]}" if scale else ""))
        scale += 1
    return " ".join(reversed(groups))


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tail = _below_hundred(rest) if rest else ""
    if not hundreds:
        return tail
    return f"{_SMALL[hundreds]} hundred" + (f" and {tail}" if tail else "")


def _below_hundred(value: int) -> str:
    if value < 20:
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def ordinal_word(value: int) -> str:
    """The ordinal in words.

    >>> ordinal_word(21), ordinal_word(30), ordinal_word(12)
    ('twenty-first', 'thirtieth', 'twelfth')
    """
    words = cardinal(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ordinal(value: int) -> str:
    """The ordinal in digits: 1st, 2nd, 11th, 23rd."""
    ones = abs(value) % 10
    suffix = "th" if abs(value) % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
    return f"{value}{suffix}"


def fraction_words(value: Fraction) -> str:
    """A fraction in words: "one half", "three quarters", "two thirds".

    >>> fraction_words(Fraction(3, 4)), fraction_words(Fraction(1, 21))
    ('three quarters', 'one twenty-first')
    """
    above, below = value.numerator, value.denominator
    name = {2: "half", 4: "quarter"}.get(below) or ordinal_word(below)
    if abs(above) != 1:
        name = "halves" if below == 2 else name + "s"
    return f"{cardinal(above)} {name}"


def number_words(value: Fraction, decimals: int | None) -> str:
    """Any number in words; `decimals` is how many digits stand after the point, None to say a fraction.

    >>> number_words(Fraction(5, 2), 1), number_words(Fraction(5, 3), None)
    ('two point five', 'one and two thirds')
    """
    if value.denominator == 1:
        return cardinal(value.numerator)
    if value < 0:
        return "minus " + number_words(-value, decimals)
    whole, rest = divmod(value, 1)
    if decimals is not None:
        digits = str(int(rest * 10**decimals)).zfill(decimals)
        return f"{cardinal(whole)} point {' '.join(_SMALL[int(digit)] for digit in digits)}"
    return fraction_words(rest) if whole == 0 else f"{cardinal(whole)} and {fraction_words(rest)}"


def times(value: Fraction, shown: str) -> str:
    """A multiple, as it stands before "as many": once, twice, three times, half, a third, two thirds.

    Words up to twelve, and for proper fractions with a denominator up to twelve; else `shown` + " times".

    >>> [times(Fraction(k), str(k)) for k in (1, 2, 3, 40)], times(Fraction(1, 2), "0.5"), times(Fraction(3, 2), "1.5")
    (['once', 'twice', 'three times', '40 times'], 'half', '1.5 times')
    """
    if value.denominator == 1 and 1 <= value <= 2:
        return ("once", "twice")[int(value) - 1]
    if value.denominator == 1 and 0 <= value <= 12:
        return f"{_SMALL[int(value)]} times"
    if 0 < value < 1 and value.denominator <= 12:
        if value == Fraction(1, 2):
            return "half"
        if value.numerator == 1:
            name = fraction_words(value).removeprefix("one ")
            return f"{article(name)} {name}"
        return fraction_words(value)
    return f"{shown} times"
