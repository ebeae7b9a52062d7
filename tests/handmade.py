"""Problems made by hand as `ir.Problem`, for tests that must not depend on the front end.

Each follows the forest rule of the IR: an unnamed node (every literal too) is used exactly once; sharing
happens at givens and steps. All pass `compiler.verify.verify`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from mspec.compiler.ir import (
    Apply,
    Ask,
    Choice,
    Const,
    Counted,
    Domain,
    Given,
    Lattice,
    Lexicon,
    Literal,
    Mistake,
    Node,
    NodeId,
    NounEntry,
    NounRef,
    PersonRef,
    Problem,
    Require,
    Sentence,
    Show,
    Step,
    Table,
    Test,
    Text,
    Value,
    Values,
)
from mspec.compiler.ops import OPS
from mspec.compiler.types import (
    BOOL,
    INT,
    PERCENT,
    ListOf,
    NounType,
    Num,
    Person,
    RowOf,
    Type,
    Word,
    count,
)
from mspec.compiler.units import Unit, currency

MONEY = Num(unit=currency("$"))
KG = Unit((("kg", 1),), (("mass", 1),), Fraction(1))
METRE = Unit((("m", 1),), (("length", 1),), Fraction(1))
SECOND = Unit((("s", 1),), (("time", 1),), Fraction(1))
NEWTON = Unit((("N", 1),), (("length", 1), ("mass", 1), ("time", -2)), Fraction(1))
ACCELERATION = Num(unit=METRE / SECOND**2)

PEOPLE = Table(
    "people",
    (("name", Word(), False), ("pronoun", Word(), False)),
    (("Mia", "she"), ("Noah", "he"), ("Ava", "she"), ("Ben", "he"), ("Sam", "they"), ("Lily", "she")),
)
NAMES = Values(tuple(row[0] for row in PEOPLE.rows))
NOUNS = (
    NounEntry("thing", "thing", "things"),
    NounEntry("pastry", "pastry", "pastries", "thing"),
    NounEntry("muffin", "muffin", "muffins", "pastry"),
    NounEntry("bagel", "bagel", "bagels", "pastry"),
    NounEntry("cookie", "cookie", "cookies", "pastry"),
    NounEntry("eclair", "eclair", "eclairs", "pastry"),
    NounEntry("year", "year", "years", "thing"),
    NounEntry("week", "week", "weeks", "thing"),
    NounEntry("bicycle", "bicycle", "bicycles", "thing"),
    NounEntry("telescope", "telescope", "telescopes", "thing"),
    NounEntry("guitar", "guitar", "guitars", "thing"),
    NounEntry("adult_ticket", "adult ticket", "adult tickets", "thing"),
    NounEntry("child_ticket", "child ticket", "child tickets", "thing"),
)
LEXICON = Lexicon(
    NOUNS,
    (PEOPLE,),
    (
        ("kg", "kilogram", "kilograms"),
        ("m", "metre", "metres"),
        ("s", "second", "seconds"),
        ("N", "newton", "newtons"),
    ),
    lengths=("m",),
)


def text(*parts: str | Show | Counted | PersonRef | Choice) -> Text:
    """A text; strings become literals."""
    return tuple(Literal(part) if isinstance(part, str) else part for part in parts)


def lattice(low: int | str, high: int | str, stride: int | str = 1) -> Lattice:
    """`low..high by stride`."""
    return Lattice(Fraction(low), Fraction(high), Fraction(stride))


def fractions(*values: int | str) -> Values:
    """`{a, b, …}` of numbers."""
    return Values(tuple(map(Fraction, values)))


class Builder:
    """Collects nodes and steps. Every method gives back a node id."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.steps: list[Step] = []

    def _put(self, node: Node) -> NodeId:
        self.nodes.append(node)
        return len(self.nodes) - 1

    def given(
        self,
        name: str,
        type_: Type,
        domain: Domain,
        description: Text | None = None,
        flags: Iterable[str] = (),
    ) -> NodeId:
        """A leaf."""
        return self._put(Given(name, type_, domain, frozenset(flags), description))

    def const(self, value: int | str | Fraction | bool, type_: Type = INT) -> NodeId:
        """A literal; numbers become Fractions (a string is read as one, where the type is a number)."""
        exact: Value = Fraction(value) if isinstance(type_, Num) else value
        return self._put(Const(exact, type_))

    def apply(self, op: str, *args: NodeId, type_: Type | None = None, data: tuple[object, ...] = ()) -> NodeId:
        """An operator; its type is that of the table unless given."""
        result = OPS[op].typing([self.nodes[arg].type for arg in args]) if type_ is None else type_
        return self._put(Apply(op, args, result, data))

    def step(self, name: str, node: NodeId, description: str | Text = "", type_: Type | None = None) -> NodeId:
        """Name a node; a `type_` is what the author declared."""
        if type_ is not None:
            expression = self.nodes[node]
            assert isinstance(expression, Apply)
            self.nodes[node] = replace(expression, type=type_)
        described = text(description) if isinstance(description, str) else description
        self.steps.append(Step(name, node, type_ is not None, described))
        return node

    def total(self, terms: Iterable[NodeId]) -> NodeId:
        """`a + b + c`, from the left."""
        first, *rest = terms
        for term in rest:
            first = self.apply("add", first, term)
        return first


