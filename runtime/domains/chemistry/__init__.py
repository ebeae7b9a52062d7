"""Chemistry: formulas, elements and reactions as types, molar mass and balancing as primitives."""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler.plugins import LibraryType, NotALiteral, Plugin, Primitive, by_check
from mspec.runtime.domains.chemistry import formulas, reactions, recheck
from mspec.runtime.domains.chemistry.elements import NAMES, WEIGHTS


def _element(text: str) -> str:
    symbol = text.strip()
    if symbol in NAMES:
        return symbol
    known = next((symbol for symbol, name in NAMES.items() if name == text.strip().lower()), None)
    if known is None:
        raise NotALiteral("there is no such element with a standard atomic weight")
    return known


def _molar_mass(text: str) -> Fraction:
    return sum((count * WEIGHTS[symbol] for symbol, count in formulas.parsed(text).atoms), Fraction(0))


def _atoms(text: str, symbol: str) -> int:
    return dict(formulas.parsed(text).atoms).get(symbol, 0)


def _total_atoms(text: str) -> int:
    return sum(count for _, count in formulas.parsed(text).atoms)


def _mass_fraction(text: str, symbol: str) -> Fraction:
    return _atoms(text, symbol) * WEIGHTS[symbol] / _molar_mass(text)


def _decimal(value: Fraction) -> str:
    """A weight as it is tabulated, without zeros at its end."""
    digits = f"{value.numerator * 10**4 // value.denominator:05d}"
    return f"{digits[:-4]}.{digits[-4:]}".rstrip("0").rstrip(".")


def _adding_weights(text: str) -> str:
    """ "12.011 + 4 × 1.008"; of one atom, nothing."""
    atoms = formulas.parsed(text).atoms
    if [count for _, count in atoms] == [1]:
        return ""
    terms = ((count, _decimal(WEIGHTS[symbol])) for symbol, count in atoms)
    return " + ".join(weight if count == 1 else f"{count} × {weight}" for count, weight in terms)


def _adding_atoms(text: str) -> str:
    counts = [str(count) for _, count in formulas.parsed(text).atoms]
    return " + ".join(counts) if len(counts) > 1 else ""


def _dividing_weights(text: str, symbol: str) -> str:
    count, weight = _atoms(text, symbol), _decimal(WEIGHTS[symbol])
    return f"{weight if count == 1 else f'{count} × {weight}'} ÷ {_decimal(_molar_mass(text))}"


def _nothing(*arguments: str) -> str:
    """The value is read off."""
    return ""


def _is_coefficient(result: int, text: str, formula: str) -> bool:
    return recheck.is_coefficient(result, text, formula, reactions.balanced(text))


PLUGIN = Plugin(
    name="chemistry",
    version="1",
    uses=("units.si",),
    types=(
        LibraryType(
            "formula",
            formulas.read,
            formulas.plain,
            formulas.latex,
            bare=r"(?:[A-Z][a-z]?[0-9]*)+",
            example="CH4",
        ),
        LibraryType(
            "element",
            _element,
            plain=NAMES.__getitem__,
            latex=lambda symbol: rf"\mathrm{{{symbol}}}",
            words=NAMES.__getitem__,
            bare=r"[A-Z][a-z]?",
            example="Na",
        ),
        LibraryType(
            "reaction",
            reactions.read,
            reactions.plain,
            reactions.latex,
            example="H2 + O2 -> H2O",
        ),
    ),
    primitives=(
        Primitive(
            "molar_mass",
            ("formula",),
            "molar_mass[g/mol]",
            _molar_mass,
            recheck.molar_mass,
            latex="M({0})",
            words="the molar mass of {0}",
            working=_adding_weights,
        ),
        Primitive(
            "atomic_mass",
            ("element",),
            "molar_mass[g/mol]",
            WEIGHTS.__getitem__,
            recheck.molar_mass,
            latex="A({0})",
            words="the molar mass of {0} atoms",
            working=_nothing,
        ),
        Primitive(
            "atoms",
            ("formula", "element"),
            "int",
            _atoms,
            recheck.atoms,
            latex="N({0}, {1})",
            words="the number of {1} atoms in {0}",
            working=_nothing,
        ),
        Primitive(
            "total_atoms",
            ("formula",),
            "int",
            _total_atoms,
            recheck.total_atoms,
            latex="N({0})",
            words="the number of atoms in {0}",
            working=_adding_atoms,
        ),
        Primitive(
            "ion_charge",
            ("formula",),
            "int",
            lambda text: formulas.parsed(text).charge,
            recheck.charge,
            latex="z({0})",
            words="the charge of {0}",
            working=_nothing,
        ),
        Primitive(
            "mass_fraction",
            ("formula", "element"),
            "percent",
            _mass_fraction,
            recheck.mass_fraction,
            latex="w({0}, {1})",
            words="the share of {1} in the mass of {0}",
            working=_dividing_weights,
        ),
        Primitive(
            "balanced",
            ("reaction",),
            "reaction",
            reactions.balanced,
            by_check(reactions.balanced, recheck.is_balance),
            partial=True,
            latex=r"\operatorname{{balanced}}({0})",
            words="the balanced form of {0}",
        ),
        Primitive(
            "coefficient",
            ("reaction", "formula"),
            "int",
            reactions.coefficient,
            by_check(reactions.coefficient, _is_coefficient),
            partial=True,
            latex=r"\nu({0}, {1})",
            words="the coefficient of {1} in {0}, balanced",
            working=_nothing,
        ),
        Primitive(
            "combustion",
            ("formula",),
            "reaction",
            reactions.combustion,
            recheck.combustion,
            partial=True,
            latex=r"\operatorname{{combustion}}({0})",
            words="the reaction of {0} with oxygen",
        ),
    ),
)
