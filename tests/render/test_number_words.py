"""Numbers in words: against num2words, against a reader of number words written here, and by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from mspec.runtime.render.english.number_words import (
    LARGEST,
    amount_words,
    cardinal,
    decimal_words,
    fraction_words,
    number_words,
    ordinal,
    ordinal_word,
    times,
)

WHOLE = [*range(-50, 2200), 12_300, 12_345, 20_000, 99_999, 100_000, 100_001, 110_011, 999_999, 1_000_000, 1_000_001]


def theirs(value: object, **options: str) -> str:
    """What num2words says, without its commas."""
    return str(num2words(value, **options)).replace(",", "")


def test_cardinals_and_ordinals_against_num2words() -> None:
    for value in WHOLE:
        assert cardinal(value) == theirs(value)
        if value >= 0:
            assert ordinal_word(value) == theirs(value, to="ordinal")
            assert ordinal(value).replace(",", "") == theirs(value, to="ordinal_num")


@given(st.integers(-LARGEST, LARGEST))
def test_every_cardinal_against_num2words(value: int) -> None:
    assert cardinal(value) == theirs(value)


@given(st.integers(-(10**9), 10**9), st.integers(1, 6))
def test_decimals_against_num2words(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    if value.denominator == 1:
        assert decimal_words(value) == cardinal(int(value))
        return
    # num2words loses the sign of what lies between -1 and 0, so it is added here
    sign = "minus " if value < 0 else ""
    assert decimal_words(value) == sign + theirs(f"{abs(value) // 1}.{digits_after(value)}")


def digits_after(value: Fraction) -> str:
    """The decimals of a number, as many as it has."""
    rest, digits = abs(value) % 1, ""
    while rest:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    return digits


# ------------------------------------------------------------------------ reading the words back

SMALL = {cardinal(n): n for n in range(100)}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100}
PARTS |= {ordinal_word(n) + s: n for n in range(3, 100) for s in ("", "s")}


def read_fraction(text: str) -> Fraction:
    """A fraction or mixed number with parts below 100, from its words."""
    if text.startswith("minus "):
        return -read_fraction(text.removeprefix("minus "))
    whole, _, part = text.rpartition(" and ")
    above, _, below = part.partition(" ")
    return (SMALL[whole] if whole else 0) + Fraction(1 if above in ("a", "an") else SMALL[above], PARTS[below])


@given(st.integers(0, 99), st.integers(2, 99), st.data())
def test_fractions_say_their_value(whole: int, below: int, data: st.DataObject) -> None:
    value = whole + Fraction(data.draw(st.integers(1, below - 1)), below)
    assert read_fraction(fraction_words(value)) == value
    assert fraction_words(-value) == "minus " + fraction_words(value)


@given(st.fractions(max_denominator=10**7))
def test_every_number_has_words_and_no_other_number_has_the_same(value: Fraction) -> None:
    said = number_words(value)
    assert said
    assert said.startswith("minus ") == (value < 0)
    assert number_words(value + 1) != said
    assert "one halves" not in said and " one thirds" not in said


# ------------------------------------------------------------------------------------------- by hand


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0", "zero"),
        ("1/2", "one half"),
        ("-1/2", "minus one half"),
        ("3/4", "three quarters"),
        ("2/3", "two thirds"),
        ("7/2", "three and a half"),
        ("-7/2", "minus three and a half"),
        ("5/4", "one and a quarter"),
        ("9/8", "one and an eighth"),
        ("8/3", "two and two thirds"),
        ("1/5", "one fifth"),
        ("1.2", "one point two"),
        ("0.1", "zero point one"),
        ("0.05", "zero point zero five"),
        ("1/21", "one twenty-first"),
        ("3/22", "three twenty-seconds"),
        ("1/101", "one over one hundred and one"),
        ("-5/303", "minus five over three hundred and three"),
        ("1000000.5", "one million and a half"),
        (str(10**30), f"{10**30:,}"),
        ("1/3000", "one over three thousand"),
        ("0.0000001", "one over ten million"),
    ],
)
def test_numbers(value: str, said: str) -> None:
    assert number_words(Fraction(value)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1", "one apple"),
        ("-1", "minus one apple"),
        ("0", "zero apples"),
        ("2", "two apples"),
        ("1/2", "half an apple"),
        ("-1/2", "minus half an apple"),
        ("1/3", "one third of an apple"),
        ("3/4", "three quarters of an apple"),
        ("3/2", "one and a half apples"),
        ("0.3", "zero point three apples"),
        ("1200", "one thousand two hundred apples"),
    ],
)
def test_amounts(value: str, said: str) -> None:
    assert amount_words(Fraction(value), "apple", "apples") == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1", "1st"),
        ("12", "12th"),
        ("112", "112th"),
        ("121", "121st"),
        ("-3", "-3rd"),
        ("0", "0th"),
        ("20003", "20,003rd"),
    ],
)
def test_ordinals(value: str, said: str) -> None:
    assert ordinal(int(value)) == said


def test_ordinals_beyond_the_words_are_digits() -> None:
    assert ordinal_word(10**30) == f"{10**30:,}th"
    assert ordinal_word(-3) == "minus third"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1", "once"),
        ("2", "twice"),
        ("3", "three times"),
        ("12", "twelve times"),
        ("13", "13 times"),
        ("0", "zero times"),
        ("1/2", "half"),
        ("1/3", "a third"),
        ("1/4", "a quarter"),
        ("3/4", "three quarters"),
        ("2/3", "two thirds"),
        ("1/8", "an eighth"),
        ("1/11", "an eleventh"),
        ("1.5", "1.5 times"),
        ("-2", "-2 times"),
        ("1/13", "1/13 times"),
    ],
)
def test_times(value: str, expected: str) -> None:
    assert times(Fraction(value), value) == expected
