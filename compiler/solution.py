"""The solution graph: how the answer follows from what is told.

It is the ancestors of the asked nodes, cut at told nodes. Where an ancestor is a given that no sentence tells, the
graph goes backwards from told steps (`invert`), and every node on that way becomes a step named after the node it
recomputes. Steps, equations, labels, metrics and the reasoning length are computed on this graph and on nothing
else. """

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.diagnostics import Diagnostic, MspecError
from mspec.compiler.errors.graph import (
    AnswerTold,
    CannotRecover,
    NeedsUntold,
    NothingAsked,
    PrivateColumn,
    StepGivenAway,
)
from mspec.compiler.invert import (
    Forward,
    Number,
    Operation,
    Recipe,
    Ref,
    Term,
    Told,
    can_compute,
    inverse,
    is_private,
    recover,
    references,
)
from mspec.compiler.ir import Apply, Choice, Const, Given, NodeId, Problem, Text, always_shown, shown_nodes
from mspec.compiler.source import NOWHERE, Span
from mspec.compiler.types import RATIONAL, Bool, ListOf, NounType, Num, Person, RowOf, Type, Word


@dataclass(frozen=True, slots=True)
class Known:
    """A leaf: a world node whose value the text tells, or that needs no telling (a noun, a person)."""

    world: NodeId
    type: Type

    args = ()


SolutionNode = Known | Const | Apply
"""`Apply.args` are places in `Solution.nodes`; arguments stand before the node."""


@dataclass(frozen=True, slots=True)
class SolutionStep:
    """One step of the worked solution: it finds the world node `recomputes`, by the node `root` of the solution graph.

    `derived`: by undoing operators or by solving, not as the world computes it.
    """

    name: str
    recomputes: NodeId
    root: int
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Solution:
    """The solution graph of a problem.

    `origin[i]` is the world node that `nodes[i]` equals in every world, or None for a part of a derived expression.
    `steps` are in an order in which they can be done; the nodes from the roots of earlier steps (or leaves) to a
    root are its expression. `leaves` are the world nodes of the `Known`s, `answers` the asked ones in order.
    `unused` are told facts (not nouns, words or people) that the solution does not use. """

    nodes: tuple[SolutionNode, ...]
    origin: tuple[NodeId | None, ...]
    steps: tuple[SolutionStep, ...]
    leaves: tuple[NodeId, ...]
    answers: tuple[NodeId, ...]
    unused: tuple[NodeId, ...] = ()

    def place(self, world: NodeId) -> int:
        """Where the solution has a world node. Raises ValueError if it does not."""
        return self.origin.index(world)


_SOLVED: ByIdentity[Problem, Solution] = ByIdentity(32)
"""A rewrite, its plan and its records ask for the same solution one after another."""


def solution(problem: Problem) -> Solution:
    """The solution graph.

    Raises:
        MspecError: nothing is asked, the text gives a step or the answer away, or the answer does not follow from what
            is told (MS4001 to MS4006).
    """
    return _SOLVED.get(problem) or _SOLVED.keep(problem, _solved(problem))


def _solved(problem: Problem) -> Solution:
    if not problem.asks:
        raise MspecError([NothingAsked(problem.span, problem=problem.name)])
    names = problem.names()
    told, alias = told_nodes(problem)
    alias = {**_repeated_unknowns(problem), **alias}
    asked = tuple(dict.fromkeys(ask.node for ask in problem.asks))
    faults = _given_away(problem, names)
    faults += [
        AnswerTold(a.span, asked=names.get(a.node, ""))
        for a in problem.asks
        if a.node in told or a.node in problem.tells
    ]
    if faults:
        raise MspecError(faults)
    recipes = _forward(problem, asked, told, alias)
    if recipes is None:
        relevant = problem.ancestors([*asked, *problem.tells, *(n for n in told if names.get(n))])
        recipes = recover(problem, relevant, told, asked, alias, names)
        missing = [node for node in asked if alias.get(node, node) not in recipes]
        if missing:
            raise MspecError(_unsolved(problem, missing, recipes, alias, names))
    return _emit(problem, asked, recipes, told, alias, names)


