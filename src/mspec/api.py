"""The Python API: load a spec, look at problems of it, check it, compile it, make and verify data sets.

Everything the command line does is done here, so both do the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mspec.compiler import libraries
from mspec.compiler.diagnostics import Diagnostic, Edit, MspecError
from mspec.compiler.errors.data import BadGiven, CannotWrite, NoProblem, NoSuchFile
from mspec.compiler.ir import Problem
from mspec.compiler.load import Module, load_file, load_source
from mspec.compiler.source import Source
from mspec.example import Answer as Answer
from mspec.example import Example as Example

if TYPE_CHECKING:
    from mspec.runtime.data.engine import Made
    from mspec.runtime.data.verify import Report

SUFFIX = ".mspec"


@dataclass(frozen=True)
class Spec:
    """A checked problem family, ready to be sampled and compiled."""

    problem: Problem

    @property
    def name(self) -> str:
        """The name of the problem."""
        return self.problem.name

    @cached_property
    def spec_hash(self) -> str:
        """The hash of the canonical text and of what it uses; records carry it."""
        from mspec.runtime.data.records import spec_hash

        return spec_hash(self.problem)

    def sample(self, n: int = 1, *, seed: int = 0, given: Mapping[str, str] | None = None) -> list[Example]:
        """The first `n` problems of a seed's stream.

        Args:
            given: givens held to values, as they are written in a spec: `{"n": "12", "price": "$2.50"}`.

        Raises:
            MspecError: no world has these values, or a value cannot be read.
        """
        from mspec.runtime.data.given_values import read_values
        from mspec.runtime.data.records import Recorder

        recorder = Recorder(self.problem, seed, given=read_values(self.problem, given or {}))
        return [Example(line) for line in recorder.batch(0, n)]

    def compile(self, target: str) -> str:
        """The problem as standalone `python`, as `smtlib`, as its readable `graph`, or as canonical `spec` text."""
        match target:
            case "python":
                from mspec.compiler.lower.lower_python import lower_python

                return lower_python(self.problem).text
            case "smtlib":
                from mspec.compiler.lower.lower_smtlib import lower_smtlib

                return lower_smtlib(self.problem).text
            case "graph":
                from mspec.compiler.dump import dump

                return dump(self.problem)
            case "spec":
                from mspec.compiler.print_spec import print_problem

                return print_problem(self.problem)
        raise ValueError(f"no such target: {target!r}")

    def graph(self, format: str = "svg") -> str:
        """A picture of the graph, as `svg`, `dot` or `mermaid`."""
        from mspec.runtime import graph_picture

        writers = {"svg": graph_picture.to_svg, "dot": graph_picture.to_dot, "mermaid": graph_picture.to_mermaid}
        return writers[format](graph_picture.picture(self.problem))

    def _repr_html_(self) -> str:
        """How notebooks show it: an example and the graph."""
        (example,) = self.sample(1)
        return f"<h4>{escape(self.name)}</h4>{example._repr_html_()}{self.graph('svg')}"


def load(spec: str | Path, name: str | None = None) -> Spec:
    """A problem family from a file, or from the text of a spec.

    Args:
        spec: a path, or text (a str with a line end or a brace is text).
        name: which problem of a file that declares several.

    Raises:
        MspecError: with everything that is wrong with it.
    """
    if isinstance(spec, str) and ("\n" in spec or "{" in spec):
        return Spec(load_source(Source("<text>", spec)).problem(name))
    return Spec(_module(Path(spec)).problem(name))


def spec_files(paths: Iterable[Path]) -> list[Path]:
    """The .mspec files meant by paths: files as they are, folders with all they hold, sorted.

    Raises:
        MspecError: MS8001, a path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise MspecError([NoSuchFile(path=str(path))])
        found += sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def problems_of(paths: Iterable[Path]) -> list[Problem]:
    """All problems of files and folders. A file that is named must hold one; in a folder, libraries are passed over.

    Raises:
        MspecError: with the errors of all files; MS8001, MS8002.
    """
    paths, problems, faults = list(paths), list[Problem](), list[Diagnostic]()
    for path in paths:
        before = len(problems)
        for file in spec_files([path]):
            module = _module(file)
            faults += module.errors()
            problems += module.problems
        if len(problems) == before and not faults:
            raise MspecError([NoProblem(path=str(path))])
    if faults:
        raise MspecError(faults)
    return problems


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found, and in one line what it looked at."""

    diagnostics: tuple[Diagnostic, ...]
    summary: str


def check(paths: Sequence[Path], *, fix: bool = False) -> Checked:
    """Check files and folders. With `fix`, repairs that are certain are written first."""
    from mspec.runtime.prove.check import check_problem

    files = spec_files(paths)
    found: list[Diagnostic] = []
    fixed = problems = 0
    for file in files:
        module = _module(file)
        if fix and (repairs := _repairs(module)):
            write_text(file, _repaired(module.source.text, repairs))
            fixed += len(repairs)
            module = _module(file)
        found += module.diagnostics
        problems += len(module.problems)
        for problem in module.problems if not module.errors() else ():
            found += check_problem(problem)
    kept = tuple(dict.fromkeys(found))
    repaired = f", {fixed} repaired" if fixed else ""
    return Checked(kept, f"{_counted(len(files), 'file')}, {_counted(problems, 'problem')} checked{repaired}")


def format_files(paths: Iterable[Path], *, write: bool) -> list[Path]:
    """Put files into the canonical layout, or only see which would change.

    Returns:
        The files that changed (would change).

    Raises:
        MspecError: a file does not parse; the others are formatted all the same.
    """
    from mspec.compiler.format import format_source

    changed: list[Path] = []
    faults: list[Diagnostic] = []
    for file in spec_files(paths):
        source = _source(file)
        try:
            text = format_source(source)
        except MspecError as error:
            faults += error.diagnostics
            continue
        if text != source.text:
            changed.append(file)
            if write:
                write_text(file, text)
    if faults:
        raise MspecError(faults)
    return changed


def generate(
    specs: Iterable[str | Path | Spec],
    n: int,
    out: str | Path,
    *,
    seed: int = 0,
    workers: int = 1,
    format: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> Made:
    """Write `n` verified problems, spread evenly over the specs, to a file; see `mspec.runtime.data.engine.generate`.

    With more than one worker, a script needs `if __name__ == "__main__":` around its call, as with any spawned process.

    Args:
        format: "jsonl" or "parquet"; by default as the name of `out` ends, else "jsonl".
    """
    from mspec.runtime.data import engine

    problems = [spec.problem for spec in specs if isinstance(spec, Spec)]
    problems += problems_of(Path(spec) for spec in specs if not isinstance(spec, Spec))
    out = Path(out)
    wanted = format or ("parquet" if out.suffix == ".parquet" else "jsonl")
    return engine.generate(problems, n, seed, out, format=wanted, workers=workers, progress=progress)


def verify(out: str | Path, specs: Iterable[str | Path | Spec] = ()) -> Report:
    """Check a data set from its own fields and, where the specs that made it are given, from them."""
    from mspec.runtime.data import verify as verifying

    problems = [spec.problem for spec in specs if isinstance(spec, Spec)]
    problems += problems_of(Path(spec) for spec in specs if not isinstance(spec, Spec))
    return verifying.verify(_existing(Path(out)), problems)


def read_examples(out: str | Path, n: int) -> list[Example]:
    """`n` problems of a data set, spread evenly over it."""
    from mspec.runtime.data.reading import sample_lines

    return [Example(line) for line in sample_lines(_existing(Path(out)), n)]


def read_givens(texts: Iterable[str]) -> dict[str, str]:
    """`["n=12"]` as `{"n": "12"}`.

    Raises:
        MspecError: MS8003, a text has no `=`.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise MspecError([BadGiven(written=text, why="there is no `=`")])
        found[name.strip()] = value.strip()
    return found


