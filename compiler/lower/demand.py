"""When a node is demanded, statically: as alternatives of conditions.

A conditional demands its condition and one arm; `and` and `or` demand their right side only where the left one does
not decide. So each node is demanded under some alternatives, each a conjunction of literals "this
condition is true", "… is false".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mspec.compiler.ir import Apply, Const, NodeId, Problem

MOST_ALTERNATIVES = 16
"""Beyond so many, the demand of a node is given a name of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """`node`, a truth value, is `sign`. With `named`, instead: alternative number `node` of the names holds."""

    node: int
    sign: bool
    named: bool = False

    def opposite(self) -> Literal:
        return Literal(self.node, not self.sign, self.named)


Alternatives = frozenset[frozenset[Literal]]
"""A disjunction of conjunctions."""
NEVER: Alternatives = frozenset()
ALWAYS: Alternatives = frozenset({frozenset()})


def demand(problem: Problem, roots: Iterable[NodeId], names: list[Alternatives]) -> dict[NodeId, Alternatives]:
    """Where each node is demanded if all `roots` are; a node that is not in the result never is.

    Args:
        problem: The graph.
        roots: Nodes that are demanded in every world.
        names: What named literals stand for. It grows by demands that are too long to be carried along; a named
            literal speaks only of others that come before it.
    """
    when: dict[NodeId, Alternatives] = dict.fromkeys(roots, ALWAYS)
    for i in range(len(problem.nodes) - 1, -1, -1):
        node = problem.nodes[i]
        if i not in when or not isinstance(node, Apply):
            continue
        if len(when[i]) > MOST_ALTERNATIVES:
            names.append(when[i])
            when[i] = frozenset({frozenset({Literal(len(names) - 1, True, named=True)})})
        for arg, under in _arguments(node):
            more = when[i]
            if under is not None:
                fixed = problem.nodes[under.node]
                if not isinstance(fixed, Const):
                    more = restricted(more, under)
                elif fixed.value is not under.sign:
                    continue
            when[arg] = simplified(when.get(arg, NEVER) | more)
    return when


def _arguments(node: Apply) -> list[tuple[NodeId, Literal | None]]:
    first = node.args[0] if node.args else 0
    match node.op:
        case "if":
            return [(first, None), (node.args[1], Literal(first, True)), (node.args[2], Literal(first, False))]
        case "and":
            return [(first, None), (node.args[1], Literal(first, True))]
        case "or":
            return [(first, None), (node.args[1], Literal(first, False))]
        case _:
            return [(arg, None) for arg in node.args]


def restricted(alternatives: Alternatives, literal: Literal) -> Alternatives:
    """Those alternatives, with one more literal each."""
    opposite = literal.opposite()
    return frozenset(part | {literal} for part in alternatives if opposite not in part)


def product(a: Alternatives, b: Alternatives) -> Alternatives:
    """Both hold."""
    found: Alternatives = NEVER
    for part in b:
        more = a
        for literal in sorted(part):
            more = restricted(more, literal)
        found = simplified(found | more)
    return found


def simplified(alternatives: Alternatives) -> Alternatives:
    """The same disjunction, with "p and c or p and not c" joined to "p" and what is implied left out."""
    parts = set(alternatives)
    while (joined := _joined(parts)) is not None:
        parts = joined
    return frozenset(part for part in parts if not any(other < part for other in parts))


def _joined(parts: set[frozenset[Literal]]) -> set[frozenset[Literal]] | None:
    """One pair joined, or None where there is none."""
    for part in sorted(parts, key=sorted):
        for literal in sorted(part):
            rest = part - {literal}
            twin = rest | {literal.opposite()}
            if twin in parts:
                return (parts - {part, twin}) | {rest}
    return None
