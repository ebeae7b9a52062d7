"""Faults of wording, planted into good records: one function a kind of fault, with the code that must find it.

A plant gives the damaged record, or None where the record has no place for it. What it needs to know of nouns it takes
from the problem that made the record, not from what the lint knows.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

from mspec.compiler.ir import Problem

Json = dict[str, Any]
Plant = Callable[[Json, Problem], Json | None]

PLANTS: list[tuple[str, str, Plant]] = []
"""(code, what is planted, plant)."""


def plant(code: str) -> Callable[[Plant], Plant]:
    """Note a plant."""

    def noted(function: Plant) -> Plant:
        PLANTS.append((code, function.__name__, function))
        return function

    return noted


def _chosen(record: Json, matches: list[re.Match[str]]) -> re.Match[str] | None:
    """One of the places, another one in another record."""
    return matches[record["index"] % len(matches)] if matches else None


def _in_question(record: Json, pattern: str, by: Callable[[re.Match[str]], str], flags: int = 0) -> Json | None:
    match = _chosen(record, list(re.finditer(pattern, record["question"], flags)))
    if match is None:
        return None
    return _with_question(record, record["question"][: match.start()] + by(match) + record["question"][match.end() :])


def _with_question(record: Json, question: str) -> Json:
    return {**copy.deepcopy(record), "question": question}


def _in_sentence(record: Json, pattern: str, by: Callable[[re.Match[str]], str]) -> Json | None:
    return _in_step(record, "sentence", pattern, by)


def _in_step(record: Json, field: str, pattern: str, by: Callable[[re.Match[str]], str]) -> Json | None:
    found = copy.deepcopy(record)
    places = [(step, m) for step in found["steps"] for m in re.finditer(pattern, step[field])]
    if not places:
        return None
    step, match = places[record["index"] % len(places)]
    step[field] = step[field][: match.start()] + by(match) + step[field][match.end() :]
    return found


def _counted(problem: Problem) -> str:
    """A number, and the plural of a noun of the problem that can be told from its singular."""
    plurals = {noun.plural: noun.singular for noun in _nouns(problem)}
    named = "|".join(sorted(map(re.escape, plurals), key=lambda word: (-len(word), word))) or r"\b\B"
    number = r"(?<![\w.,/$-])(?<![Cc]lass )(?P<n>\d+|two|three|four|five|six)"
    return rf"{number} (?P<noun>{named})(?= [a-z]|[.,?])(?! [a-z]+s\b)"


def _nouns(problem: Problem) -> list[Any]:
    return [noun for noun in problem.lexicon.nouns if not noun.mass and noun.plural and noun.plural != noun.singular]


def _singular(problem: Problem, plural: str) -> str:
    return next(str(noun.singular) for noun in _nouns(problem) if noun.plural == plural)


def _others_than_one(pattern: str) -> str:
    return pattern.replace(r"\d+|", r"(?!1 )\d+|")


@plant("MS8301")
def singular_after_number(record: Json, problem: Problem) -> Json | None:
    return _in_question(
        record, _others_than_one(_counted(problem)), lambda m: f"{m['n']} {_singular(problem, m['noun'])}"
    )


@plant("MS8301")
def singular_after_zero(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, _counted(problem), lambda m: f"0 {_singular(problem, m['noun'])}")


@plant("MS8301")
def plural_after_one(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, _counted(problem), lambda m: f"1 {m['noun']}")


@plant("MS8301")
def plural_after_a_fraction(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, _counted(problem), lambda m: f"1/2 {m['noun']}")


@plant("MS8302")
def other_article(record: Json, problem: Problem) -> Json | None:
    swap = {"a": "an", "an": "a", "A": "An", "An": "A"}
    return _in_question(record, r"(?<![\w(-])(?:[Aa]|[Aa]n)(?= (?:[a-z]|\d))", lambda m: swap[m[0]])


@plant("MS8302")
def article_before_eight(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<![\w(-])an? (?=[a-z])", lambda m: "a 8-day ")


_CLASS = {"she": "he", "her": "his", "hers": "his", "he": "she", "him": "her", "his": "her"}


@plant("MS8303")
def pronoun_of_the_other_class(record: Json, problem: Problem) -> Json | None:
    names = {"she": set[str](), "he": set[str](), "they": set[str]()}
    table = problem.lexicon.table("people")
    for row in table.rows:
        if row[0] in record["givens"].values():
            names[str(row[1])].add(str(row[0]))
    if sum(map(len, names.values())) != 1:
        return None  # another person may be meant

    def other(match: re.Match[str]) -> str:
        swapped = _CLASS[match[0].lower()]
        return swapped.capitalize() if match[0][0].isupper() else swapped

    question = re.sub(rf"\b(?:{'|'.join(_CLASS)})\b", other, record["question"], flags=re.I)
    return _with_question(record, question) if question != record["question"] else None


@plant("MS8303")
def pronoun_too_far_from_the_name(record: Json, problem: Problem) -> Json | None:
    """A sentence about something else stands between the name and the pronoun."""
    people = [name for name in record["givens"].values() if re.fullmatch(r"[^\W\d_]\w+", name) and name[0].isupper()]
    sentences = re.split(r"(?<=[.?]) ", record["question"])
    for number, sentence in enumerate(sentences[1:], 1):
        alone = re.search(r"\b(?:she|he|his|her)\b", sentence, re.I) and not any(name in sentence for name in people)
        if alone and len(people) == 1:
            between = ["The weather was fine.", *sentences[number:]]
            return _with_question(record, " ".join([*sentences[:number], *between]))
    return None


@plant("MS8303")
def somebody_out_of_nowhere(record: Json, problem: Problem) -> Json | None:
    return _with_question(record, f"The weather was fine. She looked up. {record['question']}")


@plant("MS8304")
def auxiliary_in_the_plural(record: Json, problem: Problem) -> Json | None:
    people = "|".join(re.escape(name) for name in record["givens"].values() if re.fullmatch(r"[A-Z]\w+", name))
    return _in_question(
        record, rf"\b(?P<aux>does|is|was|has) (?P<who>she|he{'|' + people if people else ''})\b",
        lambda m: f"{ {'does': 'do', 'is': 'are', 'was': 'were', 'has': 'have'}[m['aux']]} {m['who']}",
    )  # fmt: skip


@plant("MS8304")
def plural_verb_after_one_person(record: Json, problem: Problem) -> Json | None:
    verbs = "buy|pay|save|take|need|earn|keep|sell|make|read|walk|get"
    pattern = rf"(?<!and )\b(?P<who>[Ss]he|[Hh]e) (?P<verb>{verbs})s\b"
    return _in_question(record, pattern, lambda m: f"{m['who']} {m['verb']}")


@plant("MS8304")
def singular_verb_after_they(record: Json, problem: Problem) -> Json | None:
    return _with_question(record, f"Two friends meet. They buys lunch. {record['question']}")


@plant("MS8305")
def word_twice_in_the_question(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"\b(?!had\b|that\b)[A-Za-z]+\b(?= )(?!')", lambda m: f"{m[0]} {m[0].lower()}")


@plant("MS8305")
def word_twice_in_a_sentence(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"\b(?!x\b|y\b)[A-Za-z]+\b(?= )", lambda m: f"{m[0]} {m[0].lower()}")


@plant("MS8305")
def word_twice_in_a_description(record: Json, problem: Problem) -> Json | None:
    return _in_step(record, "description", r"\A[a-z]+\b", lambda m: f"{m[0]} {m[0]}")


@plant("MS8306")
def float_in_the_question(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<![\w.,/])\d+(?![\w.,/:])", lambda m: f"{m[0]}.30000000000000004")


@plant("MS8306")
def long_decimal_in_a_sentence(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"(?<![\w.,/])\d+(?=[ .]*\Z|[ .]+[^\d])(?!\.\d)", lambda m: f"{m[0]}.33333")


@plant("MS8306")
def exponent(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"(?<![\w.,/])\d+(?![\w.,/:])", lambda m: f"{m[0]}e-05")


@plant("MS8306")
def money_with_one_decimal(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"\$\d+\.\d(?=\d)\d", lambda m: m[0][:-1])


_UNITS = "km/h|km|m/s²|m/s|mL|kWh|kg|cm|min|gal"


@plant("MS8307")
def no_space_before_a_unit(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, rf"(?<=\d) (?=(?:{_UNITS})(?![A-Za-z]))", lambda m: "")


@plant("MS8307")
def no_space_before_a_unit_in_a_sentence(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, rf"(?<=\d) (?=(?:{_UNITS})(?![A-Za-z]))", lambda m: "")


@plant("MS8307")
def space_in_a_unit(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<=\d )(km|m)/(h|s)", lambda m: f"{m[1]}/ {m[2]}")


@plant("MS8307")
def space_after_a_currency_sign(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"\$(?=\d)", lambda m: "$ ")


@plant("MS8307")
def space_before_a_percent_sign(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<=\d)%", lambda m: " %")


@plant("MS8308")
def no_capital(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?:\A|(?<=[a-z0-9][.?] ))[A-Z](?=[a-z ])", lambda m: m[0].lower())


@plant("MS8308")
def no_stop(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"[.?]\Z", lambda m: "")


@plant("MS8308")
def no_capital_in_a_sentence(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"\A[A-Z]", lambda m: m[0].lower())


@plant("MS8308")
def no_stop_in_a_sentence(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"\.\Z", lambda m: "")


@plant("MS8308")
def stop_after_a_description(record: Json, problem: Problem) -> Json | None:
    return _in_step(record, "description", r"\Z", lambda m: ".")


@plant("MS8308")
def article_in_a_description(record: Json, problem: Problem) -> Json | None:
    return _in_step(record, "description", r"\A", lambda m: "the ")


@plant("MS8309")
def two_spaces(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, " ", lambda m: "  ")


@plant("MS8309")
def two_spaces_in_a_sentence(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, " ", lambda m: "  ")


@plant("MS8309")
def space_before_punctuation(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<=\w)[,.?](?= |\Z)", lambda m: f" {m[0]}")


@plant("MS8309")
def no_space_after_a_stop(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<=[a-z]{2}\.) (?=[A-Z])", lambda m: "")


@plant("MS8309")
def two_stops(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"\.\Z", lambda m: "..")


@plant("MS8310")
def bracket_not_closed(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<= )(?=[a-z])", lambda m: "(")


@plant("MS8310")
def bracket_lost(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"[()]", lambda m: "")


@plant("MS8310")
def quotation_not_closed(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<= )(?=[a-z])", lambda m: '"')


@plant("MS8311")
def none(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<![\w.,/$])\d+(?![\w.,/%])", lambda m: "None")


@plant("MS8311")
def hole_not_filled(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<![\w.,/$])\d+(?![\w.,/%])", lambda m: "{n of item}")


@plant("MS8311")
def name_of_a_noun(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"\b[a-z]+ [a-z]+\b", lambda m: m[0].replace(" ", "_"))


@plant("MS8311")
def no_amount(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<=\$)\d[\d,]*(?:\.\d+)?", lambda m: "")


@plant("MS8311")
def no_noun(record: Json, problem: Problem) -> Json | None:
    return _in_question(record, r"(?<= )([Aa]n?|the) [a-z]+(?=[.,] | of | at | for | in )", lambda m: m[1])


@plant("MS8311")
def empty_sentence(record: Json, problem: Problem) -> Json | None:
    return _in_sentence(record, r"\A.+\Z", lambda m: "")


@plant("MS8312")
def one_description_twice(record: Json, problem: Problem) -> Json | None:
    if len(record["steps"]) < 2:
        return None
    found = copy.deepcopy(record)
    found["steps"][-1]["description"] = found["steps"][0]["description"]
    return found
