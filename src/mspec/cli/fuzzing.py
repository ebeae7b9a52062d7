"""The command that looks for what interventions break."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from mspec.cli.data import seed_option

_LONG = 50
"""Examples below which the work is over before a progress bar could be read."""


@contextmanager
def _stoppable() -> Iterator[None]:
    """SIGINT and SIGTERM (what `timeout` sends) end the work with what is done; SIGINT also where a shell has started
    the command in the background, where it is ignored."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


@click.command()
@click.argument("specs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--examples", type=click.IntRange(1, 1_000_000), default=100, show_default=True,
    help="How many (problem, rules, world) are drawn.",
)
@seed_option
@click.pass_context
def fuzz(ctx: click.Context, specs: tuple[Path, ...], examples: int, seed: int) -> None:
    """Apply drawn rules to SPECS (files, folders, names, subjects), and hold what comes of them to eight properties.

    The first failure is made small, the fewest rules and the smallest numbers that still show it, and printed as a
    spec with a test. Interrupted, it says what it had looked at till then.
    """
    from mspec import api
    from mspec.cli import screen
    from mspec.runtime.fuzz.campaign import fuzz as run

    problems = api.problems_of(specs)
    with _stoppable(), screen.progress(examples, "fuzzing", _LONG) as advance:
        report = run(problems, examples, seed, progress=advance)
    if report.interrupted:
        click.echo(f"interrupted after {report.examples} of {examples} examples", err=True)
    if report.failure is not None:
        click.echo(report.failure.text, err=True)
    click.echo(report.summary)
    ctx.exit(1 if report.failure is not None else 130 if report.interrupted else 0)
