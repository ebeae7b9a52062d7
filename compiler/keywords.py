"""The words of the language. A reserved word has one meaning, and nothing shadows it."""

from __future__ import annotations

from mspec.compiler.ops import FUNCTIONS

SECTIONS = ("meta", "given", "require", "steps", "story", "tell", "ask", "hint", "mistakes", "vary", "test")
BLOCK_SECTIONS = frozenset({"meta", "given", "require", "steps", "mistakes", "vary", "test"})
REPEATED_SECTIONS = frozenset({"ask", "test"})
TOP_LEVEL = ("mspec", "use", "noun", "table", "unit", "def", "rule", "problem")
RULE_KINDS = ("insert", "extend", "derive", "invert", "distract", "fold", "apply", "chain")
RULE_ITEMS = ("with", "when", "step", "replace", "hide", "tell", "say", "as", "ask")
TEST_ITEMS = ("with", "expect", "always")
BINDERS = frozenset({"sum", "product", "min", "max", "number", "all", "any"})

TYPE_WORDS = frozenset(
    [
        "int", "rational", "real", "bool", "percent", "money", "probability", "count", "list", "word", "person",
    ]
)  # fmt: skip
KEYWORDS = frozenset(
    [
        "mspec", "use", "noun", "table", "unit", "def", "rule", "problem", "meta", "given", "require", "steps",
        "story", "tell", "ask", "hint", "mistakes", "vary", "test", "unknown", "insert", "extend", "derive",
        "invert", "distract", "fold", "apply", "chain", "with", "when", "step", "replace", "hide", "say", "after",
        "as", "expect", "always", "on", "to", "in", "by", "where", "fixed", "repeat", "distinct", "sorted",
        "known", "uncountable", "true", "false", "and", "or", "not", "if", "then", "else", "end", "it", "iterate",
        "from", "next", "until", "solve", "sum", "product", "min", "max", "number", "all", "any",
    ]
)  # fmt: skip
LIST_FUNCTIONS = frozenset({"mean", "range", "sort"})
"""Functions of lists that are unrolled while building, so that the operator table has no row for them."""
BUILTINS = (FUNCTIONS | LIST_FUNCTIONS) - KEYWORDS
RESERVED = KEYWORDS | TYPE_WORDS | BUILTINS
"""All words that cannot be names."""

FLAGS = frozenset({"fixed", "repeat", "distinct", "sorted"})

PERSON_FORMS = frozenset({"they", "them", "their", "theirs", "themself", "themselves"})
AUXILIARIES = frozenset({"do", "does", "did", "is", "are", "was", "were", "has", "have", "had"})


def token_type(word: str) -> str:
    """The name in the grammar of the terminal that a word makes."""
    if word not in RESERVED:
        return "NAME"
    if word in TYPE_WORDS:
        return "TYPE_WORD"
    if word in BUILTINS:
        return "BUILTIN"
    if word in BINDERS and word != "min":  # `min` is a terminal of its own: it may also be the unit
        return "BINDER"
    return word.upper()
