"""Worlds that grow with a problem: what a rule brings is drawn beside the values that are there already.

Drawing all givens of a deep variant anew would nearly never meet a world. Here a variant is only made where the world
of the problem before it goes on, so none is ever made that has no world. What is found is looked at again by the
reference interpreter before anything is printed of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.ir import Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.types import ListOf, NounType, Person
from mspec.runtime.sample.walk import Walk, plain

World = Mapping[str, Value]
"""The value of every given, by name."""
Drawn = dict[str, Value]
TRIES = 12
"""Draws of what is new before a world is taken not to go on."""
AGAIN = 4
"""Givens, the latest ones, that are drawn anew where a world does not go on."""
LARGEST = 512
"""Values of a given that are looked at for one that gives a step the value it is to have."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a step is to be: where a rule computes what was given, all that was computed from that stays as it was."""

    step: str
    value: Value


def grown(
    problem: Problem, world: World, below: Callable[[int], int], fixed: Collection[str] = (), aim: Aim | None = None
) -> Drawn | None:
    """A world of a problem in which the givens that `world` has keep their values, but for the latest of them where it
    does not go on otherwise; None where none was found.

    Args:
        problem: what is to have a world.
        world: values of some of its givens, in the order in which they came; others are left out.
        below: draws a whole number below a bound.
        fixed: names whose values stay in any case.
        aim: what a step is to be, where the new givens can make it so.
    """
    given = {node.name: place for place, node in enumerate(problem.nodes) if isinstance(node, Given)}
    there = {name: world[name] for name in world if name in given}
    came = [name for name in there if name not in fixed]
    for wanted, again in (*([(aim, 0)] if aim else []), (None, 0), (None, AGAIN)):
        freed = set(came[len(came) - again :]) if again else set[str]()
        if again and not freed:
            return None
        kept = {given[name]: value for name, value in there.items() if name not in freed}
        extended = _extended(problem, kept, below, wanted)
        if extended is not None:
            found, values = extended
            order = (*there, *(name for name in given if name not in there))
            drawn = {name: found[given[name]] for name in order}
            _EVALUATED.keep(drawn, (problem, values))
            return drawn
    return None


def values_in(problem: Problem, world: World) -> list[object]:
    """The values of all nodes in a world, whole numbers as int; `None` where a node has none."""
    known = _EVALUATED.get(world)
    if known is not None and known[0] is problem:
        return known[1]
    given = {place: world[node.name] for place, node in enumerate(problem.nodes) if isinstance(node, Given)}
    return Walk(problem, given, ()).fixed


_EVALUATED: ByIdentity[World, tuple[Problem, list[object]]] = ByIdentity(64)
"""What was worked out to see that a world is one."""


def _extended(
    problem: Problem, kept: Mapping[NodeId, Value], below: Callable[[int], int], aim: Aim | None
) -> tuple[dict[NodeId, Value], list[object]] | None:
    """The values of all givens, and those of all nodes."""
    new = [node for node in problem.givens() if node not in kept]
    # A noun comes before what it offers.
    new.sort(key=lambda node: (isinstance(getattr(problem.nodes[node], "domain", None), NounAttribute), node))
    walk = Walk(problem, kept, new)
    if walk.lost:
        return None
    for _ in range(TRIES if new else 1):
        values = dict(kept)
        for node in new:
            drawn = _drawn(problem, node, values, below)
            if drawn is None:
                return None
            values[node] = drawn
        if aim is None or _aimed(walk, aim, new, values, below):
            found = walk.values(values)
            if found is not None:
                return values, found
    return None


def _aimed(
    walk: Walk, aim: Aim, new: Collection[NodeId], values: dict[NodeId, Value], below: Callable[[int], int]
) -> bool:
    """Whether a step has its value after one of the new givens, that with the most values, was changed for it."""
    problem = walk.problem
    step = problem.node_named(aim.step)
    domains = {node: getattr(problem.nodes[node], "domain", None) for node in problem.ancestors([step]) if node in new}
    sizes = {node: domain.size for node, domain in domains.items() if isinstance(domain, Lattice | Values)}
    turned = max(sizes, key=lambda node: (sizes[node], node), default=None)
    if turned is None or sizes[turned] > LARGEST:
        return False
    domain = domains[turned]
    assert isinstance(domain, Lattice | Values)
    there = [_at(domain, place) for place in range(sizes[turned])]
    wanted, made = plain(aim.value), walk.values_of(step, (values | {turned: value} for value in there))
    found = [value for value, reached in zip(there, made, strict=True) if reached == wanted]
    if found:
        values[turned] = found[below(len(found))]
    return bool(found)


def _drawn(problem: Problem, node: NodeId, values: Mapping[NodeId, Value], below: Callable[[int], int]) -> Value | None:
    """A value of a given's domain; None where nothing is offered."""
    given = problem.nodes[node]
    assert isinstance(given, Given)
    domain = given.domain
    if isinstance(domain, NounAttribute):
        noun = problem.nodes[domain.noun]
        assert isinstance(noun, Given) and isinstance(noun.domain, Values)
        domain = domain.choices[noun.domain.values.index(values[domain.noun])]
    if isinstance(given.type, ListOf):
        return _drawn_list(given, given.type.length, domain, below)
    if isinstance(given.type, Person | NounType) and "repeat" not in given.flags and isinstance(domain, Values):
        taken = {values[other] for other in values if isinstance(problem.nodes[other].type, type(given.type))}
        if not taken.isdisjoint(domain.values):
            domain = Values(tuple([value for value in domain.values if value not in taken]))
    return _at(domain, below(domain.size)) if domain.size else None


def _drawn_list(given: Given, length: int, domain: Lattice | Values, below: Callable[[int], int]) -> Value | None:
    places: list[int] = []
    if "distinct" in given.flags and domain.size < length:
        return None
    while len(places) < length:
        place = below(domain.size)
        if "distinct" not in given.flags or place not in places:
            places.append(place)
    found = [_at(domain, place) for place in places]
    return tuple(sorted(found) if "sorted" in given.flags else found)


def _at(domain: Lattice | Values, place: int) -> Value:
    return domain.values[place] if isinstance(domain, Values) else domain.low + place * domain.stride
