"""Drawn rules on drawn problems: the properties hold, what is planted is found by the property that is for it, and a
failure is small and can be seen again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mspec.api import problems_of
from mspec.cli import main
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Literal, NodeId, Problem, Sentence, Step, merged
from mspec.compiler.load import load_problem
from mspec.compiler.parse import parse
from mspec.compiler.renumber import map_nodes
from mspec.compiler.rewrite.application import Application
from mspec.compiler.rewrite.edit import Edit
from mspec.compiler.rewrite.gaps import description
from mspec.compiler.rewrite.waiting import taken_names
from mspec.compiler.source import Source
from mspec.runtime.fuzz import campaign, lengths
from mspec.runtime.fuzz.campaign import Report, fuzz
from mspec.runtime.fuzz.journey import retraced
from mspec.runtime.fuzz.properties import Fault, faults_of_journey
from mspec.runtime.fuzz.reproducer import reproducer
from mspec.runtime.fuzz.solved import same_by_solvers
from mspec.runtime.fuzz.strategies import world_at
from mspec.runtime.interpret import Interpreter
from mspec.runtime.plan.length import static_length
from mspec.runtime.prove.check import check_problem
from mspec.runtime.vary.variant import Offer, Variant
from mspec.testing import pairs, replay, rule_sequences, specs

FEW = (
    "bakery_discount", "four_ages", "dress_pockets", "braking_car", "team_points", "order_with_tip", "weighted_grade",
    "two_resistors", "linear_equation", "pick_sweet",
)  # fmt: skip

SHOP = """
rule more_of on x : count(thing) {
  with added : count(thing) in 2..9  "number added later"
  step grown = x + added
  say "Then {added of thing} are added."
  as "the change"
}

