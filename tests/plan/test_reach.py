"""What is out of reach is refused with the reason and with what is in reach, which is then met."""

from __future__ import annotations

from pathlib import Path as File

import pytest

from mspec import varying
from mspec.api import problems_of
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.compiler.load import load_file
from mspec.runtime.data.variants import Mixture, VariantRecorder
from mspec.runtime.plan.paths import Paths
from mspec.runtime.plan.written import variants

SPECS = File(__file__).parents[2] / "specs"


def _problem(name: str) -> Problem:
    return load_file(SPECS / f"{name}.mspec").problem()


@pytest.mark.parametrize(
    ("name", "kind", "asked", "reason"),
    [
        ("percent/take_home_pay", "length", "2", "no rule gives so short a length"),
        ("algebra/expand_product", "rounds", "3", "nothing follows"),
        ("chemistry/acid_ph", "level", "5", "no such level beside a path"),
    ],
)
def test_what_is_in_reach_is_named_and_met(name: str, kind: str, asked: str, reason: str) -> None:
    problem, plan = _problem(name), varying.plan_of(**{kind: asked})
    assert plan is not None
    with pytest.raises(MspecError) as error:
        next(variants(problem, plan, 1, 1))
    (found,) = error.value.diagnostics
    assert found.code == "MS8501" and f"{kind} {asked} from `{problem.name}`" in found.text() and reason in found.text()
    nearest = found.help_text().split("`")[1]
    assert nearest.startswith(f"--{kind} ")
    met = varying.plan_of(**{kind: nearest.split()[1]})
    assert met is not None and next(variants(problem, met, 1, 1)).applied


def test_a_rule_for_another_type_is_refused_with_those_that_fit() -> None:
    problem = _problem("percent/take_home_pay")
    plan = varying.plan_of(rounds="1", rules=("ops.chem",))
    assert plan is not None
    with pytest.raises(MspecError, match=r"MS8507: none .* has a place for `ops\.chem`") as error:
        VariantRecorder(Mixture((problem,), plan), 1).row(0)
    fitting = error.value.diagnostics[0].help_text().split("`")[1]
    other = varying.plan_of(rounds="1", rules=varying.known_rules(fitting, [problem]))
    assert other is not None and next(variants(problem, other, 1, 1)).applied


def test_the_specs_that_a_rule_fits_are_found_among_many() -> None:
    problems = tuple(problems_of([SPECS / "kinematics", SPECS / "money", SPECS / "arithmetic", SPECS / "geometry"]))
    plan = varying.plan_of(rounds="1", rules=("ops.rate.second_speed",))
    assert plan is not None and len(problems) > 30
    paths = Paths(problems, plan, 1)
    assert 0 < len(paths.problems) < 6
    for row in range(4):
        assert next(paths.points(row)).variant.applied[0].startswith("apply ops.rate.second_speed to ")
