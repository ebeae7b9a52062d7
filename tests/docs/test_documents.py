"""The documentation is true: its examples run, its tables are checked, its generated parts are those of the code."""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from click.testing import CliRunner
from tests.docs.pages import PAGES, ROOT, Block, blocks, checked_table, headings, of_kind, text

import mspec
from mspec.cli import main
from mspec.compiler import keywords, reference, text_forms
from mspec.compiler.build import options
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.explain import catalogue
from mspec.compiler.format import format_source
from mspec.compiler.load import Module, load_source
from mspec.compiler.ops import FUNCTIONS, OPS
from mspec.compiler.source import Source
from mspec.compiler.types import show
from mspec.runtime.data import self_check
from mspec.runtime.interpret import Interpreter
from mspec.runtime.prove.check import check_problem

LANGUAGE = "docs/language.md"
EXECUTED = {"mspec", "mspec-error", "mspec-fragment", "mspec-true", "console", "python", "pycon", "json"}
SHOWN = {"lark", "sh", "toml", "mspec-with", "mspec-domain", "{toctree}", "jinja"}
"""Not executed here: the generated grammar; shell commands, whose paths are looked at; what tests/errors, tests/domains
run; what Sphinx reads."""
MESSAGES = f"docs/{reference.MESSAGES.as_posix()}/"


def loaded(source: str, folder: Path | None = None) -> Module:
    return load_source(Source("example.mspec", source), folder)


def codes(found: Iterable[Diagnostic]) -> list[str]:
    return [f"{d.code} {d.text()}" for d in found]


def in_words(block: Block) -> str:
    return block.where


# ------------------------------------------------------------------------------------------- examples


def test_every_block_is_of_a_known_kind() -> None:
    bare = ("ARCHITECTURE.md", MESSAGES)
    allowed = {page: EXECUTED | SHOWN | ({""} if page.startswith(bare) else set()) for page in PAGES}
    assert [b.where for page in PAGES for b in blocks(page) if b.kind not in allowed[page]] == []


@pytest.mark.parametrize("block", of_kind("mspec"), ids=in_words)
def test_spec(block: Block, folder: Path, request: pytest.FixtureRequest) -> None:
    with_files(block.page, folder)
    module = loaded(block.body, folder)
    assert codes(module.diagnostics) == []
    layout = format_source(Source("example.mspec", block.body))
    if layout != block.body:
        assert request.config.getoption("--update-golden"), "examples are in the canonical layout"
        accept(block.page, block.body, layout)
    for problem in module.problems:
        assert codes(check_problem(problem)) == []
        assert all(example.answer.text for example in mspec.Spec(problem).sample(2))


@pytest.mark.parametrize("block", of_kind("mspec-error"), ids=lambda b: f"{b.where} {b.argument}")
def test_error(block: Block, folder: Path) -> None:
    """The pages of the messages show what tests/errors runs; of it, what needs no solver is run here too."""
    with_files(block.page, folder)
    module = loaded(block.body, folder)
    found = list(module.diagnostics)
    if block.argument >= "MS4" and block.page.startswith(MESSAGES):
        pytest.skip("in tests/errors")
    if block.argument >= "MS4":
        from mspec.runtime.prove.check import check_problem

        found += [d for problem in module.problems for d in check_problem(problem)]
    assert block.argument in {d.code for d in found}, codes(found)


WRAPPERS = {"problem": "problem p {{\n{0}\n}}", "given": "problem p {{ given {{\n{0}\n}} }}"}


@pytest.mark.parametrize("block", of_kind("mspec-fragment"), ids=in_words)
def test_fragment_parses(block: Block) -> None:
    found = loaded(WRAPPERS[block.argument].format(block.body)).diagnostics
    assert [d for d in codes(found) if d.startswith("MS1")] == []


@pytest.mark.parametrize("block", of_kind("mspec-true"), ids=in_words)
def test_conditions_are_true(block: Block) -> None:
    lines = block.body.splitlines()
    steps = "\n".join(f"line{number} = {line}" for number, line in enumerate(lines))
    module = loaded(f'use units.si\nproblem p {{\n steps {{\n{steps}\n }}\n ask line0 "?"\n}}')
    assert codes(module.diagnostics) == []
    (problem,) = module.problems
    reader = Interpreter(problem, {})
    assert [line for n, line in enumerate(lines) if reader.value(problem.node_named(f"line{n}")) is not True] == []


