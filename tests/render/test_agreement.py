"""Agreement by construction: whatever is drawn, number and noun, subject and verb, article and sound fit each other.

What is printed is looked at from outside, by rules that are written apart from the renderer.
"""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.worlds import NOUNS, PEOPLE, batch_of, problem_of

import mspec
from mspec.compiler.ir import Article, Counted, Literal, NounRef, PersonRef, Segment, Show, Text
from mspec.compiler.types import INT, RATIONAL, NounType, Person, Word
from mspec.runtime.render import render

SHOP = problem_of(item=NounType(), n=RATIONAL)
ITEM, N = range(2)
PLURALS = {noun.singular: noun.plural or noun.singular + "s" for noun in NOUNS if not noun.mass}
COUNTS = st.one_of(
    st.integers(-3, 30).map(Fraction),
    st.fractions(Fraction(-3), Fraction(3), max_denominator=12),
    st.decimals(-5, 5, places=2).map(Fraction),
    st.integers(0, 10**25).map(Fraction),
)
VERBS = {"cost": "costs", "be": "is", "have": "has", "do": "does", "go": "goes", "carry": "carries", "were": "was"}
PLURAL_VERBS = {"be": "are"}


def text(*parts: str | Segment) -> Text:
    return tuple(Literal(part) if isinstance(part, str) else part for part in parts)


def of_one(shown: str) -> bool:
    """Whether a number as printed is one thing or a part of one."""
    if re.fullmatch(r"-?1|(minus )?one", shown):
        return True
    ratio = re.fullmatch(r"-?(\d+)/(\d+)", shown)
    return ratio is not None and int(ratio[1]) < int(ratio[2])


@given(COUNTS, st.sampled_from(sorted(PLURALS)), st.sampled_from(sorted(VERBS)))
def test_number_noun_and_verb(n: Fraction, singular: str, verb: str) -> None:
    sentence = text("Here ", Counted(N, NounRef(node=ITEM), verb), ".")
    [[said]] = render(SHOP, [sentence], batch_of(SHOP, {"item": singular.replace(" ", "_"), "n": n}))
    found = re.fullmatch(rf"Here (\S+) ({singular}|{PLURALS[singular]}) (\w+)\.", said)
    assert found is not None, said
    shown, printed, agreed = found.groups()
    assert printed == (singular if of_one(shown) else PLURALS[singular])
    assert agreed == (VERBS[verb] if of_one(shown) else PLURAL_VERBS.get(verb, verb))


@given(COUNTS, st.sampled_from(sorted(PLURALS)))
def test_number_noun_and_verb_in_words(n: Fraction, singular: str) -> None:
    sentence = text("Here ", Counted(N, NounRef(node=ITEM), "be", form="words"), ".")
    [[said]] = render(SHOP, [sentence], batch_of(SHOP, {"item": singular.replace(" ", "_"), "n": n}))
    article = "an" if singular in ("eclair", "hour", "adult ticket") else "a"
    one = rf"Here ((minus )?one {singular}|(minus )?half {article} {singular}|.* of {article} {singular}) is\."
    many = rf"Here .* {PLURALS[singular]} are\."
    assert re.fullmatch(one if abs(n) == 1 or (0 < abs(n) < 1 and " point " not in said) else many, said), said


@given(st.lists(st.sampled_from(["they", "them", "their", "theirs", "themself"]), min_size=1, max_size=5), st.data())
def test_pronouns_are_those_of_the_person(forms: list[str], data: st.DataObject) -> None:
    """Two people take turns; each reference is the name or a pronoun of that very person."""
    problem = problem_of(first=Person(), second=Person())
    names = {str(row[0]): str(row[1]) for row in PEOPLE.rows}
    first, second = data.draw(st.permutations(sorted(names)))[:2]
    turns = data.draw(st.lists(st.integers(0, 1), min_size=len(forms), max_size=len(forms)))
    sentences = [text(PersonRef(turn, form), " sentence.") for turn, form in zip(turns, forms, strict=True)]
    said = [column[0] for column in render(problem, sentences, batch_of(problem, {"first": first, "second": second}))]
    cases = {
        "she": "she her her hers herself",
        "he": "he him his his himself",
        "they": "they them their theirs themselves",
    }
    for sentence, turn, form in zip(said, turns, forms, strict=True):
        name = (first, second)[turn]
        place = ["they", "them", "their", "theirs", "themself"].index(form)
        word = sentence.split(" ")[0]
        assert word in (name, f"{name}'s") or word.lower() == cases[names[name]].split(" ")[place]
    assert said[0].split(" ")[0].startswith((first, second)) or forms[0] == "themself", "a name comes before a pronoun"


