"""Finding libraries: `use lexicon.food` is `lexicon/food.mspec` beside the file, shipped, or installed."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from mspec.compiler import ast
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.kept import kept_file, writing
from mspec.compiler.parse import parse
from mspec.compiler.source import Source

PRELUDE = "prelude"
"""The library that every file uses without saying so: people, time nouns, `thing`."""
GROUP = "mspec.libraries"
"""The group of entry points of packages that hold libraries."""
MAX_BYTES = 4_000_000


class Unreadable(Exception):
    """A file exists and cannot be read as UTF-8 text; the argument says why."""


def read_file(path: Path) -> Source:
    """Read a spec.

    Raises:
        Unreadable: it is missing, too large, not a regular file, or not UTF-8.
    """
    try:
        if not path.is_file():
            raise Unreadable("it is not a file" if path.exists() else "there is no such file")
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(f"it is larger than {MAX_BYTES:,} bytes")
        return Source(str(path), path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"it is not UTF-8 text (byte {error.start})") from None
    except OSError as error:
        raise Unreadable(error.strerror or "it cannot be read") from None


def find(dotted: str, folder: Path | None) -> Source | None:
    """The source of a library by its dotted name, or None. Libraries in `folder`, the user's, win; then come the
    shipped ones, then those that are installed beside mspec.

    Raises:
        Unreadable: it is there and cannot be read.
    """
    parts = dotted.split(".")
    if folder is not None:
        path = folder.joinpath(*parts[:-1], f"{parts[-1]}.mspec")
        try:
            own = path.is_file() and path.resolve().is_relative_to(folder.resolve())
        except (OSError, ValueError):  # a name that is too long, or that no file can have
            own = False
        if own:
            return read_file(path)
    return _shipped(dotted) or _installed(dotted)


def is_shipped(source: Source) -> bool:
    """Whether a library came with mspec."""
    return source.name.startswith("mspec:")


@cache
def _shipped(dotted: str) -> Source | None:
    return _within(files("mspec.specs"), "mspec", dotted)


@cache
def _installed(dotted: str) -> Source | None:
    """A library of another distribution: the first part of its name is an entry point of the group `mspec.libraries`,
    which names the package in which the file is."""
    for point in metadata.entry_points(group=GROUP, name=dotted.split(".")[0]):
        with suppress(ImportError):
            found = _within(files(point.module), point.module, dotted)
            if found is not None:
                return found
    return None


def _within(node: Traversable, owner: str, dotted: str) -> Source | None:
    *folders, last = dotted.split(".")
    for folder in folders:
        node = node.joinpath(folder)
    node = node.joinpath(f"{last}.mspec")
    try:
        return Source(f"{owner}:{dotted}", node.read_text(encoding="utf-8")) if node.is_file() else None
    except OSError:  # a name that is too long
        return None


@cache
def parsed(source: Source) -> tuple[ast.File, tuple[Diagnostic, ...]]:
    """The syntax of a library: read once a process, and kept between processes if it has no fault."""
    kept = kept_file("library", f"{_reading()} {source.name} {source.text}")
    if kept is not None:
        # Whatever a damaged file raises, the remedy is to parse again.
        with suppress(Exception), kept.open("rb") as stream:
            file = pickle.load(stream)
            if isinstance(file, ast.File):
                return file, ()
    file, found = parse(source)
    if kept is not None and not found:
        with writing(kept) as stream:
            pickle.dump(file, stream, protocol=5)
    return file, found


@cache
def _reading() -> str:
    """What decides how a text is read: the modules and the grammar of the parser."""
    compiler, names = (
        files("mspec.compiler"),
        ("ast", "scan", "split", "syntax_tree", "statement", "parse", "parse_text"),
    )
    texts = [compiler.joinpath(f"{name}.py").read_text(encoding="utf-8") for name in names]
    return "".join([*texts, files("mspec.grammar").joinpath("mspec.lark").read_text(encoding="utf-8")])


def shipped_names() -> list[str]:
    """Dotted names of all shipped libraries and problems, sorted."""

    def walk(node: Traversable, prefix: str) -> Iterator[str]:
        for child in node.iterdir():
            if child.is_dir():
                yield from walk(child, f"{prefix}{child.name}.")
            elif child.name.endswith(".mspec"):
                yield prefix + child.name.removesuffix(".mspec")

    return sorted(walk(files("mspec.specs"), ""))
