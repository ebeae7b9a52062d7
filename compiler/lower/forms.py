"""How a node's values stand in a column. Static per problem; decided once, by `lower_python`.

A column holds one entry a row: a NumPy array (int64 where interval analysis proves that it fits, else `object`
with Python ints), or plain Python values in the standalone generated code.
"""

from __future__ import annotations

from dataclasses import dataclass

from mspec.compiler.ir import Value


@dataclass(frozen=True, slots=True)
class Scaled:
    """An exact number v as the integer v * den; `den` >= 1 is the same in every row."""

    den: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """An exact number as two integer columns, numerator and positive denominator, not necessarily reduced."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A truth value as a bool column."""


@dataclass(frozen=True, slots=True)
class Code:
    """A noun, word, person or table row as its position in `values` (for a given: those of its domain)."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Real:
    """A real number as an `object` column of `mspec.runtime.reals.Interval` (60 digits)."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A value of a library type as an `object` column of its canonical text; "" where there is none."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list: a tuple of columns, one an element, each of the form `element`."""

    element: Scaled | Ratio | Code | Real | Spelled
    length: int


Form = Scaled | Ratio | Truth | Code | Many | Real | Spelled
