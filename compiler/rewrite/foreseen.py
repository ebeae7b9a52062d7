"""What a library rule asks of a value, looked at before the rule is applied.

`when x >= 50 g and x <= 500 kg` is a condition on worlds: it becomes a `require` of the variant. Where a world goes on
from a variant, the value of the target is there already, and most rules that no world follows can be told by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mspec.compiler import ast
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import Environment
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.rule_body import Brought, build_item
from mspec.compiler.build.target_words import asks_of_target
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Given, Lattice, Lexicon, Problem
from mspec.compiler.passes.intervals import Interval, intervals
from mspec.compiler.rewrite.library import DoesNotFit, noun_names
from mspec.compiler.rewrite.promises import truth
from mspec.compiler.rewrite.rename import renamed
from mspec.compiler.types import Num, Type


def asked_of_value(declared: ast.RuleDecl, found: Type, problem: Problem, environment: Environment) -> Problem | None:
    """A graph of a rule's conditions on a target of a type, which is node 0, and on what the rule brings itself; None
    where it has none, or where they speak of more."""
    if declared.target is None or not isinstance(found, Num):
        return None
    draft, target = Draft(environment), declared.target.name
    if not any(_on_worlds(item, target) for item in declared.body):
        return None
    draft.names[target] = draft.add(Given(target, found, Lattice(Fraction(0), Fraction(0), Fraction(1))))
    build, brought = Expressions(draft), Brought()
    try:
        nouns = noun_names(declared.target.type, found, problem, environment)
        for item in renamed(tuple(_without_texts(declared, target)), nouns):
            build_item(build, item, brought)
    except (Fault, MspecError, DoesNotFit):
        return None
    looks_up = any(isinstance(node, Apply) and node.op == "lookup" for node in draft.nodes)
    lexicon = environment.lexicon() if looks_up else Lexicon()
    return Problem("", tuple(draft.nodes), requires=tuple(brought.conditions), lexicon=lexicon)


def may_hold(asked: Problem, value: Fraction) -> bool:
    """Whether the conditions that `asked_of_value` gave may hold of a value, by the bounds of what the rule brings."""
    bounds = intervals(asked, {0: Interval(value, value)}, [require.node for require in asked.requires])
    return all(truth(asked, require.node, bounds) is not False for require in asked.requires)


def _on_worlds(item: ast.RuleItem, target: str) -> bool:
    return isinstance(item, ast.When) and asks_of_target(item, target) is None


def _without_texts(declared: ast.RuleDecl, target: str) -> Iterator[ast.RuleItem]:
    for item in declared.body:
        match item:
            case ast.With(given):
                yield replace(item, given=replace(given, description=None))
            case ast.RuleStep(step):
                yield replace(item, step=replace(step, description=None, sentence=None))
            case ast.When() if _on_worlds(item, target):
                yield item
