"""Shards made by several processes, or by this one."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from functools import partial
from typing import TypeVar

from mspec.compiler.diagnostics import Diagnostic, MspecError

Job = TypeVar("Job")


def each(work: Callable[[Job], None], jobs: Sequence[Job], workers: int) -> Iterator[Job]:
    """Do all jobs, and yield each when it is done, in no particular order.

    With more than one worker, `work` and the jobs are pickled: `work` is a module's function or a `partial` of one. The
    processes are spawned, so threads of this one cannot harm them. An interrupt stops at the end of the jobs that run.

    Raises:
        MspecError: a job raised it.
    """
    if workers <= 1 or len(jobs) <= 1:
        for job in jobs:
            work(job)
            yield job
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(workers, len(jobs)), mp_context=context, initializer=_ignore_interrupts)
    try:
        done: dict[Future[tuple[Diagnostic, ...]], Job]
        done = {pool.submit(partial(_guarded, work), job): job for job in jobs}
        for future in as_completed(done):
            if diagnostics := future.result():
                raise MspecError(diagnostics)
            yield done.pop(future)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ignore_interrupts() -> None:
    """Ctrl-C reaches the whole process group; only the parent decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _guarded(work: Callable[[Job], None], job: Job) -> tuple[Diagnostic, ...]:
    """Diagnostics come back as values: an exception would be rebuilt from its message alone."""
    try:
        work(job)
    except MspecError as error:
        return error.diagnostics
    return ()
