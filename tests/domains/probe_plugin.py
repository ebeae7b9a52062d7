"""Plug-ins for the tests: one that works and some that are at fault. The tests put them behind entry points."""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler.plugins import LibraryType, NotALiteral, NoValue, Plugin, Primitive, by_check

CALLS: list[tuple[object, ...]] = []


def read(text: str) -> str:
    """A tag is made of letters, digits and `-`, in lower case."""
    tag = text.strip().lower()
    if not tag.replace("-", "").isalnum():
        raise NotALiteral("it has other signs than letters, digits and -")
    return tag


def tagged(n: Fraction, q: Fraction) -> str:
    return f"t{n}-{q.numerator}-{q.denominator}"


def tagged_again(n: Fraction, q: Fraction) -> str:
    return "-".join(map(str, (f"t{n}", *q.as_integer_ratio())))


def joined(*tags: str) -> str:
    whole = ""
    for tag in tags:
        whole += tag
    return whole


def root(n: Fraction) -> int:
    """Right for squares only."""
    return int(n**0.5)


def half(n: Fraction) -> Fraction:
    CALLS.append(("half", n))
    if n % 7 == 0:
        raise NoValue("it is a multiple of seven")
    return n / 2


def half_again(n: Fraction) -> Fraction:
    if n.numerator % 7 == 0:
        raise NoValue("seven")
    return Fraction(n.numerator, 2 * n.denominator)


TAG = LibraryType("tag", read, str.upper, lambda tag: rf"\text{{{tag}}}", example="a-b")


def brittle(text: str) -> str:
    raise KeyError(text)


def of(name: str, *primitives: Primitive, version: str = "1", types: tuple[LibraryType, ...] = (TAG,)) -> Plugin:
    return Plugin(name, version, types, primitives)


PROBE = of(
    "probe",
    Primitive("tagged", ("int", "rational"), "tag", tagged, tagged_again),
    Primitive("size", ("tag", "int"), "int", lambda tag, k: len(tag) + k, lambda tag, k: k + sum(1 for _ in tag)),
    Primitive("half", ("rational",), "rational", half, half_again, partial=True),
    Primitive("is_odd", ("tag",), "bool", lambda tag: len(tag) % 2 == 1, lambda tag: bool(len(tag) & 1)),
    Primitive("together", ("tag",), "tag", lambda *tags: "".join(tags), joined, repeats=True),
    Primitive("litres", ("volume[L]",), "rational", lambda v: v, lambda v: v + 0),
    Primitive("tail", ("tag",), "tag", lambda tag: tag[1:], lambda tag: tag.removeprefix(tag[0]),
              words="the tail of {0}"),
    Primitive("root_of", ("int",), "int", root, by_check(root, lambda r, n: r * r == n)),
)  # fmt: skip

FAULTY = of(
    "faulty",
    Primitive("divided", ("int",), "int", lambda n: 1 // 0, lambda n: 1),
    Primitive("floating", ("int",), "rational", lambda n: 0.5, lambda n: Fraction(1, 2)),
    Primitive("shouted", ("tag",), "tag", str.upper, str.upper),
    Primitive("halved", ("int",), "int", lambda n: n / 2, lambda n: n / 2),
    Primitive("silent", ("int",), "int", half, half),
    Primitive("differing", ("int",), "int", lambda n: n + 1, lambda n: n + 2),
    types=(TAG, LibraryType("brittle", brittle, example="a")),
)

OLD = Plugin("old", "1", interface=0)
RENAMED = of("another")
STRANGE = of("strange", Primitive("f", ("furlong",), "int", int, int))
CAPITAL = of("capital", Primitive("Upper", ("int",), "int", int, int))
TAKEN = of("taken", Primitive("gcd", ("int",), "int", int, int))
RIVAL = of("rival", Primitive("half", ("int",), "int", int, int), types=())
NOTHING = "no plug-in"
