"""The grammar for editors: up to date, and every word of the language has one colour."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mspec.compiler import keywords, libraries, textmate
from mspec.compiler.scan import Reading, Scanner

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR: dict[str, Any] = json.loads(textmate.text())
CODE: list[dict[str, str]] = GRAMMAR["repository"]["code"]["patterns"]


def scope(text: str, start: int = 0) -> tuple[str, str]:
    """What the first pattern that matches at a place makes of it."""
    for pattern in CODE:
        if (found := re.compile(pattern["match"]).match(text, start)) and found.group():
            return pattern["name"], found.group()
    return "", ""


def test_the_file_is_up_to_date() -> None:
    assert (ROOT / textmate.FILE).read_text(encoding="utf-8") == textmate.text(), (
        "run: python -m mspec.compiler.reference"
    )


def test_every_reserved_word_has_one_scope() -> None:
    groups = list(textmate.words().values())
    assert frozenset().union(*groups) == keywords.RESERVED
    assert sum(map(len, groups)) == len(keywords.RESERVED)


@pytest.mark.parametrize("word", sorted(keywords.RESERVED))
def test_a_word_is_found_whole(word: str) -> None:
    assert scope(word)[1] == word
    assert scope(f"{word}_x") == ("", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"), ("0.25)", "0.25"), ("20%", "20%"), ("$2.50,", "$2.50"), ("5 m/s^2 ", "5 m/s^2"),
        ("3 1/cm", "3 1/cm"), ("30 min", "30 min"), ("9 by 2", "9"), ("9 then", "9"), ("2..9", "2"), ("90 °C", "90 °C"),
    ],
)  # fmt: skip
def test_numbers(text: str, number: str) -> None:
    assert scope(text) == ("constant.numeric.mspec", number)


def patterns(rule: Any) -> Iterator[str]:
    """All regular expressions of a grammar."""
    if isinstance(rule, dict):
        for key, value in rule.items():
            yield from [value] if key in ("match", "begin", "end") else patterns(value)
    elif isinstance(rule, list):
        for part in rule:
            yield from patterns(part)


def test_patterns_match_something() -> None:
    assert all(re.compile(pattern).search("") is None or pattern.endswith("$") for pattern in patterns(GRAMMAR))


@pytest.mark.parametrize("name", ["money.bakery_discount", "physics.braking_car", "units.si"])
def test_words_of_a_spec(name: str) -> None:
    """What the scanner takes for a keyword or a number at the start of a token has a colour."""
    source = libraries.find(name, None)
    assert source is not None
    for token in Scanner(source.text, Reading(name)).tokens():
        if token.type == "NUMBER" or token.text in keywords.RESERVED:
            assert scope(source.text, token.start)[1] == token.text, token
