"""What tells a variant from its parent: which nodes came, went, changed, and which are untouched whatever the world."""

from __future__ import annotations

from dataclasses import dataclass

from mspec.compiler.ir import Apply, Const, Given, NodeId, Problem
from mspec.compiler.rewrite.gaps import description


@dataclass(frozen=True, slots=True)
class Difference:
    """Names of givens and steps. `untouched` have the same value in both, in every world that both share: nothing that
    they are computed from was changed."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    redefined: tuple[str, ...]
    relabelled: tuple[str, ...]
    untouched: tuple[str, ...]


def difference(parent: Problem, child: Problem) -> Difference:
    """The difference record of two problems whose names correspond."""
    before, after = _meanings(parent), _meanings(child)
    shared = [name for name in after if name in before]
    redefined = {name for name in shared if before[name] != after[name]}
    changed = redefined | (after.keys() - before.keys())
    uses = _uses(child)
    grown = True
    while grown:
        grown = False
        for name in after:
            if name not in changed and uses[name] & changed:
                changed.add(name)
                grown = True
    said = _described(parent), _described(child)
    return Difference(
        tuple(name for name in after if name not in before),
        tuple(name for name in before if name not in after),
        tuple(name for name in shared if name in redefined),
        tuple(name for name in shared if said[0].get(name) != said[1].get(name)),
        tuple(name for name in shared if name not in changed),
    )


def _meanings(problem: Problem) -> dict[str, object]:
    """What defines each named node, in terms of names."""
    names = problem.names()
    return {name: _meaning(problem, node, names, top=True) for node, name in names.items()}


def _meaning(problem: Problem, node: NodeId, names: dict[NodeId, str], *, top: bool = False) -> object:
    if node in names and not top:
        return names[node]
    match problem.nodes[node]:
        case Given(_, type_, domain, flags):
            return type_, domain, flags
        case Const(value, type_):
            return value, type_
        case Apply(op, args, type_, data):
            return op, data, type_, tuple(_meaning(problem, arg, names) for arg in args)


def _uses(problem: Problem) -> dict[str, frozenset[str]]:
    """The names that each named node is computed from directly."""
    names = problem.names()
    found: dict[str, frozenset[str]] = {}
    for node, name in names.items():
        seen: set[str] = set()
        waiting = [*problem.nodes[node].args]
        while waiting:
            current = waiting.pop()
            if current in names:
                seen.add(names[current])
            else:
                waiting += problem.nodes[current].args
        found[name] = frozenset(seen)
    return found


def _described(problem: Problem) -> dict[str, str]:
    """The descriptions, with names in place of nodes."""
    names = problem.names()
    found: dict[str, str] = {}
    for node, name in names.items():
        parts = (
            getattr(part, "text", None) or names.get(getattr(part, "node", getattr(part, "count", -1)), "…")
            for part in description(problem, node)
        )
        found[name] = "".join(map(str, parts))
    return found
