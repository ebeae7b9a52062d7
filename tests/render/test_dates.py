"""Clock times, durations and dates."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspec.runtime.render.english.dates import (
    calendar_date,
    clock_time,
    clock_time_24,
    clock_words,
    date,
    date_us,
    day_and_month,
    day_number,
    duration,
    is_leap,
    month,
    month_and_day,
    weekday,
)

DAYS = st.dates().map(lambda day: (day, day.toordinal()))


@given(DAYS)
def test_dates_against_the_standard_library(pair: tuple[datetime.date, int]) -> None:
    day, number = pair
    assert calendar_date(number) == (day.year, day.month, day.day)
    assert day_number(day.year, day.month, day.day) == number
    assert weekday(number) == day.strftime("%A")
    assert month(day.month) == day.strftime("%B")
    assert date(number) == f"{day.day} {day:%B} {day.year}"
    assert date_us(number) == f"{day:%B} {day.day}, {day.year}"
    assert (day_and_month(number), month_and_day(number)) == (f"{day.day} {day:%B}", f"{day:%B} {day.day}")


@given(st.integers(-(10**15), 10**15))
def test_the_calendar_has_no_end(number: int) -> None:
    year, month_, day = calendar_date(number)
    assert day_number(year, month_, day) == number
    assert 1 <= month_ <= 12 and 1 <= day <= 31
    assert calendar_date(number + 146_097) == (year + 400, month_, day)
    assert date(number)


def test_leap_years() -> None:
    assert [year for year in (1900, 1996, 2000, 2023, 2024, 2100) if is_leap(year)] == [1996, 2000, 2024]
    assert date(day_number(2024, 2, 28) + 1) == "29 February 2024"
    assert date(day_number(2023, 2, 28) + 1) == "1 March 2023"
    assert date(day_number(-4, 2, 1)) == "1 February 5 BC"


@given(st.times())
def test_clocks_against_the_standard_library(time: datetime.time) -> None:
    minutes = 60 * time.hour + time.minute
    assert clock_time_24(minutes) == f"{time:%H:%M}"
    with_seconds = clock_time_24(minutes + Fraction(time.second, 60))
    assert with_seconds == (f"{time:%H:%M:%S}" if time.second else f"{time:%H:%M}")
    digits, half = clock_time(minutes).split(" ")
    assert digits == f"{time:%I:%M}".removeprefix("0")
    expected = {(0, 0): "midnight", (12, 0): "noon"}.get((time.hour, time.minute), "a.m." if time.hour < 12 else "p.m.")
    assert half == expected


@given(st.integers(-(10**6), 10**6))
def test_clocks_go_round(minutes: int) -> None:
    assert clock_time(minutes) == clock_time(minutes + 1440)
    assert clock_words(minutes) == clock_words(minutes + 720)
    assert clock_words(minutes)


@pytest.mark.parametrize(
    ("minutes", "twelve", "words"),
    [
        ("425", "7:05 a.m.", "five past seven"),
        ("720", "12:00 noon", "twelve o'clock"),
        ("0", "12:00 midnight", "twelve o'clock"),
        ("1", "12:01 a.m.", "one minute past twelve"),
        ("721", "12:01 p.m.", "one minute past twelve"),
        ("1439", "11:59 p.m.", "one minute to twelve"),
        ("765", "12:45 p.m.", "quarter to one"),
        ("450", "7:30 a.m.", "half past seven"),
        ("455", "7:35 a.m.", "twenty-five to eight"),
        ("435", "7:15 a.m.", "quarter past seven"),
        ("448", "7:28 a.m.", "twenty-eight minutes past seven"),
        ("425.5", "7:05:30 a.m.", "7:05:30"),
        ("720.1", "12:00:06 p.m.", "12:00:06"),
        ("1261/3", "7:00:20 a.m.", "7:00:20"),
        ("3781/9", "7:00:06 2/3 a.m.", "7:00:06 2/3"),
    ],
)
def test_clock_times(minutes: str, twelve: str, words: str) -> None:
    assert (clock_time(Fraction(minutes)), clock_words(Fraction(minutes))) == (twelve, words)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ("0", "0 seconds"),
        ("1", "1 second"),
        ("60", "1 minute"),
        ("90", "1 minute and 30 seconds"),
        ("5400", "1 hour and 30 minutes"),
        ("86400", "1 day"),
        ("90061", "1 day, 1 hour, 1 minute and 1 second"),
        ("-90", "minus 1 minute and 30 seconds"),
        ("0.5", "0.5 seconds"),
        ("1/3", "1/3 second"),
        ("864000000", "10,000 days"),
    ],
)
def test_durations(seconds: str, said: str) -> None:
    assert duration(Fraction(seconds)) == said


@given(st.integers(0, 10**7))
def test_durations_add_up(seconds: int) -> None:
    sizes = {"day": 86_400, "hour": 3600, "minute": 60, "second": 1}
    words = duration(seconds).replace(",", "").replace(" and", "").split()
    amounts = list(zip(words[::2], words[1::2], strict=True))
    assert sum(int(number) * sizes[unit.removesuffix("s")] for number, unit in amounts) == seconds
    assert all((number == "1") != unit.endswith("s") for number, unit in amounts)
