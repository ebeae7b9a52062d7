"""Library rules, written for a target: the parameter becomes the node, its noun what the node counts."""

from __future__ import annotations

from mspec.compiler import ast
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import Environment
from mspec.compiler.build.target_words import all_asked_of_target, asks_of_target
from mspec.compiler.build.type_names import type_of
from mspec.compiler.ir import Literal, NodeId, Problem, shown_nodes
from mspec.compiler.rewrite.gaps import brought_by_library, description, told_by_author
from mspec.compiler.rewrite.rename import renamed
from mspec.compiler.rewrite.waiting import brought_names, free_name, taken_names
from mspec.compiler.solution import solution
from mspec.compiler.types import CountLabel, ListOf, Num, Person, Type, show
from mspec.compiler.units import Unit


class DoesNotFit(ValueError):
    """A node is not of the type that a rule is for; the argument says why."""


def written_for(declared: ast.RuleDecl, target: str, problem: Problem, environment: Environment) -> ast.Rule:
    """The rule that a library rule is for one node: `count(thing)` in its parameter fits a count of anything, and
    `thing` in its body is then what that node counts.

    Raises:
        DoesNotFit: the node is of another type.
    """
    if declared.target is None:
        return ast.Rule(declared.kind, declared.name, "", "", _of_somebody(declared.body, problem), span=declared.span)
    node = problem.node_named(target)
    found = problem.nodes[node].type
    names = noun_names(declared.target.type, found, problem, environment)
    _meant(declared, node, problem)
    if declared.kind in ("insert", "derive") and brought_by_library(problem, node):
        raise DoesNotFit("another library rule brought it")
    # All at once: what the rule brings must not catch the name of the target.
    taken = taken_names(problem, problem.rules) | environment.defs.keys()
    free = {name: free_name(name, taken) for name in brought_names(declared)}
    own = tuple(item for item in declared.body if asks_of_target(item, declared.target.name) is None)
    body = renamed(own, {**free, **names, declared.target.name: target})
    return ast.Rule(declared.kind, declared.name, target, "", body, span=declared.span)


def fits(declared: ast.RuleDecl, node: NodeId, problem: Problem, environment: Environment) -> bool:
    """Whether a library rule is for nodes of this type."""
    if not means(declared, node, problem):
        return False
    return declared.target is None or suits(declared, problem.nodes[node].type, problem, environment)


def suits(declared: ast.RuleDecl, found: Type, problem: Problem, environment: Environment) -> bool:
    """Whether a library rule with a target is for nodes of a type, whatever their words say."""
    assert declared.target is not None
    try:
        wanted = type_of(Draft(environment), declared.target.type)
        if isinstance(wanted, Num) and isinstance(found, Num) and not _alike(wanted, found):
            return False  # most are: nobody asks why
        noun_names(declared.target.type, found, problem, environment)
    except (Fault, DoesNotFit):
        return False
    return True


def means(declared: ast.RuleDecl, node: NodeId, problem: Problem) -> bool:
    """Whether a library rule is for what a node is called; one without a target, whether there is whom it is about."""
    try:
        if declared.target is None:
            _of_somebody(declared.body, problem)
            return True
        _meant(declared, node, problem)
        return declared.kind not in ("insert", "derive") or not brought_by_library(problem, node)
    except DoesNotFit:
        return False


def _of_somebody(body: tuple[ast.RuleItem, ...], problem: Problem) -> tuple[ast.RuleItem, ...]:
    """A fact about a person, told of the first one in the story: of a stranger it would come from nowhere."""
    person = next((item.given.names[0] for item in body if isinstance(item, ast.With) and _is_person(item)), None)
    if person is None:
        return body
    names = problem.names()
    people = (node for node in _at_the_start(problem) if isinstance(problem.nodes[node].type, Person))
    first = next(people, None)
    if first is None:
        raise DoesNotFit("nobody is there when the story begins")
    facts = solution(problem).unused
    if any(isinstance(problem.nodes[node].type, Num) for node in facts):
        raise DoesNotFit("the story already has a fact that nobody needs")
    kept = tuple(item for item in body if not (isinstance(item, ast.With) and item.given.names[0] == person))
    return renamed(kept, {person: names[first]})


