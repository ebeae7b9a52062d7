"""A process with bounded memory in which hostile texts are tried, and killed when they take too long."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType

ROOT = Path(__file__).parents[2]
MEMORY = 3 << 30
"""Address space of the process. NumPy, Z3 and the interpreter itself reserve most of a gigabyte of it."""
SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a text.

    Attributes:
        codes: codes of all diagnostics, in order, without repetition.
        refused: one of them is an error.
        shown: the problem texts and answers of a few records, where there are any.
        outputs: what it compiles to, by target, and its pictures, by format.
        seconds: how long it took.
        megabytes: by how much it raised the peak memory of the process.
        crash: the traceback, where there was one; "time" where it was killed.
    """

    codes: tuple[str, ...] = ()
    refused: bool = False
    shown: tuple[str, ...] = ()
    outputs: dict[str, str] | None = None
    seconds: float = 0.0
    megabytes: int = 0
    crash: str = ""


class Cage:
    """Runs texts in one process after another; a new one is started after a crash."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._replies: SimpleQueue[str] = SimpleQueue()

    def __enter__(self) -> Cage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def run(self, text: str, *, seconds: float = SECONDS, sampled: bool = True) -> Outcome:
        """What becomes of one text: loaded, checked and, if nothing is wrong with it, sampled, compiled and drawn."""
        process = self._running()
        assert process.stdin is not None
        process.stdin.write(json.dumps({"text": text, "sampled": sampled}) + "\n")
        process.stdin.flush()
        try:
            reply = self._replies.get(timeout=seconds)
        except Empty:
            self._stop()
            return Outcome(crash="time", seconds=seconds)
        if not reply:
            code = process.wait()
            self._stop()
            return Outcome(crash=f"the process ended with {code}")
        found = json.loads(reply)
        return Outcome(**{**found, "codes": tuple(found["codes"]), "shown": tuple(found["shown"])})

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.properties.cage"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment, cwd=ROOT,
            )  # fmt: skip
            self._replies = SimpleQueue()
            Thread(target=_forward, args=(self._process, self._replies), daemon=True).start()
            assert self._replies.get(timeout=60) == "ready\n"
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def _forward(process: subprocess.Popen[str], replies: SimpleQueue[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        replies.put(line)
    replies.put("")


# --------------------------------------------------------------------------------------- in the process


def tried(text: str, sampled: bool) -> Outcome:
    """What becomes of a text, in this process."""
    from tests.properties.survival import placed, sound

    from mspec.api import Spec
    from mspec.compiler.diagnostics import MspecError
    from mspec.compiler.load import load_source
    from mspec.compiler.source import Source
    from mspec.runtime.prove.check import check_problem

    module = load_source(Source("<text>", text))
    found = list(module.diagnostics)
    shown: list[str] = []
    outputs: dict[str, str] = {}
    for problem in module.problems if not module.errors() else ():
        sound(problem)
        found += check_problem(problem)
        if any(d.severity == "error" for d in found) or not sampled:
            continue
        spec = Spec(problem)
        try:
            shown += [str(example) for example in spec.sample(2)]
        except MspecError as error:
            assert not error.diagnostics[0].code.startswith("MS81"), error
            found += error.diagnostics
            continue
        outputs |= {target: spec.compile(target) for target in ("python", "smtlib", "graph", "spec")}
        outputs |= {target: spec.graph(target) for target in ("svg", "dot", "mermaid")}
        compile(outputs["python"], "<generated>", "exec")
    placed(found, module)
    codes = tuple(dict.fromkeys(d.code for d in found))
    return Outcome(codes, any(d.severity == "error" for d in found), tuple(shown), outputs)


def _serve() -> None:
    import traceback


    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what anything prints must not be taken for a reply
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    replies.write("ready\n")
    replies.flush()
    for line in sys.stdin:
        request = json.loads(line)
        peak, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
        try:
            outcome = tried(request["text"], request["sampled"])
        except BaseException:
            outcome = Outcome(crash=traceback.format_exc()[-3000:])
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak) // 1024
        reply = {name: getattr(outcome, name) for name in Outcome.__slots__}
        reply |= {"seconds": time.perf_counter() - began, "megabytes": grown}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    _serve()
