"""Lint of produced text: what a careful reader would send back, found from a record alone.

Nothing that prints is used here: the rules of English are written a second time, as patterns over finished text, so
that a fault of the renderer is not repeated by what looks for it. Each rule is a function from what is read to what is
wrong with it; `RULES` is all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mspec.compiler.errors.produced_text import TextFault
from mspec.runtime.data.reading import Record
from mspec.runtime.data.text_lint.articles import wrong_articles
from mspec.runtime.data.text_lint.descriptions import same_descriptions
from mspec.runtime.data.text_lint.numbers import raw_numbers, unit_spacing
from mspec.runtime.data.text_lint.passages import Text, read
from mspec.runtime.data.text_lint.plurals import wrong_numbers
from mspec.runtime.data.text_lint.pronouns import lost_pronouns
from mspec.runtime.data.text_lint.sentences import sentence_forms, spacing, unbalanced
from mspec.runtime.data.text_lint.verbs import wrong_verbs
from mspec.runtime.data.text_lint.words import doubled_words, empty_holes

Rule = Callable[[Text], Iterator[TextFault]]

RULES: tuple[Rule, ...] = (
    wrong_numbers,
    wrong_articles,
    lost_pronouns,
    wrong_verbs,
    doubled_words,
    raw_numbers,
    unit_spacing,
    sentence_forms,
    spacing,
    unbalanced,
    empty_holes,
    same_descriptions,
)
"""What is looked for, in the order of the codes."""


def check_text(record: Record) -> list[TextFault]:
    """What is wrong with the wording of a record: its question, parts, step sentences, descriptions and answers.

    Args:
        record: well formed, see `mspec.runtime.data.self_check.malformed`.
    """
    text = read(record)
    return [fault for rule in RULES for fault in rule(text)]
