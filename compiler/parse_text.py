"""Texts: what stands in quotes and in stories, with its holes.

Positions are kept through escapes and joined lines, so that what is wrong in a hole is shown where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from mspec.compiler import ast
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors import syntax as errors
from mspec.compiler.errors import syntax_text as text_errors
from mspec.compiler.keywords import AUXILIARIES, KEYWORDS, PERSON_FORMS, RESERVED
from mspec.compiler.scan import Reading, Scanner, Token
from mspec.compiler.source import Span

MAX_HOLE_DEPTH = 12

_NAME = r"[A-Za-z][A-Za-z0-9_]*"
_REFERENCE = rf"{_NAME}(?:\s*\.\s*{_NAME}|\s*\[[^\[\]]*\])*"
_VERB = r"[A-Za-z]+(?:['’-][A-Za-z]+)*"
_FORM = r"(?:\s*:\s*(?P<form>[A-Za-z0-9]+))?"
_COUNTED = re.compile(rf"(?P<count>{_REFERENCE}){_FORM}\s+of\s+(?P<noun>{_NAME})(?:\s+(?P<verb>{_VERB}))?")
_ARTICLE = re.compile(rf"(?P<article>[Aa]n?)\s+(?P<value>{_REFERENCE}){_FORM}")
_PERSON = re.compile(rf"(?P<person>{_NAME})\s*\.\s*(?P<form>{_NAME})(?:\s+(?P<verb>{_VERB}))?")
_AUXILIARY = re.compile(rf"(?P<auxiliary>{_NAME})\s+(?!of\b)(?P<rest>\S.*)", re.DOTALL)
_VALUE = re.compile(rf"(?P<value>{_REFERENCE}){_FORM}")
_TEX = re.compile(r"\\[A-Za-z]+$")
_ESCAPES = {'"': '"', "\\": "\\", "n": "\n"}


@dataclass(slots=True)
class Chars:
    """Characters as they mean, each with its place in the source; `offsets` has one more, for the end."""

    text: str
    offsets: list[int]
    reading: Reading

    def span(self, start: int, end: int) -> Span:
        """Where characters stand in the source."""
        return Span(self.reading.name, self.offsets[start], max(self.offsets[start], self.offsets[end]))

    def report(self, diagnostic: Diagnostic) -> None:
        """Notes what is wrong."""
        self.reading.diagnostics.append(diagnostic)


# ---------------------------------------------------------------------------------------------- decoding


def decode(token: Token) -> Chars:
    """The characters of a text in quotes, without its escapes."""
    raw, at = token.text[1:-1], token.start + 1
    text: list[str] = []
    offsets: list[int] = []
    index = 0
    while index < len(raw):
        offsets.append(at + index)
        char = raw[index]
        if char == "\\" and index + 1 < len(raw):
            escaped = _ESCAPES.get(raw[index + 1])
            if escaped is not None:
                char = escaped
                index += 1
            else:
                span = Span(token.reading.name, at + index, at + index + 2)
                token.reading.diagnostics.append(text_errors.BadEscape(span, found=raw[index : index + 2]))
        text.append(char)
        index += 1
    offsets.append(at + len(raw))
    return Chars("".join(text), offsets, token.reading)


def word_of(token: Token) -> str:
    """The plain characters of a text in quotes."""
    return decode(token).text


def text_of(token: Token) -> ast.Text:
    """A text in quotes, with its holes."""
    chars = decode(token)
    if not chars.text.strip():
        chars.report(text_errors.EmptyText(token.span))
    return _Parser(chars).whole()


def story_of(token: Token) -> tuple[ast.Sentence, ...]:
    """The sentences of a story: one a line; a line indented deeper than the first goes on with the one before."""
    raw, at = token.text[3:-3], token.start + 3
    sentences: list[Chars] = []
    margin: int | None = None
    start = 0
    for line in raw.split("\n"):
        stripped = line.strip()
        begin = start + len(line) - len(line.lstrip())
        indent = len(line[: begin - start].expandtabs(4))
        if stripped:
            piece = list(range(at + begin, at + begin + len(stripped)))
            if sentences and margin is not None and indent > margin:
                last = sentences[-1]
                last.text += " " + stripped
                # The old end mark becomes the place of the space that joins.
                last.offsets += [*piece, at + begin + len(stripped)]
            else:
                sentences.append(Chars(stripped, [*piece, at + begin + len(stripped)], token.reading))
            # A sentence on the line of the opening quotes has no indentation to compare with.
            if start > 0 and margin is None:
                margin = indent
        start += len(line) + 1
    return tuple(ast.Sentence(_Parser(chars).whole(), span=chars.span(0, len(chars.text))) for chars in sentences)


# ----------------------------------------------------------------------------------------------- parsing


class _Parser:
    """Recursive descent over one text; recursion is bounded by `MAX_HOLE_DEPTH`."""

    def __init__(self, chars: Chars) -> None:
        self.chars, self.text = chars, chars.text
        self.at = 0
        self.depth = 0
        self.tex_end = -1
        self.stopped = False
        """Whether the rest was given up, so that what is not closed is no second error."""

    def whole(self) -> ast.Text:
        parts = self._parts(in_quotes=False)
        while self.at < len(self.text):  # an {else} or {end} without its {if}
            close = self.text.index("}", self.at) + 1
            found = self.text[self.at + 1 : close - 1].strip()
            self.chars.report(text_errors.ElseWithoutIf(self.chars.span(self.at, close), found=found))
            self.at = close
            parts += self._parts(in_quotes=False)
        return _joined(parts)

    def _parts(self, in_quotes: bool) -> list[ast.Part]:
        """Parts up to the end, an `{else}` or `{end}` (left standing), or in an untold form its closing quote."""
        parts: list[ast.Part] = []
        start, plain = self.at, ""

        def flush(end: int) -> None:
            if plain:
                parts.append(ast.Literal_(plain, span=self.chars.span(start, end)))

        while self.at < len(self.text):
            char = self.text[self.at]
            if char == '"' and in_quotes:
                break
            if char in "{}" and self.text[self.at + 1 : self.at + 2] == char:
                plain += char
                self.at += 2
                continue
            if char == "{":
                if re.compile(r"\{\s*(else|end)\s*\}").match(self.text, self.at):
                    break
                flush(self.at)
                tex = _TEX.search(plain)
                part = self._hole(tex.group() if tex else "")
                if part is not None:
                    parts.append(part)
                start, plain = self.at, ""
                continue
            if char == "}":
                self.chars.report(text_errors.StrayBrace(self.chars.span(self.at, self.at + 1)))
                self.at += 1
                continue
            stop = self._plain_end(in_quotes)
            plain += self.text[self.at : stop]
            self.at = stop
        flush(self.at)
        return parts

    def _plain_end(self, in_quotes: bool) -> int:
        match = re.compile(r'[{}"]' if in_quotes else r"[{}]").search(self.text, self.at)
        return match.start() if match else len(self.text)

    def _hole(self, tex: str) -> ast.Part | None:
        opened = self.at
        if self.depth >= MAX_HOLE_DEPTH:
            self.chars.report(errors.TooDeep(self.chars.span(opened, opened + 1), limit=MAX_HOLE_DEPTH))
            self.at = len(self.text)
            self.stopped = True
            return None
        self.depth += 1
        try:
            if re.compile(r"\{\s*if\b").match(self.text, opened):
                return self._choice(opened)
            match = re.compile(r"[^{}|\"]*").match(self.text, opened + 1)
            assert match is not None
            stop = match.end()
            mark = self.text[stop : stop + 1]
            if mark not in ("}", "|"):
                self.chars.report(text_errors.UnclosedHole(self.chars.span(opened, opened + 1)))
                # A hole rarely holds a space but in its middle: read on after the brace.
                self.at = opened + 1
                return None
            untold: ast.Text | None = None
            self.at = stop
            if mark == "|":
                self.at += 1
                untold = self._untold(opened)
                if untold is None:
                    return None
            self.at += 1
            if tex:
                self.chars.report(text_errors.HoleAfterTex(self.chars.span(opened, self.at), command=tex))
            if tex or opened == self.tex_end:
                self.tex_end = self.at  # a second argument of the same command is no second error
                return None
            return self._read_hole(opened, stop, untold)
        finally:
            self.depth -= 1

    def _untold(self, opened: int) -> ast.Text | None:
        """What stands between `|` and `}`; leaves the position at the brace. None if it is not closed."""
        self._skip_space()
        if self.text[self.at : self.at + 1] == '"':
            self.at += 1
            parts = self._parts(in_quotes=True)
            self.at += 1
            self._skip_space()
        else:
            end = self.text.find("}", self.at)
            end = len(self.text) if end < 0 else end
            words = self.text[self.at : end].rstrip()
            parts = [ast.Literal_(words, span=self.chars.span(self.at, self.at + len(words)))] if words else []
            self.at = end
        if self.text[self.at : self.at + 1] != "}":
            if not self.stopped:
                self.chars.report(text_errors.UnclosedHole(self.chars.span(opened, opened + 1)))
            return None
        return _joined(parts)

    def _skip_space(self) -> None:
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    # ------------------------------------------------------------------------------- choices

    def _choice(self, opened: int) -> ast.Part | None:
        close = self._balanced_close(opened)
        if close is None:
            self.chars.report(text_errors.UnclosedHole(self.chars.span(opened, opened + 1)))
            self.at = opened + 1
            return None
        begin = self.text.index("if", opened) + 2
        condition = self._expression("expr", begin, close)
        self.at = close + 1
        then = _joined(self._parts(in_quotes=False))
        otherwise: ast.Text = ()
        if self._word_hole() == "else":
            self.at = self.text.index("}", self.at) + 1
            otherwise = _joined(self._parts(in_quotes=False))
        if self._word_hole() != "end":
            if not self.stopped:
                self.chars.report(text_errors.IfWithoutEnd(self.chars.span(opened, close + 1)))
            return None
        self.at = self.text.index("}", self.at) + 1
        if condition is None:
            return None
        return ast.IfHole(condition, then, otherwise, span=self.chars.span(opened, self.at))

    def _word_hole(self) -> str:
        match = re.compile(r"\{\s*(else|end)\s*\}").match(self.text, self.at)
        return match[1] if match else ""

    def _balanced_close(self, opened: int) -> int | None:
        """The brace that closes the one at `opened`; a condition may hold sets and quoted words."""
        level = 0
        for match in re.compile(r'[{}]|"[^"]*"').finditer(self.text, opened):
            if match.group() == "{":
                level += 1
            elif match.group() == "}":
                level -= 1
                if level == 0:
                    return match.start()
        return None

    # --------------------------------------------------------------------------------- holes

    def _read_hole(self, opened: int, stop: int, untold: ast.Text | None) -> ast.Part | None:
        span = self.chars.span(opened, self.at)
        begin = opened + 1
        while begin < stop and self.text[begin].isspace():
            begin += 1
        inner = self.text[begin:stop].rstrip()
        errors_before = len(self.chars.reading.diagnostics)
        part: ast.Part | None = None
        if (match := _AUXILIARY.fullmatch(inner)) and match["auxiliary"].lower() in AUXILIARIES:
            part = self._auxiliary(match["auxiliary"], begin + match.start("rest"), match["rest"], untold, span)
        elif match := _COUNTED.fullmatch(inner):
            part = self._counted(begin, match, untold, span)
        elif match := _ARTICLE.fullmatch(inner):
            value = self._reference(begin + match.start("value"), begin + match.end("value"))
            if value is not None:
                part = ast.ArticleHole(value, match["article"][0] == "A", untold, match["form"] or "", span=span)
        elif (match := _PERSON.fullmatch(inner)) and match["form"].lower() in PERSON_FORMS:
            part = self._person(begin, match, untold, span)
        elif match := _VALUE.fullmatch(inner):
            value = self._reference(begin + match.start("value"), begin + match.end("value"))
            if value is not None:
                part = ast.ValueHole(value, match["form"] or "", untold, span=span)
        if part is None and len(self.chars.reading.diagnostics) == errors_before:
            found = inner if len(inner) <= 40 else inner[:37] + "…"
            self.chars.report(text_errors.MalformedHole(span, found=found, reason=_reason(inner)))
        return part

    def _counted(
        self, begin: int, match: re.Match[str], untold: ast.Text | None, span: Span
    ) -> ast.CountedHole | None:
        count = self._reference(begin + match.start("count"), begin + match.end("count"))
        noun = self._name(match["noun"], begin + match.start("noun"))
        if count is None or not noun:
            return None
        return ast.CountedHole(count, match["noun"], match["verb"] or "", untold, match["form"] or "", span=span)

    def _person(self, begin: int, match: re.Match[str], untold: ast.Text | None, span: Span) -> ast.PersonHole | None:
        if untold is not None or not self._name(match["person"], begin):
            return None
        form = match["form"]
        return ast.PersonHole(match["person"], form.lower(), form[0].isupper(), match["verb"] or "", span=span)

    def _auxiliary(
        self, auxiliary: str, at: int, rest: str, untold: ast.Text | None, span: Span
    ) -> ast.PersonHole | ast.AuxiliaryHole | None:
        if match := _COUNTED.fullmatch(rest):
            if match["verb"]:
                return None
            inner = self.chars.span(at, at + len(rest))
            counted = self._counted(at, match, untold, inner)
            return ast.AuxiliaryHole(auxiliary, counted, span=span) if counted is not None else None
        if untold is not None:
            return None
        if (match := _PERSON.fullmatch(rest)) and match["form"].lower() in PERSON_FORMS and not match["verb"]:
            form = match["form"]
            if not self._name(match["person"], at):
                return None
            return ast.PersonHole(match["person"], form.lower(), form[0].isupper(), "", auxiliary, span=span)
        if re.fullmatch(_NAME, rest) and self._name(rest, at):
            return ast.PersonHole(rest, auxiliary=auxiliary, span=span)
        return None

    def _name(self, word: str, at: int) -> bool:
        """Whether a word can be a name; reports it if not."""
        if word not in RESERVED:
            return True
        kind = errors.ReservedName if word in KEYWORDS else errors.BuiltinName
        self.chars.report(kind(self.chars.span(at, at + len(word)), word=word))
        return False

    def _reference(self, start: int, end: int) -> ast.Name | ast.Field | ast.Index | None:
        found = self._expression("reference", start, end)
        return found if isinstance(found, (ast.Name, ast.Field, ast.Index)) else None

    def _expression(self, grammar_start: str, start: int, end: int) -> Any:
        """Parses characters as an expression, with spans in the source."""
        from mspec.compiler.statement import read_statement  # the statement parser reads texts with this module

        if re.compile(_NAME).fullmatch(self.text, start, end) and self.text[start:end] not in RESERVED:
            return ast.Name(self.text[start:end], span=self.chars.span(start, end))
        apart = Reading(self.chars.reading.name)
        scanner = Scanner(self.text[start:end], apart)
        tokens = list(scanner.tokens())
        broken = bool(apart.diagnostics)
        for found in apart.diagnostics:
            self.chars.report(replace(found, span=self.chars.span(start + found.span.start, start + found.span.end)))
        for token in tokens:
            place = self.chars.span(start + token.start, start + token.end)
            token.start, token.end, token.reading = place.start, place.end, self.chars.reading
        if not tokens:
            place = self.chars.span(start, end)
            self.chars.report(text_errors.MalformedHole(place, found="if", reason="a condition is expected"))
            return None
        return read_statement(grammar_start, tokens, broken)


def _joined(parts: list[ast.Part]) -> ast.Text:
    """Parts with neighbouring literals made one (an error between them leaves such)."""
    joined: list[ast.Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, ast.Literal_) and isinstance(last, ast.Literal_):
            joined[-1] = ast.Literal_(last.text + part.text, span=last.span.to(part.span))
        else:
            joined.append(part)
    return tuple(joined)


def _reason(inner: str) -> str:
    if not inner:
        return "empty; a brace itself is written twice"
    if any(sign in inner for sign in "+*/^=<>-"):
        return "a hole names one value; compute it in `steps`"
    if re.fullmatch(rf"{_NAME}\s+{_NAME}", inner):
        first, second = inner.split()
        return f"write `{{{first} of {second}}}` for a counted noun"
    return "none of the forms of a hole"