problem shop {
  given {
    n     : count(loaf) in 3..40      "number of loaves"
    price : money in $1..$5 by $0.50  "price of one loaf"
    gone  : count(loaf) in 1..6       "number of stale loaves"
  }
  require {
    n * price <= $60  "what fits into the purse"
    n > gone          "one is good"
  }
  steps {
    cost  = n * price         "cost of all loaves"
    waste = gone * price      "cost of the stale loaves"
    kept  = n - gone          "number of good loaves"
    each : money = round(cost / kept, $0.01)  "cost of a good loaf"
  }
  story \"\"\"
    A baker sells {n} loaves.
    One loaf costs {price}.
    Of the loaves, {gone} are stale.
  \"\"\"
  ask each "What does a good loaf cost?"
  vary {
    insert order on n {
      with extra : count(loaf) in 1..6  "number of loaves added"
      step whole = n + extra            "number of loaves after the second order"
      say after n "Later {extra} loaves are added."
    }
  }
  test "dear" { always waste <= cost + $30 }
}
"""


def shop() -> Problem:
    return load_problem('noun loaf "loaf" "loaves"\n' + SHOP)


@pytest.fixture(scope="module")
def few() -> list[Problem]:
    return problems_of(FEW)


# ------------------------------------------------------------------------------------- the properties hold


def test_a_hundred(few: list[Problem]) -> None:
    report = fuzz(few, 100, seed=1)
    assert report.failure is None, report.failure.text
    assert report.worlds >= 80 and report.solved
    assert len(report.applied) >= 4 and sum(report.applied.values()) >= 100


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_ten_thousand(seed: int) -> None:
    report = fuzz(problems_of([Path("specs")]), 500, seed=1000 + seed)
    assert report.failure is None, report.failure.text


def test_an_interrupted_run_has_what_was_done(few: list[Problem]) -> None:
    def stop(done: int) -> None:
        if done == 7:
            raise KeyboardInterrupt

    report = fuzz(few, 100, seed=1, progress=stop)
    assert report.interrupted and report.failure is None
    assert report.examples == report.worlds + report.worldless == 7


def test_a_failure_is_kept_when_its_shrinking_is_interrupted(
    few: list[Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(failure: campaign.Failure) -> campaign.Failure:
        raise KeyboardInterrupt

    monkeypatch.setattr(campaign, "shortest", stop)
    monkeypatch.setattr(campaign, "faults_in_world", lambda *_, **__: [Fault(6, "planted")])
    report = fuzz(few, 100, seed=1)
    assert report.interrupted and report.failure is not None and report.failure.fault.text == "planted"


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_an_interrupt_ends_the_command_even_where_a_shell_ignores_it() -> None:
    code = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "from mspec.cli import main, screen; from contextlib import contextmanager;"
        "screen.progress = contextmanager(lambda *_: (yield lambda done: os.kill(os.getpid(), signal.SIGINT)));"
        "main(['fuzz', 'bakery_discount', '--examples', '100'])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert ran.returncode == 130, ran.stderr
    assert "interrupted after 1 of 100 examples" in ran.stderr
    assert ran.stdout.startswith("1 examples: ")


grown = settings(
    deadline=None, max_examples=12, suppress_health_check=list(HealthCheck), phases=(Phase.generate,)
)  # fmt: skip


@grown
@given(st.data())
def test_grown_specs(data: st.DataObject) -> None:
    """What holds whatever the world. (Nothing is said of their worlds: numbers may be of any size.)"""
    journey = data.draw(rule_sequences(load_problem(data.draw(specs())), 3))
    assert not list(faults_of_journey(journey))


@grown
@given(st.data())
def test_pairs_differ_in_one_leaf(data: st.DataObject) -> None:
    problem = shop()
    one, other, leaf = data.draw(pairs(problem))
    assert {node for node in problem.givens() if one[node] != other[node]} == {leaf}
    assert Interpreter(problem, one).admissible() and Interpreter(problem, other).admissible()


def test_the_same_in_another_process() -> None:
    """Neither the order of a set nor the process decides what is drawn, made or printed."""
    command = (
        "from mspec.api import problems_of; from mspec.runtime.fuzz.journey import travelled\n"
        "from mspec.runtime.fuzz.strategies import world_at; from mspec.compiler.print_spec import print_problem\n"
        "from mspec.runtime.data.variants import recorder_of\n"
        f"for problem in problems_of({FEW[:3]!r}):\n"
        "    journey = travelled(problem, [5, 17, 300])\n"
        "    print(journey, print_problem(journey.problem), world_at(journey.problem, 7))\n"
        "    print(recorder_of(journey.variant, 3).rows(range(4, 6)))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", command], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1 and len(outputs.pop()) > 2000


# ------------------------------------------------------------------------------- what is planted is found

Redirect = Callable[[Edit, NodeId, NodeId], None]


def forgets_a_use(real: Redirect) -> Redirect:
    """The first use of the old node stays."""

    def redirect(edit: Edit, old: NodeId, new: NodeId) -> None:
        uses = [
            (place, node) for place, node in enumerate(edit.nodes)
            if isinstance(node, Apply) and place not in edit.brought and old in node.args
        ]  # fmt: skip
        real(edit, old, new)
        for place, node in uses[:1]:
            edit.nodes[place] = node

    return redirect


def rewires_the_story(real: Redirect) -> Redirect:
    """What told the old node tells the new one."""

    def redirect(edit: Edit, old: NodeId, new: NodeId) -> None:
        def moved(sentence: Sentence) -> Sentence:
            if old not in sentence.tells:
                return sentence
            text = tuple(map_nodes(part, lambda node: new if node == old else node) for part in sentence.segments)
            return edit.sentence(text, sentence.origin)

        real(edit, old, new)
        edit.problem = replace(edit.problem, story=tuple(map(moved, edit.problem.story)))

    return redirect


def leaves_requirements(real: Redirect) -> Redirect:
    """What was required of the old node is required of it alone."""

    def redirect(edit: Edit, old: NodeId, new: NodeId) -> None:
        before = edit.problem.requires
        uses = {place: node for place, node in enumerate(edit.nodes) if place not in edit.brought}
        inside = {place for require in before for place in _unnamed(edit, require.node)}
        real(edit, old, new)
        edit.problem = replace(edit.problem, requires=before)
        for place in inside & uses.keys():
            edit.nodes[place] = uses[place]

    return redirect


def _unnamed(edit: Edit, root: NodeId) -> set[NodeId]:
    named, found, waiting = set(edit.problem.names()), set[NodeId](), [root]
    while waiting:
        node = waiting.pop()
        if node not in named:
            found.add(node)
            waiting += edit.nodes[node].args
    return found


def unchecked(application: Application, result: Problem) -> None:
    """Nothing is looked at before the result is handed out."""


def found(problem: Problem, *properties: int) -> Report:
    """A failure of one of some properties, by few rules."""
    report = fuzz([problem], 100, seed=4, longest=2)
    assert report.failure is not None, "nothing was found"
    assert report.failure.fault.number in properties, report.failure.text
    assert len(report.failure.journey.moves) == 1, report.failure.journey
    return report


def test_nothing_is_found_where_nothing_is_planted() -> None:
    report = fuzz([shop()], 12, seed=4)
    assert report.failure is None, report.failure.text


def test_finds_a_forgotten_use(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = shop()
    monkeypatch.setattr(Edit, "redirect", forgets_a_use(Edit.redirect))
    report = found(problem, 4)
    assert report.failure is not None and report.failure.world is not None
    # the numbers are small, and what is printed leads there again
    text = report.failure.text
    heads, givens = re.search(r"# replay\(shop, (\[.*?\]), (\{.*\})\)", text).groups()  # type: ignore[union-attr]
    arguments = (__import__("ast").literal_eval(heads), __import__("ast").literal_eval(givens))
    assert {fault.number for fault in replay(problem, *arguments)} == {4}
    assert int(arguments[1]["n"]) <= 4 and arguments[1]["price"] == "1"
    monkeypatch.undo()
    assert replay(problem, *arguments) == []


def test_finds_a_rewired_telling_use(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = shop()
    monkeypatch.setattr(Edit, "redirect", rewires_the_story(Edit.redirect))
    monkeypatch.setattr(Application, "check", unchecked)
    found(problem, 3)


def test_finds_a_sentence_out_of_its_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = shop()
    monkeypatch.setattr(Application, "place", lambda it: len(it.problem.story))
    found(problem, 3)
    monkeypatch.setattr(Application, "place", lambda it: 0)
    found(problem, 3)


def test_finds_a_stale_description(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = shop()

    def stale(it: Application, brought: object) -> None:
        new = brought.steps[-1]  # type: ignore[attr-defined]
        it.change(new, replace(new, description=it.edit.copied(description(it.problem, it.target))))

    monkeypatch.setattr(Application, "describe", stale)
    monkeypatch.setattr(Application, "check", unchecked)
    found(problem, 1)


def test_finds_a_stale_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """The new step passes for what it is not: a price for a number of loaves."""
    problem = shop()
    real = Edit.redirect

    def redirect(edit: Edit, old: NodeId, new: NodeId) -> None:
        real(edit, old, new)
        edit.nodes[new] = replace(edit.nodes[new], type=edit.nodes[problem.node_named("price")].type)

    monkeypatch.setattr(Edit, "redirect", redirect)
    found(problem, 1, 8)


def test_finds_a_requirement_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = shop()
    monkeypatch.setattr(Edit, "redirect", leaves_requirements(Edit.redirect))
    monkeypatch.setattr(Application, "kept_on_both", lambda it: ())
    found(problem, 4)


def test_finds_a_count_below_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that does not look at what it does to the types of later steps."""
    problem = load_problem("""
noun egg "egg" "eggs"
problem eggs {
  given { n : count(egg) in 20..40  "number of eggs"
          gone : count(egg) in 2..9 "number of broken eggs" }
  steps { left = n - gone "number of eggs left" }
  story \"\"\"
    There are {n} eggs.
    Of them, {gone} break.
  \"\"\"
  ask left "How many are left?"
  vary {
    insert later on gone {
      with more : count(egg) in 10..80  "number of eggs broken later"
      step broken = gone + more         "number of broken eggs in the end"
      say "Later {more} of the others break."
    }
  }
}""")
    assert fuzz([problem], 40, seed=4, longest=1).failure is None
    monkeypatch.setattr(Application, "kept", lambda it, result: result)
    found(problem, 1)


