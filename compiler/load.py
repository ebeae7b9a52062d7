"""Text or file -> problems: parse, gather the `use` closure, build. The one way in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mspec.compiler import ast, libraries
from mspec.compiler.build.declarations import declare
from mspec.compiler.build.environment import Environment, nearest
from mspec.compiler.build.problem import build_problem
from mspec.compiler.diagnostics import Diagnostic, MspecError, Severity
from mspec.compiler.errors.names import UNKNOWN, CyclicUse, NoProblem, UnknownLibrary, UnreadableFile
from mspec.compiler.ir import Problem
from mspec.compiler.parse import parse
from mspec.compiler.source import Source, Span


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


def load_source(source: Source, folder: Path | None = None) -> Module:
    """Load a spec. Never raises for anything that is wrong with its text: see `Module.diagnostics`."""
    environment = Environment()
    sources = {source.name: source}
    file, found = parse(source)
    module = Module(source, environment, sources, file, diagnostics=list(found))
    _use(module, libraries.PRELUDE, source.span(0, 0), folder, [])
    for item in file.items:
        if isinstance(item, ast.Use):
            _use(module, item.path, item.span, folder, [])
    module.diagnostics += declare(file.items, environment)
    uses = tuple(item.path for item in file.items if isinstance(item, ast.Use))
    own = tuple(item for item in file.items if not isinstance(item, (ast.Use, ast.ProblemDecl)))
    problems: list[Problem] = []
    for item in file.items:
        if isinstance(item, ast.ProblemDecl):
            try:
                problem, warnings = build_problem(item, environment, uses, own)
            except MspecError as error:
                module.diagnostics += error.diagnostics
            else:
                problems.append(problem)
                module.diagnostics += warnings
    module.problems = tuple(problems)
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
    module.diagnostics += declare(file.items, module.environment)


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
