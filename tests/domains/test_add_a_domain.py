"""The recipe "add a domain" of CONTRIBUTING, followed word for word, by a distribution outside the package."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, Block, blocks, text

PAGE = "CONTRIBUTING.md"
HEADING = "### 11. Add a domain"


def recipe() -> list[Block]:
    """The blocks of the recipe, in order."""
    first = text(PAGE).count("\n", 0, text(PAGE).index(HEADING)) + 1
    return [block for block in blocks(PAGE) if block.line > first]


def commands() -> list[list[str]]:
    """What the recipe says to run in the new distribution."""
    lines = [line for block in recipe() if block.kind == "sh" for line in block.body.splitlines()]
    return [shlex.split(line) for line in lines if line.startswith("mspec ")]


@pytest.fixture(scope="module")
def distribution(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the recipe, with what an installer writes beside them: the entry points of its pyproject.toml."""
    folder = tmp_path_factory.mktemp("music")
    for block in recipe():
        if "file" in block.options:
            path = folder / block.options["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8"
    )
    groups = (
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in points.items())
        for group, points in project["entry-points"].items()
    )
    (info / "entry_points.txt").write_text("\n".join(groups), encoding="utf-8")
    return folder


def run(arguments: list[str], folder: Path, *paths: Path) -> subprocess.CompletedProcess[str]:
    """`python …` in a folder, with the package and these paths to import from."""
    searched = os.pathsep.join(map(str, (ROOT / "src", *paths)))
    environment = os.environ | {"PYTHONPATH": searched, "PYTHONUTF8": "1", "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )


def test_the_commands_of_the_recipe(distribution: Path) -> None:
    assert [words[1] for words in commands()] == ["fmt", "check", "sample", "generate", "verify"]
    printed = {}
    for words in commands():
        result = run(["-m", *words], distribution, distribution)
        assert result.returncode == 0, f"{shlex.join(words)}\n{result.stdout}{result.stderr}"
        printed[words[1]] = result.stdout
    assert "warning" not in printed["check"] and "1 problem checked" in printed["check"]
    assert "beats per minute" in printed["sample"] or "bpm" in printed["sample"]
    assert "200 of 200 records hold (100 %), 200 of them against their spec" in printed["verify"]
    assert "the text of 200 of 200 records is clean" in printed["verify"]
    for block in recipe():
        if block.kind == "mspec-domain":
            left = (distribution / block.options["file"]).read_text(encoding="utf-8")
            assert left == block.body, "what is shown is in the canonical layout"


def test_what_a_record_says_of_the_primitive(distribution: Path) -> None:
    script = (
        "import json, mspec; from pathlib import Path;"
        "print(json.dumps(mspec.load(Path('dance_length.mspec')).sample(1, seed=4)[0].record))"
    )
    record = json.loads(run(["-c", script], distribution, distribution).stdout)
    (bar,) = [step for step in record["steps"] if step["name"] == "bar"]
    assert bar["kind"] == "symbolic" and bar["equation"] == ""
    assert bar["claim"].startswith('length_of("') and bar["claim"].endswith(f'") == {bar["value"]}')
    assert record["verified"] == ["columns", "interpreter"]


def test_a_wrong_second_evaluation_stops_the_run(distribution: Path) -> None:
    """The two evaluations of a primitive are held against each other in every row."""
    spoilt = distribution.parent / "spoilt"
    for path in distribution.rglob("*"):
        if path.is_file() and path.suffix != ".jsonl":
            target = spoilt / path.relative_to(distribution)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes() if path.suffix != ".pyc" else b"")
    module = spoilt / "mspec_music" / "__init__.py"
    module.write_text(module.read_text(encoding="utf-8").replace('3 if "." in note', '2 if "." in note'), "utf-8")
    for cached in spoilt.rglob("*.pyc"):
        cached.unlink()
    result = run(["-m", "mspec", "generate", "dance_length.mspec", "-n", "50", "-o", "x.jsonl"], spoilt, spoilt)
    assert result.returncode != 0
    assert "MS8101" in result.stdout + result.stderr


def test_without_the_distribution(distribution: Path) -> None:
    (elsewhere := distribution / "elsewhere").mkdir()
    (elsewhere / "dance_length.mspec").write_bytes((distribution / "dance_length.mspec").read_bytes())
    result = run(["-m", "mspec", "check", "dance_length.mspec"], elsewhere)
    assert result.returncode == 1 and "MS2003" in result.stdout + result.stderr
    (elsewhere / "music.mspec").write_bytes((distribution / "mspec_music" / "music.mspec").read_bytes())
    result = run(["-m", "mspec", "check", "dance_length.mspec"], elsewhere)
    shown = result.stdout + result.stderr
    assert result.returncode == 1 and "MS2101" in shown and "no plug-in is called `music`" in shown


def test_a_plug_in_is_imported_only_where_it_is_used(distribution: Path) -> None:
    script = (
        "import sys, mspec; from pathlib import Path;"
        f"mspec.load(Path({str(ROOT / 'specs' / 'money' / 'shipping_fee.mspec')!r}));"
        "assert not [name for name in sys.modules if 'music' in name or '.domains.' in name], sys.modules;"
        "mspec.load(Path('dance_length.mspec')); assert 'mspec_music' in sys.modules"
    )
    result = run(["-c", script], distribution, distribution)
    assert result.returncode == 0, result.stderr
