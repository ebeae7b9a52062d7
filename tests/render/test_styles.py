"""Style packs: what each prints, that batches and records agree, what templates may do, that LaTeX is well formed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner
from tests.data.library import SPECS, Json, problems, sampled

import mspec
from mspec.cli import main
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.compiler.load import load_file
from mspec.runtime.data.records import Recorder
from mspec.runtime.data.verify import verify
from mspec.runtime.render.styles import SHIPPED, pack, sheet, styled
from mspec.runtime.render.styles.changes import CHANGES
from mspec.runtime.render.styles.latex import mathematics, prose
from mspec.runtime.render.styles.shape import stem

Golden = Callable[[str, str], None]


@cache
def records(name: str, rows: int = 2) -> list[Json]:
    return [orjson.loads(line) for line in Recorder(problem(name), 3).batch(0, rows)]


@cache
def problem(name: str) -> Problem:
    (path,) = SPECS.rglob(f"{name}.mspec")
    return load_file(path).problem()


# ------------------------------------------------------------------------------------------------ packs


@pytest.mark.parametrize("style", SHIPPED)
def test_golden(style: str, golden: Golden) -> None:
    """One problem with a single question and one in parts, as one page."""
    chosen = [records("bakery_discount")[0], records("garden_path")[0]]
    text = sheet(pack(style), [(record["spec"], styled(pack(style), record)) for record in chosen])
    golden(f"styles/{style}.txt", text + "\n")


@pytest.mark.parametrize("style", SHIPPED)
def test_the_library_can_be_set(style: str) -> None:
    chosen = pack(style)
    for record, _ in sampled(20):
        text = styled(chosen, record)
        assert text.problem and text.solution and "\ue000" not in f"{text}", record["id"]
        for answer in [part["answer"]["text"] for part in record["parts"]] or [record["answer"]["text"]]:
            assert (prose(answer) if style == "latex" else answer) in text.solution


@pytest.mark.parametrize("style", SHIPPED)
@pytest.mark.parametrize("name", ["bakery_discount", "garden_path", "shipping_fee", "ticket_system", "quiz_scores"])
def test_batches_say_what_records_say(name: str, style: str) -> None:
    """Templates are evaluated once a shape; the texts are those of each record by itself."""
    lines = Recorder(problem(name), 3, style=pack(style)).batch(0, 40)
    plain = Recorder(problem(name), 3).batch(0, 40)
    for line, bare in zip(lines, plain, strict=True):
        record = orjson.loads(line)
        text = record.pop("text")
        assert record == orjson.loads(bare)
        alone = styled(pack(style), record)
        assert text == {"style": style, "problem": alone.problem, "solution": alone.solution}


def test_rows_that_share_their_solution_have_their_own_problem() -> None:
    """Two thousand rows of a small family: solutions are made once for rows that are alike but for the person."""
    lines = Recorder(problem("rice_pot"), 3, style=pack("exam")).batch(0, 2000)
    for record in map(orjson.loads, lines):
        alone = styled(pack("exam"), record)
        assert (record["text"]["problem"], record["text"]["solution"]) == (alone.problem, alone.solution)


def test_the_stem_is_the_question_without_its_parts() -> None:
    assert stem("A lawn. (a) How long? (b) Why?", ["How long?", "Why?"]) == "A lawn."
    assert stem("A lawn. How long?", []) == "A lawn. How long?"


# ------------------------------------------------------------------------------------------ own packs


def own(folder: Path, problem: str = "{{ question }}", solution: str = "{{ answer.text }}", **others: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in {"problem": problem, "solution": solution, **others}.items():
        (folder / f"{name}.j2").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_a_pack(tmp_path: Path) -> None:
    folder = own(
        tmp_path / "mine",
        "{% for part in parts %}{{ part.label }}{{ part.question | lower_first }};{% endfor %}{{ parts | length }}",
        "{% for step in steps if step.kind == 'arithmetic' %}{{ loop.index + 10 }} {{ step.name }}: {{ step.equation | "
        "math }} ({{ step.sentence | without_stop }}){% if not loop.last %} | {% endif %}{% endfor %}",
        sheet="{% for one in problems %}[{{ one.number }} {{ one.id }}] {{ one.solution }}{% endfor %}",
    )
    record = records("garden_path")[0]
    text = styled(pack(folder), record)
    assert text.style == "mine"
    assert text.problem == "(a)what is the area of the path?;(b)how much does the fence cost in all?;2"
    assert re.match(r"11 \w+: [^|]* \(The length [^|.]* m\) \| 12 ", text.solution)
    assert sheet(pack(folder), [("first", text)]) == f"[1 first] {text.solution}"


def fault(folder: Path, record: Json | None = None) -> tuple[str, str]:
    with pytest.raises(MspecError) as error:
        styled(pack(folder), record or records("bakery_discount")[0])
    (found,) = error.value.diagnostics
    return found.code, found.text()


REFUSED = [
    ("{{ question", "unexpected end of template"),
    ("\n{{ questoin }}", "`questoin` is unknown"),
    ("{% for step in steps %}{{ step.name() }}{% endfor %}", "`call` is no part of a style"),
    ("{% for a in steps %}" * 3 + "." + "{% endfor %}" * 3, "loops stand"),
    ("{% macro m() %}{% endmacro %}", "`macro` is no part"),
    ("{% include 'other.j2' %}", "`include` is no part"),
    ("{% set x = 1 %}", "`assign` is no part"),
    ("{{ 'a' * 1000000000 }}", "`mul` is no part"),
    ("{{ 9 ** 9 ** 9 }}", "`pow` is no part"),
    ("{% filter tex %}a{% endfilter %}", "is no part"),
    ("{{ question | upper }}", "`upper` is no filter; there are length"),
    ("{% if steps is callable %}{% endif %}", "`callable` is no test"),
    ("{{ ''.__class__ }}", "unsafe"),
    ("{{ steps.__class__ }}", "unsafe"),
    ("{{ question == 'x' }}", "can be printed and filtered"),
    ("{{ question ~ 'x' }}", "`concat` is no part"),
    ("{{ question + 'x' }}", "can be printed and filtered"),
    ("{{ question | length }}", "can be printed and filtered"),
    ("{% for letter in question %}{{ letter }}{% endfor %}", "can be printed and filtered"),
    ("{{ question[0] }}", ""),
    ("{{ steps }}", "only texts and numbers"),
    ("{% for step in steps %}\n{{ step.sentense }}\n{% endfor %}", "no attribute 'sentense'"),
    ("a \ue000 b", "reserved"),
]


@pytest.mark.parametrize(("source", "why"), REFUSED)
def test_what_templates_may_not(source: str, why: str, tmp_path: Path) -> None:
    code, message = fault(own(tmp_path / "bad", source))
    assert code == "MS8402" and why in message and "problem.j2`, line " in message


def test_the_line_of_a_fault_is_named(tmp_path: Path) -> None:
    assert "problem.j2`, line 2: `questoin`" in fault(own(tmp_path / "a", "\n{{ questoin }}"))[1]
    late = "{% for step in steps %}\n{{ step.sentense }}\n{% endfor %}"
    assert "problem.j2`, line 2: " in fault(own(tmp_path / "b", late))[1]


def test_packs_that_are_not_there(tmp_path: Path) -> None:
    assert fault(tmp_path / "none")[0] == "MS8401"
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "problem.j2").write_text("x", encoding="utf-8")
    assert fault(tmp_path / "half") == ("MS8402", f"`{tmp_path / 'half'}/solution.j2`, line 1: there is no such file")
    own(tmp_path / "bytes")
    (tmp_path / "bytes" / "problem.j2").write_bytes(b"\xff")
    assert "not UTF-8" in fault(tmp_path / "bytes")[1]
    own(tmp_path / "long", "x" * 70_000)
    assert "longer than" in fault(tmp_path / "long")[1]


def test_braces_of_a_story_mean_nothing(tmp_path: Path) -> None:
    """What a record says is put in as data: it is never read as a template."""
    record = {**records("bakery_discount")[0], "question": "{{ 7 * 7 }} {% for %} \ue0000\ue000"}
    assert styled(pack("plain"), record).problem == record["question"]


# ------------------------------------------------------------------------------------------------ LaTeX

PROSE = [
    ("12 bagels at $2.50", r"$12$ bagels at $\$2.50$"),
    ("3/4 of 2 1/3 cups", r"$\frac{3}{4}$ of $2\frac{1}{3}$ cups"),
    ("72 km/h is 5 m/s²", r"$72\,\mathrm{km/h}$ is $5\,\mathrm{m/s^{2}}$"),
    ("20 °C and 90°", r"$20\,\mathrm{^\circ C}$ and $90^\circ$"),
    ("20² ÷ (2 × 5) = 40 m.", r"$20^{2} \div (2 \times 5) = 40\,\mathrm{m}$."),
    ("(1/2 + 1)x = $30, so x = $20", r"$(\frac{1}{2} + 1)x = \$30$, so $x = \$20$"),
    ("Since 5 kg < 15 kg ≤ 20 kg, go", r"Since $5\,\mathrm{kg} < 15\,\mathrm{kg} \le 20\,\mathrm{kg}$, go"),
    ("12,300 is 40% off", r"$12{,}300$ is $40\%$ off"),
    ("3rd at 10:30, 5-day, the 1980s", "3rd at 10:30, 5-day, the 1980s"),
    ("50% & #3_a {b} ~", r"$50\%$ \& \#$3$\_a \{$b$\} \textasciitilde{}"),
    ('She says "yes" – once…', r"She says ``yes'' -- once\ldots{}"),
    ("√2, 2π, 3√5 and 6 × 10⁵ m", r"$\sqrt{2}$, $2\pi$, $3\sqrt{5}$ and $6 \times 10^{5}\,\mathrm{m}$"),
    ("(b) Find CO₂ in 4x² + 1", r"(b) Find CO$_{2}$ in $4x^{2} + 1$"),
    ("\\input{x} $", r"\textbackslash{}input\{$x$\} \$"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tex"), PROSE)
def test_prose(text: str, tex: str) -> None:
    assert prose(text) == tex


def test_mathematics() -> None:
    assert mathematics("4 / 8 * ((4 - 1) / (8 - 1)) = 3/14") == (
        r"4 \div 8 \times ((4 - 1) \div (8 - 1)) = \frac{3}{14}"
    )
    assert mathematics("no formula") == r"\text{no formula}"


KNOWN = r"""\textbf \begin \end \item \frac \sqrt \times \div \approx \le \ge \ne \cdot \mathrm \text \circ \pi \mu
    \Omega \infty \to \surd \textbackslash \textasciicircum \textasciitilde \textbar \ldots \texteuro \pounds \textyen
    \documentclass \usepackage \medskip \bigskip \, \$ \% \& \# \_ \{ \}"""
