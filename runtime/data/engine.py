"""Data sets: spread over specs, cut into shards, made by a pool, put together in order, renamed into place.

The bytes of an output depend on the specs, the number, the seed and the format only: not on workers, on batches, nor on
how often the run was interrupted.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import IO

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import CannotWrite
from mspec.compiler.errors.plans import PairNeedsPlan
from mspec.compiler.ir import Problem
from mspec.runtime.data import pool, tally
from mspec.runtime.data.assembly import Assembly, synced
from mspec.runtime.data.besides import NOTHING, Besides, recorder_with
from mspec.runtime.data.checks import is_proved
from mspec.runtime.data.counterfactual import RULE
from mspec.runtime.data.manifest import Portion, Run, Shard, open_parts, spread_evenly, style_hash
from mspec.runtime.data.records import Recorder, spec_hash
from mspec.runtime.data.tally import Tally
from mspec.runtime.data.variants import Mixture, VariantRecorder, shard_of
from mspec.runtime.plan.plan import Plan

BATCH = 16384
"""Rows in memory at a time."""

JOINED = 64
"""Lines that are written at once: few enough that no fresh memory is mapped for them."""

PROVED_FROM = 8_192
"""From so many rows of a spec on, its lowering is proved once. Below, the interpreter looks at every row: quicker."""


Source = Problem | Mixture
"""What a portion is made from."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a run wrote: `kept` rows came from an interrupted run of the same kind; `tally` counts what was drawn for
    variants."""

    path: Path
    rows: int
    kept: int
    specs: int
    tally: Tally = field(default_factory=Tally)


def generate(
    problems: Iterable[Problem],
    n: int,
    seed: int,
    out: Path,
    *,
    format: str = "jsonl",
    workers: int = 1,
    plan: Plan | None = None,
    besides: Besides = NOTHING,
    progress: Callable[[int], None] | None = None,
) -> Made:
    """Write `n` verified records, spread evenly over the problems, to `out`.

    With a plan, each row is a variant of its own (`mspec.runtime.data.variants`).

    Whether a record says `proved` or `interpreter` follows from `PROVED_FROM`, so from the arguments alone.

    An interrupted run leaves its finished shards beside the output, in `OUT.parts`; the same call continues it.

    Args:
        problems: what to generate from; one that stands there twice counts once.
        besides: further fields of all records.
        progress: called with the number of rows done so far.

    Raises:
        MspecError: two evaluations disagree (MS8101, MS8102), the parts belong to another run (MS8201), a package is
            missing (MS8202), the output cannot be written (MS8203), or the sampler's own diagnostics.
    """
    if besides.pair == RULE and plan is None:
        raise MspecError([PairNeedsPlan()])
    chosen = {(problem.name, spec_hash(problem)): problem for problem in problems}
    ordered: tuple[Source, ...]
    run = Run(seed, format, (), style=style_hash(besides.style), wrong=besides.wrong, pair=besides.pair)
    if plan is None:
        run = replace(run, portions=spread_evenly(n, list(chosen)))
        ordered = tuple(chosen[portion.name, portion.spec_hash] for portion in run.portions)
    else:
        mixture = Mixture(tuple(chosen[key] for key in sorted(chosen)), plan)
        portions = (Portion("variants", mixture.hash, n),)
        run = replace(run, portions=portions, shard=shard_of(plan, format), plan=plan.text)
        ordered = (mixture,)
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
                proved = _proved(run, ordered, missing)
                jobs = [(ordered[shard.portion], shard) for shard in missing]
                choices = any(problem.asks[-1].form.choices for problem in chosen.values())
                maker, done = _Maker(run, parts, proved, besides, choices), progress or (lambda rows: None)
                _make_all(maker, shards, jobs, assembly, workers, done)
                assembly.finish(out)
        except BaseException:
            if not any((parts / name).stat().st_size for name in os.listdir(parts) if name != "run.json"):
                shutil.rmtree(parts)  # there is nothing to go on from
            raise
        synced(out.parent)
        counted = tally.total(parts.glob(f"*{tally.SUFFIX}"))
        shutil.rmtree(parts)
    return Made(out, run.rows, kept, len(chosen), counted)


def _proved(run: Run, sources: tuple[Source, ...], missing: list[Shard]) -> frozenset[int]:
    """The portions whose lowering is proved: those that are large enough for it to be quicker."""
    wanted = sorted({shard.portion for shard in missing if run.portions[shard.portion].rows >= PROVED_FROM})
    found = {portion: sources[portion] for portion in wanted}
    return frozenset(k for k, source in found.items() if isinstance(source, Problem) and is_proved(source))


def _make_all(
    maker: _Maker,
    shards: list[Shard],
    jobs: list[tuple[Source, Shard]],
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

        there = [maker.part(shard) for shard in shards]
        assembly.add_whole(partial(parquet.concatenate, there, besides=maker.columns))


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
    besides: Besides = NOTHING
    choices: bool = False
    """Some questions ask for choices."""

    @property
    def columns(self) -> frozenset[str]:
        """Which columns a table has besides those that all have."""
        there = {"text": self.besides.style, "wrong": self.besides.wrong, "pair": self.besides.pair}
        there["difference"] = self.run.plan
        return frozenset({*(name for name, wanted in there.items() if wanted), *(("choices",) * self.choices)})

    def part(self, shard: Shard) -> Path:
        """Where a shard waits for its turn."""
        return self.parts / f"{shard.number:06}.part"

    def __call__(self, job: tuple[Source, Shard]) -> None:
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

    def write(self, job: tuple[Source, Shard], file: IO[bytes]) -> None:
        """Write the records of a shard."""
        source, shard = job
        for_parquet = self.run.format == "parquet"
        recorder = _recorder(source, self.run.seed, shard.portion in self.proved, for_parquet, self.besides)
        starts = range(shard.start, shard.stop, BATCH)
        spans = [(start, min(start + BATCH, shard.stop)) for start in starts]
        with _specs_set_aside():
            if for_parquet:
                from mspec.runtime.data import parquet

                parquet.write(file, (recorder.batch(*span) for span in spans), self.columns)
            else:
                for span in spans:
                    for text in recorder.chunks(*span, JOINED):
                        file.write(text.encode())
        if isinstance(recorder, VariantRecorder):
            recorder.tally().write(self.part(shard).with_suffix(tally.SUFFIX))


@lru_cache(maxsize=64)
def _recorder(source: Source, seed: int, proved: bool, pairs: bool, besides: Besides) -> Recorder | VariantRecorder:
    """Compiled once a process and spec, not once a shard."""
    if isinstance(source, Mixture):
        return VariantRecorder(source, seed, besides, pairs=pairs)
    return recorder_with(source, seed, besides, proved=proved, pairs=pairs)


@contextmanager
def _specs_set_aside() -> Iterator[None]:
    """What is there already is no garbage: the collector would go through all specs, again and again, for the few
    cycles that the making of variants leaves."""
    if gc.get_freeze_count():  # someone else has done it
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise MspecError([CannotWrite(path=str(out), why=error.strerror or str(error))]) from error
