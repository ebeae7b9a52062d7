"""The shipped libraries of rules: clean, many, and right on the shipped specs."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from tests.vary import ops_table

import mspec
from mspec.compiler import ast, libraries
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.format import format_source
from mspec.compiler.ir import Problem
from mspec.compiler.load import load_file, load_problem, load_source
from mspec.compiler.print_spec import print_problem
from mspec.compiler.rewrite.gaps import gap
from mspec.runtime.data.records import Recorder
from mspec.runtime.plan.chances import Chances
from mspec.runtime.vary.variant import KINDS, Offer, Variant, books, offer_named, offers, replayed, rules_of

SPECS = Path(libraries.__file__).parents[1] / "specs"
HOSTS = (
    "money/bakery_discount", "money/electricity_bill", "money/fair_tickets", "money/rental_deal", "money/two_savers",
    "money/travel_pass", "money/order_with_tip", "money/free_delivery", "finance/simple_loan",
    "finance/restaurant_bill", "arithmetic/cattle_herd", "arithmetic/pizza_share", "arithmetic/rice_pot",
    "arithmetic/shower_water", "arithmetic/dress_pockets", "algebra/sum_and_ratio", "algebra/three_collectors",
    "measurement/cutting_pieces", "measurement/pet_food", "measurement/juice_servings", "rates/carrying_rounds",
    "rates/reading_time", "rates/candy_kettle", "rates/catching_up", "rates/boat_and_current", "ages/four_ages",
    "kinematics/train_meeting", "kinematics/speeding_up", "kinematics/two_legs", "calendar/film_end",
    "time/extra_sleep", "thermal/heating_time", "thermal/melting_ice", "thermal/mixed_water",
    "thermal/oven_temperature", "thermal/cooling_tea", "chemistry/burn_fuel", "chemistry/dilution",
    "chemistry/gas_cylinder", "chemistry/moles_to_mass", "chemistry/percent_by_mass", "chemistry/limiting_reagent",
    "geometry/tree_shadow", "geometry/ring_walk", "physics/braking_car", "waves/sonar_depth", "waves/radio_antenna",
    "probability/same_colour", "probability/two_way_table", "probability/pick_sweet", "biology/carrier_child",
    "statistics/missing_mark", "statistics/corrected_mean", "combinatorics/letters_of_a_word",
    "combinatorics/club_committee", "numbers/equal_rows", "numbers/fermat_remainder", "geometry/pizza_slice_edge",
    "energy/appliance_cost", "energy/roller_coaster", "waves/thunderstorm", "percent/take_home_pay",
    "money/sales_commission", "money/overtime_pay", "money/music_school", "money/start_amount", "rates/car_park",
    "money/shipping_fee", "money/pen_offer", "geometry/garden_path", "geometry/l_shaped_room",
    "geometry/pool_water", "ratio/catering_budget", "forces/diver_pressure", "circuits/power_bank",
    "physics/planet_weight", "statistics/grade_reward", "probability/at_least_one", "probability/raffle_gain",
    "time/last_episode", "computing/download_time", "forces/balanced_seesaw",
    "thermal/cooling_tea", "physics/carbon_dating", "chemistry/acid_ph", "measurement/juice_servings",
    "finance/discount_chain", "finance/instalments", "money/which_discount", "energy/lift_power",
    "circuits/led_resistor", "kinematics/train_meeting", "physics/braking_car", "kinematics/two_legs",
    "kinematics/speeding_up",
)  # fmt: skip
"""Specs of many kinds to which the rules are applied."""
ONWARD = (
    ("waves/sonar_depth", "apply ops.physics.pushed_along to depth"),
    ("geometry/tree_shadow", "apply ops.physics.pushed_along to high"),
    ("forces/balanced_seesaw", "apply ops.physics.pushed_along to d2"),
    ("arithmetic/rice_pot", "apply ops.physics.weight_in_newtons to grams_left"),
    ("measurement/pet_food", "apply ops.physics.weight_in_newtons to total"),
    ("waves/sonar_depth", "apply ops.rate.average_speed to depth"),
    ("waves/sonar_depth", "apply ops.units.walk_there_and_back to depth"),
    ("thermal/heating_time", "apply ops.measure.water_flowing to t"),
    ("rates/catching_up", "apply ops.measure.water_flowing to minutes"),
    ("forces/diver_pressure", "apply ops.measure.power_at_speed to f"),
    ("waves/thunderstorm", "apply ops.rate.distance_at_speed to v"),
    ("computing/photo_storage", "apply ops.algebra.linear_equation_from to fits"),
)
"""Variants to which rules are applied that go on from another rule: hardly a spec asks for an energy, a force or a
number that is not whole."""
ENOUGH = 3
"""Specs that every rule must fit."""
SAMPLED = 7
"""One rule in so many is drawn from and verified in the quick run."""
RULES = {f"{book}.{rule.name}": rule for book in books() for rule in rules_of(book)}


@cache
def host(name: str) -> Problem:
    spec, _, head = name.partition(", ")
    problem = load_file(SPECS / f"{spec}.mspec").problem()
    return replayed(problem, (head,)).problem if head else problem


@cache
def offered() -> dict[str, list[tuple[str, Offer]]]:
    """By rule: the hosts that it is offered to, with the first offer of each."""
    found: dict[str, list[tuple[str, Offer]]] = {name: [] for name in RULES}
    for name in (*HOSTS, *map(", ".join, ONWARD)):
        for offer in offers(host(name)):
            if offer.book:
                found[offer.rule.reference].append((name, offer))
    return found


def variants(rule: str) -> Iterator[Variant]:
    """What a rule makes of the hosts, one variant of each that it can be applied to."""
    done: set[str] = set()
    for name, offer in offered()[rule]:
        if name not in done:
            try:
                made = Variant.of(host(name)).then(offer)
            except MspecError:
                continue
            done.add(name)
            yield made


def is_sampled(name: str) -> bool:
    return zlib.crc32(name.encode()) % SAMPLED == 0


@pytest.mark.parametrize("book", books())
def test_a_library_checks_clean_and_is_laid_out(book: str) -> None:
    source = libraries.find(book, None)
    assert source is not None
    assert load_source(source).diagnostics == []
    assert format_source(source) == source.text


def test_there_are_rules_of_every_kind() -> None:
    assert len(RULES) >= 60
    kinds = [rule.kind for rule in RULES.values()]
    assert set(kinds) == set(KINDS)
    # They fit everywhere; but a problem holds one at most (3.6 % of what plans draw, of three as of nine).
    assert 6 <= kinds.count("distract") <= 12
    steps = [sum(isinstance(item, ast.RuleStep) for item in rule.body) for rule in RULES.values()]
    assert sum(number >= 2 for number in steps) >= 40, "many bring a tree, not a link of a chain"


def test_names_are_used_once() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_fits_several_specs_and_reads_back(name: str) -> None:
    made = list(islice(variants(name), ENOUGH))
    assert len(made) == ENOUGH
    for variant in made if is_sampled(name) else made[:1]:
        assert load_problem(print_problem(variant.problem)) == variant.problem


def test_what_a_later_sentence_takes_a_share_of_is_left_alone() -> None:
    """"A quarter of the income is given away. Sam saved 20% of the month's earnings": of which amount?"""
    problem = host("money/sales_commission")
    offer = offer_named(problem, "apply ops.money.donation to income")
    assert offer is not None
    with pytest.raises(MspecError, match=r"MS7101.*tells a share of it"):
        Variant.of(problem).then(offer)
    drawn = Chances(Variant.of(problem), lambda name: True).drawn(lambda bound: 0, None)
    kinds = {offer.head for offer in drawn if offer.rule.target == "income"}
    assert not {head for head in kinds if RULES.get(head.split()[1]) and RULES[head.split()[1]].kind == "insert"}


@pytest.mark.parametrize(("name", "head", "question"), [
    ("money/electricity_bill", "apply ops.logic.discount_above to bill",
     "What is the electricity bill for last month after any discount?"),
    ("money/overtime_pay", "apply ops.money.pay_bonus to pay", "What is the pay for last week including the bonus?"),
])  # fmt: skip
def test_what_is_asked_for_is_named_where_a_rule_changes_it(name: str, head: str, question: str) -> None:
    """"How much was the bill?" might mean that before the discount, too."""
    offer = offer_named(host(name), head)
    assert offer is not None
    assert f'"{question}"' in print_problem(Variant.of(host(name)).then(offer).problem)


def rows_of(rule: str) -> list[str]:
    """Records of the first variants that have worlds; not every range of numbers goes with every spec."""
    rows: list[str] = []
    for variant in variants(rule):
        with suppress(MspecError):
            rows += Recorder(variant.problem, seed=11).batch(0, 2)
        if len(rows) == 2 * ENOUGH:
            break
    return rows


def verified(rules: list[str], folder: Path) -> None:
    """Every rule makes records of several specs, and all of them verify."""
    made = {rule: rows_of(rule) for rule in rules}
    assert {rule for rule, rows in made.items() if len(rows) < 2 * ENOUGH} == set()
    out = folder / "variants.jsonl"
    out.write_bytes("".join(row.rstrip("\n") + "\n" for rows in made.values() for row in rows).encode())
    report = mspec.verify(out)
    assert report.faults == {} and report.records == 2 * ENOUGH * len(rules)


def test_records_of_some_rules_verify(tmp_path: Path) -> None:
    names = [name for name in RULES if is_sampled(name)]
    assert len(names) >= 15
    verified(names, tmp_path)


@pytest.mark.slow
def test_records_of_all_rules_verify(tmp_path: Path) -> None:
    verified(list(RULES), tmp_path)


def test_the_table_of_the_rules_is_measured() -> None:
    page = ops_table.PAGE.read_text(encoding="utf-8")
    assert ops_table.with_table(page) == page, "run `python -m tests.vary.ops_table`"


def test_dates_and_clock_times_are_left_alone() -> None:
    targets = {offer.rule.target for offer in offers(host("calendar/film_end")) if offer.book}
    assert "home" in targets and not targets & {"start", "finish"}


def test_an_insert_changes_what_nothing_else_depends_on() -> None:
    """Whoever has ten tulips more has not said how many of them are yellow."""
    problem = load_file(SPECS / "percent" / "ball_percentage.mspec").problem()
    assert not [o for o in offers(problem) if o.rule.reference == "ops.arith.add_some" and o.rule.target == "whole"]


def test_metres_do_not_meet_feet() -> None:
    problem = load_file(SPECS / "measurement" / "cutting_pieces.mspec").problem()
    assert not [offer for offer in offers(problem) if offer.rule.reference.startswith("ops.units.mass")]


def test_a_library_does_not_change_what_a_name_means() -> None:
    """With units in sight, `money[1/day]` would be read as money by a time."""
    found = {offer.book for offer in offers(host("money/rental_deal")) if offer.book}
    assert "ops.money" in found and "ops.logic" not in found


def test_a_tax_is_put_on_prices_not_on_what_is_left() -> None:
    problem = load_file(SPECS / "percent" / "take_home_pay.mspec").problem()
    inserts = {offer.rule.reference for offer in offers(problem) if offer.rule.target == "left"}
    assert "ops.money.donation" in inserts and "ops.money.sales_tax" not in inserts


def test_what_a_library_brought_is_left_alone() -> None:
    """A voucher is not doubled, nor the price of a label lowered: nobody expects these to change once more."""
    problem = replayed(host("measurement/cutting_pieces"), ("apply ops.arith.labels_ordered to pieces",)).problem
    told = {offer.rule.target for offer in offers(problem) if offer.book and offer.rule.kind == "apply"}
    assert "spent" in told and "each" not in told


def test_one_change_of_what_later_sentences_speak_of() -> None:
    """After "the cost is split" the cost is not raised any more: which of the two would be split?"""
    problem = replayed(host("ratio/catering_budget"), ("apply ops.money.split_between to budget",)).problem
    (tax,) = (
        offer for offer in offers(host("ratio/catering_budget")) if offer.head == "apply ops.money.sales_tax to budget"
    )
    with pytest.raises(MspecError, match="a later sentence speaks of it"):
        Variant.of(problem).then(tax)


def test_a_fact_is_told_of_somebody_in_the_story() -> None:
    base = host("measurement/cutting_pieces")
    told = replayed(base, ("apply ops.arith.cousins",))
    question = rows_of_problem(told.problem)
    with pytest.raises(MspecError, match="already has a fact"):
        told.then(Offer(ast.Rule("apply", "", "", "ops.arith.bus_line"), "ops.arith"))
    name = question.partition(" has ")[0]
    assert f"{name} orders" in question
    with pytest.raises(MspecError, match="nobody is there"):
        replayed(host("geometry/ring_walk"), ("apply ops.arith.cousins",))


def test_what_may_be_too_long_is_refused_at_once() -> None:
    """What is rounded to a whole number has no bounds, and is squared twice."""
    rules = ("measure.rounded_to_whole to ph", "algebra.times_plus to whole_number",
             "algebra.square_minus_multiple to result")  # fmt: skip
    variant = replayed(host("chemistry/acid_ph"), tuple(f"apply ops.{rule}" for rule in rules))
    again = Offer(ast.Rule("apply", "", "difference", "ops.algebra.square_minus_multiple"), "ops.algebra")
    with pytest.raises(MspecError, match=r"MS7101: .* may be longer than 4,000 digits"):
        variant.then(again)


def rows_of_problem(problem: Problem) -> str:
    return str(json.loads(Recorder(problem, seed=3).batch(0, 1)[0])["question"])


def test_what_is_said_of_the_charge_after_the_discount_is_not_said_of_the_charge() -> None:
    """Else the second tax would stand behind what goes on from the charge with the first."""
    taxed = "apply ops.money.sales_tax to lowered"
    heads = ("apply ops.logic.discount_above to fee", taxed, "apply ops.money.notes_needed to taxed")
    problem = load_file(SPECS / "rates/car_park.mspec").problem()
    assert gap(replayed(problem, heads).problem, replayed(problem, heads).problem.node_named("lowered")) == 4
    with pytest.raises(MspecError, match="MS7101"):
        replayed(problem, (*heads, taxed))
