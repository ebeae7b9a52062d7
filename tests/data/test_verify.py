"""Verifying data sets: good ones pass, and each kind of damage is seen, by its own fields and against the spec."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import orjson
import pytest
from tests.data.specs import apples, backwards, parts

from mspec.compiler.load import load_file
from mspec.runtime.data import self_check
from mspec.runtime.data.engine import generate
from mspec.runtime.data.self_check import shown_number
from mspec.runtime.data.verify import verify
from mspec.runtime.data.wrong_check import LONG_TAIL

SPECS = Path(__file__).parents[2] / "specs"
Damage = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "good.jsonl"
    generate([apples(), parts(), backwards()], 90, 5, path)
    return path


def test_a_good_data_set_holds(good: Path) -> None:
    report = verify(good, [apples(), parts(), backwards()])
    assert (report.records, report.faulty, report.from_spec, report.faults) == (90, 0, 90, {})
    assert verify(good).from_spec == 0


def test_shipped_specs_hold(tmp_path: Path) -> None:
    problems = [problem for path in sorted(SPECS.rglob("*.mspec")) for problem in load_file(path).problems]
    generate(problems, 5 * len(problems), 2, tmp_path / "all.jsonl")
    report = verify(tmp_path / "all.jsonl", problems)
    assert report.faults == {} and report.records == report.from_spec == 5 * len(problems)
    assert verify(tmp_path / "all.jsonl").faults == {}


def damaged(good: Path, damage: Damage, to: Path) -> Path:
    """The data set with its first record damaged."""
    first, *rest = good.read_bytes().splitlines()
    record = orjson.loads(first)
    damage(record)
    to.write_bytes(b"\n".join([orjson.dumps(record), *rest]) + b"\n")
    return to


def set_to(*path: str | int, value: Any) -> Damage:
    def damage(record: Any) -> None:
        for name in path[:-1]:
            record = record[name]
        record[path[-1]] = value

    return damage


def _wrong_equation(record: dict[str, Any]) -> None:
    left, _, right = record["steps"][0]["equation"].partition(" = ")
    record["steps"][0]["equation"] = f"{left} = {int(right) + 1}"


def _consistent_lie(record: dict[str, Any]) -> None:
    """Another true equation with its own value: only the expression over the givens tells."""
    record["steps"][0] |= {"equation": "6 * 7 = 42", "value": "42"}


SELF = [
    ("equation", _wrong_equation),
    ("equation", set_to("steps", 0, "equation", value="1 / 0 = 1")),
    ("equation", set_to("steps", 0, "equation", value="import os")),
    ("equation gives another value", set_to("steps", 0, "value", value="7")),
    ("chain", _consistent_lie),
    ("answer", set_to("answer", "value", value="1000001")),
    ("answer text", set_to("answer", "text", value="3")),
    ("id", set_to("index", value=77)),
    ("input", set_to("steps", 1, "inputs", value=["total", "nobody"])),
    ("depth", set_to("steps", 1, "depth", value=5)),
    ("metric", set_to("metrics", "width", value=9)),
    ("metric", set_to("metrics", "steps", value=1)),
    ("metric", set_to("metrics", "digits", value=1)),
    ("float", set_to("seed", value=5.0)),
    ("float in text", set_to("question", value="There are 0.30000000000000004 bags.")),
    ("malformed", set_to("steps", 0, "value", value=24)),
    ("malformed", set_to("answer", value="24")),
    ("malformed", set_to("index", value=-1)),
    ("malformed", set_to("steps", 0, "inputs", value=["total", 3])),
    ("malformed", lambda record: record.pop("lineage")),
    ("malformed", set_to("steps", 0, "inputs", value=["total", 3])),
    ("malformed", lambda record: record.pop("lineage")),
    ("malformed", set_to("steps", 0, "inputs", value=["total", 3])),
    ("malformed", lambda record: record.pop("lineage")),
    ("claim", set_to("steps", 0, "claim", value="3 > 4")),
]


@pytest.mark.parametrize(("kind", "damage"), SELF, ids=[f"{k}-{n}" for n, (k, _) in enumerate(SELF)])
def test_damage_is_seen_by_the_fields_alone(good: Path, tmp_path: Path, kind: str, damage: Damage) -> None:
    report = verify(damaged(good, damage, tmp_path / "bad.jsonl"))
    assert report.faulty == 1
    assert (kind if kind != "float" else "malformed") in report.faults


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It is 0.30000000000000004.", True), ("It is 2.99999999999.", True), ("It is 1e-07.", True),
        ("It is 0.00030000000004.", True), ("It is 10.0000001.", True),
        ("-0.000001778", False), ("≈ 0.0000000123", False), ("$1,234.50", False), ("0.125", False),
    ],
)  # fmt: skip
def test_zeros_before_a_small_number_are_no_tail(text: str, wrong: bool) -> None:
    assert bool(LONG_TAIL.search(text)) is wrong


def test_a_record_has_just_the_fields_that_are_checked(good: Path) -> None:
    record = orjson.loads(good.read_bytes().splitlines()[0])
    assert record.keys() == self_check.FIELDS.keys()
    assert all(step.keys() == self_check.STEP_FIELDS.keys() for step in record["steps"])


def test_a_field_may_be_empty_but_not_missing(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_check, "FIELDS", {**self_check.FIELDS, "grade": int | None})
    record = orjson.loads(good.read_bytes().splitlines()[0])
    assert self_check.malformed(record) == "`grade` is missing or no int | None"
    assert self_check.malformed(record | {"grade": "7"}) == "`grade` is missing or no int | None"
    assert self_check.malformed(record | {"grade": None}) is None
    assert self_check.malformed(record | {"grade": 7}) is None


def test_a_field_that_only_the_spec_gives_is_malformed_where_it_is_missing(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_check, "FIELDS", {n: t for n, t in self_check.FIELDS.items() if n != "lineage"})
    report = verify(damaged(good, lambda record: record.pop("lineage"), tmp_path / "bad.jsonl"), [apples()])
    assert report.counts == {"malformed": 1}


AGAINST_SPEC = [
    ("not what the spec gives", set_to("question", value="How many good apples are there?")),
    ("not what the spec gives", set_to("steps", 0, "sentence", value="It is so.")),
    ("given", set_to("givens", "n", value="many")),
    ("inadmissible world", set_to("givens", "n", value="1")),
    ("step by the interpreter", set_to("givens", "n", value="1000")),
]


@pytest.mark.parametrize(("kind", "damage"), AGAINST_SPEC, ids=[f"{k}-{n}" for n, (k, _) in enumerate(AGAINST_SPEC)])
def test_damage_is_seen_against_the_spec(good: Path, tmp_path: Path, kind: str, damage: Damage) -> None:
    report = verify(damaged(good, damage, tmp_path / "bad.jsonl"), [apples()])
    assert kind in report.faults and report.faulty == 1 and report.from_spec == 30


def test_lines_that_are_no_records(good: Path, tmp_path: Path) -> None:
    lines = good.read_bytes().splitlines()
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b"\n".join([lines[0], b"{not json", b"[1, 2]", lines[1], lines[0]]))
    report = verify(path)
    assert (report.records, report.faulty) == (5, 3)
    assert report.counts == {"malformed": 2, "repeated": 1}


def test_records_of_other_specs_are_checked_by_their_fields(good: Path) -> None:
    assert verify(good, [parts()]).from_spec == 30


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$2.50", "5/2"), ("-$3", "-3"), ("$1,200", "1200"), ("20%", "1/5"), ("33 1/3%", "1/3"), ("7/3", "7/3"),
        ("2 1/3", "7/3"), ("24.05 N", "481/20"), ("9.8 m/s²", "49/5"), ("12 bagels", "12"), ("7:3", "7/3"),
        ("2:1", "2"),
    ],
)  # fmt: skip
def test_shown_number(text: str, value: str) -> None:
    assert shown_number(text) == Fraction(value)


@pytest.mark.parametrize("text", ["twice", "3, 5 and 7", ""])
def test_texts_that_show_no_single_number(text: str) -> None:
    assert shown_number(text) is None