@given(st.sampled_from(sorted(str(row[0]) for row in PEOPLE.rows)), st.sampled_from(sorted(VERBS)))
def test_subject_and_verb(name: str, verb: str) -> None:
    problem = problem_of(kid=Person())
    sentences = [text(PersonRef(0, verb=verb), "."), text(PersonRef(0, "they", capital=True, verb=verb), ".")]
    [[named], [referred]] = render(problem, sentences, batch_of(problem, {"kid": name}))
    assert named == f"{name} {VERBS[verb]}."
    subject, agreed = referred.removesuffix(".").split(" ")
    assert subject in ("She", "He", "They")
    assert agreed == (PLURAL_VERBS.get(verb, verb) if subject == "They" else VERBS[verb])


@given(st.integers(-(10**9), 10**9))
def test_article_of_a_number_is_that_of_its_words(number: int) -> None:
    problem = problem_of(n=INT)
    sentences = [text("It is ", Article(0), "."), text("It is ", Article(0, form="words"), ".")]
    [[digits], [words]] = render(problem, sentences, batch_of(problem, {"n": number}))
    assert digits.split(" ")[2] == words.split(" ")[2]


# ------------------------------------------------------------------------------------------ full stops


@pytest.mark.parametrize(
    ("minutes", "after", "expected"),
    [
        (425, ".", "It is 7:05 a.m."),
        (720, ".", "It is 12:00 noon."),
        (425, "?", "It is 7:05 a.m.?"),
        (425, ", or so.", "It is 7:05 a.m., or so."),
        (425, "...", "It is 7:05 a.m...."),
        (425, ". Go!", "It is 7:05 a.m. Go!"),
    ],
)
def test_an_abbreviation_ends_the_sentence_with_one_full_stop(minutes: int, after: str, expected: str) -> None:
    problem = problem_of(t=INT)
    [[said]] = render(problem, [text("It is ", Show(0, "clock"), after)], batch_of(problem, {"t": minutes}))
    assert said == expected


def test_a_word_that_ends_in_a_full_stop() -> None:
    problem = problem_of(name=Word())
    column = render(problem, [text("Ask ", Show(0), ".")], batch_of(problem, {"name": "Acme Ltd."}, {"name": "Ada"}))
    assert column == [["Ask Acme Ltd.", "Ask Ada."]]


# --------------------------------------------------------------------------------- from the spec's text


SPEC = """
use lexicon.food
problem p {{
  given {{
    item : noun in {{muffin, eclair}}
    n    : count(item) in 1..2  "number of {{item:plural}}"
    t    : int in {{425, 700}}  "minutes after midnight"
  }}
  steps {{ m = 2 * n  "twice the number" }}
  story \"\"\"
    {text}
  \"\"\"
  ask m "How many are twice as many?"
}}
"""


@pytest.mark.parametrize(
    ("hole", "expected"),
    [
        ("{n:Words of item cost} $3 at {a t:clock} sale.", "Two muffins cost $3 at a 7:05 a.m. sale."),
        ("There {are n:words of item} at {t:clockwords}.", "There are two muffins at five past seven."),
        ("{An t:clock24} sale: {n:mixed of item}.", "A 07:05 sale: 2 muffins."),
    ],
)
def test_forms_of_counted_nouns_and_articles(hole: str, expected: str) -> None:
    spec = mspec.load(SPEC.format(text=hole))
    assert mspec.load(spec.compile("spec")) == spec
    found = [example.question for example in spec.sample(20)]
    assert f"{expected} How many are twice as many?" in found
    assert not [
        said for said in found if re.search(r"(?i)\bone (muffins|eclairs)|two (muffin|eclair)\b|a eclair", said)
    ]


@pytest.mark.parametrize("hole", ["{n:ordinal of item}", "{n:clock of item}", "{n:nonsense of item}", "{a item:words}"])
def test_a_form_that_does_not_fit_is_refused(hole: str) -> None:
    with pytest.raises(mspec.MspecError) as error:
        mspec.load(SPEC.format(text=hole))
    assert {found.code for found in error.value.diagnostics} == {"MS6001"}


def test_a_condition_of_a_text_is_no_unused_fact() -> None:
    spec = mspec.load(
        'problem p {\n given { n : int in 1..3 "first"\n m : int in 2..9 "second" }\n steps { a = m + 1 "sum" }\n'
        ' story """\n  There {if n == 1}is one{else}are {n}{end}, then {m}.\n """\n ask a "What is one more?"\n}'
    )
    assert [example.record["metrics"]["unused"] for example in spec.sample(4)] == [["n"]] * 4


def test_what_is_told_in_words_is_a_fraction_in_the_steps() -> None:
    spec = mspec.load(
        'problem p {\n given {\n f : rational in {3/4} "share"\n g : rational in {3/10} "other share"\n'
        ' n : int in {40} "number"\n }\n steps {\n a = n * f "part"\n b = a * g "rest" }\n'
        ' story """\n  Take {f:words} of {n}, and {g:fractionwords} of that.\n """\n ask b "What is that?"\n}'
    )
    (example,) = spec.sample()
    assert example.question.startswith("Take three quarters of 40, and three tenths of that.")
    assert [step.sentence for step in example.steps] == [
        "The part is 40 × 3/4 = 30.",
        "The rest is 30 × 3/10 = 9.",
    ]
