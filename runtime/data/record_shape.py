"""The JSON of a record, once for all worlds of a demanded shape: constants in place, holes where worlds differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mspec.compiler.ir import Given, Literal, NodeId, Problem, Text
from mspec.compiler.renumber import nodes_of
from mspec.compiler.types import Person, Word
from mspec.runtime.data.exact_text import type_text
from mspec.runtime.data.jsonl import Filled, Hole, Raw, Skeleton, Tree
from mspec.runtime.data.record_keys import Of
from mspec.runtime.data.styled_shape import styled_shape
from mspec.runtime.render.styles import Pack
from mspec.runtime.steps.equations import StepColumns, Worked, unit_of


@dataclass(frozen=True, slots=True)
class Header:
    """What all records of a problem share."""

    problem: Problem
    spec_hash: str
    seed: int
    proved: bool
    pairs: bool
    """Maps as lists of key and value, for formats whose columns are the same in every spec."""
    style: Pack | None = None
    """The style in which records have a text besides."""
    lineage: tuple[str, ...] = ()
    """The rules that made the problem, as their heads are written."""

    @property
    def prefix(self) -> str:
        """What stands before the index in an id."""
        return f"{self.problem.name}/{self.spec_hash[:8]}/{self.seed}/"


COMMON = ("answer", "steps", "told", "metrics")
"""The fields that rows with the same `common_givens` have in common."""


@dataclass(frozen=True, slots=True)
class Skeletons:
    """The records of a demanded shape: whole; and in two: `common` fields, and `outer` with a place for each."""

    whole: Skeleton
    outer: Skeleton
    common: Mapping[Of, Skeleton]

    @staticmethod
    def of(header: Header, worked: Worked, *, whole: bool = False) -> Skeletons:
        """The skeletons of the rows of a worked group; with `whole`, in one piece alone."""
        fields = _fields(header, worked)
        if whole:
            if header.style is not None:
                text = styled_shape(header.style, len(header.problem.asks), worked)
                fields = {**fields, "text": text.whole}
            made = Skeleton.of(fields)
            return Skeletons(made, made, {})
        common = {_field(name): Skeleton.of(fields[name]) for name in COMMON}
        common = {key: skeleton for key, skeleton in common.items() if skeleton.keys}
        outer = {name: Raw(_field(name)) if _field(name) in common else tree for name, tree in fields.items()}
        if header.style is not None:
            text = styled_shape(header.style, len(header.problem.asks), worked)
            fields, outer, common = {**fields, "text": text.whole}, {**outer, "text": text.outer}, common | text.common
        return Skeletons(Skeleton.of(fields), Skeleton.of(outer), common)


def _field(name: str) -> Of:
    """The key of a field as a whole."""
    return Of(f"field {name}")


def common_givens(problem: Problem) -> tuple[NodeId, ...]:
    """The givens on which the common fields may hang: all but people and words that only the story speaks of."""
    texts = [text for step in problem.steps for text in (step.description, step.sentence) if text]
    texts += [node.description for node in problem.nodes if isinstance(node, Given) and node.description]
    used = {node for text in texts for node in nodes_of(text)}
    used.update(ask.node for ask in problem.asks)
    used.update(arg for node in problem.nodes for arg in node.args)
    return tuple(
        node
        for node in problem.givens()
        if node in used or not isinstance(problem.nodes[node].type, Person | Word)
    )


def _fields(header: Header, worked: Worked) -> dict[str, Tree]:
    problem = header.problem
    asks = range(len(problem.asks))
    parts: list[Tree] = []
    if len(problem.asks) > 1:
        parts = [{"question": Hole(Of("part", k)), "answer": _answer(problem, k)} for k in asks]
    names = problem.names()
    givens: dict[str, Tree] = {names[node]: Hole(Of("given", node)) for node in problem.givens()}
    return {
        "id": Filled((header.prefix, Hole(Of("index")))),
        "spec": problem.name,
        "spec_hash": header.spec_hash,
        "seed": header.seed,
        "index": Raw(Of("index")),
        "question": Hole(Of("question")),
        "answer": _answer(problem, len(problem.asks) - 1),
        "parts": parts,
        "steps": [_step(problem, number, step) for number, step in enumerate(worked.steps)],
        "givens": _map(givens, header.pairs),
        "told": _map({names[node]: Hole(Of("given", node)) for node in problem.tells}, header.pairs),
        "metrics": _metrics(worked, header.pairs),
        "lineage": header.lineage,
        "verified": Raw(Of("verified")),
        **_plugins(problem, header.pairs),
    }


def _plugins(problem: Problem, always: bool) -> dict[str, Tree]:
    """The plug-ins whose primitives its claims call, with their versions; only where there are any, if not `always`."""
    named: list[Tree] = [f"{name} {version}" for name, version in problem.lexicon.plugins]
    return {"plugins": named} if named or always else {}


def _map(entries: Mapping[str, Tree], pairs: bool) -> Tree:
    return [{"key": name, "value": value} for name, value in entries.items()] if pairs else entries


def _answer(problem: Problem, ask: int) -> Tree:
    node = problem.asks[ask].node
    return {
        "text": Hole(Of("answer", ask)),
        "value": Hole(Of("answer_value", ask)),
        "type": type_text(problem, node),
        "unit": _unit(problem, node, Of("answer_unit", ask)),
    }


def _unit(problem: Problem, node: NodeId, key: Of) -> Tree:
    fixed, drawn = unit_of(problem, node)
    return fixed if drawn is None else Hole(key)


def _step(problem: Problem, number: int, columns: StepColumns) -> Tree:
    step = columns.step
    return {
        "name": step.name,
        "kind": step.kind,
        "description": _description(problem, step.node, number),
        "sentence": Hole(Of("sentence", number)),
        "expression": columns.expression,
        "equation": "" if columns.equation is None else Hole(Of("equation", number)),
        "claim": "" if columns.claim is None else Hole(Of("claim", number)),
        "value": Hole(Of("value", number)),
        "unit": _unit(problem, step.node, Of("unit", number)),
        "inputs": step.inputs,
        "depth": step.depth,
    }


def _description(problem: Problem, node: NodeId, number: int) -> Tree:
    """What a step finds: constant, or a hole where it hangs on the world."""
    text = description_of(problem, node)
    if all(isinstance(segment, Literal) for segment in text):
        return "".join(segment.text for segment in text if isinstance(segment, Literal))
    return Hole(Of("description", number))


def description_of(problem: Problem, node: NodeId) -> Text:
    """The description of a step or, for a step that recovers it, of a given."""
    step = problem.step_of(node)
    found = step.description if step is not None else getattr(problem.nodes[node], "description", None)
    return found or ()


def _metrics(worked: Worked, pairs: bool) -> Tree:
    found = worked.metrics
    return {
        "length": found.length,
        "steps": found.steps,
        "width": found.width,
        "branching": found.branching,
        "shared": found.shared,
        "shape": found.shape,
        "treewidth": found.treewidth,
        "digits": Raw(Of("digits")),
        "largest": Hole(Of("largest")),
        "operators": _map(dict(found.operators), pairs),
        "unused": found.unused,
        "arms": [f"{step}: {arm}" for step, arm in found.arms],
    }
