"""Commands that know what is shipped: list, new."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("list")
@click.argument("where", nargs=-1, type=click.Path(path_type=Path))
@click.option("--subject", default="", help="Only problems of this subject.")
@click.option("--tag", default="", help="Only problems with this tag.")
@click.option("--grade", default="", help="Only problems for this grade.")
@click.option("--lengths", is_flag=True, help="Also the reasoning length of an example; it takes longer.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
def list_(where: tuple[Path, ...], subject: str, tag: str, grade: str, lengths: bool, as_json: bool) -> None:
    """List problems: all that are shipped, or those of WHERE (files, folders, subjects)."""
    from mspec import api

    found = api.list_specs(*where, subject=subject, tag=tag, grade=grade, lengths=lengths)
    if as_json:
        from json import dumps

        click.echo(dumps([entry.fields() for entry in found], ensure_ascii=False, indent=1))
    else:
        from mspec.cli import screen

        screen.show_entries(found, lengths=lengths)


@click.command()
@click.argument("name")
@click.option("--like", required=True, metavar="SPEC", help="The spec to start from: a shipped one by name, or a file.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; by default NAME.mspec, in this folder."
)
def new(name: str, like: str, output: Path | None) -> None:
    """Begin a new spec NAME from one that is there. No file is overwritten."""
    from mspec import api

    click.echo(f"wrote {api.begin(name, like, output)}: change it, and look with `mspec check` and `mspec sample`")
