"""Worlds -> records, column by column: draw, compute, check, say, print. A batch at a time, and no object a row.

A record is one JSON object; `docs/records.md` says what its fields hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.hashes import text_hash
from mspec.compiler.ir import Lexicon, NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Scaled, Truth
from mspec.compiler.lower.lower_python import given_form, lower_python
from mspec.compiler.print_spec import print_problem
from mspec.runtime.batch import Array, Batch, objects
from mspec.runtime.compiled import Compiled
from mspec.runtime.data import checks
from mspec.runtime.data.jsonl import Key, Skeleton
from mspec.runtime.data.record_columns import Column, Texts
from mspec.runtime.data.record_keys import Of
from mspec.runtime.data.record_shape import Header, Skeletons, common_givens
from mspec.runtime.render.styles import Pack
from mspec.runtime.sample.held import Held
from mspec.runtime.sample.sampler import Sampler, sampler_for
from mspec.runtime.steps.equations import StepWriter, Worked
from mspec.runtime.steps.trace import Signature
from mspec.runtime.walked import Walked


def spec_hash(problem: Problem) -> str:
    """The hash of the canonical text and of the nouns, tables and units that it uses, as hexadecimal digits."""
    return text_hash(print_problem(problem), _used(problem.lexicon))


_USED: ByIdentity[Lexicon, dict[str, str]] = ByIdentity(256)
"""Variants of one problem share a lexicon, and spelling it takes longer than printing a problem."""


def _used(lexicon: Lexicon) -> dict[str, str]:
    """What a problem uses of its libraries, as text."""
    return _USED.get(lexicon) or _USED.keep(
        lexicon, {"nouns": repr(lexicon.nouns), "tables": repr(lexicon.tables), "units": repr(lexicon.units)}
    )


More = Callable[[Batch, list[str]], list[str]]
"""Takes a batch and its records, and gives the records with further fields."""


class Recorder:
    """Makes the records of one problem and seed.

    Args:
        problem: a checked problem.
        seed: the stream.
        given: values to which givens are held, by name.
        proved: the two lowerings are proved to agree; otherwise the interpreter looks at every row.
        pairs: maps as lists of key and value (for Parquet).
        style: records have their problem and solution in this style besides.
        sampler: what draws the worlds, where that is not to be planned here.
        lineage: the rules that made the problem.
        more: adds fields to the finished records of a batch.
        evaluator: what works the worlds out, where nothing is to be compiled for that.

    Raises:
        MspecError: the problem has no world or no solution, or cannot be compiled.
    """

    def __init__(
        self,
        problem: Problem,
        seed: int,
        *,
        given: Mapping[str, Value] | None = None,
        proved: bool = False,
        pairs: bool = False,
        style: Pack | None = None,
        sampler: Sampler | Held | None = None,
        lineage: tuple[str, ...] = (),
        more: More | None = None,
        evaluator: Walked | None = None,
    ) -> None:
        self.problem, self.seed = problem, seed
        self._sampler = sampler or sampler_for(problem, given)
        self._compiled = evaluator or Compiled(lower_python(problem))
        self._writer = StepWriter.of(problem)
        self._header = Header(problem, spec_hash(problem), seed, proved, pairs, style, lineage)
        self._skeletons: dict[tuple[Signature, bool], Skeletons] = {}
        self._memo: dict[Of, dict[Value, str]] = {}
        self._more = more

    @cached_property
    def _common(self) -> tuple[NodeId, ...] | None:
        """The givens by which rows are told apart, or None where these are not columns of whole numbers."""
        common = common_givens(self.problem)
        forms = [given_form(self.problem, node) for node in common]
        return common if all(isinstance(form, Scaled | Truth | Code) for form in forms) else None

    def batch(self, start: int, stop: int) -> list[str]:
        """The records with the indices `start..stop`, one line each, without line ends.

        Raises:
            MspecError: two evaluations disagree (MS8101), or a printed equation does not hold (MS8102).
        """
        return self.rows(range(start, stop))

    def chunks(self, start: int, stop: int, lines: int) -> Iterator[str]:
        """The records `start..stop` as texts of so many lines, each with its line end; raises as `batch`."""
        made = self._made(range(start, stop))
        if len(made.groups) == 1 and self._more is None:
            _, skeleton, column = self._filling(made, made.groups[0])
            yield from skeleton.chunks(column, lines)
            return
        texts = self._lines(made)
        for first in range(0, len(texts), lines):
            yield "\n".join(texts[first : first + lines]) + "\n"

    def rows(self, indices: range | NDArray[np.int64]) -> list[str]:
        """The records at any indices, in their order; raises as `batch`."""
        return self._lines(self._made(indices))

    def row(self, index: int, fits: Callable[[int], bool]) -> str | None:
        """The record at an index, or None where its reasoning length does not fit; raises as `batch`."""
        made = self._made(range(index, index + 1))
        return self._lines(made)[0] if fits(made.groups[0].metrics.length) else None

    def of_worlds(self, drawn: Batch) -> list[str]:
        """The records of worlds that were drawn elsewhere; raises as `batch`."""
        return self._lines(self._checked(drawn))

    def _made(self, indices: range | NDArray[np.int64]) -> _Made:
        """Worlds, their values and their steps, all checked."""
        return self._checked(self._sampler.draw(self.seed, indices))

    def _checked(self, drawn: Batch) -> _Made:
        found = self._compiled.run(drawn.columns, drawn.size)
        checks.check_admissible(self.problem, drawn, found)
        batch = Batch(self.problem, drawn.index, {**drawn.columns, **found.columns}, {**drawn.forms, **found.forms})
        checks.check_columns(self.problem, batch, found)
        interpreted = checks.interpreted_rows(drawn.index, every=not self._header.proved)
        if not self._compiled.by_interpreter:
            checks.check_interpreter(self.problem, batch, found, interpreted)
        own, place = self._distinct(batch)
        groups = self._writer.write(own)
        for worked in groups:
            checks.check_equations(self.problem, own, worked)
        texts = Texts(self._header, batch, interpreted, self._memo)
        return _Made(texts, texts if place is None else replace(texts, batch=own), groups, place)

    def _distinct(self, batch: Batch) -> tuple[Batch, Array | None]:
        """One world for each choice of the common givens, and for each row the place of its own among these; all rows
        and None where too few are alike."""
        if batch.size > 1 and self._common is not None:
            first, place = batch.combined(self._common)
            if 2 * len(first) <= batch.size:
                return batch.take(first), place
        return batch, None

    def _lines(self, made: _Made) -> list[str]:
        lines = np.empty(made.texts.batch.size, dtype=object)
        for worked in made.groups:
            rows, skeleton, column = self._filling(made, worked)
            lines[rows] = skeleton.fill(column)
        found: list[str] = lines.tolist()
        return found if self._more is None else self._more(made.texts.batch, found)

    def _filling(self, made: _Made, worked: Worked) -> tuple[Array, Skeleton, Callable[[Key], Column]]:
        """The rows of a group, their skeleton, and what fills it."""
        signature = worked.trace.signature
        alone = made.place is None
        if (signature, alone) not in self._skeletons:
            self._skeletons[signature, alone] = Skeletons.of(self._header, worked, whole=alone)
        skeletons, own = self._skeletons[signature, alone], made.common.of_group(worked)
        if made.place is None:
            return worked.rows, skeletons.whole, own
        in_group = np.full(made.common.batch.size, -1)
        in_group[worked.rows] = np.arange(len(worked.rows))
        place = in_group[made.place]
        rows = np.flatnonzero(place >= 0)
        place, each = place[rows], made.texts.of_rows(rows)

        def column(key: Key) -> Column:
            if not isinstance(key, Of) or key not in skeletons.common:
                return each(key)
            texts = objects(skeletons.common[key].fill(own))
            spread: list[str] = texts[place].tolist()
            return spread

        return rows, skeletons.outer, column


@dataclass(frozen=True, slots=True)
class _Made:
    """Checked rows. `groups` are of the worlds of `common`; `place`: which of these each row has, if not its own."""

    texts: Texts
    common: Texts
    groups: list[Worked]
    place: Array | None
