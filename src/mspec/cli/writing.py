"""Commands for who writes specs: check, fmt, explain."""

from __future__ import annotations

from pathlib import Path

import click

paths = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.command()
@paths
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON, for editors.")
@click.option("--fix", is_flag=True, help="Apply the repairs that are certain.")
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], as_json: bool, fix: bool) -> None:
    """Check specs: names, types, units, text, and that worlds exist.

    FILES are .mspec files, folders of them, or shipped specs by name or subject.
    """
    from mspec import api
    from mspec.cli import report

    found = api.check(files, fix=fix)
    report.show(found.diagnostics, json=as_json)
    if not as_json:
        click.echo(found.summary)
    ctx.exit(report.exit_code(found.diagnostics))


@click.command()
@paths
@click.option("--check", "check_only", is_flag=True, help="Change nothing; exit with 1 if a file would change.")
@click.pass_context
def fmt(ctx: click.Context, files: tuple[Path, ...], check_only: bool) -> None:
    """Put specs into the canonical layout."""
    from mspec import api

    changed = api.format_files(files, write=not check_only)
    for path in changed:
        click.echo(f"{'would change' if check_only else 'formatted'} {path}")
    ctx.exit(1 if check_only and changed else 0)


@click.command()
@click.argument("code", required=False)
@click.option("--list", "every", is_flag=True, help="List all codes.")
def explain(code: str | None, every: bool) -> None:
    """Explain a diagnostic CODE, with an example."""
    from mspec.compiler import explain as catalogue
    from mspec.compiler.diagnostics import MspecError
    from mspec.compiler.errors.data import UnknownCode

    if every:
        for kind in catalogue.catalogue().values():
            click.echo(f"{kind.code}  {(kind.__doc__ or '').strip().splitlines()[0]}")
        return
    if code is None:
        raise click.UsageError("give a code such as MS2001, or --list")
    text = catalogue.explain(code)
    if text is None:
        raise MspecError([UnknownCode(asked=code)])
    click.echo(text)
