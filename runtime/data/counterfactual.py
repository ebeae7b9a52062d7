"""Counterfactual pairs: the field `pair` of records, the same problem in a world that differs in one thing.

Of kind `leaf`, one given has another value, all others are kept. Of kind `rule`, the problem is the one to which the
last rule of a variant was applied, in the same world. Either is written out by what writes records, with all its
checks, and compared with the record step by step. This is the leaf intervention of Synthesis by Design
(arXiv 2506.07664), with what is left untouched proved from the graph.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from mspec.compiler.ir import Given, NodeId, Problem, Value
from mspec.compiler.types import Bool, ListOf, Num
from mspec.runtime.batch import Batch
from mspec.runtime.data.exact_text import exact_text
from mspec.runtime.data.pair_check import SHOWN
from mspec.runtime.data.records import Recorder
from mspec.runtime.interpret import Interpreter
from mspec.runtime.sample.growing import grown
from mspec.runtime.sample.held import Held
from mspec.runtime.sample.sampler import Sampler, sequential_for
from mspec.runtime.sample.slots import Encoder, places_in
from mspec.runtime.sample.streams import Stream
from mspec.runtime.vary.difference import difference

LEAF, RULE = "leaf", "rule"
"""The two kinds of pairs."""
TRIES = 8
"""Other values that are tried for one leaf before the next one is."""

World = dict[NodeId, Value]
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Other:
    """The other world of a row, and what is said of it."""

    row: int
    world: World
    what: str
    before: str = ""
    after: str = ""


@dataclass
class Counterfactuals:
    """Adds the field `pair` to the records of a problem: the other world's problem, or null where none was found.

    Which leaf is changed, and to what, is a function of the problem, the seed, the index and the world.
    """

    problem: Problem
    seed: int
    kind: str
    sampler: Sampler | Held
    parent: Problem | None = None
    rule: str = ""
    pairs: bool = False

    def __post_init__(self) -> None:
        other = self.problem if self.kind == LEAF else self.parent
        self._recorder: Recorder | None = None
        if other is not None:
            sampler = self.sampler if other is self.problem else sequential_for(other)
            self._recorder = Recorder(other, self.seed, pairs=self.pairs, sampler=sampler)
        self._stream = Stream.keyed(self.problem.name, self.seed, "pair", self.kind, purpose="pair")
        self._leaves = _leaves(self.problem)

    def __call__(self, batch: Batch, lines: list[str]) -> list[str]:
        """The records of a batch with the field besides.

        Raises:
            MspecError: MS8101, MS8102, two evaluations of the other problem disagree.
        """
        found = self._of(batch, [orjson.loads(line) for line in lines])
        return [f'{line[:-1]},"pair":{orjson.dumps(own).decode()}}}' for line, own in zip(lines, found, strict=True)]

    def _of(self, batch: Batch, records: Sequence[Mapping[str, Any]]) -> list[Entry | None]:
        if self._recorder is None:
            return [None] * batch.size
        givens = self.problem.givens()
        worlds = zip(*(batch.values(node) for node in givens), strict=True) if givens else [()] * batch.size
        others: list[_Other] = []
        for row, (values, index) in enumerate(zip(worlds, batch.index.tolist(), strict=True)):
            reader = Interpreter(self.problem, dict(zip(givens, values, strict=True)))
            other = self._other(row, reader, index)
            if other is not None:
                others.append(other)
        found: list[Entry | None] = [None] * batch.size
        if others:
            encoder = Encoder(self._recorder.problem)
            rows = [other.row for other in others]
            drawn = Batch(
                self._recorder.problem,
                batch.index[rows],
                encoder.columns(encoder.places([other.world for other in others])),
                encoder.forms,
            )
            for other, line in zip(others, self._recorder.of_worlds(drawn), strict=True):
                found[other.row] = self._entry(other, records[other.row], orjson.loads(line))
        return found

    # ---------------------------------------------------------------------------------------- the other world

    def _other(self, row: int, reader: Interpreter, index: int) -> _Other | None:
        if self.kind == RULE:
            return self._before(row, reader)
        made = 0

        def below(bound: int) -> int:
            nonlocal made
            made += 1
            return self._stream.one_below(bound, index, made)

        names = self.problem.names()
        world = {names[node]: value for node, value in reader.world.items()}
        leaves = list(self._leaves)
        while leaves:
            leaf = leaves.pop(below(len(leaves)))
            kept = {name: world[name] for name in world if name != names[leaf]}
            for _ in range(TRIES):
                other = grown(self.problem, kept, below, fixed=kept)
                if other is None:
                    break
                value = other[names[leaf]]
                if value != reader.world[leaf]:
                    type_ = self.problem.nodes[leaf].type
                    said = (exact_text(self.problem, type_, known) for known in (reader.world[leaf], value))
                    return _Other(row, {**reader.world, leaf: value}, names[leaf], *said)
        return None

    def _before(self, row: int, reader: Interpreter) -> _Other | None:
        """The world of the parent: a given of its own that a rule has made a step has the value of that step."""
        assert self.parent is not None
        there = {name: node for node, name in self.problem.names().items()}
        world: World = {}
        for node in self.parent.givens():
            given = self.parent.nodes[node]
            assert isinstance(given, Given)
            if given.name not in there:
                return None
            world[node] = reader.value(there[given.name])
        offered = all(places_in(self.parent, node, world) is not None for node in world)
        if not offered or not Interpreter(self.parent, world).admissible():
            return None
        return _Other(row, world, self.rule)

    # ------------------------------------------------------------------------------------------- what is said

    def _entry(self, other: _Other, record: Mapping[str, Any], beside: Mapping[str, Any]) -> Entry:
        here = {step["name"]: step for step in record["steps"]}
        there = {step["name"]: step for step in beside["steps"]}
        untouched = self._untouched(other.what)
        names = [*here, *(name for name in there if name not in here)]
        kept = [name for name in names if name in here and name in there and name in untouched]
        changed = [
            name
            for name in names
            if name not in here or name not in there or any(here[name][key] != there[name][key] for key in SHOWN)
        ]
        return {
            "kind": self.kind,
            "what": other.what,
            "from": other.before,
            "to": other.after,
            "question": beside["question"],
            "answer": beside["answer"],
            "givens": beside["givens"],
            "told": beside["told"],
            "steps": beside["steps"],
            "changed": changed,
            "same": [name for name in names if name not in changed and name not in kept],
            "untouched": [name for name in kept if name not in changed],
        }

    def _untouched(self, what: str) -> frozenset[str]:
        """Names of what has one value in both, whatever the world: it is computed from nothing that differs."""
        if self.kind == RULE:
            assert self.parent is not None
            return frozenset(difference(self.parent, self.problem).untouched)
        names = self.problem.names()
        leaf = next(node for node, name in names.items() if name == what)
        touched = {leaf, *self.problem.followers(leaf)}
        return frozenset(name for node, name in names.items() if node not in touched)


def _leaves(problem: Problem) -> tuple[NodeId, ...]:
    """Givens that the answers hang on and that a number tells: not persons and nouns, and none that is `fixed`."""
    way = problem.ancestors(ask.node for ask in problem.asks)
    return tuple(node for node in problem.givens() if node in way and _is_leaf(problem, node))


def _is_leaf(problem: Problem, node: NodeId) -> bool:
    given = problem.nodes[node]
    assert isinstance(given, Given)
    element = given.type.element if isinstance(given.type, ListOf) else given.type
    return isinstance(element, Num | Bool) and "fixed" not in given.flags
