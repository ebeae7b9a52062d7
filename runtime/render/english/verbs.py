"""Agreement of verbs and auxiliaries, from the base form that the author writes; past forms stay as they are."""

from __future__ import annotations

import re

from mspec.runtime.render.english import capitalised


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
_MODALS = _words(
    """can could may might must ought shall should will would cannot can't couldn't mightn't mustn't shouldn't won't
    wouldn't"""
)
_PAST = _words(
    """ate became began bent bit blew bought broke brought built burnt came caught chose clung crept dealt drank drew
    drove dug dwelt fed fell felt flew fled forgave forgot fought found froze gave got grew heard held hid hung kept
    knelt knew laid leapt learnt led left lent lit lost made meant met mistook misunderstood mown overcame overtook paid
    ran rang rebuilt rode rose said sang sank sat saw sent sewn shone shook shot shrank slept slid sold sought sowed
    spat sped spelt spent spilt spoke spoilt sprang spun stole stood stuck struck stung sung sunk swam swept swore swum
    swung taught thought threw told took tore understood undertook undid went wept withdrew withstood woke won wore
    wove wrote"""
)
"""Past forms that are not also a common base form (as put, read, cost and lay are)."""
_BASE_IN_ED = _words(
    """bed bleed breed embed exceed feed heed imbed need overfeed proceed seed shed shred sled speed succeed wed weed
    """
)
_HISSING = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)\Z")
_HARD_CH = ("stomach",)


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
    ("pick up" -> "picks up"); modals and past forms stay; a past form of "be" agrees too.

    >>> [finite(verb, plural=False) for verb in ("pay", "do", "have", "be", "carry", "catch", "go", "pick up")]
    ['pays', 'does', 'has', 'is', 'carries', 'catches', 'goes', 'picks up']
    >>> [finite(verb, plural=False) for verb in ("can", "bought", "walked", "were", "need", "bus")]
    ['can', 'bought', 'walked', 'was', 'needs', 'buses']
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
    return verb if plural or _is_past(lower) else _third_person(verb)


def _is_past(verb: str) -> bool:
    return verb in _PAST or (verb.endswith("ed") and verb not in _BASE_IN_ED)


def _third_person(verb: str) -> str:
    if verb.endswith(("quiz", "whiz")):
        return verb + "zes"
    if verb in ("gas", "degas"):
        return verb + "ses"
    if _HISSING.search(verb) and not verb.endswith(_HARD_CH):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + "s"
