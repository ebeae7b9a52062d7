"""The forms of a hole: what may follow the colon in `{x:3sf}`, by type."""

from __future__ import annotations

import re
from typing import assert_never

from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Type, Word

ANY_NUMBER = (
    "approx", "bare", "decimal", "decimalwords", "digits", "fraction", "fractionwords", "long", "mixed", "percent",
    "ratio", "tex", "times", "words",
)  # fmt: skip
"""approx: at most four decimals, "≈" where that rounds. bare: without the unit. decimal: all decimals, if they end.
decimalwords: two point five. digits: 12345, without commas. fraction: 7/3. fractionwords: two and a third. long: unit
in words. mixed: 2 1/3. percent: 20%. ratio: 7:3. tex: for a formula. times: twice. words: twenty-one. Besides: `3sf`
(figures) and `2dp` (decimals)."""
PLACES = ("ordinal", "ordinalwords")
"""Of whole numbers. ordinal: 3rd. ordinalwords: third."""
DATES = ("date", "dateus", "daymonth", "monthday", "month", "weekday")
"""Of whole numbers. date: 14 March 2025. dateus: March 14, 2025. daymonth: 14 March. monthday: March 14. weekday:
Friday (these of the number of a day). month: March (of 3)."""
CLOCKS = ("clock", "clock24", "clockwords")
"""Of whole numbers, which are minutes after midnight, and of times. clock: 7:05 p.m. clock24: 19:05. clockwords:
five past seven."""
SPANS = ("duration",)
"""Of times: 2 hours and 15 minutes."""
REALS = ("exact",)
"""Of numbers that leave the rationals: 3√5, 18π."""
NUMBER_FORMS = tuple(sorted((*ANY_NUMBER, *PLACES, *DATES, *CLOCKS, *SPANS, *REALS)))
COUNTED_FORMS = ("approx", "decimal", "decimalwords", "fraction", "fractionwords", "mixed", "words")
"""Forms of the number of a counted noun, `{n:words of item}`: three eggs, half an egg; rounded ones besides."""
NOUN_FORMS = ("plural", "singular", "tex")
OPAQUE_FORMS = ("tex", "words")
OTHER_FORMS = ("tex",)
LIST_FORMS = ("commas", "or")
"""How a list is joined, its elements as they are: "3, 5, 7", "3, 5 or 7"."""
ROUNDED = re.compile(r"(?P<places>[1-9][0-9]?|0(?=dp))(?P<kind>sf|dp)")


def forms_of(type_: Type) -> tuple[str, ...]:
    """The named forms of a type, for messages. Each may begin with a capital, as the text then does: `{k:Words}`."""
    match type_:
        case Num():
            return _number_forms(type_)
        case NounType():
            return NOUN_FORMS
        case Opaque():
            return OPAQUE_FORMS
        case Bool() | Word() | Person() | RowOf():
            return OTHER_FORMS
        case ListOf(element):
            return (*forms_of(element), *LIST_FORMS)
    assert_never(type_)


def _number_forms(num: Num) -> tuple[str, ...]:
    counted = num.whole and num.unit.is_plain
    known = [*ANY_NUMBER]
    if num.whole:
        known += PLACES
    if counted:
        known += DATES
    if counted or is_time(num):
        known += CLOCKS
    if is_time(num):
        known += SPANS
    if not num.exact:
        known += REALS
    return tuple(sorted(known))


def is_time(num: Num) -> bool:
    """Whether a number is a quantity of time, such as `time[min]`."""
    return num.unit.dimension == (("time", 1),)


def has_form(type_: Type, form: str) -> bool:
    """Whether a hole for a value of this type may ask for this form. A row of a table has the form `tex` only;
    its columns have those of their types."""
    element = type_.element if isinstance(type_, ListOf) else type_
    if isinstance(element, Num) and ROUNDED.fullmatch(form):
        return True
    return not form or form[:1].lower() + form[1:] in forms_of(type_)


def has_counted_form(type_: Type, form: str) -> bool:
    """Whether the number of a counted noun may have this form."""
    lower = form[:1].lower() + form[1:]
    return has_form(type_, form) and (not form or lower in COUNTED_FORMS or ROUNDED.fullmatch(form) is not None)
