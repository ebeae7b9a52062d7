"""Shipped specs by name: list, new, show, and everywhere a path is taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.data.specs import APPLES

import mspec
from mspec import addresses
from mspec.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test runs in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def codes(caught: pytest.ExceptionInfo[mspec.MspecError]) -> list[str]:
    return [d.code for d in caught.value.diagnostics]


# ---------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize("name", ["braking_car", "physics.braking_car"])
def test_load_by_name(name: str) -> None:
    assert mspec.load(name).name == "braking_car"
    assert mspec.load(Path(name)).name == "braking_car"


def test_a_file_of_that_name_wins(folder: Path) -> None:
    (folder / "braking_car").write_text(APPLES)
    assert mspec.load("braking_car").name == "apples"


@pytest.mark.parametrize(
    ("asked", "code", "help_"),
    [
        ("breaking_car", "MS8005", "near: `braking_car`"),
        ("braking_cart", "MS8005", "near: `braking_car`"),
        ("xyzzy", "MS8005", "`mspec list` prints the names"),
        ("physics", "MS8009", "name one of them; `mspec generate` takes them all"),
        ("physics/braking_car", "MS8001", ""),
        ("braking_car.mspec", "MS8001", ""),
        ("lexicon.food", "MS2013", ""),
    ],
)
def test_what_is_no_spec(asked: str, code: str, help_: str) -> None:
    with pytest.raises(mspec.MspecError) as caught:
        mspec.load(asked)
    assert codes(caught) == [code]
    assert caught.value.diagnostics[0].help_text().startswith(help_)


def test_every_command_takes_names() -> None:
    assert "Answer: " in run("sample", "braking_car").stdout
    assert run("check", "physics.braking_car").stdout == "1 file, 1 problem checked\n"
    assert run("compile", "braking_car", "--target", "graph").stdout.startswith("problem braking_car")
    assert run("graph", "braking_car").stdout.startswith("<svg ")
    made = run("generate", "braking_car", "bakery_discount", "-n", 10, "-o", "out.jsonl")
    assert made.stdout == "10 problems of 2 specs in out.jsonl\n"
    verified = run("verify", "out.jsonl", "--specs", "physics", "--specs", "bakery_discount")
    assert verified.stdout == "10 of 10 records hold (100 %), 10 of them against their spec\n"


def test_fix_never_writes_what_is_shipped() -> None:
    assert run("check", "--fix", "braking_car").stdout == "1 file, 1 problem checked\n"
    assert run("fmt", "braking_car").exit_code == 2


# ----------------------------------------------------------------------------------------------- list


def test_list() -> None:
    lines = run("list").stdout.splitlines()
    assert lines[0].split() == ["subject", "problem", "grade", "title"]
    assert lines[-1] == f"{len(lines) - 2} problems" and len(lines) > 15
    assert all(line == line.rstrip() for line in lines)
    (car,) = [line for line in lines if " braking_car " in line]
    assert car.split() == ["physics", "braking_car", "10", "Stopping", "distance"]


def test_list_selects() -> None:
    def names(*options: str) -> set[str]:
        return {entry["name"] for entry in json.loads(run("list", "--json", *options).stdout)}

    assert "braking_car" in names("--subject", "physics") and "bakery_discount" not in names("--subject", "physics")
    assert names("--subject", "physics") >= names("physics", "--tag", "kinematics") >= {"braking_car"}
    assert "braking_car" in names("--grade", "10") and "braking_car" not in names("--grade", "1")
    assert names("--tag", "no_such_tag") == set()
    assert run("list", "--tag", "no_such_tag").stdout.endswith("0 problems\n")


def test_list_a_folder(folder: Path) -> None:
    mine = folder / "mine"
    mine.mkdir()
    (mine / "apples.mspec").write_text(APPLES)
    (mine / "fruit.mspec").write_text('noun apple_2 "apple"\n')
    (entry,) = mspec.list_specs(mine)
    assert (entry.name, entry.subject, entry.title, entry.length) == ("apples", "mine", "", None)
    assert entry.address.path == mine / "apples.mspec"
    assert [e.name for e in mspec.list_specs(mine, "braking_car")] == ["apples", "braking_car"]


def test_list_lengths() -> None:
    (entry,) = mspec.list_specs("braking_car", lengths=True)
    assert entry.length == mspec.load("braking_car").sample()[0].record["metrics"]["length"] == 4
    assert run("list", "braking_car", "--lengths").stdout.splitlines()[1].split()[:4] == [
        "physics", "braking_car", "10", "4",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------------ new


def test_new_keeps_the_text_and_checks_clean(folder: Path) -> None:
    result = run("new", "trip", "--like", "braking_car")
    assert result.exit_code == 0 and result.stdout.startswith("wrote trip.mspec")
    old = mspec.load("braking_car").compile("spec")
    assert mspec.load(folder / "trip.mspec").compile("spec") == old.replace("problem braking_car", "problem trip")
    assert run("check", "trip.mspec").stdout == "1 file, 1 problem checked\n"
    assert run("fmt", "--check", "trip.mspec").exit_code == 0


def test_new_overwrites_nothing(folder: Path) -> None:
    (folder / "trip.mspec").write_text("mine")
    result = run("new", "trip", "--like", "braking_car")
    assert result.exit_code == 2 and "error[MS8007]: `trip.mspec` exists" in result.stderr
    assert (folder / "trip.mspec").read_text() == "mine"
    assert run("new", "trip", "--like", "braking_car", "-o", "trip_2.mspec").exit_code == 0
    assert mspec.load(folder / "trip_2.mspec").name == "trip"


@pytest.mark.parametrize(
    ("name", "like", "code"),
    [
        ("2trip", "braking_car", "MS8008"),
        ("problem", "braking_car", "MS8008"),
        ("trip", "braking_cat", "MS8005"),
        ("trip", "physics", "MS8009"),
        ("trip", "lexicon.food", "MS8002"),
        ("trip", "no/such.mspec", "MS8001"),
    ],
)
def test_new_refuses(folder: Path, name: str, like: str, code: str) -> None:
    result = run("new", name, "--like", like)
    assert result.exit_code == 2 and f"error[{code}]" in result.stderr
    assert list(folder.iterdir()) == []


def test_new_from_a_file_with_several_problems_keeps_comments(folder: Path) -> None:
    second = APPLES.replace("problem apples", "# the other\nproblem pears")
    (folder / "fruit.mspec").write_text(f"# both\n{APPLES}\n{second}")
    assert run("new", "mine", "--like", "fruit.mspec").exit_code == 0
    text = (folder / "mine.mspec").read_text()
    assert text.startswith("# both\n") and "problem mine {" in text and "problem pears" not in text


def test_new_says_what_the_copy_would_lack(folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own" / "fruit.mspec").write_text('noun quince "quince"\n')
    (folder / "own" / "apples.mspec").write_text("use fruit\n" + APPLES)
    result = run("new", "mine", "--like", "own/apples.mspec")
    assert result.exit_code == 1 and "error[MS2003]" in result.stderr
    assert not (folder / "mine.mspec").exists()


# ----------------------------------------------------------------------------------------------- show


def test_show_a_spec() -> None:
    text = run("show", "braking_car").stdout
    assert "problem braking_car {" in text and "\x1b" not in text
    assert "\nasked   d\n" in text and "reasoning length 4" in text and "Answer: " in text


def test_show_a_file_and_a_data_set(folder: Path) -> None:
    (folder / "apples.mspec").write_text(APPLES)
    shown = run("show", "apples.mspec").stdout
    assert "problem apples {" in shown and "Answer: " in shown
    run("generate", "apples.mspec", "-n", 5, "-o", "out.jsonl")
    data = run("show", "out.jsonl", "-n", 2).stdout
    assert data.count("Answer: ") == 2 and "problem apples" not in data
    assert "MS8001" in run("show", "other.jsonl").stderr


def test_highlighting_loses_no_text() -> None:
    from pygments.token import Generic

    from mspec.addresses import shipped_problems
    from mspec.highlight import MspecLexer

    for address in shipped_problems():
        text = address.source().text
        tokens = list(MspecLexer(stripnl=False).get_tokens(text))
        assert "".join(part for _, part in tokens) == text
        assert not [part for kind, part in tokens if kind is Generic.Error], address


# ------------------------------------------------------------------------------ a name and what lies beside


def test_a_subject_with_the_name_of_a_library() -> None:
    """`money` is a library and a folder of problems; a library has no problems."""
    meant_ = {str(address) for address in addresses.meant("money")}
    assert "money.bakery_discount" in meant_ and "money" not in meant_
    result = run("generate", "money", "-n", 2, "-o", "out.jsonl")
    assert result.exit_code == 0, result.output


def test_a_file_beside_with_the_name_of_something_shipped(folder: Path) -> None:
    (folder / "money.mspec").write_text(APPLES)
    with pytest.raises(mspec.MspecError) as caught:
        addresses.meant("money")
    (found,) = caught.value.diagnostics
    assert found.code == "MS8006"
    assert found.text() == "`money` is the name of several specs: `money.mspec`, `money.…`"
    assert [str(address) for address in addresses.meant("./money.mspec")] == ["money.mspec"]


def test_a_file_beside_without_its_ending(folder: Path) -> None:
    (folder / "orchard.mspec").write_text(APPLES)
    assert [str(address) for address in addresses.meant("orchard")] == ["orchard.mspec"]