def test_finds_steps_that_an_extension_does_not_need(monkeypatch: pytest.MonkeyPatch) -> None:
    """An `extend` that asks beside its target is as long as its own steps say, and needs all of them."""
    aside = """
    extend stale on each {
      step rest = n - gone           "number of loaves left over"
      step lost = gone * price * 2   "loss"
      ask "How many are lost?"
    }
"""
    text = SHOP.replace("  vary {", f"  vary {{{aside}").replace('2   "loss"', 'rest   "loss"')
    good = load_problem('noun loaf "loaf" "loaves"\n' + text.replace("* rest", "* magnitude(rest)"))
    assert not list(faults_of_journey(retraced(good, ["extend stale on each"])))
    idle = load_problem('noun loaf "loaf" "loaves"\n' + text.replace("* rest", "* 2"))
    (fault,) = faults_of_journey(retraced(idle, ["extend stale on each"]))
    assert fault.number == 5 and "`rest`" in fault.text
    longer = static_length
    monkeypatch.setattr(
        lengths, "static_length", lambda problem: longer(problem) + 9 * ("lost" in problem.names().values())
    )
    assert [fault.number for fault in faults_of_journey(retraced(good, ["extend stale on each"]))] == [5]


def test_solvers_hold_the_elements_of_a_list() -> None:
    """The world of a list given is one world for the solvers too."""
    (problem,) = problems_of(["quartile_range"])
    world = world_at(problem, 302472)
    assert world is not None and not list(same_by_solvers(problem, world))


