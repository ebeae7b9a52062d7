"""Finding and reading style packs: shipped ones by name, a user's by the path of its folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.styles import BadTemplate, NoSuchStyle
from mspec.runtime.render.styles.sandbox import BadSource, checked

SHIPPED = ("plain", "textbook", "exam", "chat", "latex")
"""The names of the packs that come with mspec."""
MOST_BYTES = 64_000
"""A template is no longer than this."""


@dataclass(frozen=True, slots=True)
class Pack:
    """The sources of a pack, checked. `sheet` puts several problems on one page.

    `name` is that of a shipped pack or of the user's folder; `where` is what its templates are called in messages.
    """

    name: str
    where: str
    problem: str
    solution: str
    sheet: str


@lru_cache(maxsize=32)
def pack(style: str | Path) -> Pack:
    """A shipped pack by its name, or the pack in a folder (a path, or a text with a `/`, or the name of a folder).

    Raises:
        MspecError: MS8401, there is none; MS8402, one of its templates cannot be used.
    """
    if isinstance(style, str) and style in SHIPPED:
        return _read(style, f"templates/styles/{style}", files("mspec.templates").joinpath("styles", style))
    folder = Path(style)
    if not folder.is_dir():
        raise MspecError([NoSuchStyle(asked=str(style), known=", ".join(SHIPPED))])
    return _read(folder.resolve().name, str(folder), folder)


def _read(name: str, where: str, folder: Traversable) -> Pack:
    default = files("mspec.templates").joinpath("styles", "plain", "sheet.j2")
    faults: list[BadTemplate] = []
    texts: list[str] = []
    for part in ("problem", "solution", "sheet"):
        file = folder.joinpath(f"{part}.j2")
        path = f"{where}/{part}.j2"
        if part == "sheet" and not file.is_file():
            file = default
        try:
            texts.append(_checked(file, part))
        except BadSource as bad:
            faults.append(BadTemplate(path=path, line=bad.line, why=bad.why))
    if faults:
        raise MspecError(faults)
    return Pack(name, where, *texts)


def _checked(file: Traversable, part: str) -> str:
    if not file.is_file():
        raise BadSource("there is no such file", 1)
    try:
        with file.open("rb") as stream:
            source = stream.read(MOST_BYTES + 1)
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        raise BadSource("it is not UTF-8 text", 1) from None
    except OSError as error:
        raise BadSource(error.strerror or "it cannot be read", 1) from None
    if len(source) > MOST_BYTES:
        raise BadSource(f"it is longer than {MOST_BYTES:,} bytes", 1)
    checked(text.replace("\r\n", "\n"), _NAMES[part])
    return text.replace("\r\n", "\n")


_OF_A_PROBLEM: Iterable[str] = ("question", "stem", "parts", "steps", "answer", "answers", "choices", "correct")
_NAMES = {
    "problem": frozenset(_OF_A_PROBLEM),
    "solution": frozenset(_OF_A_PROBLEM),
    "sheet": frozenset(["problems"]),
}
"""What a template may speak of."""