def told_nodes(problem: Problem) -> tuple[frozenset[NodeId], dict[NodeId, NodeId]]:
    """What the reader knows without working, and which unnamed nodes are the same lookup or list element.

    Told are: givens, parts and steps that the text shows whatever its conditions say, boolean givens that the text's
    wording follows, rows named by a text column, and every noun, word and person."""
    nodes = problem.nodes
    shown = {node for ask in problem.asks for node in always_shown(ask.question)}
    for sentence in problem.story:
        shown |= sentence.mentions
        tells = sentence.tells
        if any(isinstance(segment, Choice) for segment in sentence.segments):
            # What only one arm of a choice of words shows, the reader of the other arm is not told.
            tells = tells - (shown_nodes(sentence.segments) - always_shown(sentence.segments))
            shown |= _conditions(sentence.segments)
        shown |= tells
    for ask in problem.asks:
        shown |= _conditions(ask.question)
    keys: dict[object, NodeId] = {}
    alias: dict[NodeId, NodeId] = {}
    key_of: list[object] = []
    steps = {step.node for step in problem.steps}
    for i, node in enumerate(nodes):
        if isinstance(node, Apply) and node.op in ("lookup", "item"):
            key: object = (node.op, key_of[node.args[0]], node.data)
            first = keys.setdefault(key, i)
            if first != i and i not in steps and first not in steps:
                alias[i] = first
            key_of.append(key)
        else:
            key_of.append(i)
    told_keys = {key_of[i] for i in shown}
    told = set(shown)
    for i, node in enumerate(nodes):
        if key_of[i] in told_keys or (
            not isinstance(node.type, Num)
            and (not isinstance(node, Apply) or node.op in ("lookup", "item", "list"))  # not computed
            and isinstance(_element(node.type), (NounType, Word, Person))
        ):
            told.add(i)
            if isinstance(node, Apply) and node.op == "lookup" and i in shown and not isinstance(node.type, Num):
                told.add(node.args[0])  # "lands on Mars" tells the row
    return frozenset(alias.get(i, i) for i in told) | told, alias


def _element(type_: Type) -> Type:
    return type_.element if isinstance(type_, ListOf) else type_


def _conditions(text: Text) -> set[NodeId]:
    """Conditions of a text, which its wording gives away."""
    found: set[NodeId] = set()
    for segment in text:
        if isinstance(segment, Choice):
            found |= {segment.condition} | _conditions(segment.then) | _conditions(segment.otherwise)
    return found


def _given_away(problem: Problem, names: Mapping[NodeId, str]) -> list[Diagnostic]:
    allowed = set(problem.tells)
    steps = {step.node for step in problem.steps} - allowed
    faults: list[Diagnostic] = []
    for sentence in problem.story:
        faults += [StepGivenAway(sentence.span, step=names[n]) for n in sorted(sentence.tells & steps)]
    for ask in problem.asks:
        faults += [StepGivenAway(ask.span, step=names[n]) for n in sorted(shown_nodes(ask.question) & steps)]
    return faults


def _forward(
    problem: Problem, asked: Iterable[NodeId], told: Collection[NodeId], alias: Mapping[NodeId, NodeId]
) -> dict[NodeId, Recipe] | None:
    """Recipes where everything is computed as the world computes it; None where something is hidden."""
    needed: dict[NodeId, Recipe] = {}
    stack = [alias.get(node, node) for node in asked]
    while stack:
        node = stack.pop()
        if node in needed:
            continue
        if node in told:
            needed[node] = Told()
            continue
        if not can_compute(problem, node):
            return None
        needed[node] = Forward()
        stack += [alias.get(arg, arg) for arg in problem.nodes[node].args]
    return {node: needed[node] for node in sorted(needed)}


# ------------------------------------------------------------------------------------------------- emission


