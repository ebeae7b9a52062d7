"""A problem with one step redefined by an author's mistake, and why a mistake can have no such problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.graph import MistakeWithoutTrace
from mspec.compiler.ir import Apply, Given, Mistake, Node, NodeId, Problem, Step
from mspec.compiler.renumber import Circular, renumber
from mspec.compiler.solution import Solution, solution
from mspec.compiler.types import Num


def own_operators(problem: Problem, step: NodeId) -> list[NodeId]:
    """The operators that a step's expression is made of, from the outside."""
    names, found, waiting = problem.names(), list[NodeId](), [step]
    while waiting:
        place = waiting.pop(0)
        if isinstance(problem.nodes[place], Apply) and place not in found:
            found.append(place)
            waiting += [arg for arg in problem.nodes[place].args if arg not in names]
    return found


def mistaken(problem: Problem, mistake: Mistake) -> Problem | None:
    """The problem as a mistake has it, with the nodes of the right one at the same places and more behind them; None
    where the mistake speaks of what is computed from the step itself."""
    if isinstance(problem.nodes[mistake.step], Given):
        return _guessed(problem, mistake)
    wrong = problem.nodes[mistake.value]
    right = len(problem.nodes)  # where the mistake speaks of the step, the right definition stands behind the others
    changed: dict[NodeId, Node] = {}
    for place in own_operators(problem, mistake.value):
        node = problem.nodes[place]
        if isinstance(node, Apply) and mistake.step in node.args:
            changed[place] = replace(node, args=tuple(right if arg == mistake.step else arg for arg in node.args))
    wrong = changed.get(mistake.value, wrong)
    step_type = problem.nodes[mistake.step].type
    if isinstance(wrong, Apply) and isinstance(wrong.type, Num) and isinstance(step_type, Num):
        # It counts what the step counts, as far as the trace says.
        wrong = replace(wrong, type=replace(step_type, whole=wrong.type.whole))
    edited = redefined(problem, mistake.step, {**changed, mistake.step: wrong}, (problem.nodes[mistake.step],))
    try:
        renumber(edited)
    except Circular:
        return None
    return edited


def right_given(problem: Problem, given: NodeId) -> str:
    """What the right value of a given is called where a mistake puts a step in its place."""
    name = f"{problem.names()[given]}_right"
    while name in problem.names().values():
        name += "_"
    return name


def _guessed(problem: Problem, mistake: Mistake) -> Problem | None:
    """A mistake about a given that the reader has to find: a step in its place, for all that the answer needs it for.
    What is told was computed from the right value, which stands behind the other nodes."""
    given, right = problem.nodes[mistake.step], len(problem.nodes)
    assert isinstance(given, Given)
    told = problem.told() | frozenset(problem.tells)
    before = problem.ancestors(told)
    changed: dict[NodeId, Node] = {
        place: replace(node, args=tuple(right if arg == mistake.step else arg for arg in node.args))
        for place, node in enumerate(problem.nodes)
        if isinstance(node, Apply) and mistake.step in node.args and (place in before or place == mistake.value)
    }
    wrong = changed.get(mistake.value, problem.nodes[mistake.value])
    if isinstance(wrong, Apply) and isinstance(wrong.type, Num) and isinstance(given.type, Num):
        wrong = replace(wrong, type=replace(given.type, whole=wrong.type.whole))
    hidden = replace(given, name=right_given(problem, mistake.step))
    edited = redefined(problem, mistake.step, {**changed, mistake.step: wrong}, (hidden,))
    edited = replace(
        edited, steps=(*edited.steps, Step(name=given.name, node=mistake.step, description=given.description))
    )
    try:
        renumber(edited)
    except Circular:
        return None
    return edited


def redefined(problem: Problem, step: NodeId, changed: Mapping[NodeId, Node], brought: tuple[Node, ...]) -> Problem:
    """The problem with other nodes at some places. What speaks of right values only is left out; the author's sentence
    of the step too, which says what was right."""
    nodes = [changed.get(place, node) for place, node in enumerate(problem.nodes)]
    steps = tuple(replace(s, sentence=None) if s.node == step else s for s in problem.steps)
    return replace(
        problem, nodes=(*nodes, *brought), steps=steps, requires=(), hint=None, mistakes=(), rules=(), tests=()
    )


def without_trace(problem: Problem, solved: Solution) -> Iterator[MistakeWithoutTrace]:
    """The mistakes that no world can have a worked-out wrong solution of, each with the reason."""
    names = problem.names()
    found = {step.recomputes: step for step in solved.steps}
    for mistake in problem.mistakes:
        step, name = found.get(mistake.step), names[mistake.step]
        if step is None:
            told = mistake.step in problem.told() or mistake.step in problem.tells
            why = f"the text tells `{name}`" if told else f"the solution does not compute `{name}`"
            way_out = "redefine a step that the solution computes"
        elif step.derived and not isinstance(problem.nodes[mistake.step], Given):
            why = f"the solution finds `{name}` backwards, and not by its definition"
            way_out = "redefine the given that is asked for, or a step that the solution computes as it is written"
        else:
            why, way_out = _unwritten(problem, mistake)
        if why:
            yield MistakeWithoutTrace(mistake.span, mistake=mistake.name, why=why, way_out=way_out)


def _unwritten(problem: Problem, mistake: Mistake) -> tuple[str, str]:
    """Why the problem with a mistake in it has no worked solution, and the way out; empty where it has one."""
    edited = mistaken(problem, mistake)
    name = problem.names()[mistake.step]
    if edited is None:
        return f"it speaks of what is computed from `{name}`", "write it with what stands before that step"
    try:
        solution(renumber(edited))
    except MspecError as error:
        return (
            f"a reader could not compute it: {error.diagnostics[0].text()}",
            "write it with what is told and what the solution computes; `when` may speak of anything",
        )
    return "", ""
