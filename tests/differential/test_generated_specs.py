"""Specs grown at random: every evaluation of them agrees in every world, they print and format to themselves, and what
is wrong on purpose is found."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.differential.evaluations import differences, whole_lowering
from tests.differential.test_solvers import compare, is_world
from tests.properties.survival import sound
from tests.worlds import World, draw

from mspec.api import Spec
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.format import format_source
from mspec.compiler.ir import Apply, Const, Given, NodeId, Problem, Value
from mspec.compiler.load import load_problem
from mspec.compiler.lower.forms import Scaled
from mspec.compiler.lower.lower_python import PythonLowering, lower_python
from mspec.compiler.source import Source
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.solve import solvers
from mspec.testing import assignments, specs, worlds

ROWS = 20
grown = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
few, many = settings(grown, max_examples=60), settings(grown, max_examples=1500)


def agree(text: str) -> None:
    """The interpreter, generated code and the second evaluator, on drawn worlds."""
    problem = load_problem(text)
    found = differences(problem, draw(problem, ROWS, seed=len(text)))
    assert not found, found[:5]


def stands(text: str) -> None:
    """It prints to a spec that builds it again, and formatting twice is formatting once."""
    sound(load_problem(text))
    once = format_source(Source("<text>", text))
    assert format_source(Source("<text>", once)) == once
    assert load_problem(once) == load_problem(text)


def recorded(text: str) -> None:
    """Records of it can be made: every equation, claim and value in them is checked on the way."""
    try:
        Spec(load_problem(text)).sample(3)
    except MspecError as error:
        code = error.diagnostics[0].code
        event(f"no records: {code}")
        assert code in {"MS5003", "MS5101", "MS5102", "MS5103", "MS5106"}, error


def solved(text: str, seed: int) -> None:
    """The models of Z3 and of cvc5."""
    problem = load_problem(text)
    drawn = [world for world in draw(problem, 60, seed) if keeps_flags(problem, world)]
    admitted = [world for world in drawn if is_world(problem, world)][:2]
    refused = [world for world in drawn if not is_world(problem, world)][:1]
    for world in admitted + refused:
        for solver in solvers():
            compare(problem, world, solver, decided=False)


def keeps_flags(problem: Problem, world: World) -> bool:
    """`distinct` and `sorted` are part of the domain, of which `draw` knows nothing."""
    for node in problem.givens():
        given, value = problem.nodes[node], world[node]
        if isinstance(given, Given) and isinstance(value, tuple):
            if "distinct" in given.flags and len(set(value)) < len(value):
                return False
            if "sorted" in given.flags and list(value) != sorted(value):
                return False
    return True


def alone(text: str, seed: int) -> None:
    """The generated module, run as a program on one world after another."""
    problem = load_problem(text)
    lowering = lower_python(problem)
    drawn = draw(problem, 30, seed)
    chosen = [world for world in drawn if Interpreter(problem, world).admissible()][:1] + drawn[:1]
    for world in chosen:
        output = run_alone(lowering, problem, world)
        reference = Interpreter(problem, world)
        admissible = reference.admissible()
        assert output.splitlines()[-1] == f"admissible: {'yes' if admissible else 'no'}"
        if admissible:
            shown = dict(line.split("  (")[0].split(" = ", 1) for line in output.splitlines()[:-1])
            for node, name in problem.names().items():
                value = reference.value(node) if node in reference.demanded() else None
                if name in shown and isinstance(value, Fraction | bool):
                    assert shown[name] in (str(value), str(value).lower(), "yes" if value is True else "no"), name


def run_alone(lowering: PythonLowering, problem: Problem, world: World) -> str:
    """What the generated module prints, in a Python that knows nothing of mspec."""
    arguments = []
    for node in lowering.givens:
        value = world[node]
        parts = value if isinstance(value, tuple) else (value,)
        name = problem.names()[node]
        arguments.append(f"{name}={','.join(spelled(problem, node, part) for part in parts)}")
    command = [sys.executable, "-I", "-S", "-c", lowering.text, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def spelled(problem: Problem, node: NodeId, value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    table = getattr(problem.nodes[node].type, "table", "")
    if isinstance(value, int):
        return problem.lexicon.table(table).row_name(value) or str(value + 1)
    return str(value)


# ------------------------------------------------------------------------------------------ a few, and many


@few
@given(specs())
def test_agree(text: str) -> None:
    agree(text)
    stands(text)


@settings(grown, max_examples=25)
@given(specs())
def test_recorded(text: str) -> None:
    recorded(text)


@settings(grown, max_examples=15)
@given(specs(), st.integers(0, 99))
def test_solved(text: str, seed: int) -> None:
    solved(text, seed)


@settings(grown, max_examples=4)
@given(specs(), st.integers(0, 99))
def test_alone(text: str, seed: int) -> None:
    alone(text, seed)


@settings(grown, max_examples=15)
@given(st.data())
def test_worlds(data: st.DataObject) -> None:
    """`worlds` gives worlds, `assignments` anything that the domains allow."""
    problem = load_problem(data.draw(specs()))
    world = data.draw(assignments(problem))
    assert world.keys() == set(problem.givens())
    Interpreter(problem, world).admissible()
    try:
        some = worlds(problem)
    except MspecError:
        return
    # A demanded step may still have no value there: that it cannot is for `check` to prove, not for the sampler.
    broken = Interpreter(problem, data.draw(some)).broken()
    assert broken is None or isinstance(broken, Undefined)


@pytest.mark.slow
@many
@given(specs())
def test_many_agree(text: str) -> None:
    agree(text)
    stands(text)


@pytest.mark.slow
@settings(many, max_examples=600)
@given(specs())
def test_many_recorded(text: str) -> None:
    recorded(text)


@pytest.mark.slow
@settings(many, max_examples=150)
@given(specs(), st.integers(0, 99))
def test_many_solved(text: str, seed: int) -> None:
    solved(text, seed)


@pytest.mark.slow
@settings(many, max_examples=40)
@given(specs(), st.integers(0, 99))
def test_many_alone(text: str, seed: int) -> None:
    alone(text, seed)


# ------------------------------------------------------------------------- mutations that must be caught

SPEC = """
problem watched {
  given {
    a : int in -9..9           "first"
    b : int in -4..6           "second"
    r : rational in -2..2 by 1/3  "third"
    m : money in $0.25..$9.00 by $0.25  "price"
    late : bool
  }
  require { a + b > -10
            m * 2 >= $3 }
  steps {
    s = a + b * 3                  "sum"
    d = a - b                      "difference"
    q = quotient(a, if b == 0 then 5 else b)   "quotient"
    w = remainder(a, 4) + ceil(r / 2)          "remainder"
    x = if late and a > 2 then max(d, q) else min(d, w)  "choice"
    half : money = m / 2           "half the price"
    y = round(r * 5, 1/4) + x + floor(half * 3, $1) / $1 + s   "all"
  }
  story \"\"\"
    The numbers are {a}, {b}, {r} and {m}, {if late}late{else}early{end}.
  \"\"\"
  ask y "What is it?"
}
"""
PROBLEM = load_problem(SPEC)
WORLDS = draw(PROBLEM, 300, seed=5)
Edit = Callable[[str], str]


def caught(lowering: PythonLowering) -> bool:
    try:
        return any(differences(PROBLEM, WORLDS[start : start + 50], lowering) for start in range(0, len(WORLDS), 50))
    except Exception:  # code that does not run is noticed, too
        return True


def edited(edit: Edit) -> PythonLowering:
    lowering = whole_lowering(PROBLEM)
    head, body, tail = parts(lowering)
    changed = edit(body)
    assert changed != body, "the mutation changes nothing"
    return replace(lowering, text=head + changed + tail)


def parts(lowering: PythonLowering) -> tuple[str, str, str]:
    """What stands before the function of a module, the function, and what follows it."""
    start = lowering.text.index("def world(")
    end = lowering.text.index("\nif __name__", start)
    return lowering.text[:start], lowering.text[start:end], lowering.text[end:]


def test_nothing_is_caught_in_what_is_right() -> None:
    assert not differences(PROBLEM, WORLDS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " + "), (r"//", "*"), (r">=", ">"), (r" > ", " >= "), (r"==",
        "!="),
        (r"_max\(", "_min("), (r"_min\(", "_max("), (r"_where\((\w+), ([^,]+), ", r"_where(~\1, \2, "), (r" & ", " | "),
        (r"%", "//"), (r"\b3\b", "4"), (r"\b5\b", "6"),
    ],
)  # fmt: skip
def test_catches_text_edits(old: str, new: str) -> None:
    """Each place where a sign, a function or a constant can be exchanged, one at a time."""
    body = parts(whole_lowering(PROBLEM))[1]
    code = [match for match in re.finditer(old, body) if is_code(body, match.start())]
    assert code
    missed = []
    for match in code:
        lowering = edited(lambda text, at=match: text[: at.start()] + at.expand(new) + text[at.end() :])  # type: ignore[misc]
        if not caught(lowering):
            missed.append(line_at(body, match.start()))
    assert not missed


def is_code(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return "#" not in line and '"""' not in line


