"""The Python API: load a spec, look at problems of it, check it, compile it, make and verify data sets.

Everything the command line does is done here, so both do the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mspec import addresses
from mspec.compiler import libraries
from mspec.compiler.diagnostics import Diagnostic, Edit, MspecError
from mspec.compiler.errors.data import BadGiven, CannotWrite, FileExists, NoProblem, NoSuchFile, SeveralSpecs
from mspec.compiler.errors.plans import Unrelated
from mspec.compiler.ir import Problem
from mspec.compiler.load import Module, load_source
from mspec.compiler.source import Source
from mspec.example import Answer as Answer
from mspec.example import Example as Example
from mspec.listing import Entry as Entry
from mspec.listing import entries, selected

if TYPE_CHECKING:
    from mspec.runtime.data.engine import Made
    from mspec.runtime.data.verify import Report
    from mspec.runtime.plan.plan import Plan

_SHOWN = 5
"""Specs that a message names when there are more than it asked for."""


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

    def sample(
        self,
        n: int = 1,
        *,
        seed: int = 0,
        given: Mapping[str, str] | None = None,
        style: str | Path | None = None,
        wrong: int = 0,
        pair: str = "",
    ) -> list[Example]:
        """The first `n` problems of a seed's stream.

        Args:
            given: givens held to values, as they are written in a spec: `{"n": "12", "price": "$2.50"}`.
            style: a style pack, by name or folder, in which the records have their text besides.
            wrong: each has up to so many wrong solution traces, `Example.wrong()`.
            pair: "leaf": each has the same problem with one given changed besides.

        Raises:
            MspecError: no world has these values, or a value cannot be read.
        """
        from mspec.runtime.data.besides import Besides, recorder_with
        from mspec.runtime.data.given_values import read_values
        from mspec.runtime.render.styles import pack

        in_style = None if style is None else pack(style)
        values = read_values(self.problem, given or {})
        recorder = recorder_with(self.problem, seed, Besides(in_style, wrong, pair), given=values)
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

    def graph(self, format: str = "svg", parent: Spec | None = None) -> str:
        """A picture of the graph, as `svg`, `dot` or `mermaid`; with a parent, what differs from it has colours.

        Raises:
            MspecError: MS8504, the two have no given or step in common.
        """
        from mspec.runtime import graph_picture

        writers = {"svg": graph_picture.to_svg, "dot": graph_picture.to_dot, "mermaid": graph_picture.to_mermaid}
        beside = None if parent is None else parent.problem
        if beside is not None and not set(beside.names().values()) & set(self.problem.names().values()):
            raise MspecError([Unrelated(spec=self.name, parent=beside.name)])
        return writers[format](graph_picture.picture(self.problem, beside))

    def summary(self) -> list[str]:
        """Its graph in a few lines: what is given, computed and asked, how long the reasoning is."""
        from mspec.summary import summary

        return summary(self.problem, self.sample(1)[0].record["metrics"])

    def _repr_html_(self) -> str:
        """How notebooks show it: an example and the graph."""
        (example,) = self.sample(1)
        return f"<h4>{escape(self.name)}</h4>{example._repr_html_()}{self.graph('svg')}"


def load(spec: str | Path, name: str | None = None) -> Spec:
    """A problem family from a file, from the text of a spec, or a shipped one by its name.

    Args:
        spec: a path, a name (`braking_car`, `physics.braking_car`), or text (a str with a line end or a brace is text).
        name: which problem of a file that declares several.

    Raises:
        MspecError: with everything that is wrong with it.
    """
    if isinstance(spec, str) and ("\n" in spec or "{" in spec):
        return Spec(load_source(Source("<text>", spec)).problem(name))
    return Spec(_one(spec).module().problem(name))


def list_specs(
    *where: str | Path, subject: str = "", tag: str = "", grade: str = "", lengths: bool = False
) -> list[Entry]:
    """The problems that can be loaded: all that are shipped, or those of files, folders, names and subjects.

    Args:
        subject: only those of this subject (`physics`) or of one below it.
        tag: only those with this tag.
        grade: only those for this grade, as it is written.
        lengths: also say the reasoning length of the first problem of seed 0, for which each is loaded and sampled.

    Raises:
        MspecError: MS8001, MS8005, there is no such file or shipped spec; with `lengths`, what is wrong with one.
    """
    found = addresses.all_meant(where) if where else addresses.shipped_problems()
    kept = selected(entries(found), subject=subject, tag=tag, grade=grade)
    return [replace(entry, length=_length(entry)) for entry in kept] if lengths else kept


def _length(entry: Entry) -> int:
    (example,) = Spec(entry.address.module().problem(entry.name)).sample(1)
    return int(example.record["metrics"]["length"])


def begin(name: str, like: str | Path, out: Path | None = None) -> Path:
    """Write a new spec that starts as a copy of another under a new name; returns where.

    Args:
        like: the spec to start from, by its name or path.
        out: the file to write; `NAME.mspec` in the present folder if it is not given.

    Raises:
        MspecError: MS8005, there is no spec to start from; MS8008, it can be no name; MS8007, the file exists.
    """
    from mspec.beginning import begun

    path = out or Path(f"{name}{addresses.SUFFIX}")
    write_text(path, begun(name, _one(like), path.absolute().parent), new=True)
    return path


def spec_files(paths: Iterable[Path]) -> list[Path]:
    """The .mspec files meant by paths: files as they are, folders with all they hold, sorted.

    Raises:
        MspecError: MS8001, a path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise MspecError([NoSuchFile(path=str(path))])
        found += sorted(path.rglob(f"*{addresses.SUFFIX}")) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def problems_of(paths: Iterable[str | Path]) -> list[Problem]:
    """All problems of files, folders, names and subjects. What is named alone must hold one; in a folder, libraries are
    passed over.

    Raises:
        MspecError: with the errors of all files; MS8001, MS8002, MS8005.
    """
    paths, problems, faults = list(paths), list[Problem](), list[Diagnostic]()
    for path in paths:
        before = len(problems)
        for address in addresses.meant(path):
            module = address.module()
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


