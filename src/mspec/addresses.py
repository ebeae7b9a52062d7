"""How a spec is addressed: by the path of a file or folder, or by the name of a shipped one.

A path that exists wins. Otherwise `braking_car` and `physics.braking_car` are the shipped spec, and `physics` stands
for all problems that are shipped under that subject, also where a library has that name: a library has no problems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from mspec.compiler import ast, libraries
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import AmbiguousSpec, NoSuchFile, UnknownSpec
from mspec.compiler.load import Module, load_file, load_source
from mspec.compiler.parse import parse
from mspec.compiler.source import Source

SUFFIX = ".mspec"
LIKE_A_PATH = ("/", "\\", SUFFIX)
"""What marks text as meant for a path, so that a missing file is called that."""
MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Address:
    """One spec: the file at `path`, or (`path` is None) the shipped one of that dotted name."""

    path: Path | None = None
    dotted: str = ""

    def __str__(self) -> str:
        return self.dotted if self.path is None else str(self.path)

    @property
    def subject(self) -> str:
        """What a spec is about, by the folder that it lies in."""
        return self.dotted.rpartition(".")[0] if self.path is None else self.path.absolute().parent.name

    def source(self) -> Source:
        """Its text.

        Raises:
            MspecError: MS8001, it cannot be read.
        """
        if self.path is None:
            found = libraries.find(self.dotted, None)
            assert found is not None, "an address of a shipped spec is made from the list of them"
            return found
        try:
            return libraries.read_file(self.path)
        except libraries.Unreadable as error:
            raise MspecError([NoSuchFile(path=str(self.path), why=str(error))]) from None

    def module(self) -> Module:
        """It loaded, with what was found in it."""
        return load_source(self.source()) if self.path is None else load_file(self.path)

    def syntax(self) -> ast.File:
        """It as parsed, faults or not."""
        return libraries.parsed(self.source())[0] if self.path is None else parse(self.source())[0]

    def declares_problems(self) -> bool:
        """Whether it is more than a library."""
        return any(isinstance(item, ast.ProblemDecl) for item in self.syntax().items)


def meant(address: str | Path) -> list[Address]:
    """The specs that one address stands for: of a folder and of a subject all, libraries of a folder included.

    Raises:
        MspecError: MS8001, there is no such path; MS8005, no such shipped spec.
    """
    path = Path(address)
    if path.is_dir():
        return [Address(file) for file in sorted(path.rglob(f"*{SUFFIX}"))]
    if path.exists():
        return [Address(path)]
    return _beside(Path(f"{path}{SUFFIX}"), str(address))


def _beside(file: Path, name: str) -> list[Address]:
    """What a name means where a file of that name may lie beside: the file, the shipped specs, never one in silence.

    Raises:
        MspecError: as `named`; MS8006, both are there.
    """
    if SUFFIX in name or not file.is_file():
        return named(name)
    try:
        shipped = named(name)
    except MspecError as error:
        if isinstance(error.diagnostics[0], AmbiguousSpec):
            raise
        return [Address(file)]
    found = str(shipped[0]) if len(shipped) == 1 else f"{name}.…"
    raise MspecError([AmbiguousSpec(asked=name, found=_listed([str(file), found]))])


def all_meant(addresses: Iterable[str | Path]) -> list[Address]:
    """The specs that several addresses stand for, each once, in the order first named."""
    return list(dict.fromkeys(found for address in addresses for found in meant(address)))


def named(name: str) -> list[Address]:
    """The shipped spec of that name, or the problems of that subject.

    Raises:
        MspecError: MS8001, it looks like a path; MS8005, with the names that are most like it; MS8006, several have it.
    """
    if any(mark in name for mark in LIKE_A_PATH):
        raise MspecError([NoSuchFile(path=name)])
    shipped = libraries.shipped_names()
    below = [address for dotted in shipped if dotted.startswith(f"{name}.") for address in [_shipped(dotted)]]
    problems = [address for address in below if address.declares_problems()]
    if name in shipped:
        own = _shipped(name)
        if not problems:
            return [own]
        if not own.declares_problems():
            return problems
        raise MspecError([AmbiguousSpec(asked=name, found=_listed([f"{name}{SUFFIX}", f"{name}.…"]))])
    alike = [dotted for dotted in shipped if dotted.rpartition(".")[2] == name]
    found = [address for address in map(_shipped, alike) if address.declares_problems()]
    if len(found) > 1:
        raise MspecError([AmbiguousSpec(asked=name, found=_listed(map(str, found)))])
    if found:
        return found
    if problems:
        return problems
    raise MspecError([UnknownSpec(asked=name, nearest=_listed(_near(name)))])


def shipped_problems() -> Iterator[Address]:
    """All shipped files that declare a problem, by their dotted names."""
    return (address for address in map(_shipped, libraries.shipped_names()) if address.declares_problems())


def _near(name: str) -> list[str]:
    """The names of shipped problems that are most like a wrong one: first by spelling, then by a word in common."""
    last = name.rpartition(".")[2].lower()
    names = sorted(address.dotted.rpartition(".")[2] for address in shipped_problems())
    words = {word for word in last.split("_") if len(word) > 2}
    close = get_close_matches(last, names, n=MOST_NEAR, cutoff=0.6)
    return [*close, *(other for other in names if other not in close and words & set(other.split("_")))][:MOST_NEAR]


def _shipped(dotted: str) -> Address:
    return Address(dotted=dotted)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
