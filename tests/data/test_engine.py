"""Data sets: the same bytes however they are made, continued after an interrupt, never mixed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pyarrow.parquet as pq
import pytest
from tests.data.specs import apples, backwards, parts

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.runtime.data import engine, manifest, pool
from mspec.runtime.data.assembly import Assembly
from mspec.runtime.data.manifest import Portion, Run, spread_evenly
from mspec.runtime.data.reading import chunks
from mspec.runtime.data.records import Recorder

THREE = (parts(), apples(), backwards())


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards and batches of a few rows, so that small runs have many."""
    monkeypatch.setattr(manifest, "SHARD", 20)
    monkeypatch.setattr(Run, "__init__", _with_shards_of_20(Run.__init__))
    monkeypatch.setattr(engine, "BATCH", 7)


def _with_shards_of_20(init: Any) -> Any:
    def made(self: Run, seed: int, format: str, portions: tuple[Portion, ...], **rest: Any) -> None:
        init(self, seed, format, portions, **{**rest, "shard": 20})

    return made


def make(path: Path, n: int = 100, problems: tuple[Problem, ...] = THREE, **options: Any) -> bytes:
    engine.generate(problems, n, 3, path, **options)
    return path.read_bytes()


def test_spread_evenly() -> None:
    found = spread_evenly(8, [("c", "1"), ("a", "2"), ("b", "3")])
    assert [(p.name, p.rows) for p in found] == [("a", 3), ("b", 3), ("c", 2)]


def test_rows_stand_by_spec_and_index(tmp_path: Path) -> None:
    make(tmp_path / "a.jsonl")
    found = [orjson.loads(line) for line in (tmp_path / "a.jsonl").read_bytes().splitlines()]
    assert [(r["spec"], r["index"]) for r in found] == [
        *(("apples", i) for i in range(34)), *(("backwards", i) for i in range(33)), *(("parts", i) for i in range(33))
    ]  # fmt: skip


@pytest.mark.usefixtures("small")
def test_bytes_do_not_depend_on_batches_order_or_repetition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = make(tmp_path / "a.jsonl")
    monkeypatch.setattr(engine, "BATCH", 1000)
    monkeypatch.setattr(engine, "JOINED", 3)
    assert make(tmp_path / "b.jsonl", problems=(*reversed(THREE), apples())) == first
    assert not (tmp_path / "a.jsonl.parts").exists()


def test_bytes_do_not_depend_on_workers(tmp_path: Path) -> None:
    assert make(tmp_path / "a.jsonl", workers=2) == make(tmp_path / "b.jsonl")


@pytest.mark.usefixtures("small")
def test_an_interrupted_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make(tmp_path / "a.jsonl")
    chunks_of, calls = Recorder.chunks, []

    def interrupted(self: Recorder, start: int, stop: int, lines: int) -> Iterator[str]:
        calls.append((start, stop))
        if len(calls) == 5:
            raise KeyboardInterrupt
        return chunks_of(self, start, stop, lines)

    monkeypatch.setattr(Recorder, "chunks", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "b.jsonl")
    left = sorted(part.name for part in (tmp_path / "b.jsonl.parts").iterdir())
    assert left == ["journal", "out", "run.json"] and not (tmp_path / "b.jsonl").exists()
    made = engine.generate(THREE, 100, 3, tmp_path / "b.jsonl")
    assert (made.rows, made.kept) == (100, 20)
    assert (tmp_path / "b.jsonl").read_bytes() == whole
    assert calls.count((0, 7)) == 3  # of apples once only


@pytest.mark.usefixtures("small")
def test_a_crash_in_the_middle_of_a_line_loses_that_shard_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make(tmp_path / "a.jsonl")
    monkeypatch.setattr(Assembly, "finish", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "a.jsonl")
    monkeypatch.undo()
    parts = tmp_path / "a.jsonl.parts"
    first = int((parts / "journal").read_bytes().split()[1])
    (parts / "out").write_bytes((parts / "out").read_bytes()[: first + 1000])
    with (parts / "journal").open("ab") as journal:
        journal.write(b"99 ")
    (parts / "000003.part.123.tmp").write_bytes(b"half a part")
    monkeypatch.setattr(Run, "__init__", _with_shards_of_20(Run.__init__))
    made = engine.generate(THREE, 100, 3, tmp_path / "a.jsonl")
    assert made.kept == 20 and (tmp_path / "a.jsonl").read_bytes() == whole
    assert not parts.exists()


