"""Problems without worlds, or with too few to be drawn: an error that names the reason, soon."""

from __future__ import annotations

import inspect
import re
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.handmade import (
    NAMES,
    Builder,
    lattice,
    marks,
)
from tests.runtime.drawn_problems import (
    ordered_list,
    people,
    problem_of,
)

from mspec.compiler.constraints import constraints
from mspec.compiler.diagnostics import Diagnostic, MspecError
from mspec.compiler.errors.worlds_sampling import HopelessDraw, NoSuchGiven, NoWorlds, OutsideDomain, TooFewToDiffer
from mspec.compiler.ir import Problem, Values
from mspec.compiler.load import load_problem
from mspec.compiler.source import NOWHERE
from mspec.compiler.types import INT, Person
from mspec.runtime.sample import Hopeless, Unsatisfiable, sampler_for
from mspec.runtime.sample.strategies import Rejected


def quickly(make: Callable[[], Problem], seconds: float) -> MspecError:
    started = time.perf_counter()
    with pytest.raises(MspecError) as caught:
        sampler_for(make())
    assert time.perf_counter() - started < seconds
    return caught.value


def test_the_clashing_requires_are_named() -> None:
    def clash() -> Problem:
        b = Builder()
        a, c = b.given("a", INT, lattice(1, 60)), b.given("c", INT, lattice(1, 60))
        d = b.given("d", INT, lattice(1, 20))
        return problem_of(
            b,
            b.apply("gt", b.apply("add", a, c), b.const(100)),
            b.apply("lt", d, a),
            b.apply("lt", b.apply("mul", a, c), b.const(50)),
        )

    error = quickly(clash, 10)
    assert isinstance(error, Unsatisfiable)
    [found] = error.diagnostics
    assert isinstance(found, NoWorlds)
    spans = [bound.span for bound in constraints(clash())]
    assert {found.span, *(label.span for label in found.others())} == {spans[0], spans[2]}
    assert found.text() == "no world satisfies all constraints on `a`, `c` and `d`"


def test_it_is_said_when_distinctness_is_part_of_the_clash() -> None:
    def same() -> Problem:
        b = Builder()
        a, c = (b.given(name, Person(), NAMES) for name in "ac")
        return problem_of(b, b.apply("eq", a, c))

    [found] = quickly(same, 1).diagnostics
    assert found.code == "MS5101"
    assert found.notes() == ("it is part of the clash that `a` and `c` must differ or be in order",)


def test_a_false_constant_is_unsatisfiable() -> None:
    def false() -> Problem:
        b = Builder()
        return problem_of(b, b.apply("gt", b.const(1), b.const(2)))

    error = quickly(false, 1)
    assert isinstance(error, Unsatisfiable) and error.diagnostics[0].code == "MS5101"


def test_too_few_values_to_differ() -> None:
    for problem in (people(2, 3), ordered_list("distinct", size=6), ordered_list("distinct", "sorted", size=6)):
        error = quickly(lambda problem=problem: problem, 1)  # type: ignore[misc]
        assert isinstance(error, Unsatisfiable) and isinstance(error.diagnostics[0], TooFewToDiffer)

    def partly() -> Problem:
        b = Builder()
        for name, values in (("a", ("Mia", "Ava")), ("b", ("Ava", "Mia")), ("c", ("Mia",))):
            b.given(name, Person(), Values(values))
        return problem_of(b)

    assert isinstance(quickly(partly, 1).diagnostics[0], TooFewToDiffer)


def test_hopeless_problems_say_which_requires_kill() -> None:
    def wide() -> Problem:
        b = Builder()
        a, c, d = (b.given(name, INT, lattice(1, 10**5)) for name in "acd")
        squares = [b.apply("mul", side, side) for side in (a, c, d)]
        return problem_of(
            b,
            b.apply("lt", a, c),
            b.apply("eq", b.apply("add", squares[0], squares[1]), squares[2]),
        )

    error = quickly(wide, 10)
    assert isinstance(error, Hopeless)
    [found] = error.diagnostics
    assert isinstance(found, HopelessDraw)
    spans = [bound.span for bound in constraints(wide())]
    assert found.span == spans[1] and found.label_text() == "100 % of the choices fail this"
    assert [label.span for label in found.others()] == [spans[0]]
    assert found.others()[0].text.startswith(("48", "49", "50", "51"))


@pytest.mark.parametrize("kind", [NoWorlds, TooFewToDiffer, HopelessDraw, OutsideDomain, NoSuchGiven])
def test_the_examples_of_the_codes_yield_them(kind: type[Diagnostic]) -> None:
    match = re.search(r"```mspec(?:-with (\w+)=(\d+))?\n(.*?)```", inspect.getdoc(kind) or "", re.DOTALL)
    assert match is not None
    name, value, source = match.groups()
    with pytest.raises(MspecError) as caught:
        sampler_for(load_problem(source), {name: Fraction(value)} if name else None)
    [found] = caught.value.diagnostics
    assert isinstance(found, kind)
    assert all("{" not in said or "{1" in said for said in (found.text(), found.label_text(), found.help_text()))
    assert found.span != NOWHERE or kind is NoSuchGiven


def test_a_row_that_meets_no_world_stops() -> None:
    sampler = sampler_for(marks())
    [entry] = sampler.plan
    assert isinstance(entry.drawer, Rejected)
    impatient = replace(sampler, plan=(replace(entry, drawer=replace(entry.drawer, attempts=2)),))
    with pytest.raises(MspecError) as caught:
        impatient.draw(1, range(1000))
    assert caught.value.diagnostics[0].code == "MS5106"
