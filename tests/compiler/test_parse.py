"""The parser: every construct, all errors of a file, and no text that breaks it."""

from __future__ import annotations

import time
import tomllib
from fractions import Fraction
from importlib.resources import files
from inspect import cleandoc, getmembers, isclass
from pathlib import Path
from re import DOTALL, findall

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mspec.compiler import ast
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors import syntax, syntax_text, syntax_words
from mspec.compiler.lalr import _parser, parse_tokens
from mspec.compiler.parse import parse
from mspec.compiler.scan import SIGNS, Reading, Scanner
from mspec.compiler.source import Source

CORPUS = {path.name: path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("corpus/*.mspec"))}
KINDS = [
    kind
    for module in (syntax, syntax_words, syntax_text)
    for _, kind in getmembers(module, isclass)
    if issubclass(kind, Diagnostic) and kind.code
]


def parsed(text: str) -> ast.File:
    file, diagnostics = parse(Source("test.mspec", text))
    assert [(d.code, d.text(), d.label_text()) for d in diagnostics] == []
    return file


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in parse(Source("test.mspec", text))[1]]


def problem(body: str) -> ast.ProblemDecl:
    item = parsed(f"problem p {{\n{body}\n}}").items[0]
    assert isinstance(item, ast.ProblemDecl)
    return item


def expr(text: str) -> ast.Expr:
    return problem(f"require {{ {text} }}").requires[0].condition


def text(inner: str) -> ast.Text:
    return problem(f'story """\n{inner}\n"""').story[0].text


def name(word: str) -> ast.Name:
    return ast.Name(word)


def whole(value: int | str, unit: str = "") -> ast.Number:
    return ast.Number(Fraction(value), unit)


# ---------------------------------------------------------------------------------------------- whole files


@pytest.mark.parametrize("file", CORPUS)
def test_corpus_parses(file: str) -> None:
    parsed(CORPUS[file])


def test_bakery() -> None:
    file = parsed(CORPUS["bakery.mspec"])
    use, bakery = file.items
    assert use == ast.Use("lexicon.food") and isinstance(bakery, ast.ProblemDecl)
    assert [given.names[0] for given in bakery.givens] == ["kid", "item", "n", "price", "off"]
    assert bakery.givens[3].domain == ast.Range(whole("1/2", "$"), whole(6, "$"), whole("1/4", "$"))
    assert bakery.steps[1] == ast.Step(
        "cut",
        ast.TypeName("money"),
        ast.Binary("*", name("full"), name("off")),
        (ast.Literal_("discount"),),
    )
    assert [rule.kind for rule in bakery.rules] == ["insert", "extend", "invert", "distract"]
    assert bakery.tests[0].bindings[2] == ast.Binding("off", whole(20, "%"))
    assert bakery.rules[1].body[-1] == ast.Ask(
        "", (ast.Literal_("How much change "), ast.PersonHole("kid", "they", auxiliary="does"), ast.Literal_(" get?"))
    )


def test_spans_point_at_the_source() -> None:
    source = Source("test.mspec", CORPUS["bakery.mspec"])
    bakery = parse(source)[0].items[1]
    assert isinstance(bakery, ast.ProblemDecl)

    def at(node: ast.Syntax) -> str:
        return source.text[node.span.start : node.span.end]

    assert at(bakery).startswith("problem") and at(bakery).endswith("}")
    assert at(bakery.givens[1].type) == "noun"
    assert at(bakery.requires[0].condition) == "n * price >= $5"
    assert at(bakery.story[0].text[2]) == "{n of item}"
    hole = bakery.story[1].text[1]
    assert isinstance(hole, ast.ValueHole) and at(hole.value) == "off"
    assert hole.untold is not None and at(hole.untold[0]) == "a certain percentage"
    assert at(bakery.asks[0].question[0]) == "How much "


