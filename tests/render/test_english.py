"""The rules of English, word by word."""

from __future__ import annotations

import importlib.util
from fractions import Fraction

import pytest

from mspec.runtime.render.english.articles import article
from mspec.runtime.render.english.nouns import regular_plural
from mspec.runtime.render.english.number_words import cardinal, number_words, ordinal, ordinal_word, times
from mspec.runtime.render.english.verbs import auxiliary, finite

AN = """
    apple eclair hour honest heir honour hourglass umbrella uncle unimportant uninteresting unidentified uninvited
    egg orange owl igloo onion onerous urn udon ugly usher utter upper MRI FBI LED LEDs HTML X-ray x-axis n-gon F A
    8 8.5 80 88 800 8,000 11 18 11,000 18,500 11.5 8% 8-sided $8 $11 $80.50 €18 H2O O2 NGO SUV émigré
"""
A = """
    muffin bagel unicorn uniform union unit university European euro eucalyptus ewe one once one-way useful user
    usual utensil ukulele uranium Ukrainian unicycle unique ubiquitous house hat yellow year UFO USB NASA RAM CO2
    1 2 7 10 12 17 19 70 90 100 110 118 180 1,800 1,100 0.8 1/8 $1 $17 -8 y-axis u-turn U 7-sided
"""


@pytest.mark.parametrize("word", AN.split())
def test_an(word: str) -> None:
    assert article(word) == "an"


@pytest.mark.parametrize("word", A.split())
def test_a(word: str) -> None:
    assert article(word) == "a"


@pytest.mark.parametrize(
    ("verb", "singular", "plural"),
    [
        ("pay", "pays", "pay"),
        ("do", "does", "do"),
        ("have", "has", "have"),
        ("be", "is", "are"),
        ("carry", "carries", "carry"),
        ("catch", "catches", "catch"),
        ("wash", "washes", "wash"),
        ("mix", "mixes", "mix"),
        ("pass", "passes", "pass"),
        ("buzz", "buzzes", "buzz"),
        ("go", "goes", "go"),
        ("buy", "buys", "buy"),
        ("see", "sees", "see"),
        ("need", "needs", "need"),
        ("is", "is", "are"),
        ("were", "was", "were"),
        ("can", "can", "can"),
        ("don't", "doesn't", "don't"),
        ("pick up", "picks up", "pick up"),
        ("quiz", "quizzes", "quiz"),
        ("moo", "moos", "moo"),
        ("had", "had", "had"),
    ],
)
def test_finite_verbs(verb: str, singular: str, plural: str) -> None:
    assert (finite(verb, plural=False), finite(verb, plural=True)) == (singular, plural)


@pytest.mark.parametrize(
    ("word", "singular", "plural"),
    [
        ("does", "does", "do"),
        ("Do", "Does", "Do"),
        ("did", "did", "did"),
        ("is", "is", "are"),
        ("are", "is", "are"),
        ("was", "was", "were"),
        ("Were", "Was", "Were"),
        ("has", "has", "have"),
        ("have", "has", "have"),
        ("had", "had", "had"),
    ],
)
def test_auxiliaries(word: str, singular: str, plural: str) -> None:
    assert (auxiliary(word, plural=False), auxiliary(word, plural=True)) == (singular, plural)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("box", "boxes"),
        ("church", "churches"),
        ("dish", "dishes"),
        ("bus", "buses"),
        ("city", "cities"),
        ("toy", "toys"),
        ("potato", "potatoes"),
        ("piano", "pianos"),
        ("quiz", "quizzes"),
        ("stomach", "stomachs"),
        ("radio", "radios"),
        ("colloquy", "colloquies"),
        ("bus ticket", "bus tickets"),
    ],
)
def test_regular_plurals(singular: str, plural: str) -> None:
    assert regular_plural(singular) == plural


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (342, "three hundred and forty-two"),
        (1000, "one thousand"),
        (1001, "one thousand and one"),
        (12_300, "twelve thousand three hundred"),
        (-5, "minus five"),
        (2_000_000, "two million"),
        (10**30, f"{10**30:,}"),
    ],
)
def test_cardinals(value: int, words: str) -> None:
    assert cardinal(value) == words


@pytest.mark.skipif(importlib.util.find_spec("num2words") is None, reason="num2words is not installed")
def test_cardinals_and_ordinals_against_num2words() -> None:
    from num2words import num2words  # type: ignore[import-not-found, unused-ignore]

    for value in [*range(1100), 12_345, 20_000, 999_999, 1_000_001]:
        assert cardinal(value) == num2words(value).replace(",", "")
        assert ordinal_word(value) == num2words(value, to="ordinal").replace(",", "")
        assert ordinal(value) == num2words(value, to="ordinal_num")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (112, "112th"),
    ],
)
def test_ordinals(value: int, expected: str) -> None:
    assert ordinal(value) == expected


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
    ],
)
def test_times(value: str, expected: str) -> None:
    assert times(Fraction(value), value) == expected


def test_decimals_and_fractions_in_words() -> None:
    assert number_words(Fraction("-2.05"), 2) == "minus two point zero five"
    assert number_words(Fraction(7, 2), None) == "three and one half"
