"""The types of primitives: from their spelling in a plug-in to types, and which arguments fit."""

from __future__ import annotations

from functools import cache

from mspec.compiler import ast, libraries
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import Environment
from mspec.compiler.parse import parse
from mspec.compiler.source import Source
from mspec.compiler.types import Num, Type


@cache
def signature(plugin: str, text: str) -> Type:
    """The type that a plug-in spells `text`.

    Raises:
        MspecError: MS2102, there is no such type.
    """
    from mspec.compiler.build.type_names import type_of
    from mspec.compiler.diagnostics import MspecError
    from mspec.compiler.errors.plugins import BrokenPlugin

    file, _ = parse(Source("<signature>", f"def signature(x : {text}) = 0\n"))
    wrong = f"`{text}` is not a type"
    for item in file.items:
        if isinstance(item, ast.Def):
            try:
                return type_of(Draft(_environment(plugin)), item.parameters[0].type)
            except Fault as fault:
                wrong += f": {fault}"
    raise MspecError([BrokenPlugin(name=plugin, why=wrong)])


@cache
def _environment(plugin: str) -> Environment:
    """What the signatures of a plug-in can name: its own types, and the units of the libraries that it uses."""
    from mspec.compiler.build.declarations import declare
    from mspec.compiler.plugins import PREFIX, load

    environment = Environment()
    declared: set[str] = set()
    found = load(plugin)
    plugins = {plugin: found.version}

    def use(dotted: str) -> None:
        if dotted.startswith(PREFIX):
            name = dotted.removeprefix(PREFIX)
            plugins[name] = load(name).version
            return
        source = libraries.find(dotted, None)
        if source is not None and dotted not in declared:
            declared.add(dotted)
            file, _ = libraries.parsed(source)
            for item in file.items:
                if isinstance(item, ast.Use):
                    use(item.path)
            declare(file.items, environment)

    for dotted in found.uses:
        use(dotted)
    environment.plugins = tuple(sorted(plugins.items()))
    return environment


def accepts(wanted: Type, given: Type) -> bool:
    """Whether an argument fits a parameter: of numbers the dimension counts, and whether they are exact and whole.

    What a number counts is dropped: `count(item)` fits `int`.
    """
    if not isinstance(wanted, Num) or not isinstance(given, Num):
        return wanted == given
    alike = wanted.unit.dimension == given.unit.dimension and wanted.unit.currency == given.unit.currency
    return alike and (given.exact or not wanted.exact) and (given.whole or not wanted.whole)
