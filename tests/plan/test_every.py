"""All variants of so many rounds: each once, none left out, in one order."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner

from mspec import varying
from mspec.cli import main
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.load import load_file, load_problem
from mspec.compiler.print_spec import print_problem
from mspec.runtime.plan.plan import Plan
from mspec.runtime.plan.written import every
from mspec.runtime.vary.variant import Variant, own_offers

BAKERY = Path(__file__).parents[2] / "specs" / "money" / "bakery_discount.mspec"


def test_each_rule_alone_and_each_pair_that_goes() -> None:
    problem = load_file(BAKERY).problem()
    found = list(every(problem, Plan("rounds", 1, 2, only=("own",))))
    alone = {variant.applied for variant in found if len(variant.applied) == 1}
    assert alone == {(offer.head,) for offer in own_offers(problem)}
    pairs = {
        (first.head, second.head)
        for first in own_offers(problem)
        for second in own_offers(Variant.of(problem).then(first).problem)
    }
    both = {variant.applied for variant in found if len(variant.applied) == 2}
    assert both <= pairs
    assert {frozenset(pair) for pair in both} == {frozenset(pair) for pair in pairs}, "in one order at least"
    texts = [print_problem(variant.problem).partition("{")[2] for variant in found]
    assert len(set(texts)) == len(texts)
    for text in map(varying.text_of, found):
        load_problem(text)


def test_the_order_is_one_and_no_rounds_are_the_spec() -> None:
    problem = load_file(BAKERY).problem()
    plan = Plan("rounds", 0, 2, only=("own",))
    whole = [variant.applied for variant in every(problem, plan)]
    assert whole == [variant.applied for variant in every(problem, plan)]
    assert whole[0] == () and [len(one) for one in whole] == sorted(map(len, whole))
    assert [variant.applied for variant in islice(every(problem, plan), 3)] == whole[:3]


def test_it_goes_with_rounds_alone() -> None:
    with pytest.raises(MspecError, match="MS8502"):
        next(every(load_file(BAKERY).problem(), Plan("length", 4, 4)))


def test_the_command_writes_them(tmp_path: Path) -> None:
    arguments = ["vary", str(BAKERY), "--all", "--rules", "own", "-o", str(tmp_path / "own")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0 and done.output.startswith("4 variants in ")
    assert len(list((tmp_path / "own").iterdir())) == 4
