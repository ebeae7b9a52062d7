"""Records against the spec that made them: the interpreter on their givens, and the whole record made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import orjson

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Given, Problem, Value
from mspec.runtime.data.besides import Besides, recorder_with
from mspec.runtime.data.exact_text import exact_text, rounded
from mspec.runtime.data.given_values import read_value
from mspec.runtime.data.reading import Record
from mspec.runtime.data.records import Recorder
from mspec.runtime.data.self_check import Fault, decimal_of
from mspec.runtime.data.variants import origin, recorder_of
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.vary.variant import replayed

UNCOMPARED = frozenset({"verified"})
"""Says what was done when the record was made, not what it holds."""


@dataclass
class SpecCheck:
    """Checks records against problems, given by their spec hash. What is compiled is kept."""

    problems: Mapping[str, Problem]
    _recorders: dict[tuple[str, int, Besides], Recorder] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._bases = {origin(problem): problem for problem in self.problems.values()}

    def knows(self, record: Record) -> bool:
        """Whether the spec of a record, or the base of a variant, is among the problems."""
        lineage = record.get("lineage")
        return lineage[0] in self._bases if lineage else record["spec_hash"] in self.problems

    def check(self, records: Sequence[tuple[int, Record]]) -> Iterator[tuple[int, Fault]]:
        """(position, fault) for each way in which a record is not what its spec gives; other specs' are left out."""
        groups: dict[tuple[str, int, Besides], list[tuple[int, Record]]] = {}
        for position, record in records:
            if record.get("lineage"):
                yield from ((position, fault) for fault in self._of_variant(record))
            elif record["spec_hash"] in self.problems:
                key = record["spec_hash"], record["seed"], _besides(record)
                groups.setdefault(key, []).append((position, record))
        for (spec_hash, seed, besides), group in groups.items():
            problem = self.problems[spec_hash]
            for position, record in group:
                yield from ((position, fault) for fault in _interpreted(problem, record))
            recorder = self._recorders.get((spec_hash, seed, besides))
            if recorder is None:
                recorder = recorder_with(problem, seed, besides, proved=True)
                self._recorders[spec_hash, seed, besides] = recorder
            indices = np.array([record["index"] for _, record in group], dtype=np.int64)
            for (position, record), line in zip(group, recorder.rows(indices), strict=True):
                yield from ((position, fault) for fault in _different(record, orjson.loads(line)))

    def _of_variant(self, record: Record) -> Iterator[Fault]:
        """The same of a record that rules led to: they are applied again."""
        first, *applied = record["lineage"]
        if first not in self._bases:
            return
        try:
            variant = replayed(self._bases[first], tuple(applied))
        except (LookupError, MspecError) as error:
            yield Fault("lineage", f"cannot be followed: {error}")
            return
        faults = list(_interpreted(variant.problem, record))
        yield from faults
        if faults:
            return
        # In its own world: to which one a path of rules leads depends on all of the data set.
        names = variant.problem.names()
        world = {names[node]: value for node, value in read_world(variant.problem, record).items()}
        recorder = recorder_of(variant, record["seed"], world, _besides(record))
        index = record["index"]
        yield from _different(record, orjson.loads(recorder.rows(range(index, index + 1))[0]))


def _besides(record: Record) -> Besides:
    """What a record has besides: as many wrong traces, and the same kind of pair, are made again."""
    return Besides(wrong=len(record.get("wrong") or ()), pair=(record.get("pair") or {}).get("kind", ""))


def read_world(problem: Problem, record: Record) -> dict[int, Value]:
    """The givens of a record.

    Raises:
        ValueError: one is missing or of another type.
    """
    world: dict[int, Value] = {}
    for node in problem.givens():
        given = problem.nodes[node]
        assert isinstance(given, Given)
        try:
            world[node] = read_value(problem, given.type, record["givens"][given.name])
        except (KeyError, ValueError):
            raise ValueError(f"{given.name} is missing or no {given.type}") from None
    return world


def _interpreted(problem: Problem, record: Record) -> Iterator[Fault]:
    """The interpreter, on the record's own givens, finds its steps and answers."""
    try:
        world = read_world(problem, record)
    except ValueError as error:
        yield Fault("given", str(error))
        return
    reader = Interpreter(problem, world)
    broken = reader.broken()
    if broken is not None:
        yield Fault("inadmissible world", broken.reason)
        return
    named = {name: node for node, name in problem.names().items()}
    for step in record["steps"]:
        if step["name"] in named:
            yield from _compared(problem, reader, named[step["name"]], step["value"], step["name"])
    answers = [part["answer"] for part in record["parts"]] or [record["answer"]]
    for ask, answer in zip(problem.asks, answers, strict=False):
        value = rounded(reader.value(ask.node), ask.form, problem.nodes[ask.node].type)
        text = exact_text(problem, problem.nodes[ask.node].type, value)
        spelled = answer["value"]
        if ask.form.wants_closed_form(problem.nodes[ask.node].type):
            spelled = decimal_of(spelled)  # the interpreter has digits, no closed form
        if text != spelled:
            yield Fault("answer by the interpreter", f"{text}, not {answer['value']}")


def _compared(problem: Problem, reader: Interpreter, node: int, value: str, name: str) -> Iterator[Fault]:
    try:
        text = exact_text(problem, problem.nodes[node].type, reader.value(node))
    except Undefined as undefined:
        text = f"undefined ({undefined.why})"
    if text != value:
        yield Fault("step by the interpreter", f"{name} is {text}, not {value}")


def _different(record: Record, again: Record) -> Iterator[Fault]:
    for name, value in again.items():
        if name not in record:
            yield Fault("malformed", f"`{name}` is missing")
            return
        if name not in UNCOMPARED and record[name] != value:
            yield Fault("not what the spec gives", f"{name}: {_short(record[name])}, not {_short(value)}")
            return


def _short(value: object) -> str:
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    return text if len(text) <= 160 else text[:157] + "..."
