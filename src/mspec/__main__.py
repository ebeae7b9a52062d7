"""`python -m mspec`, where the command `mspec` is not on the path."""

from mspec.cli import main

main(prog_name="mspec")
