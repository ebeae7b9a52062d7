"""The filters of style packs: from text to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mspec.runtime.render.styles.latex import mathematics, prose

CHANGES: Mapping[str, Callable[[str], str]] = {
    "tex": prose,
    "math": mathematics,
    "upper_first": lambda text: text[:1].upper() + text[1:],
    "lower_first": lambda text: text[:1].lower() + text[1:],
    "without_stop": lambda text: text.removesuffix("."),
}
"""Each by its name. `tex` sets prose in LaTeX, numbers and formulas in it as mathematics; `math` sets a formula."""


def changed(text: str, names: tuple[str, ...]) -> str:
    """A text passed through filters in order."""
    for name in names:
        text = CHANGES[name](text)
    return text
