"""A world walked by the interpreter stands in columns as one that generated code computes, and is checked as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
import pytest

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import EquationDiffers, EvaluationsDisagree
from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.load import load_problem
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.ops import OPS, Op
from mspec.runtime import columns, interpret
from mspec.runtime.batch import Batch, RatioColumn
from mspec.runtime.compiled import Compiled, Evaluation
from mspec.runtime.data.records import Recorder
from mspec.runtime.meaning import meaning
from mspec.runtime.pair_functions import FUNCTIONS
from mspec.runtime.sample.held import Held
from mspec.runtime.steps import reading
from mspec.runtime.walked import Walked

TEXT = '''mspec 1

problem walked {
  given {
    drink : word in {"tea", "milk"}  "drink"
    n     : int in 1..9              "number"
  }
  steps {
    third = n / 3                               "third"
    other = if n > 4 then drink else "no milk"  "other drink"
  }
  story """
    Three friends share {n} L of {drink}.
  """
  ask third "How much is it for each of them?"
  ask other "And what do they drink?"
}
'''


def _held(problem: Problem, n: int) -> tuple[Batch, Walked]:
    held = Held.of(problem, {"drink": "tea", "n": Fraction(n)})
    walked = Walked.of(problem, held.forms)
    assert walked is not None
    return held.draw(1, range(1)), walked


def _values(drawn: Batch, found: Evaluation) -> Mapping[NodeId, list[Value]]:
    batch = Batch(drawn.problem, drawn.index, found.columns, found.forms)
    return {node: batch.values(node) for node in found.columns}


@pytest.mark.parametrize("n", range(1, 10))
def test_generated_code_finds_the_same(n: int) -> None:
    problem = load_problem(TEXT)
    drawn, walked = _held(problem, n)
    found, other = walked.run(drawn.columns, 1), Compiled(lower_python(problem)).run(drawn.columns, 1)
    assert _values(drawn, found) == _values(drawn, other)
    assert found.admissible.tolist() == other.admissible.tolist() == [True]
    assert {n: m.tolist() for n, m in found.demanded.items()} == {n: m.tolist() for n, m in other.demanded.items()}


def test_what_was_found_in_one_world_stays_when_another_is_walked() -> None:
    problem = load_problem(TEXT)
    (few, walked), (many, _) = _held(problem, 2), _held(problem, 8)
    found = walked.run(few.columns, 1)
    before = _values(few, found)
    assert _values(many, walked.run(many.columns, 1)) != before == _values(few, found)


def test_a_wrong_value_is_found_by_the_second_evaluator(monkeypatch: pytest.MonkeyPatch) -> None:
    problem, run = load_problem(TEXT), Walked.run
    third = problem.node_named("third")

    def wrong(self: Walked, givens: Mapping[NodeId, object], size: int) -> Evaluation:
        found = run(self, givens, size)  # type: ignore[arg-type]
        one = np.ones(1, dtype=np.int64)
        return found._replace(columns={**found.columns, third: RatioColumn(7 * one, one)})

    monkeypatch.setattr(Walked, "run", wrong)
    drawn, walked = _held(problem, 5)
    with pytest.raises(MspecError) as caught:
        Recorder(problem, 1, evaluator=walked).of_worlds(drawn)
    (fault,) = caught.value.diagnostics
    assert isinstance(fault, EvaluationsDisagree)
    assert (fault.node, fault.left, fault.other) == ("third", "7", "the second evaluator")


NUMBERS = '''mspec 1

problem digits {
  given {
    n : int in 10..99 "number"
  }
  steps {
    total = digit_sum(n) "sum of the digits"
  }
  story """
    A number is {n}.
  """
  ask total "What is the sum of its digits?"
}
'''


def test_every_operator_has_an_evaluation_apart_from_the_interpreter() -> None:
    by_name = {"same", "if", "and", "or", "not", "eq", "ne", "distinct", "list", "item", "lookup"}
    columnar = {*FUNCTIONS, *by_name, "convert", "solve_linear"}
    assert set(OPS) - columnar - set(reading._FUNCTIONS) == {"pow"}, "which is read as ^"


def test_where_both_evaluators_share_a_definition_the_claim_finds_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def wrong(op: Op, values: Sequence[Value]) -> Value:
        found = meaning(op, values)
        return found + 1 if op.name == "digit_sum" and isinstance(found, Fraction) else found

    for module in (interpret, columns):
        monkeypatch.setattr(module, "meaning", wrong)
    problem = load_problem(NUMBERS)
    held = Held.of(problem, {"n": Fraction(57)})
    with pytest.raises(MspecError) as caught:
        Recorder(problem, 1, evaluator=Walked.of(problem, held.forms)).of_worlds(held.draw(1, range(1)))
    (fault,) = caught.value.diagnostics
    assert isinstance(fault, EquationDiffers)
    assert fault.node == "total"
