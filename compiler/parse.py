"""Text to syntax tree. Never raises; what is wrong comes back as diagnostics, all of a file at once.

`scan` makes words, `split` makes statements and blocks, and each statement is parsed from its own start symbol of
`grammar/mspec.lark`. What is here knows which statements stand where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from mspec.compiler import ast
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors import syntax as errors
from mspec.compiler.errors.syntax_words import BadCharacter
from mspec.compiler.keywords import REPEATED_SECTIONS, RESERVED, RULE_ITEMS, RULE_KINDS, SECTIONS, TEST_ITEMS, TOP_LEVEL
from mspec.compiler.parse_text import story_of
from mspec.compiler.scan import Reading, Scanner, Token
from mspec.compiler.source import Source, Span
from mspec.compiler.split import Statement, split
from mspec.compiler.statement import read_statement

MAX_CHARACTERS = 400_000
MAX_ERRORS = 100
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Control characters, separators of lines that no editor shows, marks that turn the direction of text, and halves of
characters: what stands in a spec is what one sees, and a text can be printed on a terminal."""

_RULE_STARTS = {
    "with": "with_given", "when": "when", "step": "rule_step", "replace": "replace", "hide": "hide", "tell": "tell",
    "say": "say", "as": "as_text",
}  # fmt: skip
_TEST_STARTS = {"with": "bindings", "expect": "expect", "always": "always"}
_TOP_STARTS = {"use": "use", "unit": "unit", "def": "definition"}
_BODY_STARTS = {"meta": "entries", "given": "given", "require": "require", "mistakes": "mistake"}


def parse(source: Source) -> tuple[ast.File, tuple[Diagnostic, ...]]:
    """The syntax tree of a file and all that is wrong with it, in source order.

    Statements that cannot be read are left out of the tree. A file of more than a million characters is not
    read at all. Time is linear in the length of the text.
    """
    if len(source.text) > MAX_CHARACTERS:
        found = errors.FileTooLarge(source.span(0, 0), limit=MAX_CHARACTERS)
        return ast.File(1, (), span=source.span(0, 0)), (found,)
    return _FileParser(source).run()


class _TooMany(Exception):
    """Enough errors were found."""


