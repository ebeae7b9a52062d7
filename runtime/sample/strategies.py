"""How the rows of one component are drawn: a pure function of stream and index. All are exactly uniform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.worlds_sampling import AttemptsSpent
from mspec.runtime.sample.components import Component
from mspec.runtime.sample.conditions import Conditions, Mask
from mspec.runtime.sample.proposals import Proposals
from mspec.runtime.sample.slots import Chosen, SlotKey
from mspec.runtime.sample.streams import Integers, Seed, Stream, Words
from mspec.runtime.sample.table import Table

_RETRIED = 1 << 13  # rows of a round that draws rejected rows again; changes no draw


@dataclass(frozen=True)
class Keys:
    """The streams of one component under one seed."""

    problem: str
    seed: Seed
    component: Component
    purpose: str = "draw"

    @cached_property
    def slots(self) -> Mapping[SlotKey, Stream]:
        """One stream a slot."""
        return {slot.key: self._stream(slot.name) for slot in self.component.slots}

    @cached_property
    def whole(self) -> Stream:
        """The stream of the component as a whole. No slot has the empty name."""
        return self._stream("")

    def _stream(self, slot: str) -> Stream:
        return Stream.keyed(self.problem, self.seed, self.component.name, slot, self.purpose)


@dataclass(frozen=True)
class Direct:
    """No constraint: every proposal is a world."""

    proposals: Proposals

    def draw(self, keys: Keys, index: Words) -> dict[SlotKey, Integers]:
        """The domain index of every slot in every row."""
        return self.proposals.draw(keys.slots, index)


@dataclass(frozen=True)
class Listed:
    """All worlds are in a table, one of which is picked."""

    table: Table

    def draw(self, keys: Keys, index: Words) -> dict[SlotKey, Integers]:
        """The domain index of every slot in every row."""
        rows = keys.whole.below(self.table.size, index)
        return {key: column[rows].astype(np.int64) for key, column in self.table.columns.items()}


@dataclass(frozen=True)
class Rejected:
    """Proposals are drawn until one is a world. The attempt is a counter of the stream, so that a row does not
    depend on its neighbours."""

    proposals: Proposals
    conditions: Conditions
    attempts: int

    def draw(self, keys: Keys, index: Words) -> dict[SlotKey, Integers]:
        """The domain index of every slot in every row.

        Raises:
            MspecError: MS5106, a row met no world within `attempts`.
        """
        chosen = self.proposals.draw(keys.slots, index)
        pending = np.flatnonzero(~self.worlds(chosen, len(index)))
        attempt = 1
        while pending.size:
            if attempt >= self.attempts:
                names = ", ".join(slot.name for slot in keys.component.slots)
                raise MspecError([AttemptsSpent(names=names, row=int(index[pending[0]]), attempts=attempt)])
            # Few rows are left late: each makes several attempts in one round, of which the first world counts.
            width = min(max(1, _RETRIED // pending.size), self.attempts - attempt)
            rows = np.repeat(index[pending], width)
            tries = np.tile(np.arange(attempt, attempt + width, dtype=np.uint64), pending.size)
            again = self.proposals.draw(keys.slots, rows, tries)
            worlds = self.worlds(again, len(rows)).reshape(-1, width)
            found = worlds.any(axis=1)
            source = np.flatnonzero(found) * width + worlds.argmax(axis=1)[found]
            for key, column in again.items():
                chosen[key][pending[found]] = column[source]
            pending = pending[~found]
            attempt += width
        return chosen

    def worlds(self, chosen: Chosen, size: int) -> Mask:
        """Which proposals are worlds."""
        masks = [m for m in (self.proposals.in_order(chosen), self.conditions.mask(chosen, size)) if m is not None]
        return np.logical_and.reduce(masks) if masks else np.ones(size, dtype=bool)