def bakery() -> Problem:
    """The example of the language page: percent off a bakery order."""
    b = Builder()
    kid = b.given("kid", Person(), NAMES)
    item = b.given("item", NounType(), Values(("muffin", "bagel", "cookie", "eclair")))
    n = b.given("n", count("item", rigid=True), lattice(2, 24), text("number of ", Show(item, "plural")))
    price = b.given("price", MONEY, lattice("1/2", 6, "1/4"), text("price of one ", Show(item)))
    off = b.given("off", PERCENT, fractions("1/10", "3/20", "1/5", "1/4", "2/5"), text("discount rate"))

    enough = b.apply("ge", b.apply("mul", n, price), b.const(5, MONEY))
    full = b.step("full", b.apply("mul", n, price), "price before the discount")
    cut = b.step("cut", b.apply("mul", full, off), "discount", MONEY)
    paid = b.step("paid", b.apply("sub", full, cut), "amount paid")
    adds = b.apply("add", full, cut)
    by_hand = [b.apply("eq", full, b.const(30, MONEY)), b.apply("eq", paid, b.const(24, MONEY))]
    always = b.apply("lt", cut, full)

    return Problem(
        name="bakery_discount",
        nodes=tuple(b.nodes),
        steps=tuple(b.steps),
        requires=(Require(enough),),
        story=(
            Sentence(
                text(PersonRef(kid), " buys ", Counted(n, NounRef(node=item)), " at ", Show(price), " each."),
                frozenset({n, price}),
                frozenset({kid, item}),
            ),
            Sentence(
                text("The bakery takes ", Show(off, untold=text("a certain percentage")), " off the bill."),
                frozenset({off}),
            ),
        ),
        asks=(Ask(paid, text("How much ", PersonRef(kid, "they", auxiliary="does"), " pay?")),),
        mistakes=(
            Mistake("paid_discount", paid, cut, text("reports the discount instead of the price paid")),
            Mistake("adds_instead", paid, adds, text("adds the discount")),
            Mistake("one_item", full, price, text("forgets to multiply by the number bought")),
        ),
        tests=(
            Test(
                "worked by hand",
                ((n, Fraction(12)), (price, Fraction(5, 2)), (off, Fraction(1, 5))),
                expects=tuple(by_hand),
            ),
            Test("any world", always=(always,)),
        ),
        lexicon=LEXICON,
    )


