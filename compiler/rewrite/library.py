"""Library rules, written for a target: the parameter becomes the node, its noun what the node counts."""

from __future__ import annotations

from mspec.compiler import ast
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import Environment
from mspec.compiler.build.type_names import type_of
from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.rewrite.rename import renamed
from mspec.compiler.rewrite.waiting import brought_names, free_name, taken_names
from mspec.compiler.types import CountLabel, ListOf, Num, Type, show
from mspec.compiler.units import Unit


class DoesNotFit(ValueError):
    """A node is not of the type that a rule is for; the argument says why."""


def written_for(declared: ast.RuleDecl, target: str, problem: Problem, environment: Environment) -> ast.Rule:
    """The rule that a library rule is for one node: `count(thing)` in its parameter fits a count of anything, and
    `thing` in its body is then what that node counts.

    Raises:
        DoesNotFit: the node is of another type.
    """
    if declared.target is None:
        return ast.Rule(declared.kind, declared.name, "", "", declared.body, span=declared.span)
    node = problem.node_named(target)
    found = problem.nodes[node].type
    names = _fitting(declared.target.type, found, problem, environment)
    # All at once: what the rule brings must not catch the name of the target.
    taken = taken_names(problem, problem.rules)
    free = {name: free_name(name, taken) for name in brought_names(declared)}
    body = renamed(declared.body, {**free, **names, declared.target.name: target})
    return ast.Rule(declared.kind, declared.name, target, "", body, span=declared.span)


def fits(declared: ast.RuleDecl, node: NodeId, problem: Problem, environment: Environment) -> bool:
    """Whether a library rule is for nodes of this type."""
    if declared.target is None:
        return True
    try:
        _fitting(declared.target.type, problem.nodes[node].type, problem, environment)
    except DoesNotFit:
        return False
    return True


def _fitting(name: ast.TypeName, found: Type, problem: Problem, environment: Environment) -> dict[str, str]:
    """What nouns of the parameter's type stand for."""
    try:
        wanted = type_of(Draft(environment), name)
    except Fault as fault:
        raise DoesNotFit(str(fault)) from None
    if not isinstance(wanted, Num) or not isinstance(found, Num):
        element = found.element if isinstance(found, ListOf) and isinstance(wanted, ListOf) else found
        if wanted != found or element is None:
            raise DoesNotFit(f"it is {show(found)}, and the rule is for {show(wanted)}")
        return {}
    same = (wanted.tag, wanted.exact, wanted.unit.dimension) == (found.tag, found.exact, found.unit.dimension)
    currency = wanted.unit.currency == found.unit.currency
    if not same or not currency or (wanted.whole and not found.whole):
        raise DoesNotFit(f"it is {show(found)}, and the rule is for {show(wanted)}")
    if not _mix(wanted.unit, found.unit):
        raise DoesNotFit(f"it is in {found.unit}, which nobody reckons together with {wanted.unit}")
    names: dict[str, str] = {}
    for wide, narrow in ((wanted.label, found.label), (wanted.per, found.per)):
        if (wide is None) != (narrow is None):
            raise DoesNotFit(f"it is {show(found)}, and the rule is for {show(wanted)}")
        if wide is not None and narrow is not None:
            if narrow.several or not environment.covers(wide, narrow, _drawn(problem, narrow)):
                raise DoesNotFit(f"it counts {narrow.noun}, and the rule is for {wide.noun}")
            names[wide.noun] = narrow.noun
    return names


def _mix(one: Unit, other: Unit) -> bool:
    """Whether a text may have both units: metres and kilometres, feet and yards, minutes and weeks, but not metres
    and feet, whose ratio has a large prime."""
    if one.zero != other.zero:
        return False
    factor = one.factor_to(other)
    rest = factor.numerator * factor.denominator
    for prime in (2, 3, 5, 7):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _drawn(problem: Problem, label: CountLabel) -> dict[str, tuple[str, ...]]:
    """The nouns that a noun given may draw."""
    if not label.rigid:
        return {}
    domain = getattr(problem.nodes[problem.node_named(label.noun)], "domain", None)
    return {label.noun: tuple(str(value) for value in getattr(domain, "values", ()))}


def reference(rule: ast.Rule, environment: Environment) -> ast.RuleDecl | None:
    """The library rule that an `apply` names."""
    return environment.rules.get(rule.reference.rpartition(".")[2])
