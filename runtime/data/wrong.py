"""Wrong solution traces of records: the field `wrong`, written by what writes the right solution.

A slip is a problem with one step redefined. Its trace is the solution of that problem in the record's own world, so
everything behind the slip follows from the wrong value; each is checked as a record is, and once more by forcing the
wrong value upon the right problem.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import orjson

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import NodeId, Problem, Value
from mspec.runtime.batch import Batch
from mspec.runtime.data import checks
from mspec.runtime.data.exact_text import exact_text
from mspec.runtime.data.records import Recorder
from mspec.runtime.data.wrong_check import faults_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.render.discourse import describe
from mspec.runtime.sample.held import Held
from mspec.runtime.sample.sampler import Sampler
from mspec.runtime.vary.slips import Slip, Slips, Wrong, after, fits

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A row whose next slip is decided."""

    row: int
    slip: Slip
    wrong: Wrong


@dataclass
class WrongTraces:
    """Adds up to `most` wrong traces to each record of a problem.

    Which ones is a function of the problem, the seed and the index: an author's mistakes first, each sort in random
    order, and a smaller `most` gives the first of them. A world that admits fewer has fewer."""

    problem: Problem
    seed: int
    most: int
    sampler: Sampler | Held
    pairs: bool = False
    _recorders: dict[str, Recorder | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._slips = Slips.of(self.problem, self.seed, "wrong")

    def __call__(self, batch: Batch, lines: list[str]) -> list[str]:
        """The records of a batch with the field besides."""
        found = self.of(batch, [orjson.loads(line) for line in lines])
        return [f'{line[:-1]},"wrong":{orjson.dumps(own).decode()}}}' for line, own in zip(lines, found, strict=True)]

    def of(self, batch: Batch, records: Sequence[Mapping[str, Any]]) -> list[list[Entry]]:
        """The wrong traces of the rows of a batch.

        Raises:
            MspecError: MS8101, MS8102, two evaluations of a wrong solution disagree.
        """
        givens = self.problem.givens()
        worlds = zip(*(batch.values(node) for node in givens), strict=True) if givens else [()] * batch.size
        right = [Interpreter(self.problem, dict(zip(givens, world, strict=True))) for world in worlds]
        waiting = [self._slips.in_order(index)[::-1] for index in batch.index.tolist()]
        found: list[list[Entry]] = [[] for _ in records]
        seen: list[set[tuple[NodeId, Value]]] = [set() for _ in records]
        while True:
            chosen: dict[str, list[_Chosen]] = {}
            for row, reader in enumerate(right):
                one = self._next(row, reader, waiting[row], seen[row]) if len(found[row]) < self.most else None
                if one is not None:
                    self._forced(one, reader, int(batch.index[row]))
                    chosen.setdefault(one.slip.name, []).append(one)
            if not chosen:
                return found
            for group in chosen.values():
                rows = np.array([one.row for one in group])
                for one, entry in zip(group, self._written(group[0].slip, batch.take(rows)), strict=True):
                    if entry is not None and not list(faults_of(entry, records[one.row])):
                        found[one.row].append(entry)

    @staticmethod
    def _next(row: int, reader: Interpreter, waiting: list[Slip], seen: set[tuple[NodeId, Value]]) -> _Chosen | None:
        """The next slip that fits, and gives what none before gave; `waiting` has the next one last."""
        while waiting:
            slip = waiting.pop()
            wrong = fits(slip, reader)
            if wrong is not None and (slip.step, wrong.value) not in seen:
                seen.add((slip.step, wrong.value))
                return _Chosen(row, slip, wrong)
        return None

    def _forced(self, one: _Chosen, reader: Interpreter, index: int) -> None:
        """The right problem, its step forced to the wrong value, has the answers of the wrong problem."""
        for ask, forced, mine in zip(
            self.problem.asks, after(one.slip, one.wrong, reader), one.wrong.answers, strict=True
        ):
            if forced != mine:
                type_ = self.problem.nodes[ask.node].type
                left, right = exact_text(self.problem, type_, mine), exact_text(self.problem, type_, forced)
                raise checks.disagreement(self.problem, index, one.slip.name, left, right, "the intervention")

    def _written(self, slip: Slip, batch: Batch) -> list[Entry | None]:
        """The traces of a slip in some worlds; None for each where its problem has no solution that can be written."""
        recorder = self._recorder(slip)
        if recorder is None:
            return [None] * batch.size
        problem = recorder.problem
        there = {name: node for node, name in problem.names().items()}
        names = self.problem.names()
        called = {**names, slip.step: slip.right} if slip.right else names
        moved = {there[called[node]]: node for node in self.problem.givens() if called[node] in there}
        lines = recorder.of_worlds(
            Batch(
                problem,
                batch.index,
                {new: batch.columns[old] for new, old in moved.items()},
                {new: batch.forms[old] for new, old in moved.items()},
            )
        )
        said = describe(self.problem, slip.says, batch)
        step, records = names[slip.step], [orjson.loads(line) for line in lines]
        return [_entry(slip.name, words, step, record) for words, record in zip(said, records, strict=True)]

    def _recorder(self, slip: Slip) -> Recorder | None:
        if slip.name not in self._recorders:
            try:
                made = Recorder(slip.written(), self.seed, pairs=self.pairs, sampler=self.sampler)
            except MspecError:
                made = None  # without the right definition, what is told does not decide the answer
            self._recorders[slip.name] = made
        return self._recorders[slip.name]


def _entry(name: str, words: str, step: str, record: Mapping[str, Any]) -> Entry | None:
    places = [number for number, shown in enumerate(record["steps"]) if shown["name"] == step]
    if len(places) != 1:
        return None
    return {
        "id": name,
        "mistake": words,
        "first_wrong": places[0],
        "steps": record["steps"],
        "answer": record["answer"],
    }
