"""A problem as written -> the Problem, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from mspec.compiler import ast
from mspec.compiler.build import opaque, unroll
from mspec.compiler.build.currencies import unjoined
from mspec.compiler.build.domains import domain_of, number_in
from mspec.compiler.build.draft import Draft, Fault, System
from mspec.compiler.build.environment import Environment, nearest
from mspec.compiler.build.exact_answers import why_not_closed
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.options import answer_form
from mspec.compiler.build.rules import check_rule
from mspec.compiler.build.substitute import children, free_names
from mspec.compiler.build.texts import text_of, told_by
from mspec.compiler.build.type_names import type_of
from mspec.compiler.diagnostics import Diagnostic, MspecError, Severity
from mspec.compiler.errors.domains import CannotDeclare
from mspec.compiler.errors.names import CyclicSteps, DuplicateName, NotAStep, UnknownName
from mspec.compiler.errors.syntax import BuiltinName
from mspec.compiler.errors.types import BadForm, NotABool, UnknownFlag, WrongPlace
from mspec.compiler.errors.worlds import NoClosedForm
from mspec.compiler.ir import (
    Ask,
    Given,
    Mistake,
    NodeId,
    Problem,
    Require,
    Sentence,
    Step,
    Test,
    Text,
    Value,
    Values,
)  # fmt: skip
from mspec.compiler.ops import CONSTANTS
from mspec.compiler.ordering import in_order
from mspec.compiler.renumber import renumber
from mspec.compiler.source import Span
from mspec.compiler.text_forms import has_form
from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Type, Word, show

T = TypeVar("T")
FLAGS: dict[str, tuple[type, ...]] = {
    "distinct": (ListOf,),
    "sorted": (ListOf,),
    "repeat": (NounType, Person),
}


class ProblemBuilder:
    """Builds one problem section by section; a faulty statement is reported and costs only itself."""

    def __init__(self, source: ast.ProblemDecl, environment: Environment) -> None:
        self.source = source
        self.draft = Draft(environment)
        self.expressions = Expressions(self.draft)
        self.steps: list[Step] = []

    def run(self, uses: tuple[str, ...], declarations: tuple[ast.Declaration, ...]) -> tuple[Problem, list[Diagnostic]]:
        """The problem, and what was found. With errors among it, the problem is incomplete and must not be used."""
        source, draft = self.source, self.draft
        givens = [name for given in source.givens for name in given.names]
        draft.later = frozenset([*givens, *(step.name for step in source.steps)])
        for given in source.givens:
            for name in given.names:
                self._try(partial(self._given, given, name), given.span, name)
        self._steps()
        requires = self._each(source.requires, self._require)
        story = self._each(source.story, self._sentence)
        tells = self._each(source.tells, self._tell)
        asks = self._each(source.asks, self._ask)
        why = "only the last question of a problem has choices"
        self.draft.found += [BadForm(ask.span, key="choices", why=why) for ask in asks[:-1] if ask.form.choices]
        hint = self._each([source.hint] if source.hint else [], self._text)
        mistakes = self._each(source.mistakes, self._mistake)
        tests = self._each(source.tests, self._test)
        for rule in source.rules:
            check_rule(self.draft, rule)
        draft.found += unjoined(draft)
        problem = Problem(
            name=source.name,
            nodes=tuple(draft.nodes),
            steps=tuple(self.steps),
            requires=requires,
            story=story,
            tells=tells,
            asks=asks,
            hint=hint[0] if hint else None,
            mistakes=mistakes,
            rules=source.rules,
            tests=tests,
            meta=source.meta,
            uses=uses,
            declarations=declarations,
            lexicon=draft.environment.lexicon(),
            span=source.span,
        )
        # A refused section may leave its references dangling; only a whole problem is numbered.
        whole = all(d.severity is not Severity.ERROR for d in draft.found)
        return renumber(problem) if whole else problem, draft.found

    # --------------------------------------------------------------------------------------- plumbing

    def _try(self, work: Callable[[], T], span: Span, name: str = "") -> T | None:
        try:
            return work()
        except Fault as fault:
            self.draft.attempt(fault)
            if name and name not in self.draft.names:
                self.draft.names[name] = None
                self.draft.spans[name] = span
            return None

    def _each(self, items: Sequence[object], work: Callable[..., T]) -> tuple[T, ...]:
        built = [self._try(partial(work, item), getattr(item, "span", self.source.span)) for item in items]
        return tuple(one for one in built if one is not None)

    def _claim(self, name: str, span: Span) -> None:
        if name in CONSTANTS:
            raise Fault(BuiltinName(span, word=name))
        environment = self.draft.environment
        first = self.draft.spans.get(name)
        if first is None and name in environment.defs:
            first = environment.spans[name]
        if first is not None:
            raise Fault(DuplicateName(span, name=name, first=first))
        self.draft.spans[name] = span

    def _text(self, text: ast.Text) -> Text:
        return text_of(self.expressions, text)

    def _optional(self, text: ast.Text | None) -> Text | None:
        return None if text is None else self._text(text)

    def _condition(self, expr: ast.Expr) -> NodeId:
        node = self.expressions.build(expr)
        type_ = self.draft.type(node)
        if not isinstance(type_, Bool):
            raise Fault(NotABool(expr.span, left=show(type_)))
        return node

    # ----------------------------------------------------------------------------------------- givens

    def _given(self, given: ast.Given, name: str) -> None:
        self._claim(name, given.span)
        type_ = type_of(self.draft, given.type)
        for flag in given.flags:
            if flag in FLAGS and not isinstance(type_, FLAGS[flag]):
                raise Fault(UnknownFlag(given.span, flag=flag, type=show(type_)))
        domain = domain_of(self.draft, given, name, type_, self.expressions.constant)
        description = self._optional(given.description)
        node = Given(name, type_, domain, frozenset(given.flags), description, given.where, given.span)
        self.draft.names[name] = self.draft.add(node)

    # ------------------------------------------------------------------------------------------ steps

    def _steps(self) -> None:
        draft = self.draft
        for item in self.source.steps:
            if isinstance(item, ast.Unknown):
                self._try(partial(self._unknown, item), item.span)
        written = [item for item in self.source.steps if isinstance(item, ast.Step)]
        expanded: list[ast.Step] = []
        for step in written:
            if isinstance(step.value, ast.Iterate):
                turned = self._try(partial(unroll.turns_of, self.expressions, step), step.span, step.name)
                expanded += turned or []
            else:
                expanded.append(step)
        declared: dict[str, ast.Step] = {}
        for step in expanded:
            try:
                self._claim(step.name, step.span)
                declared[step.name] = step
            except Fault as fault:
                draft.attempt(fault)
                draft.names.setdefault(step.name, None)
        for step in self._ordered(declared):
            self._try(partial(self._step, step), step.span, step.name)

    def _unknown(self, item: ast.Unknown) -> None:
        self._claim(item.name, item.span)
        self.draft.unknowns[item.name] = type_of(self.draft, item.type)

    def _ordered(self, declared: dict[str, ast.Step]) -> list[ast.Step]:
        """Dependency order; among steps that may come next, the one written first."""
        names = list(declared)
        position = {name: i for i, name in enumerate(names)}
        needs = {name: self._needed(step, declared) for name, step in declared.items()}
        placed = [names[i] for i in in_order([[position[other] for other in needs[name]] for name in names])]
        order = [declared[name] for name in placed]
        done = set(placed)
        stuck = [name for name in names if name not in done]
        if stuck:
            path = _circle(stuck[0], {n: [m for m in needs[n] if m in stuck] for n in stuck})
            self.draft.found.append(CyclicSteps(declared[path[0]].span, path=" -> ".join(path)))
            for name in stuck:
                self.draft.names.setdefault(name, None)
        return order

    def _needed(self, step: ast.Step, declared: dict[str, ast.Step]) -> list[str]:
        names = free_names(step.value)
        fields = _field_targets(step.value)
        return sorted((names | fields) & declared.keys(), key=list(declared).index)

    def _step(self, step: ast.Step) -> None:
        draft = self.draft
        if isinstance(step.value, ast.Solve):
            draft.names[step.name] = System(step.value)
            return
        declared = type_of(draft, step.type) if step.type is not None else None
        node = self.expressions.named(step.value, declared, step.name, step.span)
        draft.names[step.name] = node
        draft.named.add(node)
        self.steps.append(Step(step.name, node, declared is not None, None, None, step.span))
        # The texts may speak of the step itself.
        position = len(self.steps) - 1
        described = self._try(lambda: (self._optional(step.description), self._optional(step.sentence)), step.span)
        if described is not None:
            self.steps[position] = Step(step.name, node, declared is not None, *described, step.span)

    # -------------------------------------------------------------------------- constraints and story

    def _require(self, require: ast.Require) -> Require:
        return Require(self._condition(require.condition), require.reason, require.span)

    def _sentence(self, sentence: ast.Sentence) -> Sentence:
        text = self._text(sentence.text)
        tells, mentions = told_by(text, self.draft.nodes)
        return Sentence(text, tells, mentions, "", sentence.span)

    def _find(self, name: str, span: Span, wanted: str) -> NodeId:
        """The node of a step (or, where `wanted` allows, of a given)."""
        meaning = self.draft.names.get(name)
        if name in self.draft.names and meaning is None:
            raise Fault
        if not isinstance(meaning, int):
            raise Fault(UnknownName(span, name=name, nearest=nearest(name, self.draft.names)))
        if isinstance(self.draft.nodes[meaning], Given) and wanted == "a step":
            raise Fault(NotAStep(span, name=name, what="a given", wanted=wanted))
        return meaning

    def _tell(self, name: str) -> NodeId:
        return self._find(name, self.source.span, "a step")

    def _ask(self, ask: ast.Ask) -> Ask:
        node = self._find(ask.target, ask.span, "a given or step")
        form, type_ = answer_form(ask, self.expressions), self.draft.type(node)
        if form.form not in ("", "exact") and not has_form(type_, form.form):
            raise Fault(BadForm(ask.span, key="form", why=f"{show(type_)} has no form `{form.form}`"))
        if form.wants_closed_form(type_) and (why := why_not_closed(self.draft.nodes, node)):
            raise Fault(NoClosedForm(ask.span, why=why))
        return Ask(node, self._text(ask.question), form, ask.span)

    # ----------------------------------------------------------------------------- mistakes and tests

    def _mistake(self, mistake: ast.Mistake) -> Mistake:
        step = self._find(mistake.step, mistake.span, "a step or given")
        type_ = self.draft.type(step)
        value = self.expressions.build(mistake.value, type_)
        if self.draft.is_atom(value):
            value = self.expressions.draft.apply("same", (value,), self.draft.type(value), mistake.span)
        value = self._mistaken(value, type_, mistake)
        when = self._condition(mistake.when) if mistake.when is not None else None
        return Mistake(mistake.name, step, value, self._text(mistake.description), when, mistake.span)

    def _mistaken(self, value: NodeId, type_: Type, mistake: ast.Mistake) -> NodeId:
        """A wrong expression must be a number where the step is, in its unit; its label may be wrong."""
        found = self.draft.type(value)
        if isinstance(type_, Num) and isinstance(found, Num) and found.unit.dimension == type_.unit.dimension:
            if found.unit.symbols != type_.unit.symbols:
                return self.expressions.converted(value, type_)
            return value
        if isinstance(type_, Num) != isinstance(found, Num) or not isinstance(type_, Num):
            if type_ == found:
                return value
            raise Fault(CannotDeclare(mistake.span, name=mistake.step, declared=show(type_), inferred=show(found)))
        raise Fault(CannotDeclare(mistake.span, name=mistake.step, declared=show(type_), inferred=show(found)))

    def _test(self, test: ast.Test) -> Test:
        bindings = tuple((self._find(b.name, b.span, "a given"), self._bound(b)) for b in test.bindings)
        for (node, _), binding in zip(bindings, test.bindings, strict=True):
            if not isinstance(self.draft.nodes[node], Given):
                raise Fault(NotAStep(binding.span, name=binding.name, what="a step", wanted="a given"))
        expects = tuple(self._condition(e) for e in test.expects)
        always = tuple(self._condition(e) for e in test.always)
        return Test(test.title, bindings, expects, always, test.span)

    def _bound(self, binding: ast.Binding) -> Value:
        node = self._find(binding.name, binding.span, "a given")
        return given_value(self.draft, node, binding.value)


def given_value(draft: Draft, node: NodeId, expr: ast.Expr) -> Value:
    """A value for a given, as an author writes it (`n = 12`, `price = $2.50`, `kid = "Mia"`), in the given's unit.

    Raises:
        Fault: it is of another type.
    """
    type_ = draft.type(node)
    build = Expressions(draft)
    if isinstance(type_, Num):
        return number_in(draft, expr, type_, build.constant)
    if isinstance(type_, ListOf) and isinstance(expr, ast.ListOf) and isinstance(type_.element, Num):
        element = type_.element
        return tuple(number_in(draft, item, element, build.constant) for item in expr.items)
    if isinstance(type_, (Word, Person)) and isinstance(expr, ast.String):
        return expr.value
    if isinstance(type_, NounType) and isinstance(expr, ast.Name) and expr.id in draft.environment.nouns:
        return expr.id
    if isinstance(type_, Opaque) and (text := opaque.literal(draft, expr, type_)) is not None:
        return text
    if isinstance(type_, Bool) and isinstance(expr, ast.Boolean):
        return expr.value
    if isinstance(expr, (ast.String, ast.Name, ast.Number)) and isinstance(type_, RowOf):
        row = _row(draft, node, expr)
        if row is not None:
            return row
    name = getattr(draft.nodes[node], "name", "it")
    found = CannotDeclare(expr.span, name=name, declared=show(type_), inferred="of another sort")
    if isinstance(type_, RowOf):
        way_out = f"name a row by its first column, {_first_cells(draft, type_)}, or give its number, from 1"
        found = replace(found, inferred="none of its rows", way_out=way_out)
    raise Fault(found)


def _first_cells(draft: Draft, type_: RowOf) -> str:
    """Of a table, some of what stands in its first column."""
    cells = [row[0] for row in draft.environment.tables[type_.table].rows]
    shown = [f'"{cell}"' if isinstance(cell, str) else str(cell) for cell in cells[:3]]
    return ", ".join([*shown, "…"] if len(cells) > len(shown) else shown)


def _row(draft: Draft, node: NodeId, key: ast.String | ast.Name | ast.Number) -> int | None:
    """A table row by its first column or by its 1-based number.

    Raises:
        Fault: several rows of the given have this first column.
    """
    given = draft.nodes[node]
    if not isinstance(given, Given) or not isinstance(given.domain, Values):
        return None
    # A given with rows of a table has the type of that table.
    table = draft.environment.tables[given.type.table]  # type: ignore[union-attr]
    drawn = [row for row in given.domain.values if isinstance(row, int)]
    if isinstance(key, ast.Number):
        return next((row for row in drawn if row + 1 == key.value and not key.unit), None)
    name = key.value if isinstance(key, ast.String) else key.id
    rows = [row for row in drawn if table.rows[row][0] == name]
    if len(rows) > 1:
        numbers = ", ".join(str(row + 1) for row in rows)
        way_out = f"give the number of the row: {numbers}"
        raise Fault(WrongPlace(key.span, what=f"`{name}`, the first column of several rows", way_out=way_out))
    return rows[0] if rows else None


def _field_targets(expr: ast.Expr) -> frozenset[str]:
    found: set[str] = set()
    stack = [expr]
    while stack:
        current = stack.pop()
        if isinstance(current, ast.Field) and isinstance(current.target, ast.Name):
            found.add(current.target.id)
        stack += children(current)
    return frozenset(found)


def _circle(start: str, needs: dict[str, list[str]]) -> list[str]:
    """A circle reached from `start`, first name repeated at its end."""
    path, seen = [start], {start: 0}
    while True:
        following = needs[path[-1]][0]
        if following in seen:
            return [*path[seen[following] :], following]
        seen[following] = len(path)
        path.append(following)


def build_problem(
    source: ast.ProblemDecl,
    environment: Environment,
    uses: tuple[str, ...],
    declarations: tuple[ast.Declaration, ...],
) -> tuple[Problem, list[Diagnostic]]:
    """Build one problem.

    Returns:
        The problem and its warnings.

    Raises:
        MspecError: with all diagnostics, if there is an error among them.
    """
    problem, found = ProblemBuilder(source, environment).run(uses, declarations)
    if any(d.severity is Severity.ERROR for d in found):
        raise MspecError(found)
    return problem, found
