"""Wrong solutions in records: what they hold, that nothing else changes, and that `verify` sees through false ones."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from mspec import api
from mspec.compiler.diagnostics import MspecError
from mspec.runtime.batch import Batch
from mspec.runtime.data.besides import Besides, recorder_with
from mspec.runtime.data.self_check import check_record, check_texts
from mspec.runtime.data.wrong import WrongTraces
from mspec.runtime.sample.sampler import sampler_for
from mspec.runtime.vary import slips as slipping
from mspec.runtime.vary.slips import Slip, slips

Record = dict[str, Any]
BAKERY = "money.bakery_discount"


def records(spec: str, n: int, wrong: int) -> list[Record]:
    return [orjson.loads(line) for line in recorder_with(api.load(spec).problem, 4, Besides(wrong=wrong)).batch(0, n)]


@pytest.fixture(scope="module")
def record() -> Record:
    return records(BAKERY, 1, 4)[0]


def test_a_mistake() -> None:
    givens = {"n": "12", "price": "$2.50", "off": "20%"}
    (example,) = api.load(BAKERY).sample(1, given=givens, wrong=9)
    found = {trace.id: trace for trace in example.wrong()}
    one_item = found["one_item"]
    assert one_item.mistake == "forgets to multiply by the number bought" and one_item.first_wrong == 0
    assert [step.equation for step in one_item.steps] == ["5/2 = 5/2", "5/2 * 1/5 = 1/2", "5/2 - 1/2 = 2"]
    assert (one_item.answer.text, one_item.answer.value) == ("$2", 2)
    assert found["adds_instead"].first_wrong == 2 and found["adds_instead"].answer.text == "$36"
    assert api.load(BAKERY).sample(1, given=givens)[0].wrong() == ()


@pytest.mark.parametrize("spec", [BAKERY, "physics.braking_car", "arithmetic.dress_pockets"])
def test_nothing_else_changes(spec: str) -> None:
    plain, with_wrong = records(spec, 6, 0), records(spec, 6, 3)
    assert [{k: v for k, v in r.items() if k != "wrong"} for r in with_wrong] == plain
    assert "wrong" not in plain[0] and all(len(r["wrong"]) == 3 for r in with_wrong)


def test_random_access() -> None:
    """A row does not depend on those beside it, and fewer traces are the first of more."""
    problem = api.load("arithmetic.dress_pockets").problem
    whole = recorder_with(problem, 4, Besides(wrong=5)).batch(0, 8)
    assert recorder_with(problem, 4, Besides(wrong=5)).batch(3, 5) == whole[3:5]
    assert [r["wrong"][:2] for r in map(orjson.loads, whole)] == [r["wrong"] for r in records(problem.name, 8, 2)]
    assert len({tuple(t["id"] for t in orjson.loads(line)["wrong"]) for line in whole}) > 1


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_data_sets(tmp_path: Path, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / f"out.{suffix}"
    api.generate([BAKERY, "physics.braking_car"], 12, out, seed=2, wrong=3)
    report = api.verify(out, [BAKERY, "physics.braking_car"])
    assert (report.faulty, report.from_spec) == (0, 12)
    assert all(len(example.wrong()) == 3 for example in api.read_examples(out, 12))


def test_variants(tmp_path: Path) -> None:
    from mspec.varying import plan_of

    out = tmp_path / "variants.jsonl"
    api.generate([BAKERY], 4, out, seed=2, wrong=2, plan=plan_of(rounds="2"))
    assert api.verify(out, [BAKERY]).faulty == 0
    assert any(example.wrong() for example in api.read_examples(out, 4))


# -------------------------------------------------------------------------------------------- false ones


def moved_mark(trace: Record, record: Record) -> None:
    trace["first_wrong"] -= 1


def mark_out_of_range(trace: Record, record: Record) -> None:
    trace["first_wrong"] = 99


def right_answer(trace: Record, record: Record) -> None:
    trace["answer"] = record["answer"]


def not_carried_on(trace: Record, record: Record) -> None:
    trace["steps"][-1] = copy.deepcopy(record["steps"][-1])


def false_equation(trace: Record, record: Record) -> None:
    step = trace["steps"][trace["first_wrong"]]
    step["equation"] = step["equation"].replace("=", "+ 1 =")


def nothing_wrong(trace: Record, record: Record) -> None:
    trace["steps"], trace["answer"] = record["steps"], record["answer"]


def wrong_before(trace: Record, record: Record) -> None:
    trace["first_wrong"] += 1


def unexplained(trace: Record, record: Record) -> None:
    trace["mistake"] = ""


def missing_step(trace: Record, record: Record) -> None:
    del trace["steps"][trace["first_wrong"]]


FALSE = [
    moved_mark, mark_out_of_range, right_answer, not_carried_on, false_equation, nothing_wrong, wrong_before,
    unexplained, missing_step,
]  # fmt: skip


def faults(record: Record) -> Iterator[str]:
    yield from (fault.kind for fault in check_record(record))
    yield from (fault.kind for _, fault in check_texts([record], {}))


@pytest.mark.parametrize("spoil", FALSE, ids=lambda spoil: spoil.__name__)
def test_verify_sees(spoil: Callable[[Record, Record], None]) -> None:
    record = records("arithmetic.dress_pockets", 1, 9)[0]
    assert not list(faults(record))
    trace = next(t for t in record["wrong"] if 0 < t["first_wrong"] < len(t["steps"]) - 1)
    spoil(trace, record)
    assert list(faults(record))


def test_the_same_twice(record: Record) -> None:
    twice = {**record, "wrong": [record["wrong"][0]] * 2}
    assert list(faults(twice)) == ["wrong trace"]


def test_another_trace_than_the_spec_gives(tmp_path: Path, record: Record) -> None:
    """By its own fields a record with another sentence is good; the spec gives another one."""
    record = copy.deepcopy(record)
    record["wrong"][0]["mistake"] = "does something else"
    out = tmp_path / "out.jsonl"
    out.write_bytes(orjson.dumps(record) + b"\n")
    assert api.verify(out).faulty == 0
    assert list(api.verify(out, [BAKERY]).counts) == ["not what the spec gives"]


def test_a_slip_that_changes_more_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutation: a slip that also moves another step disagrees with the intervention, and no record is made."""
    problem = api.load(BAKERY).problem
    good = {slip.name: slip for slip in slips(problem)}
    nodes = list(good["one_item"].edited.nodes)
    other = good["adds_instead"]
    nodes[other.step] = other.edited.nodes[other.step]
    bent = replace(good["one_item"], edited=replace(good["one_item"].edited, nodes=tuple(nodes)))

    def bent_slips(problem: object) -> tuple[Slip, ...]:
        return (bent,)

    monkeypatch.setattr(slipping, "slips", bent_slips)
    sampler = sampler_for(problem)
    batch: Batch = sampler.draw(1, range(2))
    lines = [orjson.dumps(r).decode() for r in records(BAKERY, 2, 0)]
    with pytest.raises(MspecError) as error:
        WrongTraces(problem, 1, 2, sampler)(batch, lines)
    assert error.value.diagnostics[0].code == "MS8101"
