"""The TextMate grammar of the language, for editors, made of the same words as the parser's.

`python -m mspec.compiler.reference` writes it with the generated parts of the documentation. Words and scopes are all
that it knows: what a file means is left to `mspec check --json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from mspec.compiler import keywords

FILE = Path("editors", "vscode", "syntaxes", "mspec.tmLanguage.json")
LOGIC = frozenset({"and", "or", "not", "in", "if", "then", "else"})
CONSTANTS = frozenset({"true", "false"})
Json = str | list["Json"] | dict[str, "Json"]


def _either(found: Iterable[str]) -> str:
    return "|".join(sorted(found))


_UNIT = r"(?:1/)?[A-Za-z°µμΩÅ]+(?:[*/^]-?[A-Za-z0-9°µμΩÅ]+)*"
_NUMBER = rf"[$€£¥]?\b[0-9]+(?:\.[0-9]+)?(?:%| (?!(?:{_either(keywords.KEYWORDS - {'min'})})\b){_UNIT})?"
"""With its sign or unit: `20%`, `$2.50`, `5 m/s`, `3 1/cm`. A word of the language is no unit, but `min` may be."""


def words() -> Mapping[str, frozenset[str]]:
    """Scope -> the reserved words that have it; each word has one."""
    declaring = frozenset(keywords.TOP_LEVEL)
    sections = frozenset(keywords.SECTIONS)
    functions = (keywords.BUILTINS | keywords.BINDERS) - keywords.TYPE_WORDS
    rest = keywords.KEYWORDS - declaring - sections - functions - LOGIC - CONSTANTS
    return {
        "keyword.declaration.mspec": declaring,
        "keyword.control.section.mspec": sections - declaring,
        "keyword.other.mspec": rest,
        "keyword.operator.word.mspec": LOGIC,
        "constant.language.mspec": CONSTANTS,
        "storage.type.mspec": keywords.TYPE_WORDS,
        "support.function.mspec": functions,
    }


def grammar() -> dict[str, Json]:
    """The grammar, as TextMate's JSON has it."""
    coloured: list[Json] = [
        {"name": scope, "match": rf"\b(?:{_either(found)})\b"} for scope, found in words().items()
    ]  # fmt: skip
    return {
        "name": "mspec",
        "scopeName": "source.mspec",
        "fileTypes": ["mspec"],
        "patterns": [{"include": f"#{name}"} for name in ("comment", "story", "text", "declaration", "code")],
        "repository": {
            "comment": {"name": "comment.line.number-sign.mspec", "match": r"#.*$"},
            "story": {
                "name": "string.quoted.triple.mspec",
                "begin": r'"""',
                "end": r'"""',
                "patterns": [{"include": "#inside"}],
            },
            "text": {
                "name": "string.quoted.double.mspec",
                "begin": r'"',
                "end": r'"|$',
                "patterns": [{"name": "constant.character.escape.mspec", "match": r"\\."}, {"include": "#inside"}],
            },
            "inside": {
                "patterns": [
                    {"name": "constant.character.escape.mspec", "match": r"\{\{|\}\}"},
                    {"name": "meta.template.expression.mspec", "match": r"\{[^{}\n]*\}"},
                ]
            },
            "declaration": {
                "match": rf"\b({_either(keywords.TOP_LEVEL)})\s+([A-Za-z]\w*)",
                "captures": {
                    "1": {"name": "keyword.declaration.mspec"},
                    "2": {"name": "entity.name.type.mspec"},
                },
            },
            "code": {
                "patterns": [
                    *coloured,
                    {"name": "constant.numeric.mspec", "match": _NUMBER},
                    {"name": "keyword.operator.mspec", "match": r"==|!=|<=|>=|\.\.|[-+*/^=<>]"},
                ]
            },
        },
    }


def text() -> str:
    """The file."""
    return json.dumps(grammar(), indent=2, ensure_ascii=False) + "\n"


def main(root: Path) -> list[Path]:
    """Write the grammar into a checkout. Returns the file if it changed."""
    path = root / FILE
    if not path.parent.is_dir() or (path.exists() and path.read_text(encoding="utf-8") == text()):
        return []
    path.write_text(text(), encoding="utf-8")
    return [path]