class _Emission:
    """Builds the nodes of a solution, each once."""

    def __init__(self, problem: Problem, alias: Mapping[NodeId, NodeId]) -> None:
        self.problem, self.alias = problem, alias
        self.nodes: list[SolutionNode] = []
        self.origin: list[NodeId | None] = []
        self.at: dict[NodeId, int] = {}
        self.terms: dict[Term, int] = {}

    def put(self, node: SolutionNode, origin: NodeId | None) -> int:
        self.nodes.append(node)
        self.origin.append(origin)
        return len(self.nodes) - 1

    def term(self, term: Term) -> int:
        match term:
            case Ref(node):
                return self.at[self.alias.get(node, node)]
            case Number(value):
                if term not in self.terms:
                    self.terms[term] = self.put(Const(value, RATIONAL), None)
                return self.terms[term]
            case Operation(op, args, data):
                if term not in self.terms:
                    inner = tuple(self.term(arg) for arg in args)
                    self.terms[term] = self.put(Apply(op, inner, RATIONAL, data), None)
                return self.terms[term]

    def world(self, node: NodeId, recipe: Recipe) -> None:
        found = self.problem.nodes[node]
        match recipe:
            case Told() if not isinstance(found, Const):
                made: SolutionNode = Known(node, found.type)
            case Operation(op, args, data):
                made = Apply(op, tuple(self.term(arg) for arg in args), found.type, data)
            case _:
                assert not isinstance(found, Given)
                made = found
                if isinstance(found, Apply):
                    inner = tuple([self.at[self.alias.get(a, a)] for a in found.args])
                    if inner != found.args:
                        made = Apply(found.op, inner, found.type, found.data, found.span)
        self.at[node] = self.put(made, node)


def _emit(
    problem: Problem,
    asked: tuple[NodeId, ...],
    recipes: Mapping[NodeId, Recipe],
    told: Collection[NodeId],
    alias: Mapping[NodeId, NodeId],
    names: Mapping[NodeId, str],
) -> Solution:
    needed = {alias.get(node, node) for node in asked}
    for node in reversed(list(recipes)):
        if node not in needed:
            continue
        match recipes[node]:
            case Forward():
                needed |= {alias.get(arg, arg) for arg in problem.nodes[node].args}
            case Operation() as term:
                needed |= set(references(term))
            case Told():
                pass
    emission = _Emission(problem, alias)
    steps: list[SolutionStep] = []
    leaves: list[NodeId] = []
    for node, recipe in recipes.items():
        if node not in needed:
            continue
        emission.world(node, recipe)
        if isinstance(recipe, Told):
            if isinstance(emission.nodes[-1], Known):
                leaves.append(node)
        elif node in names or node in asked or _is_unknown(problem, node):
            name = names.get(node) or ("answer" if node in asked else "")
            if not name:
                name = _unknown_name(problem, node, {*names.values(), *(step.name for step in steps)})
            steps.append(SolutionStep(name, node, emission.at[node], isinstance(recipe, Operation)))
    facts = {alias.get(n, n) for n in problem.told()}
    unused = [
        n for n in sorted(facts - needed)
        if isinstance(problem.nodes[n].type, (Num, Bool, ListOf, RowOf)) and not _covers(problem, n, leaves, alias)
    ]  # fmt: skip
    return Solution(
        tuple(emission.nodes), tuple(emission.origin), tuple(steps), tuple(leaves), asked, tuple(unused)
    )


def _is_unknown(problem: Problem, node: NodeId) -> bool:
    """An unknown of a system that an expression uses: it is found in a step of its own."""
    found = problem.nodes[node]
    return isinstance(found, Apply) and found.op == "solve_linear"


def _unknown_name(problem: Problem, node: NodeId, taken: Collection[str]) -> str:
    """The name that the author gave it, with a number where that is taken."""
    found = problem.nodes[node]
    assert isinstance(found, Apply)
    unknowns, which = found.data[0], found.data[1]
    assert isinstance(unknowns, tuple) and isinstance(which, int)
    name = base = str(unknowns[which])
    number = 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name


def _repeated_unknowns(problem: Problem) -> dict[NodeId, NodeId]:
    """Unnamed nodes that take the same unknown out of the same system as an earlier one."""
    if not any(_is_unknown(problem, node) for node in range(len(problem.nodes))):
        return {}
    names = problem.names()
    first: dict[object, NodeId] = {}
    shapes: list[NodeId] = []
    alias: dict[NodeId, NodeId] = {}
    for i, node in enumerate(problem.nodes):
        key: object = i
        if i not in names and isinstance(node, Const):
            key = ("const", node.value, node.type)
        elif i not in names and isinstance(node, Apply):
            key = (node.op, tuple(shapes[arg] for arg in node.args), node.data)
        shapes.append(first.setdefault(key, i))
        if shapes[i] != i and _is_unknown(problem, i):
            alias[i] = shapes[i]
    return alias