# ------------------------------------------------------------------------------------- checked tables


@pytest.mark.parametrize("row", checked_table(LANGUAGE, "types"), ids=lambda row: str(row[0]))
def test_types(row: list[str]) -> None:
    expression, expected = row
    (givens,) = [block.body for block in of_kind("mspec-fragment") if block.argument == "given"]
    module = loaded(
        f"use lexicon.food\nuse units.si\nproblem p {{\n given {{\n{givens}\n }}\n steps {{ found = {expression} }}\n"
        ' ask found "What?"\n}'
    )
    if expected.startswith("MS"):
        assert [d.code for d in module.diagnostics] == [expected[:6]]
    else:
        assert codes(module.diagnostics) == []
        (problem,) = module.problems
        assert show(problem.nodes[problem.node_named("found")].type) == expected


def said(givens: str, hole: str) -> str:
    """What a hole prints in the middle of a sentence."""
    spec = mspec.load(
        'use lexicon.food\nuse units.si\ntable shares(phrase : word, part : rational) {\n "half", 1/2\n}\n'
        f'problem p {{\n given {{\n  n1 : int in {{1}}\n{givens}\n }}\n steps {{ a = n1 + 1 }}\n'
        f' story """\n  It is {{n1}}: {hole}!\n """\n ask a "What?"\n}}'
    )
    return spec.sample()[0].question.removeprefix("It is 1: ").removesuffix("! What?")


@pytest.mark.parametrize("row", checked_table(LANGUAGE, "forms"), ids=lambda row: f"{row[0]} {row[2]}")
def test_forms(row: list[str]) -> None:
    type_, value, hole, printed = row
    assert said(f"x : {type_} in {{{value}}}", hole) == printed


@pytest.mark.parametrize("row", checked_table(LANGUAGE, "holes"), ids=lambda row: str(row[0]))
def test_holes(row: list[str]) -> None:
    hole, printed, _ = row
    givens = """
      kid : person in {"Mia"}
      item : noun in {egg}
      n : count(item) in {3}
      one : count(item) in {1}
      k : int in {2}
      w : mass[kg] in {8 kg}
      wet : bool in {true}
      p : shares
      xs : list(int, 3) in {4}
    """
    if "kid." not in hole:
        assert said(givens, hole) == printed
    else:
        assert said(givens, "{kid}, " + hole) == f"Mia, {printed}"


# ------------------------------------------------------------------------------------ commands, Python


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with the shipped specs in it."""
    (tmp_path / "specs").symlink_to(ROOT / "specs", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_files(page: str, folder: Path) -> None:
    """Write the files that a page shows; of one that is shown several times, the last state."""
    for block in blocks(page):
        write_file(block, folder)


def write_file(block: Block, folder: Path) -> None:
    if "file" in block.options:
        path = folder / block.options["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.body, encoding="utf-8")


def pages_with(*kinds: str) -> list[str]:
    return list(dict.fromkeys(block.page for block in of_kind(*kinds)))


@pytest.mark.parametrize("page", pages_with("console"))
def test_console(page: str, folder: Path, request: pytest.FixtureRequest) -> None:
    """All commands of a page, one after the other in one folder. `--update-golden` accepts what they print now."""
    with_files(page, folder)
    for block in blocks(page):
        write_file(block, folder)  # from here on it is as this block shows it
        for command, shown in commands(block.body) if block.kind == "console" else ():
            words = shlex.split(command)
            assert words[0] == "mspec", f"{block.where}: only mspec is run here"
            result = CliRunner(env={"COLUMNS": "100"}).invoke(main, words[1:], prog_name="mspec")
            if not isinstance(result.exception, SystemExit | None):
                raise result.exception
            printed = result.output.strip()
            if re.fullmatch(pattern(shown), printed, re.DOTALL):
                continue
            assert request.config.getoption("--update-golden"), f"{block.where}: {command}\n{printed}"
            accept(page, f"$ {command}\n{shown}".rstrip(), f"$ {command}\n{re.sub(HASH, '/…/', printed)}")


HASH = "/[0-9a-f]{8}/"
"""Of a spec, in the id of a record: pages show `…`, since it changes with every library."""


def accept(page: str, old: str, new: str) -> None:
    found = (ROOT / page).read_text(encoding="utf-8")
    assert found.count(old) == 1, f"{page}: shown twice, or over several lines: {old}"
    (ROOT / page).write_text(found.replace(old, new), encoding="utf-8")


def commands(body: str) -> Iterator[tuple[str, str]]:
    """(command, what it prints) of a block. A line that ends in a backslash goes on."""
    for part in re.split(r"^\$ ", body.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown.strip()


def pattern(shown: str) -> str:
    """What is shown as a regular expression: a line `…` stands for any lines, `…` inside a line for any text."""
    return re.escape(shown).replace("\n…\n", "\n(?:.*\n)?").replace("…", ".*")


@pytest.mark.parametrize("page", pages_with("python", "pycon"))
def test_python(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of a page, block after block with the same names. `pycon` blocks show what they print."""
    with_files(page, folder)
    module = ModuleType("page")
    monkeypatch.setitem(sys.modules, "page", module)  # where dataclasses look for their module
    names: dict[str, Any] = module.__dict__
    for block in blocks(page):
        if block.kind == "python":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile("\n" * block.line + block.body, page, "exec"), names)
        elif block.kind == "pycon":
            case = doctest.DocTestParser().get_doctest(block.body, names, block.where, page, block.line)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            report = io.StringIO()
            assert runner.run(case, out=report.write, clear_globs=False).failed == 0, report.getvalue()
            names.update(case.globs)


