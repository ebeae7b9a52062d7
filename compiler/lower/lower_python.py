"""Problem -> Python: one function that computes every exported node and whether the world is admissible.

The text is a whole module of the standard library. It works on plain integers and, unchanged, on NumPy
columns. Nothing that an author wrote enters it but numbers, comments without control characters, and string
literals made by `repr`; every name is mangled: givens `g_…`, steps `v_…`, temporaries `t1 …`, functions `_…`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from mspec.compiler.composed import composed
from mspec.compiler.constraints import Constraint, Holds, OnGrid, constraints, demand_roots
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.lowering import NumberTooLong, TooManyUnknowns
from mspec.compiler.ir import (
    Apply,
    Given,
    NodeId,
    Problem,
    shown_nodes,
)
from mspec.compiler.lower.demand import ALWAYS, NEVER, Alternatives, demand, product, simplified
from mspec.compiler.lower.forms import Form, Scaled
from mspec.compiler.lower.python_expressions import Expressions, UnknownsLimit
from mspec.compiler.lower.python_forms import form_of, given_form
from mspec.compiler.lower.python_module import (
    Names,
    given_range,
    given_row,
    module_text,
    plain,
    sanitised,
    shown_kind,
    text_of,
    tuple_text,
)
from mspec.compiler.lower.scales import (
    FALSE,
    SHOWN_DIGITS,
    TRUE,
    Coded,
    Condition,
    Irrational,
    Lines,
    Listed,
    Lowered,
    Number,
    Spelling,
    TooLong,
    both,
    can_be_shown,
    either,
    in_int64,
    literal,
    negation,
    over,
    times,
)
from mspec.compiler.passes import run_passes
from mspec.compiler.source import Span

__all__ = ["PythonLowering", "given_form", "lower_python", "record_nodes"]

LONGEST_LINE = 200
"""An expression whose text is longer is given a name."""


@dataclass(frozen=True, slots=True)
class PythonLowering:
    """Generated Python.

    Attributes:
        text: A whole module; `world(*givens)` gives `(values, admissible, demanded)`.
        forms: The form of every given of the problem and of every exported node.
        exported: The nodes whose columns `world` gives, in that order.
        givens: The givens that `world` takes, in that order.
        ranges: For givens and exported nodes in Scaled form, bounds of the integers that stand for them; where
            these pass 2^62 the column holds Python integers.
        calls: Where the spec first calls each primitive that the text calls.
    """

    text: str
    forms: Mapping[NodeId, Form]
    exported: tuple[NodeId, ...]
    givens: tuple[NodeId, ...] = ()
    ranges: Mapping[NodeId, tuple[int, int]] | None = None
    calls: Mapping[str, Span] = field(default_factory=dict)

    def is_wide(self, node: NodeId) -> bool:
        """True if the column of a node holds Python integers instead of int64."""
        return not in_int64(*(self.ranges or {}).get(node, (0, 0)))


def lower_python(
    problem: Problem,
    roots: Sequence[NodeId] | None = None,
    constraints: Sequence[Constraint] | None = None,
) -> PythonLowering:
    """Generate the Python of a problem.

    Args:
        problem: The graph.
        roots: The nodes to export; by default everything that a record needs (`record_nodes`).
        constraints: What `admissible` stands for: each of these holds (with what it needs having a value). By default
            all constraints of the problem, and that everything demanded has a value.

    Raises:
        MspecError: MS4501 if a number may be longer than 65,536 bits, or an exported one than 4,000 digits, MS4502 for
            too large a linear system.
    """
    return _Lowering(problem, roots, constraints).lower()


def record_nodes(problem: Problem) -> tuple[NodeId, ...]:
    """What a record needs besides the givens: asked nodes and told steps, all steps, the conditions of all `if`s,
    the unknowns of all systems, composed operands, and every node that a text shows or depends on."""
    found = [*demand_roots(problem), *(step.node for step in problem.steps)]
    found += [node.args[0] for node in problem.nodes if isinstance(node, Apply) and node.op == "if"]
    # The unknown of a system is a step of the solution, even where the problem gives it no name.
    found += [n for n, node in enumerate(problem.nodes) if isinstance(node, Apply) and node.op == "solve_linear"]
    found += sorted(composed(problem))
    found += sorted(problem.told())
    for text in problem.texts():
        found += sorted(shown_nodes(text))
    return tuple(n for n in dict.fromkeys(found) if not isinstance(problem.nodes[n], Given))


class _Lowering:
    def __init__(self, problem: Problem, roots: Sequence[NodeId] | None, wanted: Sequence[Constraint] | None) -> None:
        self.whole = wanted is None
        self.constraints = tuple(constraints(problem) if wanted is None else wanted)
        self.exported = record_nodes(problem) if roots is None else tuple(dict.fromkeys(roots))
        self.problem = problem = run_passes(problem)
        self.lines = Lines()
        self.expressions = Expressions(problem, self.lines)
        self.names = Names()
        self.results: dict[NodeId, str] = {}
        self.named_masks: dict[int, Condition] = {}

        holds = [c.node for c in self.constraints if isinstance(c, Holds)]
        grids = [c.node for c in self.constraints if isinstance(c, OnGrid)]
        self.demand_names: list[Alternatives] = []
        self.asked = demand(problem, demand_roots(problem), self.demand_names)
        self.required = demand(problem, holds, self.demand_names)
        # Of a part of the constraints, a grid asks that what is below it has a value where the grid applies.
        below = {} if self.whole else {node: demand(problem, [node], self.demand_names) for node in grids}
        self.under_grid = {grid: nodes for grid, nodes in below.items() if self.asked.get(grid, NEVER) != NEVER}
        self.grids = {c.node: c.grid for c in self.constraints if isinstance(c, OnGrid)}
        start = {*self.exported, *holds, *grids}
        if self.whole:
            start |= set(demand_roots(problem))
        self.needed = self._closure(start)
        self.uses = self._count_uses()

    # --------------------------------------------------------------------------------------- what is needed

    def _closure(self, start: Iterable[NodeId]) -> list[NodeId]:
        """The nodes to generate: ancestors of `start`, and of the conditions that their demand speaks of."""
        found: set[NodeId] = set()
        waiting = sorted(start)
        while waiting:
            node = waiting.pop()
            if node in found:
                continue
            found.add(node)
            waiting.extend(self.problem.nodes[node].args)
            waiting.extend(self._literal_nodes(self._obliged(node)))
        return sorted(found)

    def _obliged(self, node: NodeId) -> Alternatives:
        """Where a node must have a value (and, for a grid, be on it) for the row to be admissible."""
        if not isinstance(self.problem.nodes[node], Apply):
            return NEVER
        found = self.required.get(node, NEVER)
        if self.whole or node in self.grids:
            found |= self.asked.get(node, NEVER)
        for grid, below in self.under_grid.items():
            if node in below:
                found |= product(self.asked[grid], below[node])
        return simplified(found)

    def _literal_nodes(self, alternatives: Alternatives) -> set[NodeId]:
        """The conditions that a demand speaks of, those behind named literals included."""
        found: set[NodeId] = set()
        for one in (one for part in alternatives for one in part):
            found |= self._literal_nodes(self.demand_names[one.node]) if one.named else {one.node}
        return found

    def _count_uses(self) -> dict[NodeId, int]:
        uses: dict[NodeId, int] = dict.fromkeys(self.needed, 0)
        for node in self.needed:
            for arg in self.problem.nodes[node].args:
                uses[arg] += 1
            for condition in self._literal_nodes(self._obliged(node)):
                uses[condition] += 2  # a condition of a demand is worth a name
        for node in (*self.exported, *(c.node for c in self.constraints)):
            uses[node] += 1
        return uses

    # ---------------------------------------------------------------------------------------------- nodes

    def lower(self) -> PythonLowering:
        problem, expressions = self.problem, self.expressions
        steps, names = {step.node: step for step in problem.steps}, problem.names()
        exported = frozenset(self.exported)
        givens = tuple(node for node in self.needed if isinstance(problem.nodes[node], Given))
        for node in givens:
            given = problem.nodes[node]
            assert isinstance(given, Given)
            name = self.results[node] = self.names.new("g_" + given.name)
            expressions.values[node] = expressions.given(node, name)
        tests: list[tuple[Alternatives, Condition, str]] = []
        for node in self.needed:
            if node in expressions.values:
                continue
            step = steps.get(node)
            description = plain(step.description or (), names) if step else ""
            if description:
                self.lines.body.append(f"# {description}")
            try:
                value = expressions.lower(node)
                if node in self.grids:
                    value, test = self._on_grid(node, value)
                    tests.append((self.asked.get(node, NEVER), test, self._grid_reason(node)))
            except TooLong:
                raise MspecError([NumberTooLong(problem.nodes[node].span, what=self._what(node))]) from None
            except UnknownsLimit:
                raise MspecError([TooManyUnknowns(problem.nodes[node].span)]) from None
            if node in exported and not can_be_shown(value):
                limit = f"{SHOWN_DIGITS:,} digits"
                raise MspecError([NumberTooLong(problem.nodes[node].span, what=self._what(node), limit=limit)])
            expressions.values[node] = self._named(node, value, step.name if step else None)
        header = len(self.lines.body)
        admissible = self._admissible(tests)
        if len(self.lines.body) > header:
            self.lines.body.insert(header, "# what must hold")
        return self._assembled(givens, admissible)

    def _grid_reason(self, node: NodeId) -> str:
        return next(c.reason for c in self.constraints if isinstance(c, OnGrid) and c.node == node)

    def _what(self, node: NodeId) -> str:
        """The name of a node for a message; of an unnamed one, of the step that it belongs to."""
        names = self.problem.names()
        named = next((names[i] for i in range(node, len(self.problem.nodes)) if i in names), "")
        return f"`{names.get(node) or named}`" if named else "a number"

    def _named(self, node: NodeId, value: Lowered, name: str | None) -> Lowered:
        """The value under a name where it has one in the spec, is used more than once, or is long."""
        lines = self.lines
        if name is None and self.uses[node] < 2 and not _is_long(value):
            return value
        target = self.names.new("v_" + name) if name is not None else ""
        match value:
            case Number(num, int() as den):
                bound = lines.bind(num, target)
                if name is not None and den > 1:
                    lines.body[-1] += f"  # over {den}"
                return Number(bound, den)
            case Number(num, den):
                assert not isinstance(den, int)
                if name is None:
                    return value
                return Number(lines.bind(num, target), lines.bind(den, self.names.new(target + "_den")))
            case Condition():
                return value if value.known is not None else lines.bind_condition(value, target)
            case Irrational(text):
                target = target or lines.temporary()
                lines.body.append(f"{target} = {text}")
                return Irrational(target)
            case Coded(text, values):
                target = target or lines.temporary()
                lines.body.append(f"{target} = {text}")
                return Coded(target, values)
            case Spelling(text):
                target = target or lines.temporary()
                lines.body.append(f"{target} = {text}")
                return Spelling(target)
            case Listed():
                return value
            case _:
                assert_never(value)

    def _on_grid(self, node: NodeId, value: Lowered) -> tuple[Lowered, Condition]:
        """The number, brought to its grid if it must be on it in every row, and the test that it is."""
        steps_in_one = 1 / self.grids[node]
        if isinstance(value, Irrational):
            return self.expressions.real_on_grid(value, steps_in_one)
        assert isinstance(value, Number)
        if steps_in_one.denominator != 1:
            raise ValueError(f"a grid of {self.grids[node]} does not divide 1")
        grid = steps_in_one.numerator
        if isinstance(value.den, int):
            kept = math.gcd(value.den, grid)
            if kept == value.den:
                return value, TRUE
            num, divisor = self.lines.bind(value.num), literal(value.den // kept)
            exact = Number(num, value.den)
        else:
            kept, divisor, exact = grid, value.den, value
            num = self.lines.bind(times(value.num, grid))
        test = Condition(f"({num.text} % {divisor.text} == 0)")
        if num.literal and divisor.literal:
            test = TRUE if num.low % divisor.low == 0 else FALSE
        if self.asked.get(node) != ALWAYS:
            return exact, test
        return Number(over(num, divisor), kept), test

    # ------------------------------------------------------------------------------------------ conditions

    def _admissible(self, tests: list[tuple[Alternatives, Condition, str]]) -> Condition:
        values = self.expressions.values
        found: list[tuple[Condition, str]] = []
        for constraint in self.constraints:
            if isinstance(constraint, Holds):
                value = values[constraint.node]
                assert isinstance(value, Condition)
                found.append((value, constraint.reason))
        for node, guard in sorted(self.expressions.guards.items()):
            mask = self._mask(self._obliged(node))
            found.append((either(negation(mask), guard), f"{self._what(node)} has a value"))
        found += [(either(negation(self._mask(where)), test), reason) for where, test, reason in tests]
        names: list[str] = []
        seen: set[str] = set()
        for condition, reason in found:
            if condition.known is None and condition.text not in seen:
                seen.add(condition.text)
                name = self.names.new("ok")
                comment = sanitised(reason)
                self.lines.body.append(f"{name} = {condition.text}" + (f"  # {comment}" if comment else ""))
                names.append(name)
            elif condition.known is False:
                return FALSE
        return Condition(" & ".join(names)) if names else TRUE

    def _mask(self, alternatives: Alternatives) -> Condition:
        """Where a node is demanded, as a condition over the rows."""
        result = FALSE
        for part in sorted(alternatives, key=sorted):
            every = TRUE
            for one in sorted(part):
                condition = self._named_mask(one.node) if one.named else self.expressions.values[one.node]
                assert isinstance(condition, Condition)
                every = both(every, condition if one.sign else negation(condition))
            result = either(result, every)
        return result

    def _named_mask(self, number: int) -> Condition:
        if number not in self.named_masks:
            mask = self._mask(self.demand_names[number])
            self.named_masks[number] = self.lines.bind_condition(mask)
        return self.named_masks[number]

    # --------------------------------------------------------------------------------------------- module

    def _assembled(self, givens: tuple[NodeId, ...], admissible: Condition) -> PythonLowering:
        problem, values = self.problem, self.expressions.values
        names, steps = problem.names(), {step.node: step for step in problem.steps}
        forms: dict[NodeId, Form] = {node: given_form(problem, node) for node in problem.givens()}
        ranges: dict[NodeId, tuple[int, int]] = {}
        for node in problem.givens():
            if isinstance(forms[node], Scaled) or isinstance(getattr(forms[node], "element", None), Scaled):
                ranges[node] = given_range(problem, node, forms[node])
        rows, demanded, results = [], [], []
        for node in self.exported:
            value = values[node]
            forms[node] = forms.get(node) or form_of(value)
            if isinstance(value, Number):
                ranges.setdefault(node, (value.num.low, value.num.high))
            rows.append(text_of(value))
            mask = self._mask(self.asked.get(node, NEVER)) if self.whole else TRUE
            demanded.append(mask.text if mask.known is None else str(mask.known))
            step = steps.get(node)
            description = plain(step.description or (), names) if step else ""
            kind = shown_kind(forms[node], problem, problem.nodes[node].type)
            results.append(f"({names.get(node, '')!r}, {kind}, {description!r})")
        parameters = ", ".join(self.results[node] for node in givens)
        body = [
            *self.lines.body,
            f"admissible = {admissible.text}",
            f"return {tuple_text(rows)}, admissible, {tuple_text(demanded)}",
        ]
        text = module_text(
            sanitised(problem.name),
            [given_row(problem, node, forms[node]) for node in givens],
            results,
            {name: tuple_text([repr(value) for value in key[:-1]]) for key, name in self.expressions.tables.items()},
            f"def world({parameters}):",
            body,
            self.expressions.has_reals,
            self.expressions.has_primitives,
        )
        calls: dict[str, Span] = {}
        for node in self.needed if self.expressions.has_primitives else ():
            found = problem.nodes[node]
            if isinstance(found, Apply):
                calls.setdefault(found.op, found.span)
        return PythonLowering(text, forms, self.exported, givens, ranges, calls)


def _is_long(value: Lowered) -> bool:
    match value:
        case Number(num):
            return len(num.text) > LONGEST_LINE
        case Condition(text) | Coded(text) | Irrational(text) | Spelling(text):
            return len(text) > LONGEST_LINE
        case Listed():
            return False
