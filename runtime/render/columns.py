"""Slots -> ready columns: one text a row, made once per distinct value (or combination of values)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from mspec.compiler.ir import NodeId, Value
from mspec.runtime.batch import Array, Batch, Distinct
from mspec.runtime.render.pieces import Slot
from mspec.runtime.render.references import Clear

_DENSE = 4096
"""Combinations up to this number (or four a row) are looked up in a full table, more of them are sorted."""


class Columns:
    """The ready columns of one batch.

    Args:
        batch: The worlds.
        clear: For references, in which rows they are pronouns.
    """

    def __init__(self, batch: Batch, clear: dict[Slot, Clear]) -> None:
        self._batch = batch
        self._clear = clear
        self._ready: dict[Slot, list[str]] = {}

    def ready(self, texts: list[str]) -> Slot:
        """A slot for a column that is already made."""
        slot = Slot((), str)
        self._ready[slot] = texts
        return slot

    def text(self, slot: Slot) -> list[str]:
        """What a slot prints, row by row."""
        if slot in self._ready:
            return self._ready[slot]
        parts = [self._batch.distinct(key) for key in slot.keys]
        write = slot.text
        if slot in self._clear:
            clear = self._clear[slot]
            if isinstance(clear, bool):
                write = _always(write, clear)
            else:
                parts.append(Distinct([False, True], clear.astype(np.int64)))
        if self._batch.size == 1:
            return [write(*[part.values[part.inverse.item()] for part in parts])]
        if len(parts) == 1:
            return self._batch.spread(slot.keys[0], [write(value) for value in parts[0].values])
        return _combined(parts, write)

    def truth(self, condition: NodeId) -> list[bool]:
        """A condition, row by row."""
        values, inverse = self._batch.distinct(condition)
        found: list[bool] = np.array(values, dtype=bool)[inverse].tolist()
        return found


def _always(write: Callable[..., str], clear: bool) -> Callable[..., str]:
    return lambda value: write(value, clear)


def _combined(parts: Sequence[Distinct], write: Callable[..., str]) -> list[str]:
    """One text per combination of values that occurs."""
    codes: Array = parts[0].inverse
    total = len(parts[0].values)
    for part in parts[1:]:
        codes = codes * len(part.values) + part.inverse
        total *= len(part.values)
    if total <= max(_DENSE, 4 * len(codes)):
        present = np.zeros(total, dtype=bool)
        present[codes] = True
        keys = np.flatnonzero(present)
    else:
        keys, codes = np.unique(codes, return_inverse=True)
        total = len(keys)
    texts = [write(*_values(parts, code)) for code in keys.tolist()]
    table = np.empty(total, dtype=object)
    table[keys if len(keys) < total or total == 0 else slice(None)] = texts
    found: list[str] = table[codes].tolist()
    return found


def _values(parts: Sequence[Distinct], code: int) -> list[Value]:
    found: list[Value] = []
    for part in reversed(parts):
        code, digit = divmod(code, len(part.values))
        found.append(part.values[digit])
    return found[::-1]