@pytest.mark.parametrize("block", of_kind("json"), ids=in_words)
def test_record(block: Block, folder: Path) -> None:
    """A record is shown shortened: fields may be left out, and "…" stands for any value, or for the items before or
    after those of a list that are shown."""
    with_files(block.page, folder)
    o = block.options
    example = mspec.load(Path(o["spec"])).sample(int(o["index"]) + 1, seed=int(o["seed"]))[-1]
    assert shortened(json.loads(block.body), example.record)


def shortened(shown: object, real: object) -> bool:
    match shown, real:
        case "…", _:
            return True
        case dict(), dict():
            return all(name in real and shortened(value, real[name]) for name, value in shown.items())
        case [*first, "…"], list():
            return len(first) <= len(real) and all(map(shortened, first, real))
        case ["…", *last], list():
            return len(last) <= len(real) and all(map(shortened, last, real[len(real) - len(last) :]))
        case list(), list():
            return len(shown) == len(real) and all(map(shortened, shown, real))
        case str(), str() if "…" in shown:
            return re.fullmatch(pattern(shown), real) is not None
    return shown == real


# --------------------------------------------------------------------------- complete, and up to date


@pytest.mark.parametrize("page", PAGES)
def test_generated_parts_are_up_to_date(page: str) -> None:
    assert reference.filled(text(page)) == text(page), "run: python -m mspec.compiler.reference"


def test_every_message_has_a_page() -> None:
    pages = {page.removeprefix(MESSAGES).removesuffix(".md") for page in PAGES if page.startswith(MESSAGES)}
    assert pages == set(catalogue()), "run: python -m mspec.compiler.reference"
    stale = [code for code in catalogue() if text(f"{MESSAGES}{code}.md") != reference.message_page(code)]
    assert stale == [], "run: python -m mspec.compiler.reference"


def test_every_generated_part_stands_somewhere() -> None:
    named = set(re.findall(r"<!-- generated: ([a-z-]+) -->", "".join(map(text, PAGES))))
    assert named == set(reference.PARTS)


def test_every_operator_has_an_example() -> None:
    run = "".join(block.body for block in blocks(LANGUAGE) if block.kind in EXECUTED)
    run += "".join(expression for expression, _ in checked_table(LANGUAGE, "types"))
    functions = FUNCTIONS | keywords.LIST_FUNCTIONS | keywords.BINDERS
    assert [name for name in sorted(functions) if not re.search(rf"\b{name}\(", run)] == []
    signs = {op.symbol for op in OPS.values() if op.fixity in ("infix", "prefix")}
    assert [sign for sign in sorted(signs) if sign not in run] == []


