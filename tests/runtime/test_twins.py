"""Told enough, refuted: two worlds with one text and different answers."""

from __future__ import annotations

from mspec.compiler.ir import Problem
from mspec.compiler.load import load_problem
from mspec.runtime.interpret import Interpreter
from mspec.runtime.prove.check import check_problem
from mspec.runtime.prove.twins import twins

SPEC = """problem boxes {
  given { n : int in 10..99  "number of eggs"
          MORE }
  steps { STEPS }
  TELL
  story \"\"\"STORY\"\"\"
  ask n "How many eggs are there?"
}"""


def problem(steps: str, told: str, more: str = "") -> Problem:
    story = "We know {" + "} and {".join(told.split()) + "}."
    tell = ", ".join(name for name in told.split() if f"{name} =" in steps)
    text = SPEC.replace("MORE", more).replace("STEPS", steps).replace("STORY", story)
    return load_problem(text.replace("TELL", f"tell {tell}" if tell else ""))


def notes(found: Problem) -> tuple[str, ...]:
    first = next(d for d in check_problem(found) if d.code in ("MS4001", "MS4002"))
    return first.notes()


def test_two_worlds_near_each_other() -> None:
    found = problem('full = quotient(n, 6) "number of full boxes"', "full")
    known = twins(found)
    assert known.status == "refuted" and known.worlds is not None
    one, other = (Interpreter(found, world) for world in known.worlds)
    full, n = found.node_named("full"), found.node_named("n")
    assert one.value(full) == other.value(full) and one.value(n) != other.value(n)
    first, *lines = notes(found)
    assert first == "two worlds with one text"
    assert len(lines) == 2 and all(": the answer is " in line for line in lines)


def test_two_worlds_that_only_a_solver_finds() -> None:
    """They differ in two givens at once: 7 more eggs in place of 100 boxes."""
    steps = 'weight = 100 * n + 7 * k "weight"'
    found = problem(steps, "weight", 'k : int in 1..900 "number of boxes"')
    known = twins(found)
    assert known.status == "refuted" and known.worlds is not None
    one, other = known.worlds
    assert all(one[node] != other[node] for node in found.givens())
    weight = found.node_named("weight")
    assert Interpreter(found, one).value(weight) == Interpreter(found, other).value(weight)


def test_what_is_shown_says_what_is_alike() -> None:
    found = problem('total = n + k "sum"', "k", 'k : int in 1..9 "number of boxes"')
    assert notes(found)[0].startswith("two worlds with one text (k = ")


def test_determined_without_a_way_back() -> None:
    """n + n³ is told: there is one n, and no step that finds it."""
    found = problem('power = n^3 + n "number"', "power")
    assert twins(found).status == "determined"
    assert notes(found) == ("what is told determines the answer, but no step of a solution leads back to it",)


def test_a_requirement_counts() -> None:
    """Of two worlds each must be one."""
    text = SPEC.replace("MORE", "").replace("STEPS", 'full = quotient(n, 6) "number of full boxes"')
    text = text.replace("TELL", "tell full").replace("STORY", "They fill {full} boxes.")
    found = load_problem(text.replace("  steps", "  require { remainder(n, 6) == 0 }\n  steps"))
    assert twins(found).status == "determined"
