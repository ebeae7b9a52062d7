"""What a record must satisfy by its own fields alone: no spec, no generator, only arithmetic read from its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import UnionType
from typing import Any, NamedTuple

from mspec.compiler.ir import Lexicon
from mspec.runtime.data.pair_check import FIELDS as PAIR_FIELDS
from mspec.runtime.data.pair_check import faults_of as pair_faults
from mspec.runtime.data.reading import Record
from mspec.runtime.data.shipped_claims import readable
from mspec.runtime.data.time_text import is_time_text, says
from mspec.runtime.data.wrong_check import FIELDS as WRONG_FIELDS
from mspec.runtime.data.wrong_check import LONG_TAIL, faults_of
from mspec.runtime.render.styles import SHIPPED, pack, styled
from mspec.runtime.steps import reread
from mspec.runtime.steps.texts import real_digits

FIELDS: Mapping[str, type | UnionType] = {
    "id": str, "spec": str, "spec_hash": str, "seed": int, "index": int, "question": str, "answer": dict, "parts": list,
    "steps": list, "givens": dict, "told": dict, "metrics": dict, "lineage": list, "verified": list,
}  # fmt: skip
STEP_FIELDS: Mapping[str, type] = {
    **dict.fromkeys(("name", "kind", "description", "sentence", "expression", "equation", "claim"), str),
    "value": str, "unit": str, "inputs": list, "depth": int,
}  # fmt: skip
ANSWER_FIELDS = ("text", "value", "type", "unit")
TEXT_FIELDS = ("style", "problem", "solution")
"""Of `text`, which a record has where its data set was made in a style."""
METRIC_FIELDS = ("length", "steps", "width", "branching", "shared", "treewidth", "digits")

_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d+\])?(?!\w*\()")
_SHOWN = re.compile(
    r"-?[$€£¥]?(?P<number>\d[\d,]*(?:\.\d+)?)(?:/(?P<den>\d+)| (?P<above>\d+)/(?P<below>\d+))?(?P<percent>%)?"
)


class Fault(NamedTuple):
    """What is wrong, by kind, and where."""

    kind: str
    text: str


def malformed(record: Record) -> str | None:
    """Why a record does not even have the right fields, or None."""
    for name, kind in FIELDS.items():
        if name not in record or not isinstance(record[name], kind):
            return f"`{name}` is missing or no {_spelled(kind)}"
    traces = record.get("wrong", [])
    if not isinstance(traces, list):
        return "`wrong` is no list"
    for trace in traces:
        for name, kind in WRONG_FIELDS.items():
            if not isinstance(trace, dict) or not isinstance(trace.get(name), kind):
                return f"`{name}` of a wrong trace is missing or no {_spelled(kind)}"
    pair = record.get("pair") or {}
    for name, kind in PAIR_FIELDS.items() if pair else ():
        if not isinstance(pair, dict) or not isinstance(pair.get(name), kind):
            return f"`{name}` of the pair is missing or no {_spelled(kind)}"
    for step in _all_steps(record):
        for name, kind in STEP_FIELDS.items():
            if not isinstance(step, dict) or not isinstance(step.get(name), kind):
                return f"`{name}` of a step is missing or no {_spelled(kind)}"
        if not all(isinstance(source, str) for source in step["inputs"]):
            return "an input of a step is no str"
    for part in [record, *record["parts"], *traces, *([pair] if pair else [])]:
        answer = part.get("answer") if isinstance(part, dict) else None
        if not isinstance(answer, dict) or not all(isinstance(answer.get(name), str) for name in ANSWER_FIELDS):
            return "an answer is not text, value, type and unit"
    if not all(isinstance(value, str) for name in ("givens", "told") for value in record[name].values()):
        return "the value of a given is not text"
    named = record.get("plugins") or []
    if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
        return "the plug-ins are not names with versions"
    text = record.get("text", {})
    if "text" in record and not (
        isinstance(text, dict) and all(isinstance(text.get(name), str) for name in TEXT_FIELDS)
    ):
        return "the text is not style, problem and solution"
    choices = record.get("choices", [])
    if not isinstance(choices, list) or not all(isinstance(choice, str) for choice in choices):
        return "the choices are not texts"
    if ("choices" in record) != isinstance(record.get("correct"), int):
        return "`correct` is missing, or there are no choices"
    if not 0 <= record["index"] < 1 << 62:
        return "the index is no place in a stream"
    if not all(isinstance(record["metrics"].get(name), int) for name in METRIC_FIELDS):
        return "a metric is missing or no whole number"
    return None


def _spelled(kind: type | UnionType) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)


def _all_steps(record: Record) -> Iterator[Mapping[str, Any]]:
    """The steps of the solution, of the wrong ones, and of the counterfactual."""
    yield from record["steps"]
    for trace in record.get("wrong", ()):
        yield from trace["steps"]
    yield from (record.get("pair") or {}).get("steps", ())


def check_texts(records: Sequence[Record], lexicons: Mapping[str, Lexicon]) -> Iterator[tuple[int, Fault]]:
    """Read all equations and claims of some records again; (position, fault) for each that does not hold.

    Args:
        lexicons: by spec hash, the tables that claims look things up in, and the plug-ins whose primitives they call.
            Without them, claims of plain functions and of the plug-ins that a record names are read; others are
            passed over.
    """
    steps = [(position, step) for position, record in enumerate(records) for step in _all_steps(record)]
    equations = [(position, s["name"], s["equation"], s["value"]) for position, s in steps if s["equation"]]
    true = reread.holds([equation for _, _, equation, _ in equations])
    for (position, name, equation, value), holds in zip(equations, true.tolist(), strict=True):
        if not holds:
            yield position, Fault("equation", f"{name}: {equation}")
        elif not equation.endswith(f" = {value}"):
            yield position, Fault("equation gives another value", f"{name}: {equation}, value {value}")
    by_spec: dict[tuple[str, tuple[str, ...]], list[tuple[int, str, str]]] = {}
    for position, record in enumerate(records):
        for step in _all_steps(record):
            if step["claim"]:
                key = (record["spec_hash"], tuple(record.get("plugins") or ()))
                by_spec.setdefault(key, []).append((position, step["name"], step["claim"]))
    for (spec_hash, named), claims in by_spec.items():
        lexicon = lexicons.get(spec_hash)
        if lexicon is None:
            lexicon, known = readable([text for _, _, text in claims], named)
            claims = [claim for claim in claims if claim[2] in known]
        true = reread.claims_hold([text for _, _, text in claims], lexicon)
        for (position, name, text), holds in zip(claims, true.tolist(), strict=True):
            if not holds:
                yield position, Fault("claim", f"{name}: {text}")


def check_record(record: Record) -> Iterator[Fault]:
    """Everything but the equations and claims, which are read many at a time."""
    yield from _identity(record)
    yield from _steps(record)
    yield from _answers(record)
    yield from _metrics(record)
    yield from _in_style(record)
    yield from _choices(record)
    yield from _wrong(record)
    yield from _pair(record)
    texts = [record["question"], *(step["sentence"] for step in _all_steps(record)), record["answer"]["text"]]
    for text in texts:
        if LONG_TAIL.search(text):
            yield Fault("float in text", text)
    if any(_holds_float(value) for value in record.values()):
        yield Fault("float", "a number that is no whole number and no exact text")


def _identity(record: Record) -> Iterator[Fault]:
    expected = f"{record['spec']}/{record['spec_hash'][:8]}/{record['seed']}/{record['index']}"
    if record["id"] != expected:
        yield Fault("id", f"{record['id']}, not {expected}")


def _steps(record: Record) -> Iterator[Fault]:
    """Every input is a given, a told step or an earlier one; depths follow; the expression gives the value."""
    known: dict[str, str] = {**record["givens"], **record["told"]}
    depth: dict[str, int] = {}
    for step in record["steps"]:
        name = step["name"]
        for source in step["inputs"]:
            if re.split(r"[.\[]", source)[0] not in known:
                yield Fault("input", f"{name} uses {source}, which is no given and no earlier step")
        below = [depth[root] for source in step["inputs"] if (root := re.split(r"[.\[]", source)[0]) in depth]
        if step["depth"] != 1 + max(below, default=0):
            yield Fault("depth", f"{name} has depth {step['depth']}")
        computed = _computed(step["expression"], known) if step["equation"] else None
        if computed is not None and str(computed) != step["value"]:
            yield Fault("chain", f"{name}: {step['expression']} is {computed}, value {step['value']}")
        known[name] = step["value"]
        depth[name] = step["depth"]


def _computed(expression: str, known: Mapping[str, str]) -> Fraction | None:
    """An expression over names with the values put in; None where a name has no number of its own (a lookup in a table
    that the record does not hold)."""
    missing = False

    def put_in(match: re.Match[str]) -> str:
        nonlocal missing
        name = match[0]
        value = known.get(name)
        if value is None and "[" in name:
            root, _, place = name.rstrip("]").partition("[")
            items = known.get(root, "[]")[1:-1].split(", ")
            value = items[int(place) - 1] if int(place) <= len(items) else None
        if value is None or not re.fullmatch(r"-?\d+(/\d+)?", value):
            missing = True
            return name
        return f"({value})"

    filled = _NAME.sub(put_in, expression)
    if missing:
        return None
    try:
        return reread.value_of(filled)
    except ValueError:
        return None


def _answers(record: Record) -> Iterator[Fault]:
    values = [step["value"] for step in record["steps"]]
    parts: list[Mapping[str, Any]] = record["parts"] or [record]
    if record["parts"] and record["parts"][-1]["answer"] != record["answer"]:
        yield Fault("answer", "the answer is not that of the last part")
    for part in parts:
        answer = part["answer"]
        value = _number(answer["value"])
        spelled = decimal_of(answer["value"]) if _CLOSED.fullmatch(answer["value"]) else answer["value"]
        if not any(_is_answer(spelled, value, step) for step in values):
            yield Fault("answer", f"no step gives {answer['value']}")
        if spelled != answer["value"] and shown_form(answer["text"]) != answer["value"]:
            yield Fault("answer text", f"{answer['text']!r} for {answer['value']}")
        if value is None:
            if not answer["text"]:
                yield Fault("answer text", "it is empty")
            continue
        is_count = answer["type"].startswith("count(") and "[1/" not in answer["type"]
        if is_count and (value < 0 or value.denominator != 1):
            yield Fault("count", f"{answer['value']} of {answer['unit']}")
        if is_time_text(answer["text"], answer["type"]):
            if not says(answer["text"], value, answer["unit"]):
                yield Fault("answer text", f"{answer['text']!r} for {answer['value']}")
            continue
        shown = shown_number(answer["text"])
        close = answer["type"].startswith("real") and shown is not None and _rounds_to(value, shown)
        if shown is not None and shown != value and not close:
            yield Fault("answer text", f"{answer['text']!r} for {answer['value']}")


_CLOSED = re.compile(r"(?=.*(?:sqrt\(|pi))(?:sqrt\(\d+\)|pi(?:\^\d+)?|\d+|[-+*/() ])+")
"""A closed form: rational multiples of roots and pi."""


def decimal_of(spelled: str) -> str:
    """A closed form, `3*sqrt(5)`, as the digits that the value of a step has. Text that is no form stays."""
    try:
        value = reread.value_of(spelled)
    except ValueError:
        return spelled
    return str(value) if not re.search("[a-z]", spelled) else real_digits(value)


def shown_form(text: str) -> str:
    """The closed form that an answer shows, as the language spells it: "(6π + 12) cm" is `6*pi + 12`."""
    form = re.match(r"\((?P<sum>.* [-+] .*)\)(?: .*)?|(?P<bare>[-√π²³\d/.,() +^]*[π\d)²³])(?: .*)?", text)
    if form is None:
        return ""
    spelled = form["sum"] or form["bare"]
    spelled = re.sub(r"(?<=[\dπ²³])(?=[π√])", "*", spelled)
    spelled = re.sub(r"√(\d+)", r"sqrt(\1)", spelled)
    return spelled.replace("π²", "pi^2").replace("π³", "pi^3").replace("π", "pi")


def _choices(record: Record) -> Iterator[Fault]:
    """The choices are different, and the right one is the answer; as numbers, too, no other one is."""
    if "choices" not in record:
        return
    choices, correct, answer = record["choices"], record["correct"], record["answer"]["text"]
    if len(set(choices)) != len(choices) or len(choices) < 2:
        yield Fault("choices", "the same twice, or only one")
    if not 0 <= correct < len(choices) or choices[correct] != answer:
        yield Fault("choices", f"the one called right is not the answer, {answer}")
    right = shown_number(answer)
    for place, choice in enumerate(choices):
        value = shown_number(choice)
        closed = any(sign in choice + answer for sign in "π√")  # more than a number in digits
        if place != correct and value is not None and right is not None and not closed:
            if value == right:
                yield Fault("choices", f"{choice} is {answer}, too")
            elif right > 0 >= value:
                yield Fault("choices", f"{choice} is not positive, {answer} is")


def _wrong(record: Record) -> Iterator[Fault]:
    """Each wrong trace is right up to its first wrong step, and follows from that step's value behind it."""
    names = [trace["id"] for trace in record.get("wrong", ())]
    if len(set(names)) != len(names):
        yield Fault("wrong trace", "the same twice")
    for trace in record.get("wrong", ()):
        for why in faults_of(trace, record):
            yield Fault("wrong trace", f"{trace['id']}: {why}")
        worked = {**record, "steps": trace["steps"], "answer": trace["answer"], "parts": []}
        for fault in (*_steps(worked), *_answers(worked)):
            yield Fault("wrong trace", f"{trace['id']}: {fault.kind}: {fault.text}")


