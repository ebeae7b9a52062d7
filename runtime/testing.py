"""Hypothesis strategies: well-typed specs as text, and worlds of a problem. Published as `mspec.testing`.

A spec is grown from typed holes: each kind of value (whole number, amount of money, count, length, …) has ways to make
one from others, so that what comes out is refused by no type rule. It is small, uses most of the language, and says
nothing about whether its worlds are many: divisors may be zero, counts negative, requirements impossible.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from mspec.compiler.ir import Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.types import ListOf
from mspec.runtime.sample import sampler_for

World = dict[NodeId, Value]

_HEAD = """\
use units.si

noun fruit "fruit" uncountable
noun apple "apple" : fruit
noun pear "pear" : fruit
table sizes(label : word, part : rational, pieces : int, cost : money) {
  "small", 1/2, 3, $1.25
  "large", 3/4, 5, $2.00
  "huge", 7/3, 12, $10.40
}
def twice(x : rational) = 2 * x
def quarter = 1/4
"""

_GIVENS: Mapping[str, tuple[str, ...]] = {
    "whole": ("int in -3..8", "int in {-5, 0, 2, 7}", "int in 0..1000000 by 250000"),
    "natural": ("int in 1..6", "int in {2, 3, 12}", "int in 100..900 by 100"),
    "number": ("rational in -1..2 by 1/3", "rational in 0.25..2.00 by 0.25", "rational in {1/3, 2/7, 5}"),
    "turns": ("int in 1..4", "int in {2, 3, 5}"),
    "percent": ("percent in 5%..50% by 5%", "percent in {10%, 12.5%, 200%}"),
    "money": ("money in $0.25..$3.00 by $0.25", "money in $1..$20", "money in {$0.99, $1.01, $150}"),
    "apples": ("count(apple) in 1..9", "count(apple) in {0, 4, 100}"),
    "price": ("money[1/apple] in $0.10..$1.00 by $0.05",),
    "length": ("length[m] in 1 m..9 m", "length[km] in {0.5 km, 2 km}", "length[cm] in 5 cm..50 cm by 5 cm"),
    "time": ("time[h] in {0.5 h, 2 h}", "time[min] in 10 min..90 min by 5 min"),
    "speed": ("speed[km/h] in 10 km/h..90 km/h by 10 km/h", "speed[m/s] in {2 m/s, 3.5 m/s}"),
    "truth": ("bool",),
    "word": ('word in {"red", "green", "blue"}',),
    "row": ("sizes", 'sizes where part < 1'),
    "wholes": ("list(int, 3) in -2..4", "list(int, 4) in 1..9 distinct", "list(int, 2) in {0, 5} sorted"),
    "prices": ("list(money, 3) in $0.50..$4.00 by $0.50",),
}  # fmt: skip
"""Types and domains by kind."""

_MADE: Mapping[str, tuple[str, ...]] = {
    "whole": (
        "<natural>", "<whole> + <whole>", "<whole> - <whole>", "<whole> * <whole>", "-<whole>", "abs(<whole>)",
        "<whole>^2",
        "min(<whole>, <whole>)", "max(<whole>, <whole>, 3)", "quotient(<whole>, <natural>)",
        "remainder(<whole>, <natural>)",
        "floor(<number>)", "ceil(<number>)", "round(<number>)", "if <truth> then <whole> else <whole>",
        "sum(i in 1..3, i * <whole>)", "sum(i in 1..<turns>, i - <whole>)", "number(i in 1..4, i < <whole>)",
        "sum(<wholes>)", "max(<wholes>)", "<wholes>[2]", "<row>.pieces", "product(<wholes>)",
        "remainder(-7, <natural>)",
        "gcd(<natural>, <natural>)", "lcm(<natural>, 12)", "choose(<natural2>, 2)", "factorial(<natural2>)",
        "2^<natural2>",
        "quotient(<money>, <cents>)", "quotient(<length>, 3 m)", "magnitude(<apples>)",
    ),
    "natural": ("<natural> + 1", "max(<natural>, 2)", "2 * <natural>", "ceil(<natural> / 2)", "4"),
    "natural2": ("min(<natural>, 5)", "3"),
    "number": (
        "<whole> / <natural>", "<number> + <number>", "<number> - <number>", "<number> * <whole>",
        "<number> / <natural>",
        "mean(<wholes>)", "median(<whole>, <number>, <natural>)", "if <truth> then <number> else <number>",
        "<row>.part",
        "twice(<number>)", "quarter * <number>", "<number>^2", "remainder(<number>, 1/2)", "floor(<number>, 1/3)",
        "<money> / <cents>", "<length> / 2 m", "min(<number>, 1)", "abs(<number> - 1)", "(1 + <percent>) * <whole>",
        "<whole> / <whole>", "-<number>", "magnitude(<money>)", "round(<number>, 1/10)",
    ),
    "percent": ("<percent> + 5%", "if <truth> then <percent> else 25%", "100% - <percent>", "max(<percent>, 10%)"),
    "money": (
        "<money> + <money>", "<money> - $0.10", "<money> * <whole>", "<price> * <apples>", "<money> * <percent>",
        "<money> / <natural>", "min(<money>, <money>)", "if <truth> then <money> else $0", "round(<money>, $0.01)",
        "floor(<money>, $1)", "<row>.cost", "sum(<prices>)", "max(<prices>)", "<prices>[1]",
        "<money> + <money> * <percent>",
        "remainder(<money>, <cents>)", "max(<money> - <money>, $0)", "ceil(<money> / 3, $0.05)", "mean(<prices>)",
        "median(<money>, $2, <money>)", "sum(i in 1..3, i * <money>)",
    ),
    "cents": ("$0.25", "$3", "<natural> * $0.10"),
    "apples": ("<apples> + <apples>", "<apples> * <natural>", "if <truth> then <apples> else 3", "max(<apples>, 2)"),
    "price": ("<price> + <price>", "2 * <price>"),
    "length": (
        "<length> + <length>", "<length> * <natural>", "<length> - 10 cm", "if <truth> then <length> else 2 m",
        "max(<length>, 1 m)", "<length> / <natural>", "round(<length>, 1 m)",
    ),
    "time": ("<time> + 15 min", "<time> * 2"),
    "speed": ("<speed> / 2", "<speed> + 1 km/h"),
    "truth": (
        "<whole> < <whole>", "<whole> <= <number>", "<number> > 1", "<money> >= <money>", "<whole> == <natural>",
        "<whole> != 3", "<truth> and <truth>", "<truth> or <truth>", "not <truth>", "<whole> in {1, 2, 5}",
        "<number> in 0..2", "is_int(<number>)", "divides(<natural>, <whole>)", '<word> == "red"', '<word> != <word>',
        "<length> < 2 m", "1 < <natural> <= 4", "all(i in 1..3, i < <whole>)", "any(i in 1..3, i == <whole>)",
        "is_prime(<natural>)", "is_square(<natural>)", "distinct(<whole>, <natural>, 2)", "<apples> > 2",
    ),
    "word": ('"red"', '"blue"'),
}  # fmt: skip
"""Ways to make a value of a kind; `<kind>` is a hole."""

_LITERAL: Mapping[str, str] = {
    "whole": "2", "natural": "3", "natural2": "2", "turns": "3", "number": "1/2", "percent": "20%", "money": "$1.50",
    "cents": "$0.25", "apples": "", "price": "", "length": "1.5 m", "time": "30 min", "speed": "5 km/h",
    "truth": "true", "word": '"green"',
}  # fmt: skip
"""Where the depth is spent and no name is there; nothing for kinds of which a given is then declared."""

_TYPES: Mapping[str, tuple[str, ...]] = {
    "whole": ("int", "rational"), "number": ("rational", "int"), "money": ("money",),
    "percent": ("percent", "rational"),
    "apples": ("count(apple)", "count(fruit)"), "length": ("length[m]", "length[km]", "length[cm]"), "truth": ("bool",),
    "natural": ("int",), "time": ("time[h]",), "speed": ("speed[m/s]",),
}  # fmt: skip
"""Types that a step of a kind may declare; the first is of the same kind."""

_TURNS = (
    ("whole", "iterate(k in 1..{turns}, from {start}, next it + k)"),
    ("whole", "iterate(k in 1..{turns}, from {start}, next quotient(it, 2) + 1)"),
    ("whole", "iterate(k in 1..{turns}, from {start}, next it * 2 - k until it > 40)"),
    ("money", "iterate(k in 1..{turns}, from {start}, next round(it * 1.05, $0.01))"),
    ("money", "iterate(k in 1..{turns}, from {start}, next max(it - $1, $0) until it < $1)"),
    ("number", "iterate(k in 1..{turns}, from {start}, next it / 2 + k)"),
)
_USED = ("{one}", "{other} / 2", "{one} * {other} + {one}", "max({one}, {other})", "{other} - {one}")
"""What becomes of the unknowns of a system."""
_NAMES = (
    "a", "b", "n", "m", "x", "total", "share", "part", "np", "world", "lambda", "class", "v_n", "g_n", "t1", "t2",
    "ite", "e", "Int", "None", "sys", "Any", "self", "x1", "X", "print", "admissible", "GIVENS",
    "u", "w", "y", "z", "p", "q", "c", "d",
)  # fmt: skip
"""Ordinary names, and names that mean something where the problem is compiled to."""
_HOLE = re.compile(r"<(\w+)>")


def specs() -> st.SearchStrategy[str]:
    """Well-typed specs of one problem each, as text."""
    return _spec()


def worlds(problem: Problem) -> st.SearchStrategy[World]:
    """Worlds that satisfy all constraints of a problem, by node; numbers are exact.

    Raises:
        MspecError: there are none, or they are too rare to be drawn.
    """
    sampler = sampler_for(problem)

    def world(index: int) -> World:
        batch = sampler.draw(0, range(index, index + 1))
        return {node: batch.values(node)[0] for node in problem.givens()}

    return st.integers(0, 2**32).map(world)


def assignments(problem: Problem) -> st.SearchStrategy[World]:
    """Values of all givens from their domains, whether or not they satisfy the constraints."""
    return st.fixed_dictionaries({node: _given_values(problem, node) for node in problem.givens()})


def _given_values(problem: Problem, node: NodeId) -> st.SearchStrategy[Any]:
    given = problem.nodes[node]
    assert isinstance(given, Given)
    one = _domain_values(given.domain)
    if not isinstance(given.type, ListOf):
        return one
    length = given.type.length
    lists = st.lists(one, min_size=length, max_size=length, unique="distinct" in given.flags)
    return lists.map(lambda items: tuple(sorted(items) if "sorted" in given.flags else items))


def _domain_values(domain: Lattice | Values | NounAttribute) -> st.SearchStrategy[Any]:
    match domain:
        case Lattice(low, _, stride):
            return st.integers(0, domain.size - 1).map(lambda place: low + place * stride)
        case Values(values):
            return st.sampled_from(values)
        case NounAttribute(choices=choices):
            return st.one_of([_domain_values(choice) for choice in choices])


# ------------------------------------------------------------------------------------------------ growth


@dataclass
class _Maker:
    """One spec being grown. `known` holds the names that stand for a value of each kind."""

    draw: st.DrawFn
    names: list[str]
    known: dict[str, list[str]] = field(default_factory=dict)
    givens: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def given(self, kind: str) -> str:
        """Declare a given of a kind and tell it."""
        name = self.names.pop(0)
        self.givens.append(f'{name} : {self.draw(st.sampled_from(_GIVENS[kind]))}  "fact {len(self.givens)}"')
        self.known.setdefault(kind, []).append(name)
        if kind == "row":
            self.told.append(f"{{{name}.label}} with {{{name}.part}}, {{{name}.pieces}} and {{{name}.cost}}")
        else:
            self.told.append(f"{{if {name}}}yes{{else}}no{{end}}" if kind == "truth" else f"{{{name}}}")
        return name

    def value(self, kind: str, depth: int) -> str:
        """An expression of a kind."""
        known = self.known.get(kind, [])
        made = _MADE.get(kind, ())
        if depth <= 0 or not made or (known and self.draw(st.integers(0, 2)) == 0):
            if known:
                return self.draw(st.sampled_from(known[::-1]))
            literal = _LITERAL.get(kind, "")
            return self.given(kind) if not literal or (kind in _GIVENS and self.can_declare()) else literal
        template = self.draw(st.sampled_from(made))
        return _HOLE.sub(lambda hole: self.operand(hole[1], depth - 1), template)

    def operand(self, kind: str, depth: int) -> str:
        """An expression that stands as an operand: in parentheses, unless it is a name or stands alone."""
        text = self.value(kind, depth)
        return text if re.fullmatch(r"[\w.]+|\w+\[\d\]", text) else f"({text})"

    def can_declare(self) -> bool:
        return len(self.givens) < 6 and self.draw(st.booleans())


@st.composite
def _spec(draw: st.DrawFn) -> str:
    maker = _Maker(draw, list(draw(st.permutations(_NAMES))))
    for kind in draw(st.lists(st.sampled_from(sorted(_GIVENS)), min_size=1, max_size=4)):
        maker.given(kind)
    steps: list[str] = []
    last = ""
    for number in range(draw(st.integers(1, 5))):
        last, text = _step(draw, maker, number)
        steps.append(text)
    requires = [maker.value("truth", 2) for _ in range(draw(st.integers(0, 2)))]
    lines = [
        _HEAD,
        "problem grown {",
        "  given {",
        *(f"    {given}" for given in maker.givens),
        "  }",
        *(["  require {", *(f"    {require}" for require in requires), "  }"] if requires else []),
        "  steps {",
        *(f"    {step}" for step in steps),
        "  }",
        '  story """',
        f"    The facts are {', '.join(maker.told)}.",
        '  """',
        f'  ask {last} "What is the last?"',
        "}",
        "",
    ]
    return "\n".join(lines)


