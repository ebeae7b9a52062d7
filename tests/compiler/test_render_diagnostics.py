"""Diagnostics as text and JSON: excerpts, carets, several places, nothing that a terminal would obey."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st

from mspec.compiler.diagnostics import Diagnostic, Edit, Label
from mspec.compiler.explain import catalogue, explain
from mspec.compiler.render_diagnostics import as_json, render, render_all
from mspec.compiler.source import NOWHERE, Source, Span


@dataclass(frozen=True)
class Sample(Diagnostic):
    """For these tests."""

    code: ClassVar[str] = "MS0001"
    message: ClassVar[str] = "`{name}` is wrong"
    label: ClassVar[str] = "this"
    help: ClassVar[str] = "write `{better}`"

    name: str = "x"
    better: str = "y"
    other: Span = NOWHERE

    def others(self) -> tuple[Label, ...]:
        return (Label(self.other, "declared here"),) if self.other != NOWHERE else ()

    def notes(self) -> tuple[str, ...]:
        return ("n = 3\nm = 4",)

    def fix(self) -> Edit | None:
        return Edit(self.span, self.better)


TEXT = "given { x : int in 1..9 }\n\n\n\tstep = x * 2\n"
SOURCE = Source("a.mspec", TEXT)


def place(word: str, start: int = 0) -> Span:
    at = TEXT.index(word, start)
    return SOURCE.span(at, at + len(word))


def test_text() -> None:
    found = Sample(place("x * 2"), other=place("x"))
    assert render(found, {"a.mspec": SOURCE}) == (
        "error[MS0001]: `x` is wrong\n"
        " --> a.mspec:4:9\n"
        "  |\n"
        "1 | given { x : int in 1..9 }\n"
        "  |         - declared here\n"
        "...\n"
        "4 |     step = x * 2\n"
        "  |            ^^^^^ this\n"
        "  |\n"
        "  = note: n = 3\n"
        "          m = 4\n"
        "  = help: write `y`"
    )


def test_colour_changes_no_character() -> None:
    found = Sample(place("x * 2"), other=place("x"))
    coloured = render(found, {"a.mspec": SOURCE}, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(found, {"a.mspec": SOURCE})


def test_places_in_two_sources() -> None:
    library = Source("lib.mspec", "noun x\n")
    found = render(Sample(place("x"), other=library.span(5, 6)), {"a.mspec": SOURCE, "lib.mspec": library})
    assert "--> a.mspec:1:9" in found and "::: lib.mspec:1:6" in found


def test_without_a_place_or_a_source() -> None:
    assert render(Sample(), {}).splitlines()[0] == "error[MS0001]: `x` is wrong"
    assert "--> a.mspec\n" in render(Sample(place("x")), {})
    assert render_all([Sample(), Sample()], {}).count("\n\nerror") == 1


def test_json() -> None:
    (found,) = json.loads(as_json([Sample(place("x * 2"))], {"a.mspec": SOURCE}))
    assert (found["code"], found["message"], found["help"]) == ("MS0001", "`x` is wrong", "write `y`")
    at = found["at"]
    assert (at["line"], at["column"], at["end_line"], at["end_column"]) == (4, 9, 4, 14)
    assert found["fix"]["replacement"] == "y" and TEXT[at["start"] : at["end"]] == "x * 2"


def test_nothing_of_a_source_reaches_the_terminal_as_a_code() -> None:
    source = Source("a", "ask \x1b[2J\u202e x\n")
    shown = render(Sample(source.span(4, 5)), {"a": source})
    assert "\x1b" not in shown and "\u202e" not in shown


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_span_of_any_text(text: str, a: int, b: int) -> None:
    source = Source("a", text)
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    shown = render(Sample(source.span(start, end)), {"a": source})
    assert "^" in shown


def test_explain_knows_every_code() -> None:
    for code, kind in catalogue().items():
        text = explain(code.lower())
        assert text is not None and text.startswith(f"{code} ({kind.severity})")
    assert list(catalogue()) == sorted(catalogue())
    assert explain("MS0000") is None
