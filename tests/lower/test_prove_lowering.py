"""A right lowering is proved, a wrong one is caught."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from tests import handmade
from tests.handmade import Builder, lattice
from tests.lower.random_problem import random_problem

from mspec.compiler.ir import Ask, Problem, Require, Values
from mspec.compiler.lower.lower_python import PythonLowering, lower_python
from mspec.compiler.types import INT, RATIONAL, REAL
from mspec.runtime.prove import lowering as proving
from mspec.runtime.prove.diagrams import GaveUp
from mspec.runtime.prove.lowering import WrongLowering, prove


def _changed(lowering: PythonLowering, old: str, new: str) -> PythonLowering:
    """The lowering with one place of the function changed."""
    head, function = lowering.text.split("def world(")
    assert function.count(old) == 1, function
    return replace(lowering, text=f"{head}def world({function.replace(old, new)}")


def _by_symbols(problem: Problem, lowering: PythonLowering) -> str:
    """What the symbolic comparison alone finds; it must not need luck with a sample."""
    try:
        return proving._difference(problem, lowering)
    except GaveUp as gave_up:
        return str(gave_up)


@pytest.mark.parametrize("problem", handmade.every(), ids=lambda p: p.name)
def test_handmade_problems_are_proved(problem: Problem) -> None:
    lowering = lower_python(problem)
    assert prove(problem, lowering).kind in ("exhaustive", "symbolic")
    assert _by_symbols(problem, lowering) == ""


def test_most_random_problems_are_proved() -> None:
    proofs = [prove(problem, lower_python(problem)) for problem in map(random_problem, range(120))]
    assert sum(proof.kind == "none" for proof in proofs) <= 6
    assert all(proof.reason for proof in proofs if proof.kind == "none")


BAKERY = [
    ("v_full = g_n * g_price", "v_full = g_n + g_price"),
    ("v_full * 5 - v_cut", "v_full * 5 + v_cut"),
    ("v_full * 5 - v_cut", "v_full * 4 - v_cut"),
    (">= 20", "> 20"),
    (">= 20", ">= 21"),
    ("ok1 & ok2", "ok1"),
    ("ok1 & ok2", "ok2"),
    ("ok1 & ok2", "ok1 | ok2"),
    ("(t1 % 4 == 0)", "(t1 % 2 == 0)"),
    ("(v_paid, v_full, v_cut)", "(v_paid, v_cut, v_full)"),
    ("v_full * g_off", "v_full * g_off + g_off * (g_off - 2) * (g_off - 3) * (g_off - 4) * (g_off - 5) * (g_off - 8)"),
]


@pytest.mark.parametrize(("old", "new"), BAKERY)
def test_a_wrong_bakery_is_caught(old: str, new: str) -> None:
    problem = handmade.bakery()
    wrong = _changed(lower_python(problem), old, new)
    assert _by_symbols(problem, wrong)
    if "g_off - 2" in new:
        # This is 0 wherever a discount is in the domain: right, and proved by running all worlds only.
        assert prove(problem, wrong).kind == "exhaustive"
    else:
        with pytest.raises(WrongLowering):
            prove(problem, wrong)


SAVERS = [
    ("v_left * 2 <= g_goal", "v_left * 2 < g_goal"),
    ("g_goal - v_both", "v_both - g_goal"),
    ("(-((-v_left) // v_rate))", "(v_left // v_rate)"),
    ("(-((-v_left) // v_rate))", "((v_left + v_rate) // v_rate)"),
    ("(-((-v_left) // v_rate))", "_each(lambda a, b: int(a / b), v_left, v_rate)"),
    ("v_b_all - g_spent", "g_spent - v_b_all"),
    ("g_k * v_a", "v_a * v_a"),
    ("ok1 = (g_spent < g_weekly * g_weeks)", "ok1 = (g_spent < g_weekly * g_weekly)"),
    ("g_goal, g_weekly, g_k, g_spent", "g_goal, g_k, g_weekly, g_spent"),
    ("v_a = g_weekly * g_weeks", "g_weeks = g_weekly * g_weeks; v_a = g_weeks"),
]


@pytest.mark.parametrize(("old", "new"), SAVERS)
def test_wrong_savers_are_caught(old: str, new: str) -> None:
    problem = handmade.rates()
    wrong = _changed(lower_python(problem), old, new)
    assert _by_symbols(problem, wrong)
    with contextlib.suppress(WrongLowering):
        assert prove(problem, wrong).kind == "none"


def test_every_changed_number_or_sign_of_a_lowering_is_caught() -> None:
    """Whatever integer or operator of the generated function is changed, it is no longer proved by symbols."""
    swaps = {" + ": " - ", " - ": " + ", " * ": " + ", " // ": " * ", " % ": " // ", " < ": " <= ", " <= ": " < ",
             " >= ": " > ", " == ": " != ", " & ": " | ", "_min(": "_max(", "_max(": "_min("}  # fmt: skip
    for problem in handmade.every():
        lowering = lower_python(problem)
        head, function = lowering.text.split("def world(")
        signature, body = function.split(":\n", 1)
        body = body.split("\n\n\nif __name__")[0]
        tail = function[len(signature) + 2 + len(body) :]
        code = re.sub(r"#.*", lambda m: " " * len(m[0]), body)
        places = [(m.start(), m[0], swaps[m[0]]) for m in re.finditer("|".join(map(re.escape, swaps)), code)]
        places += [(m.start(), m[0], str(int(m[0]) + 1)) for m in re.finditer(r"(?<![\w.])\d+", code)]
        survived = []
        for start, old, new in places:
            changed = body[:start] + new + body[start + len(old) :]
            wrong = replace(lowering, text=f"{head}def world({signature}:\n{changed}{tail}")
            if not _by_symbols(problem, wrong):
                survived.append(changed[max(0, start - 60) : start + 40])
        assert places and not survived, survived


def test_the_prelude_must_be_the_tested_one() -> None:
    problem = handmade.rates()
    lowering = lower_python(problem)
    wrong = replace(lowering, text=lowering.text.replace("least = xs[0]", "least = xs[-1]"))
    assert wrong.text != lowering.text
    assert "tested" in _by_symbols(problem, wrong)


def test_a_difference_far_from_the_sample_is_not_proved() -> None:
    """The lowering is wrong in one world of ten million million."""
    b = Builder()
    x, y = (b.given(name, INT, lattice(0, 3_000_000)) for name in ("x", "y"))
    total = b.step("total", b.apply("add", x, y), "the sum")
    problem = Problem("far", tuple(b.nodes), tuple(b.steps), asks=(Ask(total, ()),))
    right = lower_python(problem)
    assert prove(problem, right).kind == "symbolic"
    wrong = _changed(
        right, "v_total = g_x + g_y", "v_total = g_x + g_y + _where((g_x == 1234567) & (g_y == 7654), 1, 0)"
    )
    proof = prove(problem, wrong)
    assert proof.kind == "none" and "not seen to be the same" in proof.reason


def test_too_entangled_problems_are_given_up_in_time() -> None:
    """(x1 + … + x9)^9 has too many terms for a normal form, and far too many worlds to run."""
    b = Builder()
    xs = [b.given(f"x{i}", RATIONAL, lattice(1, 99)) for i in range(9)]
    power = b.apply("pow", b.total(xs), b.const(9), type_=RATIONAL)
    asked = b.step("asked", power, "the power")
    problem = Problem("wide", tuple(b.nodes), tuple(b.steps), asks=(Ask(asked, ()),))
    proof = prove(problem, lower_python(problem))
    assert proof.kind == "none" and "too large" in proof.reason


def test_a_short_domain_is_run_in_full() -> None:
    b = Builder()
    n = b.given("n", INT, Values((Fraction(1), Fraction(2))))
    odd = b.apply("is_prime", n)
    asked = b.step("asked", b.apply("mul", n, n), "the square")
    problem = Problem("short", tuple(b.nodes), tuple(b.steps), (Require(odd),), asks=(Ask(asked, ()),))
    proof = prove(problem, lower_python(problem))
    assert (proof.kind, proof.points) == ("exhaustive", 2)


def test_real_numbers_are_run_against_the_reference() -> None:
    b = Builder()
    x = b.given("x", INT, lattice(0, 40))
    root = b.step("root", b.apply("sqrt", x, type_=REAL), "the root")
    problem = Problem("root", tuple(b.nodes), tuple(b.steps), asks=(Ask(root, ()),))
    right = lower_python(problem)
    assert prove(problem, right).kind == "exhaustive"
    with pytest.raises(WrongLowering):
        prove(problem, _changed(right, "_real(g_x, 1)", "_real(g_x * 10**15 + 1, 10**15)"))


def test_real_numbers_of_many_worlds_are_not_proved() -> None:
    b = Builder()
    x = b.given("x", INT, lattice(0, 10**6))
    root = b.step("root", b.apply("sqrt", x, type_=REAL), "the root")
    problem = Problem("root", tuple(b.nodes), tuple(b.steps), asks=(Ask(root, ()),))
    proof = prove(problem, lower_python(problem))
    assert proof.kind == "none" and "_reals" in proof.reason