def shipping() -> Problem:
    """Tiered shipping fee: a chain of conditionals, a boolean given, conditional text, whole cents due."""
    b = Builder()
    mass, per_kg = Num(unit=KG), Num(unit=currency("$") / KG)
    w = b.given("w", mass, lattice("1/2", 30, "1/2"), text("mass of the parcel"))
    member = b.given("member", BOOL, Values((False, True)))
    base = b.given("base", MONEY, lattice(4, 8), text("base fee"))
    rate = b.given("rate", per_kg, fractions("1/2", "4/5", "6/5"), text("fee per kilogram"))

    on_edge = b.apply("or", b.apply("eq", w, b.const(5, mass)), b.apply("eq", w, b.const(20, mass)))
    off_edge = b.apply("not", on_edge)
    small = b.apply("le", w, b.const(5, mass))
    medium = b.apply("le", w, b.const(20, mass))
    second = b.apply("add", base, b.apply("mul", rate, b.apply("sub", w, b.const(5, mass))))
    third = b.apply(
        "add",
        b.apply("add", base, b.apply("mul", rate, b.const(15, mass))),
        b.apply("mul", b.apply("mul", b.const(2), rate), b.apply("sub", w, b.const(20, mass))),
    )
    fee = b.step("fee", b.apply("if", small, base, b.apply("if", medium, second, third)), "fee before membership")
    due = b.step("due", b.apply("if", member, b.apply("div", fee, b.const(2)), fee), "fee due", MONEY)
    top = b.apply(
        "add",
        base,
        b.apply("mul", b.apply("mul", b.const(2), rate), b.apply("sub", w, b.const(5, mass))),
    )
    heavy = b.apply("gt", w, b.const(20, mass))
    lightest = b.apply("eq", due, b.const(5, MONEY))

    return Problem(
        name="shipping_fee",
        nodes=tuple(b.nodes),
        steps=tuple(b.steps),
        requires=(Require(off_edge, "no parcel sits on a boundary"),),
        story=(
            Sentence(
                text(
                    "A courier charges ",
                    Show(base),
                    " for a parcel of up to 5 kg, plus ",
                    Show(rate),
                    " per kilogram above 5 kg, and twice that rate above 20 kg.",
                ),
                frozenset({base, rate}),
            ),
            Sentence(text(Choice(member, text("Members pay half."))), frozenset({member})),
        ),
        asks=(Ask(due, text("What does a ", Show(w), " parcel cost", Choice(member, text(" a member")), "?")),),
        mistakes=(
            Mistake("top_rate_on_all", fee, top, text("applies the top rate to every kilogram"), heavy),
            Mistake("no_member_price", due, fee, text("forgets the member price"), member),
        ),
        tests=(
            Test(
                "bottom tier",
                ((w, Fraction(4)), (base, Fraction(5)), (member, False)),
                expects=(lightest,),
            ),
        ),
        lexicon=LEXICON,
    )


