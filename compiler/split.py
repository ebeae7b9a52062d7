"""Splits the words of a file into statements and their blocks, by braces and line ends alone.

A statement ends with its line, unless a bracket is open, its last word cannot end one, or the next line begins
with a word that cannot begin one. A brace opens a block where no expression can begin, else a set. What is not
closed is closed where the next section or statement plainly begins, so that one slip costs one statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mspec.compiler.errors import syntax as errors
from mspec.compiler.errors.syntax_words import UnclosedStory
from mspec.compiler.keywords import BLOCK_SECTIONS, RULE_KINDS, SECTIONS, TOP_LEVEL
from mspec.compiler.scan import Token
from mspec.compiler.source import Span

MAX_DEPTH = 100
MAX_WORDS = 10_000

_OPERATORS = frozenset(
    ["STAR", "SLASH", "PLUS", "MINUS", "CARET", "EQ", "NE", "LT", "LE", "GT", "GE", "AND", "OR", "DOTS"]
)
_CANNOT_END = _OPERATORS | {
    "COMMA", "EQUAL", "COLON", "DOT", "THEN", "ELSE", "IN", "BY", "NOT", "IF", "WHERE", "ON", "TO", "LPAR", "LSQB",
}  # fmt: skip
_CANNOT_BEGIN = (_OPERATORS - {"MINUS"}) | {
    "COMMA", "EQUAL", "COLON", "DOT", "THEN", "ELSE", "IN", "BY", "WHERE", "ON", "TO", "RPAR", "RSQB", "UNTIL", "FROM",
    "NEXT", "FIXED", "REPEAT", "SORTED", "AFTER", "UNCOUNTABLE", "KNOWN", "TRIPLE", "LBRACE",
}  # fmt: skip
# Words that begin statements and that no expression holds: on a new line they end an open bracket.
_BEGINS = frozenset(
    word.upper()
    for word in (*SECTIONS, *TOP_LEVEL, *RULE_KINDS, "with", "when", "step", "replace", "hide", "say", "expect",
                 "always", "unknown")
)  # fmt: skip
_OPENERS = {"LPAR": "RPAR", "LSQB": "RSQB", "LBRACE": "RBRACE"}
_CLOSERS = frozenset(_OPENERS.values())
_SIGN = {"RPAR": ")", "RSQB": "]", "RBRACE": "}"}
_OPEN_A_SECTION = frozenset(word.upper() for word in BLOCK_SECTIONS - {"test"})


@dataclass(slots=True)
class Statement:
    """Words up to the end of a statement, and the block that follows them, if one does."""

    tokens: list[Token] = field(default_factory=list)
    body: list[Statement] | None = None
    opened: Token | None = None
    closed: Token | None = None
    broken: bool = False
    """Something in it was reported already, so that a parse error of it would be an echo."""

    @property
    def keyword(self) -> str:
        """The type of its first word."""
        return self.tokens[0].type if self.tokens else ""

    @property
    def head(self) -> Span:
        """Where its words stand, without its block."""
        return self.tokens[0].span.to(self.tokens[-1].span)

    @property
    def span(self) -> Span:
        """Where it stands, with its block."""
        end = self.closed or (self.body[-1].tokens[-1] if self.body and self.body[-1].tokens else self.opened)
        return self.head.to(end.span) if end is not None else self.head


def split(tokens: list[Token]) -> list[Statement]:
    """The statements of a file. What is wrong is reported to the reading of the tokens."""
    return _Splitter(tokens).run()


class _Splitter:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.root = Statement(body=[])
        self.blocks = [self.root]
        self.current: Statement | None = None
        self.brackets: list[Token] = []

    def run(self) -> list[Statement]:
        for index, token in enumerate(self.tokens):
            self._place(token, index)
        self._drop_brackets()
        # A story that is never closed swallowed the braces too.
        if not (self.tokens and any(isinstance(d, UnclosedStory) for d in self.tokens[0].reading.diagnostics)):
            for block in self.blocks[1:]:
                self._unclosed(block)
        return self.root.body or []

    def _peek(self, index: int, ahead: int = 1) -> str:
        return self.tokens[index + ahead].type if index + ahead < len(self.tokens) else ""

    def _place(self, token: Token, index: int) -> None:
        if self.brackets:
            if self._begins_anew(token, index):
                self._drop_brackets()
                self.current = None
            elif token.type in _CLOSERS and self._close_bracket(token):
                return
        if not self.brackets:
            if token.type == "RBRACE":
                self._close_block(token)
                return
            if self._opens_higher(token, index):
                self._close_until(token)
            if token.first and self.current is not None and not self._continues(token, index):
                self.current = None
            if token.type == "LBRACE" and self._opens_block():
                self._open_block(token)
                return
            if token.type in _CLOSERS:
                token.reading.diagnostics.append(errors.StrayClose(token.span, found=token.text))
                if self.current is not None:
                    self.current.broken = True
                return
        self._append(token)

    def _append(self, token: Token) -> None:
        if self.current is None:
            self.current = Statement()
            assert self.blocks[-1].body is not None
            self.blocks[-1].body.append(self.current)
        if len(self.current.tokens) == MAX_WORDS:
            if not self.current.broken:
                first = self.current.tokens[0]
                token.reading.diagnostics.append(errors.StatementTooLong(first.span, limit=MAX_WORDS))
            self.current.broken = True
        else:
            self.current.tokens.append(token)
        if token.type in _OPENERS:
            self.brackets.append(token)
            if len(self.brackets) == MAX_DEPTH + 1 and not self.current.broken:
                token.reading.diagnostics.append(errors.TooDeep(token.span, limit=MAX_DEPTH))
                self.current.broken = True

    # ---------------------------------------------------------------------------------- lines

    def _continues(self, token: Token, index: int) -> bool:
        """Whether a token that begins a line goes on with the statement of the line before."""
        assert self.current is not None
        last, kind = self.current.tokens[-1], token.type
        in_table = self.blocks[-1].keyword == "TABLE"
        follows = self._peek(index)
        names = kind == "NAME" or token.text.isalpha()
        if names and follows in ("EQUAL", "COLON") and last.type != "COMMA":
            return len(self.current.tokens) == 1 and last.type in _BEGINS
        if last.type in _CANNOT_END or kind in _CANNOT_BEGIN:
            return True
        if kind in ("STRING", "MINUS"):
            return not in_table
        if kind == "WHEN":
            return self.blocks[-1].keyword == "MISTAKES"
        if kind == "DISTINCT":
            return follows != "LPAR"
        if kind == "LPAR":
            return self.current.keyword == "ASK"
        # A lone word that begins statements waits for the rest of its own.
        return len(self.current.tokens) == 1 and last.type in _BEGINS and kind not in _BEGINS

    def _begins_anew(self, token: Token, index: int) -> bool:
        """Whether a token inside brackets plainly begins another statement, so that a bracket is missing."""
        if not token.first or self.current is None:
            return False
        if token.type in _BEGINS:
            return self._peek(index) != "COLON"
        last = self.current.tokens[-1]
        follows = self._peek(index)
        return token.type == "NAME" and follows in ("EQUAL", "COLON") and last.type not in _CANNOT_END | {"LBRACE"}

    # ------------------------------------------------------------------------------- brackets

    def _close_bracket(self, token: Token) -> bool:
        """Closes the innermost bracket if it is of this kind; returns whether the token was used up."""
        if _OPENERS[self.brackets[-1].type] == token.type:
            self.brackets.pop()
            self._append(token)
            return True
        if any(_OPENERS[bracket.type] == token.type for bracket in self.brackets):
            while _OPENERS[self.brackets[-1].type] != token.type:
                self._unclosed_bracket(self.brackets.pop())
            self.brackets.pop()
            self._append(token)
            return True
        if token.type == "RBRACE":  # it closes the block around the statement
            self._drop_brackets()
            return False
        token.reading.diagnostics.append(errors.StrayClose(token.span, found=token.text))
        if self.current is not None:
            self.current.broken = True
        return True

    def _drop_brackets(self) -> None:
        # One report for all: the innermost is the likeliest to be meant.
        if self.brackets:
            self._unclosed_bracket(self.brackets[-1])
            self.brackets.clear()

    def _unclosed_bracket(self, bracket: Token) -> None:
        if self.current is None or not self.current.broken:
            closer = _SIGN[_OPENERS[bracket.type]]
            found = errors.UnclosedBracket(bracket.span, bracket=bracket.text, closer=closer)
            bracket.reading.diagnostics.append(found)
        if self.current is not None:
            self.current.broken = True

    # --------------------------------------------------------------------------------- blocks

    def _opens_block(self) -> bool:
        if self.current is None:
            return True
        tokens = self.current.tokens
        if len(tokens) == 2 and tokens[1].type == "COLON" and tokens[0].type in _OPEN_A_SECTION:
            return True  # `given: {`
        return tokens[-1].type not in _CANNOT_END

    def _open_block(self, token: Token) -> None:
        if self.current is None:
            self._append(token)  # a block of nothing: the brace alone stands for its head
            assert self.current is not None
            self.brackets.clear()
        block = self.current
        if len(self.blocks) > MAX_DEPTH:
            if not block.broken:
                token.reading.diagnostics.append(errors.TooDeep(token.span, limit=MAX_DEPTH))
            block.broken = True
        block.body, block.opened = [], token
        self.blocks.append(block)
        self.current = None

    def _close_block(self, token: Token) -> None:
        self.current = None
        if len(self.blocks) == 1:
            token.reading.diagnostics.append(errors.StrayClose(token.span, found=token.text))
            return
        self.blocks.pop().closed = token

    def _opens_higher(self, token: Token, index: int) -> bool:
        """Whether a section or a problem begins here though a section is still open."""
        if len(self.blocks) == 1 or not token.first:
            return False
        follows = self._peek(index)
        if token.type == "PROBLEM":
            return follows == "NAME" and self._peek(index, 2) == "LBRACE"
        if self.blocks[-1].keyword == "PROBLEM" or all(block.keyword != "PROBLEM" for block in self.blocks):
            return False
        if token.type == "STORY":
            return follows == "TRIPLE"
        return token.type in _OPEN_A_SECTION and follows == "LBRACE"

    def _close_until(self, token: Token) -> None:
        while len(self.blocks) > 1 and not (token.type != "PROBLEM" and self.blocks[-1].keyword == "PROBLEM"):
            self._unclosed(self.blocks.pop())
        self.current = None

    def _unclosed(self, block: Statement) -> None:
        assert block.opened is not None
        name = block.tokens[0].text
        block.opened.reading.diagnostics.append(errors.UnclosedBrace(block.opened.span, block=name))
