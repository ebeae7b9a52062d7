"""The parse tables of `grammar/mspec.lark`: built by Lark once, then read from a cache of the user."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lark import Lark, __version__
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from mspec.compiler.scan import Token
from mspec.compiler.syntax_tree import Builder

STARTS = (
    "version", "use", "noun_head", "attributes", "table_head", "row", "unit", "definition", "rule_head",
    "problem_head", "entries", "given", "require", "step", "unknown", "tell", "ask", "hint", "mistake",
    "test_head", "bindings", "expect", "always", "targeted", "distract", "fold", "apply", "chain", "with_given",
    "when", "rule_step", "replace", "hide", "say", "as_text", "rule_ask", "expr", "reference",
)  # fmt: skip


class Unexpected(Exception):
    """A token that the grammar does not allow, and the terminals it does allow there."""

    def __init__(self, index: int, accepted: frozenset[str]) -> None:
        self.index, self.accepted = index, accepted
        super().__init__(f"token {index}")


def parse_tokens(start: str, tokens: list[Token]) -> Any:
    """Parses one statement. Time is linear in its length; no recursion.

    Raises:
        Unexpected: at the first token that cannot stand where it stands; its index is `len(tokens)` at the end.
    """
    parser = _parser()
    # Lark asks of a token only its type; ours know their place in the source.
    state: Any = parser.parse_interactive(start=start).parser_state
    last = tokens[-1]
    end = Token("$END", "", last.end, last.end, last.reading)
    index = 0
    try:
        for index, token in enumerate(tokens):  # noqa: B007
            state.feed_token(token)
        index = len(tokens)
        return state.feed_token(end, True)
    except UnexpectedToken:
        raise Unexpected(index, _accepted(parser, start, tokens[:index])) from None


def _accepted(parser: Lark, start: str, tokens: list[Token]) -> frozenset[str]:
    # Read again: a failed token may have reduced too much already, which hides what else could have stood there.
    interactive: Any = parser.parse_interactive(start=start)
    for token in tokens:
        interactive.parser_state.feed_token(token)
    return frozenset(interactive.accepts())


class NoLexer(Lexer):  # type: ignore[misc, unused-ignore]
    """Words come from `scan`."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any) -> Any:
        return iter(())


@cache
def _parser() -> Lark:
    grammar = files("mspec.grammar").joinpath("mspec.lark").read_text(encoding="utf-8")
    key = hashlib.sha256(f"{grammar} {STARTS} {__version__} {sys.version_info[:2]}".encode()).hexdigest()[:24]
    kept = _cache_file(f"grammar-{key}.lark")
    if kept is not None:
        # Whatever a damaged file raises, the remedy is to build the tables again.
        with suppress(Exception), kept.open("rb") as stream:
            return Lark.load(stream)
    parser = Lark(
        grammar,
        parser="lalr",
        lexer=NoLexer,
        start=list(STARTS),
        transformer=Builder(),
        keep_all_tokens=True,
        maybe_placeholders=False,
    )
    if kept is not None:
        # Written beside and moved into place: another process never reads half a file.
        beside = kept.with_name(f"{kept.name}.{os.getpid()}")
        with suppress(OSError):
            with beside.open("wb") as stream:
                parser.save(stream)
            beside.replace(kept)
    return parser


def _cache_file(name: str) -> Path | None:
    """A file in the user's cache directory, or None where there is none that can be written."""
    try:
        base = os.environ.get("MSPEC_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME")
        folder = Path(base) / "mspec" if base else Path.home() / ".cache" / "mspec"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    # The tables are a pickle: nobody else may be able to write them.
    if not os.access(folder, os.W_OK) or (hasattr(os, "getuid") and folder.stat().st_uid != os.getuid()):
        return None
    return folder / name
