"""`chain`: the answer of one problem becomes a given of another."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from mspec.compiler import ast, libraries
from mspec.compiler.build.problem import build_problem
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.compiler.load import Module, environment, load_source
from mspec.compiler.parse import parse
from mspec.compiler.print_spec import print_problem
from mspec.compiler.rewrite.rename import renamed
from mspec.compiler.rewrite.told_apart import told_apart
from mspec.compiler.rewrite.waiting import brought_names, free_name, taken_names
from mspec.compiler.source import Source

T = TypeVar("T")


def problem_named(dotted: str, folder: str) -> Problem | None:
    """The problem to which a `chain` goes on: `money.shop` is the problem of `money/shop.mspec`, found as a library
    would be, or that of this name in `money.mspec`; None if there is none that can be read."""
    place = Path(folder) if folder else None
    file, _, name = dotted.rpartition(".")
    for path, wanted in ((dotted, None), (file, name)):
        with suppress(libraries.Unreadable, MspecError):
            source = libraries.find(path, place) if path else None
            if source is not None:
                return _loaded(source, place).problem(wanted)
    return None


@lru_cache(maxsize=64)
def _loaded(source: Source, folder: Path | None) -> Module:
    return load_source(source, folder)


def side_by_side(first: Problem, second: Problem) -> tuple[Problem, dict[str, str]]:
    """Two problems as one, with the questions of both; and what the name of each given and step of the second became.

    Raises:
        MspecError: their declarations do not go together.
    """
    mine, its = _declaration(first), _declaration(second)
    names = _free_names(first, second)
    its = renamed(its, names)
    taken = {mistake.name for mistake in mine.mistakes}
    mistakes = [m if m.name not in taken else replace(m, name=free_name(m.name, taken)) for m in its.mistakes]
    rule_names = {rule.name for rule in mine.rules}
    both = replace(
        mine,
        givens=(*mine.givens, *its.givens),
        requires=(*mine.requires, *its.requires),
        steps=(*mine.steps, *its.steps),
        story=(*mine.story, *its.story),
        tells=(*mine.tells, *its.tells),
        asks=(*mine.asks, *its.asks),
        mistakes=(*mine.mistakes, *mistakes),
        rules=(*mine.rules, *(rule for rule in its.rules if rule.name not in rule_names)),
        hint=None,
        tests=(),
    )
    uses = _united(first.uses, second.uses)
    declarations = _united(first.declarations, second.declarations)
    folder = first.folder or second.folder
    merged, _ = build_problem(both, environment(uses, declarations, folder), uses, declarations)
    became = {name: names.get(name, name) for name in second.names().values()}
    return told_apart(replace(merged, folder=folder), set(became.values())), became


def _declaration(problem: Problem) -> ast.ProblemDecl:
    file, _ = parse(Source(problem.name, print_problem(problem)))
    return next(item for item in file.items if isinstance(item, ast.ProblemDecl))


def _free_names(first: Problem, second: Problem) -> dict[str, str]:
    """What the names of the second problem become beside the first."""
    taken = set(taken_names(first, first.rules))
    found: dict[str, str] = {}
    theirs = [*second.names().values(), *(name for rule in second.rules for name in brought_names(rule))]
    for name in theirs:
        if name in taken and name not in found:
            found[name] = free_name(name, taken | set(theirs))
            taken.add(found[name])
    return found


def _united(first: Iterable[T], second: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
