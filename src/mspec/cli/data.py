"""Commands that make and check data: sample, generate, verify, show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

seed_option = click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="The random stream.")
specs_option = click.option(
    "--specs",
    "specs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Specs (files, folders, names, subjects) to check the records against, besides their own fields.",
)


style_option = click.option(
    "--style", metavar="STYLE", help="plain, textbook, exam, chat, latex, or a folder with a style pack."
)


wrong_option = click.option(
    "--wrong", type=click.IntRange(0, 100), default=0, metavar="K", help="Up to K wrong solutions for each problem."
)


def plan_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how far variants go."""
    for name, help_ in (
        ("--level", "Variants of a level of difficulty, 0 to 5, or of a range of levels."),
        ("--length", "Variants of a reasoning length, or of a range: 4..21."),
        ("--rounds", "Variants after so many rules, or a range: 0..8."),
    ):
        command = click.option(name, metavar="N[..M]", help=help_)(command)
    rules = click.option("--rules", metavar="NAME,…", help="Only these rules, libraries of rules, or `own`.")
    return rules(command)


@click.command()
@click.argument("spec", type=click.Path(path_type=Path))
@click.option("--given", "givens", multiple=True, metavar="NAME=VALUE", help="Fix a given: --given n=12.")
@click.option("-n", "count", type=click.IntRange(1, 1000), default=1, show_default=True, help="How many problems.")
@seed_option
@click.option("--json", "as_json", is_flag=True, help="Print records, one JSON object a line.")
@style_option
@wrong_option
def sample(
    spec: Path, givens: tuple[str, ...], count: int, seed: int, as_json: bool, style: str | None, wrong: int
) -> None:
    """Show problems of one SPEC (a file, or a shipped one by name), with their worked solutions."""
    from mspec import api

    in_records = style if as_json else None
    examples = api.load(spec).sample(count, seed=seed, given=api.read_givens(givens), style=in_records, wrong=wrong)
    if as_json:
        for example in examples:
            click.echo(example.json)
    elif style is not None:
        click.echo(api.on_sheet(examples, style))
    else:
        from mspec.cli import screen

        screen.show(examples)


@click.command()
@click.argument("specs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-n", "count", type=click.IntRange(1), required=True, help="How many problems in all.")
@seed_option
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
@click.option("--format", type=click.Choice(["jsonl", "parquet"]), help="By default as OUT is named, else jsonl.")
@style_option
@wrong_option
@click.option(
    "--pairs", "pair", type=click.Choice(["leaf", "rule"]), help="Beside each: one given changed, or one rule less."
)
@plan_options
@click.option("--heldout", type=click.IntRange(0), default=0, help="Problems of other structures, to OUT.heldout.")
@click.option("--heldout-length", metavar="N[..M]", help="Their reasoning length.")
@click.option("-o", "--output", "out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.pass_context
def generate(
    ctx: click.Context,
    specs: tuple[Path, ...],
    count: int,
    seed: int,
    workers: int,
    format: str | None,
    style: str | None,
    wrong: int,
    pair: str | None,
    rounds: str | None,
    length: str | None,
    level: str | None,
    rules: str | None,
    heldout: int,
    heldout_length: str | None,
    out: Path,
) -> None:
    """Write verified problems, spread evenly over SPECS (files, folders, names, subjects).

    With --rounds, --length or --level, each problem is a variant of its own, made by intervention rules; with
    --heldout, as many more are written beside, and no structure is in both files.

    The same arguments give the same bytes, whatever the number of workers. An interrupted run is continued by the same
    command. With --style, each record also has its problem and solution as text in that style; with --wrong, solutions
    that go wrong at one step; with --pairs, its counterfactual: the same problem with one given changed, or (of
    variants) before the last rule, and which steps that changes and leaves untouched.
    """
    from mspec import api, varying
    from mspec.cli import screen

    loaded = [api.Spec(problem) for problem in api.problems_of(specs)]
    only = varying.known_rules(rules, (spec.problem for spec in loaded))
    plan = varying.plan_of(rounds, length, level, only)
    wanted = varying.split(plan, count, heldout, heldout_length, out)
    for number, where, part in wanted:
        try:
            with screen.progress(number) as advance:
                made = api.generate(
                    loaded, number, where, seed=seed, workers=workers, format=format, style=style, plan=part,
                    wrong=wrong, pair=pair or "", progress=advance,
                )
        except KeyboardInterrupt:
            click.echo(
                f"interrupted; what is done is kept in {where}.parts: the same command goes on from there", err=True
            )
            ctx.exit(130)
        kept = f" ({made.kept} of them kept from an interrupted run)" if made.kept else ""
        of, rows = f"{made.specs} spec{'s' * (made.specs != 1)}", f"{made.rows} problem{'s' * (made.rows != 1)}"
        click.echo(f"{rows} of {of} in {made.path}{kept}")
        for line in made.tally.lines:
            click.echo(line)


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@specs_option
@click.option("--text", is_flag=True, help="Look at the wording, too.")
@click.option("--faults", type=click.IntRange(0), default=3, show_default=True, help="Faults to show of each kind.")
@click.pass_context
def verify(ctx: click.Context, out: Path, specs: tuple[Path, ...], text: bool, faults: int) -> None:
    """Check a data set from its own fields and, with --specs, from the specs that made it."""
    from mspec import api

    report = api.verify(out, specs=specs, text=text)
    for kind, examples in sorted(report.faults.items()):
        click.echo(f"{kind}: {report.counts[kind]}")
        for fault in examples[:faults]:
            click.echo(f"  {fault}")
    click.echo(report.summary)
    if report.text is not None:
        from mspec.cli.report import show as show_findings

        show_findings(report.text.shown(faults))
        click.echo(report.text.summary)
    ctx.exit(1 if report.faulty or (report.text is not None and report.text.faulty) else 0)


@click.command()
@click.argument("what", type=click.Path(path_type=Path))
@click.option("-n", "count", type=click.IntRange(1, 1000), default=3, show_default=True, help="How many problems.")
@style_option
def show(what: Path, count: int, style: str | None) -> None:
    """Show a spec (its text, its graph in short, a problem of it) or problems spread over a data set.

    WHAT is a .mspec file, the name of a shipped spec, or a data set. With --style, problems of either in that style.
    """
    from mspec import api
    from mspec.cli import screen

    if style is not None:
        examples = api.read_examples(what, count) if api.is_data_set(what) else api.load(what).sample(count)
        click.echo(screen.visible(api.on_sheet(examples, style)))
    elif api.is_data_set(what):
        screen.show(api.read_examples(what, count))
    else:
        screen.show_spec(*api.load_with_text(what))
