"""Types of nodes. Immutable; printed as they are written in a spec."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from mspec.compiler.units import CURRENCIES, DIFFERENCE, DIMENSIONS, PLAIN, Unit


class Tag(StrEnum):
    """How a pure number is displayed. All three are the same numbers: 20% is the value 1/5."""

    NONE = ""
    PERCENT = "percent"
    PROBABILITY = "probability"


@dataclass(frozen=True, slots=True)
class CountLabel:
    """What a count counts: a noun of the lexicon, or (`rigid`) whatever a noun given of this problem is.

    A rigid label is named by its noun given, and is equal to itself only. A product of counts, until a step declares
    what it counts, has the label of both: `several` holds them.
    """

    noun: str
    rigid: bool = False
    several: tuple[CountLabel, ...] = ()

    @property
    def parts(self) -> tuple[CountLabel, ...]:
        """The labels that this one is made of: itself, if it is simple."""
        return self.several or (self,)


@dataclass(frozen=True, slots=True)
class Num:
    """A number. The value of a node of this type is in `unit` (36 km/h has the value 36).

    `whole`: an integer by type. `exact`: a rational (False for `real`). `label` is what it counts, `per` what
    it is counted for each of ("$ per bagel": unit $, per bagel).

    `weight` is of temperatures: 1 of a reading, 0 of a difference, 3 of a sum of three readings; None where nothing
    tells which it is (what a formula in kelvins gives may be either).
    """

    whole: bool = False
    exact: bool = True
    tag: Tag = Tag.NONE
    unit: Unit = PLAIN
    label: CountLabel | None = None
    per: CountLabel | None = None
    weight: Fraction | None = None

    @property
    def grid(self) -> Fraction | None:
        """The smallest step that values take: 1 for whole numbers, one cent for an amount of money, else None."""
        if self.whole:
            return Fraction(1)
        if self.unit.is_money and self.per is None:
            return Fraction(1, CURRENCIES[self.unit.currency or "$"])
        return None

    @property
    def is_pure(self) -> bool:
        """A number without unit and labels."""
        return self.unit.is_plain and self.label is None and self.per is None

    def bare(self) -> Num:
        """This type without display tag."""
        return replace(self, tag=Tag.NONE)


@dataclass(frozen=True, slots=True)
class Bool:
    """true or false."""


@dataclass(frozen=True, slots=True)
class NounType:
    """A noun of the lexicon; values are noun names."""


@dataclass(frozen=True, slots=True)
class Word:
    """A quoted word; values are str."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person; values are names of the people table."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value of a library type (`formula`); values are str, the canonical text that the plug-in's reader gives."""

    name: str


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row of a table; values are 0-based row numbers."""

    table: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of `length` values of one type; values are tuples."""

    element: Type
    length: int


Type = Num | Bool | NounType | Word | Person | Opaque | RowOf | ListOf

INT = Num(whole=True)
RATIONAL = Num()
REAL = Num(exact=False)
PERCENT = Num(tag=Tag.PERCENT)
PROBABILITY = Num(tag=Tag.PROBABILITY)
BOOL = Bool()


def count(noun: str, rigid: bool = False) -> Num:
    """The type count(noun)."""
    return Num(whole=True, label=CountLabel(noun, rigid))


def show(type_: Type) -> str:
    """The type as a spec spells it."""
    match type_:
        case Bool():
            return "bool"
        case NounType():
            return "noun"
        case Word():
            return "word"
        case Person():
            return "person"
        case RowOf(name) | Opaque(name):
            return name
        case ListOf(element, length):
            return f"list({show(element)}, {length})"
        case Num():
            return _show_num(type_)


def _show_num(num: Num) -> str:
    per = num.per.noun if num.per else ""
    if num.unit.is_money:
        symbol = num.unit.currency or "$"
        inside = "/".join(part for part in ("" if symbol == "$" else symbol, per and f"1/{per}") if part)
        return f"money[{inside}]" if inside else "money"
    if num.label is not None and num.per is None and num.unit.is_for_each:
        return f"count({num.label.noun})[{num.unit}]"
    if not num.unit.is_plain:
        currency = num.unit.currency
        if currency is not None and (currency, 1) in num.unit.dimension:
            rest = Unit(tuple(s for s in num.unit.symbols if s[0] != currency))
            return f"money[{str(rest) if currency == '$' else currency + str(rest).removeprefix('1')}]"
        return f"{quantity_word(num)}[{num.unit}{'/' + per if per else ''}]"
    if num.label is not None:
        return f"count({num.label.noun}){f'[1/{per}]' if per else ''}"
    suffix = f"[1/{per}]" if per else ""
    if num.tag is not Tag.NONE:
        return num.tag.value + suffix
    return ("int" if num.whole else "rational" if num.exact else "real") + suffix


def quantity_name(unit: Unit) -> str:
    """The word for what a unit measures: "speed" for km/h; "quantity" where there is no word."""
    return next((name for name, dims in DIMENSIONS.items() if dims == unit.dimension), "quantity")


def quantity_word(num: Num) -> str:
    """The word before the unit in the type: that of its unit, and for a difference of temperatures one of its own."""
    name = quantity_name(num.unit)
    return DIFFERENCE if name == "temperature" and num.weight == 0 else name
