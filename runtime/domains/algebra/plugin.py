"""Types and primitives for `use primitives.algebra`, and for `use primitives.calculus`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from mspec.compiler.plugins import LibraryType, NotALiteral, NoValue, PastLimit, Plugin, Primitive, by_check
from mspec.compiler.types import Type
from mspec.runtime.domains.algebra import functions, shown, texts, values
from mspec.runtime.domains.algebra.certify import rules
from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge

VERSION = "1"


def _literal(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader whose faults are those of literals."""

    def literal(text: str) -> str:
        try:
            return read(text)
        except AlgebraFault as fault:
            raise NotALiteral(str(fault)) from None

    return literal


def _relation(text: str, *, equation: bool) -> str:
    relation = values.read_relation(text)
    if (relation.sign == "=") is not equation:
        raise AlgebraFault("an equation has =" if equation else "an inequality has <, <=, > or >=")
    return values.write_relation(relation)


TYPES = (
    LibraryType(
        "expr",
        _literal(functions.expression),
        plain=lambda text: shown.plain(texts.read(text)),
        latex=lambda text: shown.tex(texts.read(text)),
        bare="[xyzt]",
        example="x^2 - 1",
        numbers=True,
        operators=(
            ("+", "plus"),
            ("-", "minus"),
            ("*", "times"),
            ("/", "over"),
            ("^", "to_power"),
            ("neg", "negative"),
        ),
    ),
    LibraryType(
        "equation",
        _literal(lambda text: _relation(text, equation=True)),
        plain=values.plain_relation,
        latex=values.tex_relation,
        example="2*x + 1 = 7",
    ),
    LibraryType(
        "inequality",
        _literal(lambda text: _relation(text, equation=False)),
        plain=values.plain_relation,
        latex=values.tex_relation,
        example="2*x + 1 <= 7",
    ),
    LibraryType(
        "relation",
        _literal(lambda text: values.write_relation(values.read_relation(text))),
        plain=values.plain_relation,
        latex=values.tex_relation,
        example="2*x + 1 = 7",
        also=("equation", "inequality"),
    ),
    LibraryType(
        "set",
        _literal(lambda text: values.write_set(values.read_set(text))),
        plain=values.plain_set,
        latex=values.tex_set,
        example="{-2, 3}",
    ),
    LibraryType(
        "point",
        _literal(lambda text: values.write_point(values.read_point(text))),
        plain=values.plain_point,
        latex=values.tex_point,
        example="(2, -1/2)",
    ),
    LibraryType(
        "interval",
        _literal(functions.interval),
        plain=values.plain_interval,
        latex=values.tex_interval,
        example="(-oo, 2] U [3, oo)",
    ),
)


def _same_as_first(types: Sequence[Type]) -> Type:
    """The type of the first argument: an equation stays one."""
    return types[0]


