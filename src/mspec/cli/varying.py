"""Commands for variants."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from mspec.cli.data import plan_options, seed_option


@click.command()
@click.argument("spec", type=click.Path(path_type=Path))
@plan_options
@click.option("-n", "count", type=click.IntRange(1, 100_000), help="How many variants.  [default: 1, or all of --all]")
@click.option("--all", "every", is_flag=True, help="Every variant of so many rounds, in a fixed order.")
@seed_option
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="The folder to write .mspec files to.")
def vary(
    spec: Path,
    rules: str | None,
    rounds: str | None,
    length: str | None,
    level: str | None,
    count: int | None,
    every: bool,
    seed: int,
    out: Path | None,
) -> None:
    """Apply intervention rules to SPEC: its own and those of the libraries ops.*. Each variant is a spec again.

    Without -o the variants are printed. One round is applied if nothing else is asked for.
    """
    from mspec import api, varying
    from mspec.runtime.plan import written

    problem = api.load(spec).problem
    one = None if rounds or length or level else "1"
    plan = varying.plan_of(rounds or one, length, level, varying.known_rules(rules, [problem]))
    assert plan is not None
    wanted = count or 1
    found = islice(written.every(problem, plan), count) if every else written.variants(problem, plan, wanted, seed)
    made = 0
    if out is None:
        for variant in found:
            click.echo(varying.text_of(variant))
            made += 1
    else:
        made = len(varying.write(found, out))
        click.echo(f"{made} variant{'s' * (made != 1)} in {out}")
    if made < wanted:
        click.echo(f"no more than {made} were found that differ", err=True)
