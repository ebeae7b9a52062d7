"""Numbers with what stands around them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from tests.render.worlds import LEXICON

from mspec.compiler.text_forms import CLOCKS, DATES, LIST_FORMS, NOUN_FORMS, NUMBER_FORMS, PLACES, has_form
from mspec.compiler.types import (
    BOOL,
    INT,
    PERCENT,
    PROBABILITY,
    RATIONAL,
    REAL,
    ListOf,
    NounType,
    Num,
    Person,
    Type,
    count,
    show,
)
from mspec.compiler.units import CURRENCIES, Unit, currency
from mspec.runtime.render import UnknownForm, show_number, show_value

MONEY = Num(unit=currency("$"))
EURO, YEN = Num(unit=currency("€")), Num(unit=currency("¥"))


def unit(name: str, scale: int = 1, **dimension: int) -> Unit:
    return Unit(((name, 1),), tuple(sorted(dimension.items())), Fraction(scale))


KG, KM, H = unit("kg", mass=1), unit("km", length=1), unit("h", 3600, time=1)
METRE, SECOND, INCH = unit("m", length=1), unit("s", time=1), unit("inch", length=1)
FURLONG, WEEK = unit("furlong", length=1), unit("week", 604_800, time=1)
DEGREE = unit("°", angle=1)
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
        (Num(unit=INCH), "-1", "", "-1 inch"),
        (Num(unit=INCH), "7/3", "", "7/3 inches"),
        (Num(unit=INCH), "7/3", "mixed", "2 1/3 inches"),
        (Num(unit=INCH), "0.999", "0dp", "1 inch"),
        (Num(unit=INCH), "1", "2dp", "1.00 inches"),
        (Num(unit=INCH), "0.5", "", "0.5 inches"),
        (Num(unit=INCH), "20000", "", "20,000 inches"),
        (Num(unit=DEGREE), "90", "", "90°"),
        (Num(unit=DEGREE / SECOND), "6", "", "6°/s"),
        (Num(unit=unit("°C", temperature=1)), "-1", "", "-1 °C"),
        (Num(unit=SECOND**-1), "5", "", "5 s⁻¹"),
        (Num(unit=unit("J") / (unit("kg") * unit("K"))), "5", "", "5 J/(kg·K)"),
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
        (RATIONAL, "7/3", "ratio", "7:3"),
        (INT, "2", "ratio", "2:1"),
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
        (Num(unit=KG), "2.5", "words", "two and a half kilograms"),
        (Num(unit=KG), "2.4", "words", "two point four kilograms"),
        (Num(unit=KG), "1/2", "words", "half a kilogram"),
        (Num(unit=H), "1/2", "words", "half an hour"),
        (Num(unit=H), "3/4", "words", "three quarters of an hour"),
        (Num(unit=H), "-3/4", "words", "minus three quarters of an hour"),
        (Num(unit=H), "0", "words", "zero hours"),
        (Num(unit=SECOND**-1), "1/2", "words", "one half per second"),
        (SPEED, "1/2", "words", "half a kilometre per hour"),
        (RATIONAL, "1/2", "words", "one half"),
        (RATIONAL, "-1/2", "words", "minus one half"),
        (RATIONAL, "2.35", "words", "two point three five"),
        (RATIONAL, "2.5", "decimalwords", "two point five"),
        (RATIONAL, "1/3", "decimalwords", "one third"),
        (Num(unit=KG), "2.5", "decimalwords", "two point five kilograms"),
        (PERCENT, "1/8", "decimalwords", "twelve point five percent"),
        (PERCENT, "1/8", "words", "twelve and a half percent"),
        (PERCENT, "1/200", "words", "half a percent"),
        (PERCENT, "1/3", "words", "thirty-three and a third percent"),
        (PERCENT, "-0.2", "words", "minus twenty percent"),
        (PERCENT, "1/5", "fractionwords", "one fifth"),
        (RATIONAL, "7/3", "fractionwords", "two and a third"),
        (RATIONAL, "0.1", "fractionwords", "one tenth"),
        (RATIONAL, "2.4", "fractionwords", "two and two fifths"),
        (Num(unit=H), "2.1", "fractionwords", "two and a tenth hours"),
        (MONEY, "2.5", "fractionwords", "two and a half dollars"),
        (MONEY, "0", "words", "zero dollars"),
        (MONEY, "-2.5", "words", "minus two dollars and fifty cents"),
        (MONEY, "1/3", "words", "one third of a dollar"),
        (MONEY, "10/3", "words", "three and a third dollars"),
        (MONEY, "1200000", "words", "one million two hundred thousand dollars"),
        (Num(unit=currency("£")), "1.02", "words", "one pound and two pence"),
        (Num(unit=currency("£")), "0.01", "words", "one penny"),
        (YEN, "1", "words", "one yen"),
        (YEN, "5/2", "words", "two and a half yen"),
        (RATE, "0.8", "words", "eighty cents per kilogram"),
        (INT, "3", "ordinalwords", "third"),
        (INT, "21", "Ordinalwords", "Twenty-first"),
        (INT, "425", "clock", "7:05 a.m."),
        (INT, "1145", "clock24", "19:05"),
        (INT, "435", "Clockwords", "Quarter past seven"),
        (Num(unit=H), "7.25", "clock", "7:15 a.m."),
        (Num(unit=SECOND), "45", "clock24", "00:00:45"),
        (Num(unit=H), "2.25", "duration", "2 hours and 15 minutes"),
        (Num(unit=WEEK), "1/7", "duration", "1 day"),
        (Num(unit=SECOND), "3600", "duration", "1 hour"),
        (INT, "739324", "date", "14 March 2025"),
        (INT, "739324", "dateus", "March 14, 2025"),
        (INT, "739324", "daymonth", "14 March"),
        (INT, "739324", "monthday", "March 14"),
        (INT, "739324", "weekday", "Friday"),
        (INT, "3", "month", "March"),
        (Num(unit=KG), "5", "long", "5 kilograms"),
        (Num(unit=KG), "1", "long", "1 kilogram"),
        (SPEED, "90", "long", "90 kilometres per hour"),
        (Num(unit=METRE / SECOND**2), "2", "long", "2 metres per second squared"),
        (Num(unit=METRE**2), "2", "long", "2 square metres"),
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
        (Num(unit=METRE / SECOND**2), "9.8", "tex", r"9.8\,\mathrm{m/s^{2}}"),
        (Num(unit=KG * METRE), "9", "tex", r"9\,\mathrm{kg\cdot m}"),
        (Num(unit=DEGREE), "90", "tex", r"90^{\circ}"),
        (PERCENT, "1/3", "tex", r"33\frac{1}{3}\%"),
        (INT, "12345", "tex", "12{,}345"),
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
        (ListOf(INT, 3), (Fraction(3), Fraction(5), Fraction(7)), "or", "3, 5 or 7"),
        (ListOf(INT, 3), (Fraction(3), Fraction(5), Fraction(7)), "commas", "3, 5, 7"),
        (ListOf(INT, 2), (Fraction(1), Fraction(2)), "Words", "One and two"),
        (ListOf(NounType(), 2), ("mouse", "hour"), "or", "mouse or hour"),
    ],
)
def test_other_values(type_: Type, value: object, form: str, expected: str) -> None:
    assert show_value(value, type_, LEXICON, form=form) == expected  # type: ignore[arg-type]


LIST = ListOf(INT, 1)
ODD_FORMS = ("3sf", "0sf", "0dp", "2dp", "3xf", "Words", "WORDS", "nonsense", "3sf ")


def test_every_currency_has_words() -> None:
    said = [show_number(Fraction(5, 4), Num(unit=currency(sign)), LEXICON, form="words") for sign in CURRENCIES]
    assert len(set(said)) == len(said)
    assert {"one dollar and twenty-five cents", "one pound and twenty-five pence", "one and a quarter yen"} <= set(said)


@pytest.mark.parametrize(
    "type_",
    [INT, RATIONAL, REAL, MONEY, PERCENT, SPEED, Num(unit=H), count("mouse"), NounType(), BOOL, Person(), LIST],
)
@pytest.mark.parametrize("form", [*NUMBER_FORMS, *NOUN_FORMS, *LIST_FORMS, *ODD_FORMS])
def test_a_form_is_known_exactly_where_the_language_says(type_: Type, form: str) -> None:
    value: object = {NounType(): "mouse", Person(): "Mia", BOOL: True}.get(type_, Fraction(2))
    if isinstance(type_, ListOf):
        value = (Fraction(2),)
    if has_form(type_, form):
        assert show_value(value, type_, LEXICON, form=form)  # type: ignore[arg-type]
    else:
        with pytest.raises(UnknownForm):
            show_value(value, type_, LEXICON, form=form)  # type: ignore[arg-type]


EDGES = [
    Fraction(text)
    for text in ("0", "1", "-1", "2", "1/2", "-1/2", "3/4", "5/2", "-7/3", "0.05", "99.995", "1/3000", "1000000.25")
] + [Fraction(10**25), -Fraction(10**25), Fraction(10**25 + 1, 7)]
MEASURED = [INT, RATIONAL, MONEY, RATE, PERCENT, PROBABILITY, SPEED, Num(unit=H), Num(unit=INCH), Num(unit=SECOND**-1)]


@pytest.mark.parametrize("type_", MEASURED, ids=show)
def test_every_form_at_every_edge(type_: Num) -> None:
    """A text without a slip: nothing doubled, the sign once and in front, a unit that agrees."""
    for form in (*NUMBER_FORMS, "3sf", "0dp", "2dp"):
        if not has_form(type_, form):
            continue
        for value in EDGES:
            if value.denominator != 1 and (type_.whole or form in PLACES + DATES):
                continue
            text = show_number(value, type_, LEXICON, form=form)
            assert text == text.strip() and "  " not in text and "--" not in text, (form, value, text)
            assert text == show_number(value, type_, LEXICON, form=form)
            rounded_away = form[-2:] in ("sf", "dp") and not re.search("[1-9]", text)
            unsigned = form in (*DATES, *CLOCKS) or rounded_away
            if value and not unsigned:
                assert (text.lstrip("≈ ")[0] in "-" or text.startswith("minus ")) == (value < 0), (form, value, text)
            assert text.count("minus") + text.lstrip("≈ ").startswith("-") <= 1
            if form == "long" and type_ == Num(unit=H):
                singular = abs(value) == 1 or (abs(value) < 1 and "/" in text)
                assert text.endswith(" hour" if singular else " hours"), (value, text)


@pytest.mark.parametrize("type_", MEASURED, ids=show)
def test_different_numbers_are_never_said_alike(type_: Num) -> None:
    """In the forms that are exact. Money without coins of its own, dates and clocks aside."""
    exact = ("", "decimal", "fraction", "mixed", "bare", "long", "words", "fractionwords", "tex")
    values = [value for value in EDGES if value.denominator == 1 or not type_.whole]
    for form in exact:
        assert len({show_number(value, type_, LEXICON, form=form) for value in values}) == len(values), form
