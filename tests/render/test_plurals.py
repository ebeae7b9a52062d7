"""The plural of nouns: by rule, by list, and where it is not known."""

from __future__ import annotations

import re

import inflect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspec.compiler import libraries, plurals
from mspec.compiler.load import load_source
from mspec.compiler.plurals import PLURAL_ONLY, plural, plural_of
from mspec.compiler.source import Source

KNOWN = {
    # by spelling
    "box": "boxes", "church": "churches", "dish": "dishes", "bus": "buses", "city": "cities", "toy": "toys",
    "potato": "potatoes", "piano": "pianos", "stomach": "stomachs", "radio": "radios", "colloquy": "colloquies",
    "glass": "glasses", "waltz": "waltzes", "kiwi": "kiwis", "pie": "pies", "cliff": "cliffs", "giraffe": "giraffes",
    "avocado": "avocados", "video": "videos", "spoonful": "spoonfuls", "day": "days", "tax": "taxes",
    # irregular
    "child": "children", "knife": "knives", "mouse": "mice", "criterion": "criteria", "sheep": "sheep",
    "person": "people", "man": "men", "woman": "women", "tooth": "teeth", "goose": "geese", "ox": "oxen",
    "die": "dice", "quiz": "quizzes", "gas": "gases", "lens": "lenses", "roof": "roofs", "leaf": "leaves",
    "half": "halves", "scarf": "scarves", "analysis": "analyses", "axis": "axes", "vertex": "vertices",
    "matrix": "matrices", "radius": "radii", "nucleus": "nuclei", "cactus": "cacti", "octopus": "octopuses",
    "phenomenon": "phenomena", "polyhedron": "polyhedra", "bacterium": "bacteria", "museum": "museums",
    "larva": "larvae", "series": "series", "aircraft": "aircraft", "goldfish": "goldfish", "hertz": "hertz",
    # compounds
    "grandchild": "grandchildren", "fireman": "firemen", "human": "humans", "bookshelf": "bookshelves",
    "penknife": "penknives", "toothbrush": "toothbrushes", "salesperson": "salespeople", "mongoose": "mongooses",
    "bus ticket": "bus tickets", "sweet potato": "sweet potatoes", "yo-yo": "yo-yos", "T-shirt": "T-shirts",
    # the head of a phrase
    "loaf of bread": "loaves of bread", "bottle of water": "bottles of water", "piece of fruit": "pieces of fruit",
    "box of matches": "boxes of matches", "pair of scissors": "pairs of scissors",
    "ticket to Paris": "tickets to Paris",
    "mother-in-law": "mothers-in-law", "passer-by": "passers-by", "runner-up": "runners-up",
    "metre per second": "metres per second", "knife with a handle": "knives with a handle",
    # capitals
    "CD": "CDs", "LED": "LEDs", "Mouse": "Mice", "Person": "People", "GPS": "GPSs", "March": "Marches", "MP3": "MP3s",
}  # fmt: skip


@pytest.mark.parametrize(("singular", "expected"), KNOWN.items())
def test_known(singular: str, expected: str) -> None:
    assert plural_of(singular) == (expected, True)


@pytest.mark.parametrize(
    "singular", ["zorf", "serfe of the wife", "plous", "frobis", "glomo", "trousers", "news", "a gris"]
)
def test_what_is_guessed_is_said_to_be(singular: str) -> None:
    assert not plural_of(singular).known


def words(text: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(text.split())


NOT_KNOWN_TO_INFLECT = words(
    """amigo banjo bistro burrito cigarillo combo concerto condo dingo disco dodo ego flamingo gazebo gecko gelato
    grotto halo innuendo intro jalapeno lasso maestro memento merino motto nacho peso pesto placebo promo stiletto tango
    turbo tuxedo yo plaice swiss"""
)
"""It makes words in -o end in -oes if it does not know them; -s is right for all of these, for some -oes as well."""
LATIN_AND_GREEK = words("addendum automaton larva mitochondrion modulus papyrus polyhedron symposium terminus")
"""It has the English plural even in its classical mode; mathematics and science say moduli, polyhedra, larvae."""
INFLECT_IS_WRONG = words(
    """baht barracks brahman clematis crossroads german golf grandchild means nexus norman pancreas passer-by passerby
    rand roman runner-up tennis waltz won yen yuan"""
)
"""It says "barrackss", "germen", "golves", "grandchilds", "passer-bies", "waltzzes", and adds an -s to currencies."""


def test_against_inflect() -> None:
    """Where classical and English plurals are both found, inflect's classical mode has the one that mathematics uses:
    matrices, vertices, radii."""
    english, classical = inflect.engine(), inflect.engine()
    classical.classical(all=True)
    nouns = {word for name in vars(plurals) for word in listed(name)}
    nouns |= {word for word in KNOWN if word.islower() and " " not in word}
    assert len(nouns) > 350
    both = {word: (english.plural_noun(word), classical.plural_noun(word)) for word in nouns}
    different = {word for word, theirs in both.items() if plural(word) not in theirs}
    assert different == NOT_KNOWN_TO_INFLECT | LATIN_AND_GREEK | INFLECT_IS_WRONG


def listed(name: str) -> frozenset[str]:
    """The words of one of the lists of the module."""
    value = getattr(plurals, name)
    is_list = re.fullmatch("_[A-Z_]+", name) and isinstance(value, frozenset | dict)
    return frozenset(value) if is_list else frozenset()


@pytest.mark.parametrize(
    "library", ["prelude", "lexicon.food", "lexicon.people", "lexicon.school", "lexicon.things", "units.si", "units.us"]
)
def test_the_plural_of_every_shipped_noun_is_known(library: str) -> None:
    source = libraries.find(library, None)
    assert source is not None
    assert "MS6005" not in {found.code for found in load_source(source).diagnostics}


def test_a_written_plural_is_taken_and_a_mass_noun_needs_none() -> None:
    text = 'noun zorf "zorf" "zorven"\nnoun physics "physics" uncountable\nnoun serf "serf"\n'
    module = load_source(Source("nouns", text))
    assert module.diagnostics == []
    nouns = module.environment.nouns
    assert [nouns[name].plural for name in ("zorf", "physics", "serf")] == ["zorven", "physics", "serfs"]


@given(st.text(max_size=12))
def test_every_text_has_a_plural(text: str) -> None:
    made = plural_of(text)
    assert made == plural_of(text)
    assert made.text.lower()[: len(text) // 2] == text.lower()[: len(text) // 2] or made.known


@given(st.sampled_from(sorted(set(KNOWN) - PLURAL_ONLY)), st.sampled_from(["bottle of", "big", "half-empty"]))
def test_words_before_the_noun_stay(noun: str, before: str) -> None:
    made = plural(f"{before} {noun}")
    assert made == (f"bottles of {noun}" if before == "bottle of" else f"{before} {plural(noun)}")
