"""Small problems about text, and batches of worlds written out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from mspec.compiler.ir import (
    Apply,
    Domain,
    Given,
    Node,
    NodeId,
    NounEntry,
    Problem,
    Table,
    Value,
    Values,
)
from mspec.compiler.ir import Lexicon as LexiconOf
from mspec.compiler.lower.forms import Code
from mspec.compiler.types import Num, Type, Word
from mspec.runtime.batch import Batch
from mspec.runtime.interpret import Interpreter

NOUNS = (
    NounEntry("bagel", "bagel", "bagels"),
    NounEntry("eclair", "eclair", "eclairs"),
    NounEntry("mouse", "mouse", "mice"),
    NounEntry("sheep", "sheep", "sheep"),
    NounEntry("hour", "hour", "hours"),
    NounEntry("unicycle", "unicycle", "unicycles"),
    NounEntry("flour", "flour", "", mass=True),
    NounEntry("adult_ticket", "adult ticket", ""),
)
PEOPLE = Table(
    "people",
    (("name", Word(), False), ("pronoun", Word(), False)),
    (("Mia", "she"), ("Ava", "she"), ("Noah", "he"), ("James", "he"), ("Sam", "they"), ("Kai", "they")),
)
LEXICON = LexiconOf(
    NOUNS,
    (PEOPLE,),
    (("kg", "kilogram", "kilograms"), ("km", "kilometre", "kilometres"), ("h", "hour", "hours"),
     ("m", "metre", "metres"), ("s", "second", "seconds"), ("inch", "inch", "inches"),
     ("furlong", "furlong", "furlongs"), ("week", "week", "weeks")),
    lengths=("furlong", "inch", "km", "m"),
)  # fmt: skip


def problem_of(**givens: Type) -> Problem:
    """A problem with these givens (node 0, 1, … in order) and nothing else; the domains do not matter."""
    nothing: Domain = Values(())
    return Problem("words", tuple(Given(name, type_, nothing) for name, type_ in givens.items()), lexicon=LEXICON)


def batch_of(problem: Problem, *worlds: Mapping[str, Any], also: Sequence[NodeId] = ()) -> Batch:
    """A batch of worlds, each a value for every given by name: numbers may be int or a string such as "5/2".

    `also` are further nodes that texts need; the interpreter computes them.
    """
    exact: list[dict[NodeId, Value]] = []
    for world in worlds:
        nodes = {name: problem.node_named(name) for name in world}
        exact.append({nodes[name]: _exact(problem.nodes[nodes[name]], value) for name, value in world.items()})
    columns, forms = {}, {}
    for node in (*(exact[0] if exact else ()), *also):
        values = [Interpreter(problem, world).value(node) for world in exact]
        seen = list(dict.fromkeys(values))
        columns[node] = np.array([seen.index(value) for value in values], dtype=np.int64)
        forms[node] = Code(tuple(seen))
    return Batch(problem, np.arange(len(worlds)), dict(columns), forms)


def _exact(node: Node, value: Any) -> Value:
    assert not isinstance(node, Apply)
    if isinstance(node.type, Num):
        return Fraction(value)
    if isinstance(value, list):
        return tuple(Fraction(item) for item in value)
    assert isinstance(value, (str, bool, int))
    return value
