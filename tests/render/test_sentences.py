"""Sentences as a reader sees them: agreement, capitals, untold forms, choices, references."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from tests import handmade
from tests.render.worlds import batch_of, problem_of

from mspec.compiler.ir import (
    AnswerForm,
    Article,
    Ask,
    Choice,
    Counted,
    Literal,
    NounRef,
    PersonRef,
    Problem,
    Segment,
    Sentence,
    Show,
    Text,
)
from mspec.compiler.types import BOOL, INT, PERCENT, RATIONAL, ListOf, NounType, Num, Person, Word, count
from mspec.compiler.units import Unit, currency
from mspec.runtime.render import UnknownForm, UntoldFormMissing, answer_text, describe, question, render

MONEY = Num(unit=currency("$"))
KG = Unit((("kg", 1),), (("mass", 1),))


def text(*parts: str | Segment) -> Text:
    return tuple(Literal(part) if isinstance(part, str) else part for part in parts)


def said(*parts: str | Segment, hidden: frozenset[int] = frozenset(), **world: Any) -> str:
    """One sentence of the shop in one world, by default three bagels."""
    batch = batch_of(SHOP, BAGELS | world)
    return render(SHOP, [text(*parts)], batch, hidden=hidden)[0][0]


SHOP = problem_of(kid=Person(), item=NounType(), n=count("item", rigid=True), price=MONEY)
KID, ITEM, N, PRICE = range(4)
BAGELS: dict[str, object] = {"kid": "Mia", "item": "bagel", "n": 3, "price": "5/2"}


@pytest.mark.parametrize(
    ("item", "n", "expected"),
    [
        ("bagel", 1, "1 bagel costs"),
        ("bagel", 3, "3 bagels cost"),
        ("bagel", 0, "0 bagels cost"),
        ("mouse", 1, "1 mouse costs"),
        ("mouse", 2, "2 mice cost"),
        ("sheep", 2, "2 sheep cost"),
        ("flour", 2, "2 flour costs"),
        ("adult_ticket", 12000, "12,000 adult tickets cost"),
        ("bagel", "1/2", "0.5 bagels cost"),
        ("bagel", "1/3", "1/3 bagel costs"),
    ],
)
def test_counted_noun_and_verb_agree(item: str, n: object, expected: str) -> None:
    assert said(Counted(N, NounRef(node=ITEM), "cost"), " $3.", item=item, n=n) == f"{expected} $3."


@pytest.mark.parametrize(("n", "expected"), [(1, "There is 1 bagel."), (2, "There are 2 bagels.")])
def test_auxiliary_before_a_counted_noun(n: int, expected: str) -> None:
    assert said("There ", Counted(N, NounRef("bagel"), auxiliary="is"), ".", n=n) == expected


def test_auxiliary_keeps_its_capital() -> None:
    assert said(Counted(N, NounRef("bagel"), auxiliary="Were"), " sold?", n=1) == "Was 1 bagel sold?"


@pytest.mark.parametrize(
    ("item", "capital", "expected"),
    [("eclair", False, "an eclair"), ("hour", True, "An hour"), ("unicycle", False, "a unicycle")],
)
def test_article(item: str, capital: bool, expected: str) -> None:
    assert said("It is ", Article(ITEM, capital), ".", item=item) == f"It is {expected}."


def test_article_of_a_quantity() -> None:
    problem = problem_of(w=Num(unit=KG))
    batch = batch_of(problem, {"w": 8}, {"w": 7}, {"w": 18}, {"w": "11"}, {"w": "81/10"})
    [sentences] = render(problem, [text("Send ", Article(0), " parcel.")], batch)
    assert sentences == [
        "Send an 8 kg parcel.",
        "Send a 7 kg parcel.",
        "Send an 18 kg parcel.",
        "Send an 11 kg parcel.",
        "Send an 8.1 kg parcel.",
    ]


def test_a_sentence_that_begins_with_a_hole_gets_a_capital() -> None:
    assert said(Show(ITEM, "plural"), " are good.") == "Bagels are good."
    assert said(Article(ITEM), " is good.") == "A bagel is good."
    assert said("the ", Show(ITEM), " is good.") == "the bagel is good."


def test_a_description_gets_no_capital() -> None:
    assert describe(SHOP, text(Show(ITEM, "plural"), " left"), batch_of(SHOP, BAGELS)) == ["bagels left"]


def test_names_in_a_description() -> None:
    assert describe(SHOP, text(PersonRef(KID, "their"), " share"), batch_of(SHOP, BAGELS)) == ["Mia's share"]


# --------------------------------------------------------------------------------------------- untold forms


def test_untold_value() -> None:
    hole = Show(PRICE, untold=text("a certain price"))
    assert said("It costs ", hole, ".") == "It costs $2.50."
    assert said("It costs ", hole, ".", hidden=frozenset({PRICE})) == "It costs a certain price."
    assert said(hole, " is asked.", hidden=frozenset({PRICE})) == "A certain price is asked."


@pytest.mark.parametrize(
    ("untold", "expected"),
    [
        (text("some"), "some bagels cost"),
        (text("a number of"), "a number of bagels cost"),
        (text("a few ", Show(ITEM, "plural")), "a few bagels cost"),
    ],
)
def test_untold_count_keeps_its_noun(untold: Text, expected: str) -> None:
    hole = Counted(N, NounRef(node=ITEM), "cost", untold=untold)
    assert said("The ", hole, " $3.", hidden=frozenset({N})) == f"The {expected} $3."


def test_untold_count_of_a_fixed_noun_that_says_it() -> None:
    hole = Counted(N, NounRef("mouse"), auxiliary="is", untold=text("a few mice"))
    assert said("There ", hole, ".", hidden=frozenset({N})) == "There are a few mice."


def test_hidden_without_untold_form() -> None:
    with pytest.raises(UntoldFormMissing, match="price"):
        said("It costs ", Show(PRICE), ".", hidden=frozenset({PRICE}))


# ----------------------------------------------------------------------------------------------- references

FRIENDS = problem_of(a=Person(), b=Person(), late=BOOL)
A, B, LATE = range(3)


def story(*sentences: Text, **world: object) -> list[str]:
    batch = batch_of(FRIENDS, {"a": "Mia", "b": "Noah", "late": False} | world)
    return [texts[0] for texts in render(FRIENDS, sentences, batch)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mia", "She pays her bill herself, and does she mind? It is hers. Give it to her."),
        ("James", "He pays his bill himself, and does he mind? It is his. Give it to him."),
        ("Sam", "They pay their bill themselves, and do they mind? It is theirs. Give it to them."),
    ],
)
def test_pronouns_of_each_class(name: str, expected: str) -> None:
    found = story(
        text(PersonRef(A), " is here."),
        text(
            PersonRef(A, "they", True, verb="pay"), " ", PersonRef(A, "their"), " bill ", PersonRef(A, "themself"),
            ", and ", PersonRef(A, "they", auxiliary="does"), " mind? It is ", PersonRef(A, "theirs"), ". Give it to ",
            PersonRef(A, "them"), ".",
        ),
        a=name,
    )  # fmt: skip
    assert found == [f"{name} is here.", expected]


def test_a_reference_without_antecedent_is_the_name() -> None:
    found = story(text(PersonRef(A, "they", verb="carry"), " ", PersonRef(A, "their"), " bag."), a="James")
    assert found == ["James carries his bag."]


def test_possessive_name() -> None:
    assert story(text(PersonRef(A, "their"), " bag is red."), a="James") == ["James's bag is red."]


def test_an_antecedent_two_sentences_back_is_too_far() -> None:
    found = story(
        text(PersonRef(A), " eats."), text("It rains."), text("Then ", PersonRef(A, "they", verb="sleep"), ".")
    )
    assert found[2] == "Then Mia sleeps."


def test_a_pronoun_carries_the_mention_on() -> None:
    sleeps = text("Then ", PersonRef(A, "they", verb="sleep"), ".")
    assert story(text(PersonRef(A), " eats."), sleeps, sleeps)[1:] == ["Then she sleeps."] * 2


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Mia", "Noah", "Then she sleeps and he eats."),
        ("Mia", "Ava", "Then Mia sleeps and Ava eats."),
        ("Noah", "James", "Then Noah sleeps and James eats."),
        ("Mia", "Sam", "Then she sleeps and Sam eats."),
        ("Sam", "Kai", "Then Sam sleeps and Kai eats."),
    ],
)
def test_the_last_mentioned_of_a_class_takes_the_pronoun(a: str, b: str, expected: str) -> None:
    found = story(
        text(PersonRef(A), " meets ", PersonRef(B), "."),
        text("Then ", PersonRef(A, "they", verb="sleep"), " and ", PersonRef(B, "they", verb="eat"), "."),
        a=a,
        b=b,
    )
    assert found[1] == expected


def test_last_mentioned_of_two_of_one_class() -> None:
    found = story(
        text(PersonRef(A), " and ", PersonRef(B), " sing, and ", PersonRef(B, "they", verb="dance"), "."), b="Ava"
    )
    assert found == ["Mia and Ava sing, and she dances."]


@pytest.mark.parametrize(
    ("late", "expected"), [(True, "Then Ava meets Mia, and Ava sleeps."), (False, "Then she sleeps.")]
)
def test_a_mention_in_an_arm_counts_where_the_arm_is_taken(late: bool, expected: str) -> None:
    found = story(
        text(PersonRef(B), " eats."),
        text(
            "Then ",
            Choice(LATE, text(PersonRef(B), " meets ", PersonRef(A), ", and ")),
            PersonRef(B, "they", verb="sleep"),
            ".",
        ),
        b="Ava",
        late=late,
    )
    assert found[1] == expected


def test_rows_of_a_batch_are_resolved_each_for_itself() -> None:
    batch = batch_of(
        FRIENDS,
        {"a": "Mia", "b": "Noah"},
        {"a": "Mia", "b": "Ava"},
        {"a": "Sam", "b": "Noah"},
        {"a": "Kai", "b": "Sam"},
    )
    texts = [text(PersonRef(A), " beats ", PersonRef(B), "."), text("Does ", PersonRef(A, "they"), " win?")]
    assert render(FRIENDS, texts, batch)[1] == ["Does she win?", "Does Mia win?", "Does Sam win?", "Does Kai win?"]


# -------------------------------------------------------------------------------------------------- choices


@pytest.mark.parametrize("late", [True, False])
def test_choice(late: bool) -> None:
    segments = text("The bus is ", Choice(LATE, text("late"), text("on time")), ".")
    assert story(segments, late=late) == ["The bus is late." if late else "The bus is on time."]


def test_an_empty_sentence_leaves_no_second_space() -> None:
    sentences = (
        text(Choice(LATE, text("It is late."))),
        text(PersonRef(A), " waits."),
        text(Choice(LATE, text(PersonRef(A, "they", verb="grumble"), "."))),
        text("The bus comes."),
    )
    problem = Problem(
        "bus",
        FRIENDS.nodes,
        story=tuple(map(Sentence, sentences)),
        asks=(Ask(A, text("Who?")),),
        lexicon=FRIENDS.lexicon,
    )
    batch = batch_of(problem, {"a": "Mia", "late": True}, {"a": "Mia", "late": False})
    assert question(problem, batch) == [
        "It is late. Mia waits. She grumbles. The bus comes. Who?",
        "Mia waits. The bus comes. Who?",
    ]


def test_an_arm_that_opens_the_sentence_gets_a_capital() -> None:
    segments = text(Choice(LATE, text(PersonRef(A, "they"), " runs, ")), Show(A), " is glad.")
    assert story(segments, late=False) == ["Mia is glad."]


# ------------------------------------------------------------------------------------------------ questions


def test_bakery() -> None:
    problem = handmade.bakery()
    batch = batch_of(problem, {"kid": "Mia", "item": "bagel", "n": 12, "price": "5/2", "off": "1/5"})
    assert question(problem, batch) == [
        "Mia buys 12 bagels at $2.50 each. The bakery takes 20% off the bill. How much does Mia pay?"
    ]
    assert question(problem, batch, hidden=frozenset({problem.node_named("off")})) == [
        "Mia buys 12 bagels at $2.50 each. The bakery takes a certain percentage off the bill. How much does Mia pay?"
    ]


def test_shipping_does_not_repeat_the_unit_of_a_rate() -> None:
    problem = handmade.shipping()
    batch = batch_of(problem, {"w": "45/2", "member": True, "base": 4, "rate": "4/5"})
    assert question(problem, batch) == [
        "A courier charges $4 for a parcel of up to 5 kg, plus $0.80 per kilogram above 5 kg, and twice that rate "
        "above 20 kg. Members pay half. What does a 22.5 kg parcel cost a member?"
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (".", "It costs $0.80 per kilogram."),
        (" a kilo.", "It costs $0.80 a kilo."),
        (" more for each kilogram.", "It costs $0.80 more for each kilogram."),
        (", and each bag is red.", "It costs $0.80 per kilogram, and each bag is red."),
    ],
)
def test_a_rate_prints_its_unit_where_the_author_does_not(after: str, expected: str) -> None:
    problem = problem_of(rate=Num(unit=currency("$") / KG))
    batch = batch_of(problem, {"rate": "4/5"})
    assert render(problem, [text("It costs ", Show(0), after)], batch) == [[expected]]


def test_two_savers() -> None:
    problem = handmade.rates()
    world = {"ana": "Mia", "ben": "Ava", "gift": "guitar", "goal": 200, "weekly": 5, "k": 2, "spent": 10, "weeks": 3}
    assert question(problem, batch_of(problem, world)) == [
        "Mia and Ava are saving for a guitar that costs $200. Mia saves $5 a week for 3 weeks. "
        "In the same time Ava saves twice as much, but she spends $10 on a present. "
        "They go on saving at the same rates. How many more weeks do they need?"
    ]


def test_parts_are_lettered() -> None:
    problem = handmade.marks()
    assert question(problem, batch_of(problem, {"xs": [3, 5, 7, 9, 11]})) == [
        "A student gets the marks 3, 5, 7, 9 and 11. (a) What is the mean of the marks? "
        "(b) How far is the mean from the median?"
    ]


def test_table_row() -> None:
    problem = handmade.planets()
    shown = [s.node for s in problem.story[0].segments if isinstance(s, Show)]
    assert question(problem, batch_of(problem, {"p": 2, "m": "7/2"}, also=shown[1:])) == [
        "A probe of 3.5 kg lands on Mars, where things fall with 3.71 m/s². What does the probe weigh there?"
    ]


def test_a_step_in_a_worked_solution_is_rounded_openly() -> None:
    problem = handmade.bakery()
    full = problem.node_named("full")
    world = {"kid": "Mia", "item": "bagel", "n": 1, "price": "10/3", "off": "1/5"}
    batch = batch_of(problem, world, also=[full])
    sentence = text("Before the discount it is ", Show(full), " at ", Show(problem.node_named("off")), ".")
    assert render(problem, [sentence], batch, worked=True) == [["Before the discount it is ≈ $3.33 at 20%."]]
    assert render(problem, [sentence], batch) == [["Before the discount it is $10/3 at 20%."]]


def test_no_rows() -> None:
    assert question(handmade.bakery(), batch_of(handmade.bakery())) == []


def test_unknown_form() -> None:
    with pytest.raises(UnknownForm):
        said(Show(KID, "times"))


@pytest.mark.parametrize(
    ("type_", "form", "value", "expected"),
    [
        (MONEY, AnswerForm(), Fraction(24), "$24"),
        (MONEY, AnswerForm(round=2), Fraction(10, 3), "$3.33"),
        (MONEY, AnswerForm(round=2), Fraction("13.225"), "$13.23"),
        (PERCENT, AnswerForm(round=1), Fraction(1, 3), "33.3%"),
        (Num(unit=KG), AnswerForm(sigfigs=3), Fraction(200, 3), "66.7 kg"),
        (Num(unit=KG), AnswerForm(sigfigs=3, units="none"), Fraction(200, 3), "66.7"),
        (RATIONAL, AnswerForm(form="fraction"), Fraction(1, 4), "1/4"),
        (RATIONAL, AnswerForm(form="exact"), Fraction(1, 4), "0.25"),
        (INT, AnswerForm(), Fraction(1200), "1200"),
        (ListOf(INT, 2), AnswerForm(), (Fraction(1), Fraction(2)), "1 and 2"),
        (Word(), AnswerForm(), "red", "red"),
    ],
)
def test_answers(type_: Num, form: AnswerForm, value: Fraction, expected: str) -> None:
    problem = problem_of(x=type_)
    assert answer_text(problem, Ask(0, text("?"), form), value) == expected
