"""The command that looks for what interventions break."""

from __future__ import annotations

from pathlib import Path

import click

from mspec.cli.data import seed_option


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
    spec with a test.
    """
    from mspec import api
    from mspec.runtime.fuzz.campaign import fuzz as run

    report = run(api.problems_of(specs), examples, seed)
    if report.failure is not None:
        click.echo(report.failure.text, err=True)
    click.echo(report.summary)
    ctx.exit(0 if report.failure is None else 1)
