"""Diagnostics as people and editors read them: a source excerpt with carets, or JSON.

The same diagnostic gives the same text on every machine; colour is laid over it and changes no character.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mspec.compiler.diagnostics import Diagnostic, Severity
from mspec.compiler.source import NOWHERE, Source, Span

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
_TAB = "    "
_WINDOW = 160
"""Of a longer line, so many characters are shown around the first mark."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """One underlined stretch of one line. Columns are 0-based positions in the text of the line."""

    line: int
    start: int
    end: int
    text: str
    primary: bool


def render(diagnostic: Diagnostic, sources: Mapping[str, Source], colour: bool = False) -> str:
    """One diagnostic as text, without a final line end.

    Args:
        diagnostic: what to show.
        sources: the texts by the name that spans use; a span whose source is missing is shown by name only.
        colour: lay ANSI colours over the text.
    """
    paint = _Paint(colour, _COLOURS[diagnostic.severity])
    lines = [
        paint.severity(f"{diagnostic.severity.value}[{diagnostic.code}]")
        + paint.bold(f": {diagnostic.text()}")
    ]
    places = [(diagnostic.span, diagnostic.label_text(), True)]
    places += [(label.span, label.text, False) for label in diagnostic.others()]
    places = [place for place in places if place[0] != NOWHERE]
    numbers = [sources[s.source].line_column(s.start)[0] for s, _, _ in places if s.source in sources]
    gutter = len(str(max(numbers, default=0)))

    for name in dict.fromkeys(span.source for span, _, _ in places):
        here = [(span, text, primary) for span, text, primary in places if span.source == name]
        lines += _excerpt(name, sources.get(name), here, gutter, paint)

    tail = [("note", note) for note in diagnostic.notes()]
    if help_text := diagnostic.help_text():
        tail.append(("help", help_text))
    if tail and places:
        lines.append(paint.blue(" " * gutter + " |"))
    for kind, text in tail:
        first, *rest = text.split("\n")
        lines.append(f"{' ' * gutter} {paint.blue('=')} {paint.bold(kind)}: {first}")
        lines += [f"{' ' * gutter}   {' ' * len(kind)}  {line}" for line in rest]
    return "\n".join(lines)


def render_all(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], colour: bool = False) -> str:
    """Several diagnostics, one blank line between them."""
    return "\n\n".join(render(diagnostic, sources, colour) for diagnostic in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source]) -> str:
    """The diagnostics as a JSON list, for editors.

    Each has `code`, `severity`, `message`, `label`, `help`, `notes`, `at` (file, start and end as offsets, 1-based
    line and column; null without a place), `others` (places with their text) and `fix` (the certain repair, or null).
    """
    return json.dumps([_plain(d, sources) for d in diagnostics], ensure_ascii=False, indent=2)


def _plain(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> dict[str, object]:
    fix = diagnostic.fix()
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.text(),
        "label": diagnostic.label_text(),
        "help": diagnostic.help_text(),
        "notes": list(diagnostic.notes()),
        "at": _place(diagnostic.span, sources),
        "others": [{"at": _place(o.span, sources), "text": o.text} for o in diagnostic.others()],
        "fix": None if fix is None else {"at": _place(fix.span, sources), "replacement": fix.replacement},
    }


def _place(span: Span, sources: Mapping[str, Source]) -> dict[str, object] | None:
    if span == NOWHERE:
        return None
    place: dict[str, object] = {"file": span.source, "start": span.start, "end": span.end}
    if span.source in sources:
        source = sources[span.source]
        place["line"], place["column"] = source.line_column(span.start)
        place["end_line"], place["end_column"] = source.line_column(span.end)
    return place


@dataclass(frozen=True, slots=True)
class _Paint:
    """Colour, or none."""

    on: bool
    tone: str

    def _with(self, code: str, text: str) -> str:
        return f"{code}{text}{_RESET}" if self.on and text else text

    def severity(self, text: str) -> str:
        return self._with(self.tone, text)

    def bold(self, text: str) -> str:
        return self._with(_BOLD, text)

    def blue(self, text: str) -> str:
        return self._with(_BLUE, text)


def _excerpt(
    name: str, source: Source | None, places: list[tuple[Span, str, bool]], gutter: int, paint: _Paint
) -> list[str]:
    """The lines of one source with what is marked in them, under an arrow to the first place."""
    arrow = paint.blue(f"{' ' * gutter}--> " if places[0][2] else f"{' ' * gutter}::: ")
    if source is None:
        return [arrow + name]
    line, column = source.line_column(places[0][0].start)
    lines = [f"{arrow}{name}:{line}:{column}", paint.blue(" " * gutter + " |")]
    marks: dict[int, list[_Mark]] = {}
    for span, text, primary in places:
        mark = _mark(source, span, text, primary)
        marks.setdefault(mark.line, []).append(mark)
    before: int | None = None
    for number in sorted(marks):
        if before is not None and number > before + 1:
            lines.append(paint.blue("..."))
        before = number
        here = sorted(marks[number], key=lambda m: (not m.primary, m.start))
        text, cut = _window(source.line_text(number), here[0].start)
        lines.append(f"{paint.blue(f'{number:>{gutter}} |')} {_expand(text)}".rstrip())
        for mark in here:
            start, end = (min(max(0, place - cut), len(text)) for place in (mark.start, mark.end))
            under = _width(text[:start]) * " " + max(1, _width(text[start:end])) * ("^" if mark.primary else "-")
            under = f"{under} {mark.text}".rstrip()
            shown = paint.severity(under) if mark.primary else paint.blue(under)
            lines.append(f"{paint.blue(' ' * gutter + ' |')} {shown}")
    return lines


def _window(text: str, around: int) -> tuple[str, int]:
    """A line as it is shown, and by how much positions in it are moved to the left."""
    if len(text) <= _WINDOW:
        return text, 0
    start = min(max(0, around - _WINDOW // 3), len(text) - _WINDOW)
    shown = text[start : start + _WINDOW]
    shown = shown if start + _WINDOW == len(text) else shown[:-1] + "…"
    return (shown if start == 0 else "…" + shown[1:]), start


def _mark(source: Source, span: Span, text: str, primary: bool) -> _Mark:
    """A span as a stretch of its first line; one that goes on is marked to the end of that line."""
    line, column = source.line_column(span.start)
    length = len(source.line_text(line))
    end = min(column - 1 + max(1, span.end - span.start), max(length, column))
    return _Mark(line, column - 1, end, text, primary)


def _expand(text: str) -> str:
    """Tabs as blanks and control characters as U+FFFD, so that a caret stands under what it marks and a spec cannot
    send codes to the terminal."""
    return "".join(_TAB if c == "\t" else "\ufffd" if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)


def _width(text: str) -> int:
    """How many terminal columns the expanded text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in _expand(text)
    )
