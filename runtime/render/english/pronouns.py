"""Third person pronouns. A class is named by its subject form: "she", "he", "they"."""

from __future__ import annotations

CLASSES = ("she", "he", "they")

_FORMS: dict[str, tuple[str, str, str]] = {
    "they": ("she", "he", "they"),
    "them": ("her", "him", "them"),
    "their": ("her", "his", "their"),
    "theirs": ("hers", "his", "theirs"),
    "themself": ("herself", "himself", "themselves"),
    "themselves": ("herself", "himself", "themselves"),
}
"""Form as the author writes it -> pronoun of each class."""

FORMS = frozenset(_FORMS)
REFLEXIVE = frozenset(["themself", "themselves"])


def pronoun(form: str, pronoun_class: str) -> str:
    """The pronoun of a class in the form written: ("their", "he") -> "his". Raises KeyError, ValueError."""
    return _FORMS[form][CLASSES.index(pronoun_class)]


def takes_plural(pronoun_class: str) -> bool:
    """Whether the pronoun (not the name) takes a plural verb: singular they does, "they pay"."""
    return pronoun_class == "they"


def possessive(name: str) -> str:
    """The possessive of a name: "Mia's", "James's"."""
    return name + "'s"
