"""What is out of reach of a plan, why, and what is in reach nearest to it."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from itertools import islice

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.plans import NoRuleFits, OutOfReach
from mspec.runtime.plan.draws import fits_any
from mspec.runtime.plan.paths import Paths
from mspec.runtime.vary.variant import offers

AROUND, ASKED = 20, 3
"""How far from a size that is out of reach others are tried, and from how many base problems."""
NAMED = 4
"""Rules that are named."""


def out_of_reach(paths: Paths, row: int, refused: Counter[str], of: str = "") -> MspecError:
    """MS8501, why no variant was met that a row wants, and what is met nearest to it; or MS8507, no rule that may be
    drawn fits any of the base problems.

    Args:
        paths: where the row was looked for.
        row: the row.
        refused: what led to nothing, by reason.
        of: what the variants are of, if that is to be said.
    """
    plan, problems = paths.plan, paths.problems
    asked = sorted(range(len(problems)), key=lambda place: abs(paths.sizes[place] - plan.wanted(row)))[:ASKED]
    if plan.only and not any(fits_any(problem, paths.limits) for problem in problems):
        there = [offer for place in asked for offer in offers(problems[place])]
        on_nodes_first = sorted(there, key=lambda offer: not offer.rule.target)
        fitting = dict.fromkeys(offer.name for offer in on_nodes_first)
        return MspecError([NoRuleFits(only=", ".join(plan.only), fitting=tuple(islice(fitting, NAMED)))])
    what = f"{plan.kind} {plan.wanted(row)}" + (f" from `{of}`" if of else "")
    why = "; ".join(f"{reason} ({count})" for reason, count in refused.most_common(3))
    near = _nearest(paths, row, asked)
    return MspecError([OutOfReach(what=what, row=row, why=why, near="" if near is None else f"{plan.kind} {near}")])


def _nearest(paths: Paths, row: int, asked: list[int]) -> int | None:
    """The size nearest to what a row wants that rules lead to from some of the base problems."""
    plan = paths.plan
    wanted, number = plan.wanted(row), plan.path(row)
    for size in (wanted + sign * by for by in range(1, AROUND + 1) for sign in (-1, 1)):
        for place in asked:
            with suppress(MspecError):
                if size >= paths.sizes[place] and paths.path(place, number).at(size, plan.here, plan.side) is not None:
                    return size
    return None