def test_layout_does_not_matter() -> None:
    loose = """problem p { given { n : int
      in 1
        ..9 by
        2
        "the number" }
      steps
      {
        a = n
          + 1
        b = (
          a
        )
        c = if a > 1
            then 2
            else 3
      }
      ask a
        "What?"
        (round = 2,
         tol = 1)
    }"""
    tight = """problem p {
      given { n : int in 1..9 by 2 "the number" }
      steps {
        a = n + 1
        b = (a)
        c = if a > 1 then 2 else 3
      }
      ask a "What?" (round = 2, tol = 1)
    }"""
    assert parsed(loose) == parsed(tight)


# ---------------------------------------------------------------------------------------------- expressions


def test_precedence() -> None:
    a, b, c = name("a"), name("b"), name("c")
    two = whole(2)
    assert expr("-2^2") == ast.Unary("-", ast.Binary("^", two, two))
    assert expr("a^b^c") == ast.Binary("^", a, ast.Binary("^", b, c))
    assert expr("a^-b") == ast.Binary("^", a, ast.Unary("-", b))
    assert expr("a - b - c") == ast.Binary("-", ast.Binary("-", a, b), c)
    assert expr("a + b * c") == ast.Binary("+", a, ast.Binary("*", b, c))
    assert expr("not a or b and c") == ast.Binary("or", ast.Unary("not", a), ast.Binary("and", b, c))
    assert expr("not a < b") == ast.Unary("not", ast.Compare(("<",), (a, b)))
    assert expr("a < b <= c") == ast.Compare(("<", "<="), (a, b, c))
    assert expr("if a then b else if b then c else a") == ast.If(a, b, ast.If(b, c, a))
    assert expr("a.price[2].g") == ast.Field(ast.Index(ast.Field(a, "price"), two), "g")
    assert expr("a in {1, 2} and b in 1..9 by 2") == ast.Binary(
        "and",
        ast.Compare(("in",), (a, ast.SetOf((whole(1), two)))),
        ast.Compare(("in",), (b, ast.Range(whole(1), whole(9), two))),
    )


def test_numbers() -> None:
    assert expr("20%") == whole(20, "%")
    assert expr("$2.50") == whole("5/2", "$")
    assert expr("5 m/s^2") == whole(5, "m/s^2")
    assert expr("3 1/cm + 0.5 1/m*s") == ast.Binary("+", whole(3, "1/cm"), whole("1/2", "1/m*s"))
    assert expr("5 m / s") == ast.Binary("/", whole(5, "m"), name("s"))
    assert expr("90 °C") == whole(90, "°C")
    assert expr("3 kg*m") == whole(3, "kg*m")
    assert expr("5 m in {5 m}") == ast.Compare(("in",), (whole(5, "m"), ast.SetOf((whole(5, "m"),))))
    assert expr("30 min + min(1, 2)") == ast.Binary(
        "+", whole(30, "min"), ast.Call("min", (whole(1), whole(2)))
    )


def test_binders_and_functions() -> None:
    one, five, i = whole(1), whole(5), name("i")
    assert expr("sum(i in 1..5, i)") == ast.Binder("sum", "i", one, five, i)
    assert expr("sum(i)") == ast.Call("sum", (i,))
    assert expr("iterate(k in 1..5, from i, next it + 1 until it > 5)") == ast.Iterate(
        "k", one, five, i, ast.Binary("+", ast.It(), one), ast.Compare((">",), (ast.It(), five))
    )
    solve = ast.Solve((ast.Compare(("==",), (name("x"), one)),), ("x",))
    assert expr("solve([x == 1], [x]).x") == ast.Field(solve, "x")


# ---------------------------------------------------------------------------------------------------- texts


