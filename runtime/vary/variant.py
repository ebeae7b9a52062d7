"""Variants: what rules make of a base problem, and the rules that a problem admits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from mspec.compiler import ast, libraries
from mspec.compiler.build.environment import Environment
from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.rewriting import RuleDoesNotFit
from mspec.compiler.ir import Given, Lexicon, NodeId, Problem, Show
from mspec.compiler.load import environment
from mspec.compiler.lower.lengths import surely_short
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.rewrite.apply import apply_rule
from mspec.compiler.rewrite.gaps import apart, description, gap
from mspec.compiler.rewrite.library import fits
from mspec.compiler.solution import solution
from mspec.compiler.text_forms import CLOCKS, DATES
from mspec.compiler.types import Num

BOOKS = "ops."
"""Where the shipped libraries of rules are."""
KINDS = ("insert", "extend", "derive", "distract")
"""Kinds of rules that a library can bring."""
_POINTS = frozenset({*DATES, *CLOCKS})


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule that may fit: one of the problem's own, or `book.name` of a library on a target."""

    rule: ast.Rule
    book: str = ""

    @property
    def head(self) -> str:
        """As it is written at the head of a rule: what stands in a lineage."""
        rule = self.rule
        match rule.kind:
            case "apply":
                return f"apply {rule.reference}" + (f" to {rule.target}" if rule.target else "")
            case "chain":
                return f"chain {rule.name} to {rule.reference}"
            case "fold":
                return f"fold {rule.target}"
            case "distract":
                return f"distract {rule.name}"
        return f"{rule.kind} {rule.name} on {rule.target}"

    @property
    def name(self) -> str:
        """The rule without its target, for counts."""
        reference = self.rule.reference if self.rule.kind == "apply" else ""
        return reference or self.rule.name or self.rule.kind


@dataclass(frozen=True, slots=True)
class Variant:
    """A base problem and what rules, applied in order, made of it. `applied` holds their heads."""

    base: Problem
    problem: Problem
    applied: tuple[str, ...] = ()
    parent: Problem | None = None
    """What the last rule was applied to."""

    @staticmethod
    def of(problem: Problem) -> Variant:
        """The problem itself, unvaried."""
        return Variant(problem, problem)

    def then(self, offer: Offer, *, verified: bool = True) -> Variant:
        """The variant after one more rule; see `apply_rule` for `verified`.

        Raises:
            MspecError: the rule cannot be applied.
        """
        problem, scene = _in_scene(self.problem, offer.book)
        made = apply_rule(problem, offer.rule, scene, own=not offer.book, verified=verified)
        if offer.book:
            _can_be_held(made, offer.rule)
        return Variant(self.base, made, (*self.applied, offer.head), problem)


def _can_be_held(problem: Problem, rule: ast.Rule) -> None:
    """The result of a primitive of a library (the root of an equation, say) or of a rounding has no bounds, and squares
    of squares grow fast: what a rule computes may be too long a number to be shown."""
    if surely_short(problem):
        return
    try:
        lower_python(problem)
    except MspecError as error:
        why, way_out = error.diagnostics[0].text(), "choose a node whose values have bounds"
        refused = RuleDoesNotFit(rule.span, rule=rule.reference, target=rule.target, why=why, way_out=way_out)
        raise MspecError([refused]) from None


def settled(problem: Problem) -> Problem:
    """The problem without the rules that no longer fit: so that a variant that is written down checks."""
    return replace(problem, rules=tuple(rule for rule in problem.rules if _goes(problem, rule)))


def _goes(problem: Problem, rule: ast.Rule) -> bool:
    try:
        Variant.of(problem).then(Offer(rule))
    except MspecError:
        return False
    return True


def replayed(base: Problem, applied: tuple[str, ...]) -> Variant:
    """The variant that a lineage describes.

    Raises:
        LookupError: a head names no rule of the problem as it is then.
        MspecError: a rule cannot be applied.
    """
    variant = Variant.of(base)
    for head in applied:
        offer = offer_named(variant.problem, head)
        if offer is None:
            raise LookupError(head)
        variant = variant.then(offer)
    return variant


def offer_named(problem: Problem, head: str) -> Offer | None:
    """The rule that a head of a lineage names: one of the problem's own, or of a shipped library."""
    return next((offer for offer in own_offers(problem) if offer.head == head), None) or _from_book(head)


def _from_book(head: str) -> Offer | None:
    words = head.split()
    if len(words) not in (2, 4) or words[0] != "apply":
        return None
    book = words[1].rpartition(".")[0]
    target = words[3] if len(words) == 4 else ""
    return Offer(ast.Rule("apply", "", target, words[1]), book) if book in books() else None


def offers(problem: Problem) -> tuple[Offer, ...]:
    """What may be applied to a problem, in a fixed order: its own rules, then those of the libraries on every node of
    the way to the answer whose type they are for. Whether one goes is seen when it is applied."""
    return (*own_offers(problem), *_library_offers(problem))


def own_offers(problem: Problem) -> tuple[Offer, ...]:
    """The problem's own rules."""
    return tuple(Offer(rule) for rule in problem.rules)