def test_what_may_be_too_long_is_refused() -> None:
    """The coordinates of an intersection have no bounds, and so their squares may be longer than a record shows."""
    (base,) = problems_of(["line_intersection"])
    problem = retraced(base, ["extend sum_of_coordinates on meeting"]).problem
    text = """
problem p {
  given { total : int in 1..2 "number" }
  story \"\"\"It is {total}.\"\"\"
  ask total "What is it?"
  vary {
    extend squared on total {
      step square = total * total  "square of the sum"
      step more = square - total   "excess"
      ask "By how much is the square larger?"
    }
  }
}"""
    file, _ = parse(Source("<text>", text))
    (rule,) = file.items[-1].rules  # type: ignore[union-attr]
    with pytest.raises(MspecError, match=r"MS7101: .* may be longer than 4,000 digits"):
        Variant.of(problem).then(Offer(rule, "ops.algebra"))


def test_no_world_is_met_where_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(campaign, "world_at", lambda problem, row: None)
    report = fuzz([shop()], 10, seed=4)
    assert report.failure is not None and report.failure.fault.number == 8
    assert "and none is met" in report.failure.fault.text


def test_finds_what_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = shop()

    def fails(it: Application, new: Step, wanted: object) -> None:
        raise KeyError(new.name)

    monkeypatch.setattr(Application, "fit", fails)
    found(problem, 8)


def test_finds_an_unrepeatable_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that depends on how often a rule was applied in this process."""
    problem, real, times = shop(), Application._brought, iter(range(1, 10**6))

    def brought(it: Application, draft: object) -> object:
        made = real(it, draft)  # type: ignore[arg-type]
        made.says[:] = [(merged((Literal(f"{next(times)}: "), *text)), after) for text, after in made.says]
        return made

    monkeypatch.setattr(Application, "_brought", brought)
    report = fuzz([problem], 100, seed=4, longest=2)
    assert report.failure is not None and report.failure.fault.number == 7


# --------------------------------------------------------------------------------------------- what it found


def test_two_equal_descriptions_with_a_noun_are_told_apart() -> None:
    """`{year:plural}` is a literal of its own each time; it is the words that count."""
    (problem,) = problems_of(["four_ages"])
    heads = ["apply ops.arith.add_some to older", "apply ops.arith.add_some to older"]
    assert not list(faults_of_journey(retraced(problem, heads)))


def test_names_of_unknowns_are_taken() -> None:
    """What a rule brings must not be called like an unknown of a system."""
    problem = shop()
    names = set(
        taken_names(
            load_problem("""
problem p {
  given { s : int in 5..9 "sum"
          t : int in 1..4 "difference" }
  steps {
    unknown u : rational
    unknown v : rational
    sys = solve([u + v == s, u - v == t], [u, v])
    x = sys.u "larger number"
  }
  story \"\"\"Two numbers have the sum {s} and the difference {t}.\"\"\"
  ask x "What is the larger one?"
}"""),
            problem.rules,
        )
    )
    assert {"u", "v", "s", "extra", "whole"} <= names


def test_the_condition_of_an_undecided_choice_is_demanded() -> None:
    """A world drawn given by given keeps what is declared of a step that only the condition needs."""
    problem = load_problem("""
problem p {
  given { n : int in 1..9      "number"
          limit : int in 1..9  "limit"
          k : int in 1..9      "other" }
  require { limit != k }
  steps { half : int = n / 2   "half"
          c = if half > limit then k else k + 1 "choice" }
  story \"\"\"A number {n}, a limit of {limit}, and {k}.\"\"\"
  ask c "What is chosen?"
}""")
    drawn = [world_at(problem, index) for index in range(20)]
    assert all(world is not None and Interpreter(problem, world).admissible() for world in drawn)


# ----------------------------------------------------------------------------------------- the command line


def test_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "shop.mspec"
    path.write_text('noun loaf "loaf" "loaves"\n' + SHOP)
    fine = CliRunner().invoke(main, ["fuzz", str(path), "--examples", "3"])
    assert fine.exit_code == 0 and fine.output.startswith("3 examples: ")
    monkeypatch.setattr(Edit, "redirect", forgets_a_use(Edit.redirect))
    wrong = CliRunner().invoke(main, ["fuzz", str(path), "--examples", "60", "--seed", "4"])
    assert wrong.exit_code == 1 and "property 4" in wrong.output and "# from shop" in wrong.output
    assert CliRunner().invoke(main, ["fuzz", str(tmp_path / "no.mspec")]).exit_code == 2


def test_a_pasted_failure_is_a_test_of_the_variant() -> None:
    journey = retraced(shop(), ["insert order on n"])
    world = world_at(journey.problem, 1)
    assert world is not None
    text = reproducer(journey, world)
    assert text.startswith("# from shop\n# insert order on n\n# replay(shop, ['insert order on n'], {'n': ")
    pasted = load_problem(text)
    assert pasted.tests and pasted.tests[0].expects
    assert not [found for found in check_problem(pasted) if found.severity == "error"]
    wrong = text.replace("expect each == $", "expect each == $9")
    assert [found for found in check_problem(load_problem(wrong)) if found.severity == "error"]
