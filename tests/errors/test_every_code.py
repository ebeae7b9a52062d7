"""Every diagnostic: its docstring's example yields its code, and its message has a golden."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable

import pytest

import mspec.compiler.errors
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.load import load_source
from mspec.compiler.render_diagnostics import render
from mspec.compiler.source import Source

EXAMPLE = re.compile(r"```mspec\n(.*?)```", re.DOTALL)


def every_class() -> list[type[Diagnostic]]:
    found = []
    for module in pkgutil.iter_modules(mspec.compiler.errors.__path__):
        loaded = importlib.import_module(f"mspec.compiler.errors.{module.name}")
        for _, kind in inspect.getmembers(loaded, inspect.isclass):
            if issubclass(kind, Diagnostic) and kind.code and kind.__module__ == loaded.__name__:
                found.append(kind)
    return sorted(found, key=lambda kind: kind.code)


CLASSES = every_class()


def example(kind: type[Diagnostic]) -> str | None:
    match = EXAMPLE.search(inspect.getdoc(kind) or "")
    return match.group(1) if match else None


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in CLASSES]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"MS\d{4}", code) for code in codes)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_has_a_docstring(kind: type[Diagnostic]) -> None:
    assert kind.__doc__ and not kind.__doc__.startswith(f"{kind.__name__}("), "dataclass signature instead of a text"


@pytest.mark.parametrize("kind", [k for k in CLASSES if example(k)], ids=lambda kind: kind.code)
def test_example(kind: type[Diagnostic], golden: Callable[[str, str], None]) -> None:
    source = Source("example.mspec", example(kind) or "")
    module = load_source(source)
    found = module.diagnostics
    if kind.code not in {d.code for d in found} and kind.code[2] >= "4":
        found = checked(source)
    assert kind.code in {d.code for d in found}, [d.code + " " + d.text() for d in found]
    mine = [d for d in found if d.code == kind.code]
    golden(f"errors/{kind.code}.err", render(mine[0], module.sources) + "\n")


def checked(source: Source) -> list[Diagnostic]:
    from mspec.runtime.prove.check import check_module

    return list(check_module(load_source(source)))