def test_holes() -> None:
    n, item, x = name("n"), name("item"), name("x")
    some = (ast.Literal_("some"),)
    cases: dict[str, ast.Part] = {
        "{x}": ast.ValueHole(x),
        "{x:3sf}": ast.ValueHole(x, "3sf"),
        "{item:plural}": ast.ValueHole(item, "plural"),
        "{x.g}": ast.ValueHole(ast.Field(x, "g")),
        "{x[2]}": ast.ValueHole(ast.Index(x, whole(2))),
        "{n of item}": ast.CountedHole(n, "item"),
        "{n of item cost | some}": ast.CountedHole(n, "item", "cost", some),
        '{x | "a share of {n of item}"}': ast.ValueHole(
            x, "", (ast.Literal_("a share of "), ast.CountedHole(n, "item"))
        ),
        '{x | ""}': ast.ValueHole(x, "", ()),
        "{a x}": ast.ArticleHole(x),
        "{An x | some}": ast.ArticleHole(x, True, some),
        "{a}": ast.ValueHole(name("a")),
        "{kid.they pay}": ast.PersonHole("kid", "they", verb="pay"),
        "{kid.Their}": ast.PersonHole("kid", "their", capital=True),
        "{does kid.they}": ast.PersonHole("kid", "they", auxiliary="does"),
        "{Is kid}": ast.PersonHole("kid", auxiliary="Is"),
        "{is n of item | some}": ast.AuxiliaryHole("is", ast.CountedHole(n, "item", "", some)),
        "{if n > 3}{x}{else}none{end}": ast.IfHole(
            ast.Compare((">",), (n, whole(3))), (ast.ValueHole(x),), (ast.Literal_("none"),)
        ),
        "{if n}a {if x}b{end}{end}": ast.IfHole(
            n, (ast.Literal_("a "), ast.IfHole(x, (ast.Literal_("b"),)))
        ),
        "{{x}}": ast.Literal_("{x}"),
    }
    for spelled, part in cases.items():
        assert text(spelled) == (part,), spelled


def test_story_lines() -> None:
    story = problem('story """\n    One {n}\n      goes on.\n\n    Two.\n  Three.\n"""').story
    assert [sentence.text for sentence in story] == [
        (ast.Literal_("One "), ast.ValueHole(name("n")), ast.Literal_(" goes on.")),
        (ast.Literal_("Two."),),
        (ast.Literal_("Three."),),
    ]


def test_escapes_keep_positions() -> None:
    source = Source("test.mspec", r'problem p { ask a "\"\\ {n + 1}" }')
    (found,) = parse(source)[1]
    assert source.text[found.span.start : found.span.end] == "{n + 1}"


# --------------------------------------------------------------------------------------------------- errors


def test_three_errors_in_three_sections() -> None:
    assert codes("problem p {\n given { n int }\n steps { a = * 2 }\n ask a 3\n}") == ["MS1001"] * 3


def test_an_error_costs_one_statement() -> None:
    file, found = parse(Source("x", "problem p {\n steps {\n a = 1\n b = = 2\n c = 3\n }\n ask c \"What?\"\n}"))
    item = file.items[0]
    assert isinstance(item, ast.ProblemDecl) and len(found) == 1
    assert [step.name for step in item.steps] == ["a", "c"] and len(item.asks) == 1


def test_an_open_brace_costs_one_block() -> None:
    file, found = parse(Source("x", "problem p {\n given {\n n : int\n steps { a = n }\n}\ndef b = 2\n"))
    assert [d.code for d in found] == ["MS1003"]
    assert [type(item) for item in file.items] == [ast.ProblemDecl, ast.Def]


def test_what_is_expected_is_in_plain_words() -> None:
    (found,) = parse(Source("x", "problem p { steps { a = 2 3 } }"))[1]
    assert found.text() == "unexpected `3`"
    assert found.label_text() == "expected an operator, the end of the line or a text in quotes"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "```mspec" in (kind.__doc__ or "")], ids=lambda k: k.code)
def test_docstring_example(kind: type[Diagnostic]) -> None:
    for example in findall(r"```mspec\n(.*?)```", cleandoc(kind.__doc__ or ""), DOTALL):
        assert set(codes(example)) == {kind.code}


