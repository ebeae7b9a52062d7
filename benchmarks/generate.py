"""Generating data sets: mspec beside reasoning-gym's gsm_symbolic, in one run, in problems per CPU second on one core.

    python benchmarks/generate.py [SPEC …]     (by default, the shipped specs made after GSM8K)

Ours is the whole path (worlds, answers, steps, labels, English, every check, JSON lines on disk); theirs is question,
answer and metadata as Python objects, and once more with `orjson.dumps`, since a data set has to be written. Rounds of
both alternate, so that a busy machine harms both; the best round of each counts. Compiling and proving are paid in each
of ours. Memory is the peak of a fresh process.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson

ROOT = Path(__file__).resolve().parent.parent
SPECS = ROOT / "specs"
ROUNDS, ROWS, THEIRS = 2, 131_072, 8_192


def best(work: Callable[[int], int], rounds: int) -> float:
    """Problems per CPU second of the best round."""
    rates = []
    for number in range(rounds):
        start = time.process_time()
        made = work(number)
        rates.append(made / (time.process_time() - start))
    return max(rates)


def ours(spec: Path, folder: Path) -> Callable[[int], int]:
    """A round of ours. Compiling is paid in every round."""
    from mspec.compiler.load import load_file
    from mspec.runtime.data.engine import generate

    problem = load_file(spec).problem()
    return lambda number: generate([problem], ROWS, number, folder / f"{spec.stem}.jsonl").rows


def theirs(write: bool) -> Callable[[int], int]:
    """A round of gsm_symbolic."""
    import reasoning_gym

    def work(number: int) -> int:
        lines = [
            orjson.dumps(item, default=str) if write else item
            for item in reasoning_gym.create_dataset("gsm_symbolic", size=THEIRS, seed=number)
        ]
        return len(lines)

    return work


def peak(spec: Path, rows: int) -> float:
    """Peak memory in MB of a process that generates so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        code = (
            "import mspec, re, pathlib\n"
            f"mspec.generate([{str(spec)!r}], {rows}, {folder + '/out.jsonl'!r}, seed=1)\n"
            # Not `ru_maxrss`: that of a fresh process begins at what the process that started it had used.
            "print(re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text())[1])"
        )
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(found.stdout) / 1024


def from_gsm8k() -> list[Path]:
    """The shipped specs made after problems of GSM8K, as their `source` says."""
    return [path for path in sorted(SPECS.rglob("*.mspec")) if 'source: "gsm8k' in path.read_text(encoding="utf-8")]


def main(specs: list[Path]) -> None:
    """Print the table."""
    gym, written = theirs(write=False), theirs(write=True)
    spent, best_of_theirs = 0.0, {"gsm_symbolic": 0.0, "gsm_symbolic, written": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        for spec in specs:
            mine = ours(spec, Path(folder))
            rates = {"mspec": 0.0, "gsm_symbolic": 0.0, "gsm_symbolic, written": 0.0}
            for number in range(ROUNDS):
                for name, work in zip(rates, (mine, gym, written), strict=True):
                    rates[name] = max(rates[name], best(lambda _, w=work, n=number: w(n), 1))
            size = (Path(folder) / f"{spec.stem}.jsonl").stat().st_size / ROWS
            rate = rates.pop("mspec")
            print(f"{spec.stem}: {rate:,.0f} problems per CPU second, {1e6 / rate:.1f} us each, {size:.0f} bytes")
            spent += 1 / rate
            for name, other in rates.items():
                best_of_theirs[name] = max(best_of_theirs[name], other)
                print(f"  {name}: {other:,.0f}, ratio {rate / other:.2f}")
    together = len(specs) / spent
    print(f"all {len(specs)} in equal parts: {together:,.0f} problems per CPU second")
    for name, other in best_of_theirs.items():
        print(f"  {name}, its best round of all: {other:,.0f}, ratio {together / other:.2f}")
    few, many = 65_536, 1_048_576
    print(f"peak memory: {peak(specs[0], few):.0f} MB for {few:,} rows, {peak(specs[0], many):.0f} MB for {many:,}")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or from_gsm8k())
