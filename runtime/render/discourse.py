"""Sentences of one discourse, questions and descriptions, for all rows of a batch."""

from __future__ import annotations

from collections.abc import Sequence

from mspec.compiler.ir import NodeId, Problem, Text
from mspec.runtime.batch import Batch
from mspec.runtime.render.columns import Columns
from mspec.runtime.render.english import capitalised, part_letter
from mspec.runtime.render.jinja import write
from mspec.runtime.render.pieces import Piece, Pieces, Writer, is_loose
from mspec.runtime.render.references import clear_references
from mspec.runtime.render.vocabulary import vocabulary_of

NOTHING: frozenset[NodeId] = frozenset()


def render(
    problem: Problem,
    texts: Sequence[Text],
    batch: Batch,
    *,
    hidden: frozenset[NodeId] = NOTHING,
    worked: bool = False,
) -> list[list[str]]:
    """Sentences, in every row of a batch. They form one discourse: a reference to a person is resolved against
    the sentences before it.

    Args:
        problem: The problem that the texts belong to.
        texts: The sentences in order.
        batch: Worlds of that problem; every node that the texts show or test must have a column.
        hidden: Nodes that are not told; holes for them print their untold form.
        worked: Numbers of steps are shown as in a worked solution: at most four decimals, "≈" where that rounds.

    Returns:
        For each text, one sentence a row.

    Raises:
        UntoldFormMissing: a hole for a hidden node has no untold form.
        UnknownForm: a hole has a form that its type does not know.
    """
    vocabulary = vocabulary_of(problem.lexicon)
    writer = Writer(problem, vocabulary, hidden, worked)
    discourse = [writer.sentence(text) for text in texts]
    columns = Columns(batch, clear_references(discourse, batch, vocabulary))
    return [_sentence(pieces, columns, batch.size) for pieces in discourse]


def question(problem: Problem, batch: Batch, *, hidden: frozenset[NodeId] = NOTHING) -> list[str]:
    """The problem as it is put, one text a row: the story, then what is asked. Several parts are lettered:
    "(a) … (b) …". Raises as `render`."""
    vocabulary = vocabulary_of(problem.lexicon)
    writer = Writer(problem, vocabulary, hidden)
    story = [writer.sentence(sentence.segments) for sentence in problem.story]
    asks = [writer.sentence(ask.question) for ask in problem.asks]
    if len(asks) > 1:
        asks = [(f"({part_letter(number)}) ", *ask) for number, ask in enumerate(asks)]
    discourse = story + asks
    columns = Columns(batch, clear_references(discourse, batch, vocabulary))
    return _joined(discourse, columns, batch.size)


def describe(problem: Problem, text: Text, batch: Batch, *, hidden: frozenset[NodeId] = NOTHING) -> list[str]:
    """A description (of a given, step or mistake) in every row: as written, no capital added. Raises as `render`."""
    if hidden:
        return _described(problem, text, batch, hidden)
    return batch.described.get(text) or batch.described.keep(text, _described(problem, text, batch, hidden))


def _described(problem: Problem, text: Text, batch: Batch, hidden: frozenset[NodeId]) -> list[str]:
    vocabulary = vocabulary_of(problem.lexicon)
    pieces = Writer(problem, vocabulary, hidden).phrase(text)
    columns = Columns(batch, clear_references([pieces], batch, vocabulary))
    return write(pieces, columns, batch.size)


def _sentence(pieces: Pieces, columns: Columns, size: int) -> list[str]:
    texts = write(pieces, columns, size)
    return [capitalised(text) for text in texts] if is_loose(pieces) else texts


def _joined(discourse: Sequence[Pieces], columns: Columns, size: int) -> list[str]:
    """All sentences as one text a row, a space between those that are not empty.

    Sentences that may print nothing are written first, each as a column that brings its own space.
    """
    whole: list[Piece] = []
    for pieces in discourse:
        if is_loose(pieces):
            texts = _sentence(pieces, columns, size)
            whole.append(columns.ready([" " + text if text else "" for text in texts]))
        elif pieces:
            whole += [" " if whole else "", *pieces]
    texts = write(tuple(whole), columns, size)
    starts_loose = bool(discourse) and is_loose(discourse[0])
    return [text.removeprefix(" ") for text in texts] if starts_loose else texts
