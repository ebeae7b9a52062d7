"""A base problem and the rules that were tried on it, one after another: what each made, or why it was refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mspec.compiler import ast
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.load import environment_of
from mspec.compiler.rewrite.library import reference
from mspec.runtime.vary.variant import Offer, Variant, offer_named, offers, rules_of


@dataclass(frozen=True)
class Move:
    """One rule tried on a problem. `after` is what it made, or None; `error` what it raised instead."""

    before: Problem
    offer: Offer
    after: Problem | None = None
    error: Exception | None = None

    @property
    def head(self) -> str:
        """The rule as it stands in a lineage."""
        return self.offer.head

    @cached_property
    def rule(self) -> ast.Rule | ast.RuleDecl:
        """What was applied: the author's rule, or the library's."""
        rule = self.offer.rule
        if rule.kind != "apply":
            return rule
        if not self.offer.book:
            return reference(rule, environment_of(self.before)) or rule
        name = rule.reference.rpartition(".")[2]
        return next((declared for declared in rules_of(self.offer.book) if declared.name == name), rule)

    @property
    def kind(self) -> str:
        """insert, extend, derive, …; of an `apply`, what the library rule is."""
        return self.rule.kind

    @property
    def target(self) -> str:
        """The name of the node that the rule is on, or nothing."""
        return self.offer.rule.target

    @cached_property
    def proxy(self) -> str:
        """The name of the last step that the rule brought, or nothing."""
        made = [item.step.name for item in self.rule.body if isinstance(item, ast.RuleStep)]
        if self.after is None or not made:
            return ""
        old = set(self.before.names().values())
        added = [step.name for step in self.after.steps if step.name not in old]
        alike = [name for name in added if name == made[-1] or _numbered(name, made[-1])]
        return alike[-1] if alike else ""


@dataclass(frozen=True)
class Journey:
    """The moves from a base problem, in order; each begins where the last that was not refused ended."""

    base: Problem
    moves: tuple[Move, ...] = ()

    def __repr__(self) -> str:
        return f"<{', '.join((self.base.name, *(move.head for move in self.moves)))}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Hypothesis would print all fields of a dataclass."""
        printer.text(repr(self))

    @property
    def problem(self) -> Problem:
        """What the rules made of the base problem."""
        return next((move.after for move in reversed(self.moves) if move.after is not None), self.base)

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the rules that were applied."""
        return tuple(move.head for move in self.moves if move.after is not None)

    @property
    def variant(self) -> Variant:
        """The same as a variant with its lineage."""
        return Variant(self.base, self.problem, self.heads)

    def then(self, offer: Offer) -> Journey:
        """The journey with one more move. Whatever the rule raises is kept, for the properties to look at."""
        before = self.problem
        try:
            move = Move(before, offer, Variant.of(before).then(offer).problem)
        except Exception as error:
            move = Move(before, offer, error=error)
        return Journey(self.base, (*self.moves, move))


def travelled(base: Problem, choices: Sequence[int]) -> Journey:
    """The journey that takes, of the rules on offer each time, the one at a place (counted round and round)."""
    journey = Journey(base)
    for choice in choices:
        offered = offers(journey.problem)
        if not offered:
            break
        journey = journey.then(offered[choice % len(offered)])
        if not isinstance(journey.moves[-1].error, MspecError | None):
            break
    return journey


def retraced(base: Problem, heads: Sequence[str]) -> Journey:
    """The journey that some heads of rules describe.

    Raises:
        LookupError: a head names no rule of the problem as it is then.
    """
    journey = Journey(base)
    for head in heads:
        offer = offer_named(journey.problem, head)
        if offer is None:
            raise LookupError(head)
        journey = journey.then(offer)
    return journey


def below(problem: Problem, roots: Sequence[NodeId]) -> frozenset[NodeId]:
    """Some nodes and all that they are computed from."""
    found = set(roots)
    for node in range(len(problem.nodes) - 1, -1, -1):
        if node in found:
            found.update(problem.nodes[node].args)
    return frozenset(found)


def above(problem: Problem, root: NodeId) -> frozenset[NodeId]:
    """A node and all that is computed from it."""
    found = {root}
    for node, expression in enumerate(problem.nodes):
        if not found.isdisjoint(expression.args):
            found.add(node)
    return frozenset(found)


def _numbered(name: str, stem: str) -> bool:
    return name.startswith(stem + "_") and name[len(stem) + 1 :].isdigit()
