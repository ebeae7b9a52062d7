"""Problems and progress on a terminal, with rich. On anything else the same text without colour, and no progress."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from mspec.api import Entry, Example, Spec

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
        for number, choice in enumerate(example.choices, 1):
            console.print(Text.assemble("  ", (f"{number})", "dim"), " ", visible(choice)))
        for step in example.steps:
            console.print(Text.assemble("  ", (visible(step.name), "cyan"), "  ", visible(step.sentence)))
        for answer in example.answers:
            heading = visible(f"Answer {answer.label}".strip())
            console.print(Text.assemble((heading, "bold green"), ": ", visible(answer.text)))
        for trace in example.wrong():
            console.print(Text.assemble(("Wrong", "bold red"), ": ", visible(trace.mistake)))
            for place, step in enumerate(trace.steps):
                mark = "! " if place == trace.first_wrong else "  "
                console.print(Text.assemble(mark, (visible(step.name), "cyan"), "  ", visible(step.sentence)))
            console.print(Text.assemble(("Answer", "bold red"), ": ", visible(trace.answer.text)))


def show_entries(entries: Sequence[Entry], *, lengths: bool) -> None:
    """Print a catalogue as columns, in the order given."""
    heads = ["subject", "problem", "grade", *(["length"] if lengths else []), "title"]
    rows = [
        [e.subject, e.name, e.grade, *([str(e.length)] if lengths else []), e.title] for e in entries
    ]  # fmt: skip
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    console = Console(highlight=False, soft_wrap=True)
    for number, row in enumerate([heads, *rows]):
        cells = [visible(cell).ljust(width) for cell, width in zip(row, widths, strict=True)]
        styles = ["dim"] * len(row) if number == 0 else ["", "cyan", *[""] * len(row)]
        parts = [(cell + "  ", style) for cell, style in zip(cells[:-1], styles, strict=False)]
        line = Text.assemble(*parts, (cells[-1], styles[0]))
        line.rstrip()
        console.print(line)
    console.print(f"{len(entries)} problem{'s' * (len(entries) != 1)}")


def show_spec(spec: Spec, text: str) -> None:
    """Print a spec: its text with colours, a summary of its graph, and one problem of it."""
    from rich.syntax import Syntax

    from mspec.highlight import MspecLexer

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    syntax = Syntax(visible(text).rstrip(), MspecLexer(), theme="ansi_dark", background_color="default", word_wrap=True)
    console.print(syntax if sys.stdout.isatty() else Text(visible(text).rstrip()))
    console.print()
    for line in spec.summary():
        console.print(Text(visible(line)))
    console.print()
    show(spec.sample(1))


def visible(text: str) -> str:
    """A text without codes that would steer the terminal: data sets come from strangers."""
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)


@contextmanager
def progress(total: int, doing: str = "generating", long: int = _LONG) -> Iterator[Callable[[int], None]]:
    """A bar on the error stream for long work on a terminal; gives the function that moves it."""
    if total < long or not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, completed=done)
