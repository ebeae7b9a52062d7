"""What a reader knows beside the text: the shipped nouns, units and people, and what the record names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mspec.compiler import ast, libraries
from mspec.runtime.data.reading import Record

NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def word_set(words: str) -> frozenset[str]:
    """Words, written one after another."""
    return frozenset(words.split())


_WORD = re.compile(r"[A-Za-z][A-Za-z ]*\Z")


@dataclass(frozen=True)
class Shipped:
    """Of all shipped libraries: nouns (singular -> plural, lower case), their plurals, words for human beings, symbols
    of units, and people (name -> "she", "he" or "they")."""

    plurals: Mapping[str, str]
    several: frozenset[str]
    humans: frozenset[str]
    symbols: frozenset[str]
    people: Mapping[str, str]


@cache
def shipped() -> Shipped:
    """What the shipped libraries say. Read off their syntax, so that a fault in one of them stops nobody."""
    plurals, parents, people = dict[str, str](), dict[str, tuple[str, str]](), dict[str, str]()
    symbols = set[str]()
    for item in _declarations():
        match item:
            case ast.NounDecl(name=name, singular=singular, plural=plural, parent=parent, mass=mass):
                parents[name] = (parent, singular.lower())
                if not mass:
                    plurals[singular.lower()] = (plural or regular_plural(singular)).lower()
            case ast.UnitDecl(symbol=symbol, singular=singular, plural=plural):
                if singular and _WORD.match(singular):
                    plurals.setdefault(singular.lower(), (plural or regular_plural(singular)).lower())
                if symbol != singular and re.fullmatch(r"[A-Za-zµ]+", symbol):
                    symbols.add(symbol)
            case ast.TableDecl(columns=columns, rows=rows):
                names = [column.name for column in columns]
                if "pronoun" in names and "name" in names:
                    name_at, said_at = names.index("name"), names.index("pronoun")
                    for row in rows:
                        who, said = row[name_at], row[said_at]
                        if isinstance(who, ast.String) and isinstance(said, ast.String):
                            people[who.value] = said.value
            case _:
                pass
    humans = frozenset(singular for name, (_, singular) in parents.items() if _is_human(name, parents))
    return Shipped(plurals, frozenset(plurals.values()), humans, frozenset(symbols), people)


def _declarations() -> Iterator[object]:
    for name in libraries.shipped_names():
        source = libraries.find(name, None)
        if source is not None and (name == libraries.PRELUDE or name.startswith(("lexicon.", "units."))):
            yield from libraries.parsed(source)[0].items


def _is_human(name: str, parents: Mapping[str, tuple[str, str]]) -> bool:
    for _ in range(len(parents)):  # no longer than the longest chain, should it run in a circle
        if name == "human":
            return True
        if name not in parents:
            return False
        name = parents[name][0]
    return False


def plurals_in(record: Record) -> dict[str, str]:
    """The nouns that a record names itself: what its steps and answers count, and given nouns whose plural it uses."""
    units = [step["unit"] for step in record["steps"]]
    units += [answer["unit"] for answer in (record["answer"], *(part["answer"] for part in record["parts"]))]
    symbols = shipped().symbols
    found = {unit for unit in units if unit and unit not in symbols and re.fullmatch(r"[a-z_]{3,}", unit)}
    texts = " ".join([record["question"], *(step["sentence"] for step in record["steps"])]).lower()
    for value in record["givens"].values():
        if re.fullmatch(r"[a-z_ ]{3,}", value) and re.search(rf"\b{regular_plural(_spaced(value))}\b", texts):
            found.add(value)
    known = shipped().plurals
    return {_spaced(name): regular_plural(_spaced(name)) for name in sorted(found) if _spaced(name) not in known}


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def symbols_in(record: Record) -> frozenset[str]:
    """The symbols of units that a record names itself."""
    units = [step["unit"] for step in record["steps"]] + [record["answer"]["unit"]]
    return frozenset(symbol for unit in units for symbol in re.findall(r"[A-Za-zµ]+", unit))


def regular_plural(singular: str) -> str:
    """The plural by rule: box, boxes; city, cities; day, days."""
    if re.search(r"(?:s|x|z|ch|sh)\Z", singular):
        return singular + "es"
    if re.search(r"[^aeiou]y\Z", singular):
        return singular[:-1] + "ies"
    return singular + "s"
