"""Clock times, durations, dates, weekdays and months as print has them.

A clock time is a number of minutes after midnight; it goes round at 24 hours. A day is numbered as in the
"Rata Die" of Reingold and Dershowitz (*Calendrical Calculations*): day 1 is Monday, 1 January of the year 1 of the
Gregorian calendar, so the remainder of a day number by 7 is its weekday, 0 for Sunday. Every function is defined
for all numbers.
"""

from __future__ import annotations

from fractions import Fraction

from mspec.runtime.render import decimals
from mspec.runtime.render.english import listing
from mspec.runtime.render.english.nouns import is_singular
from mspec.runtime.render.english.number_words import cardinal

WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
"""Days of a common year before each month."""
_DAY = 24 * 60


# ------------------------------------------------------------------------------------------------ clocks


def clock_time(minutes: Fraction | int) -> str:
    """A time of day by the 12-hour clock. Noon and midnight say which they are, since "12 p.m." is read both ways.

    >>> [clock_time(time) for time in (425, 15 * 60, 720, 0, -1)]
    ['7:05 a.m.', '3:00 p.m.', '12:00 noon', '12:00 midnight', '11:59 p.m.']
    """
    hour, digits = _clock(minutes)
    half = "a.m." if hour < 12 else "p.m."
    if digits == "00" and hour % 12 == 0:
        half = "noon" if hour else "midnight"
    return f"{(hour - 1) % 12 + 1}:{digits} {half}"


def clock_time_24(minutes: Fraction | int) -> str:
    """A time of day by the 24-hour clock, two digits each.

    >>> clock_time_24(425), clock_time_24(19 * 60 + 5), clock_time_24(Fraction(851, 2))
    ('07:05', '19:05', '07:05:30')
    """
    hour, digits = _clock(minutes)
    return f"{hour:02d}:{digits}"


def _clock(minutes: Fraction | int) -> tuple[int, str]:
    """The hour, 0 to 23, and minutes (with seconds where there are any) as digits."""
    whole, rest = divmod(Fraction(minutes) % _DAY, 1)
    hour, minute = divmod(whole, 60)
    if not rest:
        return hour, f"{minute:02d}"
    seconds = rest * 60
    shown = decimals.exact(seconds) if decimals.terminating(seconds) is not None else decimals.mixed(seconds)
    return hour, f"{minute:02d}:{'0' if seconds < 10 else ''}{shown}"


def clock_words(minutes: Fraction | int) -> str:
    """A time of day as it is read from a dial, without the half of the day; seconds are left to digits.

    >>> [clock_words(time) for time in (420, 425, 435, 450, 465)]
    ["seven o'clock", 'five past seven', 'quarter past seven', 'half past seven', 'quarter to eight']
    >>> clock_words(441), clock_words(479), clock_words(Fraction(841, 2))
    ('twenty-one minutes past seven', 'one minute to eight', '7:00:30')
    """
    whole, rest = divmod(Fraction(minutes) % _DAY, 1)
    hour, minute = divmod(whole, 60)
    if rest:
        return f"{(hour - 1) % 12 + 1}:{_clock(minutes)[1]}"
    if not minute:
        return f"{_dial(hour)} o'clock"
    if minute == 30:
        return f"half past {_dial(hour)}"
    side, minute, hour = ("past", minute, hour) if minute < 30 else ("to", 60 - minute, hour + 1)
    if minute == 15:
        said = "quarter"
    else:
        said = cardinal(minute) + ("" if minute % 5 == 0 else " minute" if minute == 1 else " minutes")
    return f"{said} {side} {_dial(hour)}"


def _dial(hour: int) -> str:
    return cardinal((hour - 1) % 12 + 1)


def duration(seconds: Fraction | int) -> str:
    """A length of time in days, hours, minutes and seconds; what is zero is not said.

    >>> [duration(seconds) for seconds in (8100, 3600, 90, 0)]
    ['2 hours and 15 minutes', '1 hour', '1 minute and 30 seconds', '0 seconds']
    >>> duration(90_061), duration(Fraction(1, 2)), duration(-60)
    ('1 day, 1 hour, 1 minute and 1 second', '0.5 seconds', 'minus 1 minute')
    """
    whole, rest = divmod(abs(Fraction(seconds)), 60)
    hours, minutes = divmod(whole, 60)
    days, hours = divmod(hours, 24)
    amounts = ((Fraction(days), "day"), (Fraction(hours), "hour"), (Fraction(minutes), "minute"), (rest, "second"))
    parts = [_amount(decimals.exact(number), unit) for number, unit in amounts if number]
    return ("minus " if seconds < 0 else "") + (listing(parts) or "0 seconds")


def _amount(shown: str, unit: str) -> str:
    return f"{shown} {unit}" if is_singular(shown) else f"{shown} {unit}s"


# ------------------------------------------------------------------------------------------------- dates


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day of the Gregorian calendar, which is extended to all years.

    >>> day_number(1, 1, 1), day_number(2025, 3, 14)
    (1, 739324)
    """
    before = year - 1
    leap_day = 1 if month > 2 and is_leap(year) else 0
    return 365 * before + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month - 1] + leap_day + day


def is_leap(year: int) -> bool:
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def calendar_date(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number: the inverse of `day_number`.

    >>> calendar_date(739324)
    (2025, 3, 14)
    """
    year = (number - 1) * 400 // 146_097 + 1  # at most one off: 400 years have 146,097 days
    if number < day_number(year, 1, 1):
        year -= 1
    elif number >= day_number(year + 1, 1, 1):
        year += 1
    month = 12
    while number < day_number(year, month, 1):
        month -= 1
    return year, month, number - day_number(year, month, 1) + 1


def date(number: int) -> str:
    """A day in full, day first: "14 March 2025". Years before 1 count back from 1 BC.

    >>> date(739324), date(0)
    ('14 March 2025', '31 December 1 BC')
    """
    year, _, _ = calendar_date(number)
    return f"{day_and_month(number)} {_year(year)}"


def date_us(number: int) -> str:
    """A day in full, month first: "March 14, 2025"."""
    year, month, day = calendar_date(number)
    return f"{MONTHS[month - 1]} {day}, {_year(year)}"


def day_and_month(number: int) -> str:
    """A day without its year: "14 March"."""
    _, month, day = calendar_date(number)
    return f"{day} {MONTHS[month - 1]}"


def month_and_day(number: int) -> str:
    """A day without its year, month first: "March 14"."""
    _, month, day = calendar_date(number)
    return f"{MONTHS[month - 1]} {day}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def weekday(number: int) -> str:
    """The weekday of a day number, or of a number of the week itself (1 for Monday, 7 or 0 for Sunday).

    >>> weekday(739324), weekday(1), weekday(7)
    ('Friday', 'Monday', 'Sunday')
    """
    return WEEKDAYS[number % 7]


def month(number: int) -> str:
    """The month of a number, 1 for January; it goes round, so 13 is January again."""
    return MONTHS[(number - 1) % 12]