def _library_offers(problem: Problem) -> Iterator[Offer]:
    solved = solution(problem)
    names = problem.names()
    asked = {problem.asks[-1].node}
    way = {node for node in (*solved.leaves, *(step.recomputes for step in solved.steps)) if node in names}
    way -= points_in_time(problem)
    numbers = [n for n in sorted(way) if isinstance(problem.nodes[n].type, Num) and description(problem, n)]
    gaps = {node for node in numbers if apart(problem, node) and gap(problem, node) is not None}
    for book in books():
        scene = scene_of_offers(problem, book)
        if scene is None:
            continue
        for rule in rules_of(book):
            reference = f"{book}.{rule.name}"
            if rule.target is None:
                yield Offer(ast.Rule("apply", "", "", reference), book)
                continue
            for node in numbers:
                if _place_fits(rule.kind, node, asked, problem, gaps) and fits(rule, node, problem, scene):
                    yield Offer(ast.Rule("apply", "", names[node], reference), book)


def scene_of_offers(problem: Problem, book: str) -> Environment | None:
    """What is in sight of a problem with all libraries of rules, so that it is the same for all its variants; or with
    one of them, where another clashes with the names of the problem; None where this one does."""
    known = _SCENES.get(problem)
    if known is None:
        known = _SCENES.keep(problem, {"": _readable(problem, books())})
    if known[""] is not None:
        return known[""]
    if book not in known:
        known[book] = _readable(problem, (book,))
    return known[book]


def _readable(problem: Problem, brought: tuple[str, ...]) -> Environment | None:
    """What is in sight with some libraries of rules; None where they clash with the names of the problem."""
    own = tuple(use for use in problem.uses if use not in books())
    try:
        scene = _scene((*own, *brought), problem.declarations, problem.folder)
    except MspecError:
        return None
    return None if _misread(problem, scene) else scene


def _misread(problem: Problem, scene: Environment) -> bool:
    """Whether a noun of the problem is a unit there: `money[1/day]` would be read as money by a time."""
    fors = {node.type.per.noun for node in problem.nodes if isinstance(node.type, Num) and node.type.per is not None}
    return any(noun in scene.units for noun in fors)


def points_in_time(problem: Problem) -> frozenset[NodeId]:
    """Numbers that are read as a date, a weekday or the time of a clock: nothing is added to them or multiplied."""
    texts = (*(sentence.segments for sentence in problem.story), *(ask.question for ask in problem.asks))
    shown = {part.node for text in texts for part in text if isinstance(part, Show) and part.form in _POINTS}
    return frozenset(shown | {ask.node for ask in problem.asks if ask.form.form in _POINTS})


def _place_fits(kind: str, node: NodeId, asked: set[NodeId], problem: Problem, gaps: set[NodeId]) -> bool:
    match kind:
        case "insert":
            return node in gaps
        case "extend":
            return node in asked
        case "derive":
            return isinstance(problem.nodes[node], Given) and node in problem.told()
    return True


@lru_cache(maxsize=1)
def books() -> tuple[str, ...]:
    """The shipped libraries of rules, by name."""
    return tuple(name for name in libraries.shipped_names() if name.startswith(BOOKS))


@lru_cache(maxsize=64)
def rules_of(book: str) -> tuple[ast.RuleDecl, ...]:
    """The rules that a library declares."""
    source = libraries.find(book, None)
    items = libraries.parsed(source)[0].items if source is not None else ()
    return tuple(item for item in items if isinstance(item, ast.RuleDecl))


def _in_scene(problem: Problem, book: str) -> tuple[Problem, Environment]:
    """The problem with a library in sight, and all that is in sight then."""
    if not book:
        return problem, environment(problem.uses, problem.declarations, problem.folder)
    scene = scene_of_offers(problem, book)
    if scene is None:
        # What is wrong is said of this library alone.
        own = tuple(use for use in problem.uses if use not in books())
        scene = environment((*own, book), problem.declarations, problem.folder)
    if book in problem.uses:
        return problem, scene
    # In one order, whatever was applied first: what is in sight is worked out once.
    brought = sorted({book, *(use for use in problem.uses if use in books())})
    own = tuple(use for use in problem.uses if use not in books())
    needed = tuple(dict.fromkeys(part for name in brought for part in _words_of(name)))
    lexicon = _lexicon(own, needed, problem.declarations, problem.folder)
    return replace(problem, uses=(*own, *brought), lexicon=lexicon), scene


@lru_cache(maxsize=64)
def _words_of(library: str) -> tuple[str, ...]:
    """The libraries, this one and those it uses, that declare anything but rules and so change the lexicon."""
    source = libraries.find(library, None)
    if source is None:  # a plug-in
        return (library,)
    items = libraries.parsed(source)[0].items
    below = [part for item in items if isinstance(item, ast.Use) for part in _words_of(item.path)]
    own = [] if all(isinstance(item, ast.Use | ast.RuleDecl | ast.Def) for item in items) else [library]
    return tuple(dict.fromkeys((*below, *own)))


@lru_cache(maxsize=512)
def _lexicon(
    own: tuple[str, ...], brought: tuple[str, ...], declarations: tuple[ast.Declaration, ...], folder: str
) -> Lexicon:
    return environment((*own, *brought), declarations, folder).lexicon()


@lru_cache(maxsize=512)
def _scene(uses: tuple[str, ...], declarations: tuple[ast.Declaration, ...], folder: str) -> Environment:
    return environment(uses, declarations, folder)


_SCENES: ByIdentity[Problem, dict[str, Environment | None]] = ByIdentity(64)
"""What is in sight with all libraries of rules (under no name), or with one of them."""
