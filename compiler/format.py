"""The canonical layout of a file. Formatting twice changes nothing, and what is formatted means the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar, assert_never

from mspec.compiler import ast
from mspec.compiler.build.literals import terminates
from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.format_expr import format_arms, format_expr, format_text, format_type, quote
from mspec.compiler.layout import WIDTH, Block, Layout, Row
from mspec.compiler.parse import parse
from mspec.compiler.scan import Reading, Scanner
from mspec.compiler.source import Source
from mspec.compiler.split import Statement, split

__all__ = [
    "format_expr",
    "format_file",
    "format_item",
    "format_problem",
    "format_source",
    "format_text",
    "format_type",
    "quote",
]

_PAD_UP_TO = 24
_T = TypeVar("_T")


def format_source(source: Source) -> str:
    """The canonical layout of a file, with its comments and its single blank lines.

    Raises:
        MspecError: if the file cannot be parsed; what cannot be read cannot be laid out.
    """
    file, diagnostics = parse(source)
    if diagnostics:
        raise MspecError(diagnostics)
    statements = split(list(Scanner(source.text, Reading(source.name)).tokens()))
    rows: list[Row | Block] = []
    if statements and statements[0].keyword == "MSPEC":
        head = statements.pop(0)
        rows.append(Row("mspec 1", start=head.span.start, end=head.span.end))
    for item, statement in zip(file.items, statements, strict=True):
        rows.append(_item(item, statement))
    return Layout(source, file.comments).text(rows)


def format_file(file: ast.File) -> str:
    """A file in canonical layout, from its tree alone: spans and comments play no part."""
    rows: list[Row | Block] = [Row("mspec 1")]
    before: ast.Item | None = None
    for item in file.items:
        row = _item(item, None)
        # Declarations of one kind stand together.
        apart = before is not None and type(item) is not type(before)
        rows.append(Row(row.code, row.tail, loose=apart) if isinstance(row, Row) else row)
        before = item
    return Layout().text(rows)


def format_item(item: ast.Item) -> str:
    """One declaration in canonical layout, from its tree alone."""
    return Layout().text([_item(item, None)])


def format_problem(problem: ast.ProblemDecl) -> str:
    """A problem in canonical layout, from its tree alone."""
    return format_item(problem)


# ----------------------------------------------------------------------------------------------- places


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands in the source; all zero without one."""

    start: int = 0
    opened: int = 0
    closed: int = 0


def _place(statement: Statement | None) -> _Place:
    if statement is None:
        return _Place()
    opened = statement.opened.end if statement.opened else statement.head.end
    return _Place(statement.span.start, opened, statement.span.end)


def _block(head: str, rows: Sequence[Row | Block], statement: Statement | None, loose: bool = True) -> Block:
    place = _place(statement)
    return Block(head, tuple(rows), place.start, place.opened, place.closed, loose)


def _row(code: str, tail: str, node: ast.Syntax, loose: bool = False) -> Row:
    return Row(code, tail, node.span.start, node.span.end, loose)


# ------------------------------------------------------------------------------------------ declarations


def _item(item: ast.Item, statement: Statement | None) -> Row | Block:
    match item:
        case ast.Use(path):
            return _row(f"use {path}", "", item)
        case ast.NounDecl():
            return _noun(item, statement)
        case ast.TableDecl():
            columns = (f"{c.name} : {format_type(c.type)}{' known' if c.known else ''}" for c in item.columns)
            return _block(f"table {item.name}({', '.join(columns)})", _table_rows(item.rows, statement), statement)
        case ast.UnitDecl():
            return _row(_unit(item), "", item)
        case ast.Def():
            parameters = ", ".join(f"{p.name} : {format_type(p.type)}" for p in item.parameters)
            head = f"def {item.name}({parameters}) = " if parameters else f"def {item.name} = "
            return _row(_code(head, item.value, 0), "", item)
        case ast.RuleDecl():
            kind = "" if item.kind == "insert" else item.kind + " "
            target = f" on {item.target.name} : {format_type(item.target.type)}" if item.target is not None else ""
            return _block(f"rule {kind}{item.name}{target}", _rule_rows(item.body, 2), statement)
        case ast.ProblemDecl():
            return _block(f"problem {item.name}", _sections(item, statement), statement)
        case _:
            assert_never(item)


