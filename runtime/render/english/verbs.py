"""Agreement of verbs and auxiliaries, from the base form that the author writes."""

from __future__ import annotations

import re

from mspec.runtime.render.english import capitalised

_AUXILIARIES: dict[str, tuple[str, str]] = {
    "do": ("does", "do"),
    "be": ("is", "are"),
    "have": ("has", "have"),
    "was": ("was", "were"),
    "did": ("did", "did"),
    "had": ("had", "had"),
}
"""Auxiliary -> singular, plural. Keys are base forms, or past forms that agree or stay."""

_SAME = {"does": "do", "is": "be", "are": "be", "am": "be", "has": "have", "were": "was"}
_NEGATED = re.compile(r"(do|does|is|are|was|were|has|have|did|had)n't\Z")
_MODALS = frozenset(
    ["can", "could", "may", "might", "must", "shall", "should", "will", "would", "cannot", "can't", "won't"]
)
_HISSING = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)\Z")


def auxiliary(word: str, plural: bool) -> str:
    """An auxiliary as written (does, do, is, are, was, were, has, have, did, had), made to agree; a capital is kept.

    >>> auxiliary("Does", plural=True), auxiliary("were", plural=False)
    ('Do', 'was')
    """
    lower = word.lower()
    forms = _AUXILIARIES[_SAME.get(lower, lower)]
    agreed = forms[plural]
    return capitalised(agreed) if word[:1].isupper() else agreed


def finite(verb: str, plural: bool) -> str:
    """The present form of a base verb: "pay" -> "pays" for a singular subject. In a phrase the first word agrees
    ("pick up" -> "picks up"); modals stay; a past form of "be" agrees too.

    >>> [finite(verb, plural=False) for verb in ("pay", "do", "have", "be", "carry", "catch", "go", "pick up")]
    ['pays', 'does', 'has', 'is', 'carries', 'catches', 'goes', 'picks up']
    """
    head, space, rest = verb.partition(" ")
    return _finite(head, plural) + space + rest


def _finite(verb: str, plural: bool) -> str:
    lower = verb.lower()
    if lower in _MODALS:
        return verb
    negated = _NEGATED.match(lower)
    if negated is not None:
        return auxiliary(negated[1], plural) + "n't"
    if _SAME.get(lower, lower) in _AUXILIARIES:
        return auxiliary(verb, plural)
    return verb if plural else _third_person(verb)


def _third_person(verb: str) -> str:
    if verb.endswith(("quiz", "whiz")):
        return verb + "zes"
    if _HISSING.search(verb):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + "s"
