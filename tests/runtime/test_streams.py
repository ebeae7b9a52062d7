"""Streams: the same words everywhere, and whole numbers that are exactly uniform."""

from __future__ import annotations

import numpy as np
import pytest

from mspec.runtime.sample.streams import Stream, row_index, seed_text

KEYED = Stream.keyed("bakery_discount", 42, "n", "price")
ROWS = np.arange(6, dtype=np.uint64)
M64 = (1 << 64) - 1

GOLDEN_KEY = (12174136229612112455, 12608159347730732080)
GOLDEN_WORDS = [
    "0x76f65331810a5402",
    "0x3c41d281c5336211",
    "0xbfced20f34f9f09e",
    "0x6a67f2b313d0317c",
    "0x5a37e187d331d387",
    "0xec2f788fbfa51c3a",
]
GOLDEN_BELOW = [464, 235, 749, 415, 352, 922]
GOLDEN_BIG = [119164214771371722744770003917, 140258827777412290800318357539]


def word_by_hand(stream: Stream, index: int, attempt: int, redo: int) -> int:
    """The definition in plain integers."""

    def finalise(z: int) -> int:
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M64
        z = (z ^ z >> 27) * 0x94D049BB133111EB & M64
        return z ^ z >> 31

    state = finalise((index * 0x9E3779B97F4A7C15 + stream.low) & M64)
    counter = (attempt << 8) + redo
    return finalise(state ^ (stream.high + counter * 0xD1B54A32D192ED03) & M64)


def below_by_hand(stream: Stream, bound: int, index: int, attempt: int) -> int:
    for redo in range(256):
        product = word_by_hand(stream, index, attempt, redo) * bound
        if product & M64 >= (1 << 64) % bound:
            return product >> 64
    raise AssertionError


def test_words_are_the_same_on_every_machine() -> None:
    assert (KEYED.low, KEYED.high) == GOLDEN_KEY
    assert [hex(word) for word in KEYED.words(ROWS).tolist()] == GOLDEN_WORDS
    assert KEYED.below(1000, ROWS).tolist() == GOLDEN_BELOW
    assert KEYED.below(10**30, ROWS[:2]).tolist() == GOLDEN_BIG


@pytest.mark.parametrize("attempt", [0, 1, 2**40])
def test_words_follow_their_definition(attempt: int) -> None:
    index = np.array([0, 1, 2, 10**6, 2**63, M64], dtype=np.uint64)
    assert KEYED.words(index, attempt, 3).tolist() == [word_by_hand(KEYED, i, attempt, 3) for i in index.tolist()]
    each = np.full(len(index), attempt, dtype=np.uint64)
    assert KEYED.words(index, each, 3).tolist() == KEYED.words(index, attempt, 3).tolist()


@pytest.mark.parametrize("bound", [1, 2, 3, 1000, 2**32 - 1, 2**32, 2**32 + 1, 3 * 2**61, 2**63 - 1, 2**63])
def test_bounded_numbers_follow_lemires_method(bound: int) -> None:
    # 3 * 2^61 rejects a quarter of all lanes, so the redo counter is used here.
    index = np.arange(200, dtype=np.uint64)
    expected = [below_by_hand(KEYED, bound, i, 5) for i in range(200)]
    assert KEYED.below(bound, index, 5).tolist() == expected
    if bound < 2**63:
        assert KEYED.below(np.full(200, bound), index, 5).tolist() == expected


def test_a_bound_for_each_row() -> None:
    index = np.arange(100, dtype=np.uint64)
    bounds = np.arange(1, 101)
    drawn = KEYED.below(bounds, index)
    assert drawn.tolist() == [below_by_hand(KEYED, i + 1, i, 0) for i in range(100)]


def test_big_bounds_stay_in_range_and_reach_their_ends() -> None:
    bound = 3 * 2**100
    drawn = KEYED.below(bound, np.arange(4000, dtype=np.uint64)).tolist()
    assert all(0 <= number < bound for number in drawn)
    thirds = np.bincount([int(number >> 100) for number in drawn], minlength=3)
    assert (abs(thirds - 4000 / 3) < 150).all()


@pytest.mark.parametrize("bound", [2, 7, 100])
def test_numbers_are_uniform_in_index_and_in_attempt(bound: int) -> None:
    count = 2000 * bound
    by_index = KEYED.below(bound, np.arange(count, dtype=np.uint64))
    by_attempt = KEYED.below(bound, np.zeros(count, np.uint64), np.arange(count, dtype=np.uint64))
    for drawn in (by_index, by_attempt):
        cells = np.bincount(drawn, minlength=bound)
        chi_square = float(((cells - 2000) ** 2 / 2000).sum())
        assert abs(chi_square - (bound - 1)) < 4.5 * (2 * (bound - 1)) ** 0.5
        pairs = np.bincount(drawn[:-1] * bound + drawn[1:], minlength=bound * bound)
        assert pairs.max() < 2000 / bound + 6 * (2000 / bound) ** 0.5 + 6


@pytest.mark.parametrize(
    "other",
    [
        Stream.keyed("bakery", 42, "n", "price"),
        Stream.keyed("bakery_discount", 43, "n", "price"),
        Stream.keyed("bakery_discount", 42, "off", "price"),
        Stream.keyed("bakery_discount", 42, "n", "off"),
        Stream.keyed("bakery_discount", 42, "np", "rice"),
        Stream.keyed("bakery_discount", 42, "n", "price", "trial"),
        KEYED.limb(1),
    ],
)
def test_streams_of_other_keys_are_unrelated(other: Stream) -> None:
    index = np.arange(20_000, dtype=np.uint64)
    mine, theirs = KEYED.words(index), other.words(index)
    assert not set(mine.tolist()) & set(theirs.tolist())
    differing_bits = sum(word.bit_count() for word in (mine ^ theirs).tolist()) / len(index)
    assert abs(differing_bits - 32) < 0.15


def test_seeds_are_ints_or_texts() -> None:
    assert Stream.keyed("p", 42, "n", "n") == Stream.keyed("p", "42", "n", "n")
    assert Stream.keyed("p", -1, "n", "n") != Stream.keyed("p", 1, "n", "n")
    assert seed_text(10**40) == "1" + "0" * 40
    for wrong in (True, 1.0, None):
        with pytest.raises(TypeError):
            seed_text(wrong)  # type: ignore[arg-type]


def test_row_indices() -> None:
    assert row_index(range(10, 0, -3)).tolist() == [10, 7, 4, 1]
    assert row_index(np.array([], dtype=np.int64)).tolist() == []
    for negative in (range(-1, 3), np.array([0, -1])):
        with pytest.raises(ValueError, match="negative"):
            row_index(negative)
    with pytest.raises(TypeError):
        row_index(np.array([0.5]))
