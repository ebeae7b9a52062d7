"""Told enough, where no way back from what is told was found: two worlds of one text with different answers refute it,
and a solver may show that there are none.

Worlds that differ in one hidden given are tried first, then Z3 is asked for any two: the problem is written down twice,
what is told is equal in both, and an answer is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Given, Lattice, NodeId, Problem, Value, Values
from mspec.compiler.lower.lower_smtlib import SmtLowering, lower_smtlib
from mspec.compiler.real_functions import Approximation
from mspec.compiler.solution import told_nodes
from mspec.compiler.types import ListOf
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.prove.spelling import spelled, world_text
from mspec.runtime.sample.sampler import sampler_for
from mspec.runtime.solve import check, solvers

World = Mapping[NodeId, Value]

DRAWN = 32
"""Worlds near which another one is looked for."""
NEAR = 24
"""Values of a hidden given that are tried there."""
RLIMIT, TIMEOUT_S = 5_000_000, 4.0
_NAMED = re.compile(r"\((?:declare-const|declare-fun|define-fun) (\|[^|]*\||[^\s()]+)|:named ([^\s()]+)")
_TOKEN = re.compile(r"\|[^|]*\||[^\s()]+")


@dataclass(frozen=True, slots=True)
class Twins:
    """What is known of worlds with one text. `status`: "refuted" by two worlds, "determined" (there are no two), or
    "unknown"."""

    status: Literal["refuted", "determined", "unknown"]
    worlds: tuple[World, World] | None = None


def twins(problem: Problem) -> Twins:
    """Two worlds of a problem that agree in all that is told, and have different answers."""
    told = told_nodes(problem)[0]
    asked = tuple(dict.fromkeys(ask.node for ask in problem.asks))
    return _near(problem, told, asked) or _any(problem, told, asked)


def remarks(problem: Problem) -> tuple[str, ...]:
    """The same as notes of a diagnostic; nothing where it is not known."""
    found = twins(problem)
    if found.status == "determined":
        return ("what is told determines the answer, but no step of a solution leads back to it",)
    if found.worlds is None:
        return ()
    one, other = found.worlds
    apart = [node for node in sorted(one) if one[node] != other[node]]
    lines = []
    for world in (one, other):
        reader = Interpreter(problem, world)
        answers = ", ".join(
            spelled(problem, reader.value(ask.node), problem.nodes[ask.node].type) for ask in problem.asks
        )
        lines.append(f"{world_text(problem, {node: world[node] for node in apart})}: the answer is {answers}")
    same = world_text(problem, {node: one[node] for node in sorted(one) if node not in apart})
    return (f"two worlds with one text{f' ({same})' if same else ''}", *lines)


def _near(problem: Problem, told: Collection[NodeId], asked: tuple[NodeId, ...]) -> Twins | None:
    """Drawn worlds, and beside each those with another value of one hidden given."""
    try:
        batch = sampler_for(problem).draw(0, range(DRAWN))
    except MspecError:
        return None
    columns = {node: batch.values(node) for node in problem.givens()}
    for row in range(DRAWN):
        world = {node: values[row] for node, values in columns.items()}
        for node in problem.givens():
            if node in told:
                continue
            for value in _values(problem, node, world[node]):
                other = {**world, node: value}
                if _apart(problem, world, other, told, asked):
                    return Twins("refuted", (world, other))
    return None


def _values(problem: Problem, node: NodeId, value: Value) -> Iterator[Value]:
    """Other values of a given, the nearest first."""
    given = problem.nodes[node]
    assert isinstance(given, Given)
    if isinstance(given.type, ListOf):
        return
    match given.domain:
        case Lattice(low, high, stride) if isinstance(value, Fraction):
            for step in range(1, NEAR // 2 + 1):
                yield from (near for near in (value - step * stride, value + step * stride) if low <= near <= high)
        case Values(values):
            yield from (other for other in values[:NEAR] if other != value)


def _apart(problem: Problem, world: World, other: World, told: Collection[NodeId], asked: tuple[NodeId, ...]) -> bool:
    """Whether two worlds have one text and different answers."""
    one, two = Interpreter(problem, world), Interpreter(problem, other)
    if not (one.admissible() and two.admissible()):
        return False
    try:
        if any(one.value(node) != two.value(node) for node in sorted(told)):
            return False
        answers = [(one.value(node), two.value(node)) for node in asked]
    except Undefined:
        return False
    exact = not any(isinstance(value, Approximation) for pair in answers for value in pair)
    return exact and any(left != right for left, right in answers)


# ------------------------------------------------------------------------------------------------ solver


def _any(problem: Problem, told: Collection[NodeId], asked: tuple[NodeId, ...]) -> Twins:
    """Any two worlds, by Z3. Only an exact form of the problem shows that there are none."""
    unknown = Twins("unknown")
    if "z3" not in solvers():
        return unknown
    try:
        lowering = lower_smtlib(problem, sorted({*told, *asked}))
    except MspecError:
        return unknown
    second = _renamed(lowering.text)
    equal = [(term, second[term]) for node in sorted(told) for term in _terms(lowering, node) if term in second]
    apart = [(term, second[term]) for node in asked for term in _terms(lowering, node) if term in second]
    if not apart:
        return unknown
    lines = [lowering.text, second[""]]
    lines += [f"(assert (= {one} {other}))" for one, other in equal]
    lines.append(f"(assert (or false {' '.join(f'(not (= {one} {other}))' for one, other in apart)}))")
    symbols = lowering.given_symbols()
    wanted = (*symbols, *(second[symbol] for symbol in symbols))
    verdict = check("\n".join(lines) + "\n", rlimit=RLIMIT, timeout_s=TIMEOUT_S, model_symbols=wanted)
    if verdict.status == "unsat" and lowering.exact:
        return Twins("determined")
    if verdict.status == "sat":
        one = lowering.world(verdict.model)
        other = lowering.world({symbol: verdict.model[second[symbol]] for symbol in symbols})
        if _apart(problem, one, other, told, asked):
            return Twins("refuted", (one, other))
    return unknown


def _terms(lowering: SmtLowering, node: NodeId) -> tuple[str, ...]:
    found = lowering.symbols.get(node)
    return lowering.elements.get(node, ()) if found is None else (found,)


def _renamed(text: str) -> dict[str, str]:
    """What each symbol of a text is called in its copy; under the empty name, the copy."""
    names = {name for groups in _NAMED.findall(text) for name in groups if name}
    copies = {name: f"|two {name[1:-1]}|" if name.startswith("|") else f"two.{name}" for name in names}
    body = "".join(line + "\n" for line in text.splitlines() if not line.startswith(("(set-logic", ";")))
    return {**copies, "": _TOKEN.sub(lambda token: copies.get(token[0], token[0]), body)}
