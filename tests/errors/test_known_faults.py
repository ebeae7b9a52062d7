"""Specs with one known fault each are refused (or warned of) with its code and with no other error."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.errors.test_every_code import WITHOUT_A_SPEC, checked

from mspec.compiler.diagnostics import Severity
from mspec.compiler.explain import catalogue
from mspec.compiler.load import load_source
from mspec.compiler.parse import MAX_CHARACTERS, MAX_ERRORS
from mspec.compiler.source import Source
from mspec.compiler.split import MAX_WORDS

CORPUS = tomllib.loads((Path(__file__).parent / "known_faults.toml").read_text(encoding="utf-8"))
BASES: dict[str, str] = CORPUS["bases"]
FAULTS: list[tuple[str, str, str, str]] = [tuple(fault) for group in CORPUS["faults"].values() for fault in group]


def text_of(base: str, old: str, new: str) -> str:
    if not base:
        return new
    assert BASES[base].count(old) == 1, f"{old!r} stands {BASES[base].count(old)} times in {base}"
    return BASES[base].replace(old, new)


def found(text: str) -> tuple[set[str], set[str]]:
    """The codes of errors, and those of warnings and notes."""
    codes: tuple[set[str], set[str]] = (set(), set())
    for diagnostic in checked(load_source(Source("<text>", text))):
        codes[diagnostic.severity is not Severity.ERROR].add(diagnostic.code)
    return codes


@pytest.mark.parametrize("base", BASES)
def test_bases_are_sound(base: str) -> None:
    assert found(BASES[base]) == (set(), set())


@pytest.mark.parametrize(
    ("code", "base", "old", "new"), FAULTS, ids=[f"{number}-{fault[0]}" for number, fault in enumerate(FAULTS)]
)
def test_fault(code: str, base: str, old: str, new: str) -> None:
    errors, others = found(text_of(base, old, new))
    if catalogue()[code].severity is Severity.ERROR:
        assert errors == {code}
    else:
        assert code in others and not errors


def test_every_code_is_covered() -> None:
    covered = {code for code, *_ in FAULTS}
    open_ended = {"MS1029", "MS5004", "MS5007", "MS5010", "MS5103", "MS5104", "MS5105"}
    """Shown by the examples in their docstrings; too slow, too long or too special to be varied here."""
    assert covered | open_ended | WITHOUT_A_SPEC == {code for code in catalogue() if code < "MS8"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("MS1030", "# " + "x" * MAX_CHARACTERS),
        ("MS1031", "import a\n" * (MAX_ERRORS + 1)),
        ("MS1038", "def a = 1" + " + 1" * MAX_WORDS),
    ],
)
def test_too_long(code: str, text: str) -> None:
    assert code in found(text)[0]