def _printed(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _primitive(
    name: str,
    takes: str,
    gives: str,
    function: Callable[..., Any],
    rule: str,
    words: str,
    *,
    latex: str = "",
    repeats: bool = False,
    cost: int = 1,
    result: Callable[[Sequence[Type]], Type] | None = None,
    partial: bool = False,
) -> Primitive:
    """A primitive that computes with `function`; `certify.rules` checks what it gives, by the rule of that name.

    It is partial where the operation itself may have no value. What has one that cannot be written here (a root of a
    cubic that is no surd) is past the limits of the library.
    """

    @lru_cache(maxsize=4096)
    def exact(*arguments: Any) -> Any:
        try:
            return function(*arguments)
        except TooLarge as limit:
            raise PastLimit(str(limit)) from None
        except AlgebraFault as fault:
            raise (NoValue if partial else PastLimit)(str(fault)) from None

    def holds(result: Any, *arguments: Any) -> bool:
        try:
            return rules.holds(rule, tuple(map(_printed, arguments)), _printed(result))
        except AlgebraFault:
            return False

    return Primitive(
        name,
        tuple(takes.split()),
        gives,
        exact,
        by_check(exact, holds),
        partial=partial,
        repeats=repeats,
        rule=result,
        cost=cost,
        latex=latex or rf"\operatorname{{{{{name.replace('_', ' ')}}}}}({{all}})",
        words=words,
    )


PLUGIN = Plugin(
    name="algebra",
    version=VERSION,
    uses=(),
    types=TYPES,
    primitives=(
        # ----------------------------------------------------------------------------------- composing
        _primitive(
            "variable", "word", "expr", functions.variable, "variable", "{0}", latex="{0}", cost=0, partial=True
        ),
        _primitive("plus", "expr expr", "expr", functions.add, "add", "the sum of {0} and {1}", latex="{0} + {1}"),
        _primitive("minus", "expr expr", "expr", functions.subtract, "subtract", "{0} minus {1}", latex="{0} - {1}"),
        _primitive(
            "times", "expr expr", "expr", functions.multiply, "multiply", "{0} times {1}", latex=r"{0} \cdot {1}"
        ),
        _primitive(
            "over",
            "expr expr",
            "expr",
            functions.divide,
            "divide",
            "{0} over {1}",
            latex=r"\frac{{{0}}}{{{1}}}",
            partial=True,
        ),
        _primitive(
            "to_power",
            "expr int",
            "expr",
            functions.raise_to,
            "raise_to",
            "{0} to the power {1}",
            latex="{0}^{{{1}}}",
            partial=True,
        ),
        _primitive("negative", "expr", "expr", functions.negate, "negate", "minus {0}", latex="-{0}"),
        _primitive(
            "surd",
            "rational",
            "expr",
            functions.square_root,
            "square_root",
            "the square root of {0}",
            latex=r"\sqrt{{{0}}}",
            partial=True,
        ),
        # ----------------------------------------------------------------------------------- rewriting
        _primitive("expand", "expr", "expr", functions.expand, "expand", "the expansion of {0}"),
        _primitive("simplify", "expr", "expr", functions.simplify, "simplify", "the simplest form of {0}"),
        _primitive("factor", "expr", "expr", functions.factor, "factor", "the factored form of {0}"),
        _primitive("collect", "expr expr", "expr", functions.collect, "collect", "{0} by powers of {1}"),
        _primitive(
            "complete_square",
            "expr",
            "expr",
            functions.complete_square,
            "complete_square",
            "{0} with the square completed",
            partial=True,
        ),
        _primitive(
            "substitute",
            "expr expr expr",
            "expr",
            functions.substitute,
            "substitute",
            "{0} with {2} in place of {1}",
            partial=True,
        ),
        # ------------------------------------------------------------------------------------- numbers
        _primitive(
            "value_at",
            "expr expr",
            "expr",
            functions.value_at,
            "value_at",
            "the value of {0} at {1}",
            repeats=True,
            partial=True,
        ),
        _primitive(
            "evaluate",
            "expr rational",
            "rational",
            functions.evaluate_at,
            "evaluate_at",
            "the value of {0} at {1}",
            repeats=True,
            partial=True,
        ),
        _primitive("degree", "expr", "int", functions.degree, "degree", "the degree of {0}"),
        _primitive(
            "coefficient_of",
            "expr int",
            "rational",
            functions.coefficient,
            "coefficient",
            "the coefficient of power {1} in {0}",
        ),
        _primitive("term", "expr int", "expr", functions.term, "term", "the term of power {1} in {0}"),
        _primitive(
            "discriminant",
            "expr",
            "rational",
            functions.discriminant,
            "discriminant",
            "the discriminant of {0}",
            partial=True,
        ),
        _primitive("equivalent", "expr expr", "bool", functions.equivalent, "equivalent", "{0} equals {1}"),
        # ------------------------------------------------------------------------------------ division
        _primitive(
            "poly_quotient",
            "expr expr",
            "expr",
            functions.polynomial_quotient,
            "polynomial_quotient",
            "the quotient of {0} by {1}",
            partial=True,
        ),
        _primitive(
            "poly_remainder",
            "expr expr",
            "expr",
            functions.polynomial_remainder,
            "polynomial_remainder",
            "the remainder of {0} by {1}",
            partial=True,
        ),
        _primitive(
            "poly_gcd",
            "expr expr",
            "expr",
            functions.greatest_divisor,
            "greatest_divisor",
            "the greatest common divisor of {0} and {1}",
        ),
        # ------------------------------------------------------------------------------------- solving
        _primitive("equal", "expr expr", "equation", functions.equation, "equation", "{0} = {1}", latex="{0} = {1}"),
        _primitive("less", "expr expr", "inequality", functions.less, "less", "{0} < {1}", latex="{0} < {1}"),
        _primitive(
            "at_most", "expr expr", "inequality", functions.at_most, "at_most", "{0} ≤ {1}", latex=r"{0} \le {1}"
        ),
        _primitive("more", "expr expr", "inequality", functions.more, "more", "{0} > {1}", latex="{0} > {1}"),
        _primitive(
            "at_least", "expr expr", "inequality", functions.at_least, "at_least", "{0} ≥ {1}", latex=r"{0} \ge {1}"
        ),
        _primitive(
            "shift",
            "relation expr",
            "",
            functions.shift,
            "shift",
            "{0} with {1} added to both sides",
            result=_same_as_first,
        ),
        _primitive(
            "scale",
            "relation rational",
            "",
            functions.scale,
            "scale",
            "{0} with both sides multiplied by {1}",
            result=_same_as_first,
            partial=True,
        ),
        _primitive("left_side", "relation", "expr", functions.left_side, "left_side", "the left side of {0}"),
        _primitive("right_side", "relation", "expr", functions.right_side, "right_side", "the right side of {0}"),
        _primitive("roots", "expr", "set", functions.roots, "roots", "the set of zeros of {0}"),
        _primitive("solutions", "equation", "set", functions.solutions, "solutions", "the set of solutions of {0}"),
        _primitive(
            "solution", "equation", "rational", functions.solution, "solution", "the solution of {0}", partial=True
        ),
        _primitive(
            "solution_set", "inequality", "interval", functions.solution_set, "solution_set", "the solution set of {0}"
        ),
        _primitive(
            "system",
            "equation",
            "point",
            functions.system,
            "system",
            "the solution of {all}",
            repeats=True,
            partial=True,
        ),
        # ----------------------------------------------------------------------------- sets and points
        _primitive("set_of", "expr", "set", functions.set_of, "set_of", "the set of {all}", repeats=True),
        _primitive("point_at", "expr expr", "point", functions.point, "point", "the point {all}", repeats=True),
        _primitive(
            "coordinate",
            "point int",
            "rational",
            functions.coordinate,
            "coordinate",
            "the {1:ordinal} coordinate of {0}",
            partial=True,
        ),
        _primitive(
            "element",
            "set int",
            "rational",
            functions.element,
            "element",
            "the {1:ordinal} element of {0}",
            partial=True,
        ),
        _primitive("size", "set", "int", functions.size, "size", "the number of elements of {0}"),
        _primitive("vertex", "expr", "point", functions.vertex, "vertex", "the vertex of y = {0}", partial=True),
    ),
)

CALCULUS = Plugin(
    name="calculus",
    version=VERSION,
    uses=("primitives.algebra",),
    primitives=(
        _primitive(
            "derivative",
            "expr",
            "expr",
            functions.derivative,
            "derivative",
            "the derivative of {0}",
            latex=r"\left({0}\right)'",
        ),
        _primitive(
            "antiderivative",
            "expr",
            "expr",
            functions.antiderivative,
            "antiderivative",
            "the antiderivative of {0}",
        ),
        _primitive(
            "integral",
            "expr rational rational",
            "rational",
            functions.definite_integral,
            "definite_integral",
            "the integral of {0} from {1} to {2}",
            latex=r"\int_{{{1}}}^{{{2}}} {0}",
        ),
        _primitive(
            "tangent", "expr rational", "equation", functions.tangent, "tangent", "the tangent of y = {0} at {1}"
        ),
    ),
)

__all__ = ["CALCULUS", "PLUGIN"]
