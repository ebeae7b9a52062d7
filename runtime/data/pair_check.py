"""What the counterfactual of a record must satisfy, by the fields of the record alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

FIELDS: Mapping[str, type] = {
    **dict.fromkeys(("kind", "what", "from", "to", "question"), str),
    "answer": dict, "givens": dict, "told": dict, "steps": list, "changed": list, "same": list, "untouched": list,
}  # fmt: skip
SHOWN = ("value", "equation", "claim", "unit")
"""The fields of a step in which a pair may differ."""


def faults_of(pair: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a pair: each step of either problem is in one of its lists, and in the right one."""
    here = {step["name"]: step for step in record["steps"]}
    there = {step["name"]: step for step in pair["steps"]}
    listed = [*pair["changed"], *pair["same"], *pair["untouched"]]
    if sorted(listed) != sorted({*here, *there}):
        yield "its lists are not all the steps, each once"
    for name in {*here, *there} & {*listed}:
        both = name in here and name in there
        alike = both and all(here[name][key] == there[name][key] for key in SHOWN)
        if alike == (name in pair["changed"]):
            yield f"{name} is {'the same' if alike else 'changed'}, and is listed otherwise"
    if pair["kind"] == "leaf" and pair["from"] == pair["to"]:
        yield f"{pair['what']} is not changed"
