"""A truth value about a real number is claimed of what the number is computed from, since no decimal of it is exact."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from tests.compiler.test_solution import small
from tests.handmade import Builder, lattice

from mspec.compiler.ir import NodeId
from mspec.compiler.lower.forms import Real, Scaled, Truth
from mspec.compiler.types import INT, Num
from mspec.runtime.batch import Batch, Column
from mspec.runtime.reals import square_root
from mspec.runtime.steps.equations import StepWriter
from mspec.runtime.steps.reread import claims_hold


def test_claims_either_way() -> None:
    build = Builder()
    a = build.given("a", INT, lattice(1, 9))
    root = build.step("root", build.apply("sqrt", a, type_=Num(exact=False)), "root")
    large = build.step("large", build.apply("gt", root, build.const(2)), "whether it is large")
    problem = small(build, [a], [], [large])
    roots = np.array([square_root(Fraction(n)) for n in (3, 5)], dtype=object)
    columns: dict[NodeId, Column] = {a: np.array([3, 5]), root: roots, large: np.array([False, True])}
    batch = Batch(problem, np.arange(2), columns, {a: Scaled(1), root: Real(), large: Truth()})
    (group,) = StepWriter.of(problem).write(batch)
    claims = group.steps[-1].claim
    assert claims == ["sqrt(3) <= 2", "sqrt(5) > 2"]
    assert claims_hold(claims).all()
