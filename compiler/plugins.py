"""Plug-ins: library types and primitives that no formula can express, as Python behind an entry point.

A library says `use primitives.NAME`; NAME is an entry point of the group `mspec.primitives` that gives a `Plugin`.
Nothing is imported that no used library names. What a plug-in declares becomes rows of the operator table of that
compile; the table of the core is never changed. See docs/plugins.md.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from importlib import metadata
from typing import Any

from mspec.compiler.build.signatures import accepts, signature
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.plugins import BrokenPlugin, PluginClash, PrimitiveFailed, UnknownPlugin
from mspec.compiler.ir import Lexicon, Problem, Value
from mspec.compiler.ops import OPS, Op, Operators, PythonForm
from mspec.compiler.source import NOWHERE, Span
from mspec.compiler.types import Bool, Num, Opaque, Type, show
from mspec.compiler.typing_rules import TypeFault

GROUP = "mspec.primitives"
"""The group of entry points."""
PREFIX = "primitives."
"""`use primitives.NAME` names a plug-in, not a file."""
INTERFACE = 1
"""The version of this interface. A plug-in made for another one is refused."""
SHIPPED: Mapping[str, str] = {
    "algebra": "mspec.runtime.domains.algebra:PLUGIN",
    "calculus": "mspec.runtime.domains.calculus:PLUGIN",
    "chemistry": "mspec.runtime.domains.chemistry:PLUGIN",
}
"""The plug-ins of mspec itself, as `pyproject.toml` registers them: a checkout that is not installed has no entry
points, and nothing that is installed beside mspec can stand in for one of these."""
MOST_BITS = 4096
"""A number that a primitive gives may not be longer; a longer one is no value."""
LONGEST_TEXT = 4000
"""A text that a primitive gives may not be longer."""
MOST_REMEMBERED = 1 << 16
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class NoValue(ArithmeticError):
    """Raised by a `partial` primitive that has no value for its arguments; the message says why, in a few words."""


class PastLimit(NoValue):
    """Raised by any primitive whose arguments are more than it can work with; like a value that is too long, it is no
    value, and nothing has to be shown beforehand."""


class NotALiteral(ValueError):
    """Raised by the reader of a library type; the message says what is wrong with the text, in a few words."""


# ------------------------------------------------------------------------------------------ what a plug-in says


@dataclass(frozen=True, slots=True)
class LibraryType:
    """A type whose values are texts.

    Attributes:
        name: As specs spell it.
        read: From a text to the canonical one; `read(read(x)) == read(x)`. Raises NotALiteral.
        plain: How a canonical text is shown in a sentence.
        latex: In LaTeX.
        words: When it is read aloud.
        bare: A regular expression of the texts that need no quotes; they must be names.
        example: A text that `read` takes, for messages.
        numbers: Whether a primitive that takes this type also takes exact numbers without unit, as Fraction.
        operators: What `+ - * / ^`, and `neg` for the sign, mean where an operand is of this type: (sign, primitive).
            In claims and sentences an operand that is written with them stands as its value.
        also: Names of types whose values a primitive that takes this type also takes.
    """

    name: str
    read: Callable[[str], str]
    plain: Callable[[str], str] = str
    latex: Callable[[str], str] = str
    words: Callable[[str], str] = str
    bare: str = ""
    example: str = ""
    numbers: bool = False
    operators: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()

    def is_bare(self, text: str) -> bool:
        """Whether a name may be meant as a value of this type."""
        return bool(self.bare) and re.fullmatch(self.bare, text) is not None


@dataclass(frozen=True, slots=True)
class Primitive:
    """A function that a plug-in brings. It is pure: the same arguments give the same value, in every process.

    Values are Fraction for numbers, in the unit of the signature, bool, and str for words and values of library types.

    Attributes:
        name: As specs call it.
        takes: Types of the arguments as specs spell them; "rational" takes every exact number.
        gives: The type of the value.
        exact: The meaning.
        second: The same by another way; or `by_check(exact, holds)`, where a result is easier to check than to find.
        partial: It may raise NoValue; that it does not has then to be shown of a problem.
        repeats: The last argument may be repeated (so that a list may be given).
        rule: In place of `gives`, where the type of the value depends on those of the arguments. Raises TypeFault.
        commutative: The order of the arguments does not count.
        cost: How many operations it counts for in the reasoning length.
        latex: A template over the arguments.
        words: As `latex`, in words: "the molar mass of {0}".
        working: How the value is worked out by hand, for the sentence of a step that is this primitive alone: "12.011 +
            4 × 1.008"; "" where there is nothing to say but the value. By default, the sentence has `words`.
    """

    name: str
    takes: tuple[str, ...]
    gives: str
    exact: Callable[..., Any]
    second: Callable[..., Any]
    partial: bool = False
    repeats: bool = False
    rule: Callable[[Sequence[Type]], Type] | None = None
    commutative: bool = False
    cost: int = 1
    latex: str = ""
    words: str = ""
    working: Callable[..., str] | None = None


@dataclass(frozen=True, slots=True)
class Plugin:
    """What an entry point gives.

    Attributes:
        name: That of the entry point.
        version: Part of the hash of every spec that uses it: change it whenever a value may change.
        types: Library types.
        primitives: Functions.
        uses: Libraries whose units the signatures name.
        interface: `INTERFACE` of the mspec that it is made for.
    """

    name: str
    version: str
    types: tuple[LibraryType, ...] = ()
    primitives: tuple[Primitive, ...] = ()
    uses: tuple[str, ...] = ("units.si",)
    interface: int = INTERFACE


def by_check(exact: Callable[..., Any], holds: Callable[..., bool]) -> Callable[..., Any]:
    """A second evaluation that looks at a result: `holds(result, *arguments)` says by other means whether it is right.

    Where it is not, the second evaluation has no value; that stops a run (MS4101).
    """

    def second(*arguments: Any) -> Any:
        result = exact(*arguments)
        if not holds(result, *arguments):
            raise NoValue("the check of the result fails")
        return result

    return second


# ----------------------------------------------------------------------------------------------------- finding


def names() -> tuple[str, ...]:
    """Names of all plug-ins that are installed, sorted. Nothing is imported."""
    return tuple(sorted({*SHIPPED, *(point.name for point in metadata.entry_points(group=GROUP))}))


def _targets(name: str) -> list[str]:
    if name in SHIPPED:
        return [SHIPPED[name]]
    return sorted({point.value for point in metadata.entry_points(group=GROUP, name=name)})


@cache
def load(name: str) -> Plugin:
    """The plug-in of a name, imported when it is first asked for.

    Raises:
        MspecError: MS2101, there is none; MS2102, it cannot be used.
    """
    targets = _targets(name)
    if not targets:
        from mspec.compiler.build.environment import nearest

        close = nearest(name, names())
        way_out = f"did you mean `{close}`?" if close else "install the distribution that brings it"
        raise MspecError([UnknownPlugin(name=name, way_out=way_out)])
    if len(targets) > 1:
        raise _broken(name, f"it is registered more than once: {', '.join(targets)}")
    module, _, attribute = targets[0].partition(":")
    try:
        found = importlib.import_module(module)
        for part in filter(None, attribute.split(".")):
            found = getattr(found, part)
    except Exception as error:  # whatever its import raises
        raise _broken(name, f"{type(error).__name__}: {error}") from error
    if not isinstance(found, Plugin):
        raise _broken(name, f"{targets[0]} is no Plugin")
    return _sound(found, name)


def _broken(name: str, why: str) -> MspecError:
    return MspecError([BrokenPlugin(name=name, why=why)])


def _sound(plugin: Plugin, name: str) -> Plugin:
    """The plug-in, if what it declares goes together."""
    if plugin.interface != INTERFACE:
        raise _broken(name, f"it is made for version {plugin.interface} of the interface, and this is {INTERFACE}")
    if plugin.name != name:
        raise _broken(name, f"it calls itself {plugin.name}")
    from mspec.compiler.keywords import RESERVED

    brought = [*(type_.name for type_ in plugin.types), *(primitive.name for primitive in plugin.primitives)]
    for one in brought:
        if not _NAME.fullmatch(one):
            raise _broken(name, f"`{one}` is not a name in lower case")
        if one in RESERVED or one in OPS or brought.count(one) > 1:
            raise _broken(name, f"the name `{one}` is taken")
    return plugin


def brought(name: str) -> tuple[str, ...]:
    """The names of the types and primitives of a plug-in."""
    plugin = load(name)
    return (*(type_.name for type_ in plugin.types), *(primitive.name for primitive in plugin.primitives))


def check_signatures(plugin: Plugin) -> None:
    """Resolve every type that the primitives of a plug-in name. Raises MspecError (MS2102)."""
    for primitive in plugin.primitives:
        for text in (*primitive.takes, *([] if primitive.rule else [primitive.gives])):
            signature(plugin.name, text)


# ----------------------------------------------------------------------------------------------------- tables


@cache
def operators(plugins: tuple[tuple[str, str], ...]) -> Operators:
    """The operator table of a compile: the core and the primitives of some plug-ins (name, version).

    Raises:
        MspecError: MS2101 to MS2103.
    """
    if not plugins:
        return OPS
    rows: dict[str, Op] = dict(OPS)
    for plugin in map(load, (name for name, _ in plugins)):
        for primitive in plugin.primitives:
            if primitive.name in rows:
                raise _clash(primitive.name, plugin.name, rows[primitive.name].plugin)
            rows[primitive.name] = _row(plugin, primitive)
    return Operators(rows)


@cache
def types(plugins: tuple[tuple[str, str], ...]) -> Mapping[str, LibraryType]:
    """The library types of some plug-ins, by name."""
    found: dict[str, LibraryType] = {}
    owner: dict[str, str] = {}
    for plugin in map(load, (name for name, _ in plugins)):
        for type_ in plugin.types:
            if type_.name in found:
                raise _clash(type_.name, plugin.name, owner[type_.name])
            found[type_.name], owner[type_.name] = type_, plugin.name
    return found


def _clash(name: str, plugin: str, other: str) -> MspecError:
    taken = f"the plug-in `{other}` brings it too"
    return MspecError(
        [PluginClash(name=name, plugin=plugin, other=taken, way_out="use one of the two libraries")]
    )


def primitive(plugin: str, version: str, name: str) -> Op:
    """The row of a primitive, for generated code. Raises MspecError (MS2102): the plug-in is of another version."""
    if load(plugin).version != version:
        raise _broken(plugin, f"version {load(plugin).version} is installed, and version {version} was compiled")
    return operators(((plugin, version),))[name]


def operators_of(problem: Problem) -> Operators:
    """The operator table of a problem."""
    return operators(problem.lexicon.plugins)


def library_type(lexicon: Lexicon, name: str) -> LibraryType:
    """A library type of a problem."""
    return types(lexicon.plugins)[name]


def _known_types(plugin: Plugin) -> dict[str, LibraryType]:
    """The library types that the signatures of a plug-in can name: its own, and those of plug-ins that it uses."""
    used = (load(dotted.removeprefix(PREFIX)) for dotted in plugin.uses if dotted.startswith(PREFIX))
    return {type_.name: type_ for one in (*used, plugin) for type_ in one.types}


def _row(plugin: Plugin, primitive: Primitive) -> Op:
    known = _known_types(plugin)
    spelling = {name: sign for type_ in plugin.types for sign, name in type_.operators}

    def fits(wanted: Type, given: Type) -> bool:
        if isinstance(wanted, Opaque) and isinstance(given, Num):
            return known[wanted.name].numbers and given.unit.is_plain and given.exact
        if isinstance(wanted, Opaque) and isinstance(given, Opaque) and given.name in known[wanted.name].also:
            return True
        return accepts(wanted, given)

    def parameters(count: int) -> Sequence[Type]:
        fixed = [signature(plugin.name, text) for text in primitive.takes]
        return [*fixed, *fixed[-1:] * (count - len(fixed))] if primitive.repeats else fixed

    def typing(found: Sequence[Type]) -> Type:
        for position, (given, wanted) in enumerate(zip(found, parameters(len(found)), strict=False)):
            if not fits(wanted, given):
                raise TypeFault("argument", position, wanted=show(wanted))
        if primitive.rule is not None:
            return primitive.rule(found)
        return signature(plugin.name, primitive.gives)

    least = len(primitive.takes)
    return Op(
        primitive.name,
        primitive.name,
        "function",
        (least, None if primitive.repeats else least),
        typing,
        primitive.exact,
        PythonForm("primitive"),
        None,
        cost=primitive.cost,
        commutative=primitive.commutative,
        latex=primitive.latex,
        words=primitive.words,
        plugin=plugin.name,
        second=primitive.second,
        parameters=parameters,
        partial=primitive.partial,
        working=primitive.working,
        composes=spelling.get(primitive.name, ""),
    )


# ----------------------------------------------------------------------------------------------------- calling

_remembered: dict[tuple[str, str, bool, tuple[tuple[str, Value], ...]], Value | NoValue] = {}


def called(row: Op, values: Sequence[Value], *, second: bool = False) -> Value:
    """The value of a primitive, computed once for each tuple of arguments.

    Args:
        row: Of the operator table.
        values: The arguments.
        second: By its second evaluation.

    Raises:
        NoValue: it has none.
        MspecError: MS4101, it failed.
    """
    # True and 1 are equal as keys.
    key = (row.plugin, row.name, second, tuple((type(v).__name__, v) for v in values))
    found = _remembered.get(key)
    if found is None:
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        found = _remembered[key] = _called(row, values, second)
    if isinstance(found, NoValue):
        raise NoValue(*found.args)
    return found


def _called(row: Op, values: Sequence[Value], second: bool) -> Value | NoValue:
    function = row.second if second else row.exact
    assert function is not None
    try:
        result: Any = function(*values)
    except NoValue as none:
        if not row.partial and not second and not isinstance(none, PastLimit):
            raise failed(row, values, f"it is not declared partial, and has no value: {none}") from none
        return NoValue(str(none) or "it has no value")
    except Exception as error:  # whatever a plug-in raises is its own fault
        raise failed(row, values, f"{type(error).__name__}: {error}") from error
    if isinstance(result, int) and not isinstance(result, bool):
        result = Fraction(result)
    if isinstance(result, Fraction):
        long = max(result.numerator.bit_length(), result.denominator.bit_length()) > MOST_BITS
        return NoValue("too large") if long else _checked(row, values, Fraction(result))
    if isinstance(result, str):
        return NoValue("too long") if len(result) > LONGEST_TEXT else _checked(row, values, result)
    if isinstance(result, bool):
        return _checked(row, values, result)
    raise failed(row, values, f"it gave {type(result).__name__}, which is no exact value")


def failed(row: Op, values: Sequence[Value], why: str) -> MspecError:
    """The error that says that a primitive is at fault."""
    call = f"{row.name}({', '.join(repr(v) if isinstance(v, str) else str(v) for v in values)})"
    return MspecError([PrimitiveFailed(name=row.name, plugin=row.plugin, why=why, call=call)])


def located(error: MspecError, span: Span) -> MspecError:
    """The same error, said of a place in a spec."""
    return MspecError([replace(d, span=span) if d.span == NOWHERE else d for d in error.diagnostics])


def _checked(row: Op, values: Sequence[Value], result: Value) -> Value:
    """A result, if it is a value of the type that the primitive declares.

    Raises:
        MspecError: MS4101, it is not.
    """
    assert row.parameters is not None
    type_ = row.typing(row.parameters(len(values)))
    match type_:
        case Num(whole=whole):
            right = isinstance(result, Fraction) and (not whole or result.denominator == 1)
        case Bool():
            right = isinstance(result, bool)
        case Opaque(name):
            right = isinstance(result, str) and bool(result) and _is_canonical(load(row.plugin), name, result)
        case _:
            right = isinstance(result, str) and bool(result)
    if not right:
        raise failed(row, values, f"it gave {result!r}, which is no canonical value of the type {show(type_)}")
    return result


def _is_canonical(plugin: Plugin, name: str, text: str) -> bool:
    """Whether a text is the canonical one of a library type; that of another plug-in is not looked at."""
    type_ = next((type_ for type_ in plugin.types if type_.name == name), None)
    try:
        return type_ is None or type_.read(text) == text
    except NotALiteral:
        return False
