"""The invariants of the IR: what holds passes, each fault is found, and the text form is readable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.handmade import (
    KG,
    MONEY,
    Builder,
    bakery,
    every,
    fractions,
    lattice,
    marks,
    planets,
    shipping,
    text,
    tickets,
)

from mspec.compiler import ir
from mspec.compiler.ir import (
    Apply,
    Ask,
    Choice,
    Const,
    Counted,
    Given,
    Mistake,
    Node,
    NodeId,
    NounAttribute,
    NounRef,
    PersonRef,
    Problem,
    Require,
    Sentence,
    Show,
    Values,
)
from mspec.compiler.types import INT, RATIONAL, ListOf, NounType, Num, count
from mspec.compiler.units import Unit
from mspec.compiler.verify import InvalidProblem, dump, verify

GRAM = Unit((("g", 1),), (("mass", 1),), Fraction(1, 1000))


@pytest.mark.parametrize("problem", every(), ids=lambda problem: problem.name)
def test_what_is_built_by_hand_is_valid(problem: Problem) -> None:
    verify(problem)


def with_node(problem: Problem, node: NodeId, new: Node) -> Problem:
    nodes = list(problem.nodes)
    nodes[node] = new
    return replace(problem, nodes=tuple(nodes))


def changed(problem: Problem, node: NodeId, **fields: object) -> Problem:
    return with_node(problem, node, replace(problem.nodes[node], **fields))  # type: ignore[arg-type]


def extended(problem: Problem, *nodes: Node) -> Problem:
    return replace(problem, nodes=(*problem.nodes, *nodes))


B = bakery()
FULL, CUT, PAID = (B.node_named(name) for name in ("full", "cut", "paid"))
KID, ITEM, N, PRICE, OFF = B.givens()
STEPS = {step.name: step for step in B.steps}
M = marks()
P = planets()
T = tickets()


def said(*parts: str | Show | Counted | PersonRef | Choice) -> Problem:
    return replace(B, story=(*B.story, Sentence(text(*parts))))


FAULTS: list[tuple[str, Callable[[], Problem]]] = [
    ("does not stand before", lambda: changed(B, FULL, args=(PAID, PRICE))),
    ("does not stand before", lambda: changed(B, FULL, args=(N, FULL))),
    ("does not stand before", lambda: changed(B, FULL, args=(N, -1))),
    ("unknown operator 'times'", lambda: changed(B, FULL, op="times")),
    ("does not take 3 arguments", lambda: changed(B, FULL, args=(N, PRICE, OFF))),
    ("used 0 times", lambda: extended(B, Const(Fraction(1), INT))),
    ("used 2 times", lambda: replace(B, requires=B.requires * 2)),
    ("used 2 times", lambda: said(Show(B.requires[0].node))),
    ("used 2 times", lambda: said(Show(N, untold=text(Show(B.requires[0].node))))),
    ("step refers to node %99", lambda: replace(B, steps=(replace(STEPS["full"], node=99),))),
    ("require refers to node %99", lambda: replace(B, requires=(Require(99),))),
    ("ask refers to node %99", lambda: replace(B, asks=(Ask(99, ()),))),
    ("tell refers to node %-1", lambda: replace(B, tells=(-1,))),
    ("a text refers to node %99", lambda: said(Show(99))),
    ("a text refers to node %99", lambda: said(Choice(99, text("x")))),
    ("the name full is taken", lambda: replace(B, steps=(*B.steps, replace(STEPS["full"], node=PAID)))),
    ("the name price is taken", lambda: replace(B, steps=(replace(STEPS["full"], name="price"),))),
    ("stands on a given", lambda: replace(B, steps=(*B.steps, replace(STEPS["full"], name="x", node=N)))),
    ("two steps stand", lambda: replace(B, steps=(*B.steps, replace(STEPS["full"], name="x")))),
    ("two givens have one name", lambda: changed(B, N, name="price")),
    ("do not fit (dimension)", lambda: changed(B, PAID, args=(FULL, N))),
    ("do not fit (number)", lambda: changed(B, PAID, args=(FULL, KID))),
    ("the type should be count(item*item)", lambda: changed(B, FULL, args=(N, N))),
    ("the type should be money", lambda: changed(B, PAID, type=RATIONAL)),
    ("the type should be money", lambda: changed(B, PAID, type=Num(unit=KG))),
    ("whole by type only", lambda: changed(B, B.requires[0].node - 2, type=replace(MONEY, whole=True))),
    ("not a value of money", lambda: changed(B, B.requires[0].node - 1, value="five")),
    ("not a truth value", lambda: replace(B, requires=(Require(FULL),))),
    ("not a truth value", lambda: said(Choice(N, text("x")))),
    ("not a truth value", lambda: replace(B, mistakes=(*B.mistakes, Mistake("m", PAID, CUT, (), N)))),
    ("what is asked has no name", lambda: replace(B, asks=(Ask(B.requires[0].node - 2, ()),))),
    ("names is not a step", lambda: replace(B, tells=(N,))),
    ("does not redefine a step", lambda: replace(B, mistakes=(Mistake("m", B.requires[0].node, CUT, ()),))),
    ("is of another kind", lambda: replace(B, mistakes=(Mistake("m", PAID, N, ()),))),
    ("binds what is not a given", lambda: replace(B, tests=(*B.tests, ir.Test("t", ((FULL, Fraction(1)),))))),
    ("binds 2.5", lambda: replace(B, tests=(ir.Test("t", ((PRICE, 2.5),)),))),  # type: ignore[arg-type]
    ("refers to a person that is none", lambda: said(PersonRef(ITEM))),
    ("counts what is not a number", lambda: said(Counted(KID, NounRef("bagel")))),
    ("counts by what is not a noun", lambda: said(Counted(N, NounRef(node=KID)))),
    ("no noun 'unicorn'", lambda: said(Counted(N, NounRef("unicorn")))),
    ("the domain is empty", lambda: changed(B, OFF, domain=Values(()))),
    ("not on the lattice", lambda: changed(B, N, domain=lattice(1, 4, 2))),
    ("has no range", lambda: changed(B, KID, domain=lattice(1, 4))),
    ("not a value of count(item)", lambda: changed(B, N, domain=fractions("1/2"))),
    ("not a noun given", lambda: changed(B, PRICE, domain=NounAttribute(KID, "price", (lattice(1, 2),)))),
    ("one choice for each noun", lambda: changed(B, PRICE, domain=NounAttribute(ITEM, "price", (lattice(1, 2),)))),
    ("no such item", lambda: changed(M, 1, data=(6,))),
    ("not of the right kind", lambda: changed(M, 1, data=())),
    ("no column mass", lambda: changed(P, 2, data=("mass",))),
    ("there is no table planets", lambda: replace(P, lexicon=B.lexicon)),
    ("the factor should be 1", lambda: changed(P, P.node_named("weight"), data=(Fraction(2),))),
    ("different things", lambda: changed(P, P.node_named("weight"), type=Num(unit=KG))),
    ("as many equations", lambda: changed(T, T.node_named("one"), data=(("X",), 0, (MONEY,)))),
    ("as many equations", lambda: changed(T, T.node_named("one"), data=(("X", "Y"), 2, (MONEY, MONEY)))),
]


@pytest.mark.parametrize(("why", "build"), FAULTS, ids=[f"{i} {why}" for i, (why, _) in enumerate(FAULTS)])
def test_a_fault_is_found(why: str, build: Callable[[], Problem]) -> None:
    with pytest.raises(InvalidProblem) as caught:
        verify(build())
    assert why in str(caught.value)


def masses(right: Num) -> Problem:
    b = Builder()
    x = b.given("x", Num(unit=KG), lattice(1, 2))
    y = b.given("y", right, lattice(1, 2))
    total = b.step("total", b.apply("add", x, y))
    return Problem("masses", tuple(b.nodes), tuple(b.steps), asks=(Ask(total, ()),))


def test_one_dimension_in_two_units_needs_a_conversion() -> None:
    verify(masses(Num(unit=KG)))
    with pytest.raises(InvalidProblem, match="different units"):
        verify(masses(Num(unit=GRAM)))


def test_a_declared_type_overrules_labels_but_not_dimensions() -> None:
    b = Builder()
    x = b.given("x", count("muffin"), lattice(1, 2))
    y = b.given("y", count("bagel"), lattice(1, 2))
    node = b.apply("add", x, y, type_=INT)
    total = b.step("total", node, type_=count("pastry"))
    problem = Problem("fruit", tuple(b.nodes), tuple(b.steps), asks=(Ask(total, ()),))
    verify(problem)
    inferred = replace(problem, steps=(replace(problem.steps[0], declared=False),))
    with pytest.raises(InvalidProblem, match="label"):
        verify(inferred)
    with pytest.raises(InvalidProblem, match="should be"):
        verify(changed(problem, total, type=MONEY))


def test_a_real_is_not_passed_off_as_exact() -> None:
    b = Builder()
    x = b.given("x", Num(exact=False), fractions(2))
    double = b.step("double", b.apply("add", x, x, type_=RATIONAL))
    with pytest.raises(InvalidProblem, match="the value is real"):
        verify(Problem("real", tuple(b.nodes), tuple(b.steps), asks=(Ask(double, ()),)))


def test_powers_with_a_written_exponent_raise_the_unit() -> None:
    b = Builder()
    x = b.given("x", Num(unit=KG), lattice(1, 2))
    square = b.step("square", b.apply("pow", x, b.const(2), type_=Num(unit=KG**2)))
    verify(Problem("square", tuple(b.nodes), tuple(b.steps), asks=(Ask(square, ()),)))


def test_a_list_has_the_length_of_its_type() -> None:
    b = Builder()
    xs = b.apply("list", b.const(1), b.const(2), type_=ListOf(INT, 2))
    first = b.step("first", b.apply("item", xs, type_=INT, data=(1,)))
    problem = Problem("listed", tuple(b.nodes), tuple(b.steps), asks=(Ask(first, ()),))
    verify(problem)
    with pytest.raises(InvalidProblem, match="not a list of this length"):
        verify(changed(problem, xs, type=ListOf(INT, 3)))


def test_sharing_can_be_allowed() -> None:
    shared = replace(B, requires=B.requires * 2)
    verify(shared, forest=False)


def test_given_nouns_may_offer_domains() -> None:
    choices = tuple(lattice(1, n) for n in (2, 3, 4, 5))
    verify(changed(B, PRICE, domain=NounAttribute(ITEM, "price", choices)))
    given = B.nodes[ITEM]
    assert isinstance(given, Given) and isinstance(given.type, NounType)


def test_dump_is_readable() -> None:
    lines = dump(B).splitlines()
    assert '  %8 full = mul %2 %3 : money  "price before the discount"' in lines
    assert '  %2 n = given 2..24 by 1 : count(item)  "number of {%1:plural}"' in lines
    assert "  %6 = const 5 : money" in lines
    assert '  say "The bakery takes {%4 | "a certain percentage"} off the bill."' in lines
    assert '  ask %10 "How much {does %0.they} pay?"' in lines
    assert "  mistake one_item: full := %3" in lines
    assert '  test "worked by hand": %2 = 12; %3 = 5/2; %4 = 1/5; expect %13; expect %15' in lines
    assert "  %2 = lookup %0 [g] : acceleration[m/s^2]" in dump(P).splitlines()
    assert '  say "{if %1}Members pay half.{end}"' in dump(shipping()).splitlines()


def test_a_fault_shows_its_node() -> None:
    with pytest.raises(InvalidProblem, match=r"%10 paid = sub %8 %2 : money") as caught:
        verify(changed(B, PAID, args=(FULL, N)))
    assert caught.value.node == PAID
    assert isinstance(B.nodes[PAID], Apply)
