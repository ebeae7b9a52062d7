"""Counterfactual pairs: one thing differs, all that hangs on it follows, and what cannot differ is known."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from mspec import api
from mspec.compiler.diagnostics import MspecError
from mspec.runtime.data.besides import Besides, recorder_with
from mspec.runtime.data.self_check import check_record, malformed
from mspec.runtime.data.spec_check import read_world
from mspec.runtime.interpret import Interpreter
from mspec.varying import plan_of

BAKERY = "money.bakery_discount"
Record = dict[str, Any]


def records(spec: str, n: int, kind: str = "leaf") -> list[Record]:
    return [orjson.loads(line) for line in recorder_with(api.load(spec).problem, 4, Besides(pair=kind)).batch(0, n)]


@pytest.mark.parametrize(
    "spec", [BAKERY, "physics.braking_car", "statistics.missing_month", "dress_pockets", "money.shipping_fee"]
)
def test_one_leaf_differs(spec: str) -> None:
    pairs = 0
    for record in records(spec, 12):
        pair = record["pair"]
        if pair is None:
            continue
        pairs += 1
        differing = [name for name in record["givens"] if record["givens"][name] != pair["givens"][name]]
        assert differing == [pair["what"]]
        assert (record["givens"][pair["what"]], pair["givens"][pair["what"]]) == (pair["from"], pair["to"])
        assert not set(pair["untouched"]) & ({*pair["changed"], *pair["same"]})
    assert pairs >= 6


def test_untouched_is_what_the_leaf_does_not_reach() -> None:
    """By the graph itself: forcing a step that hangs on the leaf is felt, forcing the leaf is not felt elsewhere."""
    problem = api.load(BAKERY).problem
    named = {name: node for node, name in problem.names().items()}
    seen = set()
    for record in records(BAKERY, 20):
        pair = record["pair"]
        seen.add(pair["what"])
        for name in pair["untouched"]:
            assert named[pair["what"]] not in _behind(problem, named[name])
        for name in {*pair["changed"], *pair["same"]}:
            assert named[pair["what"]] in _behind(problem, named[name])
    assert seen == {"n", "price", "off"}


def _behind(problem: Any, node: int) -> set[int]:
    found, waiting = set(), [node]
    while waiting:
        found.add(node := waiting.pop())
        waiting += problem.nodes[node].args
    return found


def test_nothing_else_changes_and_rows_are_their_own() -> None:
    problem = api.load(BAKERY).problem
    plain = [orjson.loads(line) for line in recorder_with(problem, 4).batch(0, 8)]
    paired = records(BAKERY, 8)
    assert [{k: v for k, v in record.items() if k != "pair"} for record in paired] == plain
    whole = recorder_with(problem, 4, Besides(pair="leaf"))
    assert whole.batch(3, 5) == whole.batch(0, 8)[3:5]


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_data_sets(tmp_path: Path, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / f"out.{suffix}"
    api.generate([BAKERY, "physics.braking_car"], 12, out, seed=2, pair="leaf")
    report = api.verify(out, [BAKERY, "physics.braking_car"])
    assert (report.faulty, report.from_spec) == (0, 12)
    assert all(example.record["pair"]["kind"] == "leaf" for example in api.read_examples(out, 12))


@pytest.mark.parametrize("spec", ["candy_kettle", "take_home_pay", "braking_car"])
def test_other_givens_stay_where_worlds_are_rare(spec: str) -> None:
    for record in records(spec, 20):
        pair = record["pair"]
        if pair is not None:
            assert {name for name, value in record["givens"].items() if pair["givens"][name] != value} == {pair["what"]}


def test_before_the_last_rule(tmp_path: Path) -> None:
    out = tmp_path / "variants.jsonl"
    api.generate([BAKERY], 8, out, seed=2, pair="rule", plan=plan_of(rounds="1..2"))
    assert api.verify(out, [BAKERY]).faulty == 0
    found = [orjson.loads(line) for line in out.read_bytes().splitlines()]
    pairs = [record["pair"] for record in found if record["pair"]]
    assert len(pairs) >= 6
    for record in found:
        pair = record["pair"]
        if pair:
            assert pair["what"] == record["lineage"][-1]
            shared = record["givens"].keys() & pair["givens"].keys()
            assert all(record["givens"][name] == pair["givens"][name] for name in shared)


def test_without_a_plan_there_is_no_last_rule(tmp_path: Path) -> None:
    with pytest.raises(MspecError, match="MS8505"):
        api.generate([BAKERY], 2, tmp_path / "x.jsonl", pair="rule")


FALSE: dict[str, Callable[[Record], object]] = {
    "a step in no list": lambda pair: pair["changed"].pop(),
    "a changed step is called untouched": lambda pair: pair["untouched"].append(pair["changed"].pop()),
    "an untouched step is called changed": lambda pair: pair["changed"].append(pair["untouched"].pop()),
    "the same value": lambda pair: pair.update(to=pair["from"]),
}


@pytest.mark.parametrize("lie", FALSE)
def test_a_false_pair_is_seen_through(lie: str) -> None:
    record = next(record for record in records(BAKERY, 12) if record["pair"]["untouched"])
    assert not list(check_record(record))
    false = copy.deepcopy(record)
    FALSE[lie](false["pair"])
    assert any(fault.kind == "pair" for fault in check_record(false))


def test_a_pair_without_its_fields() -> None:
    record = records(BAKERY, 1)[0]
    del record["pair"]["untouched"]
    assert malformed(record) == "`untouched` of the pair is missing or no list"


def test_the_other_world_is_admissible() -> None:
    problem = api.load(BAKERY).problem
    for record, pair in ((record, record["pair"]) for record in records(BAKERY, 6)):
        assert Interpreter(problem, read_world(problem, {**record, "givens": pair["givens"]})).admissible()


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_a_variant_says_what_its_last_rule_did(tmp_path: Path, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / f"variants.{suffix}"
    api.generate([BAKERY], 6, out, seed=2, plan=plan_of(rounds="1..3"))
    assert api.verify(out, [BAKERY]).faulty == 0
    for example in api.read_examples(out, 6):
        found, names = example.record["difference"], {*example.record["givens"], *(s.name for s in example.steps)}
        assert found["added"] and {*found["added"], *found["redefined"]} <= names
        assert not {*found["untouched"]} & {*found["added"], *found["redefined"]}
