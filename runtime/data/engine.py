"""Data sets: spread over specs, cut into shards, made by a pool, put together in order, renamed into place.

The bytes of an output depend on the specs, the number, the seed and the format only: not on workers, on batches, nor on
how often the run was interrupted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import IO

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import CannotWrite
from mspec.compiler.ir import Problem
from mspec.runtime.data import pool
from mspec.runtime.data.assembly import Assembly, synced
from mspec.runtime.data.checks import is_proved
from mspec.runtime.data.manifest import Run, Shard, open_parts, spread_evenly
from mspec.runtime.data.records import Recorder, spec_hash

BATCH = 16384
"""Rows in memory at a time."""

JOINED = 64
"""Lines that are written at once: few enough that no fresh memory is mapped for them."""

PROVED_FROM = 8_192
"""From so many rows of a spec on, its lowering is proved once. Below, the interpreter looks at every row: quicker."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a run wrote: `kept` rows came from an interrupted run of the same kind."""

    path: Path
    rows: int
    kept: int
    specs: int


def generate(
    problems: Iterable[Problem],
    n: int,
    seed: int,
    out: Path,
    *,
    format: str = "jsonl",
    workers: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Made:
    """Write `n` verified records, spread evenly over the problems, to `out`.

    Whether a record says `proved` or `interpreter` follows from `PROVED_FROM`, so from the arguments alone.

    An interrupted run leaves its finished shards beside the output, in `OUT.parts`; the same call continues it.

    Args:
        problems: what to generate from; one that stands there twice counts once.
        progress: called with the number of rows done so far.

    Raises:
        MspecError: two evaluations disagree (MS8101, MS8102), the parts belong to another run (MS8201), a package is
            missing (MS8202), the output cannot be written (MS8203), or the sampler's own diagnostics.
    """
    chosen = {(problem.name, spec_hash(problem)): problem for problem in problems}
    run = Run(seed, format, spread_evenly(n, list(chosen)))
    ordered = tuple(chosen[portion.name, portion.spec_hash] for portion in run.portions)
    parts = out.with_name(out.name + ".parts")
    with _writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        if format == "parquet":
            from mspec.runtime.data import parquet

            parquet.require()
        there = open_parts(parts, run)
        try:
            with Assembly(parts) as assembly:
                shards = list(run.shards())
                missing = [s for s in shards if s.number >= assembly.done and s.number not in there]
                kept = run.rows - sum(shard.rows for shard in missing)
                wanted = sorted({s.portion for s in missing if run.portions[s.portion].rows >= PROVED_FROM})
                proved = frozenset(portion for portion in wanted if is_proved(ordered[portion]))
                jobs = [(ordered[shard.portion], shard) for shard in missing]
                _make_all(_Maker(run, parts, proved), shards, jobs, assembly, workers, progress or (lambda done: None))
                assembly.finish(out)
        except BaseException:
            if not any((parts / name).stat().st_size for name in os.listdir(parts) if name != "run.json"):
                shutil.rmtree(parts)  # there is nothing to go on from
            raise
        synced(out.parent)
        shutil.rmtree(parts)
    return Made(out, run.rows, kept, len(ordered))


def _make_all(
    maker: _Maker,
    shards: list[Shard],
    jobs: list[tuple[Problem, Shard]],
    assembly: Assembly,
    workers: int,
    progress: Callable[[int], None],
) -> None:
    """Make the missing shards, and put all together in order."""
    rows = maker.run.rows - sum(shard.rows for _, shard in jobs)
    straight = maker.run.format == "jsonl" and (workers <= 1 or len(jobs) <= 1)
    for job in jobs if straight else pool.each(maker, jobs, workers):
        if straight:
            _catch_up(maker, shards[: job[1].number], assembly)
            assembly.add(partial(maker.write, job))
        elif maker.run.format == "jsonl":
            _catch_up(maker, shards, assembly)
        rows += job[1].rows
        progress(rows)
    if maker.run.format == "jsonl":
        _catch_up(maker, shards, assembly)
    else:
        from mspec.runtime.data import parquet

        assembly.add_whole(partial(parquet.concatenate, [maker.part(shard) for shard in shards]))


def _catch_up(maker: _Maker, shards: list[Shard], assembly: Assembly) -> None:
    """Move the parts whose turn it is into the output."""
    while assembly.done < len(shards) and (part := maker.part(shards[assembly.done])).exists():
        assembly.add_part(part)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes shards of a run, in whatever process. `proved` are the portions whose lowering is proved."""

    run: Run
    parts: Path
    proved: frozenset[int]

    def part(self, shard: Shard) -> Path:
        """Where a shard waits for its turn."""
        return self.parts / f"{shard.number:06}.part"

    def __call__(self, job: tuple[Problem, Shard]) -> None:
        """Make a part; it appears under its name only when it is whole and on the disk."""
        part = self.part(job[1])
        fresh = part.with_name(f"{part.name}.{os.getpid()}.tmp")
        try:
            with fresh.open("wb") as file:
                self.write(job, file)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(part)
        finally:
            fresh.unlink(missing_ok=True)
        synced(self.parts)

    def write(self, job: tuple[Problem, Shard], file: IO[bytes]) -> None:
        """Write the records of a shard."""
        problem, shard = job
        recorder = _recorder(problem, self.run.seed, shard.portion in self.proved, self.run.format == "parquet")
        starts = range(shard.start, shard.stop, BATCH)
        spans = [(start, min(start + BATCH, shard.stop)) for start in starts]
        if self.run.format == "parquet":
            from mspec.runtime.data import parquet

            parquet.write(file, (recorder.batch(*span) for span in spans))
            return
        for span in spans:
            for text in recorder.chunks(*span, JOINED):
                file.write(text.encode())


@lru_cache(maxsize=64)
def _recorder(problem: Problem, seed: int, proved: bool, pairs: bool) -> Recorder:
    """Compiled once a process and spec, not once a shard."""
    return Recorder(problem, seed, proved=proved, pairs=pairs)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise MspecError([CannotWrite(path=str(out), why=error.strerror or str(error))]) from error
