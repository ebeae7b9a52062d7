"""Problems and progress on a terminal, with rich. On anything else the same text without colour, and no progress."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from mspec.api import Example

_LONG = 20_000
"""Rows below which work is over before a progress bar could be read."""


def show(examples: Iterable[Example]) -> None:
    """Print problems with their steps."""
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for number, example in enumerate(examples):
        if number:
            console.print()
        console.print(Text(visible(example.id), style="dim"))
        console.print(Text(visible(example.question)))
        for step in example.steps:
            console.print(Text.assemble("  ", (visible(step.name), "cyan"), "  ", visible(step.sentence)))
        for answer in example.answers:
            heading = visible(f"Answer {answer.label}".strip())
            console.print(Text.assemble((heading, "bold green"), ": ", visible(answer.text)))


def visible(text: str) -> str:
    """A text without codes that would steer the terminal: data sets come from strangers."""
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on the error stream for long work on a terminal; gives the function that moves it."""
    if total < _LONG or not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("generating"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, completed=done)
