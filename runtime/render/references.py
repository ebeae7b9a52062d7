"""Which references to a person may be pronouns.

A reference is a pronoun if the person is the last one of that pronoun class that was mentioned, and was mentioned
(by name or pronoun) in this or the previous sentence; else the name. For singular "they", no other person may
have been mentioned in those sentences either, since it would read as all of them.

Where sentences mention people is known once a text; what changes from row to row is the pronoun class of each
person and which arm of a conditional text is taken. Few combinations occur, so each is resolved once and the
rows are grouped by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from mspec.compiler.ir import NodeId
from mspec.runtime.batch import Array, Batch
from mspec.runtime.render.english.pronouns import CLASSES
from mspec.runtime.render.pieces import Branch, Pieces, Slot, walk
from mspec.runtime.render.vocabulary import Vocabulary

Clear = bool | Array
"""Whether a reference is clear: in all rows alike, or one truth value a row."""


def resolve(
    discourse: Sequence[Pieces], classes: Mapping[NodeId, str], truths: Mapping[NodeId, bool]
) -> frozenset[Slot]:
    """The references of a discourse that may be pronouns, in a world with these pronoun classes and conditions.

    Args:
        discourse: The sentences in order.
        classes: Person -> "she", "he", "they".
        truths: Condition -> whether it holds.
    """
    clear: set[Slot] = set()
    last: dict[str, NodeId] = {}
    mentioned: dict[NodeId, int] = {}
    for number, sentence in enumerate(discourse):
        for slot in _said(sentence, truths):
            person = slot.person
            assert person is not None
            own = classes[person]
            recent = {other for other, when in mentioned.items() if when >= number - 1}
            if slot.refers and last.get(own) == person and person in recent and (own != "they" or len(recent) == 1):
                clear.add(slot)
            last[own] = person
            mentioned[person] = number
    return frozenset(clear)


def _said(pieces: Pieces, truths: Mapping[NodeId, bool]) -> Iterator[Slot]:
    """Mentions of people in the arms that are taken, in order."""
    for piece in pieces:
        match piece:
            case Slot(person=person) if person is not None:
                yield piece
            case Branch(condition, then, otherwise) if condition in truths:
                yield from _said(then if truths[condition] else otherwise, truths)


def clear_references(discourse: Sequence[Pieces], batch: Batch, vocabulary: Vocabulary) -> dict[Slot, Clear]:
    """For each reference of a discourse that may be a pronoun, in which rows of a batch it is clear."""
    pieces = [piece for sentence in discourse for piece in walk(sentence)]
    slots = [piece for piece in pieces if isinstance(piece, Slot) and piece.person is not None]
    references = [slot for slot in dict.fromkeys(slots) if slot.refers]
    if not references:
        return {}
    people = list(dict.fromkeys(slot.person for slot in slots if slot.person is not None))
    conditions = list(dict.fromkeys(_conditions(discourse)))
    if len(people) == 1 and not conditions:
        only = resolve(discourse, {people[0]: CLASSES[0]}, {})
        return {slot: slot in only for slot in references}

    codes = np.zeros(batch.size, dtype=np.int64)
    for person in people:
        values, inverse = batch.distinct(person)
        known = np.array([CLASSES.index(vocabulary.pronoun_class(str(name))) for name in values], dtype=np.int64)
        codes = codes * len(CLASSES) + known[inverse]
    for condition in conditions:
        values, inverse = batch.distinct(condition)
        codes = codes * 2 + np.array(values, dtype=np.int64)[inverse]
    present, inverse = np.unique(codes, return_inverse=True)
    worlds = [resolve(discourse, *_decoded(int(code), people, conditions)) for code in present.tolist()]

    found: dict[Slot, Clear] = {}
    for slot in references:
        verdicts = [slot in world for world in worlds]
        same = len(set(verdicts)) == 1
        found[slot] = verdicts[0] if same else np.array(verdicts, dtype=bool)[inverse]
    return found


def _conditions(discourse: Sequence[Pieces]) -> Iterator[NodeId]:
    """Conditions of branches that mention somebody."""
    for sentence in discourse:
        for piece in walk(sentence):
            if isinstance(piece, Branch) and any(
                isinstance(inner, Slot) and inner.person is not None for inner in walk((piece,))
            ):
                yield piece.condition


def _decoded(
    code: int, people: Sequence[NodeId], conditions: Sequence[NodeId]
) -> tuple[dict[NodeId, str], dict[NodeId, bool]]:
    truths: dict[NodeId, bool] = {}
    for condition in reversed(conditions):
        code, bit = divmod(code, 2)
        truths[condition] = bool(bit)
    classes: dict[NodeId, str] = {}
    for person in reversed(people):
        code, digit = divmod(code, len(CLASSES))
        classes[person] = CLASSES[digit]
    return classes, truths
