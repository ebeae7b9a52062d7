"""The forms of a hole: what may follow the colon in `{x:3sf}`, by type."""

from __future__ import annotations

import re
from typing import assert_never

from mspec.compiler.types import Bool, ListOf, NounType, Num, Person, RowOf, Type, Word

NUMBER_FORMS = (
    "approx", "bare", "decimal", "fraction", "long", "mixed", "ordinal", "percent", "tex", "times", "words",
)  # fmt: skip
"""approx: at most four decimals, "≈" where that rounds. bare: without the unit. decimal: all decimals, if they end.
fraction: 7/3. long: unit in words. mixed: 2 1/3. ordinal: 3rd, of whole numbers only. percent: 20%. tex: for a
formula. times: twice. words: twenty-one. Besides: `3sf` (significant figures) and `2dp` (decimals)."""
NOUN_FORMS = ("plural", "singular", "tex")
OTHER_FORMS = ("tex",)
ROUNDED = re.compile(r"(?P<places>[1-9][0-9]?|0(?=dp))(?P<kind>sf|dp)")


def forms_of(type_: Type) -> tuple[str, ...]:
    """The named forms of a type, for messages. Each may begin with a capital, as the text then does: `{k:Words}`."""
    match type_:
        case Num():
            return NUMBER_FORMS
        case NounType():
            return NOUN_FORMS
        case Bool() | Word() | Person() | RowOf():
            return OTHER_FORMS
        case ListOf(element):
            return forms_of(element)
    assert_never(type_)


def has_form(type_: Type, form: str) -> bool:
    """Whether a hole for a value of this type may ask for this form. A row of a table has the form `tex` only;
    its columns have those of their types."""
    element = type_.element if isinstance(type_, ListOf) else type_
    if isinstance(element, Num) and ROUNDED.fullmatch(form):
        return True
    lower = form[:1].lower() + form[1:]
    if lower == "ordinal" and isinstance(element, Num) and not element.whole:
        return False
    return not form or lower in forms_of(element)
