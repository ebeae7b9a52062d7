"""Hashes: equal graph hashes if and only if the structures are isomorphic; what counts for which hash."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

import pytest
from tests.handmade import Builder, bakery, every, lattice, rates, text, tickets

from mspec.compiler.canonical import TooManyTies, Vertex, canonical_form
from mspec.compiler.hashes import graph_hash, structure, surface_hash, text_hash, world_hash
from mspec.compiler.ir import Ask, Given, Lattice, NodeId, Problem, Sentence, Show
from mspec.compiler.solution import solution
from mspec.compiler.types import INT

Graph = tuple[tuple[str, tuple[int, ...]], ...]
"""Nodes with operands before them: "x" is a leaf."""
ARITY = {"neg": 1, "sub": 2, "mul": 2}


def graphs(leaves: int, operators: int, ops: tuple[str, ...] = ("neg", "sub", "mul")) -> Iterator[Graph]:
    """All graphs with so many leaves and so many different operator nodes."""

    def extended(graph: Graph, left: int) -> Iterator[Graph]:
        if not left:
            yield graph
            return
        for op in ops:
            for args in product(range(len(graph)), repeat=ARITY[op]):
                if (op == "mul" and args[0] > args[1]) or (op, args) in graph:
                    continue
                yield from extended((*graph, (op, args)), left - 1)

    yield from extended((("x", ()),) * leaves, operators)


def vertices(graph: Graph, asked: int) -> list[Vertex]:
    return [
        Vertex(op, args, op == "mul", role="asked" if place == asked else "")
        for place, (op, args) in enumerate(graph)
    ]


def by_brute_force(graph: Graph, asked: int) -> tuple[str, ...]:
    """The least, over all namings of the leaves, of the nodes written out as expressions.

    Nodes are different as expressions once the leaves are named, so that a naming fixes a whole isomorphism.
    """
    leaves = sum(op == "x" for op, _ in graph)
    forms = []
    for naming in permutations("abcdefg"[:leaves]):
        written: list[str] = []
        for op, args in graph:
            if op == "x":
                written.append(naming[len(written)])
                continue
            operands = [written[arg] for arg in args]
            written.append(f"{op}({','.join(sorted(operands) if op == 'mul' else operands)})")
        written[asked] += "!"
        forms.append(tuple(sorted(written)))
    return min(forms)


def by_permutations(graph: Graph, asked: int) -> tuple[object, ...]:
    """The least adjacency under all orders of all nodes: slower, and with nothing clever in it."""
    forms = []
    for order in permutations(range(len(graph))):
        place = {node: position for position, node in enumerate(order)}
        rows = []
        for node in order:
            op, args = graph[node]
            operands = [place[arg] for arg in args]
            rows.append((op, tuple(sorted(operands) if op == "mul" else operands), node == asked))
        forms.append(tuple(rows))
    return min(forms)


def check_equivalence(found: Iterator[tuple[object, object]]) -> int:
    """Equal left if and only if equal right; gives back how many different ones there are."""
    forward: dict[object, object] = {}
    backward: dict[object, object] = {}
    for form, reference in found:
        assert forward.setdefault(form, reference) == reference, "two structures, one form"
        assert backward.setdefault(reference, form) == form, "one structure, two forms"
    return len(forward)


@pytest.mark.parametrize(("leaves", "operators"), [(1, 3), (2, 3), (3, 2), (4, 2), (2, 2)])
def test_brute_force_agrees_with_permutations(leaves: int, operators: int) -> None:
    if leaves + operators > 5 and leaves > 3:
        operators = 1
    last = leaves + operators - 1
    pairs = ((by_brute_force(g, last), by_permutations(g, last)) for g in graphs(leaves, operators))
    assert check_equivalence(pairs) >= 3


@pytest.mark.parametrize(
    ("leaves", "operators"), [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (4, 2), (5, 2), (6, 1)]
)
def test_equal_forms_if_and_only_if_isomorphic(leaves: int, operators: int) -> None:
    last = leaves + operators - 1
    pairs = ((canonical_form(vertices(g, last)), by_brute_force(g, last)) for g in graphs(leaves, operators))
    assert check_equivalence(pairs) >= 2


@pytest.mark.parametrize(("leaves", "operators"), [(1, 4), (2, 4), (3, 4), (4, 3), (2, 5)])
def test_larger_graphs_by_sample(leaves: int, operators: int) -> None:
    chance = random.Random(leaves * 10 + operators)

    def some() -> Iterator[tuple[object, object]]:
        for _ in range(1500):
            graph: Graph = (("x", ()),) * leaves
            while len(graph) < leaves + operators:
                op = chance.choice(["neg", "sub", "mul"])
                args = tuple(chance.randrange(len(graph)) for _ in range(ARITY[op]))
                node = (op, tuple(sorted(args)) if op == "mul" else args)
                graph = graph if node in graph else (*graph, node)
            asked = chance.randrange(leaves, len(graph))
            shuffled, where = renumbered(graph, chance)
            form = canonical_form(vertices(graph, asked))
            assert form == canonical_form(vertices(shuffled, where[asked]))
            yield form, by_brute_force(graph, asked)

    assert check_equivalence(some()) > 100


@pytest.mark.slow
@pytest.mark.parametrize(("leaves", "operators"), [(1, 4), (2, 4), (3, 3), (4, 3), (3, 4), (5, 2)])
def test_all_graphs_up_to_seven_nodes(leaves: int, operators: int) -> None:
    ops = {(3, 4): ("sub",), (4, 3): ("sub", "mul")}.get((leaves, operators), ("neg", "sub", "mul"))
    last = leaves + operators - 1
    pairs = ((canonical_form(vertices(g, last)), by_brute_force(g, last)) for g in graphs(leaves, operators, ops))
    assert check_equivalence(pairs) > 10


def renumbered(graph: Graph, chance: random.Random) -> tuple[Graph, dict[int, int]]:
    """The same graph with its nodes in another topological order."""
    where: dict[int, int] = {}
    rows: list[tuple[str, tuple[int, ...]]] = []
    while len(rows) < len(graph):
        ready = [n for n, (_, args) in enumerate(graph) if n not in where and all(a in where for a in args)]
        node = chance.choice(ready)
        op, args = graph[node]
        operands = [where[arg] for arg in args]
        where[node] = len(rows)
        rows.append((op, tuple(chance.sample(operands, 2) if op == "mul" else operands)))
    return tuple(rows), where


def symmetric_cycle(size: int) -> list[Vertex]:
    leaves = [Vertex("x") for _ in range(size)]
    around = [Vertex("mul", (i, (i + 1) % size), True) for i in range(size)]
    return [*leaves, *around, Vertex("min", tuple(range(size, 2 * size)), True)]


def test_symmetric_graphs_are_labelled_within_the_budget() -> None:
    for size in (3, 6, 12, 20):
        one = symmetric_cycle(size)
        turned = [*one[:size], *one[size + 1 : 2 * size], one[size], one[-1]]
        assert canonical_form(one) == canonical_form(turned)
    # two triangles are not a hexagon, although every node looks alike
    triangles = [Vertex("x") for _ in range(6)]
    triangles += [Vertex("mul", pair, True) for pair in ((0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5))]
    triangles.append(Vertex("min", tuple(range(6, 12)), True))
    assert canonical_form(triangles) != canonical_form(symmetric_cycle(6))


def test_the_budget_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mspec.compiler.canonical.BUDGET", 1)
    with pytest.raises(TooManyTies):
        canonical_form(symmetric_cycle(12))


# -------------------------------------------------------------------------------------------- problems


def difference(same: bool) -> Problem:
    build = Builder()
    a, b = build.given("a", INT, lattice(1, 9)), build.given("b", INT, lattice(1, 9))
    d = build.step("d", build.apply("sub", a, a if same else b))
    sentence = Sentence((Show(a), Show(b)), frozenset({a, b}))
    return Problem("d", tuple(build.nodes), tuple(build.steps), story=(sentence,), asks=(Ask(d, text("?")),))


def changed(problem: Problem, node: NodeId, **fields: object) -> Problem:
    nodes = list(problem.nodes)
    nodes[node] = replace(nodes[node], **fields)  # type: ignore[arg-type]
    return replace(problem, nodes=tuple(nodes))


def test_a_minus_b_is_not_a_minus_a() -> None:
    assert graph_hash(difference(same=False)) != graph_hash(difference(same=True))


def test_all_handmade_problems_differ() -> None:
    assert len({graph_hash(p) for p in every()}) == len(every())
    assert len({world_hash(p) for p in every()}) == len(every())


def renamed(problem: Problem) -> Problem:
    nodes = tuple(replace(n, name=f"z_{n.name}") if isinstance(n, Given) else n for n in problem.nodes)
    return replace(problem, nodes=nodes, steps=tuple(replace(s, name=f"y_{s.name}") for s in problem.steps))


def test_names_domains_and_steps_do_not_change_the_structure() -> None:
    problem = rates()
    assert graph_hash(renamed(problem)) == graph_hash(problem)
    k = problem.node_named("k")
    assert graph_hash(changed(problem, k, domain=lattice(2, 9))) == graph_hash(problem)
    fewer = replace(problem, steps=tuple(s for s in problem.steps if s.name != "both"))
    assert graph_hash(fewer) == graph_hash(problem)


def test_an_unused_fact_is_part_of_the_structure() -> None:
    problem = bakery()
    nodes = (*problem.nodes, Given("age", INT, lattice(5, 40)))
    age = len(nodes) - 1
    more = replace(
        problem, nodes=nodes, story=(*problem.story, Sentence((Show(age),), frozenset({age})))
    )  # fmt: skip
    assert graph_hash(more) != graph_hash(problem)
    untold = replace(problem, nodes=nodes)
    assert graph_hash(untold) == graph_hash(problem)


def test_which_node_is_asked_is_part_of_the_structure() -> None:
    problem = bakery()
    other = replace(problem, asks=(Ask(problem.node_named("full"), text("?")), *problem.asks))
    assert graph_hash(other) != graph_hash(problem)


def test_asking_twice_for_the_same_expression_is_asking_once() -> None:
    # `one` is solved for by the author, `adult` by the solution graph: the same system
    problem = tickets()
    other = replace(problem, asks=(Ask(problem.node_named("adult"), text("?")), *problem.asks))
    assert graph_hash(other) == graph_hash(problem)


def test_equal_subexpressions_are_one() -> None:
    def area(named: bool) -> Problem:
        build = Builder()
        a, b = build.given("a", INT, lattice(1, 9)), build.given("b", INT, lattice(1, 9))
        first = build.apply("mul", a, b)
        second = build.step("s", first) if named else build.apply("mul", b, a)
        d = build.step("d", build.apply("add", first, second))
        sentence = Sentence((Show(a), Show(b)), frozenset({a, b}))
        return Problem("d", tuple(build.nodes), tuple(build.steps), story=(sentence,), asks=(Ask(d, text("?")),))

    assert graph_hash(area(named=True)) == graph_hash(area(named=False))


def test_what_counts_for_the_world_hash() -> None:
    problem = bakery()
    same = world_hash(problem)
    n = problem.node_named("n")
    assert world_hash(changed(problem, n, domain=Lattice(Fraction(2), Fraction(25), Fraction(1)))) != same
    assert world_hash(replace(problem, requires=())) != same
    assert world_hash(changed(problem, n, name="m")) != same, "draws are keyed by the names of givens"
    steps = tuple(replace(s, name=f"y_{s.name}") for s in problem.steps)
    assert world_hash(replace(problem, steps=steps)) == same
    assert world_hash(replace(problem, story=(), mistakes=(), tests=(), name="other")) == same
    rounding = replace(problem.asks[0], form=replace(problem.asks[0].form, round=1))
    assert world_hash(replace(problem, asks=(rounding,))) != same, "worlds on a rounding tie are left out"
    undeclared = tuple(replace(s, declared=False) for s in problem.steps)
    assert world_hash(replace(problem, steps=undeclared)) != same


def test_surface_hashes_mask_numbers() -> None:
    assert surface_hash("Mia buys 12 bagels at $2.50.") == surface_hash("Mia  buys 7 bagels at $1,200.")
    assert surface_hash("Mia buys 12 bagels.") != surface_hash("Mia buys 12 muffins.")


def test_text_hashes_depend_on_the_closure_and_not_on_its_order() -> None:
    both = text_hash("a", {"x": "1", "y": "2"})
    assert both == text_hash("a", {"y": "2", "x": "1"})
    assert len({both, text_hash("a"), text_hash("a", {"x": "1"}), text_hash("a", {"x": "12", "y": ""})}) == 4


def test_hashes_are_the_same_in_every_process() -> None:
    code = (
        "from tests.handmade import every\n"
        "from mspec.compiler.hashes import graph_hash, world_hash\n"
        "print([(graph_hash(p), world_hash(p)) for p in every()])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert printed == {f"{[(graph_hash(p), world_hash(p)) for p in every()]}\n"}


def test_the_structure_has_no_names() -> None:
    problem = bakery()
    labels = {vertex.label for vertex in structure(problem, solution(problem))}
    assert not any(name in label for label in labels for name in ("item", "muffin", "price"))
