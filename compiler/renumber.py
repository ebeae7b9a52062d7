"""The canonical numbering of a problem's nodes: that in which its printed text builds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import is_

from mspec.compiler.ir import (
    Apply,
    Article,
    Choice,
    Counted,
    Given,
    Literal,
    Node,
    NodeId,
    NounAttribute,
    NounRef,
    PersonRef,
    Problem,
    Require,
    Segment,
    Sentence,
    Show,
    Step,
    Text,
)
from mspec.compiler.ordering import in_order


class Circular(ValueError):
    """A node is computed from itself; the argument is the node."""


def renumber(problem: Problem) -> Problem:
    """Number the nodes canonically, put the steps into dependency order, and drop what nothing uses.

    The arguments of a node may stand anywhere in the input, so this ends every rewrite.

    Raises:
        Circular: a node is computed from itself.
    """
    problem = replace(problem, steps=_ordered(problem))
    order: dict[NodeId, NodeId] = {}
    for root in _roots(problem):
        if root not in order:
            _visit(problem.nodes, root, order)
    return moved(problem, order)


def _visit(nodes: Sequence[Node], root: NodeId, order: dict[NodeId, NodeId]) -> None:
    """Number a node after its arguments."""
    entered: set[NodeId] = set()
    stack = [root]
    while stack:
        node = stack[-1]
        if node in order:
            stack.pop()
            continue
        below = [arg for arg in nodes[node].args if arg not in order]
        if not below:
            order[node] = len(order)
            stack.pop()
        elif node in entered:
            raise Circular(node)
        else:
            entered.add(node)
            stack += reversed(below)


def _roots(problem: Problem) -> Iterator[NodeId]:
    """Nodes in the order in which the builder meets them."""
    for node in problem.givens():
        given = problem.nodes[node]
        assert isinstance(given, Given)
        yield from nodes_of(given.description or ())
        yield node
    for step in problem.steps:
        yield step.node
        yield from nodes_of(step.description or ())
        yield from nodes_of(step.sentence or ())
    for require in problem.requires:
        yield require.node
    for sentence in problem.story:
        yield from nodes_of(sentence.segments)
    yield from problem.tells
    for ask in problem.asks:
        yield ask.node
        yield from nodes_of(ask.question)
    yield from nodes_of(problem.hint or ())
    for mistake in problem.mistakes:
        yield mistake.value
        if mistake.when is not None:
            yield mistake.when
        yield from nodes_of(mistake.description)
    for test in problem.tests:
        yield from test.expects
        yield from test.always


def nodes_of(text: Text) -> Iterator[NodeId]:
    """Every node that a text refers to, untold forms included, in reading order."""
    for segment in text:
        match segment:
            case Show(node, _, untold) | Article(node, _, untold):
                yield node
                yield from nodes_of(untold or ())
            case Counted(count, noun):
                yield count
                if noun.node is not None:
                    yield noun.node
                yield from nodes_of(segment.untold or ())
            case PersonRef(node):
                yield node
            case Choice(condition, then, otherwise):
                yield condition
                yield from nodes_of(then)
                yield from nodes_of(otherwise)
            case Literal():
                pass


def _ordered(problem: Problem) -> tuple[Step, ...]:
    """Steps in dependency order; of those that may come next, the one that stood first."""
    by_node = {step.node: position for position, step in enumerate(problem.steps)}
    needs = [_steps_below(problem, step.node, by_node) for step in problem.steps]
    order = [problem.steps[position] for position in in_order(needs)]
    if len(order) != len(problem.steps):
        stuck = next(step for step in problem.steps if step not in order)
        raise Circular(stuck.node)
    return tuple(order)


def _steps_below(problem: Problem, node: NodeId, by_node: dict[NodeId, int]) -> set[int]:
    """The steps from which a step is computed directly."""
    found: set[int] = set()
    seen: set[NodeId] = set()
    stack = list(problem.nodes[node].args)
    while stack:
        current = stack.pop()
        if current in by_node:
            found.add(by_node[current])
        elif current not in seen:
            seen.add(current)
            stack += problem.nodes[current].args
    return found


def moved(problem: Problem, order: dict[NodeId, NodeId]) -> Problem:
    """The problem with every NodeId replaced by `order[id]`; nodes that `order` does not name are dropped."""

    at = order.__getitem__

    def text(found: Text) -> Text:
        return map_text(found, at)

    def optional(found: Text | None) -> Text | None:
        return None if found is None else map_text(found, at)

    nodes: list[Node] = []
    for old in order:  # the insertion order is that of the new numbers
        node = problem.nodes[old]
        if isinstance(node, Apply):
            args = tuple(map(at, node.args))
            if args != node.args:
                node = Apply(node.op, args, node.type, node.data, node.span)
        elif isinstance(node, Given):
            domain, described = node.domain, optional(node.description)
            if isinstance(domain, NounAttribute) and at(domain.noun) != domain.noun:
                domain = replace(domain, noun=at(domain.noun))
            if domain is not node.domain or described is not node.description:
                node = replace(node, domain=domain, description=described)
        nodes.append(node)
    return replace(
        problem,
        nodes=tuple(nodes),
        steps=tuple(
            Step(s.name, at(s.node), s.declared, optional(s.description), optional(s.sentence), s.span)
            for s in problem.steps
        ),
        requires=tuple(Require(at(r.node), r.reason, r.span) for r in problem.requires),
        story=tuple(
            Sentence(text(s.segments), frozenset(map(at, s.tells)), frozenset(map(at, s.mentions)), s.origin, s.span)
            for s in problem.story
        ),
        tells=tuple(map(at, problem.tells)),
        asks=tuple(replace(a, node=at(a.node), question=text(a.question)) for a in problem.asks),
        hint=optional(problem.hint),
        mistakes=tuple(
            replace(
                m,
                step=at(m.step),
                value=at(m.value),
                description=text(m.description),
                when=None if m.when is None else at(m.when),
            )
            for m in problem.mistakes
        ),
        tests=tuple(
            replace(
                t,
                bindings=tuple((at(n), v) for n, v in t.bindings),
                expects=tuple(map(at, t.expects)),
                always=tuple(map(at, t.always)),
            )
            for t in problem.tests
        ),
    )


def map_text(text: Text, at: Callable[[NodeId], NodeId]) -> Text:
    """A text with its references replaced; the text itself where they stay."""
    found = tuple([part if isinstance(part, Literal) else map_nodes(part, at) for part in text])
    return text if all(map(is_, found, text)) else found


def map_nodes(segment: Segment, at: Callable[[NodeId], NodeId]) -> Segment:
    """A segment with its references replaced; the segment itself where they stay."""
    match segment:
        case Literal():
            return segment
        case Show(old, form, untold):
            node, kept = at(old), untold and map_text(untold, at)
            return segment if node == old and kept is untold else Show(node, form, kept)
        case Article(old, capital, untold, form):
            node, kept = at(old), untold and map_text(untold, at)
            return segment if node == old and kept is untold else Article(node, capital, kept, form)
        case Counted(count, NounRef(name, noun)):
            kept = segment.untold and map_text(segment.untold, at)
            counted = NounRef(name, None if noun is None else at(noun))
            if at(count) == count and counted.node == noun and kept is segment.untold:
                return segment
            return replace(segment, count=at(count), noun=counted, untold=kept)
        case PersonRef(old):
            return segment if at(old) == old else replace(segment, node=at(old))
        case Choice(condition, then, otherwise):
            return Choice(at(condition), map_text(then, at), map_text(otherwise, at))
