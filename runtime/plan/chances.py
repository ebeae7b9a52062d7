"""Which rule comes next: drawn, not listed. Most of what could be applied is never looked at.

A kind of rule is drawn, then a node that it may be for, then a rule for nodes of that type. What the base problem
tells and what was computed last are preferred as targets: a sentence about what an earlier rule brought reads
contrived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TypeVar

from mspec.compiler import ast
from mspec.compiler.ir import Given, NodeId, Problem, shown_nodes
from mspec.compiler.rewrite.edit import can_hide, shown_in_descriptions
from mspec.compiler.rewrite.foreseen import asked_of_value, may_hold
from mspec.compiler.rewrite.gaps import apart, changed_enough, description, gap, said_later
from mspec.compiler.rewrite.library import means, suits
from mspec.compiler.rewrite.waiting import names_in
from mspec.compiler.solution import solution
from mspec.compiler.types import NounType, Num, Type
from mspec.runtime.plan.length import static_length
from mspec.runtime.sample.growing import World, values_in
from mspec.runtime.vary.variant import Offer, Variant, books, points_in_time, rules_of, scene_of_offers

WEIGHTS = {"own": 2, "insert": 8, "extend": 5, "derive": 6, "distract": 1}
"""How often each kind of rule is tried; `own`: one of the problem's own, of any kind."""
OF_BASE, LATEST, BROUGHT = 6, 6, 1
"""How often a node of the base problem, the step that came last and any other are tried as a target."""

Below = Callable[[int], int]
T = TypeVar("T")


@dataclass(frozen=True)
class Shipped:
    """A rule of a shipped library."""

    book: str
    rule: ast.RuleDecl

    @cached_property
    def reference(self) -> str:
        """Its dotted name."""
        return f"{self.book}.{self.rule.name}"

    @cached_property
    def longer(self) -> int:
        """By how many operations its steps make a way longer, as they are written: the longest way in them."""
        known: dict[str, int] = {}
        for item in self.rule.body:
            if isinstance(item, ast.RuleStep):
                known[item.step.name] = _depth(item.step.value, known)
        return max(known.values(), default=0)

    @cached_property
    def closes(self) -> bool:
        """Whether its question tells what no sentence tells: then no other question can take its place."""
        body = self.rule.body
        brought = {name for item in body if isinstance(item, ast.With) for name in item.given.names}
        said = {name for item in body if isinstance(item, ast.Say) for name in names_in(item.text)}
        asked = {name for item in body if isinstance(item, ast.Ask) for name in names_in(item.question)}
        return bool(brought & asked - said)

    @cached_property
    def draws_nouns(self) -> bool:
        """Whether it brings a noun: which ones there are is a matter of what is in sight."""
        types = (item.given.type for item in self.rule.body if isinstance(item, ast.With))
        return any(type_ is not None and type_.name == "noun" for type_ in types)

    def offer(self, target: str = "") -> Offer:
        """The rule, to be applied to a node."""
        return Offer(ast.Rule("apply", "", target, self.reference), self.book)


def _depth(tree: object, known: Mapping[str, int]) -> int:
    if isinstance(tree, ast.Name):
        return known.get(tree.id, 0)
    if isinstance(tree, tuple):
        return max((_depth(part, known) for part in tree), default=0)
    if not isinstance(tree, ast.Syntax):
        return 0
    inner = max((_depth(getattr(tree, part.name), known) for part in fields(tree)), default=0)
    return inner + isinstance(tree, ast.Unary | ast.Binary | ast.Call | ast.If)


@lru_cache(maxsize=1)
def shipped() -> dict[str, tuple[Shipped, ...]]:
    """All shipped library rules, by kind."""
    found: dict[str, list[Shipped]] = {kind: [] for kind in WEIGHTS}
    for book in books():
        for rule in rules_of(book):
            found[rule.kind].append(Shipped(book, rule))
    return {kind: tuple(rules) for kind, rules in found.items()}


