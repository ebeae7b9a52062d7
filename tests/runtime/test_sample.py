"""Sampling: exactly uniform against enumeration, random access and overrides."""

from __future__ import annotations

import itertools
import math
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from tests.handmade import (
    Builder,
    bakery,
    every,
    fractions,
    lattice,
    marks,
    planets,
    rates,
    shipping,
    text,
    tickets,
)
from tests.lower.random_problem import random_problem, random_worlds
from tests.runtime.drawn_problems import (
    attributes,
    distinct_marks,
    mixed_people,
    optional,
    ordered_list,
    parts,
    people,
    problem_of,
    triangle,
)

from mspec.compiler.constraints import Holds, OnGrid
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Given, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.load import load_problem
from mspec.compiler.types import INT, ListOf, NounType, Person
from mspec.runtime.interpret import Interpreter
from mspec.runtime.sample import Strategy, Unsatisfiable, plan, sampler_for, sequential, worlds
from mspec.runtime.sample.sampler import sequential_for
from mspec.runtime.sample.table import table_hash

World = tuple[Value, ...]
GOLDEN_BAKERY = [
    ("Mia", "eclair", "3", "6", "2/5"),
    ("Lily", "eclair", "16", "6", "3/20"),
    ("Ben", "muffin", "8", "5", "1/5"),
    ("Sam", "muffin", "24", "5/4", "3/20"),
]
GOLDEN_RATES = [
    ("Lily", "Noah", "telescope", "275", "5", "4", "23", "10"),
    ("Noah", "Lily", "guitar", "270", "12", "2", "25", "8"),
    ("Mia", "Sam", "guitar", "180", "4", "3", "11", "9"),
]
GOLDEN_MARKS = [("12", "7", "5", "4", "12"), ("18", "1", "18", "18", "5"), ("12", "15", "20", "6", "2")]


# ----------------------------------------------------------------------------------- the independent route


def brute(problem: Problem) -> Iterator[World]:
    """All worlds by the interpreter, as values of the givens in the order declared."""
    givens = problem.givens()

    def choices(node: NodeId, world: dict[NodeId, Value]) -> list[Value]:
        given = problem.nodes[node]
        assert isinstance(given, Given)
        domain = given.domain
        if isinstance(domain, NounAttribute):
            noun = problem.nodes[domain.noun]
            assert isinstance(noun, Given) and isinstance(noun.domain, Values)
            domain = domain.choices[noun.domain.values.index(world[domain.noun])]
        if not isinstance(given.type, ListOf):
            return list(domain)
        rows: Iterator[World] = itertools.product(domain, repeat=given.type.length)
        return [
            row
            for row in rows
            if ("distinct" not in given.flags or len(set(row)) == len(row))
            and ("sorted" not in given.flags or list(row) == sorted(row))
        ]

    def complete(world: dict[NodeId, Value], rest: tuple[NodeId, ...]) -> Iterator[World]:
        if not rest:
            if Interpreter(problem, world).admissible():
                yield tuple(world[node] for node in givens)
            return
        node, *later = rest
        type_ = problem.nodes[node].type
        flags = problem.nodes[node].flags  # type: ignore[union-attr]
        alike = [n for n in world if problem.nodes[n].type == type_ and "repeat" not in problem.nodes[n].flags]  # type: ignore[union-attr]
        for value in choices(node, world):
            must_differ = isinstance(type_, Person | NounType) and "repeat" not in flags
            if must_differ and value in [world[n] for n in alike]:
                continue
            yield from complete({**world, node: value}, tuple(later))

    return complete({}, givens)


def drawn(problem: Problem, rows: int, seed: int = 1, given: dict[str, Value] | None = None) -> list[World]:
    batch = sampler_for(problem, given).draw(seed, range(rows))
    return list(zip(*(batch.values(node) for node in problem.givens()), strict=True))


