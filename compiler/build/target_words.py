"""What a library rule asks of its target beyond the type: how it is described, and whether the story tells it.

`when x.noun in {"price", "cost"}` holds for "price of one bagel" and for "cost of the fence", not for "change that Ada
gets": words before the first preposition or clause are compared. `when x.words in {"hours"}` compares all the words of
the description, and `when x.told` holds for what the author's story tells. Each may stand behind `not`. They are
decided when the rule is offered and are no conditions on worlds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mspec.compiler import ast
from mspec.compiler.by_identity import ByIdentity

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|…")
_ENDS = frozenset(
    [
        "about", "above", "after", "against", "among", "at", "before", "below", "between", "by", "during", "for",
        "from", "if", "in", "into", "later", "left", "of", "on", "over", "per", "since", "than", "that", "to",
        "together", "under", "until", "when", "where", "which", "while", "who", "whose", "with", "within", "without",
    ]
)  # fmt: skip
"""Words with which the noun of a description is over; "amount left" and "money left" keep theirs all the same."""
_KEPT = frozenset({"left"})


@dataclass(frozen=True, slots=True)
class TargetIs:
    """What is asked: `told`, or that the `noun` or the `words` are among some; or the contrary, if `negated`."""

    asked: str
    among: frozenset[str]
    negated: bool

    def holds(self, description: str, told: bool) -> bool:
        """Whether a target with this description (`…` for what a world decides) is meant."""
        words = head_words(description) if self.asked == "noun" else all_words(description)
        found = told if self.asked == "told" else not self.among.isdisjoint(words)
        return found is not self.negated

    @property
    def text(self) -> str:
        """What is asked, for a message."""
        only = "what the story tells" if self.asked == "told" else " or ".join(sorted(self.among))
        return f"not for {only}" if self.negated else f"for {only}"


def all_asked_of_target(declared: ast.RuleDecl) -> tuple[TargetIs, ...]:
    """All that a library rule asks of its target itself."""
    if declared.target is None:
        return ()
    known = _ASKED.get(declared)
    if known is not None:
        return known
    found = (asks_of_target(item, declared.target.name) for item in declared.body)
    return _ASKED.keep(declared, tuple(asked for asked in found if asked is not None))


def asks_of_target(item: ast.RuleItem, parameter: str) -> TargetIs | None:
    """What a condition of a library rule asks of the target itself; None: it is another statement."""
    if not isinstance(item, ast.When):
        return None
    condition, negated = item.condition, False
    while isinstance(condition, ast.Unary) and condition.op == "not":
        condition, negated = condition.operand, not negated
    match condition:
        case ast.Field(ast.Name(name), "told") if name == parameter:
            return TargetIs("told", frozenset(), negated)
        case ast.Compare(("in",), (ast.Field(ast.Name(name), "noun" | "words" as asked), ast.SetOf(items))) if (
            name == parameter and all(isinstance(entry, ast.String) for entry in items)
        ):
            among = frozenset(entry.value for entry in items if isinstance(entry, ast.String))
            return TargetIs(asked, among, negated)
    return None


@lru_cache(maxsize=4096)
def head_words(description: str) -> frozenset[str]:
    """The words of a description up to its first preposition or clause: "usual", "price" of "usual price of a pen"."""
    found: list[str] = []
    for word in _WORD.findall(description.lower()):
        if word in _ENDS:
            return frozenset((*found, word) if word in _KEPT else found)
        found.append(word)
    return frozenset(found)


@lru_cache(maxsize=4096)
def all_words(description: str) -> frozenset[str]:
    """All the words of a description."""
    return frozenset(_WORD.findall(description.lower()))


_ASKED: ByIdentity[ast.RuleDecl, tuple[TargetIs, ...]] = ByIdentity(1 << 10)