def _noun(noun: ast.NounDecl, statement: Statement | None) -> Row | Block:
    head = f"noun {noun.name} {quote(noun.singular)}"
    head += f" {quote(noun.plural)}" if noun.plural else ""
    head += f" : {noun.parent}" if noun.parent else ""
    head += " uncountable" if noun.mass else ""
    if not noun.attributes:
        return _row(head, "", noun)
    pairs = [f"{entry.key}: {format_expr(entry.value)}" for entry in noun.attributes]
    inline = f"{head} {{ {', '.join(pairs)} }}"
    one_line = statement is None or len(noun.attributes) == 1 or len(statement.body or ()) == 1
    if one_line and len(inline) <= WIDTH:
        return _row(inline, "", noun)
    return _block(head, [_row(pair, "", entry) for pair, entry in zip(pairs, noun.attributes, strict=True)], statement)


def _table_rows(rows: tuple[tuple[ast.Expr, ...], ...], statement: Statement | None) -> list[Row]:
    texts = [[format_expr(cell) + "," for cell in row[:-1]] + [format_expr(row[-1])] for row in rows]
    widths = [max(len(text[i]) for text in texts if i < len(text)) for i in range(max(map(len, texts), default=0))]
    found = []
    for row, text in zip(rows, texts, strict=True):
        code = " ".join(cell.ljust(width) for cell, width in zip(text, widths, strict=False)).rstrip()
        found.append(Row(code, "", row[0].span.start, row[-1].span.end))
    return found


def _unit(unit: ast.UnitDecl) -> str:
    text = f"unit {unit.symbol}"
    text += f" {quote(unit.singular)}" if unit.singular else ""
    text += f" {quote(unit.plural)}" if unit.plural else ""
    text += f" : {unit.dimension}" if unit.dimension else ""
    text += f" = {_size(unit.value)}" if unit.value is not None else ""
    return text + (f" from {_size(unit.zero)}" if unit.zero is not None else "")


def _size(number: ast.Number) -> str:
    """A size that no decimal writes is a quotient: `5/9 K`."""
    if terminates(number.value):
        return format_expr(number)
    return f"{number.value.numerator}/{number.value.denominator} {number.unit}".rstrip()


# -------------------------------------------------------------------------------------------- sections


def _sections(problem: ast.ProblemDecl, statement: Statement | None) -> list[Row | Block]:
    """The sections, in the order written, or in the canonical order where no source is."""
    asks, tests = iter(problem.asks), iter(problem.tests)
    makers: dict[str, Callable[[Statement | None], Row | Block]] = {
        "meta": lambda at: _block("meta", [_row(_entry(entry), "", entry) for entry in problem.meta], at),
        "given": lambda at: _block("given", _givens(problem.givens), at),
        "require": lambda at: _block("require", [_require(require) for require in problem.requires], at),
        "steps": lambda at: _block("steps", _steps(problem.steps), at),
        "story": lambda at: _story(problem.story, at),
        "tell": lambda at: _at(f"tell {', '.join(problem.tells)}", at),
        "ask": lambda at: _at(_ask(next(asks)), at),
        "hint": lambda at: _at(f"hint {quote(format_text(problem.hint or ()))}", at),
        "mistakes": lambda at: _block("mistakes", _mistakes(problem.mistakes), at),
        "vary": lambda at: _block("vary", _rules(problem.rules, at), at),
        "test": lambda at: _test(next(tests), at),
    }
    if statement is not None:
        return [makers[section.tokens[0].text](section) for section in statement.body or ()]
    present: list[tuple[str, int]] = [
        ("meta", bool(problem.meta)), ("given", bool(problem.givens)), ("require", bool(problem.requires)),
        ("steps", bool(problem.steps)), ("story", bool(problem.story)), ("tell", bool(problem.tells)),
        ("ask", len(problem.asks)), ("hint", problem.hint is not None), ("mistakes", bool(problem.mistakes)),
        ("vary", bool(problem.rules)), ("test", len(problem.tests)),
    ]  # fmt: skip
    return [makers[name](None) for name, times in present for _ in range(times)]


def _at(code: str, statement: Statement | None) -> Row:
    place = _place(statement)
    return Row(code, "", place.start, place.closed)


def _entry(entry: ast.MetaEntry) -> str:
    return f"{entry.key}: {format_expr(entry.value)}"


