"""Random-access random numbers: a pure function of a key, a row index and an attempt.

A sequential generator would make a row depend on the rows before it, and NumPy does not promise its streams
across versions. Here a word is two rounds of the SplitMix64 finaliser (Steele, Lea and Flood, OOPSLA 2014, with
Stafford's variant 13) over a counter, each round under its own 64 bits of a hashed key. Whole numbers below a
bound are made by Lemire's multiplication method (ACM TOMACS 29, 2019), exactly uniform: a rejected lane is
drawn again under the next redo counter.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

STREAM_VERSION = 1
"""Part of every key. Whoever changes how a row is drawn (a mixing constant, a strategy, a limit) raises it."""

Seed = int | str
Words = NDArray[np.uint64]
Integers = NDArray[Any]
"""int64, or `object` with Python ints where a bound does not fit."""

_REDO_BITS = 8  # a lane is rejected with probability < 1/2, so 256 redos fail with probability < 2^-256
_LARGEST_WORD_BOUND = 1 << 63

_U = np.uint64
_GOLDEN = _U(0x9E3779B97F4A7C15)
_STEP = 0xD1B54A32D192ED03
_MIX_1, _MIX_2 = _U(0xBF58476D1CE4E5B9), _U(0x94D049BB133111EB)
_LOW_HALF, _HALF = _U(0xFFFFFFFF), _U(32)
_S30, _S27, _S31 = _U(30), _U(27), _U(31)
_MASK = (1 << 64) - 1


def seed_text(seed: Seed) -> str:
    """A seed as it stands in ids and keys: 42 and "42" are the same seed.

    Raises:
        TypeError: the seed is neither an int nor a str (a bool is neither).
    """
    if isinstance(seed, bool) or not isinstance(seed, (int, str)):
        raise TypeError(f"a seed is an int or a str, not {type(seed).__name__}")
    return str(seed)


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of words. `low` and `high` are the two halves of its 128-bit key."""

    low: int
    high: int

    @staticmethod
    def keyed(problem: str, seed: Seed, component: str, slot: str, purpose: str = "draw") -> Stream:
        """The stream of one slot. `component` is the smallest name among the givens that are drawn together."""
        digest = hashlib.blake2b(digest_size=16)
        for part in (str(STREAM_VERSION), purpose, problem, seed_text(seed), component, slot):
            text = part.encode("utf-8", "surrogatepass")
            # Each part carries its length, so that no two lists of parts give one text.
            digest.update(len(text).to_bytes(8, "little") + text)
        return Stream._from(digest.digest())

    @staticmethod
    def _from(digest: bytes) -> Stream:
        return Stream(int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little"))

    def limb(self, number: int) -> Stream:
        """A further, unrelated stream, for the upper words of a big number."""
        text = f"limb {number}".encode()
        key = self.low.to_bytes(8, "little") + self.high.to_bytes(8, "little")
        return Stream._from(hashlib.blake2b(text, digest_size=16, key=key).digest())

    def words(self, index: Words, attempt: int | Words = 0, redo: int = 0) -> Words:
        """One 64-bit word for each row. `attempt` is one number, or one for each row; below 2^56."""
        state = index * _GOLDEN
        state += _U(self.low)
        _finalise(state)
        if isinstance(attempt, int):
            state ^= _U((self.high + ((attempt << _REDO_BITS) + redo) * _STEP) & _MASK)
        else:
            counter = (attempt << _U(_REDO_BITS)) + _U(redo)
            state ^= counter * _U(_STEP) + _U(self.high)
        return _finalise(state)

    def below(self, bound: int | Integers, index: Words, attempt: int | Words = 0) -> Integers:
        """A whole number in `[0, bound)` for each row, uniform without any remainder.

        Args:
            bound: at least 1; one number, or an int64 array with one for each row.
            index: uint64, the global index of each row.
            attempt: how often the row was drawn before.

        Returns:
            int64; `object` with Python ints if `bound` is a number above 2^63.
        """
        if isinstance(bound, int) and bound > _LARGEST_WORD_BOUND:
            return self._below_big(bound, index, attempt)
        if isinstance(bound, int) and bound == 1:
            return np.zeros(len(index), np.int64)
        limit: np.uint64 | Words = _U(bound) if isinstance(bound, int) else bound.astype(np.uint64)
        high, low = _product(self.words(index, attempt), limit)
        # 2^64 mod bound: the width of the strip that would make small results more likely.
        strip: np.uint64 | Words = _U((1 << 64) % bound) if isinstance(bound, int) else (_U(0) - limit) % limit
        redo = 0
        pending = np.flatnonzero(low < strip)
        while pending.size:
            redo = _next_redo(redo)
            again = self.words(index[pending], _at(attempt, pending), redo)
            high[pending], low[pending] = _product(again, _at(limit, pending))
            pending = pending[low[pending] < _at(strip, pending)]
        return high.view(np.int64)

    def one_below(self, bound: int, index: int, attempt: int = 0) -> int:
        """What `below` gives for one row, in Python's own integers: quicker for a single number.

        Args:
            bound: from 1 to 2^63.
        """
        strip, redo = (1 << 64) % bound, 0
        while True:
            high, low = divmod(self._word(index, attempt, redo) * bound, 1 << 64)
            if low >= strip:
                return high
            redo = _next_redo(redo)

    def _word(self, index: int, attempt: int, redo: int) -> int:
        state = _finalised((index * int(_GOLDEN) + self.low) & _MASK)
        return _finalised(state ^ ((self.high + ((attempt << _REDO_BITS) + redo) * _STEP) & _MASK))

    def _below_big(self, bound: int, index: Words, attempt: int | Words) -> Integers:
        bits = (bound - 1).bit_length()
        limbs = [self, *(self.limb(number) for number in range(1, -(-bits // 64)))]
        numbers = np.empty(len(index), dtype=object)
        pending, redo = np.arange(len(index)), 0
        while pending.size:
            value = np.zeros(pending.size, dtype=object)
            for limb in limbs:
                value = (value << 64) | limb.words(index[pending], _at(attempt, pending), redo).astype(object)
            value &= (1 << bits) - 1
            numbers[pending] = value
            pending = pending[value >= bound]
            redo = _next_redo(redo) if pending.size else redo
        return numbers


def row_index(indices: range | NDArray[Any]) -> Words:
    """Global row indices as uint64.

    Raises:
        ValueError: an index is negative.
        TypeError: the indices are not whole numbers.
    """
    if isinstance(indices, range):
        if len(indices) and min(indices[0], indices[-1]) < 0:
            raise ValueError("a row index is not negative")
        return np.arange(indices.start, indices.stop, indices.step).astype(np.uint64)
    array = np.asarray(indices)
    if array.dtype.kind not in "ui" and array.size:
        raise TypeError(f"row indices are whole numbers, not {array.dtype}")
    if array.dtype.kind == "i" and array.size and int(array.min()) < 0:
        raise ValueError("a row index is not negative")
    return array.astype(np.uint64)


_T = TypeVar("_T", int, np.uint64)


def _at(value: _T | Words, rows: NDArray[np.intp]) -> _T | Words:
    """What is one number for all rows, or one for each, at some rows."""
    return value[rows] if isinstance(value, np.ndarray) else value


def _next_redo(redo: int) -> int:
    if redo + 1 == 1 << _REDO_BITS:
        raise ArithmeticError("a fair lane was rejected 256 times in a row: the mixing function is broken")
    return redo + 1


def _finalised(state: int) -> int:
    """SplitMix64's output function on one number."""
    state = (state ^ (state >> 30)) * int(_MIX_1) & _MASK
    state = (state ^ (state >> 27)) * int(_MIX_2) & _MASK
    return state ^ (state >> 31)


def _finalise(state: Words) -> Words:
    """SplitMix64's output function, in place."""
    state ^= state >> _S30
    state *= _MIX_1
    state ^= state >> _S27
    state *= _MIX_2
    state ^= state >> _S31
    return state


def _product(word: Words, bound: np.uint64 | Words) -> tuple[Words, Words]:
    """The upper and the lower 64 bits of `word * bound`, for bounds up to 2^63."""
    upper, lower = word >> _HALF, word & _LOW_HALF
    if isinstance(bound, np.uint64) and bound <= _LOW_HALF:
        return (upper * bound + (lower * bound >> _HALF)) >> _HALF, word * bound
    bound_upper, bound_lower = bound >> _HALF, bound & _LOW_HALF
    cross = upper * bound_lower + (lower * bound_lower >> _HALF)
    other = lower * bound_upper + (cross & _LOW_HALF)
    return upper * bound_upper + (cross >> _HALF) + (other >> _HALF), word * bound
