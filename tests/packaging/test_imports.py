"""Start-up: what the command line imports before it knows what it is asked for."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

HEAVY = ("numpy", "sympy", "z3", "cvc5", "openai", "jinja2", "pyarrow", "rich", "hypothesis", "lark", "orjson")
SPEC = Path(__file__).parents[2] / "specs" / "money" / "bakery_discount.mspec"


def loaded_by(code: str) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(found.stdout.split()) & set(HEAVY)


def cpu(*arguments: str) -> float:
    """CPU seconds of a process; the best of three, since machines are shared."""
    best = float("inf")
    for _ in range(3):
        before = _children()
        subprocess.run([sys.executable, "-m", "mspec.cli", *arguments], capture_output=True, check=True)
        best = min(best, _children() - before)
    return best


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def test_importing_mspec_loads_nothing_heavy() -> None:
    assert loaded_by("import mspec") == set()


def test_the_command_line_loads_click_only() -> None:
    assert loaded_by("import mspec.cli") == set()


def test_python_runs_the_package() -> None:
    found = subprocess.run([sys.executable, "-m", "mspec", "--version"], capture_output=True, text=True, check=True)
    assert found.stdout.startswith("mspec ")


def test_checking_a_small_spec_needs_no_sympy_and_no_renderer() -> None:
    code = f"from mspec.api import check; from pathlib import Path; check([Path({str(SPEC)!r})])"
    assert loaded_by(code) <= {"numpy", "lark"}


def test_start_up() -> None:
    """Three times the goals, so that a slow or busy machine passes and an accident does not; see benchmarks/cold.py."""
    assert cpu("--help") < 3 * 0.15
    assert cpu("check", str(SPEC)) < 3 * 0.5