def _pair(record: Record) -> Iterator[Fault]:
    """The counterfactual differs from the record where it says so."""
    pair = record.get("pair")
    if pair:
        for why in pair_faults(pair, record):
            yield Fault("pair", why)
        other = {**record, **{name: pair[name] for name in ("steps", "answer", "givens", "told")}, "parts": []}
        for fault in _steps(other):
            yield Fault("pair", f"{fault.kind}: {fault.text}")


def _in_style(record: Record) -> Iterator[Fault]:
    """A text in a shipped style is what that style makes of the record. Those of other packs are not looked at."""
    text = record.get("text")
    if text is None or text["style"] not in SHIPPED:
        return
    again = styled(pack(text["style"]), record)
    for name in ("problem", "solution"):
        if text[name] != getattr(again, name):
            yield Fault("text in a style", f"the {name} is not the record in the style {text['style']}")


def _number(text: str) -> Fraction | None:
    return Fraction(text) if re.fullmatch(r"-?\d+(/[1-9]\d*|\.\d+)?", text) else None


def _is_answer(text: str, value: Fraction | None, step: str) -> bool:
    """The value of a step, or what it rounds to at the last digit that the answer has."""
    if text == step:
        return True
    exact = _number(step)
    return value is not None and exact is not None and _rounds_to(exact, value)


