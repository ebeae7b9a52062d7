"""Solution graphs: cut at what is told, backwards where it is hidden, refused with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.handmade import Builder, bakery, every, lattice, marks, planets, rates, shipping, text, tickets
from tests.worlds import draw

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.graph import (
    AnswerTold,
    CannotRecover,
    NeedsUntold,
    NothingAsked,
    PrivateColumn,
    StepGivenAway,
)
from mspec.compiler.ir import Apply, Ask, Const, NodeId, Problem, Sentence, Show, Value
from mspec.compiler.load import load_problem
from mspec.compiler.solution import Known, Solution, solution
from mspec.compiler.types import INT
from mspec.runtime.interpret import Interpreter, solve_linear


def posed_backwards(problem: Problem, hidden: str, told: str) -> Problem:
    """Hide a given, tell a step, ask for the given."""
    x, y = problem.node_named(hidden), problem.node_named(told)
    story = tuple(replace(s, tells=s.tells - {x}) for s in problem.story)
    story = (*story, Sentence((Show(y),), frozenset({y})))
    return replace(problem, story=story, tells=(*problem.tells, y), asks=(Ask(x, text("What?")),))


def small(build: Builder, told: Sequence[NodeId], tells: Sequence[NodeId], asks: Sequence[NodeId]) -> Problem:
    """A problem whose one sentence shows `told` and `tells`."""
    shown = (*told, *tells)
    sentence = Sentence(tuple(Show(node) for node in shown), frozenset(shown))
    return Problem(
        "small", tuple(build.nodes), tuple(build.steps), story=(sentence,), tells=tuple(tells),
        asks=tuple(Ask(node, text("What?")) for node in asks),
    )  # fmt: skip


def values(problem: Problem, found: Solution, world: dict[NodeId, Value]) -> list[Value]:
    """Every node of a solution graph, computed from its leaves alone."""
    interpreter = Interpreter(problem, world)
    known: list[Value] = []
    for node in found.nodes:
        match node:
            case Known(leaf):
                known.append(interpreter.value(leaf))
            case Const(value):
                known.append(value)
            case Apply("root", (power,), _, (degree,)):
                known.append(next(Fraction(r) for r in range(1000) if Fraction(r) ** int(str(degree)) == known[power]))
            case Apply("solve_linear", args, _, (names, which, *_)):
                cells = [cell for arg in args if isinstance(cell := known[arg], Fraction)]
                solved = solve_linear(cells, len(names))  # type: ignore[arg-type]
                assert solved is not None
                known.append(solved[which])  # type: ignore[call-overload]
            case Apply("convert", (inner,), _, (factor,)):
                known.append(known[inner] * factor)  # type: ignore[operator]
            case Apply("item", (whole,), _, (index,)):
                known.append(known[whole][index - 1])  # type: ignore[index, operator]
            case Apply("if", (condition, then, otherwise)):
                known.append(known[then] if known[condition] else known[otherwise])
            case Apply(op, args):
                from mspec.compiler.ops import OPS

                known.append(OPS[op].exact(*(known[arg] for arg in args)))
    return known


def agrees(problem: Problem, worlds: int = 12) -> Solution:
    """Check that every node of the solution has the value of its world node, and that leaves are told."""
    found = solution(problem)
    checked = 0
    for world in draw(problem, 400, seed=3):
        interpreter = Interpreter(problem, world)
        if not all(interpreter.value(require.node) is True for require in problem.requires):
            continue
        for value, origin in zip(values(problem, found, world), found.origin, strict=True):
            if origin is not None:
                assert value == interpreter.value(origin)
        checked += 1
        if checked == worlds:
            return found
    raise AssertionError("too few worlds")


def test_forward_solutions_follow_the_steps() -> None:
    found = agrees(bakery())
    assert [(s.name, s.derived) for s in found.steps] == [("full", False), ("cut", False), ("paid", False)]
    names = bakery().names()
    assert [names[leaf] for leaf in found.leaves] == ["n", "price", "off"]
    assert found.answers == (bakery().node_named("paid"),)
    assert found.unused == ()


@pytest.mark.parametrize("problem", [bakery(), shipping(), rates(), marks(), tickets()], ids=lambda p: p.name)
def test_every_node_has_the_value_of_its_world_node(problem: Problem) -> None:
    agrees(problem)


@pytest.mark.parametrize("problem", every(), ids=lambda p: p.name)
def test_arguments_and_steps_stand_in_order(problem: Problem) -> None:
    found = solution(problem)
    assert all(arg < place for place, node in enumerate(found.nodes) for arg in node.args)
    assert [step.root for step in found.steps] == sorted(step.root for step in found.steps)


def test_what_is_not_needed_is_not_there() -> None:
    problem = bakery()
    only_full = replace(problem, asks=(Ask(problem.node_named("full"), text("What?")),))
    found = solution(only_full)
    assert [step.name for step in found.steps] == ["full"]
    assert found.unused == (problem.node_named("off"),)


def test_a_told_step_cuts_the_graph() -> None:
    problem = bakery()
    full = problem.node_named("full")
    told = replace(
        problem, tells=(full,), story=(*problem.story, Sentence((Show(full),), frozenset({full})))
    )  # fmt: skip
    found = agrees(told)
    assert [step.name for step in found.steps] == ["cut", "paid"]
    assert full in found.leaves
    assert set(found.unused) == {problem.node_named("n"), problem.node_named("price")}


@pytest.mark.parametrize(
    ("hidden", "steps"),
    [("off", ["full", "cut", "off"]), ("price", ["full", "price"]), ("n", ["full", "n"])],
)
def test_the_bakery_backwards(hidden: str, steps: list[str]) -> None:
    found = agrees(posed_backwards(bakery(), hidden, "paid"))
    assert [step.name for step in found.steps] == steps
    assert found.steps[-1].derived


def test_unnamed_nodes_are_folded_into_the_next_named_one() -> None:
    found = solution(posed_backwards(bakery(), "price", "paid"))
    # full = paid / (1 - off): the discount step is part of the expression
    root = found.nodes[found.steps[0].root]
    assert isinstance(root, Apply) and root.op == "div"
    below = found.nodes[root.args[1]]
    assert isinstance(below, Apply) and below.op == "sub"
    assert found.origin[root.args[1]] is None


@pytest.mark.parametrize("hidden", ["spent", "weekly", "k", "weeks", "goal"])
def test_savings_backwards(hidden: str) -> None:
    agrees(posed_backwards(rates(), hidden, "left"))


def test_unknowns_are_solved_for_where_there_are_several() -> None:
    problem = tickets()
    both = [problem.node_named(name) for name in ("adult", "child")]
    found = agrees(replace(problem, asks=tuple(Ask(node, text("What?")) for node in both)))
    assert [step.name for step in found.steps] == ["adult", "child"]
    for step, which in zip(found.steps, (0, 1), strict=True):
        root = found.nodes[step.root]
        assert isinstance(root, Apply) and root.op == "solve_linear"
        assert root.data[:2] == (("adult", "child"), which)


def test_powers_are_undone_where_the_sign_is_known() -> None:
    for low, degree, fine in ((0, 2, True), (-5, 2, False), (-5, 3, True)):
        build = Builder()
        x = build.given("x", INT, lattice(low, 9))
        y = build.step("y", build.apply("pow", x, build.const(degree)))
        problem = small(build, [], [y], [x])
        if fine:
            found = solution(problem)
            root = found.nodes[found.steps[0].root]
            assert isinstance(root, Apply) and (root.op, root.data) == ("root", (degree,))
        else:
            assert isinstance(refused(problem), CannotRecover)


def test_conversions_are_undone() -> None:
    build = Builder()
    x = build.given("x", INT, lattice(1, 9))
    y = build.step("y", build.apply("convert", x, data=(Fraction(5, 18),)))
    found = agrees(small(build, [], [y], [x]))
    last = found.nodes[-1]
    assert isinstance(last, Apply) and (last.op, last.data) == ("convert", (Fraction(18, 5),))


def refused(problem: Problem) -> object:
    with pytest.raises(MspecError) as raised:
        solution(problem)
    return raised.value.diagnostics[0]


def test_a_hidden_given_that_nothing_depends_on() -> None:
    problem = bakery()
    off = problem.node_named("off")
    hidden = replace(problem, story=tuple(replace(s, tells=s.tells - {off}) for s in problem.story))
    fault = refused(hidden)
    assert isinstance(fault, NeedsUntold) and fault.given == "off" and fault.asked == "paid"


def test_what_rounding_hides_cannot_be_recovered() -> None:
    fault = refused(posed_backwards(rates(), "spent", "more"))
    assert isinstance(fault, CannotRecover)
    assert "`ceil`" in fault.reason and "tell" in fault.way_out


def test_what_an_arm_hides_cannot_be_recovered() -> None:
    assert isinstance(refused(posed_backwards(shipping(), "w", "due")), CannotRecover)


def test_one_equation_does_not_give_two_unknowns() -> None:
    build = Builder()
    a, b = build.given("a", INT, lattice(1, 9)), build.given("b", INT, lattice(1, 9))
    total = build.step("total", build.apply("add", a, b))
    fault = refused(small(build, [], [total], [a]))
    assert isinstance(fault, CannotRecover) and "`b`" in fault.reason


def test_an_equation_that_cancels_tells_nothing() -> None:
    build = Builder()
    a, k = build.given("a", INT, lattice(1, 9)), build.given("k", INT, lattice(1, 9))
    ka, ak = build.apply("mul", k, a), build.apply("mul", a, k)
    total = build.step("total", build.apply("sub", ka, ak))
    assert isinstance(refused(small(build, [k], [total], [a])), CannotRecover)


def test_a_product_of_unknowns_is_not_linear() -> None:
    build = Builder()
    a = build.given("a", INT, lattice(1, 9))
    square = build.step("square", build.apply("mul", a, a))
    fault = refused(small(build, [], [square], [a]))
    assert isinstance(fault, CannotRecover) and "more than one place" in fault.reason


def test_text_that_gives_a_step_away() -> None:
    problem = bakery()
    cut = problem.node_named("cut")
    shows = replace(problem, story=(*problem.story, Sentence((Show(cut),), frozenset({cut}))))
    fault = refused(shows)
    assert isinstance(fault, StepGivenAway) and fault.step == "cut"
    in_question = replace(problem, asks=(Ask(problem.asks[0].node, text("Of ", Show(cut), "?")),))
    assert isinstance(refused(in_question), StepGivenAway)


def test_nothing_asked_and_the_answer_told() -> None:
    problem = bakery()
    assert isinstance(refused(replace(problem, asks=())), NothingAsked)
    fault = refused(replace(problem, asks=(Ask(problem.node_named("n"), text("How many?")),)))
    assert isinstance(fault, AnswerTold) and fault.asked == "n"


def test_a_private_column_must_be_told() -> None:
    problem = planets()
    found = solution(problem)
    assert [step.name for step in found.steps] == ["weight"]
    silent = tuple(replace(s, tells=frozenset({problem.node_named("m")})) for s in problem.story)
    fault = refused(replace(problem, story=silent))
    assert isinstance(fault, PrivateColumn) and (fault.row, fault.column) == ("p", "g")


def test_a_known_column_needs_the_row_only() -> None:
    problem = planets()
    table = problem.lexicon.table("planets")
    known = replace(table, columns=tuple((name, type_, True) for name, type_, _ in table.columns))
    lexicon = replace(problem.lexicon, tables=(known,))
    silent = tuple(replace(s, tells=frozenset({problem.node_named("m")})) for s in problem.story)
    found = solution(replace(problem, lexicon=lexicon, story=silent))
    assert any(isinstance(node, Apply) and node.op == "lookup" for node in found.nodes)


OPERATORS = st.sampled_from(["add", "sub", "mul", "div"])


@st.composite
def paths(draw: st.DrawFn) -> Problem:
    """A hidden given carried through operators, its partners told, some nodes named; the end is told."""
    build = Builder()
    x = build.given("x", INT, lattice(2, 9))
    partners: list[NodeId] = []
    top = x
    for turn in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            other = build.const(draw(st.integers(1, 7)))
        else:
            other = build.given(f"g{turn}", INT, lattice(1, 9))
            partners.append(other)
        op = draw(OPERATORS)
        pair = (top, other) if draw(st.booleans()) else (other, top)
        top = build.apply(op, *pair)
        if draw(st.booleans()) and turn:
            build.step(f"s{turn}", top)
    if top not in {step.node for step in build.steps}:
        build.step("last", top)
    return small(build, partners, [top], [x])


@settings(max_examples=150, deadline=None)
@given(paths(), st.integers(0, 1000))
def test_single_paths_are_always_undone(problem: Problem, seed: int) -> None:
    found = solution(problem)
    x = problem.node_named("x")
    assert found.answers == (x,) and x not in found.leaves
    for world in draw(problem, 5, seed=seed):
        interpreter = Interpreter(problem, world)
        try:
            expected = interpreter.value(problem.tells[0])
            computed = values(problem, found, world)
        except ArithmeticError:
            continue  # a zero divisor on the way: not a world of this problem
        assert expected is not None
        assert computed[found.place(x)] == world[x]


def codes_of(text: str) -> list[str]:
    with pytest.raises(MspecError) as caught:
        solution(load_problem(text))
    return [d.code for d in caught.value.diagnostics]


def test_what_one_wording_shows_is_not_told_in_the_other() -> None:
    text = """
    problem p {
      given { n : int in 2..9
              wet : bool }
      steps { double = 2 * n  "double of the number" }
      story \"\"\"
        {if wet}It rains and the number is {n}.{else}It is dry%s.{end}
      \"\"\"
      ask double "What is double the number?"
    }
    """
    assert codes_of(text % "") == ["MS4001"]
    assert solution(load_problem(text % " and the number is {n}")).steps


def test_a_step_that_may_be_told_and_is_not_is_no_fact() -> None:
    text = """
    problem p {
      given { n : int in 2..9
              k : int in 2..9 }
      steps { total = n + k  "sum" }
      tell total
      story \"\"\"
        One number is {n}.%s
      \"\"\"
      ask k "What is the other?"
    }
    """
    assert codes_of(text % "") == ["MS4001"]
    assert solution(load_problem(text % " The sum is {total}.")).steps


def test_a_word_that_is_computed_is_not_told() -> None:
    problem = load_problem(
        """
        problem p {
          given { a : int in 2..9  "first"  b : int in 2..9  "second" }
          require { a != b }
          steps { larger = if a > b then "first" else "second"  "larger one" }
          story \"\"\"
            The first number is {a}, the second {b}.
          \"\"\"
          ask larger "Which one is larger, the first or the second?"
        }
        """.replace('"first"  b', '"first"\n b')
    )
    worked = solution(problem)
    assert [step.name for step in worked.steps] == ["larger"] and not worked.steps[0].derived
