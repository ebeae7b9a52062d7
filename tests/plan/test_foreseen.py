"""What a library rule asks of a value is known before the rule is applied, and known rightly."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from pathlib import Path

import pytest

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.compiler.load import load_file, load_problem
from mspec.compiler.rewrite.foreseen import asked_of_value, may_hold
from mspec.runtime.plan.chances import Chances, shipped
from mspec.runtime.plan.draws import chooser
from mspec.runtime.plan.path import base_world
from mspec.runtime.sample.growing import grown, values_in
from mspec.runtime.vary.variant import Offer, Variant, scene_of_offers

SPECS = Path(__file__).parents[2] / "specs"
FLOUR = """mspec 1
use units.si
problem flour {
  given { bag : mass[g] in 10 g..3000 g by 10 g "mass of the flour" }
  steps { double : mass[g] = 2 * bag "mass of all the flour" }
  story \"\"\"One bag holds {bag} of flour, and there are two bags.\"\"\"
  ask double "What is the mass of all the flour?"
}
"""


def asked(problem: Problem, reference: str, name: str) -> Problem | None:
    """What a shipped rule that extends asks of a node."""
    rule = next(rule for rule in shipped()["extend"] if rule.reference == reference)
    scene = scene_of_offers(problem, rule.book)
    assert scene is not None
    return asked_of_value(rule.rule, problem.nodes[problem.node_named(name)].type, problem, scene)


@pytest.mark.parametrize(
    ("rule", "value", "found"),
    [
        ("ops.units.mass_in_kilograms", 49, False),
        ("ops.units.mass_in_kilograms", 50, True),
        # 10 g in each of the portions, of which there are two at least
        ("ops.chem.packed_in_portions", 19, False),
        ("ops.chem.packed_in_portions", 20, True),
    ],
)
def test_a_condition_is_decided_by_a_value(rule: str, value: int, found: bool) -> None:
    conditions = asked(load_problem(FLOUR), rule, "double")
    assert conditions is not None and may_hold(conditions, Fraction(value)) is found


def test_a_rule_without_conditions_asks_nothing() -> None:
    assert asked(load_problem(FLOUR), "ops.chem.mass_yield", "double") is None


@pytest.mark.parametrize("name", ["thermal/heating_time", "algebra/sum_and_ratio", "waves/sonar_depth"])
def test_where_a_value_does_not_do_no_world_goes_on(name: str) -> None:
    base = load_file(SPECS / f"{name}.mspec").problem()
    choose = chooser(base, 7, 0, "foreseen")
    looked_at = 0
    for number in range(12):
        world = base_world(base, 7, number)
        unsure: list[Offer] = []
        for _ in Chances(Variant.of(base), lambda rule: True, world).drawn(choose.below, unsure=unsure):
            pass
        for offer in islice(unsure, 4):
            try:
                made = Variant.of(base).then(offer).problem
            except MspecError:
                continue
            looked_at += 1
            assert grown(made, world, choose.below, frozenset(world)) is None, offer.head
    assert looked_at


def test_values_in_a_world_are_those_of_the_nodes() -> None:
    problem = load_problem(FLOUR)
    assert values_in(problem, {"bag": Fraction(70)})[problem.node_named("double")] == 140
