"""What cannot be computed, in words for a message."""

from __future__ import annotations


class AlgebraFault(ArithmeticError):
    """An operation has no value for these operands, or a text is no value of its type; the argument says why."""


class TooLarge(AlgebraFault):
    """A limit of the library is passed: a degree, a number of terms, or the size of a number."""