def sources_of(diagnostics: Iterable[Diagnostic]) -> dict[str, Source]:
    """The sources that diagnostics point into, as far as they can still be read."""
    names = {d.span.source for d in diagnostics} | {o.span.source for d in diagnostics for o in d.others()}
    found: dict[str, Source] = {}
    for name in sorted(names - {""}):
        try:
            shipped = name.startswith("mspec:")
            source = libraries.find(name.removeprefix("mspec:"), None) if shipped else _source(Path(name))
        except (MspecError, libraries.Unreadable):
            continue
        if source is not None:
            found[name] = source
    return found


def write_text(path: Path, text: str) -> None:
    """Write a text file.

    Raises:
        MspecError: MS8203, it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MspecError([CannotWrite(path=str(path), why=error.strerror or str(error))]) from None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise MspecError([NoSuchFile(path=str(path))])
    return path


def _module(path: Path) -> Module:
    return load_file(_existing(path))


def _source(path: Path) -> Source:
    try:
        return libraries.read_file(path)
    except libraries.Unreadable as error:
        raise MspecError([NoSuchFile(path=str(path), why=str(error))]) from None


def _repairs(module: Module) -> list[Edit]:
    """Certain repairs of the file itself that do not touch each other, in order."""
    edits = (d.fix() for d in module.diagnostics)
    kept: list[Edit] = []
    for edit in sorted((e for e in edits if e and e.span.source == module.source.name), key=lambda e: e.span):
        if not kept or edit.span.start >= kept[-1].span.end:
            kept.append(edit)
    return kept


def _repaired(text: str, edits: Sequence[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
