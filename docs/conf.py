"""Sphinx builds the pages of this folder: `make docs`. It reads Markdown with MyST and fetches nothing."""

from __future__ import annotations

import re
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import mspec
from mspec.highlight import MspecLexer

project = "mspec"
author = copyright = "the authors of mspec"
version = release = mspec.__version__
extensions = ["myst_parser"]
myst_heading_anchors = 4
html_theme = "alabaster"
html_theme_options = {"description": "Families of maths and STEM problems", "page_width": "1100px"}
html_sidebars = {"**": ["about.html", "searchbox.html", "navigation.html", "relations.html"]}
html_copy_source = False
nitpicky = True

SPECS = ("mspec", "mspec-error", "mspec-fragment", "mspec-true", "mspec-with")
"""The fences of specs: the words behind `mspec-` say to the tests what to do with a block."""


HERE = Path(__file__).parent
LINK = re.compile(r"\[(?P<text>[^\]\n]+)\]\((?P<path>\.\./[^)#\s]+)(?:#[^)\s]*)?\)")


def _without_ways_out(app: Sphinx, page: str, source: list[str]) -> None:
    """Links to Markdown and folders of the checkout, which lie outside of this folder, become plain text. A spec is
    copied beside the pages by MyST."""

    def kept(match: re.Match[str]) -> str:
        target = (HERE / page).parent.joinpath(match["path"]).resolve()
        outside = not target.is_relative_to(HERE) and (target.is_dir() or target.suffix == ".md")
        return match["text"] if outside else match[0]

    source[0] = LINK.sub(kept, source[0])


def _with_the_rest(app: Sphinx, page: str, source: list[str]) -> None:
    """`*` in the index stands for the pages of this folder that it does not name."""
    if page == "index":
        named = source[0].splitlines()
        rest = [path.stem for path in sorted(HERE.glob("*.md")) if path.stem not in [*named, "index"]]
        source[0] = source[0].replace("\n*\n", "\n" + "\n".join(rest) + "\n")


def setup(app: Sphinx) -> None:
    """Hooks, and colours for the fences of these pages."""
    app.connect("source-read", _without_ways_out)
    app.connect("source-read", _with_the_rest)
    for name in SPECS:
        app.add_lexer(name, MspecLexer)
    app.add_lexer("lark", TextLexer)