"""Commands of LaTeX with amsmath."""


def well_formed(tex: str) -> None:
    """Balanced braces and environments, mathematics that opens and closes in one line, nothing left unescaped, and only
    commands that LaTeX with amsmath knows."""
    assert set(re.findall(r"\\(?:[A-Za-z]+|[^A-Za-z])", tex)) <= set(KNOWN.split())
    bare = re.sub(r"\\(?:[A-Za-z]+|[^A-Za-z])", lambda found: "c" * found[0][1:].isalpha(), tex)
    depth = 0
    for char in bare:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    opened: list[str] = []
    for which, name in re.findall(r"\\(begin|end)\{(\w+)\}", tex):
        assert which == "begin" or opened.pop() == name
        opened += [name] * (which == "begin")
    assert not opened
    for line in bare.splitlines():
        parts = line.split("$")
        assert len(parts) % 2 and all(parts[1::2]), line
        for words in parts[::2]:
            assert not re.search(r"[&#_^%<>|~×÷−≈≤≥≠²³°π√µΩ∞·→₀-₉⁰-⁹]", words), line
        for formula in parts[1::2]:
            assert formula.isascii() and not re.search(r"[&#%~\"]|\^\^|\^\{[^}]*\}\^", formula), line


def test_latex_of_the_library_is_well_formed() -> None:
    for record, _ in sampled(20):
        latex(record)


