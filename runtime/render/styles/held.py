"""Texts that are not known yet: a template may print them and pass them through filters, nothing else.

A template is evaluated once for all problems of a shape. Whatever it did with the words of one of them, such as
comparing or cutting them, would be wrong for the others, so it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NoReturn


class TemplateFault(Exception):
    """What a template does in a line cannot be done."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.why, self.line = why, line


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A place for the text called `key` (what, number), changed by filters in order. It counts as not empty."""

    key: tuple[str, int]
    changes: tuple[str, ...] = ()

    def changed(self, name: str) -> Held:
        """The place for the changed text."""
        return Held(self.key, (*self.changes, name))

    def __bool__(self) -> bool:
        return True

    def _refused(self, *_: object) -> NoReturn:
        raise TypeError(
            "a text that differs from problem to problem can be printed and filtered, not compared, measured or joined"
        )

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refused
    __str__ = __add__ = __radd__ = __contains__ = __len__ = __iter__ = __getitem__ = _refused
    __hash__ = None  # type: ignore[assignment]


_PLACES: ContextVar[tuple[list[Held], str]] = ContextVar("places")


@contextmanager
def finalized(places: list[Held], mark: str) -> Iterator[None]:
    """While this lasts, printing what is held notes it in `places` and prints its number between marks."""
    token = _PLACES.set((places, mark))
    try:
        yield
    finally:
        _PLACES.reset(token)


def finalize(value: object) -> object:
    """What Jinja prints for a value."""
    if isinstance(value, Held):
        places, mark = _PLACES.get()
        places.append(value)
        return f"{mark}{len(places) - 1}{mark}"
    if isinstance(value, str | int) and not isinstance(value, bool):
        return value
    from jinja2 import Undefined

    if isinstance(value, Undefined):
        str(value)  # raises, and says what there is not
    raise TypeError("only texts and numbers can be printed")
