"""Damaged specs: what typing slips, merges gone wrong and hostile edits make of the shipped ones. Seeded."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from random import Random

from mspec.compiler.libraries import shipped_names

Mutation = Callable[[Random, str], str]

WORD = re.compile(r'"""|"[^"\n]*"|\w+|\.\.|[<>=!]=|\s+|.', re.DOTALL)
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
EXTREMES = (
    "0", "-1", "1", "2^62", "2^64", "9223372036854775807", "9223372036854775808", "10^40", "2^10^10", "-10^40", "0.5",
    "0.0000000000000000001", "1/3", "100000000000", "99999999999999999999999999999999999999999", "1e400", "$0.001",
    "50%", "n", "1/0", "0/0", "(1)", "7 kg", "3 m/s^2", "\"x\"", "true", "{1, 2}", "[1, 2]", "1..3", "-0", "00", "64",
    "65",
)  # fmt: skip
CHARACTERS = (
    "\0", "\x1b", "\r", "\t", "\u2028", "\u202e", "\ufeff", "é", "ß", "İ", "½", "²", "٣", "😀", "\ud800", "−", "×", "“",
    "{", "}", "(", ")", "[", "]", '"', '"""', "\\", "#", "$", "%", "^", "|", ":", ",", ".", "..", "/", "*", "-",
)  # fmt: skip


SLOW = frozenset({"geometry.map_distance", "money.free_delivery", "statistics.missing_mark", "sets.three_languages"})
"""Specs whose own check takes seconds, since it lists worlds; so does that of those with expressions."""


def names() -> list[str]:
    """The shipped specs that are mutated."""
    return [n for n in shipped_names() if n not in SLOW and not n.startswith(("algebra.", "calculus."))]


@cache
def originals() -> tuple[str, ...]:
    """The text of every shipped spec, libraries included, in the order of their names."""
    texts = []
    for name in names():
        *folders, last = name.split(".")
        texts.append(files("mspec.specs").joinpath(*folders, f"{last}.mspec").read_text(encoding="utf-8"))
    return tuple(texts)


def mutant(seed: int) -> str:
    """The mutant of a seed: a shipped spec after one to four mutations."""
    random = Random(seed)
    text = random.choice(originals())
    for _ in range(random.choice((1, 1, 1, 2, 2, 4))):
        text = random.choice(MUTATIONS)(random, text)
    return text


def _flipped(random: Random, text: str) -> str:
    """One byte of the file changed; what is not UTF-8 any more is read as Latin-1 would be."""
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if not data:
        return text
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _character(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(CHARACTERS) + text[at + random.choice((0, 1)) :]


def _lines(random: Random, text: str) -> str:
    """Lines dropped, doubled, swapped, or a run of them moved."""
    lines = text.splitlines(keepends=True) or [""]
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    kind = random.randrange(5)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(other, lines[one])
    elif kind == 2:
        lines[one], lines[other] = lines[other], lines[one]
    elif kind == 3:
        low, high = sorted((one, other))
        lines = lines[:low] + lines[high:] + lines[low:high]
    else:
        lines = lines[: one + 1]
    return "".join(lines)


def _tokens(random: Random, text: str) -> str:
    """Tokens deleted, doubled, swapped, or replaced by one of another spec."""
    words = WORD.findall(text)
    spots = [i for i, word in enumerate(words) if not word.isspace()]
    if len(spots) < 2:
        return text
    one, other = random.choice(spots), random.choice(spots)
    kind = random.randrange(6)
    if kind == 0:
        words[one] = ""
    elif kind == 1:
        words[one] += " " + words[one]
    elif kind == 2:
        words[one], words[other] = words[other], words[one]
    elif kind == 3:
        words[one] = words[other]
    else:
        foreign = [word for word in WORD.findall(random.choice(originals())) if not word.isspace()]
        words[one] = random.choice(foreign)
    return "".join(words)


def _same_sort(random: Random, text: str) -> str:
    """A name, sign or text replaced by another of its sort in the same spec: most likely to stay well formed."""
    words = WORD.findall(text)

    def sort(word: str) -> str:
        return "name" if word.isidentifier() else "text" if word[0] == '"' else "number" if word.isdigit() else "sign"

    spots = [i for i, word in enumerate(words) if not word.isspace()]
    if not spots:
        return text
    one = random.choice(spots)
    alike = [words[i] for i in spots if sort(words[i]) == sort(words[one])]
    words[one] = random.choice(alike)
    return "".join(words)


def _operator(random: Random, text: str) -> str:
    found = list(re.finditer(r" ([-+*/^]|[<>=!]=|[<>]|and|or) ", text))
    if not found:
        return text
    spot = random.choice(found)
    new = random.choice(("+", "-", "*", "/", "^", "<", "<=", "==", "!=", "and", "or", "in", ".."))
    return f"{text[: spot.start()]} {new} {text[spot.end() :]}"


def _number(random: Random, text: str) -> str:
    found = list(NUMBER.finditer(text))
    if not found:
        return text
    spot = random.choice(found)
    return text[: spot.start()] + random.choice(EXTREMES) + text[spot.end() :]


def _bracket(random: Random, text: str) -> str:
    """A bracket lost, turned, or put where none belongs."""
    found = [i for i, char in enumerate(text) if char in "()[]{}"]
    if found and random.random() < 0.6:
        at = random.choice(found)
        return text[:at] + random.choice(("", "(", ")", "[", "]", "{", "}", text[at] * 2)) + text[at + 1 :]
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice("()[]{}") + text[at:]


def _wrapped(random: Random, text: str) -> str:
    """An expression put inside a function, a conditional or a binder."""
    found = list(re.finditer(r"= ([^\"\n{}]+?)(?=\s*(?:\"|\n))", text))
    if not found:
        return text
    spot = random.choice(found)
    inner = spot.group(1)
    frames = ("floor({})", "abs({})", "sqrt({})", "if {} > 0 then 1 else {}", "sum(i in 1..3, i * ({}))", "({})^2",
              "-({})",
              "min({}, 2)", "{} / 3", "quotient({}, 2)", "round({}, 0.01)", "factorial({})", "({}) / ({})", "2^({})",
              "gcd({}, 12)", "({})^0.5", "is_int({})", "median({}, 1, 2)", "choose({}, 3)", "sin({})")  # fmt: skip
    frame = random.choice(frames)
    return text[: spot.start(1)] + frame.replace("{}", inner) + text[spot.end(1) :]


MUTATIONS: tuple[Mutation, ...] = (
    _flipped, _character, _lines, _lines, _tokens, _tokens, _same_sort, _same_sort, _same_sort, _operator, _number,
    _number, _bracket, _wrapped,
)  # fmt: skip
