"""The readable text form of a problem's graph, for people and for error messages. One line a node."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from mspec.compiler.ir import (
    Apply,
    Article,
    Choice,
    Const,
    Counted,
    Domain,
    Given,
    Lattice,
    Literal,
    NodeId,
    NounAttribute,
    PersonRef,
    Problem,
    Segment,
    Show,
    Text,
    Values,
)
from mspec.compiler.types import show


def dump(problem: Problem) -> str:
    """The whole graph, then what refers to it.

    A node reads `%8 full = mul %2 %3 : money  "price before the discount"`.
    """
    steps = {step.node: step for step in problem.steps}
    lines = [f"problem {problem.name}"]
    for node in range(len(problem.nodes)):
        lines.append("  " + dump_node(problem, node))
    for step in problem.steps:
        if step.declared:
            lines.append(f"  declared %{step.node}")
    lines += [f"  require %{r.node}" + (f'  "{r.reason}"' if r.reason else "") for r in problem.requires]
    lines += [f"  say {_quoted(sentence.segments)}" for sentence in problem.story]
    lines += [f"  tell %{node}" for node in problem.tells]
    lines += [f"  ask %{ask.node} {_quoted(ask.question)}" for ask in problem.asks]
    if problem.hint is not None:
        lines.append(f"  hint {_quoted(problem.hint)}")
    for mistake in problem.mistakes:
        when = "" if mistake.when is None else f" when %{mistake.when}"
        name = steps[mistake.step].name if mistake.step in steps else f"%{mistake.step}"
        lines.append(f"  mistake {mistake.name}: {name} := %{mistake.value}{when}")
    for test in problem.tests:
        parts = [f"%{node} = {_value(value)}" for node, value in test.bindings]
        parts += [f"expect %{node}" for node in test.expects] + [f"always %{node}" for node in test.always]
        lines.append(f'  test "{test.title}": ' + "; ".join(parts))
    return "\n".join(lines) + "\n"


def dump_node(problem: Problem, node: NodeId) -> str:
    """The line of one node."""
    expression = problem.nodes[node]
    described: Text | None = None
    match expression:
        case Given(name, type_, domain, flags):
            described = expression.description
            words = " ".join(["", *sorted(flags)])
            head = f"%{node} {name} = given {_domain(domain)}{words}"
        case Const(value, type_):
            head = f"%{node} = const {_value(value)}"
        case Apply(op, args, type_, data):
            arguments = [f"%{arg}" for arg in args] + [f"[{_datum(entry)}]" for entry in data]
            head = " ".join([f"%{node} = {op}", *arguments])
        case _:
            assert_never(expression)
    step = problem.step_of(node)
    if step is not None:
        head = head.replace(" =", f" {step.name} =", 1)
        described = step.description
    return f"{head} : {show(type_)}" + (f"  {_quoted(described)}" if described else "")


def _domain(domain: Domain) -> str:
    match domain:
        case Lattice(low, high, stride):
            return f"{low}..{high} by {stride}"
        case Values(values):
            return "{" + ", ".join(map(_value, values)) + "}"
        case NounAttribute(noun, attribute):
            return f"%{noun}.{attribute}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Fraction() | int():
            return str(value)
        case tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
        case _:
            return repr(value)


def _datum(datum: object) -> str:
    return ", ".join(map(_datum, datum)) if isinstance(datum, tuple) else str(datum)


def _quoted(text: Text) -> str:
    return '"' + "".join(map(_segment, text)) + '"'


def _segment(segment: Segment) -> str:
    match segment:
        case Literal(text):
            return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        case Show(node, form, untold):
            return _hole(f"%{node}" + (f":{form}" if form else ""), untold)
        case Counted(count, noun, verb, auxiliary, untold, form):
            thing = noun.name if noun.node is None else f"%{noun.node}"
            words = [auxiliary, f"%{count}{':' + form if form else ''} of {thing}", verb]
            return _hole(" ".join(word for word in words if word), untold)
        case Article(node, capital, untold, form):
            return _hole(f"{'An' if capital else 'a'} %{node}{':' + form if form else ''}", untold)
        case PersonRef(node, form, capital, verb, auxiliary):
            spelled = form.capitalize() if capital else form
            words = [auxiliary, f"%{node}" + (f".{spelled}" if form else ""), verb]
            return _hole(" ".join(word for word in words if word), None)
        case Choice(condition, then, otherwise):
            other = "{else}" + _quoted(otherwise)[1:-1] if otherwise else ""
            return f"{{if %{condition}}}{_quoted(then)[1:-1]}{other}{{end}}"
        case _:
            assert_never(segment)


def _hole(inside: str, untold: Text | None) -> str:
    return "{" + inside + ("" if untold is None else f" | {_quoted(untold)}") + "}"
