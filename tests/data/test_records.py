"""Records: every field against the interpreter, and the checks that stand before them."""

from __future__ import annotations

import gc
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pytest
from tests.data.specs import apples, backwards, parts

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Given, Problem
from mspec.compiler.load import load_file
from mspec.runtime.batch import Batch
from mspec.runtime.compiled import Compiled, Evaluation
from mspec.runtime.data import checks
from mspec.runtime.data.exact_text import exact_text
from mspec.runtime.data.given_values import read_value
from mspec.runtime.data.record_shape import common_givens
from mspec.runtime.data.records import Recorder, spec_hash
from mspec.runtime.data.self_check import decimal_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.steps import equations, reread

SPECS = Path(__file__).parents[2] / "specs"
SHIPPED = [
    pytest.param(problem, id=problem.name)
    for path in sorted(SPECS.rglob("*.mspec"))
    for problem in load_file(path).problems
]


def records(problem: Problem, n: int, **options: Any) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in Recorder(problem, 1, **options).batch(0, n)]


@pytest.mark.parametrize("problem", SHIPPED)
def test_a_record_is_what_the_interpreter_says(problem: Problem) -> None:
    names = {name: node for node, name in problem.names().items()}
    for record in records(problem, 12, proved=True):
        world = {}
        for node in problem.givens():
            given = problem.nodes[node]
            assert isinstance(given, Given)
            world[node] = read_value(problem, given.type, record["givens"][given.name])
        reader = Interpreter(problem, world)
        assert reader.admissible()
        for step in record["steps"]:
            if step["name"] in names and isinstance(exact := reader.value(names[step["name"]]), Fraction):
                type_ = problem.nodes[names[step["name"]]].type
                assert step["value"] == exact_text(problem, type_, exact)
            assert not step["equation"] or reread.holds([step["equation"]])[0]
            assert step["sentence"].endswith(".") and step["description"] is not None
        answer, form = reader.value(problem.asks[-1].node), problem.asks[-1].form
        if isinstance(answer, Fraction) and form.round is None and form.sigfigs is None:
            type_ = problem.nodes[problem.asks[-1].node].type
            value = record["answer"]["value"]
            given_as = decimal_of(value) if form.wants_closed_form(type_) else value  # 3*sqrt(5) has digits, too
            assert given_as == exact_text(problem, type_, answer)
        assert record["question"] and record["answer"]["text"]


def test_identity() -> None:
    found = records(apples(), 3)
    digest = spec_hash(apples())
    assert [record["id"] for record in found] == [f"apples/{digest[:8]}/1/{index}" for index in range(3)]
    assert {(r["spec"], r["spec_hash"], r["seed"]) for r in found} == {("apples", digest, 1)}


def test_a_record_depends_on_its_index_alone() -> None:
    recorder = Recorder(parts(), 7)
    whole = recorder.batch(0, 300)
    assert [line for start in range(0, 300, 37) for line in recorder.batch(start, min(start + 37, 300))] == whole
    assert recorder.rows(np.array([299, 3, 42])) == [whole[299], whole[3], whole[42]]
    assert Recorder(parts(), 7, proved=False).batch(5, 6) == whole[5:6]
    assert Recorder(parts(), 8).batch(0, 20) != whole[:20]


@pytest.mark.parametrize("problem", SHIPPED[::8])
def test_what_rows_have_in_common_is_what_each_would_have_alone(problem: Problem) -> None:
    recorder = Recorder(problem, 3, proved=True)
    together = recorder.batch(0, 1024)
    recorder._common = None
    assert recorder.batch(0, 1024) == together
    assert [recorder.batch(index, index + 1)[0] for index in range(12)] == together[:12]


def test_givens_that_only_the_story_mentions_are_not_common() -> None:
    problem = load_file(SPECS / "arithmetic" / "dress_pockets.mspec").problem()
    names = problem.names()
    assert [names[node] for node in common_givens(problem)] == ["item", "n", "p", "q", "few", "many"]


