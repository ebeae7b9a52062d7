"""Colours for specs: a Pygments lexer, made of the words of the language, for terminals and for the documentation.

Pygments comes with rich, which shows them.
"""

from __future__ import annotations

from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups, include, words
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, Punctuation, String, Text, Whitespace

from mspec.compiler import keywords

_WORDS_OF_LOGIC = ("and", "or", "not", "in", "if", "then", "else")
_STATEMENTS = sorted(keywords.KEYWORDS - {*_WORDS_OF_LOGIC, "true", "false"} - keywords.BINDERS)


class MspecLexer(RegexLexer):  # type: ignore[misc]  # Pygments has no types
    """Specs for Pygments."""

    name = "mspec"
    aliases: ClassVar[list[str]] = ["mspec"]
    filenames: ClassVar[list[str]] = ["*.mspec"]

    tokens: ClassVar[dict[str, list[object]]] = {
        "root": [
            (r"\s+", Whitespace),
            (r"#[^\n]*", Comment.Single),
            (r'"""', String, "story"),
            (r'"', String, "text"),
            (r"(problem|noun|def|rule|table|unit)(\s+)([A-Za-z]\w*)", bygroups(Keyword, Whitespace, Name.Class)),
            (words(sorted(keywords.TYPE_WORDS), prefix=r"\b", suffix=r"\b"), Keyword.Type),
            (words(("true", "false"), prefix=r"\b", suffix=r"\b"), Keyword.Constant),
            (words(_WORDS_OF_LOGIC, prefix=r"\b", suffix=r"\b"), Operator.Word),
            (words(sorted(keywords.BUILTINS | keywords.BINDERS), prefix=r"\b", suffix=r"\b(?=\s*\()"), Name.Builtin),
            (words(_STATEMENTS, prefix=r"\b", suffix=r"\b"), Keyword),
            (r"[$€£¥]?[0-9]+(?:\.[0-9]+)?%?", Number),
            (r"[A-Za-z]\w*", Name),
            (r"==|!=|<=|>=|\.\.|[-+*/^=<>]", Operator),
            (r"[(){}\[\],:.°µμΩÅ€£¥$]", Punctuation),
            (r".", Generic.Error),
        ],
        "story": [(r'"""', String, "#pop"), include("inside"), (r"\n", String), (r'"', String)],
        "text": [(r'"', String, "#pop"), (r"\\.", String.Escape), include("inside"), (r"\n", Text, "#pop")],
        "inside": [
            (r"\{\{|\}\}", String.Escape),
            (r"\{[^{}\n]*\}", String.Interpol),
            (r'[^"{}\\\n]+', String),
            (r"[{}\\]", String),
        ],
    }  # fmt: skip
