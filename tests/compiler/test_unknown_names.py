"""What is said of a name that is not declared."""

from __future__ import annotations

import pytest

from mspec.compiler.load import load_source
from mspec.compiler.source import Source

TEXT = """
use units.si
problem p {
  given {
    days  : int in 2..9             "number of days"
    w     : mass[kg] in 2 kg..9 kg  "mass"
  }
  steps {
    a = VALUE  "answer"
  }
  story \"\"\"
    It takes {days} days and weighs {w}.
  \"\"\"
  ask a "What?"
}
"""


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ("2 * dayz", "did you mean `days`?"),  # and not the noun `day`
        ("2 * hourr", "did you mean `hour`?"),
        ("2 * xyzzy", "declare it in `given` or `steps`, or `use` the library that does"),
        ("$0.60/kg * w", "`kg` is a unit: write a number before it, as in `1 kg`"),
    ],
)
def test_help(value: str, help_: str) -> None:
    (found,) = load_source(Source("example.mspec", TEXT.replace("VALUE", value))).diagnostics
    assert (found.code, found.help_text()) == ("MS2001", help_)
