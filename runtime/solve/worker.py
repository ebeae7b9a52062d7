"""The process in which solvers run: one JSON object a line in, one out.

Started by `process.py` as `python -m mspec.runtime.solve.worker MEMORY_BYTES`; a fresh interpreter, so that it
inherits no locks and no solver state.
"""

from __future__ import annotations

import json
import sys
from typing import TextIO

from mspec.runtime.solve.interface import Query, SolverError, Verdict, answer


def encode(verdict: Verdict) -> dict[str, object]:
    """A verdict as JSON: exact numbers as text."""
    return {
        "status": verdict.status,
        "model": {k: v if isinstance(v, bool) else str(v) for k, v in verdict.model.items()},
        "core": list(verdict.core),
        "reason": verdict.reason,
    }


def reply(line: str) -> dict[str, object]:
    """The answer to one request."""
    request = json.loads(line)
    query = Query(
        request["text"], request["solver"], request["rlimit"], tuple(request["model_symbols"]), request["core"]
    )
    try:
        return encode(answer(query))
    except SolverError as error:
        return {"error": str(error)}
    except MemoryError:
        return encode(Verdict("unknown", reason="out of memory"))


def limit_memory(size: int) -> None:
    """Bound this process's address space, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def serve(requests: TextIO, replies: TextIO) -> None:
    """Answer until the other end closes."""
    for line in requests:
        replies.write(json.dumps(reply(line)) + "\n")
        replies.flush()


if __name__ == "__main__":
    limit_memory(int(sys.argv[1]))
    # Solvers print to standard output when they feel like it: the replies keep the real one to themselves.
    channel = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stderr
    serve(sys.stdin, channel)
