"""Where the sentence of a rule goes: into the gap of its target.

The gap of a node stands behind every sentence that tells something the node is computed from, and before every later
sentence that tells another input of a user of the node: "She sold 48 in April." | gap | "In May she sold half as many."
What was told before the node cannot refer back to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from mspec.compiler.ir import Given, Literal, NodeId, Problem, Text, shown_nodes


def gap(problem: Problem, target: NodeId) -> int | None:
    """The place of a new sentence about `target` in the story; None where one sentence tells both sides, or where the
    question, which comes last, tells what the target is computed from."""
    behind = ancestors(problem, [target])
    if any(shown_nodes(ask.question) & behind for ask in problem.asks):
        return None
    first = last_telling(problem, behind) + 1
    after = {node for node in problem.told() if target in ancestors(problem, [node])} - behind
    others = (_other_inputs(problem, target) - behind) | after
    sentences = told_in(problem)
    bounds = [place for place, told in enumerate(sentences) if told & after or (told & others and place >= first - 1)]
    last = min(bounds, default=len(sentences))
    if first > last:
        return None
    # A sentence that tells nothing belongs to the one before it ("The rest win nothing."), unless it goes on from here.
    named = description(problem, target)
    return next((k for k in range(first, last) if sentences[k] or _speaks_of(problem.story[k].segments, named)), last)


def _speaks_of(text: Text, described: Text) -> bool:
    words = " ".join(part.text for part in text if isinstance(part, Literal))
    parts = [part.text.strip() for part in described if isinstance(part, Literal)]
    return bool(parts) and all(part in words for part in parts)


def description(problem: Problem, node: NodeId) -> Text:
    """The description of a given or step, or no text."""
    step, found = problem.step_of(node), problem.nodes[node]
    text = step.description if step is not None else found.description if isinstance(found, Given) else None
    return text or ()


def vouched(problem: Problem, target: NodeId) -> int:
    """The place where an author's own rule goes: behind what tells the target or another input of its users."""
    return 1 + last_telling(problem, ancestors(problem, [target]) | _other_inputs(problem, target, deep=False))


def apart(problem: Problem, target: NodeId) -> bool:
    """Whether what a node is computed from reaches the answers through that node alone. Elsewhere a change of the node
    would leave its inputs as they were: ten more balls in all, but no more red ones and no more blue ones."""
    seen: set[NodeId] = set()
    waiting = [ask.node for ask in problem.asks]
    while waiting:
        node = waiting.pop()
        if node not in seen and node != target:
            seen.add(node)
            waiting += problem.nodes[node].args
    return not seen & ancestors(problem, [target])


def told_in(problem: Problem) -> tuple[frozenset[NodeId], ...]:
    """What each sentence tells, rows with their columns: a phrase tells the number that it stands for."""
    nodes = problem.nodes

    def rows(told: Iterable[NodeId]) -> frozenset[NodeId]:
        return frozenset(node.args[0] for node in map(nodes.__getitem__, told) if getattr(node, "op", "") == "lookup")

    return tuple(sentence.tells | rows(sentence.tells) for sentence in problem.story)


def last_telling(problem: Problem, nodes: Iterable[NodeId]) -> int:
    """The place of the last sentence that tells one of some nodes, or -1."""
    wanted = frozenset(nodes)
    return max((place for place, told in enumerate(told_in(problem)) if told & wanted), default=-1)


def ancestors(problem: Problem, roots: Iterable[NodeId]) -> frozenset[NodeId]:
    """Some nodes and all that they are computed from."""
    found: set[NodeId] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += problem.nodes[node].args
    return frozenset(found)


def _other_inputs(problem: Problem, target: NodeId, deep: bool = True) -> frozenset[NodeId]:
    """What the steps that use a node use besides, with (`deep`) all that it is computed from."""
    names = problem.names()
    inputs: set[NodeId] = set()
    for step in problem.steps:
        mine: set[NodeId] = set()
        waiting = [*problem.nodes[step.node].args]
        while waiting:
            node = waiting.pop()
            if node in names:
                mine.add(node)
            else:
                mine.add(node)
                waiting += problem.nodes[node].args
        if target in mine:
            inputs |= mine - {target}
    return ancestors(problem, inputs) if deep else frozenset(inputs)
