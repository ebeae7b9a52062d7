"""The lint of produced text: planted faults are found, good records have none, and each rule draws its line right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import inflect
import orjson
import pytest
from click.testing import CliRunner
from num2words import num2words
from tests.data.library import SPECS, Json, problems, sampled
from tests.data.planted import PLANTS, Plant

import mspec
from mspec.cli import main
from mspec.runtime.data.records import Recorder
from mspec.runtime.data.text_lint import RULES, check_text
from mspec.runtime.data.text_lint.articles import _wanted


def found(record: Json) -> list[str]:
    return [f"{fault.code} {fault.text()}" for fault in check_text(record)]


# ------------------------------------------------------------------------------------------ whole library


def test_a_sample_of_shipped_specs_is_clean() -> None:
    assert [fault for record, _ in sampled(20) for fault in found(record)] == []


@pytest.mark.slow
def test_many_samples_of_shipped_specs_are_clean() -> None:
    faults = Counter[str]()
    for problem in problems():
        for line in Recorder(problem, 11).batch(0, 200):
            faults.update(fault.partition(",")[2] for fault in found(orjson.loads(line)))
    assert faults == Counter()


@pytest.mark.parametrize(("code", "plant"), [(code, plant) for code, _, plant in PLANTS], ids=[p[1] for p in PLANTS])
def test_planted_faults_are_found(code: str, plant: Plant) -> None:
    planted = (plant(record, problem) for record, problem in sampled(20))
    damaged = [after for after in planted if after is not None][:60]
    assert len(damaged) >= 5, "no room for it in the specs of the sample: it is never tried"
    missed = [after for after in damaged if code not in {fault.code for fault in check_text(after)}]
    shown = [(after["question"], [step["sentence"] for step in after["steps"]]) for after in missed[:3]]
    assert len(missed) <= len(damaged) // 20, f"{len(missed)} of {len(damaged)} missed: {shown}"


def test_every_code_is_planted_and_every_rule_has_a_code() -> None:
    assert len({code for code, _, _ in PLANTS}) == len(RULES)


# ------------------------------------------------------------------------------------------ line by line


def of(question: str, **others: Any) -> Json:
    """A record that says this."""
    answer = {"text": "5", "value": "5", "type": "int", "unit": ""}
    base = {"id": "p/0/0/0", "question": question, "parts": [], "steps": [], "answer": answer, "givens": {}}
    return {**base, **others}


def step(sentence: str, description: str = "", kind: str = "arithmetic", unit: str = "") -> Json:
    return {"name": "s", "kind": kind, "sentence": sentence, "description": description or sentence[:9], "unit": unit}


CLEAN = [
    "Mia has 1 apple, 0 apples, 0.5 apples, 1/2 apple and 2 1/2 apples.",
    "In grade 1 apples are red.",
    "There is 1 more day, and there are 21 days.",
    "3 adult tickets and 1 child ticket cost $12 together.",
    "Mia said: one of the apples is a 3 kg bag.",
    "Each one needs 1 minus 5.",
    "An hour, a unit, an 8 km walk, an 80 kg load, an $11 ticket, an 18th part, a 110 m race, a one-way trip.",
    "Vitamin A is good. A box is an open one.",
    "Tom eats. He had had 3 apples that that day brought.",
    "It costs $2.5 million and 20% of 3.14 m.",
    "It is 5 km/h, 20%, $5, 90°, the 1980s, class 5A and 2x + 3y.",
    'Dr. Li says "two" at 3 p.m. on the 2nd day (twice). Is it true?',
    "(a) What is x? (b) What is the ratio 3 : 2? (c) Is it in [0, 5)?",
    "A cylinder holds helium, He, at 600 kPa.",
    "The sum is 4a^2 + a. The side a of it is 5.",
    "A set is {1, 2}. Do the girls pay, or do they run? Does Tom pay? Ben and Mia pay.",
    "It is the number that Mia thinks of. The number that Ben thinks of is 7.",
    "Red ones are added, just as many of each.",
    "Three people play a game, and two friends of Mia pay for it.",
]


@pytest.mark.parametrize("question", CLEAN)
def test_clean(question: str) -> None:
    assert found(of(question, givens={"a": "Tom", "b": "Mia", "c": "Ben"})) == []


FAULTY = [
    ("MS8301", "Mia has 3 apple."),
    ("MS8301", "Mia has five red apple in a box."),
    ("MS8301", "Mia has 1 apples."),
    ("MS8301", "Mia has 0 apple left."),
    ("MS8301", "Mia has 1.5 apple."),
    ("MS8301", "Mia walks for one hours."),
    ("MS8301", "Mia has 1 zorbs."),
    ("MS8301", "Mia buys a pears."),
    ("MS8302", "Mia waits a hour."),
    ("MS8302", "Mia buys an $5 ticket."),
    ("MS8302", "Mia runs a 11 km course."),
    ("MS8302", "Mia sees an unicorn."),
    ("MS8303", "Mia buys 3 apples and he eats 2."),
    ("MS8303", "The shop is open. She buys 3 apples."),
    ("MS8303", "Mia sleeps. It rains. Then she eats."),
    ("MS8303", "Mia sleeps. They pay $5."),
    ("MS8304", "Mia and Ben meet, and they pays $5."),
    ("MS8304", "Mia have 3 apples."),
    ("MS8304", "Mia comes and she buy 3 apples."),
    ("MS8304", "How much do Mia pay?"),
    ("MS8304", "There is 3 apples in it."),
    ("MS8304", "There are 1 apple in it."),
    ("MS8305", "Mia buys some some apples."),
    ("MS8305", "Then then it opens."),
    ("MS8306", "Mia pays $2.5 each."),
    ("MS8306", "It is 0.30000000000000004 m long."),
    ("MS8306", "It is 1e-05 m long."),
    ("MS8307", "It is 5km long."),
    ("MS8307", "It goes 5 km/ h."),
    ("MS8307", "It costs $ 5."),
    ("MS8307", "It is 20 % of it."),
    ("MS8308", "it costs $5."),
    ("MS8308", "Mia pays. how much?"),
    ("MS8308", "How much is it"),
    ("MS8309", "Mia pays  $5."),
    ("MS8309", "Mia pays $5 ."),
    ("MS8309", "Mia pays,then she goes."),
    ("MS8309", "Mia pays $5.."),
    ("MS8310", "Mia pays (twice."),
    ("MS8310", "Mia pays twice)."),
    ("MS8310", 'Mia says "yes.'),
    ("MS8311", "Mia has None apples."),
    ("MS8311", "Mia has {n} apples."),
    ("MS8311", "Mia has a bus_ticket."),
    ("MS8311", "Mia pays $ for it."),
    ("MS8311", "Mia buys the at noon."),
]


@pytest.mark.parametrize(("code", "question"), FAULTY)
def test_faulty(code: str, question: str) -> None:
    people = {"a": "Mia"} | ({"b": "Ben"} if "Ben" in question else {})
    assert {fault[:6] for fault in found(of(question, givens=people))} == {code}


def test_nouns_of_a_spec_are_known_from_units_and_givens() -> None:
    counted = step("The number is 3 + 4 = 7.", "number", unit="zorb")
    assert found(of("There are 3 zorb here.", steps=[counted]))[0].startswith("MS8301")
    assert found(of("There are 3 blim here. All blims are blue.", givens={"item": "blim"}))[0].startswith("MS8301")
    assert found(of("There are 3 zorbs here.", steps=[counted])) == []


def test_steps_and_descriptions() -> None:
    long = of("Is it so?", steps=[step("The mean is 3.141592.", "mean")])
    assert [fault[:6] for fault in found(long)] == ["MS8306"]
    assert found(of("It is 3.141592 m.")) == []
    twice = of("Is it so?", steps=[step("The mean is 3.", "mean"), step("The mean is 4.", "mean")])
    assert [fault[:6] for fault in found(twice)] == ["MS8312"]
    ends = of("Is it so?", steps=[step("The mean is 3.", "the mean.")])
    assert [fault[:6] for fault in found(ends)] == ["MS8308", "MS8308"]
    assert [fault[:6] for fault in found(of("Is it so?", steps=[step("", "mean")]))] == ["MS8311"]


def test_the_solution_may_speak_of_whom_the_question_names() -> None:
    record = of("Mia buys 3 apples. A shop sells them.", givens={"a": "Mia"}, steps=[step("She pays $3.", "amount")])
    assert found(record) == []
    record["steps"][0]["sentence"] = "He pays $3."
    assert [fault[:6] for fault in found(record)] == ["MS8303"]


def test_a_part_is_read_in_the_question() -> None:
    parts = [{"question": "What is is it?", "answer": of("")["answer"]}]
    assert len(found(of("(a) What is is it?", parts=parts))) == 1
    assert "question of part 1" in found(of("What is it?", parts=parts))[0]


def test_articles_agree_with_inflect() -> None:
    """An oracle with other rules, over words that begin in every way."""
    engine = inflect.engine()
    listed = """box eclair hour honest honour heir house unicorn uniform union unit university useful usual utensil
    umbrella uncle unimportant unopened European eucalyptus ewe one once orange onion egg yacht year X-ray x-axis MRI 8
    11 18 80 88 100 110 180 1100 11000 18000 800 7 9 10 12 idea oven elephant ukulele uranium apple"""
    words = listed.split()
    said = {word: num2words(int(word)) if word.isdigit() else word for word in words}
    differ = [w for w in words if (mine := _wanted(w)) is not None and not engine.a(said[w]).startswith(f"{mine} ")]
    assert differ == []


# ------------------------------------------------------------------------------------------ command line


def test_verify_with_text(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    mspec.generate([SPECS / "money"], 14, out, seed=1)
    good = CliRunner().invoke(main, ["verify", str(out), "--text"])
    assert good.exit_code == 0
    assert good.stdout.splitlines()[1] == "the text of 14 of 14 records is clean (100 %)"
    first, *rest = out.read_bytes().splitlines()
    record = orjson.loads(first)
    record["question"] = record["question"].replace(". ", ".  ", 1)
    out.write_bytes(b"\n".join([orjson.dumps(record), *rest]))
    bad = CliRunner().invoke(main, ["verify", str(out), "--text"])
    assert bad.exit_code == 1
    assert "the text of 13 of 14 records is clean (92.86 %); MS8309: 1" in bad.stdout
    assert f"MS8309]: {record['id']}, question: more than one space" in bad.stderr and "help" in bad.stderr
    assert CliRunner().invoke(main, ["verify", str(out)]).exit_code == 0
    report = mspec.verify(out, text=True)
    assert report.text is not None and report.text.counts == {"MS8309": 1}
    assert mspec.verify(out).text is None
