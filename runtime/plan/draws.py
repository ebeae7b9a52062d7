"""Plans: which rules are applied, drawn by random access, so that a variant is a function of spec, seed and index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.hashes import graph_hash
from mspec.compiler.ir import Problem
from mspec.runtime.plan.difficulty import level
from mspec.runtime.plan.length import static_length
from mspec.runtime.sample.streams import Seed, Stream
from mspec.runtime.vary.variant import Offer, Variant, offers, own_offers

TRIED = 48
"""Rules that are tried for one round before it is given up."""
SHORTENING = frozenset({"fold", "invert"})
"""Kinds of rules after which a solution may be shorter."""
MOST = 60
"""Rules in one variant."""
PLANS = 12
"""Plans that are tried for one length."""


@dataclass
class Chooser:
    """Random choices of one plan, one after another."""

    stream: Stream
    index: int
    made: int = field(default=0)

    def below(self, bound: int) -> int:
        """A whole number below a bound."""
        self.made += 1
        return self.stream.one_below(bound, self.index, self.made)

    def shuffled(self, items: Sequence[Offer]) -> list[Offer]:
        """The items in random order (Fisher and Yates)."""
        order = list(items)
        for place in range(len(order) - 1, 0, -1):
            other = self.below(place + 1)
            order[place], order[other] = order[other], order[place]
        return order


def chooser(problem: Problem, seed: Seed, index: int, what: str) -> Chooser:
    """The random choices for the variant at an index."""
    return Chooser(Stream.keyed(problem.name, seed, "plan", what, purpose="plan"), index)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a plan keeps to: each rule is applied at most `repeats` times in a variant."""

    repeats: int = 1
    only: frozenset[str] | None = None
    """The rules that may be drawn, by name, dotted name or library; None: all. `own`: the problem's own."""

    def allows(self, name: str) -> bool:
        """Whether a rule may be drawn: `ops.arith.more`, or the bare name of one of the problem's own."""
        if self.only is None or name in self.only:
            return True
        book, _, bare = name.rpartition(".")
        return (book or "own") in self.only or bare in self.only


def fits_any(problem: Problem, limits: Limits) -> bool:
    """Whether a rule that may be drawn fits a problem as it is."""
    return any(limits.allows(offer.name) for offer in offers(problem))


ONCE = Limits()


def one_more(
    variant: Variant,
    choose: Chooser,
    limits: Limits,
    wanted: Callable[[Variant], bool] = lambda variant: True,
    *,
    shorter: bool = False,
) -> Variant | None:
    """The variant after one more rule, drawn among those that fit and lead to what is wanted; None: there is none.

    `shorter`: only rules that can make a solution shorter are tried.
    """
    used = Counter(map(rule_of, variant.applied))
    offered = own_offers(variant.problem) if shorter else offers(variant.problem)
    able = [offer for offer in offered if used[rule_of(offer.head)] < limits.repeats]
    if shorter:
        able = [offer for offer in able if offer.rule.kind in SHORTENING]
    for offer in choose.shuffled(able)[:TRIED]:
        try:
            found = variant.then(offer)
        except MspecError:
            continue
        if wanted(found):
            return found
    return None


def by_length(problem: Problem, length: int, choose: Chooser, limits: Limits = ONCE) -> Variant | None:
    """A variant of a reasoning length, within one; None where no plan that was tried gets there."""
    best: Variant | None = None
    for _ in range(PLANS):
        variant, reached = Variant.of(problem), static_length(problem)
        while reached != length:
            further = one_more(variant, choose, limits, _no_longer_than(max(length, reached)), shorter=reached > length)
            if further is None:
                break
            variant, reached = further, static_length(further.problem)
        if reached == length:
            return variant
        if abs(reached - length) <= 1:
            best = best or variant
        if not variant.applied:
            break  # another plan would end here too
    return best


def _no_longer_than(length: int) -> Callable[[Variant], bool]:
    return lambda variant: static_length(variant.problem) <= length


def by_level(problem: Problem, wanted: int, choose: Chooser, limits: Limits = ONCE) -> Variant | None:
    """A variant of a level of difficulty; None where no plan that was tried gets there."""
    for _ in range(PLANS):
        variant = Variant.of(problem)
        while (reached := level(variant.problem)) != wanted:
            down = reached > wanted

            def nearer(further: Variant, reached: int = reached, down: bool = down) -> bool:
                found = level(further.problem)
                return wanted <= found <= reached if down else found <= wanted

            further = one_more(variant, choose, limits, nearer)
            if further is None or len(further.applied) > MOST:
                break
            variant = further
        else:
            return variant
    return None


def structure(variant: Variant) -> str:
    """What makes two variants one structure."""
    return graph_hash(variant.problem)


def rule_of(head: str) -> str:
    """The rule that a head applies, without its target."""
    words = head.split()
    return " ".join(words[:2])
