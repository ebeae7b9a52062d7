"""Generated Python = second columnar evaluator = interpreter, node by node, over the whole spec library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mspec.compiler.load import load_problem
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.verify import verify
from mspec.runtime.columns import admissible, agrees, demand, evaluate
from mspec.runtime.compiled import Compiled
from mspec.runtime.interpret import Interpreter
from mspec.runtime.sample import sampler_for

SPECS = Path(__file__).parents[2] / "specs"
PROBLEMS = sorted(path for path in SPECS.rglob("*.mspec") if "\nproblem " in path.read_text(encoding="utf-8"))
ROWS = 300
INTERPRETED = 12

LADDER = """
problem ladder {
  given {
    a : int in 1..12             "first leg"
    b : int in 1..12             "second leg"
    t : int in 0..90 by 15       "angle in degrees"
    c : rational in 1..3 by 0.5  "divisor"
  }
  require { sqrt(a * a + b * b) > 3 }
  steps {
    h = sqrt(a^2 + b^2)                          "hypotenuse"
    p = a + b + h                                "perimeter"
    y = h * sin(t)                               "height"
    r : rational = round(p, 0.01)                "rounded perimeter"
    z = if h > 10 then y / c else p / h          "mixture"
    f = floor(z)                                 "whole part"
  }
  story \"\"\"
    A right triangle has legs of {a} and {b}, is turned by {t} degrees, and is divided by {c}.
  \"\"\"
  ask z "How much is it?"
  ask f "How much is it, rounded down?"
  ask r "And the perimeter?"
}
"""


def assert_alike(source: str) -> None:
    problem = load_problem(source)
    verify(problem)
    batch = sampler_for(problem).draw(7, range(ROWS))
    lowering = lower_python(problem)
    generated = Compiled(lowering).run(batch.columns, ROWS)
    own = evaluate(problem, batch.columns, lowering.forms, range(len(problem.nodes)))
    demanded = demand(problem, own)
    for node, column in generated.columns.items():
        mask = np.broadcast_to(np.asarray(demanded.get(node, False)), (ROWS,))
        assert (mask == generated.demanded[node]).all()
        assert agrees(own[node], column, lowering.forms[node])[mask].all()
    fine = admissible(problem, batch.columns, lowering.forms)
    assert (fine == generated.admissible).all() and fine.any()
    givens = {node: batch.values(node) for node in problem.givens()}
    for row in range(INTERPRETED):
        run = Interpreter(problem, {node: values[row] for node, values in givens.items()})
        assert run.admissible() == fine[row]
        if fine[row]:
            needed = run.demanded()
            assert {node for node in generated.columns if generated.demanded[node][row]} == needed & set(
                generated.columns
            )


@pytest.mark.parametrize("path", PROBLEMS, ids=lambda path: path.stem)
def test_spec(path: Path) -> None:
    assert_alike(path.read_text(encoding="utf-8"))


def test_real_numbers() -> None:
    assert_alike(LADDER)
