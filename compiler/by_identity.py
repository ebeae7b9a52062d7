"""What is made of an object, kept by the object's identity.

The nodes, texts and types of a variant are largely the very objects of its base and of the variants before it. To ask
whether one is the same takes no time; to hash it, or to make anew what is made of it, does.
"""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ByIdentity(Generic[K, V]):
    """Keeps what was made of up to `most` objects that never change, and of something hashable beside each."""

    def __init__(self, most: int) -> None:
        self._most = most
        # The object is held with what was made of it: no other can have its identity meanwhile.
        self._known: dict[object, tuple[K, V]] = {}

    def get(self, of: K, beside: object = None) -> V | None:
        """What was made of an object, or None."""
        found = self._known.get((id(of), beside))
        return None if found is None else found[1]

    def keep(self, of: K, made: V, beside: object = None) -> V:
        """Keep what was made of an object, and give it back."""
        if len(self._known) >= self._most:
            self._known.clear()
        self._known[id(of), beside] = of, made
        return made
