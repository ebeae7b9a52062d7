"""Specs written to do harm: each ends in a diagnostic or in what it says, in bounded time and memory."""

from __future__ import annotations

import ast
import builtins
import keyword
import os
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.properties.cage import Cage, Outcome

from mspec.api import check, generate, load
from mspec.cli import main
from mspec.compiler.keywords import RESERVED
from mspec.compiler.load import Module, load_file, load_source
from mspec.compiler.ops import CONSTANTS
from mspec.compiler.source import Source

MEGABYTES = 400


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    with Cage() as running:
        yield running


def survived(outcome: Outcome, seconds: float = 5) -> Outcome:
    assert not outcome.crash, outcome.crash
    assert outcome.seconds < seconds and outcome.megabytes < MEGABYTES, outcome
    return outcome


def family(
    given: str = "n : int in 2..9", step: str = "2 * n", *, require: str = "", top: str = "", story: str = "{n}"
) -> str:
    """A small spec around what is tried."""
    requires = f"require {{\n    {require}\n  }}\n" if require else ""
    return f"""{top}
problem tried {{
  given {{
    {given}
  }}
  {requires}
  steps {{ total = {step}  "the total" }}
  story \"\"\"
    Given are {story}.
  \"\"\"
  ask total "What is the total?"
}}
"""


# ------------------------------------------------------------------------------------------------- injection

MEAN = [
    "{{7*7}}",
    "{% raw %}{{ 7*7 }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ cycler.__init__.__globals__.os.system('touch canary') }}",
    "{# #}",
    "''' + __import__('os').system('touch canary') + '''",
    '""" + __import__("os").system("touch canary") + """',
    '"); __import__("os").system("touch canary"); ("',
    "a # comment \\",
    "ends with a backslash \\",
    "\\N{DIGIT ONE} \\x41 \\u0041 \\101",
    "%s %d %(x)s {0} {x!r} {x.__class__}",
    "| ) (check-sat) (exit)",
    "(assert false) ; comment",
    '" ] ; subgraph cluster { x -> y } [label="',
    "<script>alert(1)</script>&amp;<![CDATA[ ]]>",
    "</text></svg><svg onload=alert(1)>",
    'x["y"] --> z; click x href "javascript:alert(1)" end',
    "`$(touch canary)` ; touch canary && $HOME",
    "\u202e right to left \u2066 \ufeff",
    "\x1b[31m red \x07",
    "\u2028 line \u2029 paragraph \x85 next \x0b \x0c",
    "é ß 数 😀 \u0301",
]  # fmt: skip


def injected(payload: str) -> str:
    """A spec with a text in every place where an author may write one."""
    text = payload.replace("\\", "\\\\").replace('"', '\\"').replace("{", "{{").replace("}", "}}")
    plain = payload.replace("\\", "\\\\").replace('"', '\\"')
    # A sentence is no string: it has no escapes, one line, and ends at three quotes.
    sentence = "".join(" " if c in "\n\r\x0b\x0c\x85\u2028\u2029" else c for c in payload).replace('"""', "'''")
    sentence = sentence.replace("{", "{{").replace("}", "}}")
    return f'''
noun bolt "{plain}" "{plain}s"
unit zog "{plain}" "{plain}s" : zogs
table parts(label : word, weight : int) {{
  "{plain}", 3
  "other", 4
}}
problem injected {{
  meta {{
    title: "{plain}"
    source: "{plain}"
  }}
  given {{
    n : count(bolt) in 2..9  "number of {text}"
    w : word in {{"{plain}", "two"}}  "word {text}"
    p : parts  "part {text}"
  }}
  require {{
    n > 2  "because {plain}"
  }}
  steps {{
    more  = n + 1  "more {text}"  "More of {text}."
    total = more * p.weight  "total {text}"
  }}
  story """
    There are {{n of bolt}} and {{w}} with {{p.label}} of {{p.weight}} each, A{sentence}Z.
  """
  ask total "How many, {text}?"
  hint "Think of {text}."
  mistakes {{
    wrong : total = more - 1  "does {text}"
  }}
  vary {{
    distract other {{
      with age : int in 5..40  "age {text}"
      say "It is {{age}} {text}."
    }}
  }}
  test "named {plain}" {{
    with n = 4
    expect more == 5
  }}
}}
'''


