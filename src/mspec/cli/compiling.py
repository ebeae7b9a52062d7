"""Commands that turn a spec into something else: compile, graph."""

from __future__ import annotations

from pathlib import Path

import click

spec_file = click.argument("spec", type=click.Path(path_type=Path))
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
def compile_(spec: Path, target: str, output: Path | None) -> None:
    """Compile SPEC (a file, or a shipped one by name) to another form."""
    from mspec import api

    _put(api.load(spec).compile(target), output)


@click.command()
@spec_file
@click.option(
    "--format", type=click.Choice(["svg", "dot", "mermaid"]), help="By default as the output is named, else svg."
)
@click.option("--diff", "parent", metavar="PARENT", type=click.Path(path_type=Path), help="Colour what differs.")
@output
def graph(spec: Path, format: str | None, parent: Path | None, output: Path | None) -> None:
    """Draw the computation graph of SPEC (a file, or a shipped one by name).

    With --diff, SPEC is a variant of PARENT: what was added, what changed and what is untouched have colours.
    """
    from mspec import api

    beside = None if parent is None else api.load(parent)
    named = {".dot": "dot", ".gv": "dot", ".mmd": "mermaid"}.get("" if output is None else output.suffix, "svg")
    _put(api.load(spec).graph(format or named, beside), output)


def _put(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text.rstrip("\n"))
    else:
        from mspec import api

        api.write_text(output, text)
