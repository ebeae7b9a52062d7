"""Numbers and units as print sets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mspec.compiler.errors.produced_text import RawNumber, TextFault, UnitSpacing
from mspec.runtime.data.text_lint.knowledge import shipped, symbols_in
from mspec.runtime.data.text_lint.passages import Kind, Text

MOST_DECIMALS = 4
"""Significant decimals that a worked step shows at most."""
MOST_EXACT = 6
"""Decimals that a given, shown exactly, may have."""

_DECIMAL = re.compile(r"(?<![\w.])\d[\d,]*\.(?P<zeros>0*)(?P<digits>\d*)")
_EXPONENT = re.compile(r"\d[eE][-+]?\d+\b")
_ONE_DECIMAL = re.compile(r"[$€£]\d[\d,]*\.\d(?!\d)(?! (?:thousand|million|billion|trillion)\b)")
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[$€£¥]\s+\d"), "no space after a currency sign"),
    (re.compile(r"\d\s+%"), "no space before a percent sign"),
    (re.compile(r"\d\s+°(?![A-Z])"), "no space before a degree sign"),
)


def raw_numbers(text: Text) -> Iterator[TextFault]:
    """MS8306: floats, exponents, too many decimals, dollars with one decimal."""
    answers = [passage.text for passage in text.passages if passage.kind is Kind.ANSWER]
    asked = max((_shown(match) for answer in answers for match in _DECIMAL.finditer(answer)), default=0)
    for passage in text.passages:
        for match in _DECIMAL.finditer(passage.text):
            shown = _shown(match)
            # An answer that is asked for with more decimals is worked out with as many.
            limit = max(MOST_DECIMALS, min(asked, MOST_EXACT)) if passage.kind is Kind.SENTENCE else MOST_EXACT
            if shown > limit:
                why = f"{shown} decimals, at most {limit}"
                yield text.fault(RawNumber, passage, match.start(), match.end(), why)
        for match in _EXPONENT.finditer(passage.text):
            yield text.fault(RawNumber, passage, match.start(), match.end(), "an exponent as programs print it")
        for match in _ONE_DECIMAL.finditer(passage.text):
            yield text.fault(RawNumber, passage, match.start(), match.end(), "money has two decimals, or none")


def _shown(match: re.Match[str]) -> int:
    """Decimals; of a number below 1, significant ones."""
    whole = match[0].partition(".")[0].strip("0,")
    return len(match["digits"]) if not whole else len(match["zeros"]) + len(match["digits"])


def unit_spacing(text: Text) -> Iterator[TextFault]:
    """MS8307: a space that is missing or too many between a number and its unit, or in a unit."""
    glued, stroke = _patterns(symbols_in(text.record))
    for passage in text.passages:
        for pattern, why in _SIGNS:
            for match in pattern.finditer(passage.text):
                yield text.fault(UnitSpacing, passage, match.start(), match.end(), why)
        for match in glued.finditer(passage.text):
            if passage.step_kind in ("solve", "symbolic") and len(match["unit"]) == 1:
                continue  # 5t, five times an unknown
            why = f"a space before `{match['unit']}`"
            yield text.fault(UnitSpacing, passage, match.start(), match.end(), why)
        for match in stroke.finditer(passage.text):
            yield text.fault(UnitSpacing, passage, match.start(), match.end(), "no space around the stroke")


@lru_cache(maxsize=256)
def _patterns(own: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for a number that touches its unit, and for a stroke with a space. A unit of one letter counts only
    where the record uses it: 5A may be a class, 4t an unknown."""
    symbols = {symbol for symbol in shipped().symbols if len(symbol) > 1} | own
    units = "|".join(sorted(map(re.escape, symbols), key=lambda symbol: (-len(symbol), symbol)))
    every = "|".join(sorted(map(re.escape, shipped().symbols | own), key=lambda symbol: (-len(symbol), symbol)))
    glued = re.compile(rf"(?<![\w.]){_NUMBER}(?P<unit>(?:{units})(?![A-Za-z0-9])|(?:{every})/(?:{every})(?![A-Za-z]))")
    stroke = re.compile(rf"(?<=\d )(?:{every})[²³]?(?: +/ *| */ +)(?:{every})(?![A-Za-z])")
    return glued, stroke


_NUMBER = r"\d[\d,]*(?:\.\d+)?"
