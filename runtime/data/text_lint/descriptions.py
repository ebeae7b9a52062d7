"""Descriptions tell the quantities of a problem apart."""

from __future__ import annotations

from collections.abc import Iterator

from mspec.compiler.errors.produced_text import SameDescription, TextFault
from mspec.runtime.data.text_lint.passages import Kind, Text


def same_descriptions(text: Text) -> Iterator[TextFault]:
    """MS8312: two steps with one description."""
    seen: dict[str, str] = {}
    for passage in text.of(Kind.DESCRIPTION):
        said = " ".join(passage.text.lower().split())
        if said and said in seen:
            why = f"it is also the {seen[said]}"
            yield text.fault(SameDescription, passage, 0, len(passage.text), why)
        seen.setdefault(said, passage.place)
