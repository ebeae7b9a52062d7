"""What is said where an expression cannot be of the type that is declared."""

from __future__ import annotations

import pytest

from mspec.compiler.load import load_source
from mspec.compiler.source import Source

TEXT = """
use units.si
table planets(name : word, g : acceleration[m/s^2]) {
  "Mars", 3.7 m/s^2
  "Venus", 8.87 m/s^2
}
problem p {
  given {
    place : planets
    high  : length[m] in 2 m..9 m  "height"
  }
  steps {
    t TYPE= sqrt(2 * high / place.g)  "time"
  }
  story \"\"\"
    A stone falls {high} on {place.name}, where gravity is {place.g}.
  \"\"\"
  ask t "How long does it fall?" (sigfigs = 3)
  test "by hand" {
    with place = ROW
  }
}
"""


@pytest.mark.parametrize(
    ("type_", "row", "message", "help_"),
    [
        (
            ": time[s] ",
            '"Mars"',
            "`t` is declared time[s], and its expression is time[s], which a root or a sine leaves inexact",
            "leave the type out; an option of `ask` rounds the answer, such as `(sigfigs = 3)`",
        ),
        (
            "",
            '"Pluto"',
            "`place` is declared planets, and its expression is none of its rows",
            'name a row by its first column, "Mars", "Venus", or give its number, from 1',
        ),
    ],
)
def test_help(type_: str, row: str, message: str, help_: str) -> None:
    text = TEXT.replace("TYPE", type_).replace("ROW", row)
    (found,) = load_source(Source("example.mspec", text)).diagnostics
    assert (found.code, found.text(), found.help_text()) == ("MS3014", message, help_)


@pytest.mark.parametrize("row", ['"Mars"', "2"])
def test_rows(row: str) -> None:
    assert load_source(Source("example.mspec", TEXT.replace("TYPE", "").replace("ROW", row))).diagnostics == []


def test_what_one_file_declares_is_not_in_sight_of_the_next() -> None:
    """Libraries are declared once a process and shared."""
    used = "use units.si\n"
    first = load_source(Source("first", used + 'noun gizmo "gizmo" : thing\nunit blip : length = 2 m\n'))
    second = load_source(Source("second", used))
    assert {"gizmo", "blip"} <= {*first.environment.nouns, *first.environment.units}
    assert not {"gizmo", "blip"} & {*second.environment.nouns, *second.environment.units}
    assert first.environment.units["km"] is second.environment.units["km"]
