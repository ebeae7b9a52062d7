"""The lexicon of a problem, indexed for the renderer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.ir import Lexicon, NounEntry, NounRef, Value
from mspec.compiler.types import Type
from mspec.runtime.render.english.nouns import regular_plural
from mspec.runtime.render.english.pronouns import CLASSES


class NounForms(NamedTuple):
    """How a noun is said."""

    singular: str
    plural: str
    mass: bool = False


class Vocabulary:
    """What is looked up by name: nouns, words for units, pronouns of people, tables."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._entries = {entry.name: entry for entry in lexicon.nouns}
        self._nouns: dict[str, NounForms] = {}
        self.units = {symbol: (singular, plural) for symbol, singular, plural in lexicon.units}
        self.lengths = frozenset(lexicon.lengths)
        self._pronouns: dict[str, str] | None = None
        self.formatters: ByIdentity[Type, Callable[[Value], str]] = ByIdentity(_MOST_TYPES)
        """What says values, by type and form; see `quantities.formatter`."""
        self.said: ByIdentity[Type, Callable[[Value], str]] = ByIdentity(_MOST_TYPES)
        """What says numbers and remembers it from batch to batch, by type and form; see `quantities.remembered`."""

    def noun(self, name: str) -> NounForms:
        """The forms of a noun. A noun column of a table may hold names that are no entries ("Mars"): they
        are said as they are."""
        forms = self._nouns.get(name)
        if forms is None:
            forms = self._nouns[name] = _forms(name, self._entries.get(name))
        return forms

    def noun_of(self, reference: NounRef, drawn: Value | None) -> NounForms:
        """The noun of a `NounRef`; `drawn` is the value of its node, if it has one."""
        return self.noun(reference.name if reference.node is None else str(drawn))

    def pronoun_class(self, person: str) -> str:
        """One of she, he, they. Raises KeyError for somebody who is not in the table `people`."""
        if self._pronouns is None:
            table = self.lexicon.table("people")
            name, said = table.column("name"), table.column("pronoun")
            self._pronouns = {str(row[name]): str(row[said]) for row in table.rows}
        found = self._pronouns[person]
        if found not in CLASSES:
            raise KeyError(f"{person}: the pronoun {found!r} is none of {', '.join(CLASSES)}")
        return found


def _forms(name: str, entry: NounEntry | None) -> NounForms:
    if entry is None:
        return NounForms(name, regular_plural(name))
    if entry.mass:
        return NounForms(entry.singular, entry.singular, mass=True)
    return NounForms(entry.singular, entry.plural or regular_plural(entry.singular))


_MOST_TYPES = 1 << 10
_VOCABULARIES: ByIdentity[Lexicon, Vocabulary] = ByIdentity(64)


def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon; made once for those last used (variants of one problem share theirs)."""
    return _VOCABULARIES.get(lexicon) or _VOCABULARIES.keep(lexicon, Vocabulary(lexicon))
