"""Text or file -> problems: parse, gather the `use` closure, build. The one way in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from mspec.compiler import ast, libraries, plugins
from mspec.compiler.build.declarations import declare
from mspec.compiler.build.environment import Environment, nearest
from mspec.compiler.build.problem import build_problem
from mspec.compiler.diagnostics import Diagnostic, MspecError, Severity
from mspec.compiler.errors.names import UNKNOWN, CyclicUse, NoProblem, UnknownLibrary, UnreadableFile
from mspec.compiler.errors.plugins import BrokenPlugin, PluginClash, UnknownPlugin
from mspec.compiler.ir import Problem
from mspec.compiler.parse import parse
from mspec.compiler.source import Source, Span

MOST_ORDERS = 200
"""Orders of libraries that are kept declared."""


@dataclass
class Module:
    """A loaded file: its problems, and what messages need to point into it.

    `sources` holds every source read, by name. `diagnostics` holds all that was found, errors included; a problem
    with an error is not among `problems`.
    """

    source: Source
    environment: Environment
    sources: dict[str, Source]
    file: ast.File
    problems: tuple[Problem, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def closure(self) -> tuple[tuple[str, str], ...]:
        """(name, text) of every library used, in the order first used."""
        return tuple((name, source.text) for name, source in self.sources.items() if name != self.source.name)

    def errors(self) -> list[Diagnostic]:
        """The errors among the diagnostics."""
        return [d for d in self.diagnostics if d.severity is Severity.ERROR]

    def problem(self, name: str | None = None) -> Problem:
        """The problem of that name, or the only (first) one.

        Raises:
            MspecError: the file has errors, or declares no such problem.
        """
        if self.errors():
            raise MspecError(self.errors())
        for problem in self.problems:
            if name is None or problem.name == name:
                return problem
        raise MspecError([NoProblem(self.source.span(0, 0), name=name or self.source.name)])


def environment_of(problem: Problem) -> Environment:
    """The nouns, units, definitions and rules that are in sight of a problem: of its libraries and of its own file.

    Raises:
        MspecError: a library is missing or has errors.
    """
    return environment(problem.uses, problem.declarations, problem.folder)


@lru_cache(maxsize=256)
def environment(uses: tuple[str, ...], declarations: tuple[ast.Declaration, ...], folder: str = "") -> Environment:
    """What libraries and declarations put in sight; raises as `environment_of`."""
    source, path = Source("<uses>", ""), Path(folder) if folder else None
    module = Module(source, Environment(), {source.name: source}, ast.File(1, ()))
    for name in (libraries.PRELUDE, *uses):
        _use(module, name, source.span(0, 0), path, [])
    module.diagnostics += declare(declarations, module.environment)
    if module.errors():
        raise MspecError(module.errors())
    return module.environment


def load_source(source: Source, folder: Path | None = None) -> Module:
    """Load a spec. Never raises for anything that is wrong with its text: see `Module.diagnostics`."""
    file, found = parse(source)
    module = Module(source, Environment(), {source.name: source}, file, diagnostics=list(found))
    _use(module, libraries.PRELUDE, source.span(0, 0), folder, [])
    for item in file.items:
        if isinstance(item, ast.Use):
            _use(module, item.path, item.span, folder, [])
    module.diagnostics += declare(file.items, module.environment)
    uses = tuple(item.path for item in file.items if isinstance(item, ast.Use))
    own = tuple(item for item in file.items if not isinstance(item, (ast.Use, ast.ProblemDecl)))
    problems: list[Problem] = []
    for item in file.items:
        if isinstance(item, ast.ProblemDecl):
            try:
                problem, warnings = build_problem(item, module.environment, uses, own)
            except MspecError as error:
                module.diagnostics += error.diagnostics
            else:
                problems.append(replace(problem, folder=str(folder or "")))
                module.diagnostics += warnings
    module.problems = tuple(problems)
    if any(isinstance(d, UnknownPlugin | BrokenPlugin) for d in module.diagnostics):
        # What it would have brought is not known, and that is said already.
        module.diagnostics = [d for d in module.diagnostics if not isinstance(d, UNKNOWN)]
    misread = [d for d in found if d.severity is Severity.ERROR]
    if misread:
        module.diagnostics = _without_echoes(module, misread)
    module.diagnostics = sorted(dict.fromkeys(module.diagnostics), key=lambda d: (d.span, d.code))
    return module


def _without_echoes(module: Module, misread: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What was found, less what only follows from what could not be read: names that a lost statement would have
    declared, and faults of the lines that were misread."""

    def line(diagnostic: Diagnostic) -> int:
        return module.source.line_column(diagnostic.span.start)[0]

    lines = {line(d) for d in misread}
    return [
        d
        for d in module.diagnostics
        if d in misread
        or d.span.source != module.source.name
        or not (isinstance(d, UNKNOWN) or line(d) in lines)
    ]