def _is_person(item: ast.With) -> bool:
    return item.given.type is not None and item.given.type.name == "person"


def _at_the_start(problem: Problem) -> list[NodeId]:
    """The named nodes that the first sentence shows, as they come."""
    names = problem.names()
    first = problem.story[0].segments if problem.story else ()
    shown = (node for segment in first for node in sorted(shown_nodes((segment,))))
    return [node for node in shown if node in names]


def _meant(declared: ast.RuleDecl, node: NodeId, problem: Problem) -> None:
    """Raises where a rule is for another kind of description, or for what the story tells."""
    asked = all_asked_of_target(declared)
    if not asked:
        return
    described = "".join(part.text if isinstance(part, Literal) else "…" for part in description(problem, node))
    told = any(wanted.asked == "told" for wanted in asked) and told_by_author(problem, node)
    for wanted in asked:
        if not wanted.holds(described, told):
            raise DoesNotFit(f"it is the {described}, and the rule is {wanted.text}")


def noun_names(name: ast.TypeName, found: Type, problem: Problem, environment: Environment) -> dict[str, str]:
    """What nouns of a parameter's type stand for where the target is of another.

    Raises:
        DoesNotFit: a rule with such a parameter is not for that type.
    """
    try:
        wanted = type_of(Draft(environment), name)
    except Fault as fault:
        raise DoesNotFit(str(fault)) from None
    if not isinstance(wanted, Num) or not isinstance(found, Num):
        element = found.element if isinstance(found, ListOf) and isinstance(wanted, ListOf) else found
        if wanted != found or element is None:
            raise DoesNotFit(f"it is {show(found)}, and the rule is for {show(wanted)}")
        return {}
    if not _alike(wanted, found):
        raise DoesNotFit(f"it is {show(found)}, and the rule is for {show(wanted)}")
    if not _mix(wanted.unit, found.unit):
        raise DoesNotFit(f"it is in {found.unit}, which nobody reckons together with {wanted.unit}")
    names: dict[str, str] = {}
    for wide, narrow in ((wanted.label, found.label), (wanted.per, found.per)):
        if (wide is None) != (narrow is None):
            raise DoesNotFit(f"it is {show(found)}, and the rule is for {show(wanted)}")
        if wide is not None and narrow is not None:
            if narrow.several or not environment.covers(wide, narrow, _drawn(problem, narrow)):
                raise DoesNotFit(f"it counts {narrow.noun}, and the rule is for {wide.noun}")
            names[wide.noun] = narrow.noun
    return names


def _alike(wanted: Num, found: Num) -> bool:
    """Numbers of one sort: both percentages, or both in a currency."""
    same = (wanted.tag, wanted.exact, wanted.unit.dimension) == (found.tag, found.exact, found.unit.dimension)
    return same and wanted.unit.currency == found.unit.currency and (found.whole or not wanted.whole)


def _mix(one: Unit, other: Unit) -> bool:
    """Whether a text may have both units: metres and kilometres, feet and yards, minutes and weeks, but not metres
    and feet, whose ratio has a large prime."""
    if one.zero != other.zero:
        return False
    factor = one.factor_to(other)
    rest = factor.numerator * factor.denominator
    for prime in (2, 3, 5, 7):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _drawn(problem: Problem, label: CountLabel) -> dict[str, tuple[str, ...]]:
    """The nouns that a noun given may draw."""
    if not label.rigid:
        return {}
    domain = getattr(problem.nodes[problem.node_named(label.noun)], "domain", None)
    return {label.noun: tuple(str(value) for value in getattr(domain, "values", ()))}


def reference(rule: ast.Rule, environment: Environment) -> ast.RuleDecl | None:
    """The library rule that an `apply` names."""
    return environment.rules.get(rule.reference.rpartition(".")[2])
