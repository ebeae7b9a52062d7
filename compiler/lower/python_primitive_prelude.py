"""The runtime of generated Python for primitives of plug-ins, pasted after the other parts where one is called."""

from fractions import Fraction
from typing import Any

from mspec.compiler.lower.python_prelude import _any_column, _numpy, _rows


# --- pasted from here
def _load_plugins() -> Any:
    import importlib

    return importlib.import_module("mspec.compiler.plugins")


_plugins = _load_plugins()


def _primitive(
    otherwise: Any, plugin: str, version: str, name: str, kinds: str, where: Any, *xs: Any
) -> tuple[Any, Any]:
    """What a primitive gives on every row, computed once for each tuple of arguments, and where it has a value.

    It is called only where its arguments have values, which `where` says. For each argument `kinds` has an "n" (a
    number, as numerator and denominator), a "t" (a text) or a "b".
    """
    row = _plugins.primitive(plugin, version, name)
    known: dict[tuple[Any, ...], tuple[Any, bool]] = {}

    def one(exists: bool, *raw: Any) -> tuple[Any, bool]:
        if not exists:
            return otherwise, False
        if raw not in known:
            parts = iter(raw)
            values = tuple(Fraction(next(parts), next(parts)) if kind == "n" else next(parts) for kind in kinds)
            try:
                known[raw] = _plugins.called(row, values), True
            except _plugins.NoValue:
                known[raw] = otherwise, False
        return known[raw]

    if not _any_column((where, *xs)):
        return one(where, *xs)
    results = [one(*row) for row in _rows((where, *xs))]
    np = _numpy()
    values = np.fromiter((value for value, _ in results), dtype=object, count=len(results))
    return values, np.array([exists for _, exists in results], dtype=bool)


def _primitive_number(*call: Any) -> tuple[Any, Any, Any]:
    """Numerators, denominators, and where they exist."""
    values, valid = _primitive(Fraction(0), *call)
    if not _any_column([values]):
        return values.numerator, values.denominator, valid
    np = _numpy()
    above = np.fromiter((value.numerator for value in values), dtype=object, count=len(values))
    below = np.fromiter((value.denominator for value in values), dtype=object, count=len(values))
    return above, below, valid


def _primitive_truth(*call: Any) -> tuple[Any, Any]:
    values, valid = _primitive(False, *call)
    return (values.astype(bool) if _any_column([values]) else values), valid


def _primitive_text(*call: Any) -> tuple[Any, Any]:
    return _primitive("", *call)


# --- to here
