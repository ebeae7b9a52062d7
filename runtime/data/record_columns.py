"""The columns of text of a batch of records, escaped for JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import orjson
from numpy.typing import NDArray

from mspec.compiler.ir import NodeId, Text, Value
from mspec.compiler.renumber import nodes_of
from mspec.runtime.batch import Array, Batch
from mspec.runtime.data.exact_text import answer_value, exact_text, is_number
from mspec.runtime.data.jsonl import Key, escape, escaped
from mspec.runtime.data.record_keys import Changed, Of
from mspec.runtime.data.record_shape import Header, description_of
from mspec.runtime.render.answers import answer_text
from mspec.runtime.render.discourse import describe, question, render
from mspec.runtime.render.styles.changes import changed
from mspec.runtime.render.styles.shape import stem
from mspec.runtime.steps.equations import Worked
from mspec.runtime.steps.sentences import sentences
from mspec.runtime.steps.trace import Signature

Column = Sequence[str]


@dataclass
class Texts:
    """The columns of text of one batch, escaped, each made when a skeleton first asks for it."""

    header: Header
    batch: Batch
    interpreted: NDArray[np.bool_]
    memo: dict[Of, dict[Value, str]]
    """Texts of values, kept from batch to batch."""

    def __post_init__(self) -> None:
        self.problem = self.header.problem
        self._whole: dict[Key, Column] = {}
        self._sentences: dict[Signature, list[list[str]]] = {}

    def of_group(self, worked: Worked) -> Callable[[Key], Column]:
        """The columns for the rows of a group."""
        rows, made = self._chosen(worked.rows), dict[Key, Column]()
        return partial(self._of_group_once, worked, rows, made)

    def of_rows(self, chosen: Array) -> Callable[[Key], Column]:
        """The columns that no step makes, for some rows."""
        return partial(self._of_rows, self._chosen(chosen))

    # Methods, not functions that call themselves from within: such a one is a cycle, and a batch that hangs on a cycle
    # stays in memory until the collector comes.

    def _of_group_once(self, worked: Worked, rows: list[int] | None, made: dict[Key, Column], key: Key) -> Column:
        if key not in made:
            if isinstance(key, Changed):
                made[key] = _changed(self._of_group_once(worked, rows, made, key.of), key.changes)
            else:
                assert isinstance(key, Of)
                made[key] = self._of_group(worked, key, rows)
        return made[key]

    def _of_rows(self, rows: list[int] | None, key: Key) -> Column:
        if isinstance(key, Changed):
            return _changed(self._of_rows(rows, key.of), key.changes)
        assert isinstance(key, Of)
        shared = self._shared(key)
        return shared if rows is None else [shared[row] for row in rows]

    def _chosen(self, rows: Array) -> list[int] | None:
        return None if len(rows) == self.batch.size else rows.tolist()

    def _of_group(self, worked: Worked, key: Of, rows: list[int] | None) -> Column:
        """A column of the group itself, or the group's rows of one that all groups share."""
        step = worked.steps[key.place] if key.what in _OF_STEP else None
        match key.what:
            case "digits":
                return list(map(str, worked.digits.tolist()))
            case "largest":
                return list(map(str, worked.largest.tolist()))
            case "equation":
                assert step is not None and step.equation is not None
                return step.equation
            case "claim":
                assert step is not None and step.claim is not None
                return escaped(step.claim)
            case "sentence":
                return escaped(self._said(worked)[key.place])
            case "unit":
                assert step is not None
                return step.unit if isinstance(step.unit, list) else [step.unit] * len(worked.rows)
            case "value" if step is not None and is_number(self.problem, step.step.node):
                return step.value
            case _ if step is not None:
                shared = self._shared(Of(key.what + " of node", step.step.node))
            case _:
                shared = self._shared(key)
        return shared if rows is None else [shared[row] for row in rows]

    def _shared(self, key: Of) -> Column:
        found = self._whole.get(key)
        if found is None:
            found = self._whole[key] = self._made(key)
        return found

    def _made(self, key: Of) -> Column:
        problem, batch = self.problem, self.batch
        match key.what:
            case "index":
                return list(map(str, batch.index.tolist()))
            case "question":
                return escaped(question(problem, batch))
            case "part":
                return escaped(self._parts()[key.place])
            case "stem":
                return self._shared(Of("question")) if len(problem.asks) == 1 else escaped(self._stems())
            case "answer":
                ask = problem.asks[key.place]
                return self._spread(key, ask.node, partial(answer_text, problem, ask))
            case "answer_value":
                ask = problem.asks[key.place]
                return self._spread(key, ask.node, partial(answer_value, problem, ask))
            case "answer_unit":
                label = getattr(problem.nodes[problem.asks[key.place].node].type, "label", None)
                assert label is not None
                noun = problem.node_named(label.noun)
                return self._spread(key, noun, str)
            case "given" | "value of node":
                type_ = problem.nodes[key.place].type
                return self._spread(key, key.place, partial(exact_text, problem, type_))
            case "description of node":
                return self._described(description_of(problem, key.place))
            case "verified":
                names = ["proved", "columns"] if self.header.proved else ["columns"]
                without = '["' + '","'.join(names) + '"]'
                with_it = '["' + '","'.join([*names, "interpreter"]) + '"]'
                return [with_it if looked else without for looked in self.interpreted.tolist()]
        raise KeyError(key)

    def _described(self, text: Text) -> Column:
        """A description: made once for each combination of what it shows, which are few."""
        if self.batch.size == 1:
            return escaped(describe(self.problem, text, self.batch))
        shown = sorted(set(nodes_of(text)) & self.batch.columns.keys())
        if set(nodes_of(text)) != set(shown):
            return escaped(describe(self.problem, text, self.batch))
        rows, inverse = self.batch.combined(shown)
        texts = escaped(describe(self.problem, text, self.batch.take(rows)))
        spread: list[str] = np.array([*texts, ""], dtype=object)[inverse].tolist()
        return spread

    def _spread(self, key: Of, node: NodeId, text: Callable[[Value], str]) -> Column:
        """One text a distinct value, escaped and spread over the rows."""
        known = self.memo.setdefault(key, {})
        if len(known) > _MOST_KEPT:
            known.clear()
        found: list[str] = []
        for value in self.batch.distinct(node).values:
            said = known.get(value)
            if said is None:
                said = known[value] = escape(text(value))
            found.append(said)
        return self.batch.spread(node, found)

    def _parts(self) -> list[list[str]]:
        """The questions of the parts, as they are said after the story."""
        story = [sentence.segments for sentence in self.problem.story]
        asks = [ask.question for ask in self.problem.asks]
        return render(self.problem, [*story, *asks], self.batch)[len(story) :]

    def _stems(self) -> list[str]:
        """The questions without their lettered parts."""
        wholes, parts = question(self.problem, self.batch), zip(*self._parts(), strict=True)
        return [stem(whole, row) for whole, row in zip(wholes, parts, strict=True)]

    def _said(self, worked: Worked) -> list[list[str]]:
        """The sentences of a group, one column a step."""
        signature = worked.trace.signature
        if signature not in self._sentences:
            self._sentences[signature] = sentences(self.problem, self.batch, worked)
        return self._sentences[signature]


def _changed(texts: Column, changes: tuple[str, ...]) -> Column:
    """A column passed through filters of a style, escaped again: each text once, however often it occurs."""
    known: dict[str, str] = {}
    for text in texts:
        if text not in known:
            bare: str = orjson.loads(f'"{text}"') if "\\" in text else text
            known[text] = escape(changed(bare, changes))
    return [known[text] for text in texts]


_MOST_KEPT = 1 << 16
_OF_STEP = frozenset({"equation", "claim", "value", "unit", "description", "sentence"})
