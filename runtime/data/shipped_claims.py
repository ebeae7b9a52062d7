"""Which claims can be read where their spec is not at hand: those of plain functions, and of the plug-ins that the
record names, if these are installed in the version that it was made with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mspec.compiler import plugins
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Lexicon
from mspec.runtime.steps import reading

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_CALLED = re.compile(r"\b([A-Za-z_]\w*)\(")
_LOOKUP = re.compile(r"\)\.[A-Za-z_]")


def called(claim: str) -> frozenset[str] | None:
    """The functions of libraries that a claim calls, or None if it looks something up in a table."""
    bare = _QUOTED.sub('""', claim)
    if _LOOKUP.search(bare):
        return None
    return frozenset(_CALLED.findall(bare)) - {"and", "or", "not"} - reading.FUNCTIONS


def at_hand(named: Sequence[str]) -> Lexicon:
    """The plug-ins of a record, named as `plugins` in it is ("chemistry 1"), that are installed in that version."""
    found: list[tuple[str, str]] = []
    for name, _, version in (entry.partition(" ") for entry in named):
        try:
            installed = plugins.load(name).version
        except MspecError:
            continue
        if installed == version:
            found.append((name, version))
    return Lexicon(plugins=tuple(found))


def readable(claims: Iterable[str], named: Sequence[str]) -> tuple[Lexicon | None, frozenset[str]]:
    """What the claims that can be read without a spec need, and which of them these are.

    Args:
        claims: of records that were made with the same plug-ins.
        named: these plug-ins.
    """
    needed = {claim: called(claim) for claim in claims}
    if not any(needed.values()):
        return None, frozenset(claim for claim, functions in needed.items() if functions is not None)
    lexicon = at_hand(named)
    known = plugins.operators(lexicon.plugins).keys()
    return lexicon, frozenset(c for c, functions in needed.items() if functions is not None and functions <= known)
