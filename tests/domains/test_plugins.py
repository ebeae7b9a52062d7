"""Library types and primitives through the whole of mspec, and what is said of plug-ins that are at fault."""

from __future__ import annotations

import pickle
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.docs.pages import ROOT

import mspec
from mspec.compiler import plugins
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.hashes import world_hash
from mspec.compiler.ir import Problem
from mspec.compiler.load import Module, load_problem, load_source
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.lower.lower_smtlib import lower_smtlib
from mspec.compiler.ops import OPS
from mspec.compiler.source import Source
from mspec.compiler.verify import verify
from mspec.runtime.compiled import Compiled
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.prove.check import check_problem
from mspec.runtime.prove.lowering import prove

HERE = Path(__file__).parent
POINTS = {
    "probe": "PROBE", "faulty": "FAULTY", "old": "OLD", "renamed": "RENAMED", "strange": "STRANGE",
    "capital": "CAPITAL", "taken": "TAKEN", "rival": "RIVAL", "nothing": "NOTHING", "missing": "MISSING",
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The plug-ins of `probe_plugin.py` behind entry points of a distribution that is only there for these tests."""
    folder = tmp_path_factory.mktemp("probe")
    (folder / "mspec_probe_for_tests.py").write_bytes((HERE / "probe_plugin.py").read_bytes())
    (folder / "mspec_broken_for_tests.py").write_text("import mspec_there_is_no_such_module\n")
    points = {name: f"mspec_probe_for_tests:{attribute}" for name, attribute in POINTS.items()}
    points["broken"] = "mspec_broken_for_tests:PLUGIN"
    for number, chosen in enumerate((points, {"twice": "a:A"}, {"twice": "b:B"})):
        info = folder / f"probe{number}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: probe{number}\nVersion: 1\n")
        lines = "".join(f"{name} = {target}\n" for name, target in chosen.items())
        (info / "entry_points.txt").write_text(f"[mspec.primitives]\n{lines}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(folder)])
        yield
    sys.modules.pop("mspec_probe_for_tests", None)
    plugins.load.cache_clear()
    plugins.operators.cache_clear()
    plugins.types.cache_clear()


SPEC = """
use units.si
use primitives.probe
problem p {
  given {
    n   : int in 2..90                        "number"
    q   : rational in {1/2, 3/2, 13/2}        "other number"
    v   : volume[mL] in 100 mL..900 mL by 50 mL  "volume"
    few : tag in {"a", "b-c", "D"}            "tag"
    wet : bool
  }
  require {
    n > 5 and not divides(7, n)
    is_odd(tagged(n, q)) or n < 40
  }
  steps {
    t        = tagged(n, q)                         "tag of both"
    s        = size(t, n) + 1/3                     "size"
    h        = half(n)                              "half"
    u : tag  = if wet then t else few               "one of them"
    w        = together([u, t, few], "zz")          "all of them"
    l        = litres(v)                            "number of litres"
    x        = if is_odd(w) and t != u then s else h  "one number"
    both     = [t, u]                               "two tags"
    short    = tail(together(few, tag("E")))        "tail"
  }
  story \"\"\"
    Here are {n}, {q}, {v} and {few}, {if wet}wet{else}dry{end}.
  \"\"\"
  ask x "Which number?"
  ask w "Which tag?"
  ask l "How many litres?"
  ask both "Which tags?"
  ask short "What is left?"
}
"""


def small(uses: str, given: str, steps: str, ask: str = "a") -> str:
    return (
        f"use units.si\n{uses}\nproblem p {{\n given {{\n{given}\n }}\n steps {{\n{steps}\n }}\n"
        f' story """\n  It is {{n}}.\n """\n ask {ask} "What?"\n}}\n'
    )


def probe(steps: str, given: str = 'n : int in 1..9 "number"', uses: str = "use primitives.probe") -> str:
    return small(uses, given, steps)


def loaded(text: str) -> Module:
    return load_source(Source("<text>", text))


def refusals(text: str) -> list[str]:
    return [d.code for d in loaded(text).diagnostics]


@pytest.fixture(scope="module")
def problem() -> Problem:
    module = loaded(SPEC)
    assert [d.text() for d in module.diagnostics] == []
    return module.problems[0]


# ------------------------------------------------------------------------------------------------ all paths


def test_check_and_verify(problem: Problem) -> None:
    verify(problem)
    assert [d.text() for d in check_problem(problem)] == []


def test_records(problem: Problem, tmp_path: Path) -> None:
    (spec := tmp_path / "p.mspec").write_text(SPEC, encoding="utf-8")
    made = mspec.generate([spec], 2000, tmp_path / "p.jsonl", seed=5)
    assert mspec.verify(made.path).faulty == 0
    assert mspec.verify(made.path, specs=[spec]).faulty == 0


def test_steps_and_claims(problem: Problem) -> None:
    (example,) = mspec.Spec(problem).sample(1, given={"n": "10", "q": "3/2", "few": "b-c", "wet": "false"})
    steps = {step["name"]: step for step in example.record["steps"]}
    assert steps["t"]["claim"] == 'tagged(10, 3/2) == "t10-3-2"'
    assert steps["w"]["claim"] == 'together("b-c", "t10-3-2", "b-c", "zz") == "b-ct10-3-2b-czz"'
    assert {steps[name]["kind"] for name in ("t", "w", "l")} == {"symbolic"}
    assert steps["short"]["sentence"] == "The tail is -CE."
    assert example.record["givens"]["few"] == "b-c"
    assert example.record["parts"][1]["answer"] == {
        "text": "B-CT10-3-2B-CZZ", "value": "b-ct10-3-2b-czz", "type": "tag", "unit": ""
    }  # fmt: skip


def test_printed_and_built_again(problem: Problem) -> None:
    printed = mspec.Spec(problem).compile("spec")
    again = load_problem(printed)
    assert mspec.Spec(again).compile("spec") == printed
    assert world_hash(again) == world_hash(problem)
    assert again.nodes == problem.nodes


def test_sent_to_another_process(problem: Problem) -> None:
    assert pickle.loads(pickle.dumps(problem)) == problem


def test_the_core_is_left_alone(problem: Problem) -> None:
    assert "half" in plugins.operators_of(problem) and "half" not in OPS
    assert plugins.operators(()) is OPS


def test_standalone_python(problem: Problem) -> None:
    text = lower_python(problem).text
    names: dict[str, object] = {"__name__": "generated"}
    exec(compile(text, "<generated>", "exec"), names)
    main = names["_main"]
    assert callable(main)
    shown = main(["n=10", "q=1.5", "v=100", "few=d", "wet=true"])
    assert "w = t10-3-2t10-3-2dzz" in shown and "short = e" in shown and shown.endswith("admissible: yes")
    assert main(["n=14", "q=1.5", "v=100", "few=d", "wet=true"]).endswith("admissible: no")


def test_values_are_texts_for_people_who_type_them(problem: Problem) -> None:
    (example,) = mspec.Spec(problem).sample(1, given=mspec.api.read_givens(("few= B-C ", "n=10")))
    assert example.record["givens"]["few"] == "b-c"


# ------------------------------------------------------------------------------------------- how it is compiled


def test_few_arguments_are_a_table() -> None:
    given = 'n : int in 1..9 "number"\n few : tag in {"a", "b-c", "d"} "tag"'
    problem = load_problem(probe("a = size(few, 3) + n", given))
    text = lower_python(problem).text
    assert "_primitive" not in text and "_pick(TABLE_1, g_few)" in text
    assert prove(problem, lower_python(problem)).kind == "exhaustive"


def test_a_proof_by_cases() -> None:
    given = 'n : int in 1..900000 "number"\n few : tag in {"a", "b-c", "d"} "tag"'
    problem = load_problem(probe("a = size(few, 3) * n", given))
    assert prove(problem, lower_python(problem)).kind == "symbolic"


def test_solvers_know_few_arguments() -> None:
    given = 'n : int in 1..9 "number"\n few : tag in {"a", "b-c", "d"} "tag"'
    lowering = lower_smtlib(load_problem(probe("a = size(few, 3) + n", given)))
    assert lowering.exact and "(ite (= v_few 0) 4 (ite (= v_few 1) 6 4))" in lowering.text
    for step in ("a = half(2 * n + 1)", 'a = if tagged(n, n) == "t1-1-1" then 1 else n'):
        assert not lower_smtlib(load_problem(probe(step))).exact


def test_called_once_for_each_tuple_of_arguments() -> None:
    problem = load_problem(probe("a = half(2 * n + 1)", 'n : int in {1, 2, 4, 5, 6} "number"'))
    calls = sys.modules["mspec_probe_for_tests"].CALLS
    calls.clear()
    plugins._remembered.clear()
    mspec.Spec(problem).sample(200)
    assert sorted(calls) == [("half", Fraction(k)) for k in (3, 5, 9, 11, 13)]


def test_not_called_where_an_argument_has_no_value() -> None:
    """`tail` would fail on the text that stands where there is no tag."""
    given = 'n : int in 1..2000 "number"\n wet : bool'
    steps = 't : tag = if wet then tagged(1, half(n)) else "ab"\n s = size(tail(t), 1)\n a = if wet then n else s'
    problem = load_problem(probe(steps, given))
    lowering = lower_python(problem)
    world = Compiled(lowering).module["world"]
    assert world(14, True)[1] is True, "neither the tag nor its tail is asked for"
    assert world(14, False)[1] is True
    problem = load_problem(probe(steps.replace("if wet then n else s", "s + n"), given))
    world = Compiled(lower_python(problem)).module["world"]
    assert world(14, True)[1] is False and world(15, True)[1] is True and world(14, False)[1] is True


def test_generated_code_refuses_another_version(problem: Problem) -> None:
    text = lower_python(problem).text.replace("'probe', '1'", "'probe', '2'")
    names: dict[str, object] = {"__name__": "generated"}
    exec(compile(text, "<generated>", "exec"), names)
    main = names["_main"]
    assert callable(main)
    with pytest.raises(MspecError, match=r"MS2102.*version 1 is installed, and version 2 was compiled"):
        main(["n=10", "q=1.5", "v=100", "few=d", "wet=true"])


def test_the_version_counts(problem: Problem) -> None:
    closure = loaded(SPEC).closure
    assert ("primitives.probe", "probe 1\n") in closure
    other = replace(problem, lexicon=replace(problem.lexicon, plugins=(("probe", "2"),)))
    assert world_hash(other) != world_hash(problem)


# ------------------------------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("old", "made for version 0 of the interface"),
        ("renamed", "it calls itself another"),
        ("strange", "`furlong` is not a type"),
        ("capital", "`Upper` is not a name in lower case"),
        ("taken", "the name `gcd` is taken"),
        ("nothing", "is no Plugin"),
        ("missing", "AttributeError"),
        ("broken", "ModuleNotFoundError: No module named 'mspec_there_is_no_such_module'"),
        ("twice", "it is registered more than once: a:A, b:B"),
    ],
)
def test_a_plug_in_that_cannot_be_used(name: str, why: str) -> None:
    module = loaded(probe("a = n + 1\n b = half(n)", uses=f"use primitives.{name}"))
    (found,) = module.diagnostics
    assert found.code == "MS2102" and why in found.text()
    line, _ = module.source.line_column(found.span.start)
    assert line == 2


def test_one_that_is_not_installed() -> None:
    (found,) = loaded(probe("a = half(n)", uses="use primitives.prob")).diagnostics
    assert (found.code, found.help_text()) == ("MS2101", "did you mean `probe`?")


@pytest.mark.parametrize(
    "text",
    [
        probe("a = half(n)", uses="use primitives.probe\nuse primitives.rival"),
        probe("a = half(n)", uses="use primitives.probe\ndef half(n : int) = n / 2"),
        probe("a = half(n)", uses="use primitives.probe\ntable tag(n : int) {\n  1\n}"),
    ],
)
def test_a_name_that_is_taken(text: str) -> None:
    assert "MS2103" in refusals(text)


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("size(n, n)", "MS3102"),
        ('size("a", 1/2)', "MS3102"),
        ("litres(3 kg)", "MS3102"),
        ("half(sqrt(n))", "MS3102"),
        ('size("a b", n)', "MS3101"),
        ('size(tag("a b"), n)', "MS3101"),
        ("size(tag(n), n)", "MS3020"),
        ('size("a")', "MS2010"),
        ('together("a") + 1', "MS3001"),
        ('if together("a") == "b c" then 1 else 2', "MS3101"),
        ('if together("a") == n then 1 else 2', "MS3006"),
        ('if together("a") < "b" then 1 else 2', "MS3001"),
        ("hafl(n)", "MS2009"),
    ],
)
def test_wrong_arguments(step: str, code: str) -> None:
    assert refusals(probe(f"a = {step}"))[:1] == [code]


@pytest.mark.parametrize("domain", ['{"a b"}', "{3}", '{"a", b}'])
def test_wrong_domains(domain: str) -> None:
    (found,) = loaded(probe("a = n + 1", f'n : int in 1..9 "number"\n few : tag in {domain} "tag"')).diagnostics
    assert found.code in ("MS3101", "MS3011") and '"a-b"' in found.help_text()


def test_a_primitive_that_does_not_always_have_a_value() -> None:
    problem = load_problem(probe("a = half(n)"))
    (found,) = check_problem(problem)
    assert found.code == "MS5003"
    assert found.text() == "`half` does not always have a value (it is a multiple of seven): n = 7"
    with pytest.raises(Undefined, match="multiple of seven"):
        Interpreter(problem, {problem.node_named("n"): Fraction(7)}).value(problem.node_named("a"))
    with pytest.raises(MspecError, match="MS5003"):
        mspec.Spec(problem).sample(500)
    assert check_problem(load_problem(probe("a = if n == 7 then 1 else half(n)"))) == []


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("divided(n)", "ZeroDivisionError"),
        ("floating(n)", "it gave float, which is no exact value"),
        ('if shouted("a") == "a" then n else 1', "it gave 'A', which is no canonical value of the type tag"),
        ("halved(2 * n + 1)", "which is no canonical value of the type int"),
        ("silent(7 * n)", "it is not declared partial, and has no value"),
    ],
)
def test_a_primitive_that_fails(call: str, why: str) -> None:
    problem = load_problem(probe(f"a = {call}", uses="use primitives.faulty"))
    with pytest.raises(MspecError) as caught:
        mspec.Spec(problem).sample(50)
    (found,) = caught.value.diagnostics
    assert found.code == "MS4101" and why in found.text() and found.span.start > 0
    assert re.fullmatch(r"it was called as \w+\(.+\)", found.notes()[0])


def test_a_reader_that_fails_is_no_traceback() -> None:
    given = 'n : int in 1..9 "number"\n few : brittle in {"a"} "tag"'
    (found,) = loaded(probe("a = n + 1", given, uses="use primitives.faulty")).diagnostics
    assert (found.code, found.notes()) == ("MS4101", ("it was called as brittle('a')",))
    constant = 'n : int in 1..divided(3) "number"'
    assert refusals(probe("a = n + 1", constant, uses="use primitives.faulty"))[0] == "MS4101"


def test_two_evaluations_that_differ() -> None:
    problem = load_problem(probe("a = differing(n)", uses="use primitives.faulty"))
    with pytest.raises(MspecError, match=r"MS8101.*the second evaluator"):
        mspec.Spec(problem).sample(3)


def test_a_check_that_fails_is_a_disagreement() -> None:
    assert mspec.Spec(load_problem(probe("a = root_of(n)", 'n : int in {1, 4, 9} "number"'))).sample(5)
    with pytest.raises(MspecError, match=r"MS4101.*the check of the result fails"):
        mspec.Spec(load_problem(probe("a = root_of(n)", 'n : int in {2, 3} "number"'))).sample(5)


# ------------------------------------------------------------------------------------------ what is shipped


def test_shipped_plug_ins_are_registered() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"][plugins.GROUP] == dict(plugins.SHIPPED)


@pytest.mark.parametrize("name", plugins.SHIPPED)
def test_shipped_plug_ins_are_sound(name: str) -> None:
    plugin = plugins.load(name)
    plugins.check_signatures(plugin)
    for type_ in plugin.types:
        canonical = type_.read(type_.example)
        assert type_.read(canonical) == canonical
        assert type_.plain(canonical) and type_.latex(canonical) and type_.words(canonical)
    for primitive in plugin.primitives:
        assert primitive.exact is not primitive.second
        places = [str(k) for k in range(len(primitive.takes))]
        for template in (primitive.words, primitive.latex):
            assert not template or template.replace(":ordinal", "").format(*places, all=", ".join(places))