def _padded(heads: Iterable[str]) -> list[str]:
    """Heads of one width; one that is very long does not move the others."""
    heads = list(heads)
    width = max((len(head) for head in heads if len(head) <= _PAD_UP_TO), default=0)
    return [head.ljust(width) for head in heads]


def _code(head: str, value: ast.Expr, indent: int) -> str:
    """A head and its expression, the arms of a long `if` chain below one another."""
    line = head + format_expr(value)
    if indent + len(line) <= WIDTH or not isinstance(value, ast.If):
        return line
    # At the margin `else` begins no statement, so it may stand under its `if`.
    return head + ("\n" + " " * len(head)).join(format_arms(value))


_MOST_KEPT = 1 << 12
_QUOTED: ByIdentity[ast.Text, str] = ByIdentity(_MOST_KEPT)
_GIVENS: ByIdentity[ast.Given, tuple[str, str]] = ByIdentity(_MOST_KEPT)
_SENTENCES: ByIdentity[ast.Text, str] = ByIdentity(_MOST_KEPT)
"""Specs that are printed one after another have much of their syntax in common."""


def _description(text: ast.Text | None) -> str:
    if text is None:
        return ""
    return _QUOTED.get(text) or _QUOTED.keep(text, quote(format_text(text)))


def _given(given: ast.Given, names: str) -> Row:
    code, tail = _GIVENS.get(given) or _GIVENS.keep(given, _given_parts(given))
    return _row(names + code, tail, given)


def _given_parts(given: ast.Given) -> tuple[str, str]:
    """What stands behind the names of a given, and its description."""
    code = f" : {format_type(given.type)}"
    code += f" in {format_expr(given.domain)}" if given.domain is not None else ""
    code += f" where {format_expr(given.where)}" if given.where is not None else ""
    code += "".join(f" {flag}" for flag in given.flags)
    return code, _description(given.description)


def _givens(givens: tuple[ast.Given, ...]) -> list[Row]:
    names = _padded(", ".join(given.names) for given in givens)
    return [_given(given, name) for given, name in zip(givens, names, strict=True)]


def _require(require: ast.Require) -> Row:
    code = format_expr(require.condition)
    # On a line of its own, a sign or a quote would go on with the line before.
    code = f"({code})" if code.startswith(("-", '"')) else code
    return _row(code, quote(require.reason) if require.reason else "", require)


def _step(step: ast.Step, head: str, indent: int) -> Row:
    tail = _description(step.description)
    tail += " " + _description(step.sentence) if step.sentence is not None else ""
    return _row(_code(f"{head} = ", step.value, indent), tail, step)


def _step_head(step: ast.Step) -> str:
    return f"{step.name} : {format_type(step.type)}" if step.type is not None else step.name


def _steps(steps: tuple[ast.Step | ast.Unknown, ...]) -> list[Row]:
    heads = iter(_padded(_step_head(step) for step in steps if isinstance(step, ast.Step)))
    rows = []
    for step in steps:
        if isinstance(step, ast.Step):
            rows.append(_step(step, next(heads), 4))
        else:
            rows.append(_row(f"unknown {step.name} : {format_type(step.type)}", "", step))
    return rows


def _story(sentences: tuple[ast.Sentence, ...], statement: Statement | None) -> Block:
    place = _place(statement)
    rows = []
    for sentence in sentences:
        line = _SENTENCES.get(sentence.text) or _SENTENCES.keep(sentence.text, _sentence(sentence.text))
        rows.append(_row(line, "", sentence))
    return Block("story", tuple(rows), place.start, place.opened, place.closed, True, ('"""', '"""'))


def _sentence(text: ast.Text) -> str:
    """A sentence over several lines, where it is long; the parser joins them with one space again."""
    line = " ".join(format_text(text).split("\n"))
    lines: list[str] = []
    width = WIDTH - 4
    while len(line) > width:
        breaks = _breaks(line)
        at = max((place for place in breaks if place <= width), default=min(breaks, default=0))
        if not at:
            break
        lines.append(line[:at])
        line = line[at + 1 :]
        width = WIDTH - 6
    return "\n  ".join([*lines, line])


_BRACE_OR_BREAK = re.compile(r"\{\{|\}\}|[{}]|(?<=\S) (?=\S)")


