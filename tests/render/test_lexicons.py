"""The shipped lexicons and units: they load cleanly and say what they should."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mspec.compiler import libraries
from mspec.compiler.build.environment import Environment
from mspec.compiler.ir import Values
from mspec.compiler.load import load_source
from mspec.compiler.source import Source
from mspec.compiler.units import parse_unit

LIBRARIES = (
    "prelude", "lexicon.clothing", "lexicon.digital", "lexicon.food", "lexicon.home", "lexicon.leisure",
    "lexicon.nature", "lexicon.occupations", "lexicon.people", "lexicon.places", "lexicon.school", "lexicon.shapes",
    "lexicon.sports", "lexicon.things", "lexicon.tools", "lexicon.transport", "units.si", "units.us",
)  # fmt: skip


def environment(name: str) -> Environment:
    source = libraries.find(name, None)
    assert source is not None
    return load_source(source).environment


@pytest.mark.parametrize("name", [name for name in LIBRARIES if name != "prelude"])
def test_loads_without_a_diagnostic(name: str) -> None:
    source = libraries.find(name, None)
    assert source is not None
    assert load_source(source).diagnostics == []


def test_all_lexicons_go_together() -> None:
    uses = "\n".join(f"use {name}" for name in LIBRARIES if name != "prelude")
    module = load_source(Source("all", uses))
    assert module.diagnostics == []
    entries = module.environment.nouns.values()
    assert len(entries) > 900
    assert all(entry.parent in module.environment.nouns or entry.name == "thing" for entry in entries)


def test_people() -> None:
    table = environment("lexicon.people").tables["people"]
    names = [str(row[0]) for row in table.rows]
    assert len(names) == len(set(names)) >= 150
    pronouns = [row[1] for row in table.rows]
    assert set(pronouns) == {"she", "he", "they"}
    assert 10 <= pronouns.count("they") <= 20
    assert abs(pronouns.count("she") - pronouns.count("he")) <= 5


@pytest.mark.parametrize(
    ("library", "noun", "plural"),
    [
        ("lexicon.people", "human", "people"),
        ("lexicon.people", "child", "children"),
        ("lexicon.food", "potato", "potatoes"),
        ("lexicon.food", "loaf", "loaves of bread"),
        ("lexicon.school", "quiz", "quizzes"),
        ("lexicon.things", "die", "dice"),
        ("lexicon.things", "mouse", "mice"),
        ("lexicon.things", "leaf", "leaves"),
        ("lexicon.things", "photo", "photos"),
        ("lexicon.clothing", "trousers", "pairs of trousers"),
        ("lexicon.home", "chest_of_drawers", "chests of drawers"),
        ("lexicon.leisure", "snowman", "snowmen"),
        ("lexicon.nature", "wolf", "wolves"),
        ("lexicon.nature", "deer", "deer"),
        ("lexicon.occupations", "salesperson", "salespeople"),
        ("lexicon.places", "city", "cities"),
        ("lexicon.shapes", "tetrahedron", "tetrahedra"),
    ],
)
def test_irregular_plurals(library: str, noun: str, plural: str) -> None:
    assert environment(library).nouns[noun].plural == plural


def test_every_shipped_lexicon_is_listed() -> None:
    shipped = {name for name in libraries.shipped_names() if name.startswith("lexicon.")}
    assert shipped == {name for name in LIBRARIES if name.startswith("lexicon.")}


@pytest.mark.parametrize("name", [name for name in LIBRARIES if name.startswith("lexicon.")])
def test_prices_and_numbers_are_positive(name: str) -> None:
    for entry in environment(name).nouns.values():
        for attribute, domain in entry.attributes:
            least = min(domain.values) if isinstance(domain, Values) else domain.low
            assert isinstance(least, Fraction) and least > 0, (entry.name, attribute)


def test_a_counted_noun_is_below_no_mass_noun() -> None:
    """`count(material)` would say that glasses and bricks are added up with sand."""
    nouns = {entry.name: entry for name in LIBRARIES for entry in environment(name).nouns.values()}
    assert [
        entry.name for entry in nouns.values() if not entry.mass and entry.parent in nouns and nouns[entry.parent].mass
    ] == []


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("km/h", "m/s", "5/18"), ("mi", "ft", "5280"), ("mile", "yd", "1760"), ("ft", "inch", "12"), ("lb", "oz", "16"),
        ("ton", "lb", "2000"), ("gal", "qt", "4"), ("qt", "pt", "2"), ("pt", "cup", "2"), ("cup", "tbsp", "16"),
        ("tbsp", "tsp", "3"), ("mph", "mi/h", "1"), ("acre", "ft^2", "43560"), ("N", "kg*m/s^2", "1"),
        ("kWh", "kW*h", "1"),
        ("L", "cm^3", "1000"), ("ha", "m^2", "10000"), ("V", "J/C", "1"), ("Ω", "V/A", "1"), ("week", "day", "7"),
        ("Pa", "N/m^2", "1"), ("W", "J/s", "1"),
    ],
)  # fmt: skip
def test_conversions_are_exact(one: str, other: str, factor: str) -> None:
    units = environment("units.us").units
    assert parse_unit(one, units).factor_to(parse_unit(other, units)) == Fraction(factor)