def test_every_word_has_an_example() -> None:
    run = "".join(block.body for block in blocks(LANGUAGE) if block.kind in EXECUTED)
    words = {*keywords.SECTIONS, *keywords.TOP_LEVEL, *keywords.RULE_ITEMS, *keywords.TEST_ITEMS, *keywords.FLAGS}
    words |= {*keywords.RULE_KINDS} - {"apply", "chain"} | {"where", "unknown", "until", "known", "uncountable"}
    assert [word for word in sorted(words - {"fixed"}) if not re.search(rf"\b{word}\b", run)] == []
    assert [word for word in keywords.RULE_KINDS if f"`{word} " not in text(LANGUAGE)] == []
    assert "`fixed`" in text(LANGUAGE)


def test_every_form_of_a_hole_is_documented() -> None:
    holes = [row[2] for row in checked_table(LANGUAGE, "forms")]
    forms = {*text_forms.NUMBER_FORMS, *text_forms.NOUN_FORMS}
    assert [form for form in sorted(forms) if f"{{x:{form}}}" not in holes] == []
    assert {"{x:3sf}", "{x:2dp}"} <= set(holes)
    people = keywords.PERSON_FORMS - {"themselves"} | keywords.AUXILIARIES
    rows = " ".join(" ".join(row) for row in checked_table(LANGUAGE, "holes"))
    assert [word for word in sorted(people) if not re.search(rf"\b{word}\b", rows)] == []


def test_every_option_of_ask_is_documented() -> None:
    rows = [line for line in text(LANGUAGE).splitlines() if line.startswith("| `")]
    for name in (*options.WHOLE, "tol"):
        assert any(row.startswith(f"| `{name}` ") for row in rows), name
    for name, values in options.WORDS.items():
        (row,) = [row for row in rows if row.startswith(f"| `{name}` ")]
        assert [value for value in values if value != "any" and f"`{value}`" not in row] == []


def test_every_field_of_a_record_is_documented() -> None:
    page = text("docs/records.md")
    fields = ["plugins", *self_check.FIELDS, *self_check.STEP_FIELDS]
    fields += [*self_check.ANSWER_FIELDS, *self_check.METRIC_FIELDS]
    assert [name for name in fields if f"| `{name}` |" not in page] == []


def test_every_command_is_documented() -> None:
    assert isinstance(main, click.Group)
    overview = CliRunner().invoke(main, ["--help"]).output
    page, anchors = text("docs/cli.md"), set(headings("docs/cli.md"))
    for name, command in main.commands.items():
        assert re.search(rf"^  {name} ", overview, re.MULTILINE), name
        assert f"`mspec {name}" in text("README.md"), name
        assert f"mspec-{name}" in anchors, name
        section = page.split(f"## mspec {name}\n")[1].split("\n## ")[0]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert any(f"`{flag}" in section for flag in parameter.opts), f"{name} {parameter.opts}"


# ------------------------------------------------------------------------------------- links and paths


@pytest.mark.parametrize("page", PAGES)
def test_links_resolve(page: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text(page)):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        found = (ROOT / page).parent / path if path else ROOT / page
        assert found.exists(), target
        if anchor:
            other = found.resolve().relative_to(ROOT).as_posix()
            assert anchor in set(headings(other)), target


PATH = re.compile(
    r"(?<![\w/.])(?:compiler|runtime|specs|tests|grammar|templates|src|docs|benchmarks)/[a-z_0-9*][\w./*-]*"
)


@pytest.mark.parametrize("page", [page for page in PAGES if not page.startswith("docs/reference")])
def test_paths_exist(page: str) -> None:
    """Paths into the repository in backticks and shell blocks. A path with a word in capitals is a placeholder."""
    quoted = re.findall(r"`([^`\n]+)`", text(page)) + [b.body for b in blocks(page) if b.kind == "sh"]
    for path in (path.rstrip(".") for part in quoted for path in PATH.findall(part)):
        if not re.search(r"[A-Z]{2}", path):
            assert list(ROOT.glob(path.rstrip("/"))), path


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake (\w+)", "".join(text(page) for page in ("README.md", "CONTRIBUTING.md"))))
    assert {"demo", "test"} <= named <= targets
