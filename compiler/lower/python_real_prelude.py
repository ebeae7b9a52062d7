"""The runtime of generated Python for real numbers, pasted after the other part where a problem needs it.

A real number is an interval of 60 digits. What these do not decide (which of two equal roots is larger) has no value,
as in the reference evaluator.
"""

from fractions import Fraction
from typing import Any

from mspec.compiler.lower.python_prelude import _any_column, _each, _numpy, _rows


# --- pasted from here
def _load_reals() -> Any:
    import importlib

    return importlib.import_module("mspec.runtime.reals")


_reals = _load_reals()


def _real(n: Any, d: Any) -> Any:
    """A rational number as an interval."""
    return _each(lambda n, d: _reals.Interval.of(Fraction(n, d)), n, d)


def _tried(otherwise: Any, f: Any, *xs: Any) -> tuple[Any, Any]:
    """f on every row, and where it has a value."""

    def attempt(*row: Any) -> tuple[Any, bool]:
        try:
            return f(*row), True
        except (_reals.Undecided, ZeroDivisionError, ValueError):
            return otherwise, False

    if not _any_column(xs):
        return attempt(*xs)
    results = [attempt(*row) for row in _rows(xs)]
    np = _numpy()
    values = np.fromiter((value for value, _ in results), dtype=object, count=len(results))
    return values, np.array([decided for _, decided in results], dtype=bool)


def _real_add(x: Any, y: Any) -> Any:
    return _each(lambda x, y: x + y, x, y)


def _real_subtract(x: Any, y: Any) -> Any:
    return _each(lambda x, y: x - y, x, y)


def _real_multiply(x: Any, y: Any) -> Any:
    return _each(lambda x, y: x * y, x, y)


def _real_sign(x: Any) -> int:
    return int(x.sign())


def _real_divide(x: Any, y: Any) -> Any:
    return x / y


def _real_exact(x: Any) -> Any:
    """The rational number that it is; where that is not known, operators on exact numbers have no value."""
    if x.exact is None:
        raise _reals.Undecided
    return x.exact


def _real_is_whole(x: Any) -> bool:
    if x.exact is not None:
        return bool(x.exact.denominator == 1)
    x.floor()  # near a whole number this is undecided
    return False


def _numerator(x: Any) -> Any:
    return _each(lambda value: value.numerator, x)


def _denominator(x: Any) -> Any:
    return _each(lambda value: value.denominator, x)


def _real_kth(k: Any, *xs: Any) -> Any:
    """The k-th smallest, k from 1. Where two are too close to tell, an interval that holds it."""

    def one(k: int, *row: Any) -> Any:
        place = min(max(k, 1), len(row)) - 1
        try:
            return sorted(row)[place]
        except _reals.Undecided:
            return _reals.Interval(sorted(x.lo for x in row)[place], sorted(x.hi for x in row)[place])

    return _each(one, k, *xs)


# --- to here
