"""Values as text, by type: numbers, money, percent, quantities with units, nouns, lists.

A `Formatter` is made once for a type and form, and then used once for every distinct value of a column.

| type | shown |
| --- | --- |
| plain number | 7, 2.5, 1/3; commas from 10,000; at most six decimals, else a fraction |
| money | $30, $2.50, -$3, $1,200; commas from 1,000; two decimals unless whole |
| percent | 20%, 12.5%, 33 1/3% |
| quantity | 90 km/h, 5 kg, 9.8 m/s², 3 inches (a symbol that is itself the word agrees) |
| price per unit | $0.80 per kilogram |
| noun, word, person | as said |
| list | 3, 5 and 7 |
| bool | yes, no |
| row of a table | its first column |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import assert_never

from mspec.compiler.ir import Lexicon, Table, Value
from mspec.compiler.plugins import LibraryType, library_type
from mspec.compiler.real_functions import closed_form
from mspec.compiler.text_forms import ROUNDED, has_form
from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Tag, Type, Word
from mspec.compiler.units import CURRENCIES
from mspec.runtime.render import decimals, spoken
from mspec.runtime.render.english import capitalised, listing, number_words
from mspec.runtime.render.english.nouns import is_singular
from mspec.runtime.render.unit_words import has_no_symbol, long_unit, price_parts, short_unit, tex_unit
from mspec.runtime.render.vocabulary import Vocabulary, vocabulary_of

Formatter = Callable[[Value], str]
Digits = Callable[[Fraction], str]

MONEY_GROUP_FROM = 1000


class UnknownForm(ValueError):
    """A form that the type does not have; its argument is the form."""


def formatter(type_: Type, vocabulary: Vocabulary, form: str = "") -> Formatter:
    """How values of a type are shown.

    Raises:
        UnknownForm: the type has no such form.
    """
    known = vocabulary.formatters.get(type_, form)
    return known or vocabulary.formatters.keep(type_, _formatter(type_, vocabulary, form), form)


def _formatter(type_: Type, vocabulary: Vocabulary, form: str) -> Formatter:
    if not has_form(type_, form):
        raise UnknownForm(form)
    if form[:1].isupper():
        lower = formatter(type_, vocabulary, form[0].lower() + form[1:])
        return lambda value: capitalised(lower(value))
    match type_:
        case Num():
            return _number(type_, vocabulary, form)
        case NounType():
            return _noun(vocabulary, form)
        case ListOf(element):
            return _list(element, vocabulary, form)
        case RowOf(table):
            return _row(vocabulary.lexicon.table(table), vocabulary, form)
        case Opaque(name):
            return _opaque(library_type(vocabulary.lexicon, name), form)
        case Bool() | Word() | Person():
            return (lambda value: "yes" if value else "no") if isinstance(type_, Bool) else str
    assert_never(type_)


MOST_REMEMBERED = 1 << 16


def remembered(type_: Num, vocabulary: Vocabulary, form: str = "") -> Formatter:
    """As `formatter`, for columns of numbers: the same values come in every batch, and are shown once."""
    said = vocabulary.said.get(type_, form)
    return said or vocabulary.said.keep(type_, _remembering(formatter(type_, vocabulary, form)), form)


def _remembering(show: Formatter) -> Formatter:
    known: dict[Value, str] = {}

    def said(value: Value) -> str:
        text = known.get(value)
        if text is None:
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            text = known[value] = show(value)
        return text

    return said


def show_value(value: Value, type_: Type, lexicon: Lexicon, *, form: str = "") -> str:
    """One value of any type as text. Raises UnknownForm."""
    return formatter(type_, vocabulary_of(lexicon), form)(value)


def show_number(value: Fraction, type_: Num, lexicon: Lexicon, *, form: str = "") -> str:
    """One number as text, with its unit. Raises UnknownForm."""
    return formatter(type_, vocabulary_of(lexicon), form)(value)


# ------------------------------------------------------------------------------------------ other types


def _list(element: Type, vocabulary: Vocabulary, form: str) -> Formatter:
    if form == "commas":
        each = formatter(element, vocabulary)
        return lambda value: ", ".join(each(item) for item in value)  # type: ignore[union-attr]
    one = formatter(element, vocabulary, "" if form == "or" else form)
    conjunction = "or" if form == "or" else "and"
    return lambda value: listing([one(item) for item in value], conjunction)  # type: ignore[union-attr]


def _noun(vocabulary: Vocabulary, form: str) -> Formatter:
    if form == "plural":
        return lambda value: vocabulary.noun(str(value)).plural
    return lambda value: vocabulary.noun(str(value)).singular


def _opaque(type_: LibraryType, form: str) -> Formatter:
    shown = {"tex": type_.latex, "words": type_.words}.get(form, type_.plain)
    return lambda value: shown(str(value))


def _row(table: Table, vocabulary: Vocabulary, form: str) -> Formatter:
    first = formatter(table.columns[0][1], vocabulary, form)
    return lambda value: first(table.rows[value][0])  # type: ignore[index]


# ---------------------------------------------------------------------------------------------- numbers


def _number(num: Num, vocabulary: Vocabulary, form: str) -> Formatter:
    rounded = ROUNDED.fullmatch(form)
    group = MONEY_GROUP_FROM if num.unit.is_money else decimals.GROUP_FROM
    if rounded is not None:
        places = int(rounded["places"])
        if rounded["kind"] == "dp":
            return _dressed(num, vocabulary, lambda value: decimals.fixed(value, places, group))
        return _dressed(num, vocabulary, lambda value: decimals.significant(value, places, group))
    match form:
        case "":
            return _dressed(num, vocabulary, _cents(num) if num.unit.is_money else decimals.exact)
        case "decimal":
            return _dressed(num, vocabulary, lambda value: decimals.exact(value, group, most_decimals=None))
        case "digits":
            return _dressed(num, vocabulary, partial(decimals.exact, group_from=None))
        case "fraction":
            return _dressed(num.bare(), vocabulary, decimals.ratio)
        case "ratio":
            return _dressed(num.bare(), vocabulary, decimals.parts)
        case "mixed":
            return _dressed(num if num.tag is Tag.PERCENT else num.bare(), vocabulary, decimals.mixed)
        case "approx":
            return _approximate(num, vocabulary, group)
        case "bare":
            return _bare(num)
        case "percent":
            return _dressed(Num(tag=Tag.PERCENT), vocabulary, decimals.exact)
        case "long":
            return _long(num, vocabulary)
        case "words":
            return _of(spoken.words(num, vocabulary))
        case "decimalwords":
            return _of(spoken.words(num, vocabulary, number_words.decimal_words))
        case "fractionwords":
            return _of(spoken.words(num.bare(), vocabulary, number_words.fraction_words))
        case "times":
            return lambda value: number_words.times(_fraction(value), decimals.exact(_fraction(value)))
        case "tex":
            return _tex(num, vocabulary)
        case "exact":
            return _dressed(num, vocabulary, partial(_in_closed_form, grouped=not num.unit.is_plain))
        case "clock" | "clock24" | "clockwords" | "duration":
            return _of(spoken.time(num, form))
    of_whole = spoken.OF_WHOLE_NUMBERS.get(form)
    if of_whole is None:
        raise UnknownForm(form)
    return lambda value: of_whole(_whole(value))


def _of(say: Callable[[Fraction], str]) -> Formatter:
    return lambda value: say(_fraction(value))


def _in_closed_form(value: Fraction, *, grouped: bool) -> str:
    """ "3√5", "18π"; with a unit behind it a sum stands in parentheses. Six decimals where there is no closed form."""
    form = closed_form(value)
    if form is None:
        return "≈ " + decimals.fixed(value, decimals.MOST_DECIMALS)
    rational = form.rational()
    if rational is not None:
        return decimals.exact(rational)
    return f"({form.text()})" if grouped and len(form.terms) > 1 else form.text()


def _fraction(value: Value) -> Fraction:
    assert isinstance(value, Fraction)
    return value


def _whole(value: Value) -> int:
    number = _fraction(value)
    if number.denominator != 1:
        raise ValueError(f"{number} is not whole")
    return number.numerator


def _cents(num: Num) -> Digits:
    """Two decimals unless whole; more where there are fractions of a cent."""
    places = len(str(CURRENCIES[num.unit.currency or "$"])) - 1

    def digits(value: Fraction) -> str:
        if value.denominator != 1 and 10**places % value.denominator == 0:
            return decimals.fixed(value, places, MONEY_GROUP_FROM)
        return decimals.exact(value, MONEY_GROUP_FROM)

    return digits


def _dressed(num: Num, vocabulary: Vocabulary, digits: Digits) -> Formatter:
    """Digits with what stands around them: currency in front, percent sign or unit behind."""
    unit = num.unit
    if num.tag is Tag.PERCENT:
        return lambda value: _percent(_fraction(value) * 100, digits)
    if unit.is_plain or (num.label is not None and unit.is_for_each):  # 60 beats a minute, as 3 pages a day
        return lambda value: digits(_fraction(value))
    symbol, rest = price_parts(unit)
    if symbol:
        # A price per unit shows cents as money does: "$0.80 per kilogram".
        amount = _cents(num) if digits is decimals.exact else digits
        suffix = f" per {long_unit(rest**-1, vocabulary.units, vocabulary.lengths)[0]}" if not rest.is_plain else ""
        return lambda value: _signed(symbol, amount(_fraction(value))) + suffix
    if has_no_symbol(unit, vocabulary.units):
        words = long_unit(unit, vocabulary.units, vocabulary.lengths)
        return lambda value: _with_word(digits(_fraction(value)), words)
    suffix = short_unit(unit)
    space = "" if _ANGLE.match(suffix) else " "
    return lambda value: digits(_fraction(value)) + space + suffix


_ANGLE = re.compile(r"[°′″](?![A-Za-z])")
"""Signs that follow a number without a space: 90°, but 20 °C."""


def _percent(value: Fraction, digits: Digits) -> str:
    if digits is decimals.exact and decimals.terminating(value) is None:
        return decimals.mixed(value) + "%"
    return digits(value) + "%"


def _signed(symbol: str, amount: str) -> str:
    return f"-{symbol}{amount[1:]}" if amount.startswith("-") else symbol + amount


def _with_word(digits: str, words: tuple[str, str]) -> str:
    return f"{digits} {words[0] if is_singular(digits) else words[1]}"


def _bare(num: Num) -> Formatter:
    """The number without its unit; money keeps its sign: a rate `$0.80 per kilogram` is bare as "$0.80"."""
    symbol, _ = price_parts(num.unit)
    if symbol:
        cents = _cents(num)
        return lambda value: _signed(symbol, cents(_fraction(value)))
    scale = 100 if num.tag is Tag.PERCENT else 1
    return lambda value: decimals.exact(_fraction(value) * scale)


def _approximate(num: Num, vocabulary: Vocabulary, group: int) -> Formatter:
    """As a worked solution shows a step: "≈ 3.3333", "≈ $3.33", and exactly where four decimals do."""
    cents = len(str(CURRENCIES[num.unit.currency or "$"])) - 1
    priced = bool(price_parts(num.unit)[0])

    def rounded(value: Fraction) -> tuple[str, bool]:
        if priced and value.denominator != 1 and 10**cents % value.denominator == 0:
            return decimals.fixed(value, cents, group), True
        if not num.unit.is_money:
            return decimals.approximate(value, group)
        if value.denominator == 1:
            return decimals.fixed(value, 0, group), True
        return decimals.fixed(value, cents, group), 10**cents % value.denominator == 0

    scale = 100 if num.tag is Tag.PERCENT else 1
    dressed = _dressed(num, vocabulary, lambda value: rounded(value)[0])
    return lambda value: ("" if rounded(_fraction(value) * scale)[1] else "≈ ") + dressed(value)


def _long(num: Num, vocabulary: Vocabulary) -> Formatter:
    """Unit words in place of symbols: "5 kilograms", "90 kilometres per hour"."""
    if num.unit.is_plain or num.unit.currency is not None:
        return _number(num, vocabulary, "")
    words = long_unit(num.unit, vocabulary.units, vocabulary.lengths)
    return lambda value: _with_word(decimals.exact(_fraction(value)), words)


def _tex(num: Num, vocabulary: Vocabulary) -> Formatter:
    """For a formula: `\\frac{1}{3}`, `20\\%`, `\\$2.50`, `90\\,\\text{km/h}`."""
    plain = _dressed(num, vocabulary, decimals.exact)
    unit = "" if num.unit.is_plain or num.unit.currency else tex_unit(short_unit(num.unit))
    bare = Num(tag=num.tag) if unit else num

    def show(value: Value) -> str:
        number = _fraction(value)
        if num.tag is Tag.NONE and num.unit.currency is None and "/" in decimals.exact(number):
            sign = "-" if number < 0 else ""
            return rf"{sign}\frac{{{abs(number.numerator)}}}{{{number.denominator}}}{unit}"
        text = _dressed(bare, vocabulary, decimals.exact)(value) if unit else plain(value)
        text = re.sub(r" (\d+)/(\d+)(?=%)", r"\\frac{\1}{\2}", text)  # 33 1/3%
        return text.replace("%", r"\%").replace("$", r"\$").replace(",", "{,}") + unit

    return show
