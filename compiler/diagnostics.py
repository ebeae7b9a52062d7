"""What a diagnostic is. The diagnostics themselves are data, one class a code, in `compiler/errors/`.

To report one, build it with its fields: `UnknownName(span, name="pirce", nearest="price")`. Wording is
never written where an error is found: `title`, `message`, `label` and `help` are templates in the class,
filled from the fields. The class docstring is what `mspec explain CODE` prints; the examples in it are
executed by the tests.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import ClassVar

from mspec.compiler.source import NOWHERE, Span


class Severity(StrEnum):
    """How bad it is. Errors stop the build; warnings and notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place in the source that explains the first."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the text at `span`, applied by `mspec check --fix`."""

    span: Span
    replacement: str


@dataclass(frozen=True, eq=False, repr=False)
class Diagnostic:
    """Base of all diagnostics. Subclasses are frozen dataclasses that add fields for their templates.

    They take equality and their representation from here (`eq=False, repr=False`): generating both for each of
    a hundred classes would be a fifth of the time in which a small spec is checked.
    """

    code: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.ERROR
    message: ClassVar[str] = ""
    label: ClassVar[str] = ""
    help: ClassVar[str] = ""

    span: Span = NOWHERE

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, field.name) for field in fields(self))

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Diagnostic) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((self.code, self._values()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return f"{type(self).__name__}({shown})"

    def _filled(self, template: str) -> str:
        return template.format_map({f.name: getattr(self, f.name) for f in fields(self)})

    def text(self) -> str:
        """The message, filled in."""
        return self._filled(self.message)

    def label_text(self) -> str:
        """What stands under the marked source, or an empty string."""
        return self._filled(self.label)

    def help_text(self) -> str:
        """The way out, or an empty string."""
        return self._filled(self.help)

    def others(self) -> tuple[Label, ...]:
        """Secondary places (a first declaration, a clashing line)."""
        return ()

    def notes(self) -> tuple[str, ...]:
        """Further lines, such as a counterexample world."""
        return ()

    def fix(self) -> Edit | None:
        """The certain repair, if there is one."""
        return None


class MspecError(Exception):
    """Raised when a spec cannot be used. `diagnostics` holds all that was found, in source order."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=lambda d: d.span))
        first = self.diagnostics[0]
        super().__init__(f"{first.code}: {first.text()}")