SMALL: dict[str, Callable[[], Problem]] = {
    "shipping": shipping,
    "planets": planets,
    "a plain list": ordered_list,
    "a distinct list": lambda: ordered_list("distinct"),
    "a sorted list": lambda: ordered_list("sorted"),
    "a sorted distinct list": lambda: ordered_list("sorted", "distinct"),
    "a sorted list of a set out of order": lambda: ordered_list("sorted", values=fractions(9, 1, "7/2", 4)),
    "nouns with attributes": attributes,
    "people": lambda: people(5, 3),
    "all people": lambda: people(4, 4),
    "people who may be the same": lambda: people(3, 3, ("repeat",)),
    "people of several domains": mixed_people,
    "triangles": lambda: triangle(20),
    "a list under a constraint": distinct_marks,
    "an obligation in one arm": optional,
}


@pytest.mark.parametrize("forced", ["planned", "rejection"])
@pytest.mark.parametrize("name", SMALL)
def test_draws_are_uniform_over_all_worlds(name: str, forced: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if forced == "rejection":
        monkeypatch.setattr(plan, "LISTED_AT_ONCE", 0)
        monkeypatch.setattr(plan, "OFTEN", Fraction(1, 4096))
    problem = SMALL[name]()
    assert forced == "planned" or all(p.strategy is not Strategy.TABLE for p in sampler_for(problem).plan)
    expected = list(brute(problem))
    assert len(set(expected)) == len(expected)
    rows = 30 * len(expected)
    cells = Counter(drawn(problem, rows))
    assert set(cells) == set(expected)
    chi_square = sum((cells[world] - 30) ** 2 / 30 for world in expected)
    freedom = len(expected) - 1
    assert abs(chi_square - freedom) < 4 * math.sqrt(2 * freedom)


@pytest.mark.parametrize("name", SMALL)
def test_certificates_are_recomputed_by_the_interpreter(name: str) -> None:
    problem = SMALL[name]()
    expected = list(brute(problem))
    certificates = sampler_for(problem).certificate()
    assert all(c.uniform for c in certificates)
    assert math.prod(c.size for c in certificates if c.size is not None) == len(expected)
    for certificate in certificates:
        if certificate.table_hash:
            slots = [slot_column(problem, expected, slot) for slot in certificate.slots]
            rows = sorted(set(zip(*slots, strict=True)))
            columns = [np.array(column, dtype=np.int64) for column in zip(*rows, strict=True)]
            assert table_hash(certificate.slots, columns) == certificate.table_hash


def slot_column(problem: Problem, found: list[World], slot: str) -> list[int]:
    """The domain index of a slot in every world."""
    name, _, element = slot.partition("[")
    givens = problem.givens()
    place = [problem.names()[node] for node in givens].index(name)
    given = problem.nodes[givens[place]]
    assert isinstance(given, Given)
    column = []
    for world in found:
        value, domain = world[place], given.domain
        if isinstance(value, tuple):
            value = value[int(element[:-1]) - 1]
        if isinstance(domain, NounAttribute):
            noun = problem.nodes[domain.noun]
            assert isinstance(noun, Given) and isinstance(noun.domain, Values)
            domain = domain.choices[noun.domain.values.index(world[givens.index(domain.noun)])]
        column.append(list(domain).index(value))
    return column


# -------------------------------------------------------------------------------------------- strategies


def test_the_strategy_fits_the_problem() -> None:
    def strategies(problem: Problem) -> dict[str, Strategy]:
        return {p.component.name: p.strategy for p in sampler_for(problem).plan}

    assert strategies(bakery()) == {"item": Strategy.DIRECT, "kid": Strategy.DIRECT, "n": Strategy.TABLE}
    assert strategies(rates()) == {"ana": Strategy.DIRECT, "gift": Strategy.DIRECT, "goal": Strategy.TABLE}
    assert strategies(marks()) == {"xs": Strategy.REJECTION}
    assert strategies(tickets()) == {"a1": Strategy.REJECTION}
    assert strategies(people(6, 6)) == {"p0": Strategy.DIRECT, "zz": Strategy.DIRECT}
    # 8 million combinations of which 127 pairs of orders are worlds.
    [certificate] = [c for c in sampler_for(triangle(200)).certificate() if c.component == "a"]
    assert (certificate.strategy, certificate.size) == (Strategy.TABLE, 2 * 127)


def test_the_number_of_worlds() -> None:
    expected = sum(
        n * price >= 5 and (n * price * off * 100).denominator == 1
        for n in range(2, 25)
        for price in lattice("1/2", 6, "1/4")
        for off in fractions("1/10", "3/20", "1/5", "1/4", "2/5").values
        if isinstance(off, Fraction)
    )
    assert worlds(bakery()) == expected == 1932
    assert worlds(planets()) == 4 * 39
    assert worlds(ordered_list("sorted", "distinct", size=32, values=lattice(1, 34))) == 2 * math.comb(34, 32)
    b = Builder()
    b.given("n", INT, lattice(1, 2**61))
    b.given("m", INT, lattice(1, 2**61))
    assert worlds(problem_of(b)) == 2**123


def test_every_handmade_world_is_admissible() -> None:
    for problem in every():
        givens = problem.givens()
        for world in drawn(problem, 100, seed=9):
            assert Interpreter(problem, dict(zip(givens, world, strict=True))).broken() is None, problem.name


def test_worlds_that_few_beginnings_lead_to_are_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = parts()
    monkeypatch.setattr(sequential, "STARTS", 0)
    found = sequential_for(problem).draw(0, range(60))
    alone = sequential_for(problem).draw(0, range(17, 18))
    for node in problem.givens():
        assert alone.values(node) == found.values(node)[17:18]
    for row in range(60):
        world = {node: found.values(node)[row] for node in problem.givens()}
        assert Interpreter(problem, world).broken() is None
    assert len({(found.values(3)[row], found.values(5)[row]) for row in range(60)}) > 50


def test_a_list_is_searched_for_and_a_search_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequential, "STARTS", 0)
    text = """
problem p {
  given { xs : list(int, 3) in 1..6 distinct sorted  "numbers"
          n  : int in 1..500 "number" }
  require { n == 37 * xs[1] and xs[3] < 5 }
  steps { whole = n + sum(xs) "sum" }
  story \"\"\"{xs} {n}.\"\"\"
  ask whole "How much?"
}
"""
    problem = load_problem(text)
    batch = sequential_for(problem).draw(3, range(20))
    rows = zip(*(batch.values(node) for node in problem.givens()), strict=True)
    assert all(Interpreter(problem, dict(zip(problem.givens(), row, strict=True))).admissible() for row in rows)
    with pytest.raises(MspecError) as error:
        sequential_for(load_problem(text.replace("n == 37", "n == 999"))).draw(3, range(1))
    assert error.value.diagnostics[0].code == "MS5106"


