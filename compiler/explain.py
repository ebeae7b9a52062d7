"""The catalogue of diagnostics by code, and what each has to say for itself."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from inspect import cleandoc

from mspec.compiler import errors
from mspec.compiler.diagnostics import Diagnostic


@cache
def catalogue() -> dict[str, type[Diagnostic]]:
    """Every diagnostic class by its code, in the order of the codes."""
    for module in pkgutil.iter_modules(errors.__path__):
        import_module(f"{errors.__name__}.{module.name}")
    return {kind.code: kind for kind in sorted(_kinds(Diagnostic), key=lambda kind: kind.code)}


def explain(code: str) -> str | None:
    """What a code means, with an example, as Markdown; None if no diagnostic has it."""
    kind = catalogue().get(code.upper())
    if kind is None:
        return None
    return f"{kind.code} ({kind.severity.value})\n\n{cleandoc(kind.__doc__ or '')}"


def _kinds(base: type[Diagnostic]) -> Iterator[type[Diagnostic]]:
    for kind in base.__subclasses__():
        if kind.code and kind.__module__.startswith(errors.__name__):
            yield kind
        yield from _kinds(kind)
