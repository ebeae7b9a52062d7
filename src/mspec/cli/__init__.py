"""The command line: names, options and exit codes. What the commands do is in `mspec.api` and below it.

Only click is imported here and in the command modules; everything else when a command needs it, so that
`mspec --help` starts at once. Exit codes: 0 fine, 1 something was found, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import click

import mspec
from mspec.cli import compiling, data, fuzzing, shelf, varying, writing


class _Mspec(click.Group):
    """A group that turns what the package raises into diagnostics, never into a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        from mspec.compiler.diagnostics import MspecError

        try:
            return super().invoke(ctx)
        except MspecError as error:
            from mspec.cli.report import failed

            return ctx.exit(failed(error.diagnostics))


@click.group(cls=_Mspec, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(mspec.__version__, message="mspec %(version)s")
def main() -> None:
    """Families of maths and STEM problems: check them, compile them, make verified data sets of them."""


for command in (
    writing.check,
    writing.fmt,
    writing.explain,
    shelf.list_,
    shelf.new,
    compiling.compile_,
    compiling.graph,
    data.sample,
    data.generate,
    varying.vary,
    fuzzing.fuzz,
    data.verify,
    data.show,
):
    main.add_command(command)
