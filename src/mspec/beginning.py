"""A new spec begun from one that is there: its text as it stands, under another name."""

from __future__ import annotations

import re
from pathlib import Path

from mspec.addresses import Address
from mspec.compiler import ast
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import NoProblem, NotAName
from mspec.compiler.format import format_source
from mspec.compiler.keywords import RESERVED
from mspec.compiler.load import load_source
from mspec.compiler.source import Source

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def begun(name: str, like: Address, folder: Path) -> str:
    """The text of a new spec: that of `like`, comments and all, its problem renamed.

    Of several problems in one file the one called like the file is kept, else the first; libraries beside `like` must
    also be found from `folder`, where the new file will be.

    Raises:
        MspecError: MS8008, `name` cannot be one; MS8002, `like` is a library; or what is wrong with the new text.
    """
    if not _NAME.fullmatch(name):
        raise MspecError([NotAName(written=name)])
    if name in RESERVED:
        raise MspecError([NotAName(written=name, why="it is a reserved word")])
    source = like.source()
    problems = [item for item in like.syntax().items if isinstance(item, ast.ProblemDecl)]
    if not problems:
        raise MspecError([NoProblem(path=str(like))])
    stem = source.name.rpartition(".")[2] if like.path is None else like.path.stem
    kept = next((problem for problem in problems if problem.name == stem), problems[0])
    text = source.text
    for problem in reversed(problems):
        start, end = problem.span.start, problem.span.end
        renamed = re.sub(rf"\A(problem\s+){kept.name}\b", rf"\g<1>{name}", text[start:end], count=1)
        text = text[:start] + (renamed if problem is kept else "") + text[end:]
    module = load_source(Source(f"{name}.mspec", text), folder)
    if module.errors():
        raise MspecError(module.errors())
    return format_source(module.source)
