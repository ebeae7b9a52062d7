"""The generated parts of the documentation, as Markdown: operators, words, libraries, diagnostics, the grammar.

    python -m mspec.compiler.reference [FOLDER]

rewrites them in the pages of a checkout (FOLDER is `docs`), and with them the pages of the diagnostics and the grammar
for editors. A generated part stands between the lines `<!-- generated: NAME -->` and `<!-- end of NAME -->`; whatever
else a page says is left alone.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from inspect import cleandoc
from itertools import groupby
from pathlib import Path

from mspec.compiler import ast, keywords, libraries, textmate
from mspec.compiler.explain import catalogue
from mspec.compiler.format_expr import format_expr, format_type, meta_text
from mspec.compiler.ops import CORE, Op
from mspec.compiler.parse import parse
from mspec.compiler.units import DIMENSIONS, Unit

_PART = re.compile(r"<!-- generated: (?P<name>[a-z-]+) -->\n.*?<!-- end of (?P=name) -->", re.DOTALL)
_LETTERS = "abc"

Row = Sequence[str]


def filled(page: str) -> str:
    """A page with its generated parts written anew.

    Raises:
        KeyError: the page names a part that is not in `PARTS`.
    """

    def part(match: re.Match[str]) -> str:
        name = match["name"]
        return f"<!-- generated: {name} -->\n{PARTS[name]()}\n<!-- end of {name} -->"

    return _PART.sub(part, page)


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table. A bar in a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


# ----------------------------------------------------------------------------------------- operators


def operators() -> str:
    """The operator table: one row an operator that the language has a spelling for."""
    head = ("write", "means", "operands; result", "needs", "a step shows", "length", "SMT-LIB")
    rows = [
        (
            f"`{spelling(op)}`",
            _words(op),
            typing_in_words(op),
            needs(op),
            "an equation" if op.shown == "arithmetic" else "a claim",
            str(op.cost),
            "exact" if op.smtlib is not None else "no",
        )
        for op in CORE
        if op.fixity != "hidden"
    ]
    return table(head, rows)


def spelling(op: Op) -> str:
    """How an operator is written: `a + b`, `gcd(a, b, …)`, `floor(a [, b])`."""
    least, most = op.arity
    a = [_LETTERS[i] for i in range(least)]
    match op.fixity:
        case "infix":
            return f"a {op.symbol} b"
        case "prefix":
            return f"{op.symbol} a" if op.symbol.isalpha() else f"{op.symbol}a"
        case "conditional":
            return "if c then a else b"
        case "constant":
            return op.symbol
    more = ", …" if most is None else "".join(f" [, {_LETTERS[i]}]" for i in range(least, most))
    return f"{op.symbol}({', '.join(a)}{more})"


def _words(op: Op) -> str:
    letters = list(_LETTERS)
    return op.words.replace(":ordinal", "").format(*letters, all="the arguments", rest="the others")


def typing_in_words(op: Op) -> str:
    """What an operator takes and gives: the docstring of its typing rule, without the examples before the colon."""
    line = cleandoc(op.typing.__doc__ or "").split("\n\n")[0].replace("\n", " ")
    return line.partition("`: ")[2].rstrip(".")


_GUARDS = {
    "nonzero": "not 0", "nonnegative": "not negative", "positive": "positive", "whole": "whole",
    "natural": "whole and not negative",
}  # fmt: skip


def needs(op: Op) -> str:
    """What must hold of the arguments for the operator to have a value."""
    who = {-1: "all are", **{place: f"{letter} is" for place, letter in enumerate(_LETTERS)}}
    return ", ".join(f"{who[place]} {_GUARDS[kind]}" for kind, place in op.guards)


def precedence() -> str:
    """The signs and words between operands, from those that bind loosest."""
    signs = sorted((op for op in CORE if op.fixity in ("infix", "prefix")), key=lambda op: op.precedence)
    rows = []
    for number, (_, group) in enumerate(groupby(signs, key=lambda op: op.precedence), 1):
        ops = list(group)
        kind = "before its operand" if ops[0].fixity == "prefix" else "between operands"
        rows.append((str(number), " ".join(f"`{op.symbol}`" for op in ops), kind))
    return table(("", "operators", "stand"), rows)


# --------------------------------------------------------------------------------------------- words


def reserved_words() -> str:
    """All words that cannot be names, by what they are."""
    rows = [
        ("keywords", keywords.KEYWORDS),
        ("types", keywords.TYPE_WORDS),
        ("functions", keywords.BUILTINS),
    ]
    return table(("", "words"), [(kind, " ".join(f"`{word}`" for word in sorted(words))) for kind, words in rows])


def quantities() -> str:
    """The words that may stand before `[unit]` in a type."""
    rows = []
    for name, dimension in DIMENSIONS.items():
        if name != "money":
            rows.append((f"`{name}`", "" if dimension == ((name, 1),) else str(Unit(dimension))))
    return table(("quantity", "in base quantities"), rows)


def grammar() -> str:
    """The grammar, as the parser reads it."""
    return f"```lark\n{files('mspec.grammar').joinpath('mspec.lark').read_text(encoding='utf-8')}```"


# ----------------------------------------------------------------------------------------- libraries


def shipped_libraries() -> str:
    """What the shipped libraries declare."""
    parts = []
    for name, file in _shipped():
        if any(isinstance(item, ast.ProblemDecl) for item in file.items):
            continue
        heading = f"`{name}`, which every file uses" if name == libraries.PRELUDE else f"`use {name}`"
        parts += [f"### {heading}", " ".join(_opening_comments(file)), *_declarations(file)]
    return "\n\n".join(part for part in parts if part)


def _shipped() -> Iterator[tuple[str, ast.File]]:
    for name in libraries.shipped_names():
        source = libraries.find(name, None)
        assert source is not None
        yield name, parse(source)[0]


def _opening_comments(file: ast.File) -> list[str]:
    """The comments before the first declaration."""
    first = min((item.span.start for item in file.items), default=0)
    return [comment.text for comment in file.comments if comment.span.end <= first]


def _declarations(file: ast.File) -> Iterator[str]:
    nouns = [item for item in file.items if isinstance(item, ast.NounDecl)]
    for parent in dict.fromkeys(noun.parent for noun in nouns):
        names = [noun for noun in nouns if noun.parent == parent]
        listed = ", ".join(f"`{n.name}`" + (" (uncountable)" if n.mass else "") for n in names)
        yield f"Nouns{f' below `{parent}`' if parent else ''}: {listed}."
    declared = Counter(entry.key for noun in nouns for entry in noun.attributes)
    if declared:
        listed = ", ".join(f"`{key}` ({count})" for key, count in declared.items())
        yield f"Attributes, and how many of these nouns declare them: {listed}."
    units = [item for item in file.items if isinstance(item, ast.UnitDecl)]
    if units:
        yield table(("unit", "said", "measures", "is"), [_unit(item) for item in units])
    for item in file.items:
        match item:
            case ast.TableDecl(name, columns, rows):
                listed = ", ".join(f"{c.name} : {format_type(c.type)}{' known' * c.known}" for c in columns)
                yield f"Table `{name}({listed})`, {len(rows)} rows."
            case ast.Def(name, parameters, value):
                listed = ", ".join(f"{p.name} : {format_type(p.type)}" for p in parameters)
                yield f"`def {name}{f'({listed})' if listed else ''} = {format_expr(value)}`"
            case ast.RuleDecl(name):
                yield f"Rule `{name}`."


def _unit(item: ast.UnitDecl) -> Row:
    size = "" if item.value is None else f"{format_expr(item.value)}"
    return f"`{item.symbol}`", item.singular, item.dimension, size


def shipped_problems() -> str:
    """The shipped problems, by file."""
    rows = []
    for name, file in _shipped():
        for item in file.items:
            if isinstance(item, ast.ProblemDecl):
                meta = {entry.key: entry.value for entry in item.meta}
                tags = meta.get("tags")
                listed = ", ".join(map(meta_text, tags.items)) if isinstance(tags, ast.ListOf) else ""
                link = f"[`{item.name}`](../../specs/{name.replace('.', '/')}.mspec)"
                rows.append((link, meta_text(meta.get("title")), meta_text(meta.get("grade")), listed))
    return table(("problem", "title", "grade", "tags"), rows)


# --------------------------------------------------------------------------------------- diagnostics


def diagnostics() -> str:
    """The list of all diagnostics, each with a link to its page."""
    rows = []
    for code, kind in catalogue().items():
        summary = " ".join(cleandoc(kind.__doc__ or "").split("\n\n")[0].split())
        rows.append((f"[{code}](messages/{code}.md)", kind.severity.value, summary))
    return table(("code", "", "means"), rows)


def message_page(code: str) -> str:
    """The page of one diagnostic: how its message reads, and what `mspec explain` prints."""
    kind = catalogue()[code]
    text = cleandoc(kind.__doc__ or "").replace("```mspec\n", f"```mspec-error {code}\n")
    return f"# {code}\n\n{kind.severity.value}: {_template(kind.message)}\n\n{text}\n"


def _template(message: str) -> str:
    return message.replace("{{", "{").replace("}}", "}")


PARTS: Mapping[str, Callable[[], str]] = {
    "operators": operators,
    "precedence": precedence,
    "reserved-words": reserved_words,
    "quantities": quantities,
    "grammar": grammar,
    "libraries": shipped_libraries,
    "problems": shipped_problems,
    "diagnostics": diagnostics,
}


MESSAGES = Path("reference", "messages")
"""The folder of the pages of single diagnostics, one a code; nothing else lies in it."""


def main(folder: Path) -> list[Path]:
    """Rewrite the generated parts of all pages below a folder, and the pages of the diagnostics. Returns the pages
    that changed."""
    wanted = {folder / MESSAGES / f"{code}.md": message_page(code) for code in catalogue()}
    (folder / MESSAGES).mkdir(parents=True, exist_ok=True)
    changed = []
    for path in sorted({*folder.rglob("*.md"), *wanted}):
        old = path.read_text(encoding="utf-8") if path.exists() else None
        if path.parent == folder / MESSAGES and path not in wanted:
            path.unlink()
            changed.append(path)
            continue
        new = wanted.get(path) or filled(old or "")
        if new != old:
            path.write_text(new, encoding="utf-8")
            changed.append(path)
    return changed


if __name__ == "__main__":
    docs = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    for rewritten in [*main(docs), *textmate.main(docs.absolute().parent)]:
        print(rewritten)