def test_worlds_of_random_problems_hold_under_the_interpreter() -> None:
    drawn_from = 0
    for seed in range(80):
        problem = random_problem(seed)
        givens = problem.givens()
        try:
            rows = drawn(problem, 30, seed)
        except Unsatisfiable:
            # The generator may ask two nouns to be equal, which are drawn different.
            for world in random_worlds(problem, 100, seed):
                nouns = [world[n] for n in givens if isinstance(problem.nodes[n].type, NounType)]
                assert len(set(nouns)) < len(nouns) or not Interpreter(problem, world).admissible()
            continue
        drawn_from += 1
        for row in rows:
            # That steps have a value where they are demanded is proved once, not sampled.
            assert not isinstance(Interpreter(problem, dict(zip(givens, row, strict=True))).broken(), Holds | OnGrid)
    assert drawn_from > 50


def test_weights_beyond_one_word_are_drawn_exactly() -> None:
    b = Builder()
    noun = b.given("noun", NounType(), Values(("muffin", "bagel")))
    for number in range(4):
        b.given(f"x{number}", INT, NounAttribute(noun, "x", (lattice(1, 2**30), lattice(1, 3 * 2**28))))
    b.given("y", INT, NounAttribute(noun, "y", (lattice(1, 2**61 - 1), lattice(1, 2**61 - 3))))
    sampler = sampler_for(problem_of(b))
    assert sampler.plan[0].size == 2**120 * (2**61 - 1) + 81 * 2**112 * (2**61 - 3)
    values = sampler.draw(3, range(8000)).values(noun)
    share = Fraction(values.count("muffin"), 8000)
    assert abs(share - Fraction(256, 256 + 81)) < Fraction(2, 100)


