"""What the check of a record reads from clock times, lengths of time and dates."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspec.runtime.data.time_text import is_time_text, says
from mspec.runtime.render.english import dates


@given(st.integers(0, 1439))
def test_clock_times(minutes: int) -> None:
    for text in (dates.clock_time(minutes), dates.clock_time_24(minutes)):
        assert is_time_text(text, "time[min]")
        assert says(text, Fraction(minutes), "min")
        assert says(text, Fraction(minutes * 60), "s")
        assert says(text, Fraction(minutes + 1440), "min")
        assert not says(text, Fraction(minutes + 1), "min")


@given(st.integers(0, 300_000))
def test_lengths_of_time(seconds: int) -> None:
    text = dates.duration(seconds)
    assert is_time_text(text, "time[s]")
    assert says(text, Fraction(seconds), "s")
    assert not says(text, Fraction(seconds + 1), "s")


@given(st.integers(1, 3_600_000))
def test_dates(day: int) -> None:
    for text in (dates.date(day), dates.date_us(day), dates.day_and_month(day), dates.weekday(day)):
        assert is_time_text(text, "int")
        assert says(text, Fraction(day), "")
        assert not says(text, Fraction(day + 1), "")


@pytest.mark.parametrize("text", ["3 days", "7", "$7.05", "20 °C", "12 h"])
def test_other_answers_are_left_alone(text: str) -> None:
    assert not is_time_text(text, "count(day)")


def test_months() -> None:
    assert is_time_text("March", "int") and says("March", Fraction(3), "")
    assert not says("March", Fraction(4), "")
