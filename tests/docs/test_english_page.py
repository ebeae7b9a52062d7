"""The tables of docs/english.md: what a hole prints for a given of a type with a value."""

from __future__ import annotations

import re

import pytest
from tests.docs.pages import checked_table, text
from tests.docs.test_documents import said

from mspec.compiler import keywords, text_forms
from mspec.compiler.plurals import plural_of

PAGE = "docs/english.md"
TABLES = re.findall(r"<!-- checked: (\w+) -->", text(PAGE))
ROWS = [row for table in TABLES if table != "plurals" for row in checked_table(PAGE, table)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:3]))
def test_hole(row: list[str]) -> None:
    type_, value, hole, printed = row
    assert said(f"x : {type_} in {{{value}}}", hole) == printed


@pytest.mark.parametrize("row", checked_table(PAGE, "plurals"), ids=lambda row: str(row[0]))
def test_plural(row: list[str]) -> None:
    singular, expected = row
    assert plural_of(singular) == (expected, True)


def test_every_form_stands_on_the_page() -> None:
    page = text(PAGE)
    forms = {*text_forms.NUMBER_FORMS, *text_forms.LIST_FORMS} - {"approx", "decimal", "exact", "percent", "tex"}
    assert [form for form in sorted(forms) if f":{form}" not in page.lower()] == []
    assert [form for form in sorted(keywords.PERSON_FORMS) if f"x.{form}" not in page] == []
    assert [form for form in sorted(text_forms.COUNTED_FORMS) if f"{form}" not in text("docs/language.md")] == []