def rates() -> Problem:
    """Two friends save for a gift: seven steps, a ratio under `ceil`, constraints on steps."""
    b = Builder()
    ana = b.given("ana", Person(), NAMES)
    ben = b.given("ben", Person(), NAMES)
    gift = b.given("gift", NounType(), Values(("bicycle", "telescope", "guitar")))
    goal = b.given("goal", MONEY, lattice(60, 300, 5), text("price of the ", Show(gift)))
    weekly = b.given("weekly", MONEY, lattice(4, 20), text("weekly saving of ", PersonRef(ana)))
    k = b.given("k", INT, lattice(2, 4), text("ratio of the savings"))
    spent = b.given("spent", MONEY, lattice(3, 30), text("price of the present"))
    weeks = b.given("weeks", count("week"), lattice(2, 12), text("number of weeks"))

    a = b.step("a", b.apply("mul", weekly, weeks), text("amount that ", PersonRef(ana), " has saved"))
    b_all = b.step("b_all", b.apply("mul", k, a), text("amount that ", PersonRef(ben), " has saved"))
    rest = b.step("b", b.apply("sub", b_all, spent), text("amount that ", PersonRef(ben), " still has"))
    both = b.step("both", b.apply("add", a, rest), "amount they have together")
    left = b.step("left", b.apply("sub", goal, both), "amount still missing")
    rate = b.step("rate", b.apply("add", weekly, b.apply("mul", k, weekly)), "amount saved per week together")
    more = b.step("more", b.apply("ceil", b.apply("div", left, rate)), "number of weeks still needed", count("week"))
    affordable = b.apply("lt", spent, b.apply("mul", weekly, weeks))
    half_way = b.apply(
        "and",
        b.apply("lt", b.const(0, MONEY), left),
        b.apply("le", left, b.apply("div", goal, b.const(2))),
    )

    return Problem(
        name="two_savers",
        nodes=tuple(b.nodes),
        steps=tuple(b.steps),
        requires=(
            Require(affordable, "he can only spend what he has saved"),
            Require(half_way, "they are more than half way"),
        ),
        story=(
            Sentence(
                text(
                    PersonRef(ana),
                    " and ",
                    PersonRef(ben),
                    " are saving for a ",
                    Show(gift),
                    " that costs ",
                    Show(goal),
                    ".",
                ),
                frozenset({goal}),
                frozenset({ana, ben, gift}),
            ),
            Sentence(
                text(
                    PersonRef(ana),
                    " saves ",
                    Show(weekly),
                    " a week for ",
                    Counted(weeks, NounRef("week")),
                    ".",
                ),
                frozenset({weekly, weeks}),
                frozenset({ana}),
            ),
            Sentence(
                text(
                    "In the same time ",
                    PersonRef(ben),
                    " saves ",
                    Show(k, "times"),
                    " as much, but ",
                    PersonRef(ben, "they", verb="spend"),
                    " ",
                    Show(spent),
                    " on a present.",
                ),
                frozenset({k, spent}),
                frozenset({ben}),
            ),
            Sentence(text("They go on saving at the same rates.")),
        ),
        asks=(Ask(more, text("How many more weeks do they need?")),),
        hint=text("First find what each of them has now."),
        lexicon=LEXICON,
    )


def marks() -> Problem:
    """Five marks in a list: the mean as an equation over its items (declared whole), and the median."""
    b = Builder()
    xs = b.given("xs", ListOf(INT, 5), lattice(1, 20), text("five marks"))

    def items() -> list[NodeId]:
        return [b.apply("item", xs, type_=INT, data=(i,)) for i in range(1, 6)]

    mean = b.step("mean", b.apply("div", b.total(items()), b.const(5)), "mean of the marks", INT)
    middle = b.step("middle", b.apply("median", *items()), "median of the marks")
    gap = b.step("gap", b.apply("abs", b.apply("sub", mean, middle)), "gap between mean and median")
    apart = b.apply("ge", b.apply("sub", b.apply("max", *items()), b.apply("min", *items())), b.const(3))

    return Problem(
        name="five_marks",
        nodes=tuple(b.nodes),
        steps=tuple(b.steps),
        requires=(Require(apart, "the marks are spread"),),
        story=(Sentence(text("A student gets the marks ", Show(xs), "."), frozenset({xs})),),
        asks=(
            Ask(mean, text("What is the mean of the marks?")),
            Ask(gap, text("How far is the mean from the median?")),
        ),
        lexicon=LEXICON,
    )