def _use(module: Module, dotted: str, span: Span, folder: Path | None, path: list[str]) -> None:
    """Declare a library and what it uses, once."""
    if dotted.startswith(plugins.PREFIX):
        _use_plugin(module, dotted, span)
        return
    if dotted in path:
        module.diagnostics.append(CyclicUse(span, path=" -> ".join([*path[path.index(dotted) :], dotted])))
        return
    try:
        source = libraries.find(dotted, folder)
    except libraries.Unreadable as error:
        module.diagnostics.append(UnreadableFile(span, name=dotted, why=str(error)))
        return
    if source is None:
        known = nearest(dotted, libraries.shipped_names())
        module.diagnostics.append(UnknownLibrary(span, path=dotted, nearest=known))
        return
    if source.name == module.source.name and dotted != libraries.PRELUDE:
        module.diagnostics.append(CyclicUse(span, path=" -> ".join([*path, dotted])))
        return
    if source.name in module.sources:
        return
    file, found = libraries.parsed(source)
    module.diagnostics += found
    for item in file.items:
        if isinstance(item, ast.Use):
            _use(module, item.path, item.span, folder, [*path, dotted])
    module.sources[source.name] = source
    _declare_library(module, source, file)


_DECLARED: dict[tuple[Source, ...], Environment] = {}
"""What shipped libraries, declared in this order, put in sight. A process meets few such orders, and many times."""


def _declare_library(module: Module, source: Source, file: ast.File) -> None:
    shipped = libraries.is_shipped(source)
    before = tuple(known for known in module.sources.values() if known is not module.source)
    known = _DECLARED.get(before) if shipped else None
    if known is not None:
        module.environment = known.copy()
        return
    # Our own rules are checked by our tests, not once more in every problem that uses them.
    found = declare(file.items, module.environment, bodies=not shipped)
    module.diagnostics += found
    if not found and all(map(libraries.is_shipped, before)) and len(_DECLARED) < MOST_ORDERS:
        _DECLARED[before] = module.environment.copy()


def _use_plugin(module: Module, dotted: str, span: Span) -> None:
    """Take in a plug-in, once. Its version counts in the hash of the spec, like the text of a library."""
    name, environment = dotted.removeprefix(plugins.PREFIX), module.environment
    if name in dict(environment.plugins):
        return
    try:
        found = plugins.load(name)
        brought = (*environment.plugins, (name, found.version))
        plugins.operators(brought)
        plugins.types(brought)
        plugins.check_signatures(found)
        _check_names(environment, name)
    except MspecError as error:
        module.diagnostics += [replace(diagnostic, span=span) for diagnostic in error.diagnostics]
        return
    environment.plugins = brought
    module.sources[dotted] = Source(dotted, f"{name} {found.version}\n")


def _check_names(environment: Environment, plugin: str) -> None:
    """Refuse a plug-in one of whose names a library has declared already."""
    for name in plugins.brought(plugin):
        if name in environment.defs or name in environment.tables:
            other = "a library that is used declares it too"
            way_out = "use one of the two libraries"
            raise MspecError([PluginClash(name=name, plugin=plugin, other=other, way_out=way_out)])


def load_file(path: str | Path) -> Module:
    """Load a file.

    Raises:
        MspecError: the file cannot be read.
    """
    try:
        source = libraries.read_file(Path(path))
    except libraries.Unreadable as error:
        raise MspecError([UnreadableFile(name=str(path), why=str(error))]) from None
    return load_source(source, Path(path).parent)


def load_problem(text: str, name: str | None = None) -> Problem:
    """The problem of a spec given as text.

    Raises:
        MspecError: with all errors of the text.
    """
    return load_source(Source("<text>", text)).problem(name)
