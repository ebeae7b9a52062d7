"""Commands that make and check data: sample, generate, verify, show."""

from __future__ import annotations

from pathlib import Path

import click

seed_option = click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="The random stream.")
specs_option = click.option(
    "--specs",
    "specs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Specs (files or folders) to check the records against, besides their own fields.",
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--given", "givens", multiple=True, metavar="NAME=VALUE", help="Fix a given: --given n=12.")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=1, show_default=True, help="How many problems.")
@seed_option
@click.option("--json", "as_json", is_flag=True, help="Print records, one JSON object a line.")
def sample(file: Path, givens: tuple[str, ...], count: int, seed: int, as_json: bool) -> None:
    """Show problems of one spec, with their worked solutions."""
    from mspec import api

    examples = api.load(file).sample(count, seed=seed, given=api.read_givens(givens))
    if as_json:
        for example in examples:
            click.echo(example.json)
    else:
        from mspec.cli import screen

        screen.show(examples)


@click.command()
@click.argument("specs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-n", "count", type=click.IntRange(1), required=True, help="How many problems in all.")
@seed_option
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
@click.option("--format", type=click.Choice(["jsonl", "parquet"]), help="By default as OUT is named, else jsonl.")
@click.option("-o", "--output", "out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.pass_context
def generate(
    ctx: click.Context, specs: tuple[Path, ...], count: int, seed: int, workers: int, format: str | None, out: Path
) -> None:
    """Write verified problems, spread evenly over SPECS (files or folders).

    The same arguments give the same bytes, whatever the number of workers. An interrupted run is continued by the same
    command.
    """
    from mspec import api
    from mspec.cli import screen

    try:
        with screen.progress(count) as advance:
            made = api.generate(specs, count, out, seed=seed, workers=workers, format=format, progress=advance)
    except KeyboardInterrupt:
        click.echo(f"interrupted; what is done is kept in {out}.parts: the same command goes on from there", err=True)
        ctx.exit(130)
    kept = f" ({made.kept} of them kept from an interrupted run)" if made.kept else ""
    click.echo(f"{made.rows} problems of {made.specs} spec{'s' * (made.specs != 1)} in {made.path}{kept}")


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@specs_option
@click.option("--faults", type=click.IntRange(0), default=3, show_default=True, help="Faults to show of each kind.")
@click.pass_context
def verify(ctx: click.Context, out: Path, specs: tuple[Path, ...], faults: int) -> None:
    """Check a data set from its own fields and, with --specs, from the specs that made it."""
    from mspec import api

    report = api.verify(out, specs=specs)
    for kind, examples in sorted(report.faults.items()):
        click.echo(f"{kind}: {report.counts[kind]}")
        for fault in examples[:faults]:
            click.echo(f"  {fault}")
    click.echo(report.summary)
    ctx.exit(1 if report.faulty else 0)


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("-n", "count", type=click.IntRange(1, 1000), default=3, show_default=True, help="How many problems.")
def show(out: Path, count: int) -> None:
    """Show problems of a data set, spread over it, with their worked solutions."""
    from mspec import api
    from mspec.cli import screen

    screen.show(api.read_examples(out, count))
