"""`iterate` and binders whose number of turns depends on givens, and what is said of the turns."""

from __future__ import annotations

from fractions import Fraction

import pytest

import mspec
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.load import load_problem, load_source
from mspec.compiler.source import Source

LOOP = """
use lexicon.food
problem loop {{
  given {{
    a : int in 1..4  "start"
    m : int in 3..9  "first number"
    k : int in 1..4  "second number"
  }}
  steps {{
    c = iterate({head}, from a, next it + m{until})  "number after {turn}"
    t = c.turns  "number of turns taken"
  }}
  story \"\"\"
    The numbers are {{a}}, {{m}} and {{k}}.
  \"\"\"
  ask c "What is the last number?"
  ask t "How many turns is that?"
}}
"""


def solved(head: str, turn: str, until: str = "", **given: str) -> mspec.Example:
    text = LOOP.format(head=head, turn=turn, until=until and f" until {until}")
    (example,) = mspec.Spec(load_problem(text)).sample(given=given)
    return example


@pytest.mark.parametrize(("m", "k"), [(3, 4), (5, 4), (4, 4), (9, 1), (6, 3)])
def test_a_bound_may_be_computed_from_several_givens(m: int, k: int) -> None:
    example = solved("i in 1..m - k", "turn {i}", a="2", m=str(m), k=str(k))
    turns = max(0, m - k)
    assert [answer.value for answer in example.answers] == [2 + turns * m, turns]


@pytest.mark.parametrize("m", range(3, 10))
def test_a_bound_below_the_first_turn_is_no_turn(m: int) -> None:
    example = solved("i in 1..m - 5", "turn {i}", a="3", m=str(m), k="1")
    turns = max(0, m - 5)
    assert [answer.value for answer in example.answers] == [3 + turns * m, turns]


def test_turns_are_counted_from_the_first() -> None:
    example = solved("i in 3..m", "turn {i}", a="1", m="6", k="1")
    assert [answer.value for answer in example.answers] == [1 + 4 * 6, 4]


def test_turns_are_said_with_their_noun() -> None:
    example = solved("i in 1..m - k", "{i of day}", a="1", m="6", k="4")
    said = [step.sentence for step in example.steps]
    assert said[:3] == [
        "The number after 1 day is 1 + 6 = 7.",
        "The number after 2 days is 7 + 6 = 13.",
        "Since 6 - 4 ≥ 1, the number after 2 days is 13.",
    ]


@pytest.mark.parametrize("turn", ["{i} days", "{i} days of work"])
def test_a_plural_beside_the_number_of_a_turn(turn: str) -> None:
    text = LOOP.format(head="i in 1..m", turn=turn, until="")
    (found,) = load_source(Source("loop.mspec", text)).diagnostics
    assert (found.code, found.help_text()) == ("MS6004", "write `{i of day}`")
    assert text[found.span.start : found.span.end] == "{i} days"


def test_until_names_no_step_by_itself() -> None:
    example = solved("i in 1..9", "some turns", until="it > 20", a="1", m="6", k="4")
    said = [step.sentence for step in example.steps]
    assert said[-1].endswith(", the number after some turns is 25.") or said[-2].endswith(
        ", the number after some turns is 25."
    )
    assert not any("is the number after some turns" in text for text in said)


def test_a_form_beside_the_number_of_a_turn() -> None:
    with pytest.raises(MspecError) as caught:
        load_problem(LOOP.format(head="i in 1..m", turn="{i:words} turns", until=""))
    (found,) = caught.value.diagnostics
    assert found.code == "MS3020"
    assert found.help_text() == "write `{i}` or `{i of noun}`"


def test_a_computed_bound_has_a_help_that_applies() -> None:
    with pytest.raises(MspecError) as caught:
        load_problem(
            LOOP.format(head="i in 1..d", turn="turn {i}", until="").replace("    c =", "    d = m - k\n    c =")
        )
    found = next(d for d in caught.value.diagnostics if d.code == "MS3016")
    assert found.help_text().startswith("`d` is computed: take a constant that is never too small")


def test_a_binder_over_several_givens() -> None:
    text = LOOP.replace("c = iterate({head}, from a, next it + m{until})", "c = sum(i in 1..m - k, i)")
    text = text.replace('    t = c.turns  "number of turns taken"\n', "").replace(
        '  ask t "How many turns is that?"\n', ""
    )
    problem = load_problem(text.format(turn="turns"))
    (example,) = mspec.Spec(problem).sample(given={"m": "8", "k": "3", "a": "1"})
    assert example.answer.value == Fraction(15)


ASIDE = """
problem aside {{
  given {{
    p : person
    i : int in 2..4  "number"
  }}
  steps {{ d = 2 * i  "double" }}
  story \"\"\"
    {{p}} has the number {{i}}.
    {sentence}
  \"\"\"
  ask d "What is the double?"
}}
"""


@pytest.mark.parametrize("sentence", ["Could {p.they} have more?", "Why {p.their} aunt might {p.they} have asked."])
def test_no_verb_agrees_behind_an_auxiliary(sentence: str) -> None:
    found = load_source(Source("aside.mspec", ASIDE.format(sentence=sentence))).diagnostics
    assert "MS6003" not in {d.code for d in found}


def test_a_finite_verb_agrees() -> None:
    found = load_source(Source("aside.mspec", ASIDE.format(sentence="Then {p.they} have asked."))).diagnostics
    assert [d.code for d in found] == ["MS6003"]
