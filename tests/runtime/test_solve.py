"""The solver interface: three answers, exact values, limits that hold."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from fractions import Fraction

import pytest

from mspec.runtime.solve import SolverError, SolverMissing, check, decide, interface, process, solvers
from mspec.runtime.solve.interface import Solver
from mspec.runtime.solve.s_expressions import NotRational, exact_value, parse

SMALL = "(set-logic ALL)\n(declare-const x Int)\n(declare-const y Real)\n(declare-const b Bool)\n"
CUBES = (
    "(set-logic ALL)\n(declare-const x Int)(declare-const y Int)(declare-const z Int)\n"
    "(assert (= (+ (* x x x) (* y y y) (* z z z)) 33))\n"
)
both = pytest.mark.parametrize("solver", solvers())


@both
def test_values_are_exact(solver: Solver) -> None:
    text = SMALL + "(assert (and (= x (- 7)) (= (* 3.0 y) (- 1.0)) b))"
    verdict = check(text, solver=solver, model_symbols=["x", "y", "b", "(+ x 1)"])
    assert verdict.status == "sat"
    assert verdict.model == {"x": Fraction(-7), "y": Fraction(-1, 3), "b": True, "(+ x 1)": Fraction(-6)}


@both
def test_here_and_in_the_process_are_the_same(solver: Solver) -> None:
    text = SMALL + "(assert (and (> x 3) (< x 5)))"
    here = check(text, solver=solver, model_symbols=["x"], in_process=True)
    assert here == check(text, solver=solver, model_symbols=["x"])


@both
def test_core_names_what_clashes(solver: Solver) -> None:
    text = SMALL + "(assert (! (> x 3) :named low))(assert (! (> y 1.0) :named other))(assert (! (< x 3) :named high))"
    verdict = check(text, solver=solver, core=True)
    assert verdict.status == "unsat"
    assert set(verdict.core) == {"low", "high"}


@both
def test_spent_budget_is_unknown_with_a_reason(solver: Solver) -> None:
    verdict = check(CUBES, solver=solver, rlimit=2000, timeout_s=10)
    assert verdict.status == "unknown"
    assert verdict.reason and "killed" not in verdict.reason


def test_same_budget_same_answer() -> None:
    verdicts = {check(CUBES, rlimit=50_000).reason for _ in range(3)}
    assert len(verdicts) == 1


def test_irrational_model_is_unknown() -> None:
    verdict = check("(set-logic ALL)(declare-const r Real)(assert (= (* r r) 2.0))", model_symbols=["r"])
    assert verdict.status == "unknown" and "not rational" in verdict.reason


def test_overstaying_is_killed_and_the_next_question_is_answered() -> None:
    started = time.monotonic()
    verdict = check(CUBES, rlimit=10**9, timeout_s=0.3)
    assert time.monotonic() - started < 5
    assert verdict.status == "unknown" and verdict.reason.startswith("killed after 0.3 s")
    assert check(SMALL).status == "sat"


def test_one_process_serves_many_questions() -> None:
    check(SMALL)
    assert process._worker is not None
    first = process._worker
    check(SMALL + "(assert b)")
    assert process._worker is first
    process.stop()
    assert process._worker is None
    assert check(SMALL).status == "sat"


def test_a_process_that_dies_is_replaced() -> None:
    check(SMALL)
    assert process._worker is not None
    process._worker._process.kill()
    process._worker._process.wait()
    assert check(SMALL).status == "sat"


@both
def test_text_that_cannot_be_read_is_an_error(solver: Solver) -> None:
    with pytest.raises(SolverError, match=solver):
        check(SMALL + "(assert (> x nowhere))", solver=solver)
    assert check(SMALL, solver=solver).status == "sat"


def test_missing_solver_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interface, "find_spec", lambda name: None if name == "cvc5" else object())
    assert solvers() == ("z3",)
    with pytest.raises(SolverMissing, match=r"mspec\[cvc5\]"):
        check(SMALL, solver="cvc5")


def test_decide_says_who_decided_and_why_nobody_did(monkeypatch: pytest.MonkeyPatch) -> None:
    assert decide(SMALL + "(assert false)").status == "unsat"
    open_question = decide(CUBES, rlimit=2000, timeout_s=10)
    assert open_question.status == "unknown" and "z3: " in open_question.reason
    monkeypatch.setattr(interface, "find_spec", lambda name: None)
    assert decide(SMALL).reason == "no solver is installed"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_forked_child_has_a_process_of_its_own() -> None:
    code = (
        "import os\n"
        "from mspec.runtime.solve import check\n"
        f"text = {SMALL!r}\n"
        "assert check(text).status == 'sat'\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    os._exit(0 if check(text + '(assert false)').status == 'unsat' else 1)\n"
        "assert os.waitpid(child, 0)[1] == 0\n"
        "assert check(text).status == 'sat'\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], env=environment, timeout=60, check=False)
    assert done.returncode == 0


def test_importing_it_loads_no_solver() -> None:
    code = "import sys, mspec.runtime.solve.process; assert not {'z3', 'cvc5'} & set(sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    assert subprocess.run([sys.executable, "-c", code], env=environment, timeout=60, check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [("((x 3))", 3), ("((x (- 3)))", -3), ("((x (/ 5.0 2.0)))", Fraction(5, 2)), ("((x (- (/ 1 2))))", Fraction(-1, 2)),
     ("((|a b| 2.5))", Fraction(5, 2)), ("((x true))", True), ("((x false))", False)],
)  # fmt: skip
def test_reading_values(text: str, value: Fraction | bool) -> None:
    (pair,) = parse(text)
    assert exact_value(pair[1]) == value


@pytest.mark.parametrize("text", ["((x (root-obj (+ (^ x 2) (- 2)) 1)))", "((x (_ real_algebraic_number <1*x^2>)))"])
def test_what_is_no_fraction(text: str) -> None:
    (pair,) = parse(text)
    with pytest.raises(NotRational):
        exact_value(pair[1])


@pytest.mark.parametrize("text", ["", "sat", "((x 3)", ")"])
def test_what_is_no_list(text: str) -> None:
    with pytest.raises(ValueError, match="S-expression"):
        parse(text)
