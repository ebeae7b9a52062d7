"""Edits of a problem: new nodes, moved uses, what is told and asked. Every edit ends in a problem that prints.

These are the primitives that intervention rules are made of. An `Edit` collects changes on a copy; `done` numbers
the nodes canonically and verifies the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mspec.compiler.ir import (
    Apply,
    Ask,
    Const,
    Domain,
    Given,
    Literal,
    Node,
    NodeId,
    Problem,
    Segment,
    Sentence,
    Show,
    Step,
    Text,
    Value,
    merged,
    shown_nodes,
)
from mspec.compiler.plugins import operators_of
from mspec.compiler.renumber import map_text, renumber
from mspec.compiler.rewrite.waiting import free_name, taken_names
from mspec.compiler.types import NounType, Person, Type
from mspec.compiler.verify import verify


class Edit:
    """Changes to a problem. The problem itself is never changed.

    Node ids are those of the problem given here, or come from this edit; `done` numbers anew, so look names up
    again in its result. Names that remaining rules would bring count as taken.

    Example: after node n, everything that was computed from n is computed from n + 1.

        edit = Edit(problem)
        n = problem.node_named("n")
        one = edit.const(Fraction(1), edit.type(n))
        more = edit.step("more", edit.apply("add", n, one), "number after one more")
        edit.redirect(n, more)
        variant = edit.done()
    """

    def __init__(self, problem: Problem, nodes: Sequence[Node] | None = None) -> None:
        """Edit a problem. `nodes`: its own and, behind them, new ones that are part of this edit."""
        self.problem = problem
        self.nodes: list[Node] = list(problem.nodes if nodes is None else nodes)
        self.brought: set[NodeId] = set(range(len(problem.nodes), len(self.nodes)))

    def type(self, node: NodeId) -> Type:
        """The type of a node."""
        return self.nodes[node].type

    def add(self, node: Node) -> NodeId:
        """A new node."""
        self.nodes.append(node)
        self.brought.add(len(self.nodes) - 1)
        return len(self.nodes) - 1

    # ---------------------------------------------------------------------------------------------- add

    def given(self, name: str, type_: Type, domain: Domain, description: str = "") -> NodeId:
        """A new leaf under a name that the problem does not have yet (see `fresh`)."""
        described: Text | None = (Literal(description),) if description else None
        return self.add(Given(self.fresh(name), type_, domain, description=described))

    def const(self, value: Value, type_: Type) -> NodeId:
        """A literal, used once."""
        return self.add(Const(value, type_))

    def apply(self, op: str, *args: NodeId, type: Type | None = None) -> NodeId:
        """An operator on nodes, typed by its row of the table unless the type is given.

        Raises:
            TypeFault: the operands do not fit.
        """
        wanted = type or operators_of(self.problem)[op].typing([self.type(arg) for arg in args])
        return self.add(Apply(op, args, wanted))

    def step(self, name: str, node: NodeId, description: str | Text = "", *, declared: bool = False) -> NodeId:
        """Name a node of this edit as a step. Returns the node."""
        described: Text | None = (Literal(description),) if isinstance(description, str) and description else None
        if not isinstance(description, str):
            described = description
        new = Step(self.fresh(name), node, declared, described)
        self.problem = replace(self.problem, steps=(*self.problem.steps, new))
        return node

    def fresh(self, name: str) -> str:
        """The name itself, or with the next free number behind it. Names that rules bring count as taken."""
        added = {node.name for node in self.nodes if isinstance(node, Given)}
        return free_name(name, taken_names(self.problem, self.problem.rules) | added)

    def copied(self, text: Text) -> Text:
        """A text once more, for a second use: with literals of its own."""

        def at(node: NodeId) -> NodeId:
            found = self.nodes[node]
            return self.add(found) if isinstance(found, Const) else node

        return map_text(text, at)

    # --------------------------------------------------------------------------------------------- move

    def redirect(self, old: NodeId, new: NodeId) -> None:
        """Computing uses of `old` become uses of `new`: in steps and the sentences written for them, constraints,
        mistakes, hint and what is asked.

        What the story tells stays on `old`, and so does what this edit brings. A mistake stays with the step that it
        gets wrong.
        """
        follows = self.problem.followers(old)

        def at(node: NodeId) -> NodeId:
            return new if node == old else node

        for position, node in enumerate(self.nodes):
            if isinstance(node, Apply) and position not in self.brought and old in node.args:
                self.nodes[position] = replace(node, args=tuple(map(at, node.args)))
        problem = self.problem
        self.problem = replace(
            problem,
            steps=tuple(
                replace(step, sentence=map_text(step.sentence, at))
                if step.sentence and step.node in follows and old in shown_nodes(step.sentence)
                else step
                for step in problem.steps
            ),
            requires=tuple(replace(r, node=at(r.node)) for r in problem.requires),
            asks=tuple(replace(ask, node=at(ask.node)) for ask in problem.asks),
            mistakes=tuple(
                replace(m, value=at(m.value), when=None if m.when is None else at(m.when)) for m in problem.mistakes
            ),
            hint=None if problem.hint is None else map_text(problem.hint, at),
            tests=(),
        )

    def drop(self, given: NodeId) -> None:
        """Take out a given that nothing uses any more."""
        found = self.nodes[given]
        # A literal that nothing uses is not numbered.
        self.nodes[given] = Const(Fraction(0), found.type)

    # ---------------------------------------------------------------------------------- tell, hide, ask

    def say(self, text: Text, *, after: NodeId | None = None, origin: str = "edit") -> None:
        """A new sentence, behind the last one that tells `after`, or at the end of the story."""
        story = self.problem.story
        place = len(story)
        if after is not None:
            place = max((i + 1 for i, s in enumerate(story) if after in s.tells), default=place)
        self.problem = replace(self.problem, story=(*story[:place], self.sentence(text, origin), *story[place:]))

    def sentence(self, text: Text, origin: str) -> Sentence:
        """A sentence of the story; `origin` names the rule that brings it."""
        shown = shown_nodes(text)
        mentions = frozenset(n for n in shown if isinstance(self.type(n), (NounType, Person)))
        return Sentence(text, shown - mentions, mentions, origin)

    def tell(self, step: NodeId) -> None:
        """Allow the story to state a step."""
        self.problem = replace(self.problem, tells=tuple(dict.fromkeys((*self.problem.tells, step))))

    def hide(self, given: NodeId) -> None:
        """Tell a given no longer: its holes use their untold forms.

        Raises:
            NoUntoldForm: a hole that shows it has none; the sentence must be replaced or dropped first.
        """
        self.problem = replace(
            self.problem,
            story=tuple(
                self.sentence(untold(s.segments, given, self._name(given)), s.origin) if given in s.tells else s
                for s in self.problem.story
            ),
        )

    def _name(self, node: NodeId) -> str:
        found = self.nodes[node]
        return found.name if isinstance(found, Given) else self.problem.names().get(node, "this")

    def ask(self, node: NodeId, question: Text, *, form: Ask | None = None) -> None:
        """The question of the problem, in place of those that it has."""
        asked = Ask(node, question) if form is None else replace(form, node=node, question=question)
        self.problem = replace(self.problem, asks=(asked,), tests=())

    def problem_now(self) -> Problem:
        """The problem as far as it is edited, not yet numbered anew."""
        return replace(self.problem, nodes=tuple(self.nodes))

    def done(self, *, verified: bool = True) -> Problem:
        """The edited problem, numbered canonically and verified. Mistakes whose step is gone are dropped.

        Args:
            verified: without it the caller verifies what it keeps: of many variants that are tried, few are.

        Raises:
            Circular: a redirected use makes a node depend on itself.
            InvalidProblem: an invariant of the graph does not hold.
        """
        steps = {step.node for step in self.problem.steps}
        mistakes = tuple(m for m in self.problem.mistakes if m.step in steps)
        result = renumber(replace(self.problem, nodes=tuple(self.nodes), mistakes=mistakes))
        if verified:
            verify(result)
        return result


class NoUntoldForm(ValueError):
    """A hole cannot be hidden: its author gave no untold form, `{price | some price}`, and its sentence was not
    replaced. The argument names the given."""


def untold(text: Text, hidden: NodeId, name: str) -> Text:
    """A text in which holes for `hidden` say their untold form.

    Raises:
        NoUntoldForm: a hole has none.
    """
    found: list[Segment] = []
    for segment in text:
        node = segment.node if isinstance(segment, Show) else getattr(segment, "count", getattr(segment, "node", None))
        if node != hidden:
            found.append(segment)
            continue
        form = getattr(segment, "untold", None)
        if form is None:
            raise NoUntoldForm(f"`{name}` has no untold form: write `{{{name} | some words}}`")
        found += form
    return merged(found)


def can_hide(problem: Problem, node: NodeId) -> bool:
    """Whether every hole of the story and the questions that shows a node has an untold form. What a description shows
    cannot be hidden either: see `shown_in_descriptions`."""
    told = [sentence.segments for sentence in problem.story if node in sentence.tells]
    told += [ask.question for ask in problem.asks if node in shown_nodes(ask.question)]
    try:
        for text in told:
            untold(text, node, "")
    except NoUntoldForm:
        return False
    return True


def shown_in_descriptions(problem: Problem) -> frozenset[NodeId]:
    """The nodes that the description of some given or step shows."""
    described = [given.description for given in problem.nodes if isinstance(given, Given)]
    described += [step.description for step in problem.steps]
    return frozenset().union(*(shown_nodes(text) for text in described if text))