def _step(draw: st.DrawFn, maker: _Maker, number: int) -> tuple[str, str]:
    """A step: its name, known from then on, and its text."""
    sort = draw(st.integers(0, 7))
    if sort == 7:
        kind, loop = draw(st.sampled_from(_TURNS))
        turns = draw(st.sampled_from(("2", "3", "5")))
        text = loop.format(turns=turns, start=maker.value(kind, 1))
        name = maker.names.pop(0)
        maker.known.setdefault(kind, []).append(name)
        return name, f'{name} = {text}  "value {number} after {{k}}"'
    if sort == 6:
        return _system(draw, maker, number)
    kind = draw(st.sampled_from(sorted(_TYPES)))
    text = maker.value(kind, 3)
    name = maker.names.pop(0)
    declared = draw(st.sampled_from(("", *_TYPES[kind])))
    if declared in ("", _TYPES[kind][0]) or kind == "length":
        maker.known.setdefault("number" if kind == "natural" and not declared else kind, []).append(name)
    return name, f'{name}{f" : {declared}" if declared else ""} = {text}  "value {number}"'


def _system(draw: st.DrawFn, maker: _Maker, number: int) -> tuple[str, str]:
    """Two linear equations and a step that uses what they determine."""
    made = [maker.operand(draw(st.sampled_from(("whole", "natural", "number"))), 1) for _ in range(5)]
    one, other, system, name = (maker.names.pop(0) for _ in range(4))
    used = draw(st.sampled_from(_USED)).format(one=f"{system}.{one}", other=f"{system}.{other}")
    lines = [
        f"unknown {one} : rational",
        f"unknown {other} : rational",
        f"{system} = solve([{made[0]} * {one} + {made[1]} * {other} == {made[2]}, "
        f"{one} - {made[3]} * {other} == {made[4]}], [{one}, {other}])",
        f'{name} = {used}  "value {number}"',
    ]
    maker.known.setdefault("number", []).append(name)
    return name, "\n    ".join(lines)
