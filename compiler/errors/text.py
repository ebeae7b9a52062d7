"""Diagnostics of texts: MS6xxx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True)
class UntoldFormMissing(Diagnostic):
    """A value is hidden, but a sentence that tells it has nothing to say in its place."""

    code: ClassVar[str] = "MS6001"
    message: ClassVar[str] = "`{name}` is not told, but a sentence shows it and has no untold form"
    help: ClassVar[str] = 'write what the sentence says then: `{{{name} | "a certain number"}}`'

    name: str = ""
