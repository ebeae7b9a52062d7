"""Intervention rules applied: every kind, what follows from it, and why a rule is refused."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from mspec.compiler import ast
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem, Value
from mspec.compiler.load import environment_of, load_file, load_problem
from mspec.compiler.print_spec import print_problem
from mspec.compiler.rewrite.apply import apply_rule
from mspec.compiler.solution import solution
from mspec.runtime.interpret import Interpreter

LIBRARY = """
use lexicon.food

rule more on x : count(thing) {
  with added : count(thing) in 2..9  "number added later"
  step grown = x + added
  say "Then the {x.description} grows by {added}."
  as "the change"
}

rule tax on x : money {
  with rate : percent in {5%, 10%}  "tax rate"
  step taxed : money = x + x * rate
  say "A tax of {rate} is added to the {x.description}."
  as "tax"
}
"""

SHOP = """
problem shop {
  given {
    kid   : person
    item  : noun in {muffin, bagel}
    n     : count(item) in 3..9       "number of {item:plural}"
    price : money in $1..$5 by $0.50  "price of one {item}"
  }
  require { n * price >= $4  "worth the way" }
  steps {
    cost = n * price    "cost of the {item:plural}"
    half = cost / 2     "half of the cost"
  }
  story \"\"\"
    {kid} orders {n of item | some}.
    Each {item} costs {price}.
  \"\"\"
  ask cost "How much {does kid.they} pay?"
  mistakes { one_only : cost = price  "forgets the number" }
  vary {
    RULES
  }
}
"""


ONLY_COST = SHOP.replace('    half = cost / 2     "half of the cost"\n', "")
OPENING = """distract opening {
  with age : count(year) in 5..40
  say "The shop is {age of year} old."
}"""


def shop(*rules: str) -> Problem:
    return load_problem(LIBRARY + ONLY_COST.replace("RULES", "\n    ".join(rules)))


def applied(problem: Problem, rule: ast.Rule | None = None) -> Problem:
    """The first rule applied; the result prints and reads back as itself."""
    found = apply_rule(problem, rule or problem.rules[0], environment_of(problem))
    assert load_problem(print_problem(found)) == found
    return found


def refused(problem: Problem) -> str:
    with pytest.raises(MspecError) as error:
        apply_rule(problem, problem.rules[0], environment_of(problem))
    (diagnostic,) = error.value.diagnostics
    return diagnostic.code


def story(problem: Problem) -> str:
    return print_problem(problem).split('story """')[1].split('"""')[0]


def steps(problem: Problem) -> list[str]:
    return [step.name for step in solution(problem).steps]


INSERT = """insert later on n {
  with extra : count(item) in 1..6  "number added"
  step more = n + extra             "number of {item:plural} after the second order"
  say after n "Later {kid.they add} {extra of item}."
}"""


def test_insert_cascades() -> None:
    found = applied(shop(INSERT))
    assert steps(found) == ["more", "cost"]
    # what mentions leaves alone is believable before and after
    assert "n * price >= $4" in print_problem(found) and "more * price >= $4" in print_problem(found)
    assert story(found).index("{n of item") < story(found).index("{extra of item}") < story(found).index("{price}")
    names = {name: node for node, name in found.names().items()}
    numbers = {"n": Fraction(3), "price": Fraction(2), "extra": Fraction(4)}
    world: dict[str, Value] = {"kid": "Mia", "item": "bagel", **numbers}
    assert Interpreter(found, {names[k]: v for k, v in world.items()}).value(names["cost"]) == 14


def test_insert_twice_goes_behind_itself() -> None:
    found = applied(applied(shop("apply more to n", "apply more to n")))
    assert steps(found) == ["grown", "grown_2", "cost"]
    assert [step.name for step in found.steps] == ["grown", "grown_2", "cost"]
    assert "apply" not in print_problem(found)
    assert '"second number added later"' in print_problem(found)
    assert '"number of {item:plural} after the change and the change"' in print_problem(found)


def test_what_a_rule_brings_is_not_called_like_a_definition_in_sight() -> None:
    """`numbers` defines last_digit."""
    text = """
use numbers
use ops.algebra

