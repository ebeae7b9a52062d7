"""The kinds of rules: what each does with the nodes and sentences that its body brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mspec.compiler.build.rule_body import Brought
from mspec.compiler.ir import (
    Given,
    Literal,
    Problem,
    Show,
    merged,
    shown_nodes,
)
from mspec.compiler.rewrite.application import Application
from mspec.compiler.rewrite.edit import Edit
from mspec.compiler.rewrite.gaps import (
    AUTHOR,
    LIBRARY,
    apart,
    changed_enough,
    description,
    last_telling,
    said_later,
    spoken_of_later,
)
from mspec.compiler.rewrite.waiting import rewired, speaks_of
from mspec.compiler.solution import solution
from mspec.compiler.types import Num, show


def insert(it: Application, brought: Brought) -> None:
    """A proxy behind the target: what was computed from the target is computed from the last step."""
    new = it.last(brought)
    if not it.own and not apart(it.problem, it.target):
        raise it.refused("what it is computed from is needed elsewhere too", "insert behind another node")
    if not it.own and changed_enough(it.problem, it.target):
        raise it.refused("it was changed often enough", "change another node")
    stale = next((step.name for step in it.problem.steps if it.target in shown_nodes(step.description or ())), None)
    if stale is not None:
        # "The amount saved in 6 weeks" would be called so when it is that of 8.
        raise it.refused(f"the description of `{stale}` shows it", "leave the number out of that description")
    it.fit(new, it.problem.nodes[it.target].type)
    it.describe(brought)
    place = it.place()
    clash = None if it.own else said_later(it.problem, it.target, place)
    if clash is not None:
        raise it.refused(*clash)
    it.say(brought, place)
    it.replace(brought)
    if not it.own:
        it.ask_for(new.name)
    kept = it.kept_on_both()
    it.edit.redirect(it.target, new.node)
    it.edit.problem = replace(it.edit.problem, requires=(*kept, *it.edit.problem.requires))
    it.rewire(new.name)
    it.proxy = "" if it.own else new.name


def extend(it: Application, brought: Brought) -> None:
    """A step behind an asked node: the question moves to it."""
    new = it.last(brought)
    asks = it.problem.asks
    place = next((k for k, ask in enumerate(asks) if ask.node == it.target), None)
    if place is None:
        raise it.refused("it is not asked", "extend a node that the problem asks for")
    if not brought.asks:
        raise it.refused("its body has no `ask`", 'add `ask "…?"` to the body')
    if not it.own and place != len(asks) - 1:
        raise it.refused("a later question may go on from it", "extend what is asked last")
    if not it.own and getattr(it.edit.nodes[new.node], "op", "") == "same":
        raise it.refused("it is already what the rule asks for", "extend a node in another unit")
    it.describe(brought)
    it.say(brought, len(it.problem.story))
    it.replace(brought)
    asked = [it.asked(node, ask, new.node) for node, ask in brought.asks]
    it.edit.problem = replace(it.edit.problem, asks=(*asks[:place], *asked, *asks[place + 1 :]))


def derive(it: Application, brought: Brought) -> None:
    """A told given becomes computed: the last step stands in its place, and the story tells the new leaves."""
    given = it.problem.nodes[it.target]
    new = it.last(brought)
    if not isinstance(given, Given) or not isinstance(given.type, Num):
        raise it.refused("it is not a number that is given", "derive a given")
    if it.target in replace(it.problem, nodes=tuple(it.edit.nodes)).ancestors([new.node]):
        raise it.refused("its last step is computed from the target itself", "compute it from new givens")
    it.fit(new, given.type)
    if new.description is None:
        it.change(new, replace(new, description=given.description))
    place = 1 + last_telling(it.problem, [it.target])
    it.say(brought, place)
    it.replace(brought)
    it.hide([it.target, *(node for node in brought.hides if node != it.target)])
    it.leave(it.target, new.node)
    it.edit.redirect(it.target, new.node)
    it.edit.drop(it.target)
    it.believable(given, new.node)
    old = it.rule.target
    rules = tuple(rewired(rule, old, new.name) for rule in it.waiting)
    it.wait(tuple(rule for rule in rules if not speaks_of(rule, old)))


def invert(it: Application, brought: Brought) -> None:
    """A given is hidden, the answer told, the given asked for."""
    if not isinstance(it.problem.nodes[it.target], Given):
        raise it.refused("it is not a given", "invert a given")
    if not brought.asks:
        raise it.refused("its body has no `ask`", 'add `ask "…?"` to the body')
    brought_by_rules = (k for k, said in enumerate(it.problem.story) if said.origin not in AUTHOR)
    if any(spoken_of_later(it.problem, it.target, k, k + 1) for k in brought_by_rules):
        raise it.refused("a rule that was applied speaks of it", "invert before other rules speak of it")
    steps = {step.node for step in it.problem.steps}
    shown = {node for text, _ in brought.says for node in shown_nodes(text)}
    shown |= {node for text in brought.replaces.values() for node in shown_nodes(text)}
    it.say(brought, len(it.problem.story))
    it.replace(brought)
    it.hide([it.target, *(node for node in brought.hides if node != it.target)])
    told = dict.fromkeys((*it.edit.problem.tells, *sorted(steps & shown)))
    asked = tuple(it.asked(node, ask, it.target) for node, ask in brought.asks)
    # A mistake redefines a step; what is asked now no longer depends on the steps.
    it.edit.problem = replace(it.edit.problem, tells=tuple(told), asks=asked, mistakes=(), hint=None)


def distract(it: Application, brought: Brought) -> None:
    """A fact that no step uses. That of a library opens the story: elsewhere "it" and "the rest" would be cut off. That
    of an author comes behind what the author wrote, not behind what libraries made of it."""
    its_own = [place for place, said in enumerate(it.problem.story) if not said.origin.startswith(LIBRARY)]
    it.say(brought, max(its_own, default=-1) + 1 if it.own else 0)


def fold(it: Application, brought: Brought) -> None:
    """A step is told in place of what it was computed from; sentences that nothing needs go."""
    step = it.problem.step_of(it.target)
    if step is None:
        raise it.refused("it is not a step", "fold a step")
    if any(ask.node == it.target for ask in it.problem.asks) or it.target in it.problem.told():
        raise it.refused("it is asked or told", "fold a step on the way to the answer")
    place = 1 + last_telling(it.problem, it.problem.ancestors([it.target]))
    if not brought.says and not brought.replaces:
        if not step.description:
            raise it.refused("it has no description to tell it by", "describe the step, or `say` it in the rule")
        told = it.edit.copied(step.description)
        said = merged((Literal("The "), *told, Literal(" is "), Show(it.target), Literal(".")))
        brought.says.append((said, None))
    it.say(brought, place)
    it.replace(brought)
    tells = tuple(dict.fromkeys((*it.edit.problem.tells, it.target)))
    it.edit.problem = replace(it.edit.problem, tells=tells)
    idle = set(solution(it.edit.problem_now()).unused) - set(solution(it.problem).unused)
    if not idle:
        raise it.refused("all that it is computed from is needed elsewhere too", "fold a step with inputs of its own")
    story = tuple(s for s in it.edit.problem.story if not s.tells or s.tells - idle)
    it.edit.problem = replace(it.edit.problem, story=story)
    # What is left of them would tell the same twice.
    it.hide(sorted(idle))
    mistakes = tuple(m for m in it.edit.problem.mistakes if m.step != it.target)
    it.edit.problem = replace(it.edit.problem, mistakes=mistakes)


def join(it: Application, asked: str, second: Problem) -> Problem:
    """Two problems side by side, the answer of the first in place of a given of the second."""
    problem = it.problem
    answer, it.target = problem.node_named(asked), problem.node_named(it.rule.target)
    given = problem.nodes[it.target]
    if not isinstance(given, Given) or given.type != problem.nodes[answer].type:
        found, wanted = show(problem.nodes[answer].type), show(given.type)
        raise it.refused(f"`{asked}` is {found} and the given {wanted}", "chain what is of one type")
    told = description(problem, it.target), description(problem, answer)
    if not all(told):
        raise it.refused(f"`{asked}` or the given has no description", "describe both")
    it.edit = Edit(replace(problem, asks=problem.asks[-len(second.asks) :]))
    # The untold form ("has some money") does not say how much that is.
    first, other = map(it.edit.copied, told)
    linked = merged((Literal("The "), *first, Literal(" is equal to the "), *other, Literal(".")))
    it.say(Brought(says=[(linked, None)]), 1 + last_telling(problem, [it.target]))
    it.hide([it.target])
    it.leave(it.target, answer)
    it.edit.redirect(it.target, answer)
    it.edit.drop(it.target)
    it.believable(given, answer)
    it.wait(tuple(rule for rule in problem.rules if not speaks_of(rule, it.rule.target)))
    result = it.edit.done()
    it.check(result)
    return it.kept(result)


KINDS: dict[str, Callable[[Application, Brought], None]] = {
    "insert": insert, "extend": extend, "derive": derive, "invert": invert, "distract": distract, "fold": fold,
}  # fmt: skip
