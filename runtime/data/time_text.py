"""What an answer that is a clock time, a length of time or a date says, read back by the standard library's calendar.

It shares nothing with what prints them.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from fractions import Fraction

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}(?:\.\d+)?))?(?: (?P<half>a\.m\.|p\.m\.|noon|midnight))?"
)
_AMOUNT = r"\d+(?:\.\d+)? (?:day|hour|minute|second)s?"
_LASTING = re.compile(rf"(?P<sign>minus )?{_AMOUNT}(?:(?:, | and ){_AMOUNT})*")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "s": 1, "min": 60, "h": 3600, "week": 604800}
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+)(?: (?P<year>\d{1,4}))?")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Z][a-z]+) (?P<day>\d{1,2})(?:, (?P<year>\d{1,4}))?")
_MONTHS, _DAYS = list(calendar.month_name), list(calendar.day_name)


def is_time_text(text: str, type_: str) -> bool:
    """Whether an answer is said as a clock time, a length of time in words, a date, a month or a weekday."""
    whole_or_time = type_ == "int" or type_.startswith(("count(", "time["))
    if (_CLOCK.fullmatch(text) and whole_or_time) or text in _MONTHS[1:] or text in _DAYS:
        return True  # 8:15 of another type is a ratio
    if type_.startswith("time[") and _LASTING.fullmatch(text):
        return True
    return type_ == "int" and any(pattern.fullmatch(text) for pattern in (_DAY_FIRST, _MONTH_FIRST))


def says(text: str, value: Fraction, unit: str) -> bool:
    """Whether the text of `is_time_text` says the value: minutes after midnight or in the unit, or the number of a day
    or month."""
    if unit and unit not in _SECONDS:
        return False
    seconds = value * _SECONDS[unit or "min"]
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        return seconds % 86400 == _after_midnight(clock)
    if text in _DAYS:
        return _DAYS[int(value + 6) % 7] == text
    if text in _MONTHS[1:]:
        return _MONTHS[int(value)] == text if 1 <= value <= 12 else False
    if _LASTING.fullmatch(text):
        parts = re.findall(r"(\d+(?:\.\d+)?) (day|hour|minute|second)", text)
        total = sum(Fraction(amount) * _SECONDS[name] for amount, name in parts)
        return seconds == (-total if text.startswith("minus") else total)
    return _is_date(text, value)


def _after_midnight(clock: re.Match[str]) -> Fraction:
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"] in ("p.m.", "noon") else 0)
    return hour * 3600 + int(clock["minute"]) * 60 + Fraction(clock["second"] or 0)


def _is_date(text: str, value: Fraction) -> bool:
    found = _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if found is None or value.denominator != 1 or not 1 <= value <= date.max.toordinal():
        return False
    day = date.fromordinal(int(value))
    same_year = found["year"] is None or int(found["year"]) == day.year
    return same_year and (found["month"], int(found["day"])) == (_MONTHS[day.month], day.day)
