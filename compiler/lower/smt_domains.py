"""What a given may be, as SMT-LIB: sorts, codes for categorical values, and domains as formulas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from mspec.compiler.ir import Apply, Const, Domain, Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.lower.smt_terms import (
    Sort,
    Term,
    alike,
    call,
    conjunction,
    disjunction,
    equal,
    implication,
    multiple,
    number,
    shifted,
    truth,
)
from mspec.compiler.types import Bool, ListOf, Num, Type


class Codes:
    """Numbers for nouns, words and people: one for each text of a problem, in order of first appearance."""

    def __init__(self, problem: Problem) -> None:
        self._codes: dict[str, int] = {}
        for node in problem.nodes:
            if isinstance(node, Const):
                self._add((node.value,))
            elif isinstance(node, Given):
                self._add(domain_values(node.domain))
        columns = {n.data[0] for n in problem.nodes if isinstance(n, Apply) and n.op == "lookup"}
        for table in problem.lexicon.tables:
            for position, (column, _, _) in enumerate(table.columns):
                if column in columns:
                    self._add(row[position] for row in table.rows)

    def _add(self, values: Iterable[Value]) -> None:
        for value in values:
            if isinstance(value, str):
                self._codes.setdefault(value, len(self._codes))

    def literal(self, value: Value) -> Term:
        """The term of a value that is not a list."""
        match value:
            case bool():
                return truth(value)
            case str():
                return number(self._codes[value], "Int")
            case Fraction() | int():
                return number(Fraction(value))
            case tuple():
                raise TypeError("a list has no single term")


def domain_values(domain: Domain) -> tuple[Value, ...]:
    """The explicit values of a domain; none for a range of numbers."""
    match domain:
        case Values(values):
            return values
        case NounAttribute(_, _, choices):
            return tuple(value for choice in choices for value in domain_values(choice))
        case Lattice():
            return ()


def sort_of(type_: Type) -> Sort:
    """The sort of a given, or of an element of a list."""
    match type_:
        case ListOf(element, _):
            return sort_of(element)
        case Bool():
            return "Bool"
        case Num(whole=False):
            return "Real"
        case _:
            return "Int"


def needs_multiplier(domain: Domain, sort: Sort) -> bool:
    """A lattice is `low + k * stride` with a whole k, except where whole numbers go up by one."""
    match domain:
        case Lattice(_, _, stride):
            return not (sort == "Int" and stride == 1)
        case NounAttribute(_, _, choices):
            return any(needs_multiplier(choice, sort) for choice in choices)
        case Values():
            return False


Choosers = Mapping[NodeId, tuple[Term, tuple[Value, ...]]]
"""For each noun given, its term and the values of its domain."""


def membership(term: Term, domain: Domain, multiplier: Term, codes: Codes, choosers: Choosers) -> Term:
    """The formula that `term` lies in a domain.

    Args:
        term: the given.
        multiplier: an Int constant of its own (used where `needs_multiplier`).
        codes: of the problem.
        choosers: the nouns whose attributes are domains.
    """
    match domain:
        case Lattice(low, high, stride) if needs_multiplier(domain, term.sort):
            count = number(domain.size - 1)
            point = shifted(low, multiple(stride, multiplier))
            return conjunction(
                (
                    equal(term, point),
                    call("<=", (number(0), multiplier, count), "Bool"),
                )
            )
        case Lattice(low, high, _):
            return call("<=", (number(low), term, number(high)), "Bool")
        case Values(values):
            return disjunction(_one_of(term, values, codes))
        case NounAttribute(noun, _, choices):
            chooser, nouns = choosers[noun]
            return conjunction(
                implication(
                    equal(chooser, codes.literal(value)),
                    membership(term, choice, multiplier, codes, choosers),
                )
                for value, choice in zip(nouns, choices, strict=True)
            )


def _one_of(term: Term, values: tuple[Value, ...], codes: Codes) -> Iterable[Term]:
    """Equalities, with runs of consecutive codes of categorical values as ranges."""
    if term.sort == "Bool":
        if set(values) == {True, False}:
            yield truth(True)
            return
        for value in values:
            yield term if value else Term(f"(not {term.text})", "Bool")
        return
    literals = [codes.literal(value) for value in values]
    whole = [Fraction(lit.value or 0) for lit in literals]
    categorical = not isinstance(values[0], Fraction) if values else False
    if categorical and len(values) > 2 and whole == [whole[0] + i for i in range(len(whole))]:
        yield call("<=", (literals[0], term, literals[-1]), "Bool")
        return
    for literal in literals:
        yield equal(*alike((term, literal)))