@pytest.mark.slow
def test_latex_of_many_samples_is_well_formed() -> None:
    for family in problems():
        for line in Recorder(family, 8).batch(0, 50):
            latex(orjson.loads(line))


def latex(record: Json) -> None:
    text = styled(pack("latex"), record)
    well_formed(text.problem)
    well_formed(text.solution)
    for step in record["steps"]:
        if step["equation"]:
            well_formed(f"${mathematics(step['equation'])}$")


def test_the_check_of_latex_can_fail() -> None:
    for bad in ("$1", "{", r"\begin{a}\end{b}", "50% off", "a_b", r"$$", r"\evil", "$2 × 3$"):
        with pytest.raises((AssertionError, IndexError)):
            well_formed(bad)


def test_filters_keep_ordinary_words() -> None:
    assert {name: change("Ordinary words") for name, change in CHANGES.items()} == {
        "tex": "Ordinary words", "math": r"\text{Ordinary words}", "upper_first": "Ordinary words",
        "lower_first": "ordinary words", "without_stop": "Ordinary words",
    }  # fmt: skip


# ----------------------------------------------------------------------------------- data sets, commands


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_data_sets_in_a_style(format: str, tmp_path: Path) -> None:
    specs = [SPECS / "money" / "bakery_discount.mspec", SPECS / "geometry" / "garden_path.mspec"]
    out = tmp_path / f"out.{format}"
    mspec.generate(specs, 50, out, seed=1, style="latex")
    report = verify(out, [problem("bakery_discount"), problem("garden_path")])
    assert (report.records, report.faults, report.from_spec) == (50, {}, 50)
    (example, *_) = mspec.api.read_examples(out, 50)
    text = example.text("latex")
    assert example.record["text"] == {"style": "latex", "problem": text.problem, "solution": text.solution}
    mspec.generate(specs, 50, tmp_path / "bare.jsonl", seed=1)
    bare = [orjson.loads(line) for line in (tmp_path / "bare.jsonl").read_bytes().splitlines()]
    assert not any("text" in record for record in bare)


