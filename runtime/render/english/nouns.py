"""Nouns: the plural by rule, and which form follows a number."""

from __future__ import annotations

import re

from mspec.compiler.plurals import plural as regular_plural

__all__ = ["is_singular", "regular_plural"]

_SINGULAR = re.compile(r"(?:≈ )?-?(?:1|(?P<above>\d+)/(?P<below>\d+))\Z")
_WORDS = frozenset(["one", "minus one"])


def is_singular(shown: str) -> bool:
    """Whether a noun or unit word after this number, as printed, is singular: 1, -1 and proper fractions are.

    0 and decimals are plural, as in the plural rules of the Unicode CLDR: "0 cups", "0.5 cups", "1.0 cups".

    >>> [is_singular(shown) for shown in ("1", "-1", "one", "3/4", "0", "2", "0.5", "1.00", "7/3", "1 1/2")]
    [True, True, True, True, False, False, False, False, False, False]
    """
    found = _SINGULAR.match(shown)
    if found is None:
        return shown.lower() in _WORDS
    return found["above"] is None or int(found["above"]) < int(found["below"])
