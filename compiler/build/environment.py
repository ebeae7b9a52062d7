"""What a file can name: the nouns, tables, units, defs and rules of its `use` closure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mspec.compiler import ast
from mspec.compiler.ir import Lexicon, NounEntry, Table
from mspec.compiler.ops import OPS, Operators
from mspec.compiler.source import Span
from mspec.compiler.types import CountLabel
from mspec.compiler.units import CURRENCIES, DIMENSIONS, Exponents, Unit, currency

if TYPE_CHECKING:
    from mspec.compiler.plugins import LibraryType

TOP_NOUN = "thing"
"""The noun above all nouns."""


@dataclass
class Environment:
    """Filled by `declarations.declare`, library after library, then only read.

    `spans` holds where each name was declared, `unit_words` how units are said (symbol -> singular, plural).
    """

    nouns: dict[str, NounEntry] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=lambda: {symbol: currency(symbol) for symbol in CURRENCIES})
    unit_words: dict[str, tuple[str, str]] = field(default_factory=dict)
    dimensions: dict[str, Exponents] = field(default_factory=lambda: dict(DIMENSIONS))
    defs: dict[str, ast.Def] = field(default_factory=dict)
    rules: dict[str, ast.RuleDecl] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    """Names whose declaration is wrong: that they are not known is no fault of those who use them."""
    plugins: tuple[tuple[str, str], ...] = ()
    """Those that the libraries name, with their versions, in order."""

    def copy(self) -> Environment:
        """The same things in sight, for a file that adds its own."""
        return replace(self, **{part.name: copy(getattr(self, part.name)) for part in fields(self)})

    @property
    def operators(self) -> Operators:
        """The operator table of this compile: the core and what the plug-ins bring."""
        if not self.plugins:
            return OPS
        from mspec.compiler import plugins

        return plugins.operators(self.plugins)

    @property
    def types(self) -> Mapping[str, LibraryType]:
        """The library types that the plug-ins bring."""
        if not self.plugins:
            return {}
        from mspec.compiler import plugins

        return plugins.types(self.plugins)

    def lexicon(self) -> Lexicon:
        """All of it, for the run time."""
        return Lexicon(
            tuple(self.nouns.values()),
            tuple(self.tables.values()),
            tuple((symbol, *words) for symbol, words in sorted(self.unit_words.items())),
            tuple(s for s in sorted(self.unit_words) if self.units[s].dimension == DIMENSIONS["length"]),
            self.plugins,
        )

    def ancestors(self, noun: str) -> tuple[str, ...]:
        """A noun and the nouns above it, nearest first, `thing` last."""
        chain: list[str] = []
        while noun and noun in self.nouns and noun not in chain:
            chain.append(noun)
            noun = self.nouns[noun].parent
        return (*chain, TOP_NOUN) if TOP_NOUN not in chain else tuple(chain)

    def covers(self, wide: CountLabel, narrow: CountLabel, rigid: Mapping[str, Iterable[str]]) -> bool:
        """Whether what `narrow` counts is always a `wide`. `rigid` gives the nouns that a noun given may draw."""
        if wide == narrow:
            return True
        if wide.rigid:
            return False
        nouns = rigid.get(narrow.noun, ()) if narrow.rigid else (narrow.noun,)
        return all(wide.noun in self.ancestors(noun) for noun in nouns)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like a misspelt one, or an empty string."""
    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.7)), "")