@pytest.mark.parametrize("payload", MEAN)
def test_injection(cage: Cage, payload: str) -> None:
    outcome = survived(cage.run(injected(payload)))
    assert not (Path.cwd() / "canary").exists()
    unseen = any(c in payload for c in "\x1b\x07\u202e\u2066\u2028\u2029\x85\x0b\x0c")
    assert outcome.refused is unseen, outcome.codes
    if unseen:
        assert outcome.codes[0] == "MS1020"
        return
    assert outcome.outputs is not None and len(outcome.shown) == 2
    for shown in outcome.shown:
        assert payload.split()[0] in shown and "49" not in shown.replace(payload, "")
    plain(outcome.outputs["python"])
    balanced(outcome.outputs["smtlib"])
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(outcome.outputs["svg"]).iter()}
    assert tags <= {"svg", "g", "rect", "text", "tspan", "path", "line", "defs", "marker", "polygon", "style", "title"}
    for line in outcome.outputs["dot"].splitlines():
        assert len(re.findall(r'(?<!\\)(?:\\\\)*"', line)) % 2 == 0, line
    assert "\nclick" not in outcome.outputs["mermaid"] and "javascript" not in re.sub(
        r'"[^"\n]*"', "", outcome.outputs["mermaid"]
    )


def test_a_record_cannot_steer_the_terminal(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    generate([load(injected("plain words"))], 3, out)
    out.write_text(out.read_text(encoding="utf-8").replace("plain words", "\\u001b[31mred\\u0007"), encoding="utf-8")
    shown = CliRunner().invoke(main, ["show", str(out)], catch_exceptions=False).output
    assert "[31mred" in shown and not any(c in shown for c in "\x1b\x07\x9b")


def plain(text: str) -> None:
    """Generated Python is what it was meant to be: nothing an author wrote has become code."""
    allowed = {"sys", "math", "itertools", "operator", "fractions", "typing", "__future__", "collections.abc", "random"}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            assert node.module in allowed, node.module
        if isinstance(node, ast.Import):
            assert {name.name for name in node.names} <= allowed | {"numpy"}, ast.unparse(node)
        if isinstance(node, ast.Name):
            assert node.id not in ("__import__", "eval", "exec", "open", "compile", "system"), node.id
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("system", "__class__", "__globals__", "__subclasses__"), node.attr


def balanced(text: str) -> None:
    """SMT-LIB: what is not a comment, a string or a quoted symbol has its brackets closed, and runs no command of
    its own."""
    bare = re.sub(r"\|[^|]*\|", "x", re.sub(r'"[^"]*"', "x", re.sub(r";[^\n]*", "", text)))
    assert bare.count("(") == bare.count(")")
    assert "(exit)" not in bare and "(assert false)" not in bare


# ------------------------------------------------------------------------------------------------- size


def nested_sums(depth: int) -> str:
    inner = " + ".join(f"i{k}" for k in range(depth))
    for k in range(depth):
        inner = f"sum(i{k} in 1..64, {inner})"
    return inner


def nested_iterates() -> str:
    return "\n".join(
        f'    b{k} = iterate(k{k} in 1..64, from {f"b{k - 1}" if k else "n"}, next it + k{k})  "balance {{k{k}}}"'
        for k in range(40)
    )


def doubling(depth: int, argument: str = "") -> str:
    lines = [f"def d0{argument} = 1" if not argument else f"def d0{argument} = x"]
    call = "(x)" if argument else ""
    for k in range(1, depth):
        lines.append(f"def d{k}{argument} = d{k - 1}{call} + d{k - 1}{call}")
    return "\n".join(lines)


def steps(lines: str, last: str) -> str:
    return family(step=last).replace("steps {", f"steps {{\n{lines}\n   ")


def growing(step: str, length: int) -> str:
    """A chain of steps, each made from the one before."""
    names = ["n", *(f"s{k}" for k in range(length))]
    pairs = enumerate(pairwise(names))
    made = [f'    {name} = {step.format(before=before)}  "value {k}"' for k, (before, name) in pairs]
    return steps("\n".join(made), names[-1])


HUGE = {
    "wide range": family("n : int in 1..10^18 by 1"),
    "wider range": family("n : int in 1..10^40"),
    "widest range": family("n : int in 0..10^1000"),
    "forty wide givens": family(
        "\n    ".join(f'g{k} : int in 1..10^18 by 1  "given {k}"' for k in range(40)),
        " + ".join(f"g{k}" for k in range(40)),
        story=", ".join(f"{{g{k}}}" for k in range(40)),
    ),
    "forty wide givens, product": family(
        "\n    ".join(f'g{k} : int in 1..10^18 by 1  "given {k}"' for k in range(40)),
        " * ".join(f"g{k}" for k in range(40)),
        story=", ".join(f"{{g{k}}}" for k in range(40)),
    ),
    "forty bound givens": family(
        "\n    ".join(f'g{k} : int in 1..1000000  "given {k}"' for k in range(40)),
        "g0 + g1",
        require="\n    ".join(f"g{k} * g{k} == g{k + 1} + 1" for k in range(39)),
        story=", ".join(f"{{g{k}}}" for k in range(40)),
    ),
    "tower": family(step="2^10^10"),
    "tower in a domain": family("n : int in 1..2^10^10"),
    "tower in a set": family("n : int in {1, 2^10^10}"),
    "tower of a given": family(step="n^100000"),
    "given to the given": family("n : int in 2..1000000", "n^n"),
    "repeated squares": growing("{before}^2", 40),
    "factorial": family("n : int in 1..1000000", "factorial(n)"),
    "factorial of factorial": family(step="factorial(factorial(n))"),
    "constant factorial": family(step="n + factorial(100000)"),
    "choose": family("n : int in 1..10^9", "choose(2 * n, n)"),
    "lcm": family("n : int in 1..10^18", "lcm(n, n + 1, n + 2, n + 3)"),
    "prime": family("n : int in 1..10^30", "n", require="is_prime(n)"),
    "tiny stride": family("n : rational in 0..1 by 1/10^40"),
    "tiny percent": family("n : percent in 0%..100% by 0.000000000000000000000000001%"),
    "many digits": family(step="n + " + "9" * 100_000),
    "many decimals": family(step="n + 0." + "1" * 100_000),
    "large root": family(step="round(sqrt(10^4000 + n), 0.01)"),
    "root of a power": family(step="round(n^0.3333333333333333, 0.0000000000000000000001)"),
    "tiny rounding": family("n : rational in 0..1 by 1/3", "round(n / 7, 1/10^60)"),
    "sine of much": family(step="round(sin(n^400), 0.01)"),
    "parentheses": family(step="(" * 10_000 + "n" + ")" * 10_000),
    "half the parentheses": family(step="(" * 10_000),
    "closing parentheses": family(step="n" + ")" * 10_000),
    "brackets": family(step="[" * 10_000 + "n" + "]" * 10_000),
    "braces": family(step="n", require="n in " + "{" * 10_000),
    "open blocks": "problem p {\n" + "given {\n" * 10_000,
    "signs": family(step="-" * 10_000 + "n"),
    "nots": family(require="not " * 10_000 + "(n > 2)"),
    "ifs": family(step="if n > 1 then 1 else " * 10_000 + "2"),
    "nested ifs": family(step="if n > 1 then (" * 5_000 + "1" + ") else 2" * 5_000),
    "powers": family(step="n" + "^2" * 5_000),
    "sums": family(step="n" + " + n" * 4_000),
    "products": family(step="n" + " * n" * 4_000),
    "quotients": family(step="n" + " / n" * 2_000),
    "comparisons": family(require="n" + " < n" * 4_000),
    "fields": family(step="n" + ".x" * 10_000),
    "indices": family(step="n" + "[1]" * 10_000),
    "calls": family(step="floor(" * 10_000 + "n" + ")" * 10_000),
    "nested calls below the limit": family(step="abs(" * 90 + "n" + ")" * 90),
    "text conditions": family(story="{n}" + "{if n > 3}" * 10_000),
    "text holes": family(story="{n}" * 3_000),
    "text braces": family(story="{n}" + "{" * 100_000),
    "untold in untold": family(story='{n | "' * 5_000),
    "sets": family("n : int in {" + ", ".join(map(str, range(20_000))) + "}"),
    "doubling defs": family(top=doubling(60), step="n + d59"),
    "doubling functions": family(top=doubling(60, "(x : int)"), step="d59(n)"),
    "doubling in a domain": family("n : int in 1..d40", top=doubling(60)),
    "doubling steps": growing("{before} + {before}", 200),
    "squaring steps": growing("{before} * {before}", 60),
    "long chain": growing("{before} + n", 1_500),
    "nested sums": family(step=nested_sums(2)),
    "deeply nested sums": family(step=nested_sums(4)),
    "nested binders with a variable bound": family(
        step="sum(i in 1..n, product(j in 1..n, max(k in 1..9, i + j * k)))"
    ),
    "forty iterates": steps(nested_iterates(), "b39"),
    "iterate in iterate": family(step="iterate(k in 1..64, from n, next iterate(j in 1..64, from it, next it + j))"),
    "growing iterate": family(step="iterate(k in 1..64, from n, next it * it)"),
    "long iterate": family(step="iterate(k in 1..10^9, from n, next it + 1)"),
    "wide sum": family(step="sum(i in 1..10^12, i)"),
    "long list": family("xs : list(int, 1000000) in 1..9", "sum(xs)", story="{xs}"),
    "sorted list": family("xs : list(int, 32) in 1..10^18 distinct sorted", "sum(xs)", story="{xs}"),
    "tight list": family("xs : list(int, 32) in 1..33 distinct sorted", "sum(xs)", story="{xs}"),
    "cyclic steps": steps('    a = b + 1  "a"\n    b = a + 1  "b"', "a"),
    "cyclic defs": family(top="def a = b\ndef b = a", step="n + a"),
    "self step": family(step="total + n"),
    "cyclic nouns": family(top='noun a "a" : b\nnoun b "b" : a', given="n : count(a) in 2..9", step="n + 1"),
    "megabyte line": family(step="n" + " + 1" * 250_000),
    "megabyte word": family(step="n" * 1_000_000),
    "megabyte string": family(story="{n} " + "x" * 1_000_000),
    "megabyte comment": family(top="# " + "x" * 1_000_000),
    "megabyte of lines": family(top="\n" * 1_000_000),
    "megabyte of noise": "\u0410{\"" * 300_000,
    "many quotes": '"' * 100_000,
    "many problems": "\n".join(family().replace("tried", f"tried{k}") for k in range(30)),
    "many nouns": "\n".join(f'noun w{k} "w"' for k in range(20_000)),
    "many requires": family(require="\n    ".join(f"n != {k + 100}" for k in range(300))),
    "many steps": steps("\n".join(f'    s{k} = n + {k}  "s {k}"' for k in range(2_000)), "s1"),
    "NUL bytes": "\0" * 1_000,
    "NUL within": family(step="n +\0 1"),
    "no problem": "",
    "empty problem": "problem p { }",
    "empty sections": 'problem p { given { } require { } steps { } mistakes { } vary { } story """\n""" ask a "?" }',
    "byte order mark": "\ufeff" + family(),
    "lone surrogate": family(story="{n} \ud800"),
    "carriage returns": family().replace("\n", "\r"),
    "zero stride": family("n : int in 1..9 by 0"),
    "negative stride": family("n : int in 1..9 by -1"),
    "one value": family("n : int in 5..5 by 100"),
    "unit powers": family("n : length[m^99999999999999999999] in 1 m..2 m"),
    "unit product": family(top="use units.si", given="n : length[m] in 1 m..9 m", step="n" + " * n" * 300),
    "unit tower": family(top="use units.si", given="n : length[m] in 1 m..9 m", step="n^99999999"),
    "large unit": family(
        top='unit zz "zz" : zed\nunit yy "yy" = 1000000000000000000 zz',
        given="n : zed[yy] in 1 yy..9 yy",
        step="n + 1 zz",
    ),
    "division by zero": family(step="n / 0"),
    "zero to a negative power": family(step="0^(-1) + n"),
    "zero divisor": family("n : int in 0..9", "1 / n"),
    "zero to zero": family("n : int in 0..2", "n^n"),
    "negative root": family("n : int in -5..-1", "sqrt(n)"),
    "no rounding": family(step="round(n, 0)"),
    "remainder of zero": family(step="remainder(n, 0)"),
    "empty list function": family(step="max() + n"),
    "hard equations": family(
        "a, b, c : int in 1..10^9", "a + b + c", require="a^3 + b^3 == c^3", story="{a}, {b} and {c}"
    ),
    "hard factoring": family(
        "a, b : int in 2..10^15", "a + b", require="a * b == 1000000016000000063", story="{a} and {b}"
    ),
    "hopeless": family("a, b : int in 1..10^18", "a + b", require="a * a == 2 * b * b", story="{a} and {b}"),
}  # fmt: skip


ASKED = frozenset({"forty bound givens", "hard equations", "hard factoring", "hopeless", "prime"})
"""Here Z3 and cvc5 are asked, which spend their budget."""


@pytest.mark.parametrize("name", HUGE)
def test_size(cage: Cage, name: str) -> None:
    seconds = 20 if name in ASKED else 8
    survived(cage.run(HUGE[name], seconds=seconds), seconds if name in ASKED else 5)


# ------------------------------------------------------------------------------------------------- names

AWKWARD = sorted(
    {
        *keyword.kwlist, *keyword.softkwlist, *dir(builtins), "np", "numpy", "math", "sys", "v_n", "g_n", "t1", "t2",
        "world",
        "_safe", "_where", "_min", "main", "self", "cls", "GIVENS", "RESULTS", "TABLE_1", "Fraction", "Any", "rows",
        "row",
        "loop", "range", "join", "select", "distinct", "ite", "div", "mod", "Int", "Real", "assert", "check", "forall",
        "let", "store", "abs", "xor", "declare", "graph", "node", "edge", "digraph", "subgraph", "strict", "end",
        "class",
        "click", "style", "e", "E", "i", "I", "pi", "inf", "nan", "x", "X", "O", "l", "__class__", "__import__", "_",
        "__",
    }
)  # fmt: skip


def test_names(cage: Cage) -> None:
    """Twenty awkward names at a time, as givens and as steps; what is a name at all makes a problem."""
    reserved = RESERVED | CONSTANTS
    names = [name for name in AWKWARD if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) and name not in reserved]
    assert len(names) > 150
    for start in range(0, len(names), 20):
        chosen = names[start : start + 20]
        half = len(chosen) // 2
        givens, results = chosen[:half], chosen[half:]
        text = family(
            "\n    ".join(f'{name} : int in 2..9  "given {k}"' for k, name in enumerate(givens)),
            " + ".join([*givens, *results]),
            story=", ".join(f"{{{name}}}" for name in givens),
        )
        lines = "\n".join(
            f'    {name} = {givens[k % half]} * {k + 2}  "step {k}"' for k, name in enumerate(results)
        )
        outcome = survived(cage.run(text.replace("steps {", f"steps {{\n{lines}\n   ")))
        assert not outcome.refused and len(outcome.shown) == 2, (outcome.codes, chosen)


