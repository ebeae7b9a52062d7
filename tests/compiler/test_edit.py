"""Edits by hand: an `insert` and an `invert` on the bakery, printed, re-parsed, solved."""

from __future__ import annotations

from fractions import Fraction
from importlib.resources import files

import pytest

from mspec.compiler.ir import Counted, Lattice, Literal, NounRef, PersonRef, Problem, Show, Value
from mspec.compiler.load import load_problem
from mspec.compiler.print_spec import print_problem
from mspec.compiler.renumber import Circular
from mspec.compiler.rewrite.edit import Edit, NoUntoldForm
from mspec.compiler.solution import solution
from mspec.runtime.interpret import Interpreter


def bakery() -> Problem:
    return load_problem(files("mspec.specs").joinpath("money", "bakery_discount.mspec").read_text(encoding="utf-8"))


def second_order(problem: Problem) -> Problem:
    edit = Edit(problem)
    kid, item, n = (problem.node_named(name) for name in ("kid", "item", "n"))
    extra = edit.given("extra", edit.type(n), Lattice(Fraction(1), Fraction(6), Fraction(1)), "number added")
    more = edit.step("more", edit.apply("add", n, extra), "number after the second order")
    edit.redirect(n, more)
    told = (
        Literal("Before paying, "),
        PersonRef(kid, "they", verb="add"),
        Literal(" "),
        Counted(extra, NounRef(node=item)),
        Literal(" to the order."),
    )
    edit.say(told, after=problem.node_named("off"))
    return edit.done()


def which_rate(problem: Problem) -> Problem:
    edit = Edit(problem)
    kid, off, paid = (problem.node_named(name) for name in ("kid", "off", "paid"))
    edit.hide(off)
    edit.tell(paid)
    edit.say((PersonRef(kid, "they", capital=True, verb="pay"), Literal(" "), Show(paid), Literal(".")))
    edit.ask(off, (Literal("What percent did the bakery take off?"),))
    return edit.done()


def worked(problem: Problem, extra: int = 0) -> dict[str, object]:
    world: dict[str, Value] = {
        "kid": "Mia", "item": "bagel", "n": Fraction(12), "price": Fraction(5, 2), "off": Fraction(1, 5),
        "extra_2": Fraction(extra),
    }  # fmt: skip
    names = problem.names()
    run = Interpreter(problem, {node: world[names[node]] for node in problem.givens()})
    return {step.name: run.value(step.node) for step in problem.steps}


def test_insert_cascades_and_prints() -> None:
    variant = second_order(bakery())
    assert load_problem(print_problem(variant)) == variant
    values = worked(variant, extra=4)
    assert values == {"more_2": 16, "full": 40, "cut": 8, "paid": 32}
    assert [step.name for step in solution(variant).steps] == ["more_2", "full", "cut", "paid"]


def test_invert_asks_for_the_rate() -> None:
    variant = which_rate(bakery())
    assert load_problem(print_problem(variant)) == variant
    assert "{off" not in print_problem(variant).split("story")[1].split("ask")[0]
    assert [step.name for step in solution(variant).steps] == ["full", "cut", "off"]


def test_edits_compose() -> None:
    variant = which_rate(second_order(second_order(bakery())))
    assert load_problem(print_problem(variant)) == variant
    assert {"more_2", "more_3", "extra_2", "extra_3"} <= set(variant.names().values())


def test_hiding_needs_an_untold_form() -> None:
    problem = bakery()
    with pytest.raises(NoUntoldForm):
        Edit(problem).hide(problem.node_named("price"))


def test_a_circle_is_refused() -> None:
    problem = bakery()
    edit = Edit(problem)
    edit.redirect(problem.node_named("n"), problem.node_named("paid"))
    with pytest.raises(Circular):
        edit.done()
