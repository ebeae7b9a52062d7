"""Descriptions that would be the same are numbered: what comes once more is the "second tax rate"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from mspec.compiler.ir import Const, Given, Literal, Node, NodeId, Problem, Text, merged
from mspec.compiler.renumber import map_text
from mspec.compiler.rewrite.gaps import description
from mspec.compiler.types import Num

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def numbered(text: Text | None, there: Set[Text], nodes: Sequence[Node], taken: Set[Text] = frozenset()) -> Text | None:
    """A description, with an ordinal before it if its `wording` is among those that are `there`: the first one with
    which it is neither there nor `taken`. As it is where none can be put before it."""
    if not text or wording(text, nodes) not in there or _is_numbered(text):
        return text
    told = (merged((Literal(f"{word} "), *text)) for word in ORDINALS)
    return next((one for one in told if not {wording(one, nodes)} & {*there, *taken}), text)


def _is_numbered(text: Text) -> bool:
    first = text[0]
    return isinstance(first, Literal) and first.text.partition(" ")[0] in ("first", *ORDINALS)


def wording(text: Text, nodes: Sequence[Node]) -> Text:
    """A text with equal literals, such as the noun of `{year:plural}`, as one node, and all numbers as one: then texts
    are equal that read alike in every world, or in some ("the product of 5 and it", where another rule drew 5, too)."""
    if all(isinstance(part, Literal) for part in text):
        return text
    number = next((place for place, node in enumerate(nodes) if isinstance(node.type, Num)), -1)

    def at(node: NodeId) -> NodeId:
        found = nodes[node]
        if isinstance(found.type, Num):
            return number
        return nodes.index(found) if isinstance(found, Const) else node

    return map_text(text, at)


def told_apart(problem: Problem, later: Set[str]) -> Problem:
    """A problem in which what has one of the names `later` is described otherwise than what has another."""
    nodes, names = list(problem.nodes), problem.names()
    said = {name: wording(description(problem, node), nodes) for node, name in names.items()}
    there = frozenset(text for name, text in said.items() if name not in later)
    taken = frozenset(text for name, text in said.items() if name in later)
    for node, given in enumerate(problem.nodes):
        if isinstance(given, Given) and names[node] in later:
            nodes[node] = replace(given, description=numbered(given.description, there, nodes, taken))
    steps = tuple(
        replace(step, description=numbered(step.description, there, nodes, taken)) if step.name in later else step
        for step in problem.steps
    )
    return replace(problem, nodes=tuple(nodes), steps=steps)
