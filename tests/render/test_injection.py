"""Whatever an author writes is printed as written, and means nothing to the template engine."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.worlds import batch_of, problem_of

from mspec.compiler.ir import Choice, Literal, Show, Text
from mspec.compiler.types import BOOL, Word
from mspec.runtime.render import render
from mspec.runtime.render.jinja import literal

PROBLEM = problem_of(word=Word(), late=BOOL)

MEAN = [
    "{{7*7}}",
    "{% raw %}",
    "{% endraw %}{{ ''.__class__ }}",
    "{% endfor %}{% for x in rows %}",
    "{# not a comment #}",
    '"}}{{ rows }}{{"',
    "\\x7b\\x7b 1 \\x7d\\x7d",
    "c0 {{ c0 }}",
    "ends with a line\n",
    "\r\n\x1e\x1e two records",
    "\ue000\x1e",
    "# line statement\n% another",
    "µ‽🥯 \u2028",
    "<b>&amp;</b>",
    "",
]
texts = st.one_of(st.sampled_from(MEAN), st.text(max_size=30))


def parts(*segments: Literal | Show | Choice) -> Text:
    return segments


@pytest.mark.parametrize("author", MEAN)
def test_mean_texts(author: str) -> None:
    batch = batch_of(PROBLEM, {"word": author, "late": True}, {"word": "x", "late": False})
    [rows] = render(PROBLEM, [parts(Literal("A" + author), Show(0), Literal(author))], batch)
    assert rows == ["A" + author + author + author, "A" + author + "x" + author]


@settings(max_examples=60, deadline=None)
@given(texts, texts, texts, st.lists(st.tuples(texts, st.booleans()), min_size=1, max_size=4))
def test_any_text(before: str, inside: str, after: str, rows: list[tuple[str, bool]]) -> None:
    batch = batch_of(PROBLEM, *({"word": word, "late": late} for word, late in rows))
    segments = parts(Literal("." + before), Choice(1, parts(Literal(inside)), ()), Show(0), Literal(after))
    expected = ["." + before + (inside if late else "") + word + after for word, late in rows]
    assert render(PROBLEM, [segments], batch) == [expected]


@given(texts)
def test_source_is_ascii_without_template_signs(author: str) -> None:
    body = literal(author)
    assert body.isascii()
    inner = body.removeprefix('{{ "').removesuffix('" }}')
    assert not set(inner) & set('{}%#"\n\r')
