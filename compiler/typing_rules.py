"""Typing of operators: from the types of the arguments to the type of the result.

Labels of counts follow the rules of the language page: `+ - <` need equal labels; in a product a label cancels
against a per-label, drops against a unit and stays against a pure number; in a quotient equal labels cancel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mspec.compiler import temperatures
from mspec.compiler.types import (
    BOOL,
    INT,
    Bool,
    CountLabel,
    ListOf,
    NounType,
    Num,
    Opaque,
    Person,
    RowOf,
    Tag,
    Type,
    Word,
)
from mspec.compiler.units import CURRENCIES, PLAIN, Unit, currency, same_kind_of_money


class TypeFault(Exception):
    """Operands do not fit. `kind` chooses the diagnostic: `number`, `bool`, `whole`, `pure`, `dimension`, `label`,
    `alike`, `exponent`, `root`, `currency`, `temperature`. `left`/`right` are the positions of the arguments at fault.
    `argument` is that of a primitive; `wanted` says what it takes."""

    def __init__(self, kind: str, left: int = 0, right: int | None = None, wanted: str = "") -> None:
        super().__init__(kind)
        self.kind, self.left, self.right, self.wanted = kind, left, right, wanted


def _numbers(types: Sequence[Type]) -> list[Num]:
    for position, type_ in enumerate(types):
        if not isinstance(type_, Num):
            raise TypeFault("number", position)
    return [type_ for type_ in types if isinstance(type_, Num)]


def _all_exact(numbers: Sequence[Num]) -> bool:
    return all(number.exact for number in numbers)


def _joined(numbers: Sequence[Num], *, weighed: bool = True) -> Num:
    """The common type of quantities of one kind (sum, comparison, arms): one unit, one label, one tag, and if `weighed`
    all readings of a temperature or all differences."""
    first = numbers[0]
    tag, weight = first.tag, first.weight
    for position, other in enumerate(numbers[1:], 1):
        if same_kind_of_money(first.unit, other.unit):
            raise TypeFault("currency", 0, position)
        if other.unit.dimension != first.unit.dimension:
            raise TypeFault("dimension", 0, position)
        if weighed and None not in (weight, other.weight) and weight != other.weight:
            raise TypeFault("temperature", 0, position)
        weight = other.weight if weight is None else weight
        if other.label != first.label or other.per != first.per:
            raise TypeFault("label", 0, position)
        if other.tag is not tag:
            tag = Tag.NONE
    return Num(all(n.whole for n in numbers), _all_exact(numbers), tag, first.unit, first.label, first.per, weight)


def addition(types: Sequence[Type]) -> Type:
    """`a + b`: quantities of one kind; in the unit of the first that is no literal."""
    numbers = _numbers(types)
    # A bare literal that stands beside a count counts the same things: `n + 1`.
    return _sum(numbers, 1)


def subtraction(types: Sequence[Type]) -> Type:
    """`a - b`: quantities of one kind; in the unit of the first that is no literal."""
    return _sum(_numbers(types), -1)


def _sum(numbers: Sequence[Num], sign: int) -> Num:
    left, right = numbers
    result = _joined(numbers, weighed=False)
    if None in (left.weight, right.weight) and not result.unit.is_scale:
        return replace(result, weight=None)
    return replace(result, weight=temperatures.total(left.weight, right.weight, sign))


def comparison(types: Sequence[Type]) -> Type:
    """`a < b`: quantities of one kind; a truth value."""
    _joined(_numbers(types))
    return BOOL


def equality(types: Sequence[Type]) -> Type:
    """`a == b`: quantities of one kind, or two values of another type; a truth value."""
    if all(isinstance(type_, Num) for type_ in types):
        return comparison(types)
    text = (Word, NounType, Person)
    left, right = types
    if isinstance(left, text) and isinstance(right, text):
        return BOOL
    if isinstance(left, (Bool, RowOf, Opaque)) and left == right:
        return BOOL
    if isinstance(left, ListOf) and isinstance(right, ListOf) and left.length == right.length:
        return BOOL
    raise TypeFault("alike", 0, 1)


def all_comparable(types: Sequence[Type]) -> Type:
    """`distinct(a, b, …)`: values that `==` compares; a truth value."""
    for other in types[1:]:
        equality((types[0], other))
    return BOOL


def multiplication(types: Sequence[Type]) -> Type:
    """`a * b`: units multiply, labels cancel, drop or stay; where two remain, the label is of both."""
    left, right = _numbers(types)
    _no_reading(left, right)
    unit = left.unit * right.unit
    labels: list[CountLabel | None] = [left.label, right.label]
    pers: list[CountLabel | None] = [left.per, right.per]
    for mine, theirs in ((0, 1), (1, 0), (0, 0), (1, 1)):
        if labels[mine] is not None and labels[mine] == pers[theirs]:
            labels[mine] = pers[theirs] = None
    for mine in (0, 1):
        rest = _without(labels[mine], unit)
        if rest is not None:
            labels[mine], unit = None, rest
    label, per = _one_label(labels, pers, hard=not (unit.is_plain or _is_rate(left, right, unit)))
    tag = _product_tag(left, right)
    whole = left.whole and right.whole and unit.is_plain
    return Num(whole, left.exact and right.exact, tag, unit, label, per, _product_weight(left, right, unit))


def _without(label: CountLabel | None, unit: Unit) -> Unit | None:
    """What is left of a number for each week, the unit, times a number of weeks, the noun; None where they do not meet.
    A file may know `week` as both, and its reader as one."""
    if label is None or label.rigid or (label.noun, -1) not in unit.symbols:
        return None
    rest = [symbol for symbol in unit.symbols if symbol != (label.noun, -1)]
    if not rest:
        return PLAIN
    return currency(rest[0][0]) if len(rest) == 1 and rest[0] in ((name, 1) for name in CURRENCIES) else None


def _is_rate(left: Num, right: Num, unit: Unit) -> bool:
    """Whether a factor counts so many for each unit and the result still does: 5 books a week, three times as many."""
    return unit.is_for_each and any(n.label is not None and n.unit.is_for_each for n in (left, right))


def _no_reading(*numbers: Num) -> None:
    """A factor that is a reading of °C or °F has no meaning: 40 °C is not twice 20 °C."""
    for position, number in enumerate(numbers):
        if temperatures.misused(number, None):
            raise TypeFault("temperature_factor", position)


def _product_weight(left: Num, right: Num, unit: Unit) -> Fraction | None:
    """A difference times a number is a difference; so is what comes out in °C or °F (2 °C/h for 3 h)."""
    if unit.dimension != temperatures.TEMPERATURE:
        return None
    return temperatures.GAP if unit.is_scale or temperatures.GAP in (left.weight, right.weight) else None


def weighted(operator: str, types: Sequence[Type], values: Sequence[object]) -> Type | None:
    """`2 * t`, `(t1 + t2) / 2`: the type of readings of a temperature with a literal factor, or None if it is no such
    product. `values` are those of the operands that are literals, else None."""
    if operator not in ("mul", "div") or not all(isinstance(type_, Num) for type_ in types):
        return None
    factors = [*values]
    if operator == "div":
        factors = [None, 1 / values[1] if isinstance(values[1], Fraction) and values[1] else None]
    weight = temperatures.scaled(types, factors)
    if not weight:
        return None
    rule = multiplication if operator == "mul" else division
    result = rule([temperatures.unweighted(type_) for type_ in types])
    return replace(result, weight=weight) if isinstance(result, Num) else result


def _one_label(
    labels: Sequence[CountLabel | None], pers: Sequence[CountLabel | None], *, hard: bool
) -> tuple[CountLabel | None, CountLabel | None]:
    above = [label for label in labels if label is not None]
    below = [per for per in pers if per is not None]
    if hard:
        # A count times a unit is the unit: 3 bagels at $2 is $6. What it is per stays.
        return None, below[0] if len(below) == 1 else None
    return _together(above), _together(below)


def _together(labels: Sequence[CountLabel]) -> CountLabel | None:
    """One label for several: `a * b` counts neither a nor b; a step that is named needs a declared type."""
    parts = sorted((label for whole in labels for label in whole.parts), key=lambda label: (label.noun, label.rigid))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else CountLabel("*".join(p.noun for p in parts), several=tuple(parts))


def _product_tag(left: Num, right: Num) -> Tag:
    if not (left.is_pure and right.is_pure):
        return Tag.NONE
    if left.tag is right.tag:
        return left.tag
    if Tag.NONE in (left.tag, right.tag):
        # A whole multiple of a percent is a percent; a percent of a number is a number.
        plain, tagged = (left, right) if left.tag is Tag.NONE else (right, left)
        return tagged.tag if plain.whole and tagged.tag is Tag.PERCENT else Tag.NONE
    return Tag.NONE


def division(types: Sequence[Type]) -> Type:
    """`a / b`: always exact; units and equal labels cancel, a label by a pure number stays, two are a rate."""
    left, right = _numbers(types)
    _no_reading(left, right)
    unit = left.unit / right.unit
    above = [left.label, right.per]
    below = [right.label, left.per]
    for i in range(2):
        for j in range(2):
            if above[i] is not None and above[i] == below[j]:
                above[i] = below[j] = None
    label, per = _one_label(
        above, below, hard=not (unit.is_plain or (right.label is None and _is_rate(left, left, unit)))
    )
    if not unit.is_plain and right.label is not None and right.unit.is_plain and left.per is None:
        per = None  # $12 shared among 3 children is money again
    # A labelled quotient is not known to be whole; the step that it is named by makes that an obligation.
    weight = _product_weight(left, right, unit)
    return Num(False, left.exact and right.exact, Tag.NONE, unit, label, per, weight)


def power(types: Sequence[Type]) -> Type:
    """`a ^ b`: b a pure whole number; a literal where a has a unit, which is raised too."""
    base, exponent = _numbers(types)
    if not (exponent.is_pure and exponent.whole):
        raise TypeFault("exponent", 1)
    if not base.is_pure:
        raise TypeFault("pure", 0)
    return Num(base.whole, base.exact and exponent.exact, base.tag)


def raised(base: Num, exponent: int) -> Num:
    """`a ^ n` with a literal n: the unit is raised too."""
    if base.label is not None or base.per is not None:
        raise TypeFault("pure", 0)
    _no_reading(base)
    return Num(base.whole and exponent >= 0, base.exact, base.tag, base.unit**exponent)


def same_number(types: Sequence[Type]) -> Type:
    """`-a`, `abs(a)`: a number; the type of the argument."""
    number = _numbers(types)[0]
    _no_reading(number)
    return number


def logic(types: Sequence[Type]) -> Type:
    """`and`, `or`, `not`: truth values; a truth value."""
    for position, type_ in enumerate(types):
        if not isinstance(type_, Bool):
            raise TypeFault("bool", position)
    return BOOL


def conditional(types: Sequence[Type]) -> Type:
    """`if c then a else b`: a truth value and two arms of one kind; the kind of the arms."""
    if not isinstance(types[0], Bool):
        raise TypeFault("bool", 0)
    then, otherwise = types[1:]
    if isinstance(then, Num) and isinstance(otherwise, Num):
        return _joined((then, otherwise))
    if then != otherwise:
        raise TypeFault("alike", 1, 2)
    return then


def _whole(types: Sequence[Type]) -> list[Num]:
    numbers = _numbers(types)
    for position, number in enumerate(numbers):
        if not number.whole:
            raise TypeFault("whole", position)
    return numbers


def whole_numbers(types: Sequence[Type]) -> Type:
    """`gcd`, `lcm`, `factorial`, `choose`: whole numbers; a whole number, with the label that all of them have."""
    numbers = _whole(types)
    labels = {number.label for number in numbers}
    return replace(INT, label=labels.pop() if len(labels) == 1 else None)


def bare_whole(types: Sequence[Type]) -> Type:
    """A sum of digits, a number of divisors: whole numbers; a whole number without a label."""
    _whole(types)
    return INT


def whole_test(types: Sequence[Type]) -> Type:
    """`is_prime`, `is_square`: a whole number; a truth value."""
    _whole(types)
    return BOOL


def divisibility(types: Sequence[Type]) -> Type:
    """`divides(a, b)`: whole numbers; a truth value."""
    _whole(types)
    return BOOL


def number_test(types: Sequence[Type]) -> Type:
    """`is_int`: a number; a truth value."""
    _numbers(types)
    return BOOL


def whole_quotient(types: Sequence[Type]) -> Type:
    """`quotient(a, b)`: how often b fits into a; equal labels and units cancel, a label by a pure number stays."""
    result = division(types)
    assert isinstance(result, Num)
    if not result.unit.is_plain and result.unit.dimension:
        raise TypeFault("dimension", 0, 1)
    return Num(True, result.exact, label=result.label, per=result.per)


def rounding(types: Sequence[Type]) -> Type:
    """`floor(a [, to])`, `ceil`, `round`: quantities of one kind; that kind, whole without a unit if `to` is."""
    numbers = _numbers(types)
    first = numbers[0]
    if len(numbers) == 2:
        _joined(numbers, weighed=False)
        return replace(first.bare(), exact=True, whole=first.unit.is_plain and numbers[1].whole)
    return replace(first.bare(), exact=True, whole=first.unit.is_plain)


def all_alike(types: Sequence[Type]) -> Type:
    """`min`, `max`, `mode`: quantities of one kind; that kind."""
    return _joined(_numbers(types))


def middle(types: Sequence[Type]) -> Type:
    """`median`: quantities of one kind; that kind, whole only for an odd number of whole ones."""
    result = _joined(_numbers(types))
    return replace(result, whole=result.whole and len(types) % 2 == 1)


def order_statistic(types: Sequence[Type]) -> Type:
    """`kth(k, …)`: first a pure whole number, the rest of one kind; that kind."""
    numbers = _numbers(types)
    if not (numbers[0].whole and numbers[0].is_pure):
        raise TypeFault("whole", 0)
    return _joined(numbers[1:])


def magnitude(types: Sequence[Type]) -> Type:
    """`magnitude(q)`: a number; the pure number in front of its unit, the only way out of a unit."""
    number = _numbers(types)[0]
    return Num(number.whole, number.exact)


def square_root(types: Sequence[Type]) -> Type:
    """`sqrt(a)`: a number; a real number, of unit^2 in the unit."""
    number = _numbers(types)[0]
    unit = number.unit.root(2)
    if unit is None or number.label is not None or number.per is not None:
        raise TypeFault("root", 0)
    return Num(exact=False, unit=unit)


def trigonometry(types: Sequence[Type]) -> Type:
    """`sin(a)`, `cos(a)`, `tan(a)`: a pure number of degrees; a real number."""
    number = _numbers(types)[0]
    if not number.is_pure:
        raise TypeFault("pure", 0)
    return Num(exact=False)


def logarithm(types: Sequence[Type]) -> Type:
    """`log10(a)`, `ln(a)`, `exp(a)`: a pure number; a real number."""
    number = _numbers(types)[0]
    if not number.is_pure:
        raise TypeFault("pure", 0)
    return Num(exact=False)


def circle_number(types: Sequence[Type]) -> Type:
    """`pi`: nothing; a real number."""
    _numbers(types)
    return Num(exact=False)