def line_at(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)]


def test_catches_a_dropped_constraint() -> None:
    body = parts(whole_lowering(PROBLEM))[1]
    named = [match[1] for match in re.finditer(r"\n    (ok\d) = (?!.*has a value)", body)]
    assert len(named) == 3
    for name in named:
        lowering = edited(lambda text, n=name: re.sub(rf"\n    {n} = [^\n]*", f"\n    {n} = True", text))  # type: ignore[misc]
        assert caught(lowering), name


def test_catches_division_that_truncates() -> None:
    def truncated(text: str) -> str:
        return re.sub(r"\((\w+) // (\w+|_safe\(\w+\))\)", r"_each(lambda p, q: int(p / q), \1, \2)", text, count=1)

    assert caught(edited(truncated))


def test_catches_a_captured_name() -> None:
    assert caught(edited(lambda text: text.replace("g_b", "g_a", 1)))
    assert caught(edited(lambda text: text.replace("g_b", "_max")))
    assert caught(edited(lambda text: text.replace("v_d ", "v_s ")))


def test_catches_a_changed_denominator() -> None:
    lowering = whole_lowering(PROBLEM)
    half = PROBLEM.node_named("half")
    form = lowering.forms[half]
    assert isinstance(form, Scaled)
    wrong = replace(lowering, forms={**lowering.forms, half: Scaled(form.den * 2)})
    assert caught(wrong)


