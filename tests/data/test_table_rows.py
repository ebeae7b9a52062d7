"""Rows of a table that have the same first column go by their number."""

from __future__ import annotations

import json
from pathlib import Path

import mspec
from mspec.compiler.load import load_source
from mspec.compiler.source import Source

SPEC = """
table packs(name : word, size : int) {{
  "box", 4
  "box", 6
  "bag", 10
}}
problem eggs {{
  given {{
    p : packs
    n : int in 2..9  "number"
  }}
  steps {{ all_eggs = n * p.size  "number of eggs" }}
  story \"\"\"
    There are {{n}} packs of the kind {{p.name}}, each with {{p.size}} eggs.
  \"\"\"
  ask all_eggs "How many eggs are there?"
  test "one" {{
    with p = {row}, n = 2
    expect all_eggs == {eggs}
  }}
}}
"""


def test_a_record_tells_the_row(tmp_path: Path) -> None:
    path = tmp_path / "eggs.mspec"
    path.write_text(SPEC.format(row='"bag"', eggs=20), encoding="utf-8")
    made = mspec.generate([path], 60, tmp_path / "eggs.jsonl", seed=1)
    records = [json.loads(line) for line in made.path.read_text(encoding="utf-8").splitlines()]
    assert {record["givens"]["p"] for record in records} == {"1", "2", "bag"}
    assert mspec.verify(made.path, specs=[path]).faulty == 0


def test_a_test_binds_it_by_number() -> None:
    for row, eggs in (("1", 8), ("2", 12), ("3", 20), ('"bag"', 20)):
        spec = mspec.load(SPEC.format(row=row, eggs=eggs))
        assert mspec.load(spec.compile("spec")) == spec
    for row in ('"box"', "4", "0", '"jar"'):
        found = load_source(Source("t.mspec", SPEC.format(row=row, eggs=8))).diagnostics
        assert [d.code for d in found] == (["MS3020"] if row == '"box"' else ["MS3014"])
