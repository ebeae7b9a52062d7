"""Property 5: reasoning length changes as the kind of a rule says."""

from __future__ import annotations

from collections.abc import Iterator

from mspec.runtime.fuzz.journey import Journey, Move, below
from mspec.runtime.plan.length import static_length

_GROWING = frozenset({"insert", "extend", "derive", "chain"})


def as_declared(journey: Journey) -> Iterator[str]:
    """A rule that adds to a solution never makes it shorter, `fold` never longer, and `distract` changes nothing.

    An author's `extend` may ask for something beside the target, which is as long as it is.
    """
    for move in journey.moves:
        if move.after is None or (move.kind == "extend" and not _goes_on(move)):
            continue
        one, other = static_length(move.before), static_length(move.after)
        wrong = (
            (move.kind in _GROWING and other < one)
            or (move.kind == "fold" and other > one)
            or (move.kind == "distract" and other != one)
        )
        if wrong:
            yield f"`{move.head}` takes the length from {one} to {other}"


def _goes_on(move: Move) -> bool:
    """Whether what is asked now is computed from what was asked."""
    after = move.after
    assert after is not None
    return after.node_named(move.target) in below(after, [ask.node for ask in after.asks])
