"""The keys of the columns of text that records are filled with."""

from __future__ import annotations

from typing import NamedTuple


class Of(NamedTuple):
    """The key of a column: what it shows (`what`) of which step, given or ask (`place`)."""

    what: str
    place: int = 0


class Changed(NamedTuple):
    """The key of a column that is another one, passed through filters of a style."""

    of: Of
    changes: tuple[str, ...]
