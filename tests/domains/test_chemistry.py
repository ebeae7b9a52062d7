"""Formulas, weights and balanced reactions: against figures from outside, and by both evaluations."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mspec
from mspec.compiler import plugins
from mspec.compiler.plugins import NotALiteral, NoValue
from mspec.compiler.types import Opaque, show
from mspec.runtime.domains.chemistry import elements, formulas, reactions, recheck

TABLE = plugins.operators((("chemistry", plugins.load("chemistry").version),))


def value(name: str, *arguments: str) -> object:
    """The value of a primitive, by both evaluations."""
    first, second = (plugins.called(TABLE[name], arguments, second=second) for second in (False, True))
    assert first == second
    return first


# ----------------------------------------------------------------------------------------------- formulas


@pytest.mark.parametrize(
    ("text", "atoms", "charge"),
    [
        ("CH4", {"C": 1, "H": 4}, 0),
        ("Ca(OH)2", {"Ca": 1, "O": 2, "H": 2}, 0),
        ("CuSO4.5H2O", {"Cu": 1, "S": 1, "O": 9, "H": 10}, 0),
        ("Al2(SO4)3", {"Al": 2, "S": 3, "O": 12}, 0),
        ("K4[Fe(CN)6]", {"K": 4, "Fe": 1, "C": 6, "N": 6}, 0),
        ("SO4^2-", {"S": 1, "O": 4}, -2),
        ("NH4+", {"N": 1, "H": 4}, 1),
        ("Fe^3+", {"Fe": 1}, 3),
        ("C12H22O11", {"C": 12, "H": 22, "O": 11}, 0),
    ],
)
def test_atoms(text: str, atoms: dict[str, int], charge: int) -> None:
    assert dict(formulas.parsed(text).atoms) == atoms
    assert value("ion_charge", text) == charge
    assert value("total_atoms", text) == sum(atoms.values())
    assert all(value("atoms", text, symbol) == count for symbol, count in atoms.items())
    assert value("atoms", text, "Xe") == 0


@pytest.mark.parametrize(
    ("text", "canonical"),
    [(" H2O ", "H2O"), ("CuSO4·5H2O", "CuSO4.5H2O"), ("C1H4", "CH4"), ("Na2SO4.10H2O", "Na2SO4.10H2O"), ("Cl−", "Cl-")],
)
def test_canonical(text: str, canonical: str) -> None:
    assert formulas.read(text) == canonical == formulas.read(canonical)


@pytest.mark.parametrize(
    "text",
    ["", "h2o", "Xy2", "Tc", "2", "Ca(OH2", "Ca)OH(2", "Ca[OH)2", "()", "H0", "H02", "CH4.", ".CH4", "H2O+-", "H^0+",
     "C H 4", "H99999", "(" * 20 + "H" + ")" * 20, "C" * 300, "H2O\n", "(((H999)999)999)999", "½H", "H²"],
)  # fmt: skip
def test_what_is_no_formula(text: str) -> None:
    if text == "H2O\n":
        assert formulas.read(text) == "H2O"
        return
    with pytest.raises(NotALiteral) as caught:
        formulas.read(text)
    assert str(caught.value)


ELEMENTS = st.sampled_from(["H", "C", "N", "O", "Na", "S", "Cl", "Fe", "U"])
UNITS = st.recursive(
    st.tuples(ELEMENTS, st.integers(1, 12)),
    lambda inner: st.tuples(st.lists(inner, min_size=1, max_size=3), st.integers(1, 6)),
    max_leaves=6,
)


def spelled(unit: tuple[object, int]) -> str:
    head, count = unit
    body = head if isinstance(head, str) else f"({''.join(map(spelled, head))})"  # type: ignore[call-overload]
    return f"{body}{count if count != 1 else ''}"


def counted(unit: tuple[object, int]) -> Counter[str]:
    head, count = unit
    total: Counter[str] = Counter()
    for symbol, number in Counter([head]).items() if isinstance(head, str) else ():
        total[symbol] += number
    for inner in () if isinstance(head, str) else head:  # type: ignore[attr-defined]
        total.update(counted(inner))
    return Counter({symbol: number * count for symbol, number in total.items()})


@given(st.lists(UNITS, min_size=1, max_size=4), st.integers(0, 7), st.integers(-4, 4))
def test_both_readers_agree(units: list[tuple[object, int]], water: int, charge: int) -> None:
    text = "".join(map(spelled, units)) + (f".{water}H2O" if water > 1 else "")
    text += "" if not charge else f"^{abs(charge)}{'+' if charge > 0 else '-'}"
    expected = sum(map(counted, units), Counter[str]()) + Counter({"H": 2 * water, "O": water} if water > 1 else {})
    canonical = formulas.read(text)
    assert formulas.read(canonical) == canonical
    assert Counter(dict(formulas.parsed(canonical).atoms)) == expected
    again = recheck.atoms_of(canonical)
    assert again.pop("+", 0) == charge and again == expected
    assert value("molar_mass", canonical) == sum(n * elements.WEIGHTS[s] for s, n in expected.items())


@pytest.mark.parametrize(
    ("text", "plain", "latex"),
    [
        ("Ca(OH)2", "Ca(OH)₂", r"\mathrm{Ca(OH)_{2}}"),
        ("CuSO4.5H2O", "CuSO₄·5H₂O", r"\mathrm{CuSO_{4}\cdot 5H_{2}O}"),
        ("SO4^2-", "SO₄²⁻", r"\mathrm{SO_{4}^{2-}}"),
        ("NH4+", "NH₄⁺", r"\mathrm{NH_{4}^{+}}"),
    ],
)
def test_shown(text: str, plain: str, latex: str) -> None:
    assert (formulas.plain(text), formulas.latex(text)) == (plain, latex)


# ------------------------------------------------------------------------------------------------ weights


@pytest.mark.parametrize(
    ("text", "grams"),
    [("H2O", "18.015"), ("CO2", "44.009"), ("NaCl", "58.44"), ("C6H12O6", "180.156"), ("CuSO4.5H2O", "249.677")],
)
def test_molar_masses(text: str, grams: str) -> None:
    assert value("molar_mass", text) == Fraction(grams)
    assert show(TABLE["molar_mass"].typing([Opaque("formula")])) == "molar_mass[g/mol]"


def test_the_table_of_elements() -> None:
    assert len(elements.WEIGHTS) == 84 and elements.NAMES["Fe"] == "iron"
    assert all(0 < weight < 240 for weight in elements.WEIGHTS.values())
    exceptions = {("Ar", "K"), ("Co", "Ni"), ("Te", "I"), ("Th", "Pa")}
    symbols = list(elements.WEIGHTS)
    falling = {pair for pair in pairwise(symbols)
               if elements.WEIGHTS[pair[0]] > elements.WEIGHTS[pair[1]]}  # fmt: skip
    assert falling == exceptions, "weights rise with the atomic number but for four known pairs"


def test_shares_of_mass() -> None:
    assert value("mass_fraction", "H2O", "O") == Fraction("15.999") / Fraction("18.015")
    total = sum(Fraction(str(value("mass_fraction", "NaHCO3", symbol))) for symbol in ("Na", "H", "C", "O"))
    assert total == 1


# ---------------------------------------------------------------------------------------------- reactions

BALANCED = [
    "2 H2 + O2 -> 2 H2O",
    "N2 + 3 H2 -> 2 NH3",
    "C3H8 + 5 O2 -> 3 CO2 + 4 H2O",
    "4 Fe + 3 O2 -> 2 Fe2O3",
    "2 KMnO4 + 16 HCl -> 2 KCl + 2 MnCl2 + 8 H2O + 5 Cl2",
    "3 Cu + 8 HNO3 -> 3 Cu(NO3)2 + 2 NO + 4 H2O",
    "K2Cr2O7 + 14 HCl -> 2 KCl + 2 CrCl3 + 7 H2O + 3 Cl2",
    "MnO4- + 5 Fe^2+ + 8 H+ -> Mn^2+ + 5 Fe^3+ + 4 H2O",
    "Ca3(PO4)2 + 3 H2SO4 -> 3 CaSO4 + 2 H3PO4",
    "10 K4[Fe(CN)6] + 122 KMnO4 + 299 H2SO4 -> 162 KHSO4 + 5 Fe2(SO4)3 + 122 MnSO4 + 60 HNO3 + 60 CO2 + 188 H2O",
    "S -> S",
]


@pytest.mark.parametrize("expected", BALANCED[:-1])
def test_balancing(expected: str) -> None:
    reaction = reactions.parsed(expected)
    bare = reactions.written(
        reactions.Reaction(tuple((1, f) for _, f in reaction.left), tuple((1, f) for _, f in reaction.right))
    )
    assert value("balanced", bare) == expected == value("balanced", expected)
    for count, formula in (*reaction.left, *reaction.right):
        assert value("coefficient", bare, formula) == count


@pytest.mark.parametrize(
    ("reaction", "why"),
    [
        ("H2 + O2 -> CO2", "cannot be balanced"),
        ("H2 -> O2", "cannot be balanced"),
        ("C + O2 -> CO + CO2", "more than one way"),
        ("H2O + CO2 -> H2 + O2 + C", "more than one way"),
        ("H2O + H2 -> O2", "positive coefficients"),
        ("Fe^2+ -> Fe^3+", "cannot be balanced"),
    ],
)
def test_what_has_no_balance(reaction: str, why: str) -> None:
    with pytest.raises(NoValue, match=why):
        reactions.balanced(reactions.read(reaction))


def test_a_substance_that_takes_no_part() -> None:
    with pytest.raises(NoValue, match="does not take part"):
        reactions.coefficient("H2 + O2 -> H2O", "CO2")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [("2H2+O2->2H2O", None), ("2H2 + O2 = 2H2O", "2 H2 + O2 -> 2 H2O"), ("1 C + O2 → CO2", "C + O2 -> CO2")],
)
def test_spelling_of_reactions(text: str, canonical: str | None) -> None:
    if canonical is None:
        with pytest.raises(NotALiteral):
            reactions.read(text)
    else:
        assert reactions.read(text) == canonical == reactions.read(canonical)


@pytest.mark.parametrize(
    "text",
    ["", "H2", "H2 ->", "-> H2", "H2 -> H2 -> H2", "H2 + H2 -> H4", "0 H2 -> H2", "H2 -> Xy"],
)
def test_what_is_no_reaction(text: str) -> None:
    with pytest.raises(NotALiteral):
        reactions.read(text)


@pytest.mark.parametrize(
    "wrong",
    ["H2 + O2 -> H2O", "4 H2 + 2 O2 -> 4 H2O", "2 H2 + O2 -> 2 H2O2", "O2 + 2 H2 -> 2 H2O", "2 H2 -> 2 H2O"],
)
def test_the_check_of_a_balance_refuses(wrong: str) -> None:
    assert recheck.is_balance("2 H2 + O2 -> 2 H2O", "H2 + O2 -> H2O")
    assert not recheck.is_balance(wrong, "H2 + O2 -> H2O")


def test_the_check_of_a_balance_sees_another_one() -> None:
    assert recheck.keeps_atoms("2 C + 2 O2 -> CO + CO2") is False
    assert recheck.keeps_atoms("4 C + 3 O2 -> 2 CO + 2 CO2")
    assert not recheck.is_balance("4 C + 3 O2 -> 2 CO + 2 CO2", "C + O2 -> CO + CO2")


@given(st.integers(1, 30), st.integers(1, 62), st.integers(0, 12))
def test_combustion(carbon: int, hydrogen: int, oxygen: int) -> None:
    fuel = formulas.read(f"C{carbon}H{hydrogen}" + (f"O{oxygen}" if oxygen else ""))
    if 4 * carbon + hydrogen <= 2 * oxygen:
        with pytest.raises(NoValue):
            reactions.combustion(fuel)
    else:
        assert recheck.keeps_atoms(str(value("combustion", fuel)))


@pytest.mark.parametrize("fuel", ["H2", "CO2", "C2H6S", "CH3+"])
def test_what_does_not_burn(fuel: str) -> None:
    with pytest.raises(NoValue):
        reactions.combustion(fuel)


# ------------------------------------------------------------------------------------------------- the library


def test_constants_and_definitions() -> None:
    spec = mspec.load(
        "use chemistry\nproblem p {\n given { n : amount[mol] in 1 mol..2 mol  \"amount\" }\n steps {\n"
        "  v : volume[L] = gas_volume(n, 101.325 kPa, 273.15 K)\n  p = pH_of(0.001 mol/L)\n"
        "  c : concentration[mol/L] = diluted(2 mol/L, 50 mL, 1 L)\n  m : mass[g] = mass_of(n, H2O)\n }\n"
        " story \"\"\"\n  It is {n}.\n \"\"\"\n ask v \"V?\" (sigfigs = 4)\n"
        " ask p \"p?\"\n ask c \"c?\"\n ask m \"m?\"\n}\n"
    )  # fmt: skip
    (example,) = spec.sample(1, given={"n": "1"})
    answers = [part["answer"]["text"] for part in example.record["parts"]]
    assert answers == ["22.41 L", "3", "0.1 mol/L", "18.015 g"]
