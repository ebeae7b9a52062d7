"""Numbers with what stands around them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.render.worlds import LEXICON

from mspec.compiler.text_forms import NOUN_FORMS, NUMBER_FORMS, has_form
from mspec.compiler.types import BOOL, INT, PERCENT, PROBABILITY, RATIONAL, ListOf, NounType, Num, Person, Type, count
from mspec.compiler.units import Unit, currency
from mspec.runtime.render import UnknownForm, show_number, show_value

MONEY = Num(unit=currency("$"))
EURO, YEN = Num(unit=currency("€")), Num(unit=currency("¥"))


def unit(name: str, **dimension: int) -> Unit:
    return Unit(((name, 1),), tuple(sorted(dimension.items())))


KG, KM, H = unit("kg", mass=1), unit("km", length=1), unit("h", time=1)
METRE, SECOND, INCH = unit("m", length=1), unit("s", time=1), unit("inch", length=1)
FURLONG, WEEK = unit("furlong", length=1), unit("week", time=1)
SPEED = Num(unit=KM / H)
RATE = Num(unit=currency("$") / KG)


@pytest.mark.parametrize(
    ("type_", "value", "form", "expected"),
    [
        (INT, "7", "", "7"),
        (INT, "-7", "", "-7"),
        (INT, "9999", "", "9999"),
        (INT, "12345", "", "12,345"),
        (RATIONAL, "2.5", "", "2.5"),
        (RATIONAL, "1/3", "", "1/3"),
        (RATIONAL, "-7/3", "", "-7/3"),
        (RATIONAL, "0.000001", "", "0.000001"),
        (RATIONAL, "0.0000001", "", "1/10000000"),
        (RATIONAL, "1/64", "", "0.015625"),
        (count("bagel"), "12", "", "12"),
        (MONEY, "30", "", "$30"),
        (MONEY, "5/2", "", "$2.50"),
        (MONEY, "1200", "", "$1,200"),
        (MONEY, "-3", "", "-$3"),
        (MONEY, "-1234.5", "", "-$1,234.50"),
        (MONEY, "13.225", "", "$13.225"),
        (MONEY, "0.05", "", "$0.05"),
        (MONEY, "0", "", "$0"),
        (EURO, "2.5", "", "€2.50"),
        (YEN, "1200", "", "¥1,200"),
        (PERCENT, "1/5", "", "20%"),
        (PERCENT, "1/8", "", "12.5%"),
        (PERCENT, "1/3", "", "33 1/3%"),
        (PERCENT, "-0.05", "", "-5%"),
        (PROBABILITY, "1/6", "", "1/6"),
        (PROBABILITY, "1/4", "", "0.25"),
        (SPEED, "90", "", "90 km/h"),
        (Num(unit=KG), "5", "", "5 kg"),
        (Num(unit=METRE / SECOND**2), "9.8", "", "9.8 m/s²"),
        (Num(unit=METRE**2), "12", "", "12 m²"),
        (Num(unit=INCH), "1", "", "1 inch"),
        (Num(unit=INCH), "5", "", "5 inches"),
        (Num(unit=INCH), "1/3", "", "1/3 inch"),
        (Num(unit=INCH), "0", "", "0 inches"),
        (Num(unit=SECOND**-1), "5", "", "5 s⁻¹"),
        (Num(unit=unit("J") / (unit("kg") * unit("K"))), "5", "", "5 J/(K·kg)"),
        (RATE, "0.8", "", "$0.80 per kilogram"),
        (RATE, "0.8", "bare", "$0.80"),
        (RATE, "2", "long", "$2 per kilogram"),
        (RATIONAL, "2/3", "3sf", "0.667"),
        (INT, "12345", "2sf", "12,000"),
        (RATIONAL, "9.996", "3sf", "10.0"),
        (INT, "0", "3sf", "0.00"),
        (RATIONAL, "0.00012345", "3sf", "0.000123"),
        (RATIONAL, "2.5", "2dp", "2.50"),
        (RATIONAL, "0.125", "2dp", "0.13"),
        (RATIONAL, "2.5", "0dp", "3"),
        (MONEY, "10/3", "2dp", "$3.33"),
        (SPEED, "100/3", "3sf", "33.3 km/h"),
        (PERCENT, "1/3", "1dp", "33.3%"),
        (RATIONAL, "1/8", "fraction", "1/8"),
        (PERCENT, "1/5", "fraction", "1/5"),
        (RATIONAL, "7/3", "mixed", "2 1/3"),
        (RATIONAL, "-7/3", "mixed", "-2 1/3"),
        (RATIONAL, "1/5", "percent", "20%"),
        (RATIONAL, "0.0000001", "decimal", "0.0000001"),
        (INT, "3", "times", "three times"),
        (INT, "3", "ordinal", "3rd"),
        (INT, "21", "words", "twenty-one"),
        (INT, "21", "Words", "Twenty-one"),
        (PERCENT, "1/5", "words", "twenty percent"),
        (MONEY, "2.5", "words", "two dollars and fifty cents"),
        (MONEY, "1", "words", "one dollar"),
        (MONEY, "0.01", "words", "one cent"),
        (Num(unit=KG), "1", "words", "one kilogram"),
        (Num(unit=KG), "2.5", "words", "two point five kilograms"),
        (Num(unit=KG), "5", "long", "5 kilograms"),
        (Num(unit=KG), "1", "long", "1 kilogram"),
        (SPEED, "90", "long", "90 kilometres per hour"),
        (Num(unit=METRE / SECOND**2), "2", "long", "2 metres per second squared"),
        (Num(unit=METRE**2), "2", "long", "2 square metres"),
        (Num(unit=FURLONG**3), "2", "long", "2 cubic furlongs"),
        (Num(unit=FURLONG / WEEK), "4", "", "4 furlongs per week"),
        (Num(unit=FURLONG / WEEK), "1", "", "1 furlong per week"),
        (Num(unit=FURLONG / SECOND), "4", "", "4 furlong/s"),
        (Num(unit=FURLONG**3), "2", "long", "2 cubic furlongs"),
        (Num(unit=FURLONG / WEEK), "4", "", "4 furlongs per week"),
        (Num(unit=FURLONG / WEEK), "1", "", "1 furlong per week"),
        (Num(unit=FURLONG / SECOND), "4", "", "4 furlong/s"),
        (Num(unit=FURLONG**3), "2", "long", "2 cubic furlongs"),
        (Num(unit=FURLONG / WEEK), "4", "", "4 furlongs per week"),
        (Num(unit=FURLONG / WEEK), "1", "", "1 furlong per week"),
        (Num(unit=FURLONG / SECOND), "4", "", "4 furlong/s"),
        (RATIONAL, "10/3", "approx", "≈ 3.3333"),
        (RATIONAL, "2.5", "approx", "2.5"),
        (MONEY, "10/3", "approx", "≈ $3.33"),
        (MONEY, "2.5", "approx", "$2.50"),
        (PERCENT, "1/3", "approx", "≈ 33.3333%"),
        (RATIONAL, "1/3000", "approx", "≈ 0.0003333"),
        (RATIONAL, "1/3", "tex", r"\frac{1}{3}"),
        (PERCENT, "1/5", "tex", r"20\%"),
        (MONEY, "2.5", "tex", r"\$2.50"),
        (SPEED, "90", "tex", r"90\,\text{km/h}"),
    ],
)
def test_numbers(type_: Num, value: str, form: str, expected: str) -> None:
    assert show_number(Fraction(value), type_, LEXICON, form=form) == expected


@pytest.mark.parametrize(
    ("type_", "value", "form", "expected"),
    [
        (BOOL, True, "", "yes"),
        (BOOL, False, "Tex", "No"),
        (NounType(), "mouse", "", "mouse"),
        (NounType(), "mouse", "plural", "mice"),
        (NounType(), "flour", "plural", "flour"),
        (NounType(), "mouse", "Plural", "Mice"),
        (NounType(), "Pluto", "", "Pluto"),
        (Person(), "Mia", "", "Mia"),
        (ListOf(INT, 3), (Fraction(3), Fraction(5), Fraction(7)), "", "3, 5 and 7"),
        (ListOf(MONEY, 2), (Fraction(3), Fraction(1, 2)), "", "$3 and $0.50"),
        (ListOf(NounType(), 2), ("mouse", "hour"), "plural", "mice and hours"),
        (ListOf(INT, 1), (Fraction(3),), "words", "three"),
    ],
)
def test_other_values(type_: Type, value: object, form: str, expected: str) -> None:
    assert show_value(value, type_, LEXICON, form=form) == expected  # type: ignore[arg-type]


ODD_FORMS = ("3sf", "0sf", "0dp", "2dp", "3xf", "Words", "WORDS", "nonsense", "3sf ")


@pytest.mark.parametrize("type_", [INT, MONEY, PERCENT, SPEED, NounType(), BOOL, Person(), ListOf(INT, 1)])
@pytest.mark.parametrize(
    "form", [*NUMBER_FORMS, *NOUN_FORMS, "3sf", "0sf", "0dp", "2dp", "3xf", "Words", "WORDS", "nonsense", "3sf "]
)
def test_a_form_is_known_exactly_where_the_language_says(type_: Type, form: str) -> None:
    value: object = {NounType(): "mouse", Person(): "Mia", BOOL: True}.get(type_, Fraction(2))
    if isinstance(type_, ListOf):
        value = (Fraction(2),)
    if has_form(type_, form):
        assert show_value(value, type_, LEXICON, form=form)  # type: ignore[arg-type]
    else:
        with pytest.raises(UnknownForm):
            show_value(value, type_, LEXICON, form=form)  # type: ignore[arg-type]
