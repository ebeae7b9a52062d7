"""Intervention rules applied: a problem and a rule -> the problem that the rule makes of it.

A variant is a problem like any other: it prints, checks and can be varied again. What an application needs from the
problem (types, untold forms, a gap, an answer that still follows) is checked; where it is not there the rule is
refused with the reason, and the problem is as it was.
"""

from __future__ import annotations

from dataclasses import replace

from mspec.compiler import ast
from mspec.compiler.build.environment import Environment, nearest
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.rewriting import RuleDoesNotFit
from mspec.compiler.errors.rules import UnknownRule
from mspec.compiler.ir import Problem
from mspec.compiler.rewrite import library
from mspec.compiler.rewrite.application import Application
from mspec.compiler.rewrite.chain import problem_named, side_by_side
from mspec.compiler.rewrite.kinds import KINDS, join


def apply_rule(
    problem: Problem, rule: ast.Rule, environment: Environment, *, own: bool = True, verified: bool = True
) -> Problem:
    """The problem that a rule makes of a problem.

    Args:
        problem: a problem whose names the rule speaks of.
        rule: of any kind; an `apply` names a library rule of the environment.
        environment: the nouns, units, definitions and library rules in sight of the body.
        own: the rule is the author's own, so its sentences need no gap.
        verified: check the invariants of the graph; a caller that tries many rules does so with what it keeps.

    Raises:
        MspecError: the rule cannot be applied: MS7101 to MS7105, or what is wrong in its body.
    """
    if rule.kind == "chain":
        return _chained(problem, rule, environment)
    if rule.kind == "apply":
        return _from_library(problem, rule, environment, verified)
    return Application(problem, rule, environment, rule, own, verified).result(KINDS[rule.kind])


def _from_library(problem: Problem, rule: ast.Rule, environment: Environment, verified: bool) -> Problem:
    declared = library.reference(rule, environment)
    if declared is None:
        known = nearest(rule.reference, environment.rules)
        raise MspecError([UnknownRule(rule.span, name=rule.reference, nearest=known)])
    try:
        written = library.written_for(declared, rule.target, problem, environment)
    except library.DoesNotFit as reason:
        refused = RuleDoesNotFit(
            rule.span, rule=declared.name, target=rule.target, why=str(reason), way_out="choose a node that it is for"
        )
        raise MspecError([refused]) from None
    placed = replace(written, span=rule.span)
    return Application(problem, placed, environment, rule, False, verified).result(KINDS[placed.kind])


def _chained(problem: Problem, rule: ast.Rule, environment: Environment) -> Problem:
    """The answer becomes a given of another problem, which tells the rest and asks."""
    name, _, given = rule.reference.rpartition(".")
    second = problem_named(name, problem.folder)
    first = Application(problem, rule, environment, rule, own=True)
    if second is None or given not in second.names().values():
        raise first.refused(f"there is no `{rule.reference}`", "name a problem, by its file, and one of its givens")
    both, names = side_by_side(replace(problem, rules=first.waiting), second)
    beside = frozenset(names.values())
    asked = problem.names()[problem.asks[-1].node]
    target = replace(rule, target=names[given])
    # The author of the rule has not written the story of the second problem: its sentences stay.
    return join(Application(both, target, environment, rule, own=False, beside=beside), asked, second)
