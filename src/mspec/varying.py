"""Variants for the API and the command line: what the options ask for, and the files that come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mspec.compiler.build.environment import nearest
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.plans import BadRange, OnePlan, UnknownRule
from mspec.compiler.ir import Problem
from mspec.compiler.print_spec import print_problem
from mspec.runtime.plan.difficulty import HARDEST
from mspec.runtime.plan.plan import HELD_OUT, KEPT, PARTS, Plan
from mspec.runtime.vary.variant import Offer, Variant, books, rules_of

MOST = {"rounds": 50, "length": 40, "level": HARDEST}
"""The largest number that each kind of plan takes."""


def plan_of(
    rounds: str | None = None, length: str | None = None, level: str | None = None, rules: Sequence[str] = ()
) -> Plan | None:
    """What `--rounds`, `--length` and `--level` ask for, each a number or a range `4..21`; None if none is given.

    Args:
        rules: the only rules that may be drawn, see `known_rules`; none for all.

    Raises:
        MspecError: MS8502, more than one is given, or rules without any; MS8503, one is no range or out of bounds.
    """
    given = {name: text for name, text in (("rounds", rounds), ("length", length), ("level", level)) if text}
    if len(given) > 1:
        raise MspecError([OnePlan(given=" and ".join(f"--{name}" for name in given))])
    for name, text in given.items():
        return Plan(name, *read_range(name, text), only=tuple(rules))
    if rules:
        raise MspecError([OnePlan(given="--rules without a plan")])
    return None


OWN = "own"
"""The name for all rules of the problems themselves."""


def known_rules(names: str | None, problems: Iterable[Problem]) -> tuple[str, ...]:
    """Rules as `--rules` names them, separated by commas: `own`, a library `ops.money`, one of its rules
    `ops.money.sales_tax` or that by its bare name, or a rule of one of the problems.

    Raises:
        MspecError: MS8506, there is no such rule.
    """
    wanted = [name.strip() for name in (names or "").split(",") if name.strip()]
    if not wanted:
        return ()
    own = {Offer(rule).name for problem in problems for rule in problem.rules}
    shipped = {f"{book}.{rule.name}" for book in books() for rule in rules_of(book)}
    known = {OWN, *own, *books(), *shipped, *(name.rpartition(".")[2] for name in shipped)}
    faults = [UnknownRule(name=name, nearest=nearest(name, known)) for name in wanted if name not in known]
    if faults:
        raise MspecError(faults)
    return tuple(wanted)


def split(
    plan: Plan | None, n: int, held_out: int, held_out_length: str | None, out: Path
) -> list[tuple[int, Path, Plan | None]]:
    """(number, file, plan) of what is written: one file, or two without a structure in common.

    Raises:
        MspecError: MS8502, problems are to be held out without a plan, or of a length but none in number;
            MS8503, their length is no range.
    """
    if not held_out:
        if held_out_length is not None:
            raise MspecError([OnePlan(given="--heldout-length without --heldout")])
        return [(n, out, plan)]
    if plan is None:
        raise MspecError([OnePlan(given="--heldout without a plan")])
    parts = max(1, round(PARTS * held_out / (n + held_out)))
    aside = plan if held_out_length is None else Plan("length", *read_range("length", held_out_length), only=plan.only)
    beside = out.with_name(f"{out.stem}.heldout{out.suffix}")
    return [(n, out, plan.split(KEPT, parts)), (held_out, beside, aside.split(HELD_OUT, parts))]


def read_range(name: str, text: str) -> tuple[int, int]:
    """ "7" or "4..21" as two numbers; raises MS8503."""
    low, dots, high = text.partition("..")
    ends = (low, high if dots else low)
    if not all(end.isascii() and end.isdigit() for end in ends):
        raise MspecError([BadRange(option=name, given=text, most=MOST[name])])
    first, last = int(ends[0]), int(ends[1])
    if not first <= last <= MOST[name]:
        raise MspecError([BadRange(option=name, given=text, most=MOST[name])])
    return first, last


def text_of(variant: Variant) -> str:
    """The variant as a spec, with its ancestry in comments."""
    lines = [f"# from {variant.base.name}", *(f"# {head}" for head in variant.applied)]
    return print_problem(variant.problem).rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"


def write(found: Iterator[Variant], folder: Path) -> list[Path]:
    """Write variants as spec files into a folder.

    Raises:
        MspecError: MS8203, MS8007, a file cannot be written or exists.
    """
    from mspec.api import write_text

    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for variant in found:
        path = folder / f"{variant.problem.name}.mspec"
        write_text(path, text_of(variant), new=True)
        paths.append(path)
    return paths
