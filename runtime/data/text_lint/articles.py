"""The indefinite article by the sound that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mspec.compiler.errors.produced_text import TextFault, WrongArticle
from mspec.runtime.data.text_lint.passages import Text

_ARTICLE = re.compile(r"(?<![\w'’.(-])(?P<article>[Aa]n?) +(?P<next>[\"'“‘(\[$€£¥]*(?P<word>[^\s\"'“”‘’()\[\]$€£¥]+))")
_DIGITS = re.compile(r"\d[\d,]*")
_H_NOT_SAID = re.compile(r"(?:hour|honest|honou?r|heir)")
_LIKE_YOU_OR_WON = re.compile(
    r"(?:eu|ewe|ouija|once\b|one(?:s|self|-\w+)?\b|u[fks][aeiouy]|ub[io]|uku|uran|ure|urin|uro|us[aeu]|ut[aeio]|"
    r"uni(?!n|m[^o]|d)|unid\b|unio)"
)
_NO_NOUN = frozenset(["of", "is", "are", "and", "or", "in", "on", "at", "to", "as"])
_SPELLED_WITH_VOWEL = frozenset("AEFHILMNORSX")


def wrong_articles(text: Text) -> Iterator[TextFault]:
    """MS8302: "a" before a vowel sound, or "an" before a consonant sound."""
    for passage in text.passages:
        for match in _ARTICLE.finditer(passage.text):
            if match["article"] == "A" and not _begins_sentence(passage.text, match.start()):
                continue  # a letter that names something: vitamin A
            wanted = _wanted(match["word"])
            if wanted is not None and match["article"].lower() != wanted:
                why = f"`{wanted}` before `{match['next'].rstrip('.,;:?!')}`"
                yield text.fault(WrongArticle, passage, match.start(), match.end(), why)


def _begins_sentence(text: str, position: int) -> bool:
    before = text[:position].rstrip()
    return not before or before[-1] in ".?!:)\"”'"


def _wanted(word: str) -> str | None:
    """The article that a word takes, or None where both are heard."""
    number = _DIGITS.match(word)
    if number is not None:
        return "an" if _number_has_vowel(number[0].replace(",", "")) else "a"
    letters = re.match(r"[^\W\d_]+(?:-\w+)?", word)
    if letters is None:
        return None
    said = letters[0]
    if said in _NO_NOUN:
        return None  # the side a of: no article, or nothing after it, which is another fault
    head = said.partition("-")[0]
    if len(head) == 1:
        return "an" if head.upper() in _SPELLED_WITH_VOWEL else "a"
    if head.isupper():
        return None  # an acronym is spelled by some and said as a word by others
    lower = said.lower()
    if lower[0] == "h":
        return None if lower.startswith("herb") else "an" if _H_NOT_SAID.match(lower) else "a"
    if lower[0] not in "aeiouàáâäãåæèéêëìíîïòóôöøœùúûü":
        return "a"
    return "a" if _LIKE_YOU_OR_WON.match(lower) else "an"


def _number_has_vowel(digits: str) -> bool:
    """Said with eight, eighty, eleven or eighteen at its beginning."""
    group = len(digits) % 3 or 3
    return digits[0] == "8" or (group == 2 and digits[:2] in ("11", "18"))
