"""One application of a rule: what its body brings, and the parts of which every kind of rule is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mspec.compiler import ast
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import Environment
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.rule_body import Brought, build_item, node_of
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.rewriting import (
    AnswerLost,
    NoGap,
    NoUntoldForm,
    NoWorldLeft,
    RuleDoesNotFit,
    SameDescription,
)
from mspec.compiler.format_expr import format_expr
from mspec.compiler.ir import (
    Apply,
    Ask,
    Given,
    Lattice,
    Literal,
    NodeId,
    Problem,
    Require,
    Sentence,
    Step,
    Text,
    Value,
    Values,
    merged,
    shown_nodes,
)
from mspec.compiler.print_spec import Printer
from mspec.compiler.renumber import Circular, map_text
from mspec.compiler.rewrite import edit as edits
from mspec.compiler.rewrite.edit import Edit
from mspec.compiler.rewrite.gaps import ASKING, LIBRARY, UNTOLD, description, gap, is_plain, vouched
from mspec.compiler.rewrite.promises import never, promised
from mspec.compiler.rewrite.rename import renamed
from mspec.compiler.rewrite.told_apart import numbered, wording
from mspec.compiler.rewrite.waiting import brought_names, free_name, rewired, taken_names
from mspec.compiler.solution import solution
from mspec.compiler.types import BOOL, INT, Num, Type, show


@dataclass
class Application:
    problem: Problem
    rule: ast.Rule
    environment: Environment
    written: ast.Rule
    """As it stands in the problem: an `apply`, or the rule itself."""
    own: bool
    verified: bool = True
    """The result is verified; otherwise the caller does that with what it keeps."""
    beside: frozenset[str] = frozenset()
    """Names of a problem that was put beside the first: what they name must be described otherwise than the rest."""

    def __post_init__(self) -> None:
        self.name = self.rule.name or f"{self.rule.kind} {self.rule.target}"
        self.origin = self.name if self.own else f"{LIBRARY}{self.name}"
        rules = list(self.problem.rules)
        if self.written in rules:
            rules.remove(self.written)
        self.waiting = tuple(rules)
        self.proxy = ""
        """The step of a library rule through which the answer must be computed."""

    def result(self, work: Callable[[Application, Brought], None]) -> Problem:
        """The problem that the body makes, by the `work` of the rule's kind."""
        problem = self.problem
        draft = drafted(problem, self.environment)
        self.target = self._target(draft)
        brought = self._brought(draft)
        self.edit = Edit(replace(problem, rules=self.waiting, tests=()), draft.nodes)
        self._add(brought)
        work(self, brought)
        try:
            result = self.edit.done(verified=self.verified)
        except Circular:
            raise self.refused("it would be computed from itself", "choose another target") from None
        self.check(result)
        return self.kept(result)

    # ------------------------------------------------------------------------------------------ the body

    def _target(self, draft: Draft) -> NodeId:
        if not self.rule.target:
            return -1
        try:
            return node_of(draft, self.rule.target, self.rule.span)
        except Fault as fault:
            raise _as_error(fault) from None

    def _brought(self, draft: Draft) -> Brought:
        taken = taken_names(self.problem, self.waiting) | self.environment.defs.keys()
        free = {name: free_name(name, taken) for name in brought_names(self.rule)}
        body = renamed(self.rule.body, {old: new for old, new in free.items() if old != new})
        build, brought = Expressions(draft), Brought()
        for item in body:
            try:
                build_item(build, item, brought)
            except Fault as fault:
                raise _as_error(fault) from None
        return brought

    def _add(self, brought: Brought) -> None:
        if not self.own:
            self._tell_apart(brought)
        problem = self.edit.problem
        told = tuple(dict.fromkeys((*problem.tells, *brought.tells)))
        requires = (*problem.requires, *brought.conditions)
        self.edit.problem = replace(problem, steps=(*problem.steps, *brought.steps), requires=requires, tells=told)

    def _tell_apart(self, brought: Brought) -> None:
        """What a library rule brings once more is the "second tax rate"."""
        names = self.problem.names()
        nodes = self.edit.nodes
        there = frozenset(wording(description(self.problem, node), nodes) for node in names)
        for node in brought.givens:
            given = nodes[node]
            assert isinstance(given, Given)
            nodes[node] = replace(given, description=numbered(given.description, there, nodes))
        brought.steps[:] = [
            replace(step, description=numbered(step.description, there, nodes)) for step in brought.steps
        ]

    # -------------------------------------------------------------------------------------------- parts

    def refused(self, why: str, way_out: str) -> MspecError:
        name = self.rule.target or "the problem"
        return MspecError([RuleDoesNotFit(self.rule.span, rule=self.name, target=name, why=why, way_out=way_out)])

    def last(self, brought: Brought) -> Step:
        if not brought.steps:
            raise self.refused("its body has no `step`", "add the step that the rule brings")
        return brought.steps[-1]

    def change(self, old: Step, new: Step) -> None:
        problem = self.edit.problem
        self.edit.problem = replace(problem, steps=tuple(new if step == old else step for step in problem.steps))

    def fit(self, new: Step, wanted: Type) -> None:
        """The new step can stand where a node of the wanted type stood; a whole number is made an obligation."""
        found = self.edit.type(new.node)
        if isinstance(found, Num) and isinstance(wanted, Num):
            if replace(found, whole=wanted.whole) == wanted:
                if wanted.whole and not found.whole:
                    self.edit.nodes[new.node] = replace(self.edit.nodes[new.node], type=wanted)
                    current = next(step for step in self.edit.problem.steps if step.node == new.node)
                    self.change(current, replace(current, declared=True))
                return
        elif found == wanted:
            return
        raise self.refused(f"`{new.name}` is {show(found)} and `{self.rule.target}` {show(wanted)}", "match the types")

    def describe(self, brought: Brought) -> None:
        """`as "the tax"`: the last step is the "price after the tax"."""
        new = brought.steps[-1]
        if brought.apart and not new.description:
            told = description(self.problem, self.target)
            joint = Literal(" and " if _says_after(told) else " after ")
            text = merged((*self.edit.copied(told), joint, *brought.apart)) if told else brought.apart
            self.change(new, replace(new, description=text))

    def place(self) -> int:
        if self.own:
            return vouched(self.problem, self.target)
        place = gap(self.problem, self.target)
        if place is None:
            raise MspecError([NoGap(self.rule.span, rule=self.name, target=self.rule.target)])
        return place

    def say(self, brought: Brought, place: int) -> None:
        """New sentences in their order, at a place or behind the node that each names."""
        story = list(self.edit.problem.story)
        for text, after in brought.says:
            told = [] if after is None else [k for k, s in enumerate(story) if after in s.tells]
            at = told[-1] + 1 if told else place
            story.insert(at, self.edit.sentence(text, self.origin))
            place = at + 1 if at <= place else place
        self.edit.problem = replace(self.edit.problem, story=tuple(story))

    def replace(self, brought: Brought) -> None:
        for node, text in brought.replaces.items():
            story = self.edit.problem.story
            places = [k for k, sentence in enumerate(story) if node in sentence.tells]
            if not places:
                name = self.problem.names().get(node, "it")
                raise self.refused(f"no sentence tells `{name}`", "replace what a sentence tells")
            said = self.edit.sentence(text, self.origin)
            kept = [s for k, s in enumerate(story) if k not in places[1:]]
            kept[places[0]] = said
            self.edit.problem = replace(self.edit.problem, story=tuple(kept))

    def hide(self, nodes: list[NodeId]) -> None:
        """Holes use their untold forms; a sentence that tells nothing else goes."""
        for node in nodes:
            story: list[Sentence] = []
            for sentence in self.edit.problem.story:
                if node not in sentence.tells:
                    story.append(sentence)
                    continue
                try:
                    text = edits.untold(sentence.segments, node, self.problem.names().get(node, ""))
                except edits.NoUntoldForm:
                    # An author knows what goes with a sentence; a library does not.
                    if sentence.tells - {node} or not self.own:
                        name = self.problem.names().get(node, "it")
                        raise MspecError([NoUntoldForm(self.rule.span, rule=self.name, given=name)]) from None
                    continue
                origin = sentence.origin or (UNTOLD if sentence.tells == {node} else "")
                story.append(self.edit.sentence(text, origin))
            self.edit.problem = replace(self.edit.problem, story=tuple(story))

    def leave(self, node: NodeId, new: NodeId) -> None:
        """Texts beside the story follow a given that goes: a question uses its untold form, a sentence of the worked
        solution shows the new node. A description would tell what must be computed, so none may show it."""
        problem = self.edit.problem
        name = self.problem.names().get(node, "")
        described = [given.description for given in self.edit.nodes if isinstance(given, Given)]
        described += [step.description for step in problem.steps]
        if any(node in shown_nodes(text) for text in described if text):
            raise self.refused(f"a description shows `{name}`", "derive what no description shows")
        try:
            asks = tuple(
                replace(ask, question=edits.untold(ask.question, node, name))
                if node in shown_nodes(ask.question)
                else ask
                for ask in problem.asks
            )
        except edits.NoUntoldForm:
            raise MspecError([NoUntoldForm(self.rule.span, rule=self.name, given=name)]) from None
        self.edit.problem = replace(
            problem,
            asks=asks,
            steps=tuple(replace(step, sentence=_moved(step.sentence, node, new)) for step in problem.steps),
            mistakes=tuple(
                replace(mistake, description=_moved(mistake.description, node, new) or ())
                for mistake in problem.mistakes
            ),
        )

    def asked(self, node: NodeId | None, ask: Ask, default: NodeId) -> Ask:
        return replace(ask, node=default if node is None else node)

    def ask_for(self, name: str) -> None:
        """Where the question asks for the target in words of its own, it asks for a new step by its description: "A
        fifth of the income is given away. How much does Liam get?" might mean either."""
        problem = self.edit.problem
        told = next(step.description for step in problem.steps if step.name == name)
        if not told or not description(self.problem, self.target):
            return
        before, after = ASKING
        question = merged((Literal(before), *self.edit.copied(told), Literal(after)))
        self.edit.problem = replace(problem, asks=tuple(
            replace(ask, question=question) if ask.node == self.target and is_plain(self.problem, ask) else ask
            for ask in problem.asks
        ))  # fmt: skip

    def kept_on_both(self) -> tuple[Require, ...]:
        """Copies of the constraints that mention leaves alone, the target among them: believable before, believable
        after. (Left on the old node alone, one let 12 % of a variant's worlds have fractions of cents.)"""
        found: list[Require] = []
        named = self.problem.names()
        for require in self.problem.requires:
            inputs = _inputs(self.problem, require.node)
            leaves = all(isinstance(self.problem.nodes[node], Given) for node in inputs)
            if self.target in inputs and leaves and require.node not in named:
                found.append(replace(require, node=self._copied(require.node, named)))
        return tuple(found)

    def _copied(self, node: NodeId, named: dict[NodeId, str]) -> NodeId:
        old = self.edit.nodes[node]
        if node in named or (isinstance(old, Apply) and old.op in ("lookup", "item")):
            return node
        if isinstance(old, Apply):
            old = replace(old, args=tuple(self._copied(arg, named) for arg in old.args))
        return self.edit.add(old)

    def believable(self, given: Given, node: NodeId) -> None:
        """What stands in place of a given stays in its domain: in its range and on its strides, or a value."""
        match given.domain:
            case Lattice(low, high, stride):
                self._require(self._compared("ge", node, low, given.type))
                self._require(self._compared("le", node, high, given.type))
                if not isinstance(given.type, Num) or stride != given.type.grid:
                    above = self.edit.apply("sub", node, self.edit.const(low, given.type))
                    # A bare number divides a count, as it is read back.
                    unit = INT if isinstance(given.type, Num) and given.type.whole else given.type
                    strides = self.edit.apply("div", above, self.edit.const(stride, unit))
                    self._require(self.edit.apply("is_int", strides))
            case Values(values) if values:
                equal = [self._compared("eq", node, value, given.type) for value in values]
                one_of = equal[0]
                for other in equal[1:]:
                    one_of = self.edit.apply("or", one_of, other)
                self._require(one_of)

    def _compared(self, op: str, node: NodeId, value: Value, type_: Type) -> NodeId:
        return self.edit.add(Apply(op, (node, self.edit.const(value, type_)), BOOL))

    def _require(self, node: NodeId) -> None:
        problem = self.edit.problem
        self.edit.problem = replace(problem, requires=(*problem.requires, Require(node)))

    def rewire(self, new: str) -> None:
        self.wait(tuple(rewired(rule, self.rule.target, new) for rule in self.waiting))

    def wait(self, rules: tuple[ast.Rule, ...]) -> None:
        self.edit.problem = replace(self.edit.problem, rules=rules)

    # ------------------------------------------------------------------------------------------ the result

    def check(self, result: Problem) -> None:
        try:
            solved = solution(result).steps
        except MspecError as error:
            why = error.diagnostics[0].text()
            raise MspecError([AnswerLost(self.rule.span, rule=self.name, why=why)]) from None
        if self.proxy:
            # Not found without it, nor from what comes after it.
            proxy = result.node_named(self.proxy)
            if not any(step.recomputes == proxy and not step.derived for step in solved):
                raise self.refused("the answer is not computed from it", "insert behind another node")
        described: dict[Text, str] = {}
        for node, name in result.names().items():
            text = wording(description(result, node), result.nodes)
            if not text:
                continue
            if text in described and not self._was_so(described[text], name):
                shown = "".join(part.text if isinstance(part, Literal) else "…" for part in text)
                first = described[text]
                raise MspecError([
                    SameDescription(self.rule.span, rule=self.name, first=first, second=name, description=shown)
                ])  # fmt: skip
            described[text] = name

    def kept(self, result: Problem) -> Problem:
        """The result, with what the types of its steps promise; refused where no world is left."""
        lost = never(result)
        if lost is not None:
            told = format_expr(Printer(result).expr(lost.node))
            raise MspecError([NoWorldLeft(self.rule.span, rule=self.name, condition=told)])
        return promised(self.problem, result, self.target, verified=self.verified)

    def _was_so(self, first: str, second: str) -> bool:
        there = {first, second} <= set(self.problem.names().values())
        return there and (first in self.beside) == (second in self.beside)


