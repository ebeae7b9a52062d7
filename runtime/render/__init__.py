"""English and text by the batch: sentences, questions, descriptions, answers.

The public functions of the package. A text is a tuple of segments (`mspec.compiler.ir`); rendering makes every
text that depends on one value once per distinct value, and lets one Jinja template put the rows together.
"""

from __future__ import annotations

from mspec.runtime.render.answers import answer_text, answer_texts
from mspec.runtime.render.discourse import describe, question, render
from mspec.runtime.render.pieces import UntoldFormMissing
from mspec.runtime.render.quantities import UnknownForm, show_number, show_value

__all__ = [
    "UnknownForm",
    "UntoldFormMissing",
    "answer_text",
    "answer_texts",
    "describe",
    "question",
    "render",
    "show_number",
    "show_value",
]
