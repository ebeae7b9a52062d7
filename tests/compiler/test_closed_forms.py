"""Closed forms: roots are simplified, arithmetic agrees with digits, and what has no form is not given one."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspec.compiler import closed_forms
from mspec.compiler.closed_forms import PI, ClosedForm, rational, sine, square_root
from mspec.runtime import reals
from mspec.runtime.steps import reread

SMALL = st.fractions(Fraction(-20), Fraction(20), max_denominator=12)


@pytest.mark.parametrize(
    ("square", "text", "spelled"),
    [
        ("0", "0", "0"),
        ("49", "7", "7"),
        ("45", "3√5", "3*sqrt(5)"),
        ("72", "6√2", "6*sqrt(2)"),
        ("1/2", "√2/2", "sqrt(2)/2"),
        ("5/9", "√5/3", "sqrt(5)/3"),
        ("9/8", "3√2/4", "3*sqrt(2)/4"),
    ],
)
def test_roots_are_simplified(square: str, text: str, spelled: str) -> None:
    form = square_root(Fraction(square))
    assert form is not None
    assert (form.text(), form.spelled()) == (text, spelled)


def test_sums_begin_with_pi_and_end_with_what_is_taken_away() -> None:
    six, twelve = rational(Fraction(6)), rational(Fraction(12))
    root = square_root(Fraction(3))
    assert root is not None
    assert (PI * six + twelve).text() == "6π + 12"
    assert (twelve + -(PI * six)).text() == "12 - 6π"
    assert (PI * six + -(root * twelve)).text() == "6π - 12√3"
    assert (PI * PI * rational(Fraction(1, 3))).text() == "π²/3"
    assert (-PI).text() == "-π"


def test_what_cancels_is_gone() -> None:
    root = square_root(Fraction(18))
    assert root is not None
    assert (root + -root).terms == ()
    assert (root * root).rational() == 18


def test_a_sum_has_no_inverse() -> None:
    root = square_root(Fraction(2))
    assert root is not None
    assert (root + rational(Fraction(1))).inverse() is None
    below = root.inverse()
    assert below is not None and below.text() == "√2/2"


def test_a_radicand_that_is_too_long_has_no_form() -> None:
    assert square_root(Fraction(10**13 + 1)) is None


@given(SMALL, SMALL, SMALL, st.integers(0, 200), st.integers(0, 200))
def test_intervals_and_reader_agree(a: Fraction, b: Fraction, c: Fraction, m: int, n: int) -> None:
    """A number computed digit by digit, its closed form, and what is read from the text of that."""
    number = reals.square_root(m) * a + reals.times_pi(1) * b + reals.square_root(n) * reals.square_root(m) * c
    form = number.closed_form()  # raises where the form is not in the interval
    assert form is not None
    read = reread.value_of(form.spelled())
    assert abs(read - number.value()) < Fraction(1, 10**40)


@given(st.integers(-48, 48))
def test_sines_of_multiples_of_15_degrees(turns: int) -> None:
    form = sine(Fraction(15 * turns))
    assert form is not None
    digits = float(reread.value_of(form.spelled()))
    assert math.isclose(digits, math.sin(math.radians(15 * turns)), abs_tol=1e-12)


def test_other_angles_have_none() -> None:
    assert sine(Fraction(20)) is None
    assert reals.sine(20).closed_form() is None
    assert (reals.tangent(60)).closed_form() == square_root(Fraction(3))


def test_a_wrong_form_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closed_forms, "square_root", lambda value: ClosedForm((((7, 0), Fraction(1)),)))
    with pytest.raises(ArithmeticError):
        reals.square_root(5).closed_form()
