"""Numbers as they are said or dated: in words with their unit, as times of day, days and places.

Each function takes a type and gives what says its numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from mspec.compiler.text_forms import is_time
from mspec.compiler.types import Num, Tag
from mspec.compiler.units import CURRENCIES
from mspec.runtime.render.english import dates, number_words
from mspec.runtime.render.unit_words import long_unit, price_parts
from mspec.runtime.render.vocabulary import Vocabulary

Say = Callable[[Fraction], str]

_MONEY_WORDS = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "¥": ("yen", "yen", "", ""),
}

OF_WHOLE_NUMBERS: dict[str, Callable[[int], str]] = {
    "ordinal": number_words.ordinal,
    "ordinalwords": number_words.ordinal_word,
    "date": dates.date,
    "dateus": dates.date_us,
    "daymonth": dates.day_and_month,
    "monthday": dates.month_and_day,
    "month": dates.month,
    "weekday": dates.weekday,
}


def time(num: Num, form: str) -> Say:
    """A clock time or a duration. Quantities of time are taken in their unit, plain numbers are minutes."""
    seconds = num.unit.scale if is_time(num) else Fraction(60)
    if form == "duration":
        return lambda value: dates.duration(value * seconds)
    minutes = seconds / 60
    say = {"clock": dates.clock_time, "clock24": dates.clock_time_24, "clockwords": dates.clock_words}[form]
    return lambda value: say(value * minutes)


def words(num: Num, vocabulary: Vocabulary, say: Say | None = None) -> Say:
    """The number in words, and the unit; `say` is how the number is said, if not as it is commonest."""
    speak = say or number_words.number_words
    if num.tag is Tag.PERCENT:
        return lambda value: _percent_words(speak(value * 100))
    if num.unit.is_plain:
        return speak
    symbol, rest = price_parts(num.unit)
    if symbol:
        per = f" per {long_unit(rest**-1, vocabulary.units, vocabulary.lengths)[0]}" if not rest.is_plain else ""
        if say is None:
            return lambda value: _money_words(value, symbol) + per
        one, many, *_ = _MONEY_WORDS[symbol]
        return lambda value: number_words.amount_words(value, one, many, speak) + per
    one, many = long_unit(num.unit, vocabulary.units, vocabulary.lengths)
    return lambda value: number_words.amount_words(value, one, many, speak)


def _percent_words(said: str) -> str:
    return ("half a" if said == "one half" else said) + " percent"


def _money_words(value: Fraction, symbol: str) -> str:
    one, many, coin, coins = _MONEY_WORDS[symbol]
    whole, rest = divmod(abs(value), 1)
    small = rest * CURRENCIES[symbol]
    if small.denominator != 1:
        return number_words.amount_words(value, one, many)
    parts = [f"{number_words.cardinal(whole)} {one if whole == 1 else many}"] if whole or not small else []
    if small:
        parts.append(f"{number_words.cardinal(int(small))} {coin if small == 1 else coins}")
    return ("minus " if value < 0 else "") + " and ".join(parts)