# ---------------------------------------------------------------------------------------- random access


@pytest.mark.parametrize("make", [bakery, rates, marks, lambda: people(5, 4), attributes])
def test_rows_do_not_depend_on_the_batch(make: Callable[[], Problem]) -> None:
    problem = make()
    sampler = sampler_for(problem)

    def rows(indices: range | list[int]) -> list[World]:
        batch = sampler.draw("a seed", indices if isinstance(indices, range) else np.array(indices, dtype=np.int64))
        return list(zip(*(batch.values(node) for node in problem.givens()), strict=True))

    whole = rows(range(300))
    assert [row for start in range(0, 300, 7) for row in rows(range(start, min(start + 7, 300)))] == whole
    shuffled = np.random.RandomState(0).permutation(300).tolist()
    assert rows(shuffled) == [whole[i] for i in shuffled]
    assert rows([5, 5, 10**12, 5]) == [whole[5], whole[5], rows([10**12])[0], whole[5]]
    assert rows([]) == []


SCRIPT = """
from tests.handmade import bakery, rates, marks
from mspec.runtime.sample import sampler_for
for problem in (bakery(), rates(), marks()):
    batch = sampler_for(problem).draw(7, range(50))
    print([[str(v) for v in batch.values(node)] for node in problem.givens()])
"""


def test_rows_do_not_depend_on_the_process() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([".", *sys.path])},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(outputs) == 1


def test_rows_are_the_same_on_every_machine() -> None:
    assert [tuple(map(str, world)) for world in drawn(bakery(), 4, seed=42)] == GOLDEN_BAKERY
    assert [tuple(map(str, world)) for world in drawn(rates(), 3, seed=42)] == GOLDEN_RATES
    marked = [world[0] for world in drawn(marks(), 3, seed=42)]
    assert [tuple(map(str, xs)) for xs in marked if isinstance(xs, tuple)] == GOLDEN_MARKS


def test_an_unrelated_given_moves_nothing() -> None:
    plain = drawn(bakery(), 200)
    extended = bakery()
    for name in ("aaa", "zzz"):
        extended = replace(extended, nodes=(*extended.nodes, Given(name, INT, lattice(1, 6))))
    assert [world[:5] for world in drawn(extended, 200)] == plain


def test_text_and_order_of_declaration_move_nothing() -> None:
    problem = bakery()
    kid = problem.nodes[0]
    assert isinstance(kid, Given)
    retold = replace(
        problem,
        nodes=(replace(kid, description=text("a buyer")), *problem.nodes[1:]),
        story=(),
        mistakes=(),
        tests=(),
        steps=tuple(replace(step, description=text("other words")) for step in problem.steps),
        asks=tuple(replace(ask, question=text("Well?")) for ask in problem.asks),
    )
    assert drawn(retold, 200) == drawn(problem, 200)

    def pair(names: str) -> Problem:
        b = Builder()
        nodes = {name: b.given(name, INT, lattice(1, 30)) for name in names}
        return problem_of(b, b.apply("lt", nodes["a"], nodes["b"]))

    assert [(b, a) for a, b, _ in drawn(pair("ab"), 200)] == [(b, a) for b, a, _ in drawn(pair("ba"), 200)]


def most_by_chance(mean: float, level: float) -> int:
    """The quantile of a Poisson distribution."""
    total, term, k = math.exp(-mean), math.exp(-mean), 0
    while total < level:
        k += 1
        term *= mean / k
        total += term
    return k


