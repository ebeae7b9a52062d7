"""Numbers in words: cardinals, ordinals, decimals, fractions, multiples ("twice")."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from mspec.runtime.render.decimals import MOST_DECIMALS, fixed, terminating
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
_PARTS = {2: "half", 4: "quarter", 100: "hundredth", 1000: "thousandth", 10_000: "ten-thousandth",
          100_000: "hundred-thousandth", 1_000_000: "millionth"}  # fmt: skip
"""Denominators that are not said as ordinals."""
_SAID = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 11, 12])
"""Denominators of fractions that people say; others are said as decimals if they end."""
_SPELLED_TIMES = 12
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
    """The ordinal in words; in digits where the number has no words.

    >>> ordinal_word(21), ordinal_word(30), ordinal_word(12), ordinal_word(0)
    ('twenty-first', 'thirtieth', 'twelfth', 'zeroth')
    """
    if abs(value) > LARGEST:
        return ordinal(value)
    words = cardinal(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ordinal(value: int) -> str:
    """The ordinal in digits.

    >>> [ordinal(value) for value in (1, 2, 11, 23, 0, 12_345)]
    ['1st', '2nd', '11th', '23rd', '0th', '12,345th']
    """
    ones = abs(value) % 10
    suffix = "th" if abs(value) % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
    return fixed(Fraction(value), 0) + suffix


def fraction_words(value: Fraction) -> str:
    """A number that is no whole number, as a fraction; above 1 as a mixed number. Denominators for which there is no
    word are said with "over".

    >>> [fraction_words(Fraction(text)) for text in ("1/2", "-3/4", "7/2", "8/3", "23/100", "5/102")]
    ['one half', 'minus three quarters', 'three and a half', 'two and two thirds', 'twenty-three hundredths', 'five over one hundred and two']
    """  # noqa: E501 - the output of an example stands on one line
    if value.denominator == 1:
        return cardinal(value.numerator)
    sign = "minus " if value < 0 else ""
    whole, part = divmod(abs(value), 1)
    if part.denominator >= 100 and part.denominator not in _PARTS:
        return f"{cardinal(value.numerator)} over {cardinal(value.denominator)}"
    name = _PARTS.get(part.denominator) or ordinal_word(part.denominator)
    if whole and part.numerator == 1:
        return f"{sign}{cardinal(whole)} and {article(name)} {name}"
    plural = "halves" if name == "half" else name + "s"
    said = f"{cardinal(part.numerator)} {name if part.numerator == 1 else plural}"
    return sign + (f"{cardinal(whole)} and {said}" if whole else said)


def decimal_words(value: Fraction) -> str:
    """A number digit by digit after the point; as a fraction where its decimals do not end.

    >>> [decimal_words(Fraction(text)) for text in ("2.05", "-1/2", "7", "1/3")]
    ['two point zero five', 'minus zero point five', 'seven', 'one third']
    """
    places = terminating(value)
    if places is None:
        return fraction_words(value)
    sign = "minus " if value < 0 else ""
    whole, rest = divmod(abs(value), 1)
    digits = str(int(rest * 10**places)).zfill(places) if places else ""
    return sign + cardinal(whole) + (f" point {' '.join(_SMALL[int(digit)] for digit in digits)}" if digits else "")


def number_words(value: Fraction) -> str:
    """Any number as it is said: halves, thirds, … as fractions, tenths and finer parts as decimals.

    >>> [number_words(Fraction(text)) for text in ("21", "1/2", "2.5", "2/5", "2.4", "0.3", "8/3", "1/13")]
    ['twenty-one', 'one half', 'two and a half', 'two fifths', 'two point four', 'zero point three', 'two and two thirds', 'one thirteenth']
    """  # noqa: E501 - the output of an example stands on one line
    places = terminating(value)
    if places is None or places > MOST_DECIMALS:
        return fraction_words(value)
    # 2.4 is "two point four", but 0.4 "two fifths"
    said_as_fraction = value.denominator in _SAID and (value.denominator != 5 or abs(value) < 1)
    return fraction_words(value) if said_as_fraction else decimal_words(value)


def amount_words(value: Fraction, one: str, many: str, say: Callable[[Fraction], str] = number_words) -> str:
    """A number in words with what is counted or measured: parts of one thing are said of it.

    Args:
        value: The number.
        one: What is counted, in the singular.
        many: The plural.
        say: How the number is said.

    >>> [amount_words(Fraction(text), "hour", "hours") for text in ("1", "-1", "0", "1.5", "0.3")]
    ['one hour', 'minus one hour', 'zero hours', 'one and a half hours', 'zero point three hours']
    >>> [amount_words(Fraction(text), "hour", "hours") for text in ("1/2", "-1/2", "3/4")]
    ['half an hour', 'minus half an hour', 'three quarters of an hour']
    """
    return counted_words(value, one, many, say)[0]


def counted_words(value: Fraction, one: str, many: str, say: Callable[[Fraction], str]) -> tuple[str, bool]:
    """As `amount_words`, and whether the whole is singular: "half an egg is"."""
    said = say(value)
    if abs(value) == 1:
        return f"{said} {one}", True
    if not 0 < abs(value) < 1 or " point " in said:
        return f"{said} {many}", False
    if one.startswith("per "):  # 1/s has no thing of which a part could be said
        return f"{said} {one}", True
    if abs(value) == Fraction(1, 2):
        return f"{'minus ' if value < 0 else ''}half {article(one)} {one}", True
    return f"{said} of {article(one)} {one}", True


def times(value: Fraction, shown: str) -> str:
    """A multiple, as it stands before "as many": once, twice, three times, half, a third, two thirds.

    Words up to twelve, and for proper fractions with a denominator up to twelve; else `shown` + " times".

    >>> [times(Fraction(k), str(k)) for k in (1, 2, 3, 40)], times(Fraction(1, 2), "0.5"), times(Fraction(3, 2), "1.5")
    (['once', 'twice', 'three times', '40 times'], 'half', '1.5 times')
    """
    if value.denominator == 1 and 1 <= value <= 2:
        return ("once", "twice")[int(value) - 1]
    if value.denominator == 1 and 0 <= value <= _SPELLED_TIMES:
        return f"{_SMALL[int(value)]} times"
    if 0 < value < 1 and value.denominator <= _SPELLED_TIMES:
        if value == Fraction(1, 2):
            return "half"
        if value.numerator == 1:
            name = fraction_words(value).removeprefix("one ")
            return f"{article(name)} {name}"
        return fraction_words(value)
    return f"{shown} times"
