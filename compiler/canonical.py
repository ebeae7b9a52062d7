"""A canonical form of small labelled acyclic graphs: equal forms if and only if the graphs are isomorphic.

Common subexpressions are merged, colours are refined along both directions of the edges, and what is still tied is
individualised one by one (McKay, "Practical graph isomorphism", 1981, in its simplest form); the least form among
those of all ties is the canonical one. Symmetries that are found on the way spare the ties that they map to one
another. """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

MASK = (1 << 64) - 1
BUDGET = 2000
"""Labellings that are tried before a graph counts as too symmetric."""


class TooManyTies(Exception):
    """The budget of labellings is spent. `args[0]` is the budget."""


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node: what it is, what it is for, and its operands, which stand before it.

    `identity` keeps apart leaves (and operators with hidden data) that look alike; vertices with equal label,
    identity and operands are one. None: the label and the operands say it all. `role` marks asked nodes; it is not
    looked at when vertices are merged, and the roles of merged ones are joined. """

    label: str
    args: tuple[int, ...] = ()
    commutative: bool = False
    identity: object = None
    role: str = ""


Form = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(slots=True)
class _Graph:
    """The merged graph: labels (with roles), operands, users (with positions)."""

    labels: list[str]
    args: list[tuple[int, ...]]
    commutative: list[bool]
    users: list[list[tuple[int, int]]]


@lru_cache(maxsize=4096)
def _code(label: str) -> int:
    """A fixed 64-bit number for a label, the same in every process."""
    return int.from_bytes(blake2b(label.encode(), digest_size=8).digest(), "big")


def canonical_form(vertices: Sequence[Vertex]) -> Form:
    """The canonical form.

    Raises:
        TooManyTies: the graph is too symmetric for the budget.
    """
    graph = _merged(vertices)
    colours = _refined(graph, [_code(label) for label in graph.labels])
    return min(_Labelling(graph).search(colours))


def _merged(vertices: Sequence[Vertex]) -> _Graph:
    place_of: list[int] = []
    seen: dict[object, int] = {}
    labels: list[str] = []
    roles: list[set[str]] = []
    args: list[tuple[int, ...]] = []
    commutative: list[bool] = []
    for number, vertex in enumerate(vertices):
        operands = tuple([place_of[arg] for arg in vertex.args])
        if vertex.commutative and len(operands) > 1:
            operands = tuple(sorted(operands))
        identity = vertex.identity
        if identity is None and not operands:
            identity = number  # leaves are themselves
        place = seen.setdefault((vertex.label, operands, identity), len(labels))
        if place == len(labels):
            labels.append(vertex.label)
            args.append(operands)
            commutative.append(vertex.commutative and len(operands) > 1)
            roles.append(set())
        if vertex.role:
            roles[place].add(vertex.role)
        place_of.append(place)
    users: list[list[tuple[int, int]]] = [[] for _ in labels]
    for place, operands in enumerate(args):
        for position, arg in enumerate(operands):
            users[arg].append((place, 0 if commutative[place] else position + 1))
    marked = [f"{label}|{','.join(sorted(role))}" if role else label for label, role in zip(labels, roles, strict=True)]
    return _Graph(marked, args, commutative, users)


def _refined(graph: _Graph, colours: list[int]) -> list[int]:
    """Refine colours until the number of them stays: each round goes once down (operands first) and once up (users
    first), so that one round carries a difference through the whole graph.

    Colours are sums and products modulo 2^64 of what they are made of, the same in every process. Should two
    different colours collide, a tie is broken that was none; the form stays canonical. """
    many = len(set(colours))
    size = len(colours)
    while True:
        down = [0] * size
        for i, operands in enumerate(graph.args):
            mixed = colours[i] * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019
            if graph.commutative[i]:
                total = 0
                for arg in operands:
                    c = down[arg]
                    total += (c ^ (c >> 29)) * 0xBF58476D1CE4E5B9 & MASK
                mixed += total * 0xD6E8FEB86659FD93
            else:
                for arg in operands:
                    mixed = ((mixed ^ (mixed >> 31)) + down[arg]) * 0x94D049BB133111EB & MASK
            mixed &= MASK
            down[i] = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93 & MASK
        up = down[:]
        for i in range(size - 1, -1, -1):
            total = 0
            for user, position in graph.users[i]:
                c = up[user] + position * 0xA0761D6478BD642F & MASK
                total += (c ^ (c >> 30)) * 0xE7037ED1A0B428DB & MASK
            if total:
                mixed = (down[i] * 0x8EBC6AF09C88C6E3 + total) & MASK
                up[i] = (mixed ^ (mixed >> 28)) * 0xBF58476D1CE4E5B9 & MASK
        found = len(set(up))
        if found == size or found <= many:
            return up
        colours, many = up, found


def _tied(colours: list[int]) -> list[int] | None:
    """The smallest set of vertices that share a colour, of those the one with the least colour; None if there is
    none."""
    if len(set(colours)) == len(colours):
        return None
    cells: dict[int, list[int]] = {}
    for vertex, colour in enumerate(colours):
        cells.setdefault(colour, []).append(vertex)
    tied = [(len(cell), colour) for colour, cell in cells.items() if len(cell) > 1]
    return cells[min(tied)[1]]


def _individualised(colours: list[int], vertex: int, rank: int = 0) -> list[int]:
    """The colours with one vertex set apart from those that share its colour."""
    apart = colours[:]
    apart[vertex] = (colours[vertex] * 0x9E3779B97F4A7C15 + (rank + 1) * 0xA0761D6478BD642F) & MASK
    return apart


class _Labelling:
    """The search for the least form."""

    def __init__(self, graph: _Graph) -> None:
        self.graph = graph
        self.tried = 0

    def search(self, colours: list[int]) -> dict[Form, list[int]]:
        """The forms below a colouring, each with one labelling (vertices in order); labellings that a symmetry maps
        to these are left out."""
        cell = _tied(colours)
        if cell is None:
            form, order = self.labelled(colours)
            return {form: order}
        if self._are_twins(cell):
            for rank, vertex in enumerate(cell):
                colours = _individualised(colours, vertex, rank)
            return self.search(_refined(self.graph, colours))
        found: dict[Form, list[int]] = {}
        orbit = {vertex: vertex for vertex in cell}
        explored: list[int] = []
        for vertex in cell:
            if any(_root(orbit, vertex) == _root(orbit, other) for other in explored):
                continue
            apart = _refined(self.graph, _individualised(colours, vertex))
            if explored:
                form, order = self._one_below(apart)
                if form in found:
                    _join(orbit, dict(zip(found[form], order, strict=True)), colours)
                    if any(_root(orbit, vertex) == _root(orbit, other) for other in explored):
                        continue
            for form, order in self.search(apart).items():
                found.setdefault(form, order)
            explored.append(vertex)
        return found

    def labelled(self, colours: list[int]) -> tuple[Form, list[int]]:
        """The form of a colouring without ties, and its vertices in the order of their colours."""
        self.tried += 1
        if self.tried > BUDGET:
            raise TooManyTies(BUDGET)
        order = sorted(range(len(colours)), key=colours.__getitem__)
        place = [0] * len(order)
        for position, vertex in enumerate(order):
            place[vertex] = position
        graph = self.graph
        rows = []
        for vertex in order:
            operands = tuple([place[arg] for arg in graph.args[vertex]])
            rows.append((graph.labels[vertex], tuple(sorted(operands)) if graph.commutative[vertex] else operands))
        return tuple(rows), order

    def _one_below(self, colours: list[int]) -> tuple[Form, list[int]]:
        while (cell := _tied(colours)) is not None:
            colours = _refined(self.graph, _individualised(colours, cell[0]))
        return self.labelled(colours)

    def _are_twins(self, cell: list[int]) -> bool:
        """True where any two may change places and nothing else moves: whatever the order, the form is the same."""
        args, users = self.graph.args, self.graph.users
        first = sorted(users[cell[0]])
        return all(args[v] == args[cell[0]] and sorted(users[v]) == first for v in cell[1:])


def _root(orbit: dict[int, int], vertex: int) -> int:
    while orbit[vertex] != vertex:
        vertex = orbit[vertex]
    return vertex


def _join(orbit: dict[int, int], symmetry: dict[int, int], colours: list[int]) -> None:
    """Join the orbits that a symmetry joins, if it keeps every colour (so that it fixes what was individualised
    before)."""
    if all(colours[a] == colours[b] for a, b in symmetry.items()):
        for vertex in orbit:
            if symmetry[vertex] in orbit:
                orbit[_root(orbit, vertex)] = _root(orbit, symmetry[vertex])