def test_a_text_that_is_not_the_record_is_found(tmp_path: Path) -> None:
    lines = Recorder(problem("bakery_discount"), 1, style=pack("exam")).batch(0, 3)
    damaged = [orjson.loads(line) for line in lines]
    damaged[0]["text"]["solution"] += "!"
    damaged[1]["text"]["problem"] = 7
    (tmp_path / "out.jsonl").write_bytes(b"\n".join(map(orjson.dumps, damaged)))
    assert set(verify(tmp_path / "out.jsonl").faults) == {"text in a style", "malformed"}


def test_a_run_is_not_continued_in_another_style(tmp_path: Path) -> None:
    from mspec.runtime.data.manifest import Run, open_parts, spread_evenly, style_hash

    portions = spread_evenly(3, [("p", "h")])
    open_parts(tmp_path / "parts", Run(1, "jsonl", portions))
    with pytest.raises(MspecError, match="style None there, exam") as error:
        open_parts(tmp_path / "parts", Run(1, "jsonl", portions, style=style_hash(pack("exam"))))
    assert error.value.diagnostics[0].code == "MS8201"
    changed = style_hash(pack(own(tmp_path / "exam")))
    assert changed.startswith("exam ") and changed != style_hash(pack("exam"))


def test_commands(tmp_path: Path) -> None:
    run, spec = CliRunner().invoke, str(SPECS / "money" / "bakery_discount.mspec")
    exam = run(main, ["sample", spec, "-n", "2", "--style", "exam"])
    assert exam.exit_code == 0 and "Mark scheme" in exam.stdout and exam.stdout.count("[3 marks]") == 2
    as_json = run(main, ["sample", spec, "--style", "chat", "--json"])
    assert orjson.loads(as_json.stdout)["text"]["style"] == "chat"
    out = tmp_path / "out.jsonl"
    assert run(main, ["generate", spec, "-n", "5", "-o", str(out), "--style", "textbook"]).exit_code == 0
    assert b'"text":{"style":"textbook"' in out.read_bytes()
    shown = run(main, ["show", str(out), "-n", "1", "--style", "latex"])
    assert shown.exit_code == 0 and shown.stdout.startswith("\\documentclass")
    assert "\\begin{enumerate}" in run(main, ["show", spec, "--style", "latex"]).stdout
    unknown = run(main, ["sample", spec, "--style", "none"])
    assert unknown.exit_code == 1 and "MS8401" in unknown.stderr and "plain, textbook, exam" in unknown.stderr
    bad = run(main, ["sample", spec, "--style", str(own(tmp_path / "bad", "{{ x }}"))])
    assert bad.exit_code == 1 and "MS8402" in bad.stderr and "problem.j2`, line 1: `x` is unknown" in bad.stderr
