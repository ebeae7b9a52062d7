"""The table of the shipped rules in docs/rules.md: what each says, and by how much it lengthens a solution.

`PYTHONPATH=src:. python -m tests.vary.ops_table` writes it anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from mspec.compiler import ast, libraries
from mspec.compiler.build.target_words import TargetIs, asks_of_target
from mspec.compiler.load import load_problem
from mspec.runtime.plan.length import static_length
from mspec.runtime.vary.variant import Offer, Variant, books, rules_of

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
PART = re.compile(r"<!-- measured: rules -->\n.*?<!-- end of rules -->", re.DOTALL)

HOST = """
use lexicon.things
use lexicon.people
use units.si

problem host {{
  given {{
    who   : person
    start : {type} in {domain}  "first {noun} {rest}"
  }}
  steps {{
    middle : {type} = {step}  "next {noun} {rest}"
    finish : {type} = {last}  "last {noun} {rest}"
  }}
  story \"\"\"
    {{who}} writes this down.
    This is {{start | unknown}}.
  \"\"\"
  ask finish "What is the last value?"
}}
"""
HOSTS = {
    "count(possession)": ("count(marble)", "2..90", "2 * start"),
    "count(thing)": ("count(marble)", "2..90", "2 * start"),
    "int": ("int", "2..90", "2 * start"),
    "rational": ("rational", "{1/2, 3/2, 21/8}", "2 * start"),
    "probability": ("probability", "{1/2, 1/3}", "1 - start"),
    "money": ("money", "$2..$90", "2 * start"),
    "percent": ("percent", "10%..40% by 5%", "2 * start"),
    "temperature[°C]": ("temperature[°C]", "5 °C..60 °C", "start + 1 K"),
}


def hosting(type_name: str, noun: str = "amount", rest: str = "of all") -> str:
    """A smallest problem with a number of a type, given and asked for, and described as wanted."""
    if type_name in HOSTS:
        type_, domain, step = HOSTS[type_name]
    else:
        unit = type_name.partition("[")[2].rstrip("]")
        type_, domain, step = type_name, f"2 {unit}..90 {unit}", "2 * start"
    last = step.replace("start", "middle")
    return HOST.format(type=type_, domain=domain, step=step, last=last, noun=noun, rest=rest)


def wanted(rule: ast.RuleDecl) -> list[TargetIs]:
    """What a rule asks of its target beside the type."""
    name = rule.target.name if rule.target else ""
    return [asked for item in rule.body if (asked := asks_of_target(item, name)) is not None]


def word_for(rule: ast.RuleDecl, asked: str, otherwise: str) -> str:
    """A word of a description that a rule asks for."""
    lists = [found.among for found in wanted(rule) if found.asked == asked and not found.negated]
    return min(lists[0]) if lists else otherwise


def lengthening(book: str, rule: ast.RuleDecl) -> int:
    """By how many operations the solution of a smallest problem gets longer."""
    noun, rest = word_for(rule, "noun", "amount"), word_for(rule, "words", "")
    untold = any(found.asked == "told" and found.negated for found in wanted(rule))
    problem = load_problem(hosting(target_type(book, rule) or "int", noun, f"of what is {rest}" if rest else "of all"))
    behind = "middle" if untold else "start"
    target = "" if rule.target is None else "finish" if rule.kind == "extend" else behind
    offer = Offer(ast.Rule("apply", "", target, f"{book}.{rule.name}"), book)
    return static_length(Variant.of(problem).then(offer).problem) - static_length(problem)


def written(book: str, rule: ast.RuleDecl) -> str:
    """A rule as its library has it."""
    source = libraries.find(book, None)
    assert source is not None
    found = re.search(rf"^rule (?:\w+ )?{rule.name} .*?^\}}$", source.text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found.group()


def target_type(book: str, rule: ast.RuleDecl) -> str:
    """The type that a rule is for; "" for a distractor."""
    found = re.search(r" on x : (.*) \{$", written(book, rule).partition("\n")[0])
    return found.group(1) if found else ""


def described(rule: ast.RuleDecl) -> list[str]:
    """What a rule asks of the description of its target, in words."""
    return [found.text.removeprefix("for ") for found in wanted(rule)]


def said(book: str, rule: ast.RuleDecl) -> str:
    """The sentence and the question of a rule."""
    return " ".join(re.findall(r'^  (?:say|ask) "(.*?)"', written(book, rule), re.MULTILINE))


def table() -> str:
    """All shipped rules, library by library."""
    parts: list[str] = []
    for book in books():
        parts += [f"### {book}", "", "| rule | kind | on | says | longer by |", "| --- | --- | --- | --- | --- |"]
        for rule in rules_of(book):
            on = ", ".join([f"`{target_type(book, rule)}`", *described(rule)]) if rule.target else ""
            parts.append(f"| `{rule.name}` | {rule.kind} | {on} | {said(book, rule)} | {lengthening(book, rule)} |")
        parts.append("")
    return "\n".join(parts).rstrip("\n")


def with_table(page: str) -> str:
    """A page with its table written anew."""
    assert len(PART.findall(page)) == 1
    return PART.sub(lambda _: f"<!-- measured: rules -->\n{table()}\n<!-- end of rules -->", page)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
