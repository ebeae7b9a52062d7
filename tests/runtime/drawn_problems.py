"""Problems to draw worlds of, made by hand: lists, people, nouns with attributes, sums."""

from __future__ import annotations

from tests.handmade import (
    MONEY,
    NAMES,
    Builder,
    fractions,
    lattice,
    text,
)

from mspec.compiler.ir import Ask, Lattice, NodeId, NounAttribute, Problem, Require, Values
from mspec.compiler.load import load_problem
from mspec.compiler.source import Span
from mspec.compiler.types import BOOL, INT, ListOf, NounType, Person

SWEETS = Values(("muffin", "bagel", "cookie"))


def problem_of(b: Builder, *requires: NodeId, ask: NodeId | None = None) -> Problem:
    asked = b.given("zz", INT, lattice(1, 2)) if ask is None else ask
    return Problem(
        "made",
        tuple(b.nodes),
        tuple(b.steps),
        tuple(Require(node, f"reason {i}", Span("made", 10 * i, 10 * i + 5)) for i, node in enumerate(requires, 1)),
        asks=(Ask(asked, text("What?")),),
    )


def ordered_list(*flags: str, size: int = 3, values: Lattice | Values | None = None) -> Problem:
    b = Builder()
    b.given("xs", ListOf(INT, size), values or lattice(1, 5), flags=flags)
    return problem_of(b)


def attributes() -> Problem:
    """Two nouns with their prices, three of one noun bought: a number of choices that depends on the noun."""
    b = Builder()
    first = b.given("first", NounType(), SWEETS)
    offered = (lattice(1, 3), fractions("1/2", 5), lattice("1/4", "3/2", "1/4"))
    price = b.given("price", MONEY, NounAttribute(first, "price", offered))
    second = b.given("second", NounType(), Values(("cookie", "muffin")))
    other = b.given("other", MONEY, NounAttribute(second, "price", (offered[2], offered[0])))
    return problem_of(b, b.apply("le", price, b.apply("mul", b.const(2), other)))


def people(names: int, persons: int, flags: tuple[str, ...] = ()) -> Problem:
    b = Builder()
    for number in range(persons):
        b.given(f"p{number}", Person(), Values(NAMES.values[:names]), flags=flags)
    return problem_of(b)


def mixed_people() -> Problem:
    """Domains that overlap in part."""
    b = Builder()
    b.given("a", Person(), Values(("Mia", "Ava")))
    b.given("b", Person(), Values(("Ava", "Ben", "Mia")))
    b.given("c", Person(), Values(("Sam", "Ben")))
    return problem_of(b)


def triangle(top: int) -> Problem:
    """Pythagorean triples."""
    b = Builder()
    a, c, d = (b.given(name, INT, lattice(1, top)) for name in "acd")
    squares = [b.apply("mul", side, side) for side in (a, c, d)]
    return problem_of(b, b.apply("eq", b.apply("add", squares[0], squares[1]), squares[2]))


def distinct_marks() -> Problem:
    b = Builder()
    xs = b.given("xs", ListOf(INT, 3), fractions(9, 1, 4, 7, 2), flags=("distinct", "sorted"))
    k = b.given("k", INT, lattice(1, 6))
    first, last = (b.apply("item", xs, type_=INT, data=(i,)) for i in (1, 3))
    return problem_of(b, b.apply("gt", b.apply("sub", last, first), k))


def optional() -> Problem:
    """A whole-number obligation that binds in one arm only."""
    b = Builder()
    n, half = b.given("n", INT, lattice(1, 9)), b.given("half", BOOL, Values((False, True)))
    part = b.step("part", b.apply("div", n, b.const(2)), type_=INT)
    return problem_of(b, ask=b.step("answer", b.apply("if", half, part, n)))


PARTS = """
problem parts {
  given {
    bought : int in 2..40   "number bought"
    one    : int in 2..60   "first part"
    other  : int in 1..60   "second part"
    up     : int in 2..40   "rise"
    down   : int in 1..30   "drop"
    base   : int in 4..200  "smaller number"
    more   : int in 2..40   "excess"
  }
  require {
    one > other
    one + other <= 6
    up <= base + more and down < up
    20 <= base + more and base + more <= 120
    2 * more <= base
  }
  steps { each : int = (base + more + up - down + bought) / (one + other)  "number in each group" }
  story """ + '"""{bought} {one} {other} {up} {down} {base} {more}."""' + """
  ask each "How many?"
}
"""


def parts() -> Problem:
    """Worlds are rare, and few beginnings of one go on: that a part is small shows at the sum only."""
    return load_problem(PARTS)
