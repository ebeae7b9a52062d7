"""Random problems over every exact operator, with conditionals, undefined corners and grid steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from tests.handmade import LEXICON, MONEY, Builder

from mspec.compiler.ir import Ask, Lattice, NodeId, Problem, Require, Value, Values
from mspec.compiler.types import BOOL, INT, RATIONAL, ListOf, NounType, RowOf


@dataclass
class _Maker:
    """Grows one graph; `wholes`, `numbers` and `truths` are what new nodes may be made of."""

    random: Random
    size: int
    builder: Builder = field(default_factory=Builder)
    wholes: list[NodeId] = field(default_factory=list)
    numbers: list[NodeId] = field(default_factory=list)
    truths: list[NodeId] = field(default_factory=list)

    def givens(self) -> None:
        b, r = self.builder, self.random
        for name in ("n", "m", "class"):
            low = r.randint(-4, 3)
            wide = 10 ** r.choice((0, 0, 9, 19)) if self.size > 3 else 1
            domain = Lattice(Fraction(low), Fraction(low + r.randint(0, 5) * wide), Fraction(wide))
            self.wholes.append(b.given(name, INT, domain))
        halves = Lattice(Fraction(-3, 2), Fraction(r.randint(-1, 5), 2), Fraction(1, 2))
        self.numbers.append(b.given("r", RATIONAL, halves))
        self.numbers.append(b.given("t1", RATIONAL, Values((Fraction(1, 3), Fraction(-2, 7), Fraction(0)))))
        self.truths.append(b.given("np", BOOL, Values((True, False))))
        one = b.given("v_n", NounType(), Values(("bagel", "muffin", "week")))
        two = b.given("world", NounType(), Values(("week", "cookie", "bagel")))
        self.truths.append(b.apply("eq", one, two))
        xs = b.given("xs", ListOf(INT, 3), Lattice(Fraction(-1), Fraction(3), Fraction(1)))
        self.wholes += [b.apply("item", xs, type_=INT, data=(i,)) for i in (1, 2, 3)]
        row = b.given("p", RowOf("people"), Values((0, 2, 5)))
        other = b.given("q", RowOf("people"), Values((5, 1)))
        self.truths.append(b.apply("eq", row, other))
        pronoun = b.apply("lookup", row, type_=NounType(), data=("pronoun",))
        self.truths.append(b.apply("ne", pronoun, b.const("she", NounType())))

    def number(self) -> NodeId:
        r = self.random
        if r.random() < 0.15:
            return self.builder.const(Fraction(r.randint(-6, 6), r.randint(1, 4)), RATIONAL)
        return r.choice(self.numbers + self.wholes)

    def whole(self) -> NodeId:
        r = self.random
        return self.builder.const(r.randint(-5, 6)) if r.random() < 0.15 else r.choice(self.wholes)

    def truth(self) -> NodeId:
        return self.random.choice(self.truths)

    def grow(self) -> None:
        b, r = self.builder, self.random
        put = b.apply
        kind = r.randrange(10)
        if kind < 4:
            op = r.choice(("add", "sub", "mul", "div", "add", "mul", "min", "max"))
            self.numbers.append(put(op, self.number(), self.number(), type_=RATIONAL))
        elif kind == 4:
            op = r.choice(("abs", "neg", "convert", "pow", "if", "median", "mode", "kth", "remainder", "solve"))
            self.numbers.append(self._number_by(op))
        elif kind == 5:
            op = r.choice(("floor", "ceil", "round", "quotient", "gcd", "lcm", "factorial", "choose", "add", "if"))
            self._whole_by(op)
        elif kind == 6:
            op = r.choice(("lt", "le", "gt", "ge", "eq", "ne", "distinct"))
            self.truths.append(put(op, self.number(), self.number(), type_=BOOL))
        elif kind == 7:
            op = r.choice(("and", "or", "not", "if", "eq"))
            count = {"not": 1, "if": 3}.get(op, 2)
            self.truths.append(put(op, *(self.truth() for _ in range(count)), type_=BOOL))
        elif kind == 8:
            op = r.choice(("is_int", "is_square", "is_prime", "divides"))
            argument = self.number() if op == "is_int" else self.whole()
            self.truths.append(put(op, argument, *([self.whole()] if op == "divides" else []), type_=BOOL))
        else:
            self.numbers.append(put("if", self.truth(), self.number(), self.number(), type_=RATIONAL))

    def _number_by(self, op: str) -> NodeId:
        b, r = self.builder, self.random
        match op:
            case "convert":
                return b.apply(op, self.number(), type_=RATIONAL, data=(Fraction(r.randint(1, 9), r.randint(1, 9)),))
            case "pow":
                power = (
                    b.const(r.randint(0, 3))
                    if r.random() < 0.7
                    else self.builder.apply("min", self.whole(), b.const(4), type_=INT)
                )
                return b.apply(op, self.number(), power, type_=RATIONAL)
            case "if":
                return b.apply(op, self.truth(), self.number(), self.number(), type_=RATIONAL)
            case "median" | "mode":
                return b.apply(op, *(self.number() for _ in range(r.randint(1, 5))), type_=RATIONAL)
            case "kth":
                return b.apply(op, self.whole(), *(self.number() for _ in range(3)), type_=RATIONAL)
            case "remainder":
                return b.apply(op, self.number(), self.number(), type_=RATIONAL)
            case "solve":
                size = r.randint(1, 3)
                args = [self.number() for _ in range(size * (size + 1))]
                data = (("x", "y", "z")[:size], r.randrange(size), (RATIONAL,) * size)
                return b.apply("solve_linear", *args, type_=RATIONAL, data=data)
            case _:
                return b.apply(op, self.number(), type_=RATIONAL)

    def _whole_by(self, op: str) -> None:
        b, r = self.builder, self.random
        match op:
            case "floor" | "ceil" | "round":
                if r.random() < 0.4:
                    self.numbers.append(b.apply(op, self.number(), self.number(), type_=RATIONAL))
                else:
                    self.wholes.append(b.apply(op, self.number(), type_=INT))
            case "quotient":
                self.wholes.append(b.apply(op, self.number(), self.number(), type_=INT))
            case "factorial":
                small = b.apply("min", self.whole(), b.const(25), type_=INT)
                self.wholes.append(b.apply(op, small, type_=INT))
            case "choose":
                both = [b.apply("min", self.whole(), b.const(70), type_=INT) for _ in range(2)]
                self.wholes.append(b.apply(op, *both, type_=INT))
            case "if":
                self.wholes.append(b.apply(op, self.truth(), self.whole(), self.whole(), type_=INT))
            case _:
                self.wholes.append(b.apply(op, self.whole(), self.whole(), type_=INT))


def random_problem(seed: int) -> Problem:
    """A problem of some dozen nodes; most worlds of most of them are admissible."""
    maker = _Maker(Random(seed), size=seed % 7)
    maker.givens()
    for _ in range(4 + seed % 23):
        maker.grow()
    b, r = maker.builder, maker.random
    asked = [b.apply("add", maker.numbers[-1], maker.number(), type_=RATIONAL)]
    asked.append(maker.truths[-1])
    declared = b.apply("mul", maker.number(), b.const(Fraction(1, r.choice((1, 2))), RATIONAL), type_=RATIONAL)
    b.step("rounded", declared, "a declared\nstep", r.choice((INT, MONEY)))
    asked.append(b.apply("if", maker.truth(), declared, maker.number(), type_=RATIONAL))
    if r.random() < 0.3:
        asked.append(declared)
    for place, node in enumerate(maker.numbers[-4:]):
        if node not in {step.node for step in b.steps}:
            b.step(f"s{place}", node, "a number")
    requires = [Require(maker.truths[r.randrange(1, len(maker.truths))])] if r.random() < 0.5 else []
    return Problem(
        f"random {seed}",
        tuple(b.nodes),
        tuple(b.steps),
        tuple(requires),
        asks=tuple(Ask(node, ()) for node in asked),
        lexicon=LEXICON,
    )


def random_worlds(problem: Problem, count: int, seed: int) -> list[dict[NodeId, Value]]:
    """Worlds drawn from the domains, without regard to constraints."""
    random = Random(seed)
    worlds: list[dict[NodeId, Value]] = []
    for _ in range(count):
        world: dict[NodeId, Value] = {}
        for node in problem.givens():
            given = problem.nodes[node]
            domain = list(given.domain)  # type: ignore[union-attr, arg-type]
            if isinstance(given.type, ListOf):
                world[node] = tuple(random.choice(domain) for _ in range(given.type.length))
            else:
                world[node] = random.choice(domain)
        worlds.append(world)
    return worlds
