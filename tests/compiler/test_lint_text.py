"""Lints of texts: what is found, what is left alone, and that the fix reads right."""

from __future__ import annotations

import pytest

from mspec.compiler.load import load_source
from mspec.compiler.source import Source

SPEC = '''use lexicon.food
problem p {{
  given {{
    kid    : person
    item   : noun in {{muffin, eclair}}
    colour : word in {{"orange", "red"}}
    n      : count(item) in 1..9   "number of {{item:plural}}"
    k      : count(bagel) in 1..9  "number of bagels"
    many   : count(bagel) in 2..9  "number of many bagels"
    cost   : money in $1..$9       "cost"
  }}
  steps {{ twice = 2 * n  "twice the number" }}
  story """
    {{kid}} is here.
    {text}
  """
  ask twice "How many?"
}}
'''


def fixed(text: str) -> tuple[str, list[str]]:
    """The text with all its fixes applied, and the codes of the lints."""
    source = SPEC.format(text=text)
    found = [d for d in load_source(Source("spec", source)).diagnostics if d.code.startswith("MS6")]
    for diagnostic in sorted(found, key=lambda d: d.span, reverse=True):
        edit = diagnostic.fix()
        assert edit is not None
        source = source[: edit.span.start] + edit.replacement + source[edit.span.end :]
    return source.split("is here.\n    ")[1].split('\n  """')[0], [d.code for d in found]


@pytest.mark.parametrize(
    ("text", "code", "better"),
    [
        ("It is a {item}.", "MS6002", "It is {a item}."),
        ("An {item} lies here.", "MS6002", "{An item} lies here."),
        ("It is an {colour} box.", "MS6002", "It is {an colour} box."),
        ("There are {n of item} here.", "MS6003", "There {are n of item} here."),
        ("Now {n of item} are left.", "", ""),
        ("{n of item} are left.", "MS6003", "{n of item are} left."),
        ("Then does {kid.they} pay?", "MS6003", "Then {does kid.they} pay?"),
        ("Does {kid.they pay}?", "MS6003", "{Does kid.they} pay?"),
        ("Then {kid.they} has none.", "MS6003", "Then {kid.they has} none."),
        ("{kid.They} are late.", "MS6003", "{kid.They are} late."),
        ("Here lie {k} bagels.", "MS6004", "Here lie {k of bagel}."),
        ("Here lie {k:words} bagels.", "MS6004", "Here lie {k:words of bagel}."),
        ("It is a {k:ordinal} time.", "MS6002", "It is {a k:ordinal} time."),
        ("Here lie {n} {item:plural}.", "MS6004", "Here lie {n of item}."),
        ("Here lie {item}s.", "MS6004", "Here lie {item:plural}."),
        ("Here lie {many} bagels.", "", ""),
        ("The price of {n of item} is high.", "", ""),
        ("{kid} has {n of item}.", "", ""),
        ("{kid} is {colour}.", "", ""),
        ("The cost is {cost}.", "", ""),
        ("Vitamin A {item} is good.", "", ""),
        ("Good. A {item} lies here.", "MS6002", "Good. {A item} lies here."),
        ("{kid.They} did pay {cost}.", "", ""),
    ],
)
def test_lint(text: str, code: str, better: str) -> None:
    assert fixed(text) == (better or text, [code] if code else [])


def test_a_fixed_text_has_no_lints() -> None:
    text = "There {are n of item}, {a item} and {kid.they has} {k of bagel}."
    assert fixed(text) == (text, [])


def test_no_fix_where_the_place_is_not_certain() -> None:
    source = SPEC.format(text="It is a\n      {item}.")
    [lint] = [d for d in load_source(Source("spec", source)).diagnostics if d.code == "MS6002"]
    assert lint.fix() is None
    assert lint.help_text() == "write `{a item}`"
