"""The rules of English, word by word."""

from __future__ import annotations

import inflect
import pytest

from mspec.compiler.keywords import AUXILIARIES, PERSON_FORMS
from mspec.runtime.render.english.articles import article
from mspec.runtime.render.english.number_words import cardinal
from mspec.runtime.render.english.pronouns import CLASSES, FORMS, pronoun, takes_plural
from mspec.runtime.render.english.verbs import auxiliary, finite

AN = """
    apple eclair hour honest heir honour hourglass umbrella uncle unimportant uninteresting unidentified uninvited
    egg orange owl igloo onion onerous urn udon ugly usher utter upper MRI FBI LED LEDs HTML X-ray x-axis n-gon F A
    8 8.5 80 88 800 8,000 11 18 11,000 18,500 11.5 8% 8-sided $8 $11 $80.50 €18 H2O O2 NGO SUV émigré Euler mRNA FAQ
    8:15 11:40 18:00 8th 11th 18th 8/9 80,000 11,000,000 eighth eleventh eighty-two e-mail hourly honorary heiress RPM
"""
A = """
    muffin bagel unicorn uniform union unit university European euro eucalyptus ewe one once one-way useful user
    usual utensil ukulele uranium Ukrainian unicycle unique ubiquitous house hat yellow year UFO USB NASA RAM CO2
    1 2 7 10 12 17 19 70 90 100 110 118 180 1,800 1,100 0.8 1/8 $1 $17 -8 y-axis u-turn U 7-sided +8 ±8 ≈8 $0.80 1:18
    half one-half hundredth STEM LEGO urea urologist one-sided T-shirt 1st 101st 111,000 180,000 kWh herb historic -$8
"""


@pytest.mark.parametrize("word", AN.split())
def test_an(word: str) -> None:
    assert article(word) == "an"


@pytest.mark.parametrize("word", A.split())
def test_a(word: str) -> None:
    assert article(word) == "a"


@pytest.mark.parametrize(
    ("verb", "singular", "plural"),
    [
        ("pay", "pays", "pay"),
        ("do", "does", "do"),
        ("have", "has", "have"),
        ("be", "is", "are"),
        ("carry", "carries", "carry"),
        ("catch", "catches", "catch"),
        ("wash", "washes", "wash"),
        ("mix", "mixes", "mix"),
        ("pass", "passes", "pass"),
        ("buzz", "buzzes", "buzz"),
        ("go", "goes", "go"),
        ("buy", "buys", "buy"),
        ("see", "sees", "see"),
        ("need", "needs", "need"),
        ("is", "is", "are"),
        ("were", "was", "were"),
        ("can", "can", "can"),
        ("don't", "doesn't", "don't"),
        ("pick up", "picks up", "pick up"),
        ("quiz", "quizzes", "quiz"),
        ("moo", "moos", "moo"),
        ("had", "had", "had"),
        ("should", "should", "should"),
        ("isn't", "isn't", "aren't"),
        ("hasn't", "hasn't", "haven't"),
        ("wasn't", "wasn't", "weren't"),
        ("didn't", "didn't", "didn't"),
        ("bought", "bought", "bought"),
        ("walked", "walked", "walked"),
        ("need", "needs", "need"),
        ("feed", "feeds", "feed"),
        ("succeed", "succeeds", "succeed"),
        ("stomach", "stomachs", "stomach"),
        ("gas", "gasses", "gas"),
        ("echo", "echoes", "echo"),
        ("play", "plays", "play"),
        ("cost", "costs", "cost"),
        ("read", "reads", "read"),
    ],
)
def test_finite_verbs(verb: str, singular: str, plural: str) -> None:
    assert (finite(verb, plural=False), finite(verb, plural=True)) == (singular, plural)


@pytest.mark.parametrize(
    ("word", "singular", "plural"),
    [
        ("does", "does", "do"),
        ("Do", "Does", "Do"),
        ("did", "did", "did"),
        ("is", "is", "are"),
        ("are", "is", "are"),
        ("was", "was", "were"),
        ("Were", "Was", "Were"),
        ("has", "has", "have"),
        ("have", "has", "have"),
        ("had", "had", "had"),
    ],
)
def test_auxiliaries(word: str, singular: str, plural: str) -> None:
    assert (auxiliary(word, plural=False), auxiliary(word, plural=True)) == (singular, plural)


VERBS = """
    accept add agree answer apply arrive ask bake be become begin blow box bring brush build burn buy buzz call carry
    catch choose climb collect come compare cook copy cost count cross cry cut dance deliver destroy do draw dress drink
    drive drop dry eat enjoy fetch fill finish fish fix fly follow get give go grow guess harvest have hike hold hurry
    invest jog jump keep kick kiss lay leave lend lie lift make march marry mass match measure miss mix move need obey
    occupy order owe paint park pass pay pick plan play pour practise press publish pull push put reach read repay
    replace ride run save say see sell send sew share shop show sing sit skate sketch ski sleep sow spend spray stay
    stitch stretch study supply swim switch take teach tell throw tidy tie touch travel try tutor type undo use visit
    walk wash watch weigh wish work wrap write
"""


INFLECT_IS_WRONG = {"lie": "ly", "tie": "ty"}
"""It takes every "-ies" for a verb in -y."""


def test_third_persons_against_inflect() -> None:
    """inflect makes the plural form of a verb from its singular one."""
    engine = inflect.engine()
    back = {verb: engine.plural_verb(finite(verb, plural=False)) for verb in VERBS.split()}
    assert {verb: made for verb, made in back.items() if made != finite(verb, plural=True)} == INFLECT_IS_WRONG


def test_articles_of_all_numbers_go_by_their_words() -> None:
    """A number takes the article of what is said: of "eighteen thousand …" that of "eighteen"."""
    shown = [*range(20_000), *range(20_000, 2_000_000, 997), *range(0, 10**9, 10**6)]
    assert [n for n in shown if article(str(n)) != article(cardinal(n))] == []
    assert [n for n in shown if article(f"{n:,} km") != article(cardinal(n))] == []


@pytest.mark.parametrize("subject", CLASSES)
def test_every_pronoun_of_a_class(subject: str) -> None:
    said = [pronoun(form, subject) for form in ("they", "them", "their", "theirs", "themself")]
    expected = {
        "she": ["she", "her", "her", "hers", "herself"],
        "he": ["he", "him", "his", "his", "himself"],
        "they": ["they", "them", "their", "theirs", "themselves"],
    }
    assert said == expected[subject]
    assert takes_plural(subject) == (subject == "they")
    assert FORMS == PERSON_FORMS == {"they", "them", "their", "theirs", "themself", "themselves"}
    assert pronoun("themselves", subject) == expected[subject][-1]


def test_every_auxiliary_of_the_language_agrees() -> None:
    forms = {word: (auxiliary(word, plural=False), auxiliary(word, plural=True)) for word in sorted(AUXILIARIES)}
    assert forms == {
        "are": ("is", "are"),
        "did": ("did", "did"),
        "do": ("does", "do"),
        "does": ("does", "do"),
        "had": ("had", "had"),
        "has": ("has", "have"),
        "have": ("has", "have"),
        "is": ("is", "are"),
        "was": ("was", "were"),
        "were": ("was", "were"),
    }
