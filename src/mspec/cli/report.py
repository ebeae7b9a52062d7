"""How what was found reaches the screen."""

from __future__ import annotations

from collections.abc import Iterable

import click

from mspec.compiler.diagnostics import Diagnostic, Severity
from mspec.compiler.render_diagnostics import as_json, render_all

FINDINGS, USAGE = 1, 2
_COMMAND_LINE = ("MS80", "MS8502", "MS8503", "MS8505", "MS8506")
"""Codes of what is wrong with the command line, not with a spec or a data set."""


def failed(diagnostics: Iterable[Diagnostic]) -> int:
    """Print diagnostics on the error stream, and give the exit code that they mean."""
    found = tuple(diagnostics)
    show(found)
    return USAGE if all(d.code.startswith(_COMMAND_LINE) for d in found) else FINDINGS


def show(diagnostics: Iterable[Diagnostic], *, json: bool = False) -> None:
    """Print diagnostics: JSON on the output stream, or text on the error stream, coloured on a terminal."""
    from mspec.api import sources_of

    found = tuple(diagnostics)
    sources = sources_of(found)
    if json:
        click.echo(as_json(found, sources))
    elif found:
        click.echo(render_all(found, sources, colour=True), err=True)  # click strips colour off a terminal
        click.echo(_count(found), err=True)


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """1 if there is an error among them, else 0: warnings do not fail."""
    return FINDINGS if any(d.severity is Severity.ERROR for d in diagnostics) else 0


def _count(diagnostics: tuple[Diagnostic, ...]) -> str:
    numbers = ((severity, sum(d.severity is severity for d in diagnostics)) for severity in Severity)
    parts = [f"{number} {severity.value}{'s' * (number != 1)}" for severity, number in numbers if number]
    return "\n" + ", ".join(parts)