def mutants(problem: Problem) -> list[Problem]:
    """The graph with one operator exchanged, two operands swapped, or one constant changed."""
    exchanged = {
        "add": "sub", "sub": "add", "mul": "add", "min": "max", "max": "min", "gt": "ge", "floor": "ceil",
        "ceil": "floor", "quotient": "remainder", "remainder": "quotient", "and": "or", "eq": "ne",
    }  # fmt: skip
    found = []
    for place, node in enumerate(problem.nodes):
        changed: list[Apply | Const] = []
        if isinstance(node, Apply) and node.op in exchanged:
            changed.append(replace(node, op=exchanged[node.op]))
        if isinstance(node, Apply) and node.op in ("sub", "div", "quotient", "remainder", "gt"):
            changed.append(replace(node, args=node.args[::-1]))
        if isinstance(node, Const) and isinstance(node.value, Fraction):
            changed.append(replace(node, value=node.value + 1))
        found += [replace(problem, nodes=(*problem.nodes[:place], new, *problem.nodes[place + 1 :])) for new in changed]
    return found


def test_catches_changes_of_the_graph() -> None:
    changed = mutants(PROBLEM)
    assert len(changed) > 30
    missed = [number for number, mutant in enumerate(changed) if not caught_graph(mutant)]
    assert not missed


def caught_graph(mutant: Problem) -> bool:
    try:
        return caught(whole_lowering(mutant))
    except Exception:
        return True


def test_catches_changes_of_the_smt_text() -> None:
    random = Random(3)
    admitted = [world for world in WORLDS if is_world(PROBLEM, world)][:6]
    refused = [world for world in WORLDS if not is_world(PROBLEM, world)][:3]
    for old, new in (("(+ ", "(- "), ("(div ", "(mod "), ("(>= ", "(< "), ("(- ", "(+ ")):

        def edit(text: str, old: str = old, new: str = new) -> str:
            places = [match.start() for match in re.finditer(re.escape(old), text)]
            at = random.choice(places)
            return text[:at] + new + text[at + len(old) :]

        assert any(not agrees(world, edit) for _ in range(4) for world in admitted + refused), (old, new)


def agrees(world: World, edit: Edit) -> bool:
    try:
        compare(PROBLEM, world, "z3", edit)
    except Exception:
        return False
    return True
