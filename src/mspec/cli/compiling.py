"""Commands that turn a spec into something else: compile, graph."""

from __future__ import annotations

from pathlib import Path

import click

spec_file = click.argument("file", type=click.Path(path_type=Path))
output = click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file, not to the screen.")


@click.command("compile")
@spec_file
@click.option(
    "--target",
    type=click.Choice(["python", "smtlib", "graph", "spec"]),
    default="python",
    show_default=True,
    help="Standalone Python, SMT-LIB, the readable graph, or the canonical spec.",
)
@output
def compile_(file: Path, target: str, output: Path | None) -> None:
    """Compile a spec to another form."""
    from mspec import api

    _put(api.load(file).compile(target), output)


@click.command()
@spec_file
@click.option("--format", type=click.Choice(["svg", "dot", "mermaid"]), default="svg", show_default=True)
@output
def graph(file: Path, format: str, output: Path | None) -> None:
    """Draw the computation graph of a spec."""
    from mspec import api

    _put(api.load(file).graph(format), output)


def _put(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text.rstrip("\n"))
    else:
        from mspec import api

        api.write_text(output, text)
