"""Agreement of verbs with the pronoun or the number beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mspec.compiler.errors.produced_text import TextFault, WrongVerb
from mspec.runtime.data.text_lint.knowledge import shipped, word_set
from mspec.runtime.data.text_lint.passages import Text

BASE_VERBS = word_set(
    """add bake begin borrow bring build burn buy carry catch charge choose collect come cook count cut cycle deposit
    do drink drive earn eat fill find finish gain get give go grow hand have invest keep know lay leave lend lose make
    measure mix move need order own pack paint pay pick plan plant pour put raise read receive ride roll run save see
    sell send share ship sleep speak spend split start stay stop study swim take teach think throw travel turn use
    visit wait walk want wash watch weigh win work write"""
)
_AUXILIARY = word_set(
    "does do did will would can could may might must shall should to let lets make makes have has had not n't"
)

_CLASHES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b[Tt]hey +(?:has|is|was|does|isn't|wasn't|doesn't|hasn't)\b"), "`they` takes the plural"),
    (re.compile(r"\b(?:[Dd]oes|[Ii]s|[Ww]as|[Hh]as|[Dd]oesn't|[Ii]sn't) +they\b"), "`they` takes the plural"),
    (re.compile(r"\b(?:[Ss]he|[Hh]e|[Ii]t) +(?:have|are|were|do|don't|aren't|haven't)\b"), "it takes the singular"),
    (re.compile(r"\b(?:[Dd]o|[Aa]re|[Ww]ere|[Hh]ave|[Dd]on't|[Aa]ren't) +(?:she|he|it)\b"), "it takes the singular"),
    (re.compile(r"\b[Tt]here +(?:is|was) +(?:[02-9]|[1-9]\d[\d,]*) [a-z]{3,}s\b"), "`there are` before a plural"),
    (re.compile(r"\b[Tt]here +(?:are|were) +(?:1|one) (?!or\b|and\b|to\b|of\b)[a-z]+\b"),
     "`there is` before a singular"),
)  # fmt: skip

_THEY = re.compile(r"\b[Tt]hey +([a-z]+s)\b")
_NOT_A_VERB = word_set(
    """always sometimes perhaps besides pass miss discuss dress guess press cross process possess kiss toss plus
    afterwards thus nevertheless others themselves less yes"""
)
_ADVERBS = "also|then|still|now|often|usually|only"
_PAST_TOO = frozenset(["cut", "put", "read", "split"])
"""The past form is the same: "she put"."""


def wrong_verbs(text: Text) -> Iterator[TextFault]:
    """MS8304: they pays, does they, she have, do Mia, Mia pay, there is 3 apples."""
    person = _of_one_person(frozenset(v for v in text.record["givens"].values() if v in shipped().people))
    for passage in text.passages:
        for pattern, why in _CLASHES:
            for match in pattern.finditer(passage.text):
                if not _asked(passage.text, match):
                    yield text.fault(WrongVerb, passage, match.start(), match.end(), why)
        for match in _THEY.finditer(passage.text):
            if match[1].lower() not in _NOT_A_VERB:
                yield text.fault(WrongVerb, passage, match.start(), match.end(), "`they` takes the plural")
        for match in person.finditer(passage.text):
            if not _asked(passage.text, match) and (match["asks"] or match["verb"].lower() not in _PAST_TOO):
                yield text.fault(WrongVerb, passage, match.start(), match.end(), "one person takes the singular")


@lru_cache(maxsize=1024)
def _of_one_person(names: frozenset[str]) -> re.Pattern[str]:
    """One person with a verb in its base form, or after an auxiliary in the plural."""
    named = "|".join(map(re.escape, sorted(names))) or r"\b\B"
    verbs = "|".join(sorted(BASE_VERBS))
    return re.compile(
        rf"\b(?:(?P<pronoun>[Ss]he|[Hh]e)|(?:{named}))(?: +(?:{_ADVERBS}))? +(?P<verb>{verbs})(?![\w'-])"
        rf"|\b(?P<asks>[Dd]o|[Aa]re|[Ww]ere|[Hh]ave|[Dd]on't|[Aa]ren't) +(?:{named})(?!\w)(?!,| and | or |'s|’s)"
    )


def _asked(text: str, match: re.Match[str]) -> bool:
    """Whether an auxiliary stands before the subject: "does she pay", "how many did Mia then buy"; or it is one of
    several: "Ben and Mia pay", "two friends of Mia pay"."""
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    word = before[1].lower() if before is not None else ""
    joined = word in ("and", "or", "of") and not match.groupdict().get("pronoun")
    return word in _AUXILIARY or word.endswith("n't") or joined


_LAST_WORD = re.compile(r"([\w'’]+),? +\Z")
