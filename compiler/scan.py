"""Cuts the text of a file into words (tokens), strings, comments and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mspec.compiler import ast
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors import syntax_words as errors
from mspec.compiler.keywords import RESERVED, token_type
from mspec.compiler.source import Span

MAX_DIGITS = 50

SIGNS = {
    "==": "EQ", "!=": "NE", "<=": "LE", ">=": "GE", "<": "LT", ">": "GT", "..": "DOTS", ".": "DOT", ",": "COMMA",
    ":": "COLON", "=": "EQUAL", "+": "PLUS", "-": "MINUS", "*": "STAR", "/": "SLASH", "^": "CARET", "(": "LPAR",
    ")": "RPAR", "[": "LSQB", "]": "RSQB", "{": "LBRACE", "}": "RBRACE",
}  # fmt: skip

# What other languages write, and what it is here. The token is made as if it had been written right.
FOREIGN = {
    "**": "^", "&&": "and", "||": "or", "<>": "!=", "=<": "<=", "=>": ">=", "≤": "<=", "≥": ">=", "≠": "!=", "×": "*",
    "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "…": "..", "!": "not",
}  # fmt: skip

_LETTER = "A-Za-z°µμΩÅ"
_PIECE = re.compile(rf"(?P<word>[{_LETTER}]+)(?:\^-?[0-9]{{1,2}})?(?![A-Za-z0-9_])")
_GLUED = re.compile(rf"[{_LETTER}_][A-Za-z0-9_°µ/^*]*")
_EXPONENT = re.compile(r"[eE][+-]?[0-9]")
_MASTER = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>\#[^\n]*)
  | (?P<triple>\"\"\")
  | (?P<string>"(?:[^"\\\n]|\\[^\n])*")
  | (?P<unclosed>"[^\n]*)
  | (?P<number>[$€£¥]?[0-9]+(?:\.[0-9]+)?)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<foreign>\*\*|&&|\|\||<>|=<|=>|[≤≥≠×·⋅÷−–…]|!(?!=))
  | (?P<sign>==|!=|<=|>=|\.\.|[-+*/^(){}\[\],:=<>.])
  | (?P<symbol>[°µμΩÅ][A-Za-z°µμΩÅ]*|[$€£¥])
  | (?P<quote>'[^'\n]*'|[“”„][^“”\n]*[“”])
  | (?P<slashes>;)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(slots=True)
class Reading:
    """One text being read: under which name spans refer to it, and what was found wrong so far."""

    name: str
    diagnostics: list[Diagnostic] = field(default_factory=list)


class Token:
    """A word of the source: `type` is a terminal of the grammar. `first` when it begins its line."""

    __slots__ = ("end", "first", "reading", "start", "text", "type")

    def __init__(self, type: str, text: str, start: int, end: int, reading: Reading, first: bool = False) -> None:
        self.type, self.text, self.start, self.end = type, text, start, end
        self.reading, self.first = reading, first

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.reading.name, self.start, self.end)

    def __repr__(self) -> str:
        return f"Token({self.type}, {self.text!r})"


class Scanner:
    """Reads the words of one text. `comments` and the diagnostics of `reading` fill as it goes."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text, self.reading = text, reading
        self.comments: list[ast.Comment] = []

    def span(self, start: int, end: int) -> Span:
        """A span of the text read."""
        return Span(self.reading.name, start, end)

    def report(self, diagnostic: Diagnostic) -> None:
        """Notes something that cannot be read."""
        self.reading.diagnostics.append(diagnostic)

    def tokens(self) -> Iterator[Token]:
        """All words, in order. A character that means nothing is reported and left out."""
        text, position, first = self.text, 0, True
        before: Token | None = None
        while position < len(text):
            match = _MASTER.match(text, position)
            assert match is not None  # the last alternative takes any character
            kind, start, end = match.lastgroup, position, match.end()
            position = end
            if kind == "space":
                first = first or "\n" in match.group()
                continue
            if kind == "comment":
                comment = text[start + 1 : end].strip()
                self.comments.append(ast.Comment(comment, first, span=self.span(start, end)))
                continue
            token = self._token(kind or "other", match.group(), start, end, before)
            if token is None:
                continue
            token.first, first = first, False
            position = token.end
            yield token
            before = token

    def _token(self, kind: str, found: str, start: int, end: int, before: Token | None) -> Token | None:
        match kind:
            case "sign":
                return Token(SIGNS[found], found, start, end, self.reading)
            case "word":
                return self._word(found, start, end, before)
            case "number":
                return self._number(found, start, end)
            case "string":
                return Token("STRING", found, start, end, self.reading)
            case "unclosed":
                self.report(errors.UnclosedString(self.span(start, end)))
                # A backslash before the line's end would take the quote that is put in.
                return Token("STRING", found.rstrip("\\") + '"', start, end, self.reading)
            case "triple":
                return self._story(start)
            case "symbol":
                return Token("SYMBOL", found, start, end, self.reading)
            case "quote":
                self.report(errors.QuoteStyle(self.span(start, end), inner=found[1:-1]))
                inner = found[1:-1].replace("\\", "").replace('"', "")
                return Token("STRING", f'"{inner}"', start, end, self.reading)
            case "foreign":
                meant = FOREIGN[found]
                self.report(errors.ForeignOperator(self.span(start, end), found=found, meant=meant))
                return Token(SIGNS.get(meant, meant.upper()), meant, start, end, self.reading)
        if found == ";":
            self.report(errors.Semicolon(self.span(start, end)))
            return None
        shown = found if found.isprintable() else f"U+{ord(found):04X}"
        # A run of the same nonsense is one error: a binary file must not give a thousand.
        last = self.reading.diagnostics[-1] if self.reading.diagnostics else None
        if not (isinstance(last, errors.BadCharacter) and last.span.end == start):
            self.report(errors.BadCharacter(self.span(start, end), found=shown))
        else:
            self.reading.diagnostics[-1] = errors.BadCharacter(last.span.to(self.span(start, end)), found=last.found)
        return None

    def _word(self, word: str, start: int, end: int, before: Token | None) -> Token:
        if word.startswith("_"):
            self.report(errors.BadName(self.span(start, end), found=word))
            return Token("NAME", word, start, end, self.reading)
        # After a dot stands a column or an attribute, which may be any word.
        kind = "NAME" if before is not None and before.type == "DOT" else token_type(word)
        if before is not None and before.type == "UNIT" and before.first:
            symbol = self._unit(start)
            if symbol > start:
                return Token("SYMBOL", self.text[start:symbol], start, symbol, self.reading)
        return Token(kind, word, start, end, self.reading)

    def _unit(self, start: int) -> int:
        """The end of the unit token at `start`, or `start` if there is none."""
        end = start
        at = start
        while piece := _PIECE.match(self.text, at):
            if piece["word"] in RESERVED and piece["word"] != "min":
                break
            if piece["word"] == "min" and self.text[piece.end() : piece.end() + 1] == "(":
                break
            end = piece.end()
            if self.text[end : end + 1] not in ("*", "/"):
                break
            at = end + 1
        return end

    def _number(self, digits: str, start: int, end: int) -> Token:
        text = self.text
        after = text[end : end + 1]
        if sum(char.isdigit() for char in digits) > MAX_DIGITS:
            self.report(errors.NumberTooLong(self.span(start, end), limit=MAX_DIGITS))
            digits = "1"
        if after == "%" and not digits.startswith(("$", "€", "£", "¥")):
            return Token("NUMBER", digits + "%", start, end + 1, self.reading)
        if after == "_" or _EXPONENT.match(text, end):
            rest = re.compile(r"[0-9A-Za-z_]*(?:(?<=[eE])[+-][0-9]+)?").match(text, end)
            stop = rest.end() if rest else end
            self.report(errors.BadNumber(self.span(start, stop), found=text[start:stop][:60]))
            return Token("NUMBER", digits, start, stop, self.reading)
        if after == "." and text[end + 1 : end + 2] != ".":
            self.report(errors.BadNumber(self.span(start, end + 1), found=text[start : end + 1][:60]))
            return Token("NUMBER", digits, start, end + 1, self.reading)
        if digits[0] in "$€£¥" and re.compile(r",[0-9]{3}(?![0-9])").match(text, end):
            self.report(errors.BadNumber(self.span(start, end + 4), found=text[start : end + 4][:60]))
            return Token("NUMBER", digits, start, end + 4, self.reading)
        if glued := _GLUED.match(text, end):
            unit = glued.group()
            self.report(errors.UnitWithoutSpace(self.span(start, glued.end()), number=digits, unit=unit))
            return Token("NUMBER", digits, start, glued.end(), self.reading)
        if after == " ":
            first = end + (3 if text.startswith("1/", end + 1) else 1)  # `3 1/cm`: three for each centimetre
            unit_end = self._unit(first)
            if unit_end > first:
                spelling = digits + " " + text[end + 1 : unit_end]
                return Token("NUMBER", spelling, start, unit_end, self.reading)
        return Token("NUMBER", digits, start, end, self.reading)

    def _story(self, start: int) -> Token:
        close = self.text.find('"""', start + 3)
        if close < 0:
            self.report(errors.UnclosedStory(self.span(start, start + 3)))
            return Token("TRIPLE", self.text[start:] + '"""', start, len(self.text), self.reading)
        return Token("TRIPLE", self.text[start : close + 3], start, close + 3, self.reading)