def _breaks(line: str) -> list[int]:
    """Where a line may be broken: only a single space comes back as it was, and what stands in a hole stays on one
    line."""
    found: list[int] = []
    depth = 0
    for match in _BRACE_OR_BREAK.finditer(line):
        if match[0] == " ":
            if depth <= 0:
                found.append(match.start())
        elif len(match[0]) == 1:
            depth += 1 if match[0] == "{" else -1
    return found


def _ask(ask: ast.Ask) -> str:
    text = f"ask {ask.target} " if ask.target else "ask "
    text += quote(format_text(ask.question))
    options = ", ".join(f"{option.key} = {format_expr(option.value)}" for option in ask.options)
    return f"{text} ({options})" if options else text


def _mistakes(mistakes: tuple[ast.Mistake, ...]) -> list[Row]:
    names = _padded(mistake.name for mistake in mistakes)
    steps = _padded(mistake.step for mistake in mistakes)
    rows = []
    for mistake, name, step in zip(mistakes, names, steps, strict=True):
        tail = _description(mistake.description)
        tail += f" when {format_expr(mistake.when)}" if mistake.when is not None else ""
        rows.append(_row(_code(f"{name} : {step} = ", mistake.value, 4), tail, mistake))
    return rows


def _test(test: ast.Test, statement: Statement | None) -> Block:
    rows: list[Row] = []
    for group in _wrapped(test.bindings, lambda binding: f"{binding.name} = {format_expr(binding.value)}"):
        code = "with " + ", ".join(f"{binding.name} = {format_expr(binding.value)}" for binding in group)
        rows.append(Row(code, "", group[0].span.start, group[-1].span.end))
    rows += [_row(f"expect {format_expr(claim)}", "", claim) for claim in test.expects]
    rows += [_row(f"always {format_expr(claim)}", "", claim) for claim in test.always]
    rows.sort(key=lambda row: row.start)  # stable: no source, no change
    return _block(f"test {quote(test.title)}", rows, statement, loose=False)


def _wrapped(values: Sequence[_T], text: Callable[[_T], str]) -> list[list[_T]]:
    """Values in groups that fit a line each."""
    groups: list[list[_T]] = []
    width = 0
    for value in values:
        size = len(text(value)) + 2
        if not groups or width + size > WIDTH - 10:
            groups.append([])
            width = 0
        groups[-1].append(value)
        width += size
    return groups


# ------------------------------------------------------------------------------------------------ rules


def _rules(rules: tuple[ast.Rule, ...], statement: Statement | None) -> list[Row | Block]:
    places = list(statement.body or ()) if statement is not None else [None] * len(rules)
    return [_rule(rule, place) for rule, place in zip(rules, places, strict=True)]


def _rule(rule: ast.Rule, statement: Statement | None) -> Row | Block:
    match rule.kind:
        case "fold":
            return _row(f"fold {rule.target}", "", rule)
        case "apply":
            return _row(f"apply {rule.reference}" + (f" to {rule.target}" if rule.target else ""), "", rule)
        case "chain":
            return _row(f"chain {rule.name} to {rule.reference}", "", rule)
    head = f"{rule.kind} {rule.name} on {rule.target}" if rule.target else f"{rule.kind} {rule.name}"
    return _block(head, _rule_rows(rule.body, 6), statement, loose=False)


def _rule_rows(body: tuple[ast.RuleItem, ...], indent: int) -> list[Row]:
    return [_rule_row(item, indent) for item in body]


def _rule_row(item: ast.RuleItem, indent: int) -> Row:
    match item:
        case ast.With(given):
            row = _given(given, ", ".join(given.names))
            return _row(f"with {row.code}", row.tail, item)
        case ast.RuleStep(step):
            row = _step(step, f"step {_step_head(step)}", indent)
            return _row(row.code, row.tail, item)
        case ast.When(condition):
            return _row(f"when {format_expr(condition)}", "", item)
        case ast.Replace(target, text):
            return _row(f"replace {target} {_description(text)}", "", item)
        case ast.Hide(names):
            return _row(f"hide {', '.join(names)}", "", item)
        case ast.TellStep(names):
            return _row(f"tell {', '.join(names)}", "", item)
        case ast.Say(text, after):
            return _row(f"say {f'after {after} ' if after else ''}{_description(text)}", "", item)
        case ast.As(text):
            return _row(f"as {_description(text)}", "", item)
        case ast.Ask():
            return _row(_ask(item), "", item)
        case _:
            assert_never(item)
