"""Parses one statement and says in plain words what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors import syntax as errors
from mspec.compiler.keywords import BINDERS, BUILTINS, RESERVED, TYPE_WORDS
from mspec.compiler.lalr import Unexpected, parse_tokens
from mspec.compiler.scan import SIGNS, Token
from mspec.compiler.source import Span
from mspec.compiler.split import MAX_DEPTH
from mspec.compiler.syntax_tree import Refused

_SPELLING = {terminal: sign for sign, terminal in SIGNS.items()}
_COMPARISONS = frozenset(["EQ", "NE", "LT", "LE", "GT", "GE"])
_ARITHMETIC = frozenset(["PLUS", "MINUS", "STAR", "SLASH", "CARET"])
_DEEPENS = _COMPARISONS | _ARITHMETIC | {"LPAR", "LSQB", "LBRACE", "DOT", "IF", "ELSE", "NOT", "AND", "OR", "IN"}
_WORDS = {
    "NAME": "a name", "NUMBER": "a number", "STRING": "a text in quotes", "SYMBOL": "a unit", "TYPE_WORD": "a type",
    "$END": "the end of the line",
}  # fmt: skip
# Keywords that glue an expression together: meeting one out of place is no attempt to name something.
_GLUE = frozenset(
    ["IF", "THEN", "ELSE", "AND", "OR", "NOT", "IN", "BY", "IT", "WHERE", "TRUE", "FALSE", "UNTIL"]
)


def read_statement(start: str, tokens: list[Token], broken: bool = False) -> Any:
    """What the statement is, or None after its error was reported.

    `broken`: it has an error that was reported before, so that no other is added.
    """
    reading = tokens[0].reading
    try:
        node = parse_tokens(start, tokens)
    except Unexpected as error:
        if not broken:
            reading.diagnostics.append(_explain(tokens, error))
        return None
    except Refused as refused:
        if not broken:
            reading.diagnostics.append(refused.diagnostic)
        return None
    if sum(token.type in _DEEPENS for token in tokens) >= MAX_DEPTH and _too_deep(node):
        if not broken:
            span = tokens[0].span.to(tokens[-1].span)
            reading.diagnostics.append(errors.TooDeep(span, limit=MAX_DEPTH))
        return None
    return node


def _too_deep(node: Any) -> bool:
    """Whether a tree is deeper than all who walk it by recursion can bear."""
    level = list(_trees(node))
    for _ in range(MAX_DEPTH + 3):
        level = [child for parent in level for slot in fields(parent) for child in _trees(getattr(parent, slot.name))]
        if not level:
            return False
    return True


def _trees(value: Any) -> Iterator[Any]:
    """The trees that a field holds; a tuple is no level of its own."""
    if isinstance(value, tuple):
        for part in value:
            yield from _trees(part)
    elif is_dataclass(value) and not isinstance(value, Span):
        yield value


def _explain(tokens: list[Token], error: Unexpected) -> Diagnostic:
    accepted = error.accepted
    if error.index == len(tokens):
        last = tokens[-1]
        if _stands_for_name(tokens, len(tokens) - 1, accepted):
            return errors.BuiltinName(last.span, word=last.text)
        return errors.UnexpectedWord(last.span, found=f"end after `{_short(last)}`", expected=_phrases(accepted))
    token = tokens[error.index]
    if token.type == "EQUAL" and "EQ" in accepted:
        return errors.SingleEquals(token.span)
    if token.type == "EQ" and "EQUAL" in accepted:
        return errors.DoubleEquals(token.span)
    if token.type == "STEP" and "BY" in accepted:
        return errors.RangeStep(token.span)
    if _stands_for_name(tokens, error.index - 1, accepted):
        return errors.BuiltinName(tokens[error.index - 1].span, word=tokens[error.index - 1].text)
    if "NAME" in accepted and token.text in RESERVED and token.type not in _GLUE:
        if token.text in TYPE_WORDS | BUILTINS | BINDERS:
            return errors.BuiltinName(token.span, word=token.text)
        return errors.ReservedName(token.span, word=token.text)
    return errors.UnexpectedWord(
        token.span, found=f"`{_short(token)}`", expected=_phrases(accepted), hint=_hint(token, accepted)
    )


def _stands_for_name(tokens: list[Token], index: int, accepted: frozenset[str]) -> bool:
    """Whether the token before the error is a function that is not called: `sum * 2`."""
    return index >= 0 and accepted == {"LPAR"} and tokens[index].type in ("BUILTIN", "BINDER", "MIN")


def _short(token: Token) -> str:
    return token.text if len(token.text) <= 30 else token.text[:27] + "…"


def _hint(token: Token, accepted: frozenset[str]) -> str:
    if token.type == "IF":
        return "put the whole `if … then … else …` in parentheses"
    if token.type == "DOTS":
        return "a range stands after `in`: `x in 1..5`"
    if token.type == "STRING" and "NAME" not in accepted:
        return "one statement a line, with at most one description" if "$END" in accepted else ""
    if token.type == "NAME" and "$END" in accepted and _ARITHMETIC & accepted:
        return "one statement a line; a product is written with `*`"
    if token.type == "LBRACE":
        return "a set in braces stands after `in`: `x in {1, 2}`"
    return ""


def _phrases(accepted: frozenset[str]) -> tuple[str, ...]:
    """What the grammar allows, in words, few enough to be read."""
    left = set(accepted)
    found: list[str] = []

    def take(phrase: str, terminals: frozenset[str] | set[str]) -> None:
        found.append(phrase)
        left.difference_update(terminals)

    if {"NUMBER", "LPAR", "NAME", "BUILTIN"} <= left:
        take("an expression", {"NUMBER", "LPAR", "LSQB", "NAME", "BUILTIN", "BINDER", "MIN", "MINUS", "STRING", "TRUE",
                               "FALSE", "IT", "ITERATE", "SOLVE", "DISTINCT", "IF", "NOT"})  # fmt: skip
    if {"NAME", "TYPE_WORD", "NOUN"} <= left:
        take("a type", {"NAME", "TYPE_WORD", "NOUN"})
    if {"STAR", "PLUS"} <= left:
        take("an operator", _ARITHMETIC | {"AND", "OR", "IN", "DOT", "LSQB", "LPAR"} | _COMPARISONS)
    for terminal in sorted(left):
        word = _WORDS.get(terminal) or f"`{_SPELLING.get(terminal, terminal.lower())}`"
        if word not in found:
            found.append(word)
    return tuple(found) if len(found) <= 8 else (*found[:7], "…")
