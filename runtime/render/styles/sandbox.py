"""The Jinja that templates of a pack are written in: output, conditions, loops over what they are given, filters.

Templates may come from strangers. Jinja's own sandbox keeps them from Python; beyond it, what could run for ever or
grow without end is no part of this Jinja: calls, macros, includes, assignments, arithmetic on texts, and loops in more
than two depths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from mspec.runtime.render.styles.changes import CHANGES
from mspec.runtime.render.styles.held import Held, TemplateFault, finalized

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

DEEPEST = 2
"""Loops may stand in loops, but not in those."""

MARK = "\ue000"
"""Begins a place for a text that is put in later; no template may hold it."""


class BadSource(Exception):
    """A template that cannot be used: why, and in which line."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.why, self.line = why, line


def checked(source: str, names: frozenset[str]) -> None:
    """Look at a template before it is used.

    Raises:
        BadSource: it does not parse, uses what is not allowed, or speaks of what there is not.
    """
    from jinja2 import TemplateError, TemplateSyntaxError, meta

    for number, line in enumerate(source.splitlines(), 1):
        if MARK in line:
            raise BadSource("a character that is reserved: U+E000", number)
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        raise BadSource(error.message or "it does not parse", error.lineno) from None
    except RecursionError:
        raise BadSource("it is nested too deeply", 1) from None
    for node, depth in _walk(tree, 0):
        why = _refused(node, depth)
        if why is not None:
            raise BadSource(why, node.lineno)
    try:
        environment().from_string(source)  # only now: compiling evaluates what is constant, and 9 ** 9 ** 9 is
    except TemplateError as error:
        raise BadSource(error.message or "it cannot be compiled", getattr(error, "lineno", 1)) from None
    except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
        raise BadSource(str(error) or "it cannot be compiled", 1) from None
    unknown = sorted(meta.find_undeclared_variables(tree) - names)
    if unknown:
        raise BadSource(f"`{unknown[0]}` is unknown; there are {', '.join(sorted(names))}", _line_of(tree, unknown[0]))


def _walk(node: nodes.Node, depth: int) -> Iterator[tuple[nodes.Node, int]]:
    from jinja2 import nodes

    inside = depth + isinstance(node, nodes.For)
    yield node, inside
    for child in node.iter_child_nodes():
        yield from _walk(child, inside)


def _refused(node: nodes.Node, depth: int) -> str | None:
    from jinja2 import nodes

    allowed = (
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
        nodes.If, nodes.For, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
        nodes.CondExpr, nodes.Add, nodes.Sub, nodes.List, nodes.Tuple,
    )  # fmt: skip
    if not isinstance(node, allowed):
        return f"`{type(node).__name__.lower()}` is no part of a style: output, if, for and filters are"
    if isinstance(node, nodes.For) and (node.recursive or depth > DEEPEST):
        return f"loops stand at most {DEEPEST} deep, and call themselves not"
    if isinstance(node, nodes.Filter) and node.node is None:
        return "a filter is applied to a value, not to a block"
    if isinstance(node, nodes.Filter) and node.name not in environment().filters:
        return f"`{node.name}` is no filter; there are {', '.join(sorted(environment().filters))}"
    if isinstance(node, nodes.Test) and node.name not in environment().tests:
        return f"`{node.name}` is no test"
    return None


def _line_of(tree: nodes.Template, name: str) -> int:
    from jinja2 import nodes

    return next((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), 1)


def rendered(source: str, values: Mapping[str, object], places: list[Held]) -> str:
    """A template with its values. What is held back stands as `MARK number MARK`, and is noted in `places`.

    Raises:
        TemplateFault: the template does with a value what cannot be done.
    """
    from jinja2 import TemplateError

    try:
        with finalized(places, MARK):
            return _template(source).render(values)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise TemplateFault(str(error), _line_of_error(error)) from None


def _line_of_error(error: BaseException) -> int:
    """The line of the template in which an error was raised: Jinja writes it into the traceback."""
    found, step = 1, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            found = step.tb_lineno
        step = step.tb_next
    return found


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment that templates of packs are compiled in."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from mspec.runtime.render.styles.held import finalize

    found = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True, finalize=finalize
    )
    found.globals.clear()
    found.filters = {name: _filter(name) for name in CHANGES} | {"length": len}
    found.tests = {name: found.tests[name] for name in ("defined", "eq", "ne", "equalto", "in", "==", "!=")}
    return found


def _filter(name: str) -> object:
    def applied(value: object) -> object:
        if isinstance(value, Held):
            return value.changed(name)
        if isinstance(value, str):
            return CHANGES[name](value)
        raise TypeError(f"`{name}` changes a text")

    return applied


@lru_cache(maxsize=256)
def _template(source: str) -> Template:
    return environment().from_string(source)