def _rounds_to(exact: Fraction, value: Fraction) -> bool:
    """Whether a number is within half a unit of the last digit of a decimal (of a whole number: its last one not 0)."""
    place = Fraction(1)
    while (value / place).denominator != 1 and place > Fraction(1, 10**30):
        place /= 10
    if value.denominator == 1:
        while value and (value / (place * 10)).denominator == 1 and place < 10**30:
            place *= 10
    return -place / 2 <= value - exact <= place / 2


def shown_number(text: str) -> Fraction | None:
    """The number that an answer shows in digits, in the unit of its value: "$2.50" is 5/2, "20%" 1/5, "2 1/3" and
    "7:3" 7/3. None where it shows none, or more than one."""
    in_ratio = re.fullmatch(r"(-?\d+):([1-9]\d*)", text)
    if in_ratio is not None:
        return Fraction(int(in_ratio[1]), int(in_ratio[2]))
    found = list(_SHOWN.finditer(text.replace("²", "").replace("³", "")))
    if len(found) != 1:
        return None
    match = found[0]
    value = Fraction(match["number"].replace(",", ""))
    if match["den"]:
        value /= int(match["den"])
    if match["below"]:
        value += Fraction(int(match["above"]), int(match["below"]))
    if match["percent"]:
        value /= 100
    return -value if match[0].startswith("-") else value


def _metrics(record: Record) -> Iterator[Fault]:
    metrics, steps = record["metrics"], record["steps"]
    by_depth: dict[int, int] = {}
    for step in steps:
        by_depth[step["depth"]] = by_depth.get(step["depth"], 0) + 1
    expected = {
        "steps": len(steps),
        "width": max(by_depth.values(), default=0),
        "branching": max((len(step["inputs"]) for step in steps), default=0),
    }
    for name, value in expected.items():
        if metrics[name] != value:
            yield Fault("metric", f"{name} is {metrics[name]}, {value} by the steps")
    parts = (part.lstrip("-") for step in steps for part in step["value"].split("/"))
    longest = max((len(part) for part in parts if part.isdigit()), default=0)
    if metrics["digits"] < longest:
        yield Fault("metric", f"digits is {metrics['digits']}, a step has {longest}")


def _holds_float(value: object) -> bool:
    match value:
        case float():
            return True
        case dict():
            return any(map(_holds_float, value.values()))
        case list():
            return any(map(_holds_float, value))
    return False
