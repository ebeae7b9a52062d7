"""Fixtures for all tests: golden files, and where the development data are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A run tries the same examples each time: what it says depends on the change alone. MSPEC_FUZZ=1 looks for new ones.
settings.register_profile("fixed", derandomize=True, database=None)
if not os.environ.get("MSPEC_FUZZ"):
    settings.load_profile("fixed")

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("MSPEC_DATA", ROOT.parent / "shared" / "data"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept the present output as golden")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden("lower/bakery.py", text)`: the text is that of the golden file, which must exist."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden file {name}; accept with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def development_data() -> Path:
    """The folder of development data; tests that need it are skipped where it is absent."""
    if not DATA.is_dir():
        pytest.skip(f"the development data are not at {DATA}; set MSPEC_DATA")
    return DATA
