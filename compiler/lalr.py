"""The parse tables of `grammar/mspec.lark`: built by Lark once, then read from a cache of the user."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, __version__
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from mspec.compiler.kept import kept_file, writing
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
        # Where a token is not fed, `index` says which.
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


# Some versions of lark have no types for `Lexer`.
class NoLexer(Lexer):  # type: ignore[misc, unused-ignore]
    """Words come from `scan`."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any) -> Any:
        return iter(())


@cache
def _parser() -> Lark:
    grammar = files("mspec.grammar").joinpath("mspec.lark").read_text(encoding="utf-8")
    kept = kept_file("grammar", f"{grammar} {STARTS} {__version__}")
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
        with writing(kept) as stream:
            parser.save(stream)
    return parser
