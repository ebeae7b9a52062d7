"""What the wrong traces of a record must satisfy, by the fields of the record alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

LONG_TAIL = re.compile(r"(?<!\d)0\.0*[1-9]\d{6,}|[1-9]\d*\.\d{7,}|\d[eE][-+]?\d{2}\b")
"""What a float looks like when it slips into text: a long tail of digits, an exponent. The zeros with which a small
number begins are no tail: 0.000001778 has four digits."""
FIELDS: Mapping[str, type] = {"id": str, "mistake": str, "first_wrong": int, "steps": list, "answer": dict}


def faults_of(entry: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a wrong trace beside its record: before its first wrong step all steps are those of the right
    solution, that step has another value, and so has the answer, which is what a step behind it found."""
    right = {step["name"]: step for step in record["steps"]}
    steps, first = entry["steps"], entry["first_wrong"]
    if not 0 <= first < len(steps):
        yield f"there is no step {first}"
        return
    for step in steps[:first]:
        if step["name"] not in right or any(step[name] != right[step["name"]][name] for name in _SAME):
            yield f"{step['name']} is wrong before the first wrong step"
    there = right.get(steps[first]["name"])
    if there is None or there["value"] == steps[first]["value"]:
        yield f"{steps[first]['name']} is not wrong"
    if entry["answer"]["value"] == record["answer"]["value"] or entry["answer"]["text"] == record["answer"]["text"]:
        yield "its answer is the right one"
    said = {step["sentence"] for step in record["steps"]}
    if any(LONG_TAIL.search(step["sentence"]) for step in steps if step["sentence"] not in said):
        yield "it shows a number with a long tail of digits"
    if not entry["mistake"]:
        yield "it does not say what went wrong"


_SAME = ("value", "equation", "claim", "unit")