@pytest.mark.parametrize("name", ["_", "__import__", "__class__", "ñ", "n-1", "2n", "n'", "n.x", "λ", "", "n n",
"n\u200bn"])
def test_no_names(cage: Cage, name: str) -> None:
    outcome = survived(cage.run(family(f"{name} : int in 2..9", f"2 * {name}", story=f"{{{name}}}")))
    assert outcome.refused


# --------------------------------------------------------------------------------------------- libraries


def used(path: Path, text: str) -> Module:
    path.write_text(text, encoding="utf-8")
    return load_file(path)


def codes(module: Module) -> set[str]:
    return {d.code for d in module.diagnostics}


@pytest.mark.parametrize(
    "dotted",
    [
        "..secret", "secret.", ".secret", "/etc/passwd", "a/b", "a\\b", "~", "..", ".", "lexicon..food", "lexicon.",
        "C:", "con", "nul", "__init__", "lexicon.food.x", "a" + ".a" * 3_000, "a" * 300, "é", "lexicon", "*", "%s",
        "prelude.",
    ],
)  # fmt: skip
def test_strange_paths(tmp_path: Path, dotted: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.mspec").write_text('noun secret "secret"\n', encoding="utf-8")
    module = used(inner / "main.mspec", f"use {dotted}\n")
    assert module.errors()
    assert "secret" not in module.environment.nouns


def test_symbolic_links(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner", tmp_path / "outer"
    inner.mkdir()
    outer.mkdir()
    (outer / "secret.mspec").write_text('noun secret "secret"\n', encoding="utf-8")
    os.symlink(outer / "secret.mspec", inner / "linked.mspec")
    os.symlink(outer, inner / "folder")
    os.symlink(inner / "loop.mspec", inner / "loop.mspec")
    os.mkfifo(inner / "pipe.mspec")
    for dotted in ("linked", "folder.secret", "loop", "pipe"):
        module = used(inner / "main.mspec", f"use {dotted}\n")
        assert module.errors() and "secret" not in module.environment.nouns, dotted


def test_unreadable_libraries(tmp_path: Path) -> None:
    (tmp_path / "latin.mspec").write_bytes(b'noun caf\xe9 "caf\xe9"\n')
    (tmp_path / "large.mspec").write_bytes(b"# " + b"x" * 5_000_000)
    (tmp_path / "nul.mspec").write_bytes(b"\0" * 100)
    (tmp_path / "folder.mspec").mkdir()
    for name in ("latin", "large", "nul", "folder"):
        assert used(tmp_path / "main.mspec", f"use {name}\n").errors(), name
    with pytest.raises(Exception, match="MS2"):
        load_file(tmp_path / "latin.mspec")


@pytest.mark.parametrize("length", [1, 2, 5])
def test_cyclic_use(tmp_path: Path, length: int) -> None:
    for k in range(length):
        (tmp_path / f"l{k}.mspec").write_text(f'use l{(k + 1) % length}\nnoun n{k} "n{k}"\n', encoding="utf-8")
    module = used(tmp_path / "main.mspec", "use l0\n")
    assert "MS2004" in codes(module)


def test_cycle_through_the_file_itself(tmp_path: Path) -> None:
    (tmp_path / "lib.mspec").write_text("use main\n", encoding="utf-8")
    module = used(tmp_path / "main.mspec", 'use lib\nnoun gear "gear"\n')
    assert module.errors()


def test_long_chain_of_libraries(tmp_path: Path) -> None:
    for k in range(600):
        (tmp_path / f"l{k}.mspec").write_text(f'use l{k + 1}\nnoun n{k} "n{k}"\n', encoding="utf-8")
    (tmp_path / "l600.mspec").write_text('noun last "last"\n', encoding="utf-8")
    module = used(tmp_path / "main.mspec", "use l0\n")
    assert module.errors() or "last" in module.environment.nouns


def test_broken_library_is_reported_in_its_own_text(tmp_path: Path) -> None:
    (tmp_path / "lib.mspec").write_text("\n\nnoun 5 \"five\"\n", encoding="utf-8")
    (tmp_path / "main.mspec").write_text("use lib\n" + family(), encoding="utf-8")
    found = check([tmp_path / "main.mspec"])
    assert any(d.span.source.endswith("lib.mspec") for d in found.diagnostics)


def test_nothing_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that would be code anywhere else stays text, also in the names of files and problems."""
    monkeypatch.chdir(tmp_path)
    name = "$(touch canary); touch canary.mspec"
    module = used(tmp_path / name, family())
    assert not module.errors()
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]
    assert load_source(Source("__import__('os')", family())).problem().name == "tried"