def drafted(problem: Problem, environment: Environment) -> Draft:
    """A draft that goes on from a problem."""
    draft = Draft(environment, list(problem.nodes), linted=False)
    names = problem.names()
    draft.names.update({name: node for node, name in names.items()})
    draft.named.update(step.node for step in problem.steps)
    draft.later = frozenset(names.values())
    draft.described.update({node: description(problem, node) for node in names})
    for node, found in enumerate(problem.nodes):
        if isinstance(found, Apply) and found.op in ("lookup", "item"):
            draft.share(found.op, found.args[0], found.data[0], node)
    return draft


def _says_after(text: Text) -> bool:
    """ "price after the discount" goes on with "and the tax"."""
    return any(isinstance(part, Literal) and " after " in part.text for part in text)


def _inputs(problem: Problem, node: NodeId) -> frozenset[NodeId]:
    """The named nodes from which a node is computed."""
    names, found, waiting = problem.names(), set[NodeId](), [*problem.nodes[node].args]
    while waiting:
        current = waiting.pop()
        if current in names:
            found.add(current)
        else:
            waiting += problem.nodes[current].args
    return frozenset(found)


def _moved(text: Text | None, old: NodeId, new: NodeId) -> Text | None:
    return text and map_text(text, lambda node: new if node == old else node)


def _as_error(fault: Fault) -> MspecError:
    assert fault.diagnostic is not None
    return MspecError([fault.diagnostic])
