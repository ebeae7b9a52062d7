"""MS84xx: style packs, the templates in which problems are written.

The examples here are command lines and templates, not specs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class NoSuchStyle(Diagnostic):
    """`--style` names no style that comes with mspec, and no folder.

    ```
    mspec sample marbles.mspec --style texbook
    ```
    """

    code: ClassVar[str] = "MS8401"
    message: ClassVar[str] = "there is no style `{asked}`"
    help: ClassVar[str] = "styles are {known}, or the path of a folder with `problem.j2` and `solution.j2`"

    asked: str = ""
    known: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class BadTemplate(Diagnostic):
    """A template of a style pack cannot be used: a file is missing, it does not parse, it speaks of what there is not,
    or it does what templates may not. They may come from strangers, so they print, test what a problem has, loop over
    its steps and parts, and apply filters; nothing else.

    ```
    {{ question }}
    {% for step in step %}
    {{ step.sentence }}
    {% endfor %}
    ```
    """

    code: ClassVar[str] = "MS8402"
    message: ClassVar[str] = "`{path}`, line {line}: {why}"
    help: ClassVar[str] = "docs/styles.md says what a template may use"

    path: str = ""
    line: int = 1
    why: str = ""
