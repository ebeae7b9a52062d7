"""Start-up: CPU seconds of cold processes. Goals: `--help` under 0.15 s, `check` of a small spec under 0.5 s.

    python benchmarks/cold.py
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

SPEC = Path(__file__).resolve().parent.parent / "specs" / "money" / "bakery_discount.mspec"
ROUNDS = 10
COMMANDS = (("--help",), ("--version",), ("check", str(SPEC)), ("fmt", "--check", str(SPEC)), ("sample", str(SPEC)))


def spent() -> float:
    """CPU seconds of all children so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def cpu(arguments: list[str]) -> float:
    """CPU seconds of a process, the best of some rounds."""
    found = []
    for _ in range(ROUNDS):
        before = spent()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        found.append(spent() - before)
    return min(found)


def main() -> None:
    """Print one line a command."""
    bare = cpu(["-c", "pass"])
    print(f"{'python alone':24}{bare:.3f} s")
    print(f"{'import numpy':24}{cpu(['-c', 'import numpy']):.3f} s")
    for command in COMMANDS:
        print(f"{'mspec ' + command[0]:24}{cpu(['-m', 'mspec.cli', *command]):.3f} s")


if __name__ == "__main__":
    main()
