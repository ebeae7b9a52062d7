"""Proofs as diagnostics: what is refuted is shown as a world."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors.worlds import NegativeMoney, NotProved, NoValue, OffGrid, OutOfRange
from mspec.compiler.format_expr import format_expr
from mspec.compiler.ir import Apply, NodeId, Problem
from mspec.compiler.print_spec import Printer
from mspec.compiler.types import INT, Num, show
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.prove.ladder import Proof
from mspec.runtime.prove.obligations import Multiple, Obligation
from mspec.runtime.prove.spelling import spelled, world_text

LONGEST_DIVISOR = 40
"""Characters of a divisor that a message shows."""
_GUARDS = {
    "nonzero": ("the divisor can be 0", "divides by 0"),
    "nonnegative": ("the argument can be negative", "of a negative number"),
    "positive": ("the argument can be 0 or negative", "not positive"),
    "whole": ("the argument is not always whole", "not whole"),
    "natural": ("the argument is not always a natural number", "not a natural number"),
    "place": ("the list does not always have that place", "no such place"),
    "regular": ("the equations do not always have exactly one solution", "not exactly one solution"),
}


def diagnostics(problem: Problem, proofs: Iterable[Proof]) -> list[Diagnostic]:
    """Errors for what is refuted, warnings for what is open and for money below zero; nothing for what is proved."""
    found: list[Diagnostic] = []
    for proof in proofs:
        if proof.status == "refuted":
            found.append(_refuted(problem, proof))
        elif proof.status == "unknown" and proof.obligation.kind != "money":
            found.append(_open(problem, proof))
    return list(dict.fromkeys(found))


def _refuted(problem: Problem, proof: Proof) -> Diagnostic:
    obligation = proof.obligation
    name, world = _name(problem, obligation.node), counterexample(problem, proof)
    match obligation.kind:
        case "grid":
            assert isinstance(obligation.claim, Multiple)
            what, plural = _grid_words(obligation.claim.of)
            declared = _declarable(problem, obligation)
            return OffGrid(obligation.span, name=name, what=what, plural=plural, type=declared, world=world)
        case "count":
            condition = f"{name} >= 0"
            return OutOfRange(obligation.span, name=name, what="at least 0", condition=condition, world=world)
        case "probability":
            condition = f"0% <= {name} <= 100%"
            return OutOfRange(obligation.span, name=name, what="between 0 and 1", condition=condition, world=world)
        case "money":
            zero = spelled(problem, Fraction(0), _bare(problem, obligation.node))
            return NegativeMoney(obligation.span, name=name, zero=zero, world=world)
        case "recovery":
            divisor = _divisor(problem, obligation.node)
            where = f"{divisor} is 0" if divisor else "its equations have no single solution"
            what = f"`{_name(problem, obligation.owner)}` cannot be recovered where {where}"
            return NoValue(obligation.span, what=what, short="hidden, and needed", world=world)
        case "value":
            what, short = _no_value(problem, proof), "no value"
            return NoValue(obligation.span, what=what, short=short, world=world)
        case kind:
            what, short = _GUARDS[kind]
            return NoValue(obligation.span, what=what, short=short, world=world)


def _no_value(problem: Problem, proof: Proof) -> str:
    """Why a primitive has no value in the world that refutes that it has one."""
    owner = problem.nodes[proof.obligation.owner]
    assert isinstance(owner, Apply)
    try:
        Interpreter(problem, proof.world).value(proof.obligation.owner)
    except Undefined as undefined:
        return f"`{owner.op}` does not always have a value ({undefined.why})"
    return f"`{owner.op}` does not always have a value"


def _open(problem: Problem, proof: Proof) -> NotProved:
    remarks = (proof.reason,) if proof.reason else ()
    return NotProved(proof.obligation.span, claim=claim_text(problem, proof.obligation), remarks=remarks)


def counterexample(problem: Problem, proof: Proof) -> str:
    """`n = 23, price = $5.75, off = 10% gives $13.225`."""
    world = world_text(problem, proof.world) or "always"
    if proof.value is None or proof.obligation.kind in ("regular", "value"):
        return world
    shown = spelled(problem, proof.value, _bare(problem, proof.obligation.node))
    return f"{world} gives {shown}"


def claim_text(problem: Problem, obligation: Obligation) -> str:
    """What has to hold, in words."""
    name = _name(problem, obligation.node)
    match obligation.kind:
        case "grid":
            assert isinstance(obligation.claim, Multiple)
            return f"`{name}` is always {_grid_words(obligation.claim.of)[0]}"
        case "count" | "money":
            return f"`{name}` is never negative"
        case "probability":
            return f"`{name}` is always between 0 and 1"
        case "nonzero":
            return "the divisor is never 0"
        case "recovery":
            divisor, owner = _divisor(problem, obligation.node), _name(problem, obligation.owner)
            if not divisor:
                return f"the equations for `{owner}` always have a single solution"
            return f"{divisor}, by which one divides to recover `{owner}`, is never 0"
        case "regular":
            return "the equations always have exactly one solution"
        case "value":
            return "the primitive always has a value"
        case "place":
            return "the list always has that place"
        case kind:
            return f"the argument is always {kind}"


def _name(problem: Problem, node: NodeId) -> str:
    return problem.names().get(node, "this")


def _divisor(problem: Problem, node: NodeId) -> str:
    """By what one divides to go backwards: its name, or how it is computed; "" if that is too long to be shown."""
    written = problem.names().get(node) or format_expr(Printer(problem).root(node))
    return f"`{written}`" if len(written) <= LONGEST_DIVISOR else ""


def _grid_words(grid: Fraction) -> tuple[str, str]:
    return ("whole", "whole numbers") if grid == 1 else ("in whole cents", "whole cents")


def _declarable(problem: Problem, obligation: Obligation) -> str:
    type_ = problem.nodes[obligation.node].type
    assert isinstance(type_, Num)
    if type_.unit.is_money:
        return show(type_)
    return show(replace(type_, whole=True)) if type_.label else show(INT)


def _bare(problem: Problem, node: NodeId) -> Num:
    type_ = problem.nodes[node].type
    return type_ if isinstance(type_, Num) else INT