class _FileParser:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.reading = Reading(source.name)
        self.version = 1
        self.items: list[ast.Item] = []

    def run(self) -> tuple[ast.File, tuple[Diagnostic, ...]]:
        scanner = Scanner(self.source.text, self.reading)
        tokens = list(scanner.tokens())
        self._only_seen()
        self.places = sorted((found.span.start, found.span.end) for found in self.reading.diagnostics)
        statements = split(tokens)
        try:
            for index, statement in enumerate(statements):
                self._item(statement, first=index == 0)
        except _TooMany:
            pass
        span = self.source.span(0, len(self.source.text))
        file = ast.File(self.version, tuple(self.items), tuple(scanner.comments), span=span)
        found = sorted(self.reading.diagnostics, key=lambda diagnostic: diagnostic.span)
        if len(found) > MAX_ERRORS:
            found = [*found[:MAX_ERRORS], errors.TooManyErrors(found[MAX_ERRORS].span, limit=MAX_ERRORS)]
        return file, tuple(found)

    def _only_seen(self) -> None:
        """Nothing unseen stands in texts and comments; elsewhere the scanner refuses it."""
        known = {found.span.start for found in self.reading.diagnostics}
        for match in _UNSEEN.finditer(self.source.text):
            if match.start() not in known:
                found = f"U+{ord(match.group()[0]):04X}"
                self._report(BadCharacter(self.source.span(*match.span()), found=found))

    # ----------------------------------------------------------------------------- statements

    def _report(self, diagnostic: Diagnostic) -> None:
        self.reading.diagnostics.append(diagnostic)

    def _read(self, start: str, statement: Statement, block: bool = False) -> Any:
        """Parses the words of a statement; with `block`, its block is read by the caller."""
        if len(self.reading.diagnostics) > MAX_ERRORS:
            raise _TooMany
        if not block:
            self._no_block(statement)
        elif statement.body is None and not self._broken(statement):
            self._report(errors.MissingBlock(statement.head, found=statement.tokens[0].text))
        return read_statement(start, statement.tokens, self._broken(statement))

    def _broken(self, statement: Statement) -> bool:
        if not statement.broken and self.places:
            start, end = statement.head.start, statement.head.end
            statement.broken = any(start <= place <= end for place, _ in self.places)
        return statement.broken

    def _no_block(self, statement: Statement) -> None:
        if statement.body is not None and not self._broken(statement):
            assert statement.opened is not None
            found = statement.tokens[0].text
            self._report(errors.UnexpectedBlock(statement.opened.span, found=found))
            statement.broken = True

    def _bare_head(self, statement: Statement) -> bool:
        """Whether a section's head is its keyword alone and its block is there; reports it if not."""
        if self._broken(statement):
            return statement.body is not None
        if statement.body is None:
            self._report(errors.MissingBlock(statement.tokens[0].span, found=statement.tokens[0].text))
            return False
        if len(statement.tokens) > 1:
            token = statement.tokens[1]
            self._report(errors.UnexpectedWord(token.span, found=f"`{token.text[:30]}`", expected=("`{`",)))
        return True

    # ------------------------------------------------------------------------------ top level

    def _item(self, statement: Statement, first: bool) -> None:
        word = statement.tokens[0]
        readers: dict[str, Callable[[Statement], ast.Item | None]] = {
            "noun": self._noun, "table": self._table, "rule": self._rule_declaration, "problem": self._problem,
        }  # fmt: skip
        item: ast.Item | None = None
        if word.type == "MSPEC" and first:
            self._version(statement)
        elif word.text in _TOP_STARTS:
            item = self._read(_TOP_STARTS[word.text], statement)
        elif word.text in readers:
            item = readers[word.text](statement)
        elif self._broken(statement):
            pass
        elif word.text in SECTIONS:
            self._report(errors.OutsideProblem(word.span, found=word.text))
        else:
            found = word.text[:30]
            self._report(errors.UnknownItem(word.span, found=found, nearest=_nearest(found, TOP_LEVEL)))
        if item is not None:
            self.items.append(item)
        if len(self.reading.diagnostics) > MAX_ERRORS:
            raise _TooMany

    def _version(self, statement: Statement) -> None:
        number = self._read("version", statement)
        if number is None:
            return
        if number.spelling != "1":
            self._report(errors.UnsupportedVersion(number.span, found=number.spelling))
        self.version = 1

    def _noun(self, statement: Statement) -> ast.NounDecl | None:
        noun: ast.NounDecl | None = self._read("noun_head", statement, block=statement.body is not None)
        attributes: list[ast.MetaEntry] = []
        for line in statement.body or ():
            _name_keys(line.tokens)
            attributes += self._read("attributes", line) or ()
        return replace(noun, attributes=tuple(attributes), span=statement.span) if noun is not None else None

    def _table(self, statement: Statement) -> ast.TableDecl | None:
        table: ast.TableDecl | None = self._read("table_head", statement, block=True)
        rows = [row for line in statement.body or () if (row := self._read("row", line)) is not None]
        return replace(table, rows=tuple(rows), span=statement.span) if table is not None else None

    def _rule_declaration(self, statement: Statement) -> ast.RuleDecl | None:
        rule: ast.RuleDecl | None = self._read("rule_head", statement, block=True)
        body = self._rule_body(statement)
        return replace(rule, body=body, span=statement.span) if rule is not None else None

    # -------------------------------------------------------------------------------- problem

    def _problem(self, statement: Statement) -> ast.ProblemDecl | None:
        problem: ast.ProblemDecl | None = self._read("problem_head", statement, block=True)
        seen: dict[str, Span] = {}
        parts: dict[str, Any] = {}
        for section in statement.body or ():
            word = section.tokens[0]
            name = word.text
            if name not in SECTIONS:
                self._no_section(section)
                continue
            if name in seen and name not in REPEATED_SECTIONS:
                self._report(errors.DuplicateSection(word.span, section=name, first=seen[name]))
            seen.setdefault(name, word.span)
            self._section(section, name, parts)
        fields: dict[str, Any] = {
            name: value if isinstance(value, tuple) or value is None else tuple(value) for name, value in parts.items()
        }
        return replace(problem, **fields, span=statement.span) if problem is not None else None

    def _no_section(self, statement: Statement) -> None:
        word = statement.tokens[0]
        if self._broken(statement):
            return
        if word.text in TOP_LEVEL:
            self._report(errors.InsideProblem(word.span, found=word.text))
            return
        found = word.text[:30]
        self._report(errors.UnknownSection(word.span, found=found, nearest=_nearest(found, SECTIONS)))

    def _section(self, section: Statement, name: str, parts: dict[str, Any]) -> None:
        def more(key: str, values: Any) -> None:
            parts.setdefault(key, []).extend(values)

        match name:
            case "meta" | "given" | "require" | "mistakes":
                key = {"given": "givens", "require": "requires"}.get(name, name)
                more(key, self._lines(section, name))
            case "steps":
                more("steps", self._steps(section))
            case "story":
                parts.setdefault("story", self._story(section))
            case "tell":
                if told := self._read("tell", section):
                    more("tells", told.names)
            case "ask":
                if (asked := self._ask("ask", section)) is not None:
                    more("asks", [asked])
            case "hint":
                parts.setdefault("hint", self._read("hint", section))
            case "vary":
                more("rules", self._rules(section))
            case "test":
                more("tests", self._test(section))

    def _lines(self, section: Statement, name: str) -> list[Any]:
        found: list[Any] = []
        if not self._bare_head(section):
            return found
        for line in section.body or ():
            if name == "meta":
                _name_words(line.tokens)
                found += self._read("entries", line) or ()
            elif (node := self._read(_BODY_STARTS[name], line)) is not None:
                found.append(node)
        return found

    def _steps(self, section: Statement) -> list[ast.Step | ast.Unknown]:
        if not self._bare_head(section):
            return []
        found = []
        for line in section.body or ():
            node = self._read("unknown" if line.keyword == "UNKNOWN" else "step", line)
            if node is not None:
                found.append(node)
        return found

    def _story(self, section: Statement) -> tuple[ast.Sentence, ...]:
        kinds = [token.type for token in section.tokens]
        if kinds == ["STORY", "TRIPLE"]:
            self._no_block(section)
            return () if self._broken(section) else story_of(section.tokens[1])
        if not self._broken(section):
            if kinds[1:2] == ["TRIPLE"]:
                token = section.tokens[2]
                expected = ("the end of the line",)
                self._report(errors.UnexpectedWord(token.span, found=f"`{token.text[:30]}`", expected=expected))
            else:
                self._report(errors.StoryQuotes(section.tokens[1].span if len(kinds) > 1 else section.head))
        return ()

    def _ask(self, start: str, statement: Statement) -> ast.Ask | None:
        tokens = statement.tokens
        opening = next((i for i, token in enumerate(tokens) if token.type == "LPAR"), len(tokens))
        _name_words(tokens[opening:])
        ask: ast.Ask | None = self._read(start, statement)
        return ask

    def _test(self, statement: Statement) -> list[ast.Test]:
        title = self._read("test_head", statement, block=True)
        bindings: list[ast.Binding] = []
        claims: dict[str, list[ast.Expr]] = {"expect": [], "always": []}
        for line in statement.body or ():
            word = line.tokens[0].text
            if word not in _TEST_STARTS:
                self._unknown_statement(line, TEST_ITEMS)
                continue
            node = self._read(_TEST_STARTS[word], line)
            if node is None:
                continue
            if word == "with":
                bindings += node
            else:
                claims[word].append(node)
        if title is None:
            return []
        expects, always = tuple(claims["expect"]), tuple(claims["always"])
        return [ast.Test(title, tuple(bindings), expects, always, span=statement.span)]

    def _unknown_statement(self, statement: Statement, known: tuple[str, ...]) -> None:
        if self._broken(statement):
            return
        word = statement.tokens[0]
        found = word.text[:30]
        listed = ", ".join(known[:-1]) + " and " + known[-1]
        nearest = _nearest(found, known)
        self._report(errors.UnknownStatement(word.span, found=found, nearest=nearest, known=listed))

    # ---------------------------------------------------------------------------------- rules

    def _rules(self, section: Statement) -> list[ast.Rule]:
        if not self._bare_head(section):
            return []
        return [rule for line in section.body or () if (rule := self._rule(line)) is not None]

    def _rule(self, statement: Statement) -> ast.Rule | None:
        kind = statement.tokens[0].text
        if kind not in RULE_KINDS:
            if not self._broken(statement):
                found = kind[:30]
                span = statement.tokens[0].span
                self._report(errors.UnknownRuleKind(span, found=found, nearest=_nearest(found, RULE_KINDS)))
            return None
        if kind in ("fold", "apply", "chain"):
            alone: ast.Rule | None = self._read(kind, statement)
            return alone
        start = "distract" if kind == "distract" else "targeted"
        rule: ast.Rule | None = self._read(start, statement, block=True)
        body = self._rule_body(statement)
        return replace(rule, body=body, span=statement.span) if rule is not None else None

    def _rule_body(self, statement: Statement) -> tuple[ast.RuleItem, ...]:
        items: list[ast.RuleItem] = []
        for line in statement.body or ():
            word = line.tokens[0].text
            if word == "ask":
                item: Any = self._ask("rule_ask", line)
            elif word in _RULE_STARTS:
                item = self._read(_RULE_STARTS[word], line)
            else:
                self._unknown_statement(line, RULE_ITEMS)
                continue
            if item is not None:
                items.append(item)
        return tuple(items)


def _name_words(tokens: list[Token]) -> None:
    """Lets any word stand as a key or a value, as in meta and in the options of an answer."""
    for token in tokens:
        if token.text in RESERVED and token.type not in ("TRUE", "FALSE"):
            token.type = "NAME"


def _name_keys(tokens: list[Token]) -> None:
    """Lets any word stand as the key of an attribute."""
    for token, after in pairwise(tokens):
        if after.type == "COLON" and token.text in RESERVED:
            token.type = "NAME"


def _nearest(word: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")

