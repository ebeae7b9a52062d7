"""Finished text as LaTeX: words escaped, numbers, quantities and formulas set as mathematics.

What comes out needs LaTeX with amsmath and nothing else. A text is cut into formulas and words: a formula begins at a
number, a bracket or an unknown and goes on as long as operators and operands follow each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mspec.compiler import ast, libraries

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "|": r"\textbar{}", "–": "--", "—": "---",
    "…": r"\ldots{}", "’": "'", "‘": "`", "“": "``", "”": "''", "€": r"\texteuro{}", "£": r"\pounds{}",
    "¥": r"\textyen{}", "\u00a0": "~",
}  # fmt: skip
_SYMBOLS_ALONE = {
    "<": "<", ">": ">", "×": r"\times", "÷": r"\div", "−": "-", "≈": r"\approx", "≤": r"\le", "≥": r"\ge",
    "≠": r"\ne", "²": "^{2}", "³": "^{3}", "°": r"^\circ", "π": r"\pi", "√": r"\surd", "µ": r"\mu", "Ω": r"\Omega",
    "∞": r"\infty", "·": r"\cdot", "→": r"\to", "½": r"\frac{1}{2}", "¼": r"\frac{1}{4}", "¾": r"\frac{3}{4}",
    **{char: f"^{{{plain}}}" for char, plain in zip("⁰¹⁴⁵⁶⁷⁸⁹⁺⁻", "01456789+-", strict=True)},
    **{char: f"_{{{plain}}}" for char, plain in zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)},
}  # fmt: skip
"""Signs of mathematics that stand in no formula which is read here."""
_OPERATORS = {
    "×": r"\times", "*": r"\times", "÷": r"\div", "/": r"\div", "+": "+", "-": "-", "−": "-", "=": "=", "≈": r"\approx",
    "<": "<", ">": ">", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "·": r"\cdot", ":": ":", "^": "^",
}  # fmt: skip
_CURRENCIES = {"$": r"\$", "€": r"\text{\texteuro}", "£": r"\text{\pounds}", "¥": r"\text{\textyen}"}
_POWERS = str.maketrans("²³⁰¹⁴⁵⁶⁷⁸⁹⁻", "23014567" + "89-")

_NUMBER = re.compile(
    r"(?P<currency>[$€£¥])?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?: (?P<above>\d+)/(?P<below>\d+)|/(?P<den>\d+))?"
    r"(?P<power>[²³]|[⁻]?[⁰¹²³⁴-⁹]+)?(?P<sign>%|°C|°F|°)?"
)
_GLUED = re.compile(r"(?:[-:]?[A-Za-z]|[-:/.,]\d|')")
"""After a number these make it part of a word: 3rd, 5-day, 10:30, 2/3/2024."""
_UNKNOWN = re.compile(r"[b-hj-z](?P<power>[²³])?(?![\w'’]|-[A-Za-z])")
_SPACED = re.compile(r" ([×÷+*/=≈<>≤≥≠·:−-]|==) ")
_TIGHT = re.compile(r"[×÷+^=·]")
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class _Formula:
    """A formula that was read: LaTeX, and where the text goes on."""

    tex: str
    end: int


def prose(text: str) -> str:
    r"""Prose in LaTeX.

    >>> prose("Mia runs 2 km/h & pays $2.50: 3 × $2.50 = $7.50.")
    'Mia runs $2\\,\\mathrm{km/h}$ \\& pays $\\$2.50$: $3 \\times \\$2.50 = \\$7.50$.'
    """
    found: list[str] = []
    position, quoted, inside = 0, False, False
    while position < len(text):
        here = _SPECIAL.search(text, position)
        start = here.start() if here is not None else len(text)
        formula = _formula(text, start, 0) if start < len(text) and _may_begin(text, start) else None
        if formula is None and text[start : start + 1] in _SYMBOLS_ALONE:
            formula = _Formula(_SYMBOLS_ALONE[text[start]], start + 1)
        words = text[position:start]
        if formula is None and here is not None:
            char, start = text[start], start + 1
            if char == '"':
                words += "''" if quoted else "``"
                quoted = not quoted
            else:
                words += _ESCAPES.get(char, char)
        if words and inside:
            found.append("$")
            inside = False
        found.append(words)
        position = start
        if formula is not None:
            found.append(f" {formula.tex}" if inside else f"${formula.tex}")
            inside, position = True, formula.end
    return "".join(found) + "$" * inside


def mathematics(text: str) -> str:
    r"""A formula in LaTeX, to stand in mathematics: an equation of a step. What is no formula is set as words.

    >>> mathematics("23 * 11/4 = 253/4")
    '23 \\times \\frac{11}{4} = \\frac{253}{4}'
    """
    formula = _formula(text, 0, 0)
    if formula is not None and formula.end == len(text):
        return formula.tex
    return rf"\text{{{prose(text)}}}"


_SPECIAL = re.compile(
    r"[0-9(-]|(?<![\w'’])[b-hj-z](?![A-Za-z0-9_'’])|[" + re.escape("".join([*_ESCAPES, *_SYMBOLS_ALONE, '"'])) + "]"
)
"""Where something else than words may begin."""


def _may_begin(text: str, position: int) -> bool:
    """Whether a formula may begin here: not in the middle of a word or number."""
    char, before = text[position], text[position - 1] if position else " "
    if before.isalnum() or before in "_'’" or (before in ".,:/-" and position > 1 and text[position - 2].isalnum()):
        return False
    if char.isascii() and char.islower():
        return not (before == "(" and text[position + 1 : position + 2] == ")")  # the letter of a part: (b)
    return char.isdigit() or char in "$€£¥(√π-−"


def _formula(text: str, position: int, depth: int) -> _Formula | None:
    """The longest formula from here: operands with operators between them."""
    first = _operand(text, position, depth)
    if first is None:
        return None
    tex, end = first.tex, first.end
    while (further := _continued(text, end, depth)) is not None:
        tex, end = tex + further.tex, further.end
    return _Formula(tex, end)


def _continued(text: str, position: int, depth: int) -> _Formula | None:
    operator = _SPACED.match(text, position) or _TIGHT.match(text, position)
    if operator is None:
        return None
    sign = operator[0].strip()
    operand = _operand(text, operator.end(), depth)
    if operand is None:
        return None
    said = "=" if sign == "==" else _OPERATORS[sign]
    if sign == "^":
        return _Formula(f"^{{{operand.tex}}}", operand.end)
    return _Formula(f" {said} {operand.tex}", operand.end)


def _operand(text: str, position: int, depth: int) -> _Formula | None:
    if position >= len(text) or depth > _DEEPEST:
        return None
    char = text[position]
    if char in "-−":
        inner = _operand(text, position + 1, depth + 1)
        return None if inner is None else _Formula(f"-{inner.tex}", inner.end)
    if char == "√":
        return _root(text, position, depth)
    if char == "π":
        return _followed(text, _Formula(r"\pi", position + 1), depth)
    if char == "(":
        return _bracket(text, position, depth)
    number = _NUMBER.match(text, position)
    if number is not None:
        return _number(text, number, depth)
    unknown = _UNKNOWN.match(text, position)
    if unknown is not None:
        return _Formula(unknown[0][0] + _raised(unknown["power"]), unknown.end())
    return None


def _bracket(text: str, position: int, depth: int) -> _Formula | None:
    inner = _formula(text, position + 1, depth + 1)
    if inner is None or text[inner.end : inner.end + 1] != ")":
        return None
    if len(inner.tex) == 1 and inner.tex.isalpha() and not depth:
        return None  # the letter of a part: (b)
    end = inner.end + 1
    power = re.compile(r"[²³]").match(text, end)
    tex = f"({inner.tex}){_raised(power[0] if power else None)}"
    return _followed(text, _Formula(tex, end + bool(power)), depth)


def _root(text: str, position: int, depth: int) -> _Formula | None:
    radicand = _NUMBER.match(text, position + 1)
    if radicand is not None:
        bare = re.compile(r"\d+(?:\.\d+)?").match(text, position + 1)
        assert bare is not None
        return _followed(text, _Formula(rf"\sqrt{{{bare[0]}}}", bare.end()), depth)
    inner = _bracket(text, position + 1, depth) if text[position + 1 : position + 2] == "(" else None
    return None if inner is None else _Formula(rf"\sqrt{{{inner.tex}}}", inner.end)


def _followed(text: str, done: _Formula, depth: int) -> _Formula:
    """What stands close behind a factor belongs to it: 5x, 3√2, 2π, 2(3 + 4)."""
    if done.end < len(text) and (text[done.end] in "√π(" or _UNKNOWN.match(text, done.end)):
        further = _operand(text, done.end, depth + 1)
        if further is not None:
            return _Formula(done.tex + further.tex, further.end)
    unit = _unit(text, done.end)
    return done if unit is None else _Formula(done.tex + unit.tex, unit.end)


def _number(text: str, match: re.Match[str], depth: int) -> _Formula | None:
    end = match.end()
    factor = _UNKNOWN.match(text, end) if not match["sign"] else None
    if factor is not None and factor[0] == "s" and re.fullmatch(r"[12]\d\d0", match[0]):
        return None  # the 1980s
    if _GLUED.match(text, end) and factor is None:
        return None
    whole = match["whole"].replace(",", "{,}") + (match["decimals"] or "")
    if match["den"]:
        whole = rf"\frac{{{whole}}}{{{match['den']}}}"
    if match["below"]:
        whole += rf"\frac{{{match['above']}}}{{{match['below']}}}"
    power, sign = _raised(match["power"]), match["sign"] or ""
    if power and match["den"]:
        whole = f"({whole})"
    tex = _CURRENCIES.get(match["currency"] or "", "") + whole + power + _SIGNS[sign]
    if sign:
        return _Formula(tex, end)
    return _followed(text, _Formula(tex, end), depth)


_SIGNS = {"": "", "%": r"\%", "°": r"^\circ", "°C": r"^\circ\mathrm{C}", "°F": r"^\circ\mathrm{F}"}


def _raised(power: str | None) -> str:
    return f"^{{{power.translate(_POWERS)}}}" if power else ""


# ------------------------------------------------------------------------------------------------- units


_SYMBOL = re.compile(r"[A-Za-zµΩ°]+\Z")


@cache
def _symbols() -> str:
    """The symbols of the shipped units as a pattern, longest first."""
    found: set[str] = set()
    for name in libraries.shipped_names():
        source = libraries.find(name, None) if name.startswith("units.") else None
        for item in libraries.parsed(source)[0].items if source is not None else ():
            if isinstance(item, ast.UnitDecl) and item.symbol != item.singular and _SYMBOL.match(item.symbol):
                found.add(item.symbol)
    return "|".join(sorted(map(re.escape, found), key=lambda symbol: (-len(symbol), symbol)))


@cache
def _units() -> re.Pattern[str]:
    one = rf"(?:{_symbols()})(?:[²³]|[⁻]?[⁰¹²³⁴-⁹]+)?"
    factors = rf"{one}(?:·{one})*"
    return re.compile(rf" (?P<unit>{factors}(?:/(?:{one}|\({factors}\)))?)(?![A-Za-z0-9/²³'’-])")


def _unit(text: str, position: int) -> _Formula | None:
    """A unit after a number."""
    match = _units().match(text, position)
    if match is None or (match["unit"] in _ALSO_WORDS and not re.match(r"[.,;:?!)]|\Z| [×÷+=-]", text[match.end() :])):
        return None
    tex = re.sub(r"[²³⁰¹⁴-⁹⁻]+", lambda power: f"^{{{power[0].translate(_POWERS)}}}", match["unit"])
    for char, command in (("·", r"{\cdot}"), ("µ", r"\mu "), ("Ω", r"\Omega "), ("°", r"^\circ ")):
        tex = tex.replace(char, command)
    return _Formula(rf"\,\mathrm{{{tex}}}", match.end())


_ALSO_WORDS = frozenset(["in", "at", "A", "a"])
"""Symbols that are words, too: 5 in a row."""
