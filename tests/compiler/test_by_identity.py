"""What is kept by identity: the object itself, not one that is equal; no more than was allowed."""

from __future__ import annotations

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.ir import Literal, Show, Text


def test_an_equal_object_is_another() -> None:
    kept: ByIdentity[Text, str] = ByIdentity(8)
    text, equal = (Literal("a"), Show(3)), (Literal("a"), Show(3))
    assert kept.keep(text, "made") == "made"
    assert kept.get(text) == "made"
    assert kept.get(equal) is None


def test_what_stands_beside_it_counts() -> None:
    kept: ByIdentity[Text, str] = ByIdentity(8)
    text = (Show(3),)
    kept.keep(text, "price", ("price",))
    assert kept.get(text, ("price",)) == "price"
    assert kept.get(text, ("cost",)) is None
    assert kept.get(text) is None


def test_it_is_bounded_and_holds_what_it_knows() -> None:
    kept: ByIdentity[Text, int] = ByIdentity(4)
    # Each text is dropped at once: if it were not held, the next could have its identity.
    for number in range(100):
        text = (Show(number),)
        assert kept.get(text) is None
        kept.keep(text, number)
        assert kept.get(text) == number
        assert len(kept._known) <= 4