def _covers(problem: Problem, fact: NodeId, leaves: Iterable[NodeId], alias: Mapping[NodeId, NodeId]) -> bool:
    """True where a told list or row is used through its parts, or a told part through its whole."""
    for leaf in leaves:
        used = problem.nodes[leaf]
        if isinstance(used, Apply) and used.op in ("item", "lookup") and fact in {alias.get(a, a) for a in used.args}:
            return True
    part = problem.nodes[fact]
    return isinstance(part, Apply) and part.op in ("item", "lookup") and part.args[0] in leaves


# -------------------------------------------------------------------------------------------------- refusals


def _unsolved(
    problem: Problem,
    missing: Iterable[NodeId],
    recipes: Mapping[NodeId, Recipe],
    alias: Mapping[NodeId, NodeId],
    names: Mapping[NodeId, str],
) -> list[Diagnostic]:
    """Why an answer does not follow: one diagnostic for every hidden leaf that it needs."""
    faults: dict[NodeId, Diagnostic] = {}
    for asked in missing:
        for leaf in sorted(problem.ancestors([asked])):
            node = problem.nodes[leaf]
            if alias.get(leaf, leaf) in recipes or leaf in faults:
                continue
            private = isinstance(node, Apply) and node.op == "lookup" and is_private(problem, node)
            if isinstance(node, Given) or private:
                faults[leaf] = _hidden(problem, asked, leaf, recipes, alias, names)
    return list(faults.values())


def _hidden(
    problem: Problem,
    asked: NodeId,
    leaf: NodeId,
    recipes: Mapping[NodeId, Recipe],
    alias: Mapping[NodeId, NodeId],
    names: Mapping[NodeId, str],
) -> Diagnostic:
    node = problem.nodes[leaf]
    ask = next(ask for ask in problem.asks if ask.node == asked)
    answer = names.get(asked, "")
    tied = [
        told for told in sorted(recipes)
        if isinstance(recipes[told], Told) and leaf in problem.ancestors([told]) and told != leaf
    ]  # fmt: skip
    if isinstance(node, Apply) and node.op == "lookup" and not tied:
        row = names.get(node.args[0], "")
        return PrivateColumn(ask.span, asked=answer, row=row, column=str(node.data[0]))
    given = names.get(leaf, "")
    span: Span = node.span if node.span != NOWHERE else ask.span
    if not tied:
        return NeedsUntold(span, asked=answer, given=given)
    reason, way_out = _reason(problem, leaf, tied, recipes, alias, names)
    return CannotRecover(span, asked=answer, given=given, reason=reason, way_out=way_out)


def _reason(
    problem: Problem,
    leaf: NodeId,
    tied: list[NodeId],
    recipes: Mapping[NodeId, Recipe],
    alias: Mapping[NodeId, NodeId],
    names: Mapping[NodeId, str],
) -> tuple[str, str]:
    """What stands in the way from a told step back to a hidden leaf, and the nearest way out."""
    given = names.get(leaf, "")
    top = tied[0]
    between = problem.ancestors([top])
    path = leaf
    while path != top:
        users = [n for n in sorted(between) if path in problem.nodes[n].args]
        user = users[0]
        node = problem.nodes[user]
        assert isinstance(node, Apply)
        out = f"tell `{names.get(path, given)}`"
        if len(users) > 1 or sum(arg == path for arg in node.args) > 1:
            what = names.get(path, given)
            return f"`{names.get(top, '')}` depends on `{what}` in more than one place, and not linearly", out
        if inverse(problem, user, node.args.index(path), node.args) is None:
            symbol = node.op
            return f"it goes through `{symbol}`, which cannot be undone", out
        others = sorted(
            names[n] for arg in node.args if arg != path
            for n in problem.ancestors([arg])
            if isinstance(problem.nodes[n], Given) and alias.get(n, n) not in recipes
        )  # fmt: skip
        if others:
            listed = ", ".join(f"`{n}`" for n in others)
            how_many = f"{len(tied)} told step{'' if len(tied) == 1 else 's'}"
            return f"{how_many} cannot give both `{given}` and {listed}", f"tell `{given}` or `{others[0]}`"
        path = user
    return "no way back from what is told was found", f"tell `{given}`"
