"""The Python API."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.data.specs import APPLES, PARTS

import mspec


def test_sample() -> None:
    spec = mspec.load(APPLES)
    first, second = spec.sample(2, seed=1)
    assert first.id.startswith(f"apples/{spec.spec_hash[:8]}/1/0")
    n, k = (int(first.givens[name]) for name in "nk")
    assert first.answer.value == Fraction(n * k - k)
    assert [step.name for step in first.steps] == ["total", "left"]
    assert first.question != second.question
    assert first.question in str(first) and f"Answer: {n * k - k}" in str(first)


def test_sample_with_givens() -> None:
    assert {example.givens["k"] for example in mspec.load(APPLES).sample(5, given={"k": "4"})} == {"4"}


def test_html_escapes_what_authors_wrote() -> None:
    text = APPLES.replace("One apple of each", "One <b>apple</b> & of each")
    html = mspec.load(text)._repr_html_()
    assert "<b>apple" not in html and "&lt;b&gt;apple" in html and "<svg" in html


def test_parts() -> None:
    (example,) = mspec.load(PARTS).sample(1)
    assert [answer.question for answer in example.answers] == ["Which is larger?", "What is the mean?"]


def test_errors_hold_all_diagnostics(tmp_path: Path) -> None:
    with pytest.raises(mspec.MspecError) as caught:
        mspec.load(APPLES.replace("n * k", "n * kk").replace("{k} bags", "{m} bags"))
    assert [d.code for d in caught.value.diagnostics] == ["MS2001", "MS2001"]
    with pytest.raises(mspec.MspecError) as caught:
        mspec.load(tmp_path / "no.mspec")
    assert [d.code for d in caught.value.diagnostics] == ["MS8001"]


def test_generate_and_verify(tmp_path: Path) -> None:
    made = mspec.generate([mspec.load(APPLES)], 12, tmp_path / "out.jsonl", seed=3)
    assert (made.rows, made.specs) == (12, 1)
    report = mspec.verify(tmp_path / "out.jsonl", [mspec.load(APPLES)])
    assert (report.records, report.faulty, report.rate) == (12, 0, 1.0)


def test_public_names() -> None:
    assert set(mspec.__all__) <= set(dir(mspec))
    assert mspec.__version__
    with pytest.raises(AttributeError):
        mspec.nonsense  # noqa: B018
