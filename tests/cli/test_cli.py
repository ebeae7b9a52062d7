"""The command line: what is printed where, exit codes, no tracebacks."""

from __future__ import annotations

import json
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result
from tests.data.specs import APPLES

from mspec.cli import main

WRONG = APPLES.replace("n * k", "n * kk")


@pytest.fixture
def apples(tmp_path: Path) -> Path:
    path = tmp_path / "apples.mspec"
    path.write_text(APPLES)
    return path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_help_names_every_command() -> None:
    text = run("--help").stdout
    for name in (
        "check", "compile", "explain", "fmt", "generate", "graph", "list", "new", "sample", "show", "verify",
    ):  # fmt: skip
        assert f"\n  {name} " in text


def test_check(apples: Path) -> None:
    result = run("check", apples)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 file, 1 problem checked\n"


def test_check_shows_where(apples: Path) -> None:
    apples.write_text(WRONG)
    result = run("check", apples)
    assert result.exit_code == 1
    assert "error[MS2001]: `kk` is not declared" in result.stderr
    assert f"--> {apples}:9:17" in result.stderr
    assert "    total = n * kk" in result.stderr and "^^" in result.stderr
    assert "\x1b" not in result.stderr


def test_check_as_json(apples: Path) -> None:
    apples.write_text(WRONG)
    result = run("check", apples, "--json")
    (found,) = json.loads(result.stdout)
    assert (result.exit_code, found["code"], found["severity"]) == (1, "MS2001", "error")
    at = found["at"]
    assert (at["file"], at["line"], at["column"]) == (str(apples), 9, 17)
    assert WRONG[at["start"] : at["end"]] == "kk"


def test_check_fixes_what_is_certain(apples: Path) -> None:
    apples.write_text(APPLES.replace("There are {k} bags", "There are {k} bag"))
    before = run("check", apples)
    fixed = run("check", apples, "--fix")
    assert fixed.exit_code == run("check", apples).exit_code
    assert before.exit_code in (0, 1) and len(run("check", apples).stderr) <= len(before.stderr)


def test_a_file_that_is_not_there() -> None:
    result = run("check", "nowhere.mspec")
    assert result.exit_code == 2
    assert "error[MS8001]: cannot read `nowhere.mspec`: there is no such file or folder" in result.stderr


def test_fmt(apples: Path) -> None:
    assert run("fmt", "--check", apples).exit_code == 1
    text = apples.read_text()
    assert run("fmt", apples).stdout == f"formatted {apples}\n"
    assert apples.read_text() != text
    assert run("fmt", "--check", apples).exit_code == 0
    assert run("fmt", apples).stdout == ""


def test_fmt_leaves_what_does_not_parse(apples: Path) -> None:
    apples.write_text(APPLES + "\nproblem {")
    result = run("fmt", apples)
    assert result.exit_code == 1 and "error[MS1" in result.stderr
    assert apples.read_text() == APPLES + "\nproblem {"


@pytest.mark.parametrize(
    ("target", "part"),
    [("python", "def world("), ("smtlib", "(set-logic"), ("graph", "problem apples"), ("spec", "problem apples {")],
)
def test_compile(apples: Path, target: str, part: str, tmp_path: Path) -> None:
    shown = run("compile", apples, "--target", target)
    assert shown.exit_code == 0 and part in shown.stdout
    run("compile", apples, "--target", target, "-o", tmp_path / "out")
    assert (tmp_path / "out").read_text().strip() == shown.stdout.strip()


@pytest.mark.parametrize(("format", "part"), [("svg", "<svg "), ("dot", "digraph"), ("mermaid", "flowchart TD")])
def test_graph(apples: Path, format: str, part: str) -> None:
    result = run("graph", apples, "--format", format)
    assert result.exit_code == 0 and result.stdout.startswith(part) and "n * k" in result.stdout


@pytest.mark.parametrize(("name", "part"), [("a.svg", "<svg "), ("a.dot", "digraph"), ("a.mmd", "flowchart TD")])
def test_graph_is_what_its_file_is_called(apples: Path, tmp_path: Path, name: str, part: str) -> None:
    run("graph", apples, "-o", tmp_path / name)
    assert part in (tmp_path / name).read_text(encoding="utf-8")


def test_sample(apples: Path) -> None:
    result = run("sample", apples, "--given", "n=12", "--given", "k=3", "--seed", 4)
    assert result.exit_code == 0
    assert "There are 3 bags with 12 apples each." in result.stdout
    assert "12 × 3 = 36" in result.stdout and "Answer: 33" in result.stdout