def test_parts_branches_and_rounding() -> None:
    seen = set()
    for record in records(parts(), 200):
        a, b = (int(record["givens"][name]) for name in "ab")
        larger, middle = record["parts"]
        assert larger["answer"]["value"] == str(max(a, b))
        assert middle["answer"]["value"] == str((a + b + 1) // 2)
        assert record["answer"] == middle["answer"]
        assert f'"{a} and {b}"' in record["question"]
        branch = record["steps"][0]
        assert branch["kind"] == "branch" and branch["claim"] in (f"{a} > {b}", f"{a} <= {b}")
        seen |= set(record["metrics"]["arms"])
    assert seen == {"larger: then", "larger: else"}


def test_a_hidden_given_is_recovered_from_what_is_told() -> None:
    for record in records(backwards(), 50):
        (step,) = record["steps"]
        assert step["inputs"] == ["big", "k"]
        assert record["told"] == {"big": str(int(record["givens"]["x"]) * int(record["givens"]["k"]))}
        assert record["answer"]["value"] == record["givens"]["x"] == step["value"]


def test_verified_says_what_was_done() -> None:
    done = [record["verified"] for record in records(apples(), 201, proved=True)]
    assert [index for index, names in enumerate(done) if "interpreter" in names] == [0, 100, 200]
    assert all(names[:2] == ["proved", "columns"] for names in done)
    assert {tuple(r["verified"]) for r in records(apples(), 30)} == {("columns", "interpreter")}


def test_held_givens() -> None:
    found = records(apples(), 20, given={"n": Fraction(12)})
    assert {record["givens"]["n"] for record in found} == {"12"}
    assert len({record["givens"]["k"] for record in found}) > 1


# ------------------------------------------------------------------------------ faults are caught, each by its check


def _off_by_one(found: Evaluation, row: int, problem: Problem) -> Evaluation:
    """The total of one row is wrong. (The sampler, too, runs generated code, which has no total.)"""
    node = problem.node_named("total")
    if node not in found.columns:
        return found
    column = np.array(found.columns[node])
    column[row] += 1
    return found._replace(columns={**found.columns, node: column})


def _patch_run(monkeypatch: pytest.MonkeyPatch, row: int) -> None:
    run = Compiled.run

    def wrong(self: Compiled, givens: Any, size: int) -> Evaluation:
        return _off_by_one(run(self, givens, size), row, apples())

    monkeypatch.setattr(Compiled, "run", wrong)


def test_the_second_evaluator_stops_a_wrong_column(monkeypatch: pytest.MonkeyPatch) -> None:
    _patch_run(monkeypatch, 17)
    with pytest.raises(MspecError) as caught:
        Recorder(apples(), 1, proved=True).batch(0, 50)
    (found,) = caught.value.diagnostics
    assert found.code == "MS8101" and "apples, index 17: `total`" in found.text()
    assert "second evaluator" in found.text()


def test_the_interpreter_stops_a_wrong_column(monkeypatch: pytest.MonkeyPatch) -> None:
    _patch_run(monkeypatch, 17)
    monkeypatch.setattr(checks, "check_columns", lambda *_: None)
    with pytest.raises(MspecError) as caught:
        Recorder(apples(), 1).batch(0, 50)
    (found,) = caught.value.diagnostics
    assert found.code == "MS8101" and "index 17: `total`" in found.text() and "interpreter" in found.text()


def test_rereading_stops_a_wrong_column(monkeypatch: pytest.MonkeyPatch) -> None:
    _patch_run(monkeypatch, 17)
    monkeypatch.setattr(checks, "check_columns", lambda *_: None)
    with pytest.raises(MspecError) as caught:
        Recorder(apples(), 1, proved=True).batch(0, 50)
    (found,) = caught.value.diagnostics
    assert found.code == "MS8102" and "index 17" in found.text()
    assert found.text().endswith("does not hold: it is false")


def test_what_is_reread_and_does_not_hold_says_why() -> None:
    why = reread.why_not
    assert why("2 + 2 = 5", claim=False) == "it is false"
    assert why("1 / 0 = 1", claim=False) == "it has no value (division by zero)"
    assert why("digits(47) == 11", claim=True) == "it has no value (the function digits is not known to the reader)"
    assert why("2 + = 5", claim=False).startswith("it cannot be read")


def test_rereading_stops_a_wrong_text(monkeypatch: pytest.MonkeyPatch) -> None:
    written = equations.StepWriter.write

    def wrong(self: equations.StepWriter, batch: Any) -> list[equations.Worked]:
        groups = written(self, batch)
        column = groups[0].steps[1].equation
        assert column is not None
        column[3] = column[3].replace(" - ", " + ")
        return groups

    monkeypatch.setattr(equations.StepWriter, "write", wrong)
    with pytest.raises(MspecError) as caught:
        Recorder(apples(), 1, proved=True).batch(0, 50)
    assert caught.value.diagnostics[0].code == "MS8102"


def test_a_world_that_is_not_admissible_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Compiled.run

    def wrong(self: Compiled, givens: Any, size: int) -> Evaluation:
        found = run(self, givens, size)
        admissible = found.admissible.copy()
        admissible[2] = False
        return found._replace(admissible=admissible)

    monkeypatch.setattr(Compiled, "run", wrong)
    with pytest.raises(MspecError) as caught:
        Recorder(apples(), 1).batch(0, 5)
    assert caught.value.diagnostics[0].code == "MS8101"


def test_shipped_specs_have_proved_lowerings() -> None:
    assert checks.is_proved(apples()) and checks.is_proved(parts())


def test_a_batch_is_freed_when_its_records_are_made() -> None:
    """Nothing of it hangs on a cycle of references: memory would grow by rows until the collector came."""
    recorder = Recorder(load_file(SPECS / "arithmetic" / "cattle_herd.mspec").problem(), 1)
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(one, Batch) for one in gc.get_objects())
        for start in (0, 256):
            assert len("".join(recorder.chunks(start, start + 256, 64)).splitlines()) == 256
        assert sum(isinstance(one, Batch) for one in gc.get_objects()) == before
    finally:
        gc.enable()
