"""Paths of rules: what is wanted is met, a row hangs on nothing but its index, worlds go on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path as File

import orjson
import pytest

import mspec
from mspec import varying
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Given, Lattice, Problem
from mspec.compiler.load import load_file
from mspec.compiler.verify import verify
from mspec.runtime.data.besides import recorder_with
from mspec.runtime.data.variants import Mixture, VariantRecorder, recorder_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.plan.difficulty import level
from mspec.runtime.plan.draws import rule_of
from mspec.runtime.plan.length import static_length
from mspec.runtime.plan.path import Point, base_world
from mspec.runtime.plan.paths import Paths
from mspec.runtime.plan.plan import HELD_OUT, KEPT, Plan, side_of
from mspec.runtime.plan.written import variants
from mspec.runtime.sample.growing import grown

SPECS = File(__file__).parents[2] / "specs"
NAMES = ("money/bakery_discount", "arithmetic/dress_pockets", "money/rounded_savings")
ALGEBRA = ("money/bakery_discount", "algebra/polynomial_difference", "algebra/quadratic_roots")


@pytest.fixture(scope="module")
def problems() -> tuple[Problem, ...]:
    return tuple(load_file(SPECS / f"{name}.mspec").problem() for name in NAMES)


def test_points_have_the_size_that_is_wanted_and_a_world(problems: tuple[Problem, ...]) -> None:
    paths = Paths(problems, Plan("length", 4, 9), 1)
    for row in range(12):
        point = next(paths.points(row))
        problem = point.variant.problem
        assert abs(static_length(problem) - paths.plan.wanted(row)) <= 1
        assert point.size == static_length(problem)
        verify(problem)
        names = problem.names()
        world = {node: point.world[names[node]] for node in problem.givens()}
        assert Interpreter(problem, world).broken() is None


def test_a_row_does_not_depend_on_the_rows_before_it(problems: tuple[Problem, ...]) -> None:
    mixture = Mixture(problems, Plan("length", 4, 9))
    whole = VariantRecorder(mixture, 5).batch(0, 14)
    alone = VariantRecorder(mixture, 5)
    for row in (13, 2, 7):
        assert alone.row(row) == whole[row]
    assert VariantRecorder(mixture, 6).row(2) != whole[2]


def test_neighbours_on_a_path_differ_in_structure(problems: tuple[Problem, ...]) -> None:
    seen: list[Point] = []
    VariantRecorder(Mixture(problems[:1], Plan("length", 5, 12)), 1, noted=seen.append).batch(0, 8)
    lengths = [point.size for point in seen]
    assert lengths == sorted(lengths) and len(set(lengths)) >= 6


def test_sides_of_a_split_are_kept(problems: tuple[Problem, ...]) -> None:
    for side in (KEPT, HELD_OUT):
        plan = Plan("length", 5, 8).split(side, 4000)
        point = next(Paths(problems, plan, 1).points(1))
        assert side_of(point.variant, 4000) == side


def test_only_the_rules_that_are_allowed_are_drawn(problems: tuple[Problem, ...]) -> None:
    paths = Paths(problems, replace(Plan("length", 5, 6), only=("ops.money", "own")), 1)
    point = next(paths.points(0))
    applied = [rule_of(head) for head in point.variant.applied]
    assert applied
    assert all(rule.startswith("apply ops.money.") or not rule.startswith("apply") for rule in applied)


@pytest.mark.parametrize("names", [NAMES, ALGEBRA], ids=("numbers", "library types"))
def test_the_walk_gives_the_record_that_generated_code_gives(names: tuple[str, ...]) -> None:
    problems = tuple(load_file(SPECS / f"{name}.mspec").problem() for name in names)
    seen: list[Point] = []
    lines = VariantRecorder(Mixture(problems, Plan("length", 4, 9)), 2, noted=seen.append).batch(0, 12)
    for row, (point, line) in enumerate(zip(seen, lines, strict=True)):
        walked = recorder_of(point.variant, 2, point.world)
        variant, lineage = point.variant, walked._header.lineage
        compiled = recorder_with(
            variant.problem, 2, sampler=walked._sampler, lineage=lineage, parent=variant.parent
        )
        assert compiled.rows(range(row, row + 1)) == [line]
        assert orjson.loads(line)["verified"] == ["columns", "interpreter"]


def test_what_is_there_of_a_world_stays(problems: tuple[Problem, ...]) -> None:
    for row in range(4):
        point = next(Paths(problems, Plan("length", 5, 6), 3).points(row))
        base = base_world(point.variant.base, 3, row // 2)
        assert {name: point.world[name] for name in base if name in point.world} == {
            name: value for name, value in base.items() if name in point.world
        }
        assert len(set(base) & set(point.world)) >= 2


def test_a_world_is_refused_where_the_interpreter_refuses_it(problems: tuple[Problem, ...]) -> None:
    found: set[bool] = set()
    for problem in problems:
        base = base_world(problem, 1, 0)
        for node in problem.givens():
            given = problem.nodes[node]
            assert isinstance(given, Given)
            if not isinstance(given.domain, Lattice):
                continue
            for value in (given.domain.low, given.domain.high, given.domain.low + given.domain.stride):
                world = {**base, given.name: value}
                names = problem.names()
                broken = Interpreter(problem, {place: world[names[place]] for place in problem.givens()}).broken()
                kept = grown(problem, world, lambda bound: 0, fixed=[*world])
                assert (kept is None) == (broken is not None)
                found.add(kept is None)
    assert found == {True, False}


def test_rules_are_named_as_they_are_shipped(problems: tuple[Problem, ...]) -> None:
    only = "own, ops.money,ops.money.sales_tax,split_between,second_order"
    assert varying.known_rules(only, problems) == tuple(name.strip() for name in only.split(","))
    with pytest.raises(MspecError, match="MS8506") as error:
        varying.known_rules("ops.mony", problems)
    assert error.value.diagnostics[0].help_text() == "did you mean `ops.money`?"
    plan = varying.plan_of(length="4..6", rules=("ops.money",))
    assert plan is not None and plan.text == "length 4..6 rules ops.money"
    with pytest.raises(MspecError, match="MS8502"):
        varying.plan_of(rules=("own",))


def test_what_was_drawn_for_a_run_is_told(tmp_path: File) -> None:
    plan = varying.plan_of(length="4..9")
    made = mspec.generate(["specs/money/bakery_discount.mspec"], 18, tmp_path / "out.jsonl", plan=plan)
    rows = [orjson.loads(line) for line in made.path.read_bytes().splitlines()]
    applied = Counter(rule_of(head) for row in rows for head in row["lineage"][1:])
    assert made.tally.rules == applied
    drawn, ruled = made.tally.lines
    assert f"any text: {made.tally.discarded.total():,} (" in drawn
    assert ruled.startswith(f"rules applied {applied.total()} times, {len(applied)} different ones")


def test_rounds_are_as_many_as_asked_for(problems: tuple[Problem, ...]) -> None:
    plan = Plan("rounds", 0, 4)
    paths = Paths(problems, plan, 5)
    for row in range(15):
        assert len(next(paths.points(row)).variant.applied) == row % 5


def test_variants_of_one_run_differ() -> None:
    problem = load_file(SPECS / "money" / "bakery_discount.mspec").problem()
    plan = Plan("rounds", 1, 1, only=("second_order", "opening"))
    found = [variant.applied for variant in variants(problem, plan, 6, 1)]
    assert 1 <= len(found) == len(set(found)) <= 2


def test_neighbours_do_not_repeat_each_other(problems: tuple[Problem, ...]) -> None:
    lines = VariantRecorder(Mixture(problems, Plan("length", 2, 9)), 4).batch(0, 48)
    questions = [orjson.loads(line)["question"] for line in lines]
    assert len(set(questions)) == len(questions)


def test_no_length_is_outside_the_range() -> None:
    """A row that wants the shortest may get one that is longer by one, but none that is shorter."""
    names = (*NAMES, "measurement/cutting_pieces", "algebra/sum_and_ratio")
    problems = tuple(load_file(SPECS / f"{name}.mspec").problem() for name in names)
    plan = Plan("length", 4, 5).split(HELD_OUT, 1353)
    lines = VariantRecorder(Mixture(problems, plan), 1).batch(0, 40)
    assert {orjson.loads(line)["metrics"]["length"] for line in lines} == {4, 5}


def test_a_length_that_is_held_out_needs_a_number() -> None:
    with pytest.raises(MspecError, match="MS8502"):
        varying.split(varying.plan_of(length="4"), 5, 0, "4", File("out.jsonl"))


def test_levels_begin_with_the_specs_themselves(problems: tuple[Problem, ...]) -> None:
    plan = Plan("level", 0, 2)
    low = tuple(problem for problem in problems if level(problem) == 0)
    assert low, "there are short ones among them"
    for row in range(9):
        point = next(Paths(problems, plan, 2).points(row))
        assert level(point.variant.problem) == row % 3
        assert bool(point.variant.applied) == (row % 3 > 0)


def test_the_sides_of_a_split_begin_with_other_worlds(problems: tuple[Problem, ...]) -> None:
    plan = Plan("length", 4, 9)
    worlds = {}
    for side in (KEPT, HELD_OUT):
        points = [next(Paths(problems, plan.split(side, 5000), 3).points(row)) for row in range(12)]
        worlds[side] = {
            (point.variant.base.name, tuple(point.world[name] for name in sorted(point.variant.base.names().values())
                                            if name in point.world))
            for point in points
        }  # fmt: skip
    assert worlds[KEPT].isdisjoint(worlds[HELD_OUT])
