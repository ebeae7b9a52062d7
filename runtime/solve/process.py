"""The solver process, seen from outside: started when first needed, reused, killed when it overstays."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from fractions import Fraction
from queue import Empty, SimpleQueue
from typing import IO

from mspec.runtime.solve.interface import MEMORY_BYTES, Query, SolverError, Verdict


class Worker:
    """One solver process. Not shared with a forked child: that one starts its own."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mspec.runtime.solve.worker", str(MEMORY_BYTES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            encoding="utf-8",
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._requests = self._process.stdin
        self._replies: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=_forward, args=(self._process.stdout, self._replies), daemon=True).start()

    @property
    def usable(self) -> bool:
        """It lives, and it was started by this process."""
        return self.owner == os.getpid() and self._process.poll() is None

    def ask(self, query: Query, timeout_s: float) -> str | None:
        """The reply line, "" if the process died, None if it had to be killed."""
        request = {
            "text": query.text,
            "solver": query.solver,
            "rlimit": query.rlimit,
            "model_symbols": query.model_symbols,
            "core": query.core,
        }
        try:
            self._requests.write(json.dumps(request) + "\n")
            self._requests.flush()
            return self._replies.get(timeout=timeout_s)
        except BrokenPipeError:
            return ""
        except Empty:
            self.stop()
            return None

    def stop(self) -> None:
        """Kill the process and close its pipes."""
        if self.owner != os.getpid():
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # what it was still to be told went with it
                    pipe.close()


def _forward(replies: IO[str], queue: SimpleQueue[str]) -> None:
    try:
        for line in replies:
            queue.put(line)
    except ValueError:
        return  # closed while it was read: the process was stopped
    queue.put("")


_worker: Worker | None = None
_lock = threading.Lock()


def ask(query: Query, timeout_s: float) -> Verdict:
    """Run a query in the solver process.

    Raises:
        SolverError: the solver cannot read the text.
    """
    global _worker
    with _lock:
        if _worker is not None and not _worker.usable:
            _worker.stop()
            _worker = None
        if _worker is None:
            _worker = Worker()
        line = _worker.ask(query, timeout_s)
    if line is None:
        return Verdict("unknown", reason=f"killed after {timeout_s:g} s", solver=query.solver)
    if not line:
        return Verdict("unknown", reason="the solver's process died", solver=query.solver)
    reply = json.loads(line)
    if "error" in reply:
        raise SolverError(reply["error"])
    model = {k: v if isinstance(v, bool) else Fraction(v) for k, v in reply["model"].items()}
    return Verdict(reply["status"], model, tuple(reply["core"]), reply["reason"], query.solver)


def stop() -> None:
    """End the solver process; the next question starts another."""
    global _worker
    with _lock:
        if _worker is not None:
            _worker.stop()
            _worker = None


def _after_fork() -> None:
    # A lock that another thread held at the fork would never be released here.
    global _lock, _worker
    _lock, _worker = threading.Lock(), None


atexit.register(stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