def test_neighbouring_seeds_are_unrelated() -> None:
    b = Builder()
    for name in "abc":
        b.given(name, INT, lattice(1, 100))
    problem = problem_of(b, b.apply("ne", 0, 1))
    size = worlds(problem)
    assert size == 2 * 99 * 100 * 100
    n = 20_000
    sampler = sampler_for(problem)

    def numbers(seed: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        columns = sampler.draw(seed, range(n)).columns
        return np.ravel_multi_index([np.asarray(columns[node]) - 1 for node in range(3)], (100,) * 3)

    first, second = numbers(42), numbers(43)
    possible = 99 * 100 * 100
    common = sum((Counter(first.tolist()) & Counter(second.tolist())).values())
    assert common <= most_by_chance(n * n / possible, 0.999)
    for shift in range(-1000, 1001):
        left, right = (first[shift:], second) if shift >= 0 else (first, second[-shift:])
        length = min(len(left), len(right))
        same = int((left[:length] == right[:length]).sum())
        assert same <= most_by_chance(n / possible, 1 - 1e-7)


# -------------------------------------------------------------------------------------------- overrides


def test_a_held_given_keeps_the_rest_uniform() -> None:
    problem = distinct_marks()
    held: dict[str, Value] = {"k": Fraction(2)}
    expected = [world for world in brute(problem) if world[1] == 2]
    cells = Counter(drawn(problem, 40 * len(expected), given=held))
    assert set(cells) == set(expected)
    assert worlds(problem) == len(list(brute(problem)))
    assert sampler_for(problem, held).worlds() == len(expected)


@pytest.mark.parametrize(
    "held",
    [
        {"first": "bagel"},
        {"second": "muffin"},
        {"price": Fraction(1)},
        {"price": Fraction(1, 2), "other": Fraction(1)},
        {"first": "cookie", "price": Fraction(5, 4), "zz": 1},
    ],
)
def test_held_nouns_and_attributes(held: dict[str, Value]) -> None:
    problem = attributes()
    names = [problem.names()[node] for node in problem.givens()]
    expected = {
        world for world in brute(problem) if all(world[names.index(name)] == value for name, value in held.items())
    }
    assert expected
    assert set(drawn(problem, 40 * len(expected), given=held)) == expected


def test_held_people_and_lists() -> None:
    problem = people(5, 3)
    assert {world[:3] for world in drawn(problem, 2000, given={"p1": "Ben"})} == {
        world[:3] for world in brute(problem) if world[1] == "Ben"
    }
    held = (Fraction(2), Fraction(3), Fraction(5))
    assert {world[0] for world in drawn(ordered_list("sorted"), 20, given={"xs": held})} == {held}
    with pytest.raises(Unsatisfiable):
        sampler_for(ordered_list("sorted"), {"xs": held[::-1]})


@pytest.mark.parametrize(
    ("held", "code"),
    [
        ({"n": Fraction(25)}, "MS5104"),
        ({"n": Fraction(5, 2)}, "MS5104"),
        ({"price": Fraction(1, 3)}, "MS5104"),
        ({"kid": "Nobody"}, "MS5104"),
        ({"kid": Fraction(1)}, "MS5104"),
        ({"off": "10%"}, "MS5104"),
        ({"n": True}, "MS5104"),
        ({"paid": Fraction(24)}, "MS5105"),
        ({"n": Fraction(2), "price": Fraction(1, 2)}, "MS5101"),
    ],
)
def test_what_cannot_be_held_is_refused(held: dict[str, Value], code: str) -> None:
    with pytest.raises(MspecError) as caught:
        sampler_for(bakery(), held)
    assert [d.code for d in caught.value.diagnostics] == [code]
    assert "{" not in caught.value.diagnostics[0].text() + caught.value.diagnostics[0].help_text()


def test_an_attribute_that_the_held_noun_does_not_offer() -> None:
    with pytest.raises(MspecError) as caught:
        sampler_for(attributes(), {"first": "bagel", "price": Fraction(2)})
    assert caught.value.diagnostics[0].code == "MS5104"


@pytest.mark.parametrize(("make", "microseconds"), [(bakery, 0.5), (shipping, 0.5)])
def test_a_row_is_cheap(make: Callable[[], Problem], microseconds: float) -> None:
    sampler = sampler_for(make())
    best = math.inf
    for _ in range(5):
        started = time.process_time()
        sampler.draw(1, range(10_000))
        best = min(best, time.process_time() - started)
    assert best / 10_000 * 1e6 < 3 * microseconds  # the target, with room for a slow machine