MALFORMED = tomllib.loads(files("mspec.grammar").joinpath("syntax_errors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", MALFORMED)
def test_malformed(code: str) -> None:
    for example in MALFORMED[code]:
        assert set(codes(example)) == {code}, example


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "fix" in vars(kind)], ids=lambda k: k.code)
def test_fixes_mend(kind: type[Diagnostic]) -> None:
    (example,) = findall(r"```mspec\n(.*?)```", cleandoc(kind.__doc__ or ""), DOTALL)
    (found,) = parse(Source("x", example))[1]
    edit = found.fix()
    assert edit is not None
    mended = example[: edit.span.start] + edit.replacement + example[edit.span.end :]
    assert codes(mended) == []


# ----------------------------------------------------------------------------------------------- any text


@pytest.mark.parametrize(
    "text",
    [
        "problem p { require { " + "(" * 10_000 + "1" + ")" * 10_000 + " } }",
        "problem p { require { " + "-" * 100_000 + "1 } }",
        "problem p { require { " + "not " * 9_000 + "a } }",
        "problem p { require { " + "1 + " * 9_000 + "1 } }",
        "problem p { require { " + "a^" * 4_000 + "1 } }",
        "problem p { require { a > " + "9" * 500_000 + " } }",
        "problem p { require { " + "if a then b else " * 2_000 + "c } }",
        "{" * 100_000,
        "problem p {" * 5_000,
        "@$%" * 300_000,
        "a b\n" * 200_000,
        '"' * 900_001,
        'problem p { ask a "' + "{if a}" * 5_000 + '" }',
        'problem p { ask a "' + '{a | "' * 5_000 + '" }',
        'problem p { ask a "' + "{a | " * 50_000 + '" }',
        "x" * 2_000_000,
    ],
    ids=range(16),
)
def test_hostile_text_is_refused_in_time(text: str) -> None:
    before = time.process_time()
    found = codes(text)
    assert found and len(found) <= 101
    assert time.process_time() - before < 10


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_never_raises_on_text(text: str) -> None:
    parse(Source("x", text))


PIECES = st.sampled_from([
    "{", "}", "(", ")", '"', '"""', "\n", " ", "=", "==", ":", "..", "by", "if", "else", "1", "5 m", "$2", "a", "#",
    "|", "\\", "in", "given {", "steps {", "story", "problem p {", "sum(", "[", "]", ",", ";", "\t", "\0", "é",
    "{if a}", "{end}",
])  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(sorted(CORPUS.values())))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        stop = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + "".join(draw(st.lists(PIECES, max_size=3))) + text[stop:]
    return text


@given(mutated())
@settings(max_examples=150, deadline=None)
def test_never_raises_on_mutations(text: str) -> None:
    found = parse(Source("x", text))[1]
    assert all(0 <= d.span.start <= d.span.end <= len(text) for d in found)
    for diagnostic in found:
        assert diagnostic.text() and isinstance(diagnostic.label_text() + diagnostic.help_text(), str)


def test_signs_are_those_of_the_grammar() -> None:
    terminals = {terminal.pattern.value: terminal.name for terminal in _parser().terminals if terminal.pattern}
    assert {sign: terminal for sign, terminal in terminals.items() if not sign.isalpha()}.items() <= {
        **SIGNS, "(": "LPAR",
    }.items()  # fmt: skip


def test_parser_tables_survive_a_damaged_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MSPEC_CACHE_DIR", str(tmp_path))
    _parser.cache_clear()
    _parser()
    (kept,) = (tmp_path / "mspec").iterdir()
    kept.write_bytes(b"damaged")
    _parser.cache_clear()
    tokens = list(Scanner("1 + 2", Reading("x")).tokens())
    assert parse_tokens("expr", tokens) == ast.Binary("+", whole(1), whole(2))
    assert kept.read_bytes() != b"damaged"
    _parser.cache_clear()
