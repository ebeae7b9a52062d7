"""Generated Python, loaded: givens in columns in, values in columns out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any, NamedTuple

import numpy as np

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import NodeId
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Scaled, Truth
from mspec.compiler.lower.lower_python import PythonLowering
from mspec.compiler.lower.python_module import BODY
from mspec.compiler.plugins import located
from mspec.compiler.source import NOWHERE
from mspec.runtime.batch import Array, Column, RatioColumn


class OutOfDomain(ValueError):
    """A column holds a number outside the domain of its given, for which the generated code is not made."""


class Evaluation(NamedTuple):
    """What is computed for some worlds.

    `columns` holds every exported node; `admissible` is true where all constraints hold; `demanded` says for each
    exported node in which rows it is demanded (elsewhere its column holds some integer without meaning); `forms` says
    how the columns stand.
    """

    columns: dict[NodeId, Column]
    admissible: Array
    demanded: dict[NodeId, Array]
    forms: Mapping[NodeId, Form]


@lru_cache(maxsize=4)
def _code(prelude: str) -> CodeType:
    """The prelude is the same in all modules but for real numbers: compiled once, not once a problem."""
    return compile(prelude, "<generated prelude>", "exec", dont_inherit=True)


class Compiled:
    """The function `world` of a lowering, compiled once.

    The text is ours: of what an author wrote it holds numbers, comments and string literals only.
    """

    by_interpreter = False
    """Its values are not those of the interpreter, which can be held against them."""

    def __init__(self, lowering: PythonLowering) -> None:
        self.lowering = lowering
        self.module: dict[str, Any] = {"__name__": "mspec_generated"}
        head, between, body = lowering.text.partition(BODY)
        exec(_code(head[head.index("\nimport ") :]), self.module)
        exec(compile(between + body, "<generated>", "exec", dont_inherit=True), self.module)
        self._world: Callable[..., tuple[tuple[Any, ...], Any, tuple[Any, ...]]] = self.module["world"]

    def evaluate(self, givens: Mapping[NodeId, Column], size: int) -> tuple[dict[NodeId, Column], Array]:
        """All exported columns of `size` worlds, and the mask of the admissible ones.

        Args:
            givens: A column for every given in `lowering.givens`, in its form, of length `size`. Others are not read.
            size: How many worlds.

        Raises:
            OutOfDomain: a number lies outside the range of its given's domain.
            KeyError: a given is missing.
        """
        found = self.run(givens, size)
        return found.columns, found.admissible

    def run(self, givens: Mapping[NodeId, Column], size: int) -> Evaluation:
        """As `evaluate`, with the rows in which each exported node is demanded."""
        lowering = self.lowering
        arguments = [self._argument(node, givens[node]) for node in lowering.givens]
        try:
            values, admissible, demanded = self._world(*arguments)
        except MspecError as error:  # of a primitive that failed
            name = getattr(error.diagnostics[0], "name", "")
            raise located(error, lowering.calls.get(name, NOWHERE)) from error
        columns = {
            node: _column(value, lowering.forms[node], size, lowering.is_wide(node))
            for node, value in zip(lowering.exported, values, strict=True)
        }
        masks = {node: _spread(mask, size, bool) for node, mask in zip(lowering.exported, demanded, strict=True)}
        return Evaluation(columns, _spread(admissible, size, bool), masks, lowering.forms)

    def _argument(self, node: NodeId, column: Column) -> Any:
        form = self.lowering.forms[node]
        element = form.element if isinstance(form, Many) else form
        parts = column if isinstance(form, Many) else (column,)
        checked = []
        for part in parts:
            array = np.asarray(part)
            if isinstance(element, Scaled):
                array = self._number(node, array)
            elif isinstance(element, Code) and array.size and (array.min() < 0 or array.max() >= len(element.values)):
                raise OutOfDomain(f"node {node}: a code outside 0..{len(element.values) - 1}")
            checked.append(array)
        return tuple(checked) if isinstance(form, Many) else checked[0]

    def _number(self, node: NodeId, array: Array) -> Array:
        if array.dtype != object and array.dtype.kind != "i":
            raise TypeError(f"node {node}: a column of numbers holds integers, not {array.dtype}")
        low, high = (self.lowering.ranges or {})[node]
        if array.size and not (low <= int(array.min()) and int(array.max()) <= high):
            raise OutOfDomain(f"node {node}: {array.min()}..{array.max()} is not within {low}..{high}")
        return array.astype(object if self.lowering.is_wide(node) else np.int64, copy=False)


def _column(value: Any, form: Form, size: int, wide: bool) -> Column:
    match form:
        case Ratio():
            numerator, denominator = (_narrowed(part, size) for part in value)
            return RatioColumn(numerator, denominator)
        case Many(element):
            return tuple(_column(part, element, size, wide) for part in value)  # type: ignore[misc]
        case Truth():
            return _spread(value, size, bool)
        case Code():
            return _spread(value, size, np.int64)
        case Scaled():
            return _spread(value, size, object if wide else np.int64)
        case _:
            return _spread(value, size, object)


def _spread(value: Any, size: int, kind: Any) -> Array:
    """A column of `size` rows; what is the same in every row comes from the generated code as one value."""
    array = np.asarray(value, dtype=kind)
    return array if array.shape == (size,) else np.full(size, value, dtype=kind)


def _narrowed(value: Any, size: int) -> Array:
    wide = not -(2**62) < value < 2**62 if isinstance(value, int) else value.dtype.hasobject
    return _spread(value, size, object if wide else np.int64)