@pytest.mark.usefixtures("small")
def test_parts_wait_for_their_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make(tmp_path / "a.jsonl")

    def backwards_each(work: Any, jobs: Any, workers: int) -> Any:
        for job in reversed(jobs):
            work(job)
            yield job

    monkeypatch.setattr(pool, "each", backwards_each)
    seen: list[int] = []
    made = engine.generate(THREE, 100, 3, tmp_path / "b.jsonl", workers=2, progress=seen.append)
    assert (tmp_path / "b.jsonl").read_bytes() == whole and made.kept == 0
    assert seen == sorted(seen) and seen[-1] == 100


@pytest.mark.usefixtures("small")
def test_parts_of_another_run_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Assembly, "finish", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "a.jsonl")
    before = {part.name: part.read_bytes() for part in (tmp_path / "a.jsonl.parts").iterdir()}
    for n, seed, problems in ((100, 4, THREE), (99, 3, THREE), (100, 3, THREE[:2])):
        with pytest.raises(MspecError) as caught:
            engine.generate(problems, n, seed, tmp_path / "a.jsonl")
        assert [d.code for d in caught.value.diagnostics] == ["MS8201"]
    assert {part.name: part.read_bytes() for part in (tmp_path / "a.jsonl.parts").iterdir()} == before


def test_a_run_that_made_nothing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Recorder, "chunks", lambda *_: (_ for _ in ()).throw(ZeroDivisionError))
    with pytest.raises(ZeroDivisionError):
        make(tmp_path / "a.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_an_output_stays_until_it_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_text("precious\n")
    monkeypatch.setattr(Recorder, "chunks", lambda *_: (_ for _ in ()).throw(ZeroDivisionError))
    with pytest.raises(ZeroDivisionError):
        make(tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_text() == "precious\n"


def test_folders_are_made_and_files_are_none(tmp_path: Path) -> None:
    make(tmp_path / "new" / "folder" / "a.jsonl", 3)
    with pytest.raises(MspecError) as caught:
        make(tmp_path / "new" / "folder" / "a.jsonl" / "b.jsonl", 3)
    assert [d.code for d in caught.value.diagnostics] == ["MS8203"]


def test_parquet_holds_the_same_records(tmp_path: Path) -> None:
    make(tmp_path / "a.jsonl")
    make(tmp_path / "a.parquet", format="parquet")
    lines = [record for chunk in chunks(tmp_path / "a.jsonl") for record in chunk]
    rows = [record for chunk in chunks(tmp_path / "a.parquet") for record in chunk]
    assert rows == lines
    assert str(pq.read_schema(tmp_path / "a.parquet").field("givens").type) == "map<string, string ('givens')>"


@pytest.mark.usefixtures("small")
def test_parquet_bytes_are_the_same_again(tmp_path: Path) -> None:
    first = make(tmp_path / "a.parquet", format="parquet")
    assert make(tmp_path / "b.parquet", format="parquet") == first


@pytest.mark.usefixtures("small")
def test_an_interrupted_parquet_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make(tmp_path / "a.parquet", format="parquet")
    finish = Assembly.finish
    monkeypatch.setattr(Assembly, "finish", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "b.parquet", format="parquet")
    monkeypatch.setattr(Assembly, "finish", finish)
    made = engine.generate(THREE, 100, 3, tmp_path / "b.parquet", format="parquet")
    assert made.kept == 100 and (tmp_path / "b.parquet").read_bytes() == whole


def test_long_runs_prove_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PROVED_FROM", 34)
    make(tmp_path / "a.jsonl")
    records = [record for chunk in chunks(tmp_path / "a.jsonl") for record in chunk]
    done = {record["spec"]: record["verified"] for record in records if record and record["index"] == 1}
    looked = ["columns", "interpreter"]
    assert done == {"apples": ["proved", "columns"], "backwards": looked, "parts": looked}