problem sums {
  given { a, b : int in 11..40 "number" }
  steps { whole = a + b + last_digit(a)  "sum" }
  story \"\"\"{a} and {b} and the last digit of the first are added.\"\"\"
  ask whole "What is the sum?"
  vary { apply last_digit_of_power to whole }
}
"""
    found = applied(load_problem(text))
    assert [step.name for step in found.steps] == ["whole", "last_digit_2"]


def test_sentences_written_for_steps_follow() -> None:
    own = 'cost = n * price    "cost of the {item:plural}" "For {n of item} it is {n} × {price}, so {cost}."'
    text = ONLY_COST.replace('cost = n * price    "cost of the {item:plural}"', own)
    problem = load_problem(LIBRARY + text.replace("RULES", INSERT))
    assert '"For {more of item} it is {more} × {price}, so {cost}."' in print_problem(applied(problem))


def test_a_number_in_a_description_would_be_stale() -> None:
    numbered = ONLY_COST.replace('"cost of the {item:plural}"', '"cost of {n of item}"').replace("RULES", INSERT)
    assert refused(load_problem(LIBRARY + numbered)) == "MS7101"


def test_what_a_rule_brought_is_changed_behind_it() -> None:
    """The sentence of `up` tells no number, and what it brought is spoken of behind it."""
    rounding = """
    rule up on x : money {
      step rounded = ceil(x, $5)
      say "The {x.description} is rounded up to a multiple of $5."
      as "rounding up"
    }
    """
    text = LIBRARY + rounding + ONLY_COST.replace("RULES", "apply up to cost\n    apply tax to cost")
    once = applied(load_problem(text))
    twice = story(applied(once))
    assert twice.index("rounded up") < twice.index("A tax of")


def test_library_rule_counts_what_its_target_counts() -> None:
    found = applied(shop("apply more to n"))
    assert "added : count(item)" in print_problem(found)
    assert "Then the number of {item:plural} grows by {added}." in story(found)
    assert '"number of {item:plural} after the change"' in print_problem(found)


def test_whole_cents_become_an_obligation() -> None:
    found = applied(shop("apply tax to cost"))
    assert "taxed : money = cost + cost * rate" in print_problem(found)
    assert 'ask taxed "What is the cost of the {item:plural} after tax?"' in print_problem(found)


def test_extend_moves_the_question() -> None:
    found = applied(shop("""extend change on cost {
      with cash : money in {$50, $100}
      when cash > cost
      step rest = cash - cost  "change"
      say "{kid.They hand} over {cash}."
      ask "How much change {does kid.they} get?"
    }"""))
    assert steps(found) == ["cost", "rest"] and "cash > cost" in print_problem(found)


def test_derive_moves_what_is_told() -> None:
    found = applied(shop("""derive twice on n {
      with other : count(item) in 2..4  "number ordered by a friend"
      step own = 2 * other
      say "A friend orders {other of item}, and {kid} orders twice as many."
    }"""))
    assert steps(found) == ["own", "cost"]
    assert "{kid} orders some {item:plural}" in story(found) or "orders some" in story(found)
    assert "own >= 3" in print_problem(found) and "own <= 9" in print_problem(found)
    assert "n" not in found.names().values()


def test_invert_hides_and_asks() -> None:
    found = applied(shop("""invert how_many on n {
      say "{kid.They pay} {cost} in all."
      ask "How many {item:plural} {does kid.they} order?"
    }"""))
    assert steps(found) == ["n"] and "tell cost" in print_problem(found)
    assert found.mistakes == ()


def test_fold_tells_a_step() -> None:
    problem = load_problem(LIBRARY + SHOP.replace("RULES", "fold cost").replace("ask cost", "ask half"))
    found = applied(problem)
    assert steps(found) == ["half"]
    assert "The cost of the {item:plural} is {cost}." in story(found) and "{price}" not in story(found)


def test_distract_changes_no_step() -> None:
    found = applied(shop(OPENING))
    assert steps(found) == ["cost"] and solution(found).unused == (found.node_named("age"),)


def test_rules_that_wait_follow() -> None:
    found = applied(shop(INSERT, "apply more to n"))
    assert found.rules[0].target == "more"
    again = applied(found)
    assert steps(again) == ["more", "grown", "cost"]


WAGES = """mspec 1
problem wages {
  given {
    kid : person
    h   : int in 5..20      "number of hours"
    w   : money in $8..$15  "hourly wage"
  }
  steps { pay = h * w "pay of {kid}" }
  story \"\"\"
    {kid} works {h} hours.
    {kid.They are} paid {w} an hour.
  \"\"\"
  ask pay "How much {does kid.they} earn?"
  vary { chain spent to GIVEN }
}
"""
PURSE = """mspec 1
problem purse {
  given {
    kid   : person
    money_had : money in $20..$200 by $1  "amount that {kid} has at first"
    w     : money in $1..$5               "price"
  }
  steps { rest = money_had - w "money left" }
  story \"\"\"
    {kid} has {money_had | "some money"}.
    {kid.They spend} {w}.
  \"\"\"
  ask rest "How much is left?"
}
"""


def chained(folder: Path, given: str) -> Problem:
    """The problem of wages, whose rule goes on to a given of a problem in the same folder."""
    (folder / "purse.mspec").write_text(PURSE, encoding="utf-8")
    (folder / "wages.mspec").write_text(WAGES.replace("GIVEN", given), encoding="utf-8")
    return load_file(folder / "wages.mspec").problem()


@pytest.mark.parametrize("given", ["purse.money_had", "purse.purse.money_had"])
def test_chain_goes_on_to_another_problem(tmp_path: Path, given: str) -> None:
    found = applied(chained(tmp_path, given))
    assert steps(found) == ["pay", "rest"]
    assert "The amount that {kid_2} has at first is equal to the pay of {kid}." in story(found)


@pytest.mark.parametrize("given", ["purse.w_2", "nobody.money_had", "purse.nobody.money_had", "money_had"])
def test_chain_to_what_is_not_there_is_refused(tmp_path: Path, given: str) -> None:
    assert refused(chained(tmp_path, given)) == "MS7101"


@pytest.mark.parametrize(("mine", "its", "told"), [
    ("number of hours", "number of hours", "second number of hours"), ("hourly wage", "price", "price"),
])  # fmt: skip
def test_chain_tells_apart_what_both_problems_bring(tmp_path: Path, mine: str, its: str, told: str) -> None:
    problem = chained(tmp_path, "purse.money_had")
    (tmp_path / "purse.mspec").write_text(PURSE.replace('"price"', f'"{its}"'), encoding="utf-8")
    text = print_problem(applied(problem))
    assert f'"{mine}"' in text and f'"{told}"' in text


def test_chain_to_what_cannot_be_told_apart_is_refused(tmp_path: Path) -> None:
    """Of two "first payments" the later one is no "second first payment"."""
    problem = chained(tmp_path, "purse.money_had")
    (tmp_path / "purse.mspec").write_text(PURSE.replace('"price"', '"first payment"'), encoding="utf-8")
    wages = WAGES.replace("GIVEN", "purse.money_had").replace('"hourly wage"', '"first payment"')
    (tmp_path / "wages.mspec").write_text(wages, encoding="utf-8")
    assert refused(load_file(tmp_path / "wages.mspec").problem()) == "MS7104"
    assert applied(problem)


PLAIN = """insert plain on n {
  say "Nothing comes of it."
}"""
ON_PRICE = """extend on_price on price {
  step x = price + $1  "more"
  ask "How much?"
}"""
PRICE_OF = """invert price_of on price {
  say "{kid.They pay} {cost}."
  ask "What does one cost?"
}"""
SILENT = """insert silent on n {
  with k : count(item) in 1..3
  step m = n + k  "number now"
  say "More are added."
}"""
SAME = """insert same on n {
  with k : count(item) in 1..3  "number added"
  step m = n + k                "number of {item:plural}"
  say "Another {k} are added."
}"""


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("apply tax to n", "MS7101"),
        (PLAIN, "MS7101"),
        (ON_PRICE, "MS7101"),
        (SILENT, "MS7105"),
        (SAME, "MS7104"),
    ],
)
def test_refused(rule: str, code: str) -> None:
    assert refused(shop(rule)) == code


def test_a_sentence_that_tells_nothing_else_goes() -> None:
    assert "costs" not in story(applied(shop(PRICE_OF)))


def test_one_sentence_that_tells_both_leaves_no_gap() -> None:
    two = "{kid} orders {n of item | some}.\n    Each {item} costs {price}."
    text = ONLY_COST.replace("RULES", "apply more to n").replace(two, "{kid} orders {n of item} at {price} each.")
    assert refused(load_problem(LIBRARY + text)) == "MS7103"


def test_what_a_question_tells_is_left_alone() -> None:
    """"What do 3 muffins cost?" keeps its 3: no rule of a library goes between, and `derive` does not hide it."""
    told = (LIBRARY + ONLY_COST).replace("How much {does kid.they} pay?", "What do {n of item} cost?")
    told = told.replace("{kid} orders {n of item | some}.", "{kid} is hungry.")
    twice = """derive twice on n {
      with other : count(item) in 2..4  "number ordered by a friend"
      step own = 2 * other
      say "{kid} orders twice {other of item}."
    }"""
    assert refused(load_problem(told.replace("RULES", "apply more to n"))) == "MS7103"
    assert refused(load_problem(told.replace("RULES", twice))) == "MS7102"


def test_what_is_derived_stays_in_the_domain() -> None:
    rule = """derive price_less on price {
      with base : money in $2..$9  "larger amount"
      step lower = base - $1
      say "One costs $1 less than {base}."
    }"""
    assert "is_int((lower - $1) / $0.50)" in print_problem(applied(shop(rule)))
    listed = (LIBRARY + ONLY_COST).replace("$1..$5 by $0.50", "{$1, $3}").replace("RULES", rule)
    assert "lower == $1 or lower == $3" in print_problem(applied(load_problem(listed)))