def check(paths: Sequence[str | Path], *, fix: bool = False) -> Checked:
    """Check files, folders and what is shipped. With `fix`, repairs of files that are certain are written first."""
    from mspec.runtime.prove.check import check_problem

    files = addresses.all_meant(paths)
    found: list[Diagnostic] = []
    fixed = problems = 0
    for file in files:
        module = file.module()
        if fix and file.path is not None and (repairs := _repairs(module)):
            write_text(file.path, _repaired(module.source.text, repairs))
            fixed += len(repairs)
            module = file.module()
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
        source = addresses.Address(file).source()
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
    style: str | Path | None = None,
    plan: Plan | None = None,
    wrong: int = 0,
    pair: str = "",
    progress: Callable[[int], None] | None = None,
) -> Made:
    """Write `n` verified problems, spread evenly over the specs, to a file; see `mspec.runtime.data.engine.generate`.

    With more than one worker, a script needs `if __name__ == "__main__":` around its call, as with any spawned process.

    Args:
        format: "jsonl" or "parquet"; by default as the name of `out` ends, else "jsonl".
        style: a style pack, by name or folder: records have their problem and solution in it besides, as `text`.
        plan: each problem is a variant of its own; see `mspec.varying.plan_of`.
        wrong: each record has up to so many wrong solution traces.
        pair: "leaf" or "rule": each record has its counterfactual, see `mspec.runtime.data.counterfactual`.
    """
    from mspec.runtime.data import engine
    from mspec.runtime.data.besides import Besides
    from mspec.runtime.render.styles import pack

    in_style = None if style is None else pack(style)
    problems = [spec.problem for spec in specs if isinstance(spec, Spec)]
    problems += problems_of(spec for spec in specs if not isinstance(spec, Spec))
    out = Path(out)
    wanted = format or ("parquet" if out.suffix == ".parquet" else "jsonl")
    return engine.generate(
        problems, n, seed, out, format=wanted, workers=workers, plan=plan,
        besides=Besides(in_style, wrong, pair), progress=progress,
    )


def verify(out: str | Path, specs: Iterable[str | Path | Spec] = (), *, text: bool = False) -> Report:
    """Check a data set from its own fields and, where the specs that made it are given, from them.

    Args:
        text: look at the wording, too: `Report.text` holds what was found.
    """
    from mspec.runtime.data import verify as verifying

    problems = [spec.problem for spec in specs if isinstance(spec, Spec)]
    problems += problems_of(spec for spec in specs if not isinstance(spec, Spec))
    return verifying.verify(_existing(Path(out)), problems, text=text)


def is_data_set(path: Path) -> bool:
    """Whether a path that is there holds records, not a spec: any file that is not called `.mspec`."""
    return (path.is_file() and path.suffix != addresses.SUFFIX) or path.suffix in (".jsonl", ".parquet")


def load_with_text(spec: str | Path) -> tuple[Spec, str]:
    """A problem family as `load` gives it, and the text that it is written in."""
    address = _one(spec)
    return Spec(address.module().problem()), address.source().text


def read_examples(out: str | Path, n: int) -> list[Example]:
    """`n` problems of a data set, spread evenly over it."""
    from mspec.runtime.data.reading import sample_lines

    return [Example(line) for line in sample_lines(_existing(Path(out)), n)]


def on_sheet(examples: Iterable[Example], style: str | Path) -> str:
    """Problems with their solutions in a style, on one page.

    Raises:
        MspecError: MS8401, there is no such style; MS8402, one of its templates cannot be used.
    """
    from mspec.runtime.render.styles import pack, sheet

    return sheet(pack(style), [(example.id, example.text(style)) for example in examples])


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
            where = addresses.Address(Path(name))
            source = libraries.find(name.removeprefix("mspec:"), None) if shipped else where.source()
        except (MspecError, libraries.Unreadable):
            continue
        if source is not None:
            found[name] = source
    return found


def write_text(path: Path, text: str, *, new: bool = False) -> None:
    """Write a text file; with `new`, none that exists.

    Raises:
        MspecError: MS8203, it cannot be written; MS8007, it exists.
    """
    try:
        with path.open("x" if new else "w", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise MspecError([FileExists(path=str(path))]) from None
    except OSError as error:
        raise MspecError([CannotWrite(path=str(path), why=error.strerror or str(error))]) from None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _one(spec: str | Path) -> addresses.Address:
    """The spec that an address means, where it must be one."""
    found = addresses.meant(spec)
    if not found:
        raise MspecError([NoProblem(path=str(spec))])
    if len(found) > 1:
        shown = [f"`{address}`" for address in found[:_SHOWN]] + ["…"] * (len(found) > _SHOWN)
        raise MspecError([SeveralSpecs(asked=str(spec), found=", ".join(shown))])
    return found[0]


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise MspecError([NoSuchFile(path=str(path))])
    return path


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
