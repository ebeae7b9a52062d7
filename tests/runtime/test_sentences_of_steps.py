"""Worked solutions as a careful teacher writes them: fractions as told, systems, roundings, reasons of branches."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mspec.api import Spec, load
from mspec.compiler.lower.forms import Scaled
from mspec.compiler.types import Num
from mspec.compiler.units import currency
from mspec.runtime.batch import Distinct
from mspec.runtime.render.decimals import approximate
from mspec.runtime.render.quantities import formatter
from mspec.runtime.render.vocabulary import Vocabulary
from mspec.runtime.steps.layout import Place, Slot, spoken
from mspec.runtime.steps.reasons import Reason, reasons
from mspec.runtime.steps.rounding import rounding_words
from mspec.runtime.steps.texts import made
from mspec.runtime.steps.told_forms import SHARE, has_form
from mspec.runtime.steps.trace import Call, Expression, Leaf, Literal, Source
from mspec.runtime.steps.unrounded import at_few_decimals, equals, evaluated

SPECS = Path(__file__).parents[2] / "specs"


def said(spec: Spec, **given: str) -> list[str]:
    (example,) = spec.sample(1, given=given)
    return [step.sentence for step in example.steps]


def shipped(path: str, **given: str) -> list[str]:
    return said(load(SPECS / path), **given)


def family(givens: str, steps: str, story: str, ask: str) -> Spec:
    rows = "\n".join(line.strip() for line in steps.split(";"))
    given = "\n".join(line.strip() for line in givens.split(";"))
    return load(
        f'mspec 1\nproblem p {{\ngiven {{\n{given}\n}}\nsteps {{\n{rows}\n}}\nstory """\n{story}\n"""\nask {ask}\n}}\n'
    )


# ------------------------------------------------------------------------------------------------ fractions


def test_a_fraction_is_shown_as_it_is_told() -> None:
    assert shipped("arithmetic/rice_pot.mspec", sack="4 kg", lunch="4/5", supper="1/4") == [
        "The mass used for lunch is 4 × 4/5 = 3.2 kg.",
        "The mass left after lunch is 4 - 3.2 = 0.8 kg.",
        "The mass left after lunch in grams is 0.8 kg = 800 g.",
        "The mass used for supper is 800 × 1/4 = 200 g.",
        "The mass left after supper is 800 - 200 = 600 g.",
    ]
    assert "is 36 × 1/2 = 18." in shipped("arithmetic/dress_pockets.mspec", n="36", p="half", q="a third")[0]


def test_a_decimal_that_is_told_stays_one() -> None:
    spec = family('n : int in 2..9 "n"; x : rational in {0.5, 1.5} "x"', 'a = n * x "product"',
                  "There are {n} of {x}.", 'a "What?"')  # fmt: skip
    assert said(spec, n="4", x="1.5") == ["The product is 4 × 1.5 = 6."]


def test_a_rational_answer_without_end_is_a_fraction() -> None:
    spec = family('n : int in 2..9 "n"', 'a = n / 7 "seventh"', "There are {n}.", 'a "What?"')
    assert said(spec, n="5") == ["The seventh is 5 ÷ 7 = 5/7."]
    rounded = family('n : int in 2..9 "n"', 'a = n / 7 "seventh"', "There are {n}.", 'a "What?" (round = 2)')
    assert said(rounded, n="5") == ["The seventh is 5 ÷ 7 ≈ 0.7143, rounded to 2 decimal places: 0.71."]


def test_probabilities_of_draws_are_fractions() -> None:
    assert shipped("probability/at_least_one.mspec", piece="marble", c1='"red"', c2='"blue"', r="9", b="3",
                   draws="2") == [
        "The number of marbles in the bag is 9 + 3 = 12.",
        "The probability that every marble drawn is red is 9/12 × 8/11 = 6/11.",
        "The probability that at least one marble drawn is blue is 1 - 6/11 = 5/11.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "form"), [("1/3", "fraction"), ("3/2", "fraction"), ("3/10", "fraction"), ("49/5", ""), ("2", ""),
                        ("157/50", "")],
)  # fmt: skip
def test_what_is_said_in_words_is_a_fraction_where_people_say_one(value: str, form: str) -> None:
    assert has_form(Fraction(value), SHARE) == form


# -------------------------------------------------------------------------------------------------- systems


def test_systems_are_stated_and_solved() -> None:
    assert shipped("algebra/ticket_system.mspec", adult="$19", child="$3", a1="5", c1="3", a2="3", c2="1") == [
        "Let x be the price of one adult ticket and y the other price: 5x + 3y = $104 and 3x + y = $60, "
        "so x = $19 and y = $3."
    ]
    assert shipped("algebra/outfit_price.mspec", price="$144", ratio="1/4", more="$25") == [
        "Let x be the price of the jacket: (1/4 + 1 + 1)x = $349 - $25, so x = $144."
    ]


def test_a_system_whose_unknowns_are_both_found() -> None:
    spec = family(
        'p : int in 2..9 "p"; q : int in 10..20 "q"; h : rational in {1/2, 3/2} "h"',
        's = h * p - q "first sum"; t = -2 * p + q "second sum"; unknown u : rational; unknown v : rational;'
        's1 = solve([h * u - v == s, -2 * u + v == t], [u, v]).u "smaller number";'
        's2 = solve([h * u - v == s, -2 * u + v == t], [u, v]).v "larger number"; z = s1 + s2 "sum"',
        "{h:fraction} {s} {t}",
        'z "What?"\ntell s, t',
    )
    assert said(spec, p="4", q="10", h="1/2")[:2] == [
        "Let u be the smaller number and v the larger number: 1/2 × u - v = -8 and -2u + v = 2, so u = 4 and v = 10.",
        "From the same equations, the larger number is v = 10.",
    ]


# ------------------------------------------------------------------------------------------- bare values, abs


def test_bare_values_and_sizes() -> None:
    spec = family('n : int in 2..9 "n"', 'c = 17 "first"; d = c "second"; e = abs(n - 12) + 2 * abs(n - d) "gap"',
                  "There are {n}.", 'e "What?"')  # fmt: skip
    assert said(spec, n="5") == ["The first is 17.", "The second is 17.", "The gap is |5 - 12| + 2 × |5 - 17| = 31."]


# ------------------------------------------------------------------------------------------------ roundings


def test_roundings_say_what_is_rounded_and_to_what() -> None:
    found = shipped("money/rounded_savings.mspec", start="$600", r="3.5%", years="2")
    assert found[:2] == [
        "The balance after year 1 is $600 × (1 + 3.5%) = $621.",
        "The balance after year 2 is $621 × (1 + 3.5%) = $642.735, rounded to the nearest cent: $642.74.",
    ]
    more = shipped("money/two_savers.mspec", gift="guitar", goal="$200", weekly="$10", k="2", spent="$20", weeks="5")
    assert more[-1] == "The number of further weeks of saving is $70 ÷ $30 ≈ 2.3333, rounded up to 3."
    exact = shipped("money/two_savers.mspec", gift="guitar", goal="$190", weekly="$10", k="2", spent="$20", weeks="5")
    assert exact[-1] == "The number of further weeks of saving is $60 ÷ $30 = 2."


MONEY = Num(unit=currency("$"))


@pytest.mark.parametrize(
    ("op", "to", "words"),
    [
        ("round", None, "rounded to the nearest whole number"), ("ceil", None, "rounded up"),
        ("floor", Literal(Fraction(1), Num()), "rounded down"),
        ("round", Literal(Fraction(1, 100), MONEY), "rounded to the nearest cent"),
        ("ceil", Literal(Fraction(1), MONEY), "rounded up to a whole dollar"),
        ("round", Literal(Fraction(1, 20), MONEY), "rounded to the nearest $0.05"),
        ("round", Literal(Fraction(1, 10), Num()), "rounded to the nearest tenth"),
        ("ceil", Literal(Fraction(10), Num()), "rounded up to a multiple of 10"),
        ("round", Literal(Fraction(5), Num()), "rounded to the nearest 5"),
        ("round", Leaf("k", Source(0)), "rounded"),
    ],
)  # fmt: skip
def test_units_of_rounding(op: str, to: Expression | None, words: str) -> None:
    x = Leaf("x", Source(1))
    assert rounding_words(Call(op, (x,) if to is None else (x, to))) == words


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(-(10**14), 10**14), st.integers(1, 10**6)), min_size=1, max_size=6))
def test_unrounded_values_are_exact(pairs: list[tuple[int, int]]) -> None:
    values = [Fraction(*pair) for pair in pairs]
    column = Distinct(list(values), np.arange(len(values)))
    a = Leaf("a", Source(0))
    tree = Call("sub", (Call("div", (Call("mul", (a, a)), Literal(Fraction(-7, 3)))), Call("neg", (a,))))
    found = evaluated(tree, lambda source: column, len(values))
    wanted = [v * v / Fraction(-7, 3) + v for v in values]
    assert found is not None
    assert [Fraction(int(n), int(d)) for n, d in zip(found.numerator, found.denominator, strict=True)] == wanted
    same = equals(found, Distinct([*wanted, Fraction(1, 99)], np.arange(len(wanted))))
    assert same is not None and same.all()
    few = at_few_decimals(found)
    for value, place, exact in zip(wanted, few.inverse.tolist(), few.exact.tolist(), strict=True):
        text, ends = approximate(value, 10**30)
        assert exact == ((value * 10**4).denominator == 1)
        if (ends and exact) or abs(value) >= 1:
            assert few.values[place] == Fraction(text)


# -------------------------------------------------------------------------------------------------- branches


@pytest.mark.parametrize(
    ("w", "sentence"),
    [
        ("4 kg", "Since 4 kg ≤ 5 kg, the regular charge is the charge for the first 5 kg, $5."),
        ("9 kg", "Since 5 kg < 9 kg ≤ 20 kg, the regular charge is $5 + $0.50 × (9 - 5) = $7."),
        ("26 kg", "Since 26 kg > 20 kg, the regular charge is $5 + $0.50 × 15 + 2 × $0.50 × (26 - 20) = $18.50."),
    ],
)
def test_reasons_have_units_and_say_nothing_twice(w: str, sentence: str) -> None:
    spec = load(SPECS / "money/shipping_fee.mspec")
    given = {"w": w, "base": "$5", "rate": "$0.50"}
    found = said(spec, **given, member="false")
    assert found[0] == sentence
    assert found[1].startswith("The amount to pay for the parcel is the regular charge, $")
    assert "÷ 2 = $" in said(spec, **given, member="true")[1]


def test_bounds_of_one_value_are_one_reason() -> None:
    a, b = Leaf("a", Source(0)), Leaf("b", Source(1))

    def at(value: int) -> Literal:
        return Literal(Fraction(value))

    both = Call("and", (Call("gt", (a, at(5))), Call("ge", (at(20), a))))
    assert reasons([both]) == [Reason((at(5), a, at(20)), ("<", "≤"))]
    assert reasons([Call("gt", (a, at(5))), Call("gt", (a, at(20)))]) == [Reason((a, at(20)), (">",))]
    assert reasons([Call("ge", (a, at(5))), Call("gt", (a, at(5)))]) == [Reason((a, at(5)), (">",))]
    assert reasons([Call("gt", (a, b)), Call("eq", (a, at(3)))]) == [Reason((a, b), (">",))]
    either = Call("or", (Call("gt", (a, b)), Call("lt", (b, at(3)))))
    assert reasons([either]) == [Reason((either,))]


# --------------------------------------------------------------------------------------------- small things


def test_prices_per_unit_have_cents() -> None:
    assert formatter(Num(unit=currency("$")), _vocabulary(), "approx")(Fraction(1, 5)) == "$0.20"
    found = shipped("money/electricity_bill.mspec", used="700 kWh", block="300 kWh", low="$0.10", extra="$0.10")
    assert found[0] == "The higher price is $0.10 + $0.10 = $0.20 per kilowatt-hour."
    assert found[1].startswith("Since 700 kWh > 300 kWh, the cost of the energy is $0.10 × 300 + $0.20 × (700 - 300)")


def _vocabulary() -> Vocabulary:
    from mspec.compiler.ir import Lexicon

    return Vocabulary(Lexicon())


def test_quotients_of_whole_numbers_are_fractions_only_where_asked() -> None:
    a, b = Leaf("a", Source(0)), Leaf("b", Source(1))
    tree = Call("div", (Call("add", (a, b)), Call("sub", (b, Literal(Fraction(1))))))
    assert "".join(part for part in spoken(tree) if isinstance(part, str)) == "( + ) ÷ ( - )"
    parts = spoken(tree, lambda source: True)
    assert [part for part in parts if isinstance(part, str)] == ["(", " + ", ")/"]
    assert sum(isinstance(part, Slot) for part in parts) == 2 and len(parts) == 6


def test_answers_of_parts_are_lettered() -> None:
    (example,) = load(SPECS / "geometry/garden_path.mspec").sample(1)
    assert [answer.label for answer in example.answers] == ["(a)", "(b)"]
    assert "\nAnswer (a): " in str(example) and "\nAnswer (b): " in str(example)
    assert "(a) " in example.question and "(b) $" in example._repr_html_()
    (single,) = load(SPECS / "money/bakery_discount.mspec").sample(1)
    assert single.answer.label == "" and "\nAnswer: $" in str(single)


def test_a_denominator_may_be_larger_than_a_machine_integer() -> None:
    den = 3 * 2**70
    assert made(np.array([3, -5]), Scaled(den)).column(Place.FIRST).tolist() == [f"1/{2**70}", f"-5/{den}"]
