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


def _plan(rounds: str) -> Plan:
    plan = varying.plan_of(rounds=rounds, rules=("own",))
    assert plan is not None
    return plan


def test_each_rule_alone_and_each_pair_that_goes() -> None:
    problem = load_file(BAKERY).problem()
    found = list(every(problem, _plan("1..2")))
    alone = {variant.applied for variant in found if len(variant.applied) == 1}
    assert alone == {(offer.head,) for offer in own_offers(problem)}
    pairs = {
        (first.head, second.head)
        for first in own_offers(problem)
        for second in own_offers(Variant.of(problem).then(first).problem)
    }
    assert {variant.applied for variant in found if len(variant.applied) == 2} <= pairs
    texts = [print_problem(variant.problem).partition("{")[2] for variant in found]
    assert len(set(texts)) == len(texts)
    for text in map(varying.text_of, found):
        load_problem(text)


def test_the_order_is_one_and_no_rounds_are_the_spec() -> None:
    problem = load_file(BAKERY).problem()
    whole = [variant.applied for variant in every(problem, _plan("0..2"))]
    assert whole == [variant.applied for variant in every(problem, _plan("0..2"))]
    assert whole[0] == () and [len(one) for one in whole] == sorted(map(len, whole))
    assert [variant.applied for variant in islice(every(problem, _plan("0..2")), 3)] == whole[:3]


def test_it_goes_with_rounds_alone() -> None:
    plan = varying.plan_of(length="4")
    assert plan is not None
    with pytest.raises(MspecError, match="MS8502"):
        next(every(load_file(BAKERY).problem(), plan))


def test_the_command_writes_them(tmp_path: Path) -> None:
    arguments = ["vary", str(BAKERY), "--all", "--rules", "own", "-o", str(tmp_path / "own")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0 and done.output.startswith("4 variants in ")
    assert len(list((tmp_path / "own").iterdir())) == 4
