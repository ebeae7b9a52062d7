"""Wrong steps on purpose: each slip is the problem with one step redefined, by an author's mistake or by a typed
generic slip.

A slip keeps every other definition, so what is computed after it follows from the wrong value. `fits` says whether it
makes a plausible wrong solution of a world.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mspec.compiler.constraints import grid_of
from mspec.compiler.ir import Apply, Given, Literal, Mistake, NodeId, Problem, Text, Value
from mspec.compiler.renumber import renumber
from mspec.compiler.rewrite.mistaken import mistaken, own_operators, redefined, right_given
from mspec.compiler.solution import solution
from mspec.compiler.types import Num
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.meaning import number
from mspec.runtime.sample.streams import Seed, Stream
from mspec.runtime.vary.generic_slips import Slipped, of_place, stopped_early

MOST_PLACES = 24
"""Operators of one step that generic slips look at."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One wrong step: `step` of `problem` gets the definition that it has in `edited`.

    `edited` has the nodes of `problem`, at the same places, and more behind them; `written` is the same numbered anew.
    """

    name: str
    problem: Problem
    step: NodeId
    says: Text
    edited: Problem
    when: NodeId | None = None
    own: bool = False
    """An author's mistake, not a generic slip."""

    @property
    def right(self) -> str:
        """Of a mistake about a given: what its right value is called in `edited`; else empty."""
        return right_given(self.problem, self.step) if isinstance(self.problem.nodes[self.step], Given) else ""

    def world(self, right: Mapping[NodeId, Value]) -> dict[NodeId, Value]:
        """A world of the problem as one of `edited`."""
        if not self.right:
            return dict(right)
        moved = {node: value for node, value in right.items() if node != self.step}
        return {**moved, len(self.problem.nodes): right[self.step]}

    def written(self) -> Problem:
        """The wrong problem, as it can be compiled."""
        return renumber(self.edited)


def slips(problem: Problem) -> tuple[Slip, ...]:
    """The slips of a problem: its mistakes, then the generic ones, in the order of the steps of its solution.

    Steps that the solution finds by undoing others, and told ones, have none; a given that it finds so has those that
    its author names.

    Raises:
        MspecError: the problem has no solution.
    """
    solved = solution(problem).steps
    steps = tuple(step.recomputes for step in solved if not step.derived)
    found_back = [step.recomputes for step in solved if isinstance(problem.nodes[step.recomputes], Given)]
    mine = (_mistaken(problem, m) for m in problem.mistakes if m.step in steps or m.step in found_back)
    found = [slip for slip in mine if slip is not None]
    known = {_definition(slip) for slip in found}
    names = problem.names()
    for step in steps:
        count: dict[str, int] = {}
        for place, slipped in _generic(problem, step, frozenset(steps)):
            edited = redefined(problem, step, {place: slipped.node}, slipped.brought)
            name = f"{names[step]}.{slipped.kind}"
            slip = Slip(name, problem, step, (Literal(slipped.says),), edited)
            if _definition(slip) not in known:
                known.add(_definition(slip))
                count[name] = count.get(name, 0) + 1
                found.append(slip if count[name] == 1 else replace(slip, name=f"{name}.{count[name]}"))
    return tuple(found)


def _generic(problem: Problem, step: NodeId, steps: frozenset[NodeId]) -> Iterator[tuple[NodeId, Slipped]]:
    if any(ask.node == step for ask in problem.asks):
        yield from ((step, slipped) for slipped in stopped_early(problem, step, _named_below(problem, step) & steps))
    for place in own_operators(problem, step)[:MOST_PLACES]:
        yield from ((place, slipped) for slipped in of_place(problem, place))


def _named_below(problem: Problem, step: NodeId) -> frozenset[NodeId]:
    """The named nodes that a step's expression speaks of."""
    names = problem.names()
    return frozenset(arg for place in own_operators(problem, step) for arg in problem.nodes[place].args if arg in names)