def test_sample_with_wrong_solutions() -> None:
    shown = run("sample", "money.bakery_discount", "--wrong", 1, "--given", "n=12", "--given", "price=$2.50").stdout
    right, wrong = shown.split("Wrong: ")
    assert right.count("Answer: ") == wrong.count("Answer: ") == wrong.count("\n! ") == 1
    assert right.partition("Answer: ")[2] != wrong.partition("Answer: ")[2]


def test_sample_with_choices(tmp_path: Path) -> None:
    from mspec.api import load_with_text

    spec = tmp_path / "choices.mspec"
    spec.write_text(load_with_text("money.bakery_discount")[1].replace('pay?"', 'pay?" (choices = 3)', 1))
    shown = run("sample", spec).stdout
    assert [line[:4] for line in shown.splitlines() if ") " in line[:6]] == ["  1)", "  2)", "  3)"]


def test_graph_beside_a_parent(tmp_path: Path) -> None:
    run("vary", "money.bakery_discount", "-o", tmp_path)
    (variant,) = tmp_path.glob("*.mspec")
    drawn = run("graph", "--format", "dot", "--diff", "money.bakery_discount", variant).stdout
    assert " beside bakery_discount\\n" in drawn
    refused = run("graph", "--diff", "physics.braking_car", variant)
    assert refused.exit_code == 1 and "MS8504" in refused.stderr


def test_sample_as_json(apples: Path) -> None:
    lines = run("sample", apples, "-n", 3, "--json").stdout.splitlines()
    assert [orjson.loads(line)["index"] for line in lines] == [0, 1, 2]


@pytest.mark.parametrize(
    ("given", "code"),
    [("m=12", "MS8003"), ("n", "MS8003"), ("n=lots", "MS8003"), ("n=1/0", "MS8003"), ("n=1000", "MS5104")],
)
def test_bad_givens(apples: Path, given: str, code: str) -> None:
    result = run("sample", apples, "--given", given)
    assert result.exit_code == (2 if code == "MS8003" else 1)
    assert f"error[{code}]" in result.stderr


def test_generate_and_verify(apples: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    made = run("generate", apples, "-n", 25, "--seed", 1, "-o", out)
    assert made.stdout == f"25 problems of 1 spec in {out}\n"
    result = run("verify", out, "--specs", apples)
    assert (result.exit_code, result.stdout) == (0, "25 of 25 records hold (100 %), 25 of them against their spec\n")
    assert "Answer: " in run("show", out, "-n", 2).stdout


def test_verify_fails_on_a_fault(apples: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("generate", apples, "-n", 5, "-o", out)
    record = orjson.loads(out.read_bytes().splitlines()[0])
    record["answer"]["value"] = "999999"
    out.write_bytes(orjson.dumps(record) + b"\n")
    result = run("verify", out)
    assert result.exit_code == 1
    assert "answer: 1\n" in result.stdout and "no step gives 999999" in result.stdout


def test_generate_from_a_folder_passes_over_libraries(apples: Path, tmp_path: Path) -> None:
    (tmp_path / "library.mspec").write_text('noun pear "pear" "pears"\n')
    assert run("generate", tmp_path, "-n", 3, "-o", tmp_path / "out.jsonl").exit_code == 0
    alone = run("generate", tmp_path / "library.mspec", "-n", 3, "-o", tmp_path / "out.jsonl")
    assert alone.exit_code == 2 and "MS8002" in alone.stderr


def test_generate_parquet_by_its_name(apples: Path, tmp_path: Path) -> None:
    assert run("generate", apples, "-n", 3, "-o", tmp_path / "out.parquet").exit_code == 0
    assert (tmp_path / "out.parquet").read_bytes()[:4] == b"PAR1"
    assert run("verify", tmp_path / "out.parquet").exit_code == 0


def test_explain() -> None:
    assert run("explain", "ms2001").stdout.startswith("MS2001 (error)\n")
    unknown = run("explain", "MS0000")
    assert unknown.exit_code == 2 and "MS8004" in unknown.stderr
    assert "\nMS8101  " in run("explain", "--list").stdout
    assert run("explain").exit_code == 2


def test_wrong_usage() -> None:
    assert run("generate", "x", "-o", "y").exit_code == 2
    assert run("nonsense").exit_code == 2