def planets() -> Problem:
    """Weight on another planet: a row of a table is drawn and its columns are looked up."""
    b = Builder()
    table = Table(
        "planets",
        (("name", NounType(), True), ("g", ACCELERATION, False)),
        (
            ("mercury", Fraction(37, 10)),
            ("venus", Fraction(887, 100)),
            ("mars", Fraction(371, 100)),
            ("jupiter", Fraction(2479, 100)),
        ),
    )
    p = b.given("p", RowOf("planets"), Values((0, 1, 2, 3)))
    m = b.given("m", Num(unit=KG), lattice(1, 20, "1/2"), text("mass of the probe"))
    force = b.apply("mul", m, b.apply("lookup", p, type_=ACCELERATION, data=("g",)))
    weight = b.step(
        "weight",
        b.apply("convert", force, type_=Num(unit=NEWTON), data=(Fraction(1),)),
        "weight of the probe",
        Num(unit=NEWTON),
    )
    name = b.apply("lookup", p, type_=NounType(), data=("name",))
    gravity = b.apply("lookup", p, type_=ACCELERATION, data=("g",))

    return Problem(
        name="planet_weight",
        nodes=tuple(b.nodes),
        steps=tuple(b.steps),
        story=(
            Sentence(
                text(
                    "A probe of ",
                    Show(m),
                    " lands on ",
                    Show(name),
                    ", where things fall with ",
                    Show(gravity),
                    ".",
                ),
                frozenset({m, gravity}),
                frozenset({name}),
            ),
        ),
        asks=(Ask(weight, text("What does the probe weigh there?")),),
        lexicon=replace(
            LEXICON,
            nouns=(
                *NOUNS,
                NounEntry("mercury", "Mercury", "Mercury", "thing"),
                NounEntry("venus", "Venus", "Venus", "thing"),
                NounEntry("mars", "Mars", "Mars", "thing"),
                NounEntry("jupiter", "Jupiter", "Jupiter", "thing"),
            ),
            tables=(PEOPLE, table),
        ),
    )


def tickets() -> Problem:
    """Two bills fix two hidden prices: told steps, and `solve_linear` with data (names, 0-based which, types)."""
    b = Builder()
    adult = b.given("adult", MONEY, lattice(2, 20, "1/2"), text("price of an adult ticket"))
    child = b.given("child", MONEY, lattice(2, 20, "1/2"), text("price of a child ticket"))
    a1 = b.given("a1", count("adult_ticket"), lattice(1, 6))
    a2 = b.given("a2", count("adult_ticket"), lattice(1, 6))
    c1 = b.given("c1", count("child_ticket"), lattice(1, 6))
    c2 = b.given("c2", count("child_ticket"), lattice(1, 6))

    t1 = b.step("t1", b.total([b.apply("mul", a1, adult), b.apply("mul", c1, child)]), "first bill")
    t2 = b.step("t2", b.total([b.apply("mul", a2, adult), b.apply("mul", c2, child)]), "second bill")
    one = b.step(
        "one",
        b.apply("solve_linear", a1, c1, t1, a2, c2, t2, type_=MONEY, data=(("X", "Y"), 0, (MONEY, MONEY))),
        "price of one adult ticket",
        MONEY,
    )
    cheaper = b.apply("lt", child, adult)
    regular = b.apply("ne", b.apply("div", a1, a2), b.apply("div", c1, c2))
    back = b.apply("eq", one, adult)

    return Problem(
        name="ticket_system",
        nodes=tuple(b.nodes),
        steps=tuple(b.steps),
        requires=(Require(cheaper), Require(regular, "exactly one solution")),
        story=(
            Sentence(
                text(
                    Counted(a1, NounRef("adult_ticket")),
                    " and ",
                    Counted(c1, NounRef("child_ticket")),
                    " cost ",
                    Show(t1),
                    ".",
                ),
                frozenset({a1, c1, t1}),
            ),
            Sentence(
                text(
                    Counted(a2, NounRef("adult_ticket")),
                    " and ",
                    Counted(c2, NounRef("child_ticket")),
                    " cost ",
                    Show(t2),
                    ".",
                ),
                frozenset({a2, c2, t2}),
            ),
        ),
        tells=(t1, t2),
        asks=(Ask(one, text("What does one adult ticket cost?")),),
        tests=(Test("solver agrees with the generator", always=(back,)),),
        lexicon=LEXICON,
    )


def every() -> tuple[Problem, ...]:
    """All of them."""
    return (bakery(), shipping(), rates(), marks(), planets(), tickets())
