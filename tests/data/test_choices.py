"""Multiple choice: distinct, plausible choices, the right one among them at a place that the stream decides."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import orjson
import pytest

from mspec import api
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import AnswerForm, Problem
from mspec.runtime.data.besides import Besides, recorder_with
from mspec.runtime.data.choices import near
from mspec.runtime.data.self_check import check_record, malformed

EGGS = '''
problem eggs {
  given { n : int in 3..9  "number of boxes a day" }
  steps {
    two  = 2 * n  "number of boxes in two days"
    week = 7 * n  "number of boxes in a week"
  }
  story """
    A farm sells {n} boxes of eggs a day.
  """
  ask week "How many boxes does it sell in a week?" (choices = 4)
}
'''
Record = dict[str, Any]
BAKERY = "money.bakery_discount"
STOCK = """
problem stock {
  given { n : int in 2..9 "number in the morning" }
  steps { a = n + 1 "number in the evening" }
  story \"\"\"
    There are {n} bags. One more comes.
  \"\"\"
  ask a "How many are there?" (choices = 4)
}
"""


def problem(spec: str, choices: int = 4, **form: Any) -> Problem:
    found = api.load(spec).problem
    ask = found.asks[-1]
    asked = replace(ask, form=replace(ask.form, choices=choices, **form))
    return replace(found, asks=(*found.asks[:-1], asked))


def records(of: Problem, n: int, seed: int = 3) -> list[Record]:
    return [orjson.loads(line) for line in recorder_with(of, seed).batch(0, n)]


def test_from_mistakes() -> None:
    """Wrong choices are the results of the author's mistakes as long as these suffice."""
    bakery = problem(BAKERY)
    plain = [orjson.loads(line) for line in recorder_with(api.load(BAKERY).problem, 3, Besides(wrong=9)).batch(0, 20)]
    for record, other in zip(records(bakery, 20), plain, strict=True):
        assert record["choices"][record["correct"]] == record["answer"]["text"]
        assert len(set(record["choices"])) == 4
        mistakes = {trace["answer"]["text"] for trace in other["wrong"] if "." not in trace["id"]}
        assert len(mistakes & set(record["choices"])) == min(3, len(mistakes))
        assert {k: v for k, v in record.items() if k in ("question", "answer", "steps", "givens")} == {
            k: v for k, v in other.items() if k in ("question", "answer", "steps", "givens")
        }
    assert "choices" not in plain[0]


@pytest.mark.parametrize(
    "spec", ["physics.braking_car", "arithmetic.dress_pockets", "ball_percentage", "pizza_slice_edge", "next_bus"]
)
def test_plausible(spec: str) -> None:
    """By its own fields each record holds; whole answers have whole choices."""
    for record in records(problem(spec), 12):
        assert malformed(record) is None and not list(check_record(record))
        if record["answer"]["text"].rstrip("%").isdigit():
            assert all("/" not in choice and "." not in choice for choice in record["choices"])


def test_the_right_place_is_random_and_of_the_row_alone() -> None:
    bakery = problem(BAKERY)
    found = records(bakery, 200)
    assert Counter(record["correct"] for record in found).keys() == {0, 1, 2, 3}
    assert max(Counter(record["correct"] for record in found).values()) < 80
    again = [orjson.loads(line) for line in recorder_with(bakery, 3).batch(7, 9)]
    assert again == found[7:9]
    assert [r["correct"] for r in records(bakery, 200, seed=4)] != [r["correct"] for r in found]


def test_close_results_where_slips_do_not_suffice() -> None:
    (record,) = records(api.load(STOCK).problem, 1)
    answer = int(record["answer"]["value"])
    assert len(record["choices"]) == 4 and all(choice.isdigit() for choice in record["choices"])
    assert all(0 < int(choice) < 100 * answer for choice in record["choices"])


@pytest.mark.parametrize(
    ("form", "right", "first"),
    [
        (AnswerForm(), Fraction(24), [25, 23]),
        (AnswerForm(), Fraction("31.05"), [Fraction("31.06"), Fraction("31.04")]),
        (AnswerForm(round=1), Fraction("31.05"), [Fraction("31.2"), Fraction("31")]),
        (AnswerForm(), Fraction("0.01"), [Fraction("0.02"), Fraction("0.03")]),  # nothing that is not positive
        (AnswerForm(form="words"), Fraction(24), []),
    ],
)
def test_near(form: AnswerForm, right: Fraction, first: list[Fraction]) -> None:
    bakery = api.load(BAKERY).problem
    ask = replace(bakery.asks[0], form=form)
    assert list(near(bakery, ask, right))[:2] == first


def test_too_few() -> None:
    with pytest.raises(MspecError) as error:
        records(problem("quadratic_roots", 10), 1)
    assert error.value.diagnostics[0].code == "MS8204"


def test_only_the_last_question() -> None:
    text = STOCK.replace("(choices = 4)", '(choices = 4)\n  ask b "And two more?"').replace(
        '"number in the evening" }', '"number in the evening"\n b = a + 2 "later number" }'
    )
    with pytest.raises(MspecError) as error:
        api.load(text)
    assert [d.code for d in error.value.diagnostics] == ["MS3019"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("correct", 0), ("choices", ["$1", "$1", "$2", "$3"]), ("choices", []), ("correct", 7),
        ("choices", "equal as a number"), ("choices", "negative"),
    ],
)  # fmt: skip
def test_verify_sees(field: str, value: object) -> None:
    record = next(r for r in records(problem(BAKERY), 20) if r["correct"] == 1)
    text = record["answer"]["text"]
    spoilt = {"equal as a number": f"{text}0", "negative": "-$3"}.get(str(value))
    changed = value if spoilt is None else [spoilt, *record["choices"][1:]]
    assert not list(check_record(record))
    assert {fault.kind for fault in check_record({**record, field: changed})} == {"choices"}


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_data_sets(tmp_path: Path, suffix: str) -> None:
    """A spec with choices beside one without, and both checked against them."""
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    spec = tmp_path / "stock.mspec"
    spec.write_text(STOCK, encoding="utf-8")
    out = tmp_path / f"out.{suffix}"
    api.generate([spec, BAKERY], 10, out, wrong=1)
    report = api.verify(out, [spec, BAKERY])
    assert (report.faulty, report.from_spec) == (0, 10)
    found = api.read_examples(out, 10)
    with_choices = [example for example in found if example.choices]
    assert len(with_choices) == 5
    assert all(e.correct is not None and e.choices[e.correct] == e.answer.text for e in with_choices)
    assert all(e.correct is None for e in found if not e.choices)


@pytest.mark.parametrize("style", ["plain", "exam", "textbook", "latex", "chat"])
@pytest.mark.parametrize("before", ["", 'ask two "How many in two days?"\n  '])
def test_the_choices_stand_in_a_text_in_a_style(tmp_path: Path, style: str, before: str) -> None:
    spec = api.load(EGGS.replace("ask week", before + "ask week"))
    out = tmp_path / "out.jsonl"
    api.generate([spec], 6, out, style=style)
    assert api.verify(out, [spec]).faulty == 0
    for example in api.read_examples(out, 6):
        text = example.record["text"]
        for label, choice in zip("ABCD", example.choices, strict=True):
            assert f"({label})" in text["problem"] and choice in text["problem"]
        assert example.correct is not None and f"({'ABCD'[example.correct]})" in text["solution"]
