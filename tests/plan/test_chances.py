"""What may be drawn for one problem does not depend on what was worked out for another."""

from __future__ import annotations

from pathlib import Path

from mspec.compiler.ir import Problem
from mspec.compiler.load import load_file
from mspec.runtime.plan import chances
from mspec.runtime.plan.chances import Chances
from mspec.runtime.plan.draws import chooser
from mspec.runtime.vary.variant import Variant

SPECS = Path(__file__).parents[2] / "specs"


def drawn(problem: Problem) -> list[str]:
    choose = chooser(problem, 1, 0, "chances")
    return [offer.head for offer in Chances(Variant.of(problem), lambda name: True).drawn(choose.below)]


def test_a_noun_that_is_a_unit_of_a_library_hides_it_from_this_problem_alone() -> None:
    # Both have the same libraries; the one speaks of `money[1/day]`.
    names = ("rental_deal", "sales_commission")
    clashing, other = (load_file(SPECS / f"money/{name}.mspec").problem() for name in names)
    assert clashing.uses == other.uses and clashing.folder == other.folder
    for first, second in ((clashing, other), (other, clashing)):
        chances._known.clear()
        alone = drawn(second)
        chances._known.clear()
        drawn(first)
        assert drawn(second) == alone
