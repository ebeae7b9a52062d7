"""Obligations, their proofs and counterexamples; whether there are worlds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from tests import handmade
from tests.lower.random_problem import random_problem
from tests.runtime.drawn_problems import parts
from tests.worlds import draw

from mspec.compiler.constraints import Holds, constraints
from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.load import load_source
from mspec.compiler.lower.lower_smtlib import distinct_pairs
from mspec.compiler.passes.intervals import intervals
from mspec.compiler.passes.multiples import common_step, multiples
from mspec.compiler.source import Source
from mspec.compiler.types import BOOL, INT, PERCENT, ListOf, Person, RowOf, Type
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.prove import ladder
from mspec.runtime.prove.demanded import deciding, where_demanded
from mspec.runtime.prove.exact import Judge
from mspec.runtime.prove.findings import claim_text, diagnostics
from mspec.runtime.prove.ladder import Proof, prove
from mspec.runtime.prove.obligations import Obligation, Regular, holds, obligations
from mspec.runtime.prove.satisfiable import satisfiable, smallest_core
from mspec.runtime.prove.spelling import spelled
from mspec.runtime.solve import Verdict


def built(given: str, steps: str, asked: str = "r", require: str = "") -> Problem:
    """A problem of which only the numbers matter."""
    constraint = f"require {{ {require} }}\n" if require else ""
    text = (
        f"problem p {{\n given {{\n{given}\n}}\n{constraint} steps {{\n{steps}\n}}\n"
        f' story """There are numbers."""\n ask {asked} "What is it?"\n}}\n'
    )
    module = load_source(Source("p.mspec", text))
    assert module.problems, [d.text() for d in module.diagnostics]
    return module.problems[0]


def messages(problem: Problem) -> list[str]:
    return [f"{d.code} {d.text()}" for d in diagnostics(problem, prove(problem))]


def by_kind(problem: Problem, kind: str, *, solvers: bool = True) -> Proof:
    (proof,) = [p for p in prove(problem, solvers=solvers) if p.obligation.kind == kind and p.method != "static"]
    return proof


# ------------------------------------------------------------------------------------- counterexamples


def test_inferred_cents_are_refuted_with_a_world() -> None:
    problem = built(
        "n : count(thing) in 23..23\nprice : money in {$5.75}\noff : percent in {10%}",
        'full = n * price "full price"\nr = full * off "discount"',
    )
    assert messages(problem) == [
        "MS5001 `r` is not always in whole cents: n = 23, price = $5.75, off = 10% gives $13.225"
    ]


def test_declared_cents_restrict_the_worlds_instead() -> None:
    problem = built(
        "price : money in $1..$3 by $0.25\noff : percent in {10%, 15%, 20%}",
        'r : money = price * off "discount"\nhalf = r / 2 "half of it"',
    )
    assert messages(problem) == []
    assert constraints(problem)


def test_half_a_thing_is_refuted_and_the_fix_names_the_type() -> None:
    problem = built("n : count(thing) in 3..9", 'r = n / 2 "half"')
    (found,) = diagnostics(problem, prove(problem))
    assert found.text() == "`r` is not always whole: n = 3 gives 1.5"
    assert "r : count(thing)" in found.help_text()


def test_count_below_zero() -> None:
    given = "a, b : count(thing) in 1..9"
    problem = built(given, 'r = a - b "rest"')
    assert messages(problem) == ["MS5002 `r` is not always at least 0: a = 1, b = 2 gives -1"]
    assert messages(built(given, 'r = a - b "rest"', require="b <= a")) == []


def test_probability_above_one() -> None:
    problem = built("p, q : probability in {0.2, 0.5, 0.9}", 'r = p + q "either"')
    assert messages(problem) == ["MS5002 `r` is not always between 0 and 1: p = 0.2, q = 0.9 gives 1.1"]


def test_money_below_zero_is_a_warning() -> None:
    problem = built("a, b : money in $1..$9", 'r = a - b "rest"')
    (found,) = diagnostics(problem, prove(problem))
    assert found.code == "MS5005" and found.severity == "warning"
    assert found.text() == "`r` can be negative: a = $1, b = $2 gives -$1"


def test_zero_divisor() -> None:
    given = "a, b : int in 1..9\nc : int in 10..20"
    problem = built(given, 'r = c / (a - b) "share"')
    assert messages(problem) == ["MS5003 the divisor can be 0: a = 1, b = 1 gives 0"]
    assert messages(built(given, 'r = c / (a - b) "share"', require="a != b")) == []


def test_zero_divisor_behind_its_condition() -> None:
    given = "a, b : int in 1..9\nc : int in 10..20"
    assert messages(built(given, 'r = if a != b then c / (a - b) else c "share"')) == []
    wrong = built(given, 'r = if a == b then c / (a - b) else c "share"')
    assert messages(wrong) == ["MS5003 the divisor can be 0: a = 1, b = 1 gives 0"]


def test_a_declared_grid_does_not_vouch_for_the_divisor() -> None:
    """Where it has no value, a declared step is on no grid either: that may not count as a proof."""
    problem = built(
        "a, b : int in 1..3", 'q : int = 6 / (a - b) "share"\ns : int = 4 / (a - b) "other"\nr = q + s "sum"'
    )
    assert messages(problem) == ["MS5003 the divisor can be 0: a = 1, b = 1 gives 0"] * 2


def test_singular_system() -> None:
    assert by_kind(handmade.tickets(), "regular").status == "proved"
    problem = _without_requires(handmade.tickets())
    proof = by_kind(problem, "regular")
    assert proof.status == "refuted"
    with pytest.raises(Undefined):
        Interpreter(problem, _completed(problem, proof.world)).value(proof.obligation.node)
    (found,) = diagnostics(problem, [proof])
    assert found.text().startswith("the equations do not always have exactly one solution: ")


def _without_requires(problem: Problem) -> Problem:
    return replace(problem, requires=())


def _completed(problem: Problem, world: Mapping[NodeId, Value]) -> dict[NodeId, Value]:
    (base,) = draw(problem, 1)
    return base | dict(world)


# --------------------------------------------------------------------------------------------- methods

BIG = "a, b : int in 1..100000\nc : int in 1..100000"


def test_beyond_listing_the_solver_proves() -> None:
    problem = built(BIG, 'r = c / (a - b + 1) "share"', require="a >= b")
    proof = by_kind(problem, "nonzero")
    assert (proof.status, proof.method) == ("proved", "z3")
    assert by_kind(problem, "nonzero", solvers=False).status == "unknown"


def test_beyond_listing_the_search_refutes_what_is_common() -> None:
    problem = built("a, b : count(thing) in 1..100000", 'r = a - b "rest"')
    proof = by_kind(problem, "count")
    assert (proof.status, proof.method) == ("refuted", "search")
    assert proof.value is not None and proof.value < 0


def test_beyond_listing_the_solver_refutes_what_is_rare() -> None:
    problem = built(BIG, 'r = c / (a - b - 77) "share"')
    proof = by_kind(problem, "nonzero")
    assert (proof.status, proof.method) == ("refuted", "z3")
    a, b = (proof.world[problem.node_named(name)] for name in "ab")
    assert a == b + Fraction(77)  # type: ignore[operator]


def test_a_divisor_is_not_assumed_to_be_other_than_zero() -> None:
    """The side conditions of the lowering would prove it of every divisor."""
    problem = built(BIG, 'r = c / (a - b) "share"')
    assert by_kind(problem, "nonzero").status == "refuted"


def test_a_model_that_is_no_counterexample_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = built(BIG, 'r = c / (a - b + 1) "share"', require="a >= b")
    lie = {f"v_{name}": Fraction(5) for name in "abc"}
    monkeypatch.setattr("mspec.runtime.solve.decide", lambda *args, **more: Verdict("sat", lie))
    proof = by_kind(problem, "nonzero")
    assert proof.status == "unknown" and "exact arithmetic" in proof.reason
    (found,) = diagnostics(problem, [proof])
    assert (found.code, found.text()) == ("MS5004", "not proved: the divisor is never 0")


def test_most_is_proved_without_looking_at_worlds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder._Ladder, "_by_rows", None)
    problem = built(
        "n : count(thing) in 1..100000\nprice : money in $0.25..$900 by $0.25",
        'full = n * price "full price"\nr = full + $3 "with postage"\nshare = r / n "price of each"',
    )
    assert {proof.method for proof in prove(problem)} == {"static"}


@pytest.mark.parametrize("problem", handmade.every(), ids=lambda problem: problem.name)
def test_handmade_problems_hold(problem: Problem) -> None:
    assert [p.obligation for p in prove(problem) if p.status != "proved"] == []


@pytest.mark.parametrize("seed", range(60))
def test_proofs_hold_in_random_worlds(seed: int) -> None:
    """What is proved is never broken, what is refuted is broken: held against the reference evaluator."""
    problem = random_problem(seed)
    proofs = prove(problem, solvers=False)
    worlds = [w for w in draw(problem, 200, seed) if _constrained(problem, w)]
    for proof in proofs:
        if proof.status == "proved":
            assert not any(_breaks(problem, world, proof.obligation) for world in worlds), claim_text(
                problem, proof.obligation
            )
        elif proof.status == "refuted":
            assert any(_breaks(problem, base | dict(proof.world), proof.obligation) for base in draw(problem, 3))


def _constrained(problem: Problem, world: dict[NodeId, Value]) -> bool:
    """Whether a world satisfies the constraints, where what is undefined does not count."""
    apart = all(world[a] != world[b] for a, b in distinct_pairs(problem))
    return apart and Judge(problem, world).satisfies(constraints(problem))


def _breaks(problem: Problem, world: dict[NodeId, Value], obligation: Obligation) -> bool:
    interpreter = Interpreter(problem, world)

    def truth(node: NodeId, sign: bool) -> bool:
        try:
            return interpreter.value(node) is sign
        except Undefined:
            return False

    if not where_demanded(problem, obligation.owner, truth):
        return False
    try:
        value = interpreter.value(obligation.node)
    except Undefined as undefined:
        return isinstance(obligation.claim, Regular) and undefined.node == obligation.node
    return not isinstance(value, Fraction) or not holds(obligation.claim, value)


# ---------------------------------------------------------------------------------------------- pieces


@pytest.mark.parametrize("seed", range(40))
def test_multiples_and_demand_hold_in_random_worlds(seed: int) -> None:
    problem = random_problem(seed)
    steps = multiples(problem)
    for world in draw(problem, 20, seed):
        interpreter = Interpreter(problem, world)
        for node, step in steps.items():
            try:
                value = interpreter.value(node)
            except Undefined:
                continue
            if isinstance(value, Fraction) and step is not None:
                assert value == 0 if step == 0 else (value / step).denominator == 1
        try:
            demanded = interpreter.demanded()
        except Undefined:
            continue
        for node in range(len(problem.nodes)):
            here = where_demanded(problem, node, lambda n, sign, i=interpreter: i.value(n) is sign)  # type: ignore[misc]
            assert bool(here) == (node in demanded)


def test_common_step() -> None:
    assert common_step([Fraction(1, 4), Fraction(1, 6)]) == Fraction(1, 12)
    assert common_step([Fraction(0), Fraction(3)]) == 3
    assert common_step([None, Fraction(3)]) is None
    assert common_step([]) == 0


def test_only_conditions_above_a_node_decide() -> None:
    problem = handmade.shipping()
    fee, due = problem.node_named("fee"), problem.node_named("due")
    assert deciding(problem, due) == ()
    assert deciding(problem, fee) == (problem.node_named("member"),)
    assert intervals(problem)[fee] is not None


def test_only_what_is_demanded_is_obliged() -> None:
    problem = built("a, b : int in 0..9", 'r = a + b "sum"\nlost = a / b "quotient"')
    assert [o for o in obligations(problem) if o.kind == "nonzero"] == []


@pytest.mark.parametrize(
    ("value", "type_", "text"),
    [
        (Fraction(23, 4), handmade.MONEY, "$5.75"),
        (Fraction(6), handmade.MONEY, "$6"),
        (Fraction(-5, 2), handmade.MONEY, "-$2.50"),
        (Fraction(13225, 1000), handmade.MONEY, "$13.225"),
        (Fraction(1, 8), PERCENT, "12.5%"),
        (Fraction(7, 3), INT, "7/3"),
        (Fraction(5, 2), handmade.ACCELERATION, "2.5 m/s^2"),
        (True, BOOL, "true"),
        ((Fraction(3), Fraction(5)), ListOf(INT, 2), "[3, 5]"),
        ("Mia", Person(), "Mia"),
        (2, RowOf("people"), "Ava"),
    ],
)
def test_values_are_spelled_as_authors_write(value: Value, type_: Type, text: str) -> None:
    assert spelled(handmade.bakery(), value, type_) == text


# ---------------------------------------------------------------------------------------------- worlds


def test_worlds_are_counted() -> None:
    found = satisfiable(handmade.bakery())
    assert (found.status, found.worlds, found.exact) == ("sat", 46368, True)
    assert found.share == Fraction(84, 115)
    require, cents = found.rates
    assert (require.share, require.binds) == (Fraction(1, 23), True)
    assert (cents.share, cents.exact) == (Fraction(627, 2645), True)


def test_counts_are_those_of_the_interpreter() -> None:
    problem = built("a, b : int in 1..6\nk : int in {1, 2}", 'r = a + b "sum"', require="a * b > 6\na != 5")
    expected = sum(
        Interpreter(problem, {0: Fraction(a), 1: Fraction(b), 2: Fraction(k)}).admissible()
        for a in range(1, 7)
        for b in range(1, 7)
        for k in (1, 2)
    )
    assert satisfiable(problem).worlds == expected


def test_a_share_that_no_draw_met_is_not_called_all() -> None:
    found = satisfiable(parts())
    assert found.status == "sat" and found.share < Fraction(1, 1000)
    assert [one.code for one in found.diagnostics] == ["MS5007"]


def test_smallest_clash_is_named() -> None:
    given = "a, b : int in 1..9"
    problem = built(given, 'r = a + b "sum"', require="a > 1\na + b > 12\nb < 9\na * b < 10")
    found = satisfiable(problem)
    assert (found.status, found.worlds) == ("unsat", 0)
    (clash,) = found.diagnostics
    assert clash.code == "MS5101"
    text = built_text(problem)
    spans = [clash.span, *(label.span for label in clash.others())]
    assert sorted(text[s.start : s.end].strip() for s in spans) == ["a * b < 10", "a + b > 12"]


def built_text(problem: Problem) -> str:
    """The source that `built` made: spans point into it."""
    require = "a > 1\na + b > 12\nb < 9\na * b < 10"
    constraint = f"require {{ {require} }}\n"
    return (
        f"problem p {{\n given {{\na, b : int in 1..9\n}}\n{constraint} steps {{\n" + 'r = a + b "sum"' + "\n}\n"
        ' story """There are numbers."""\n ask r "What is it?"\n}\n'
    )


HUGE = "x, y, z : int in 1..1000000000"


def test_clash_beyond_listing_is_found_by_the_solver() -> None:
    problem = built(HUGE, 'r = x + y + z "sum"', require="x + y == z\nz > 5\nx > z\ny > 3")
    found = satisfiable(problem)
    assert found.status == "unsat"
    clash = next(d for d in found.diagnostics if d.code == "MS5101")
    assert len(clash.others()) == 1
    bounds = constraints(problem)
    assert smallest_core(problem, bounds) == (bounds[0], bounds[2])


def test_rare_world_beyond_listing_is_found_by_the_solver() -> None:
    problem = built(HUGE, 'r = x + y + z "sum"', require="x + y == 1999999999\nz == 7 * x - 6999999993")
    found = satisfiable(problem)
    assert found.status == "sat"
    assert [d.code for d in found.diagnostics] == ["MS5103"], "there is a world, and no way to draw it"


def test_require_that_does_nothing() -> None:
    problem = built("a : int in 2..9", 'r = 2 * a "twice"', require="a > 1")
    (found,) = satisfiable(problem).diagnostics
    assert found.code == "MS5006"
    (rate,) = satisfiable(problem).rates
    assert isinstance(rate.constraint, Holds) and rate.share == 0 and rate.binds is False


def test_few_worlds_are_warned_of() -> None:
    problem = built("a, b, c : int in 1..50", 'r = a + b + c "sum"', require="a * a + b * b == c * c")
    found = satisfiable(problem)
    assert found.status == "sat" and found.worlds == 40
    (warning,) = found.diagnostics
    assert warning.code == "MS5007" and "0.032 %" in warning.text()