def _mistaken(problem: Problem, mistake: Mistake) -> Slip | None:
    """An author's mistake; None where it speaks of what is computed from the step itself."""
    edited = mistaken(problem, mistake)
    if edited is None:
        return None
    said = mistake.description or (Literal(mistake.name.replace("_", " ")),)
    return Slip(mistake.name, problem, mistake.step, said, edited, mistake.when, own=True)


def _definition(slip: Slip) -> object:
    """What a slip makes of its step, to tell whether two are the same."""
    nodes, names = slip.edited.nodes, slip.edited.names()

    def shown(place: NodeId, top: bool = False) -> object:
        node = nodes[place]
        if not isinstance(node, Apply) or (place in names and not top):
            return place if place in names else node
        if node.op == "same" and node.args[0] not in names:
            return shown(node.args[0])
        return node.op, node.data, tuple(map(shown, node.args))

    return slip.step, shown(slip.step, top=True)


@dataclass(frozen=True, slots=True)
class Slips:
    """The slips of a problem, and the stream that says in which order a row tries each."""

    streams: tuple[tuple[Slip, Stream], ...]

    @staticmethod
    def of(problem: Problem, seed: Seed, what: str) -> Slips:
        """Those of a problem; `what` they are for gives another order. Raises as `slips`."""
        return Slips(
            tuple((slip, Stream.keyed(problem.name, seed, what, slip.name, "wrong")) for slip in slips(problem))
        )

    def in_order(self, index: int) -> list[Slip]:
        """An author's mistakes first, each sort in random order; a function of the row's index."""
        keys = {slip.name: (not slip.own, stream.one_below(1 << 62, index)) for slip, stream in self.streams}
        return sorted((slip for slip, _ in self.streams), key=lambda slip: keys[slip.name])


# ------------------------------------------------------------------------------------------------- worlds


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a slip gives in a world: the wrong value of its step and of all that is asked."""

    value: Value
    answers: tuple[Value, ...]


def fits(slip: Slip, right: Interpreter) -> Wrong | None:
    """The wrong values in the world of an evaluator of the right problem; None where the slip does not apply, makes no
    difference to the step or to the last answer, or gives what nobody would take for an answer: no value, a part of
    what comes in wholes or cents, a negative number or 0 where the right one is positive. Nor may it change what the
    text tells."""
    if slip.when is not None and not right.holds(slip.when):
        return None
    reader = Interpreter(slip.edited, slip.world(right.world))
    try:
        if reader.broken() is not None:
            return None
        if any(reader.value(node) != right.value(node) for node in _told(slip.problem)):
            return None
        value, answers = reader.value(slip.step), tuple(reader.value(ask.node) for ask in slip.problem.asks)
        truth = tuple(right.value(ask.node) for ask in slip.problem.asks)
        if value == right.value(slip.step) or answers[-1] == truth[-1]:
            return None
        demanded = reader.demanded()
        steps = [step.node for step in slip.edited.steps if step.node in demanded]
        plausible = all(_plausible(slip.problem, node, reader.value(node), right.value(node)) for node in steps)
    except Undefined:
        return None
    return Wrong(value, answers) if plausible else None


def after(slip: Slip, wrong: Wrong, right: Interpreter) -> tuple[Value, ...]:
    """The answers of the right problem where the step is forced to the wrong value: those of the wrong one, by another
    way."""
    forced = Interpreter(slip.problem, right.world, interventions={slip.step: wrong.value})
    return tuple(forced.value(ask.node) for ask in slip.problem.asks)


def _told(problem: Problem) -> list[NodeId]:
    """Steps that the text states."""
    told = problem.told() | frozenset(problem.tells)
    return [step.node for step in problem.steps if step.node in told]


def _plausible(problem: Problem, node: NodeId, wrong: Value, right: Value) -> bool:
    if not isinstance(problem.nodes[node].type, Num):
        return True
    grid = grid_of(problem, node)
    if grid is not None and (number(wrong) / grid).denominator != 1:
        return False
    return number(right) < 0 or number(wrong) > 0 or number(right) == 0 <= number(wrong)