class Chances:
    """The rules that may be drawn for one variant. Whether one goes is seen when it is applied.

    Args:
        variant: what is to be varied further.
        allowed: says of the name of a rule (`double`, `ops.arith.more`) whether it may be drawn.

    Attributes:
        world: the world that is to go on, as soon as it is known; None: any.
    """

    def __init__(self, variant: Variant, allowed: Callable[[str], bool], world: World | None = None) -> None:
        self.problem, self.allowed, self.world = variant.problem, allowed, world
        self.names = self.problem.names()
        self.own = tuple(
            rule for rule in self.problem.rules if allowed(Offer(rule).name) and self._open(rule)
        )
        base = set(variant.base.names().values())
        solved = solution(self.problem)
        self.asked = self.problem.asks[-1].node
        way = {*solved.leaves, *(step.recomputes for step in solved.steps)} - points_in_time(self.problem)
        numbers = [n for n in sorted(way) if n in self.names and isinstance(self.problem.nodes[n].type, Num)]
        numbers = [node for node in numbers if description(self.problem, node)]
        latest = next((step.node for step in reversed(self.problem.steps)), -1)
        weighed = [(n, OF_BASE if self.names[n] in base else LATEST if n == latest else BROUGHT) for n in numbers]
        told = self.problem.told()
        givens = [(n, w) for n, w in weighed if isinstance(self.problem.nodes[n], Given) and n in told]
        self.targets = {
            "insert": weighed,
            "extend": [(n, w) for n, w in weighed if n == self.asked],
            "derive": givens,
        }
        self.places: dict[tuple[str, NodeId], bool] = {}
        self.fitting: dict[tuple[str, NodeId], tuple[Shipped, ...]] = {}
        self.holds: dict[tuple[NodeId, str], bool] = {}
        facts = (self.problem.nodes[node].type for node in solved.unused)
        self.idle = any(isinstance(type_, Num) for type_ in facts)

    @cached_property
    def depth(self) -> int:
        """How many operations the longest way has."""
        return static_length(self.problem)

    @cached_property
    def described(self) -> frozenset[NodeId]:
        """What descriptions show."""
        return shown_in_descriptions(self.problem)

    @cached_property
    def known(self) -> _Known:
        """What is known of the rules for problems with the same in sight."""
        problem = self.problem
        uses = tuple(use for use in problem.uses if use not in books())
        # That depends on the problem, too: where a noun of its rates is a unit of a library, this one is not in sight.
        unseen = tuple([book for book in books() if scene_of_offers(problem, book) is None])
        if len(_known) > _MOST_SIGHTS:
            _known.clear()
        return _known.setdefault((uses, problem.declarations, problem.folder, unseen), _Known())

    def drawn(
        self, below: Below, most: int | None = None, *, open: bool = False, unsure: list[Offer] | None = None
    ) -> Iterator[Offer]:
        """All that may go, in the order drawn: a kind, a target, a rule.

        Args:
            below: draws a whole number below a bound.
            most: by how many operations a library rule may make a way longer; None: by any number.
            open: after the rule, others are to go that extend the problem.
            unsure: gets what the world does not admit as it is; None: that is drawn like the rest.
        """
        left = {kind: self._candidates(kind, most, open) for kind in WEIGHTS}
        while True:
            kinds = [(kind, weight) for kind, weight in WEIGHTS.items() if left[kind]]
            if not kinds:
                return
            kind = _weighed(kinds, below)
            node = _weighed([(node, weight) for node, (weight, _) in left[kind].items()], below)
            rules = left[kind][node][1]
            rule = rules.pop(below(len(rules)))
            if not rules:
                del left[kind][node]
            if isinstance(rule, Offer):
                yield rule
            elif node < 0:
                left[kind] = {}  # if the story has no place for one fact, it has none for another
                if self._leads_on(kind, node, rule, most, open):
                    yield rule.offer()
            elif not self._has_place(kind, node):
                left[kind].pop(node, None)
            elif self._leads_on(kind, node, rule, most, open) and means(rule.rule, node, self.problem):
                offer = rule.offer(self.names[node])
                if unsure is None or self._may_hold(node, rule):
                    yield offer
                else:
                    unsure.append(offer)

    def _leads_on(self, kind: str, node: NodeId, rule: Shipped, most: int | None, open: bool) -> bool:
        """Whether a library rule may lead to what is wanted, as far as it is known what is asked after it."""
        before = self.problem.nodes[self.asked].type
        asked: Type | None = before
        if kind == "extend":
            if most is not None and _LONGER.get(self._way(rule), 0) > most:
                return False
            asked = _MADE.get((rule.reference, before))
        elif node == self.asked:
            return True  # a number that takes its place may be whole where it is not
        return not open or asked is None or self._followed(asked)

    def _followed(self, asked: Type) -> bool:
        """Whether there are rules that extend what is asked, with others after them."""
        return any(not rule.closes and self.allowed(rule.reference) for rule in self._for("extend", asked))

    @cached_property
    def _values(self) -> list[object]:
        assert self.world is not None
        return values_in(self.problem, self.world)

    def _may_hold(self, node: NodeId, rule: Shipped) -> bool:
        """Whether the conditions of a rule may hold of the value that its target has in the world."""
        value = None if self.world is None else self._values[node]
        if rule.rule.kind == "derive" or not isinstance(value, int | Fraction):
            return True  # where a given becomes computed, its value is to change
        key = (node, rule.reference)
        if key not in self.holds:
            asked = self._asked(rule, self.problem.nodes[node].type)
            self.holds[key] = asked is None or may_hold(asked, Fraction(value))
        return self.holds[key]

    def _asked(self, rule: Shipped, type_: Type) -> Problem | None:
        """What a rule asks of the value of a target; of a number that counts nothing it asks the same wherever its
        library is in sight."""
        alone = isinstance(type_, Num) and type_.label is None and type_.per is None and not rule.draws_nouns
        key, known = (rule.reference, type_), (_anywhere if alone else self.known).asked
        if key not in known:
            if len(known) > _MOST_KEPT:
                known.clear()
            scene = scene_of_offers(self.problem, rule.book)
            if scene is None:
                return None
            known[key] = asked_of_value(rule.rule, type_, self.problem, scene)
        return known[key]

    def learn(self, offer: Offer, after: Problem, longer: int | None) -> None:
        """Keep what an extending rule made of a problem: the same of all of one type, and as much longer where they are
        of one depth, so that what is drawn does not depend on what is known. `longer`: None where nobody counted."""
        rule = next((rule for rule in shipped()["extend"] if rule.reference == offer.rule.reference), None)
        if rule is None or len(after.asks) != 1:
            return
        if len(_MADE) + len(_LONGER) > _MOST_KEPT:
            _MADE.clear()
            _LONGER.clear()
        _MADE[rule.reference, self.problem.nodes[self.asked].type] = after.nodes[after.asks[-1].node].type
        if longer is not None:
            _LONGER[self._way(rule)] = longer

    def _way(self, rule: Shipped) -> object:
        asked = self.problem.nodes[self.asked].type
        return rule.reference, asked, min(self.depth, _DEEP), len(self.problem.asks)

    @property
    def extendable(self) -> bool:
        """Whether there are rules that may extend it, in its world if there is one, and others after them."""
        return any(
            self._may_hold(node, rule) and means(rule.rule, node, self.problem)
            for node, (_, rules) in self._candidates("extend", None, open=True).items()
            if self._has_place("extend", node)
            for rule in rules
            if isinstance(rule, Shipped)
        )

    def _candidates(self, kind: str, most: int | None, open: bool) -> dict[NodeId, tuple[int, list[Offer | Shipped]]]:
        """What may be drawn of a kind: by target, with its weight, the rules. -1: no target, or that of an own rule."""
        if kind == "own":
            return {-1: (1, [Offer(rule) for rule in self.own])} if self.own else {}
        if kind == "distract":
            # One fact that nobody needs is a trap, two are clutter.
            facts = [rule for rule in shipped()[kind] if not self.idle and self.allowed(rule.reference)]
            facts = [rule for rule in facts if means(rule.rule, -1, self.problem)]
            return {-1: (1, [*facts])} if facts else {}
        found: dict[NodeId, tuple[int, list[Offer | Shipped]]] = {}
        for node, weight in self.targets[kind]:
            rules: list[Offer | Shipped] = [
                rule for rule in self._allowed(kind, node)
                if (most is None or rule.longer <= most) and not (open and rule.closes)
            ]  # fmt: skip
            if rules:
                found[node] = (weight, rules)
        return found

    def _allowed(self, kind: str, node: NodeId) -> tuple[Shipped, ...]:
        """The rules that may be drawn for a target."""
        key = (kind, node)
        if key not in self.fitting:
            rules = self._for(kind, self.problem.nodes[node].type)
            self.fitting[key] = tuple([rule for rule in rules if self.allowed(rule.reference)])
        return self.fitting[key]

    def _open(self, rule: ast.Rule) -> bool:
        """Whether one of the problem's own rules may go: an `extend` needs what is asked."""
        asked = {self.names.get(ask.node) for ask in self.problem.asks}
        return rule.kind not in ("fold", "invert") and (rule.kind != "extend" or rule.target in asked)

    def _has_place(self, kind: str, node: NodeId) -> bool:
        """Whether the story has room for a rule about a node: what refuses a rule of this kind, whichever it is."""
        key = (kind, node)
        if key not in self.places:
            problem = self.problem
            match kind:
                case "insert":
                    place = gap(problem, node) if apart(problem, node) else None
                    found = place is not None and said_later(problem, node, place) is None
                    found = found and not changed_enough(problem, node)
                case "derive":
                    found = node not in self.described and can_hide(problem, node)
                case _:
                    # What only the question tells would be told no longer.
                    told = {part for sentence in problem.story for part in sentence.tells}
                    found = all(
                        part in told
                        for part in shown_nodes(problem.asks[-1].question)
                        if isinstance(problem.nodes[part].type, Num)
                    )
            self.places[key] = found
        return self.places[key]

    def _for(self, kind: str, type_: Type) -> tuple[Shipped, ...]:
        label = getattr(type_, "label", None)
        per = getattr(type_, "per", None)
        nouns = self.problem.nodes if any(part is not None and part.rigid for part in (label, per)) else ()
        drawn = tuple(node for node in nouns if isinstance(node, Given) and isinstance(node.type, NounType))
        key = (kind, type_, drawn)
        found = self.known.fitting.get(key)
        if found is None:
            if len(self.known.fitting) > _MOST_TYPES:
                self.known.fitting.clear()
            found = self.known.fitting[key] = tuple(self._suiting(kind, type_))
        return found

    def _suiting(self, kind: str, type_: Type) -> Iterator[Shipped]:
        scenes = {book: scene_of_offers(self.problem, book) for book in {rule.book for rule in shipped()[kind]}}
        suiting: dict[object, bool] = {}  # few types of targets, many rules
        for rule in shipped()[kind]:
            scene = scenes[rule.book]
            if scene is None or rule.rule.target is None:
                continue
            key = (rule.rule.target.type, id(scene))
            if key not in suiting:
                suiting[key] = suits(rule.rule, type_, self.problem, scene)
            if suiting[key]:
                yield rule


def _weighed(items: list[tuple[T, int]], below: Below) -> T:
    """One of some items, by their weights."""
    place = below(sum(weight for _, weight in items))
    for item, weight in items:
        place -= weight
        if place < 0:
            return item
    raise IndexError(place)


_DEEP = 8
"""From this depth on, what an extending rule computes beside its target is never the longest way."""
_MADE: dict[tuple[str, Type], Type] = {}
"""The type of what is asked after an extending rule, by the type of what was asked before."""
_LONGER: dict[object, int] = {}
"""How much longer the way is after an extending rule."""
_MOST_KEPT, _MOST_SIGHTS, _MOST_TYPES = 1 << 12, 256, 256


@dataclass(frozen=True)
class _Known:
    """What is known of the shipped rules where the same is in sight."""

    fitting: dict[object, tuple[Shipped, ...]] = field(default_factory=dict)
    """The rules for nodes of a type."""
    asked: dict[object, Problem | None] = field(default_factory=dict)
    """What a rule asks of the value of a node of a type."""


_known: dict[object, _Known] = {}
"""By what is in sight."""
_anywhere = _Known()
"""Whatever is in sight."""
