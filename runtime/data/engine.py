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
from mspec.runtime.data.checks import is_proved
from mspec.runtime.data.manifest import Run, Shard, open_parts, spread_evenly
from mspec.runtime.data.records import Recorder, spec_hash

BATCH = 16_384
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
        shards = list(run.shards())
        missing = [(ordered[shard.portion], shard) for shard in shards if shard.number not in there]
        wanted = sorted({shard.portion for _, shard in missing if run.portions[shard.portion].rows >= PROVED_FROM})
        kept = done = sum(shard.stop - shard.start for shard in shards if shard.number in there)
        try:
            proved = frozenset(portion for portion in wanted if is_proved(ordered[portion]))
            for _, shard in pool.each(partial(_make, run, parts, proved), missing, workers):
                done += shard.stop - shard.start
                if progress is not None:
                    progress(done)
            _put_together([parts / shard.file_name for shard in shards], out, format)
        except BaseException:
            if not any(parts.glob("*.part")):  # nothing to go on from
                shutil.rmtree(parts)
            raise
        shutil.rmtree(parts)
    return Made(out, run.rows, kept, len(ordered))


def _make(run: Run, parts: Path, proved: frozenset[int], job: tuple[Problem, Shard]) -> None:
    """Write one shard; it appears under its name only when it is whole and on the disk."""
    problem, shard = job
    recorder = _recorder(problem, run.seed, shard.portion in proved, run.format == "parquet")
    batches = (
        recorder.batch(start, min(start + BATCH, shard.stop)) for start in range(shard.start, shard.stop, BATCH)
    )
    with _replacing(parts / shard.file_name) as file:
        if run.format == "parquet":
            from mspec.runtime.data import parquet

            parquet.write(file, batches)
        else:
            for lines in batches:
                for first in range(0, len(lines), JOINED):
                    file.write(("\n".join(lines[first : first + JOINED]) + "\n").encode())


@lru_cache(maxsize=64)
def _recorder(problem: Problem, seed: int, proved: bool, pairs: bool) -> Recorder:
    """Compiled once a process and spec, not once a shard."""
    return Recorder(problem, seed, proved=proved, pairs=pairs)


def _put_together(parts: list[Path], out: Path, format: str) -> None:
    with _replacing(out) as file:
        if format == "parquet":
            from mspec.runtime.data import parquet

            parquet.concatenate(parts, file)
            return
        for part in parts:
            with part.open("rb") as source:
                shutil.copyfileobj(source, file, 1 << 20)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that replaces `path` when the block ends well, after it has reached the disk."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with fresh.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    if os.name == "posix":  # the new name, too, must survive a crash
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise MspecError([CannotWrite(path=str(out), why=error.strerror or str(error))]) from error
