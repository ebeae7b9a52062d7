"""Pictures of a problem's graph: SVG by a small layered layout of our own, Graphviz DOT, Mermaid.

Boxes are the named nodes, givens and steps; arrows run from what an expression names to what it computes. Beside a
parent, the colours say what came, what changed and what is untouched instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from mspec.compiler.format_expr import format_expr
from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.print_spec import Printer
from mspec.compiler.types import show
from mspec.runtime.vary.difference import difference

CHARACTER, LINE, PAD, GAP, LAYER_GAP = 7.3, 17, 10, 28, 46
"""Sizes in pixels: a character and a line of the 12 px monospaced labels, space in and between boxes."""
SWEEPS = 8
"""Passes of the barycentre heuristic; the order hardly changes after a few."""
MOST_CROSSED = 5_000
"""Where arrows cross more layers than this, they are drawn straight, through whatever is in between."""
_FILL = {"told": "#e8f1fd", "hidden": "#ffffff", "step": "#fdf6e3", "asked": "#dff5e3"}
_CHANGE = {
    "added": ("#c8efc9", "in this problem only"),
    "changed": ("#fde0b2", "defined anew, or computed from what is added or changed"),
    "untouched": ("#eeeeee", "the same value in both"),
}
"""Colours beside a parent, and what they mean."""


@dataclass(frozen=True, slots=True)
class Box:
    """A named node: `kind` is told or hidden (a given), step, or asked (either, where it is what is asked).

    `change` is added, changed or untouched beside a parent, else "". """

    name: str
    lines: tuple[str, ...]
    kind: str
    change: str = ""

    @property
    def fill(self) -> str:
        """Its colour."""
        return _CHANGE[self.change][0] if self.change else _FILL[self.kind]


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes in topological order, and arrows between their positions; `key` says what colours mean, if they differ."""

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[int, int], ...]
    key: tuple[str, ...] = ()


def picture(problem: Problem, parent: Problem | None = None) -> Picture:
    """What is drawn of a problem; beside a parent, with what differs from it."""
    names = problem.names()
    changes, key = ({}, ()) if parent is None else _changes(problem, parent)
    order = sorted(names)
    position = {node: place for place, node in enumerate(order)}
    steps = {step.node for step in problem.steps}
    told, asked = problem.told(), {ask.node for ask in problem.asks}
    printer = Printer(problem)
    boxes: list[Box] = []
    arrows: list[tuple[int, int]] = []
    for node in order:
        name = names[node]
        lines: tuple[str, ...]
        if node in steps:
            lines = (name, "= " + format_expr(printer.root(node)))
        else:
            lines = (f"{name} : {show(problem.nodes[node].type)}",)
        kind = "asked" if node in asked else "step" if node in steps else "told" if node in told else "hidden"
        boxes.append(Box(name, lines, kind, changes.get(name, "")))
        arrows += [(position[source], position[node]) for source in _named_sources(problem, node, names)]
    return Picture(problem.name, tuple(boxes), tuple(arrows), key)


def _changes(problem: Problem, parent: Problem) -> tuple[dict[str, str], tuple[str, ...]]:
    """What became of each name, and the key to it."""
    found = difference(parent, problem)
    changes = dict.fromkeys(problem.names().values(), "changed")
    changes |= dict.fromkeys(found.added, "added") | dict.fromkeys(found.untouched, "untouched")
    lines = [f"{change}: {meaning}" for change, (_, meaning) in _CHANGE.items() if change in changes.values()]
    if found.removed:
        lines.append(f"gone: {', '.join(found.removed)}")
    return changes, (f"{problem.name} beside {parent.name}", *lines)


def _named_sources(problem: Problem, node: NodeId, names: Mapping[NodeId, str]) -> list[NodeId]:
    """The nearest named nodes below a named node, each once, in the order written."""
    found: dict[NodeId, None] = {}
    stack = list(reversed(problem.nodes[node].args))
    while stack:
        below = stack.pop()
        if below in names:
            found[below] = None
        else:
            stack.extend(reversed(problem.nodes[below].args))
    return list(found)


# ----------------------------------------------------------------------------------------- text formats


def to_dot(drawn: Picture) -> str:
    """The picture for Graphviz."""
    lines = [f"digraph {_quoted(drawn.title)} {{", "  node [shape=box, style=filled, fontname=monospace];"]
    for number, box in enumerate(drawn.boxes):
        peripheries = ", peripheries=2" if box.kind == "asked" else ""
        label = _quoted("\n".join(box.lines))
        lines.append(f'  n{number} [label={label}, fillcolor="{box.fill}"{peripheries}];')
    if drawn.key:
        lines.append(f"  label={_quoted(chr(10).join(drawn.key))}; fontname=monospace;")
    lines += [f"  n{source} -> n{target};" for source, target in drawn.arrows]
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def to_mermaid(drawn: Picture) -> str:
    """The picture for Mermaid, as Markdown pages show it."""
    lines = ["flowchart TD"]
    for number, box in enumerate(drawn.boxes):
        label = "<br/>".join(escape(line).replace("#", "#35;") for line in box.lines)
        opening, closing = ("[[", "]]") if box.kind == "asked" else ("(", ")") if box.kind == "step" else ("[", "]")
        lines.append(f'  n{number}{opening}"{label}"{closing}')
    lines += [f"  n{source} --> n{target}" for source, target in drawn.arrows]
    for change, (fill, _) in _CHANGE.items():
        there = [f"n{number}" for number, box in enumerate(drawn.boxes) if box.change == change]
        if there:
            lines += [f"  classDef {change} fill:{fill},color:#000", f"  class {','.join(there)} {change}"]
    if drawn.key:
        lines.append(f'  key["{"<br/>".join(escape(line).replace("#", "#35;") for line in drawn.key)}"]')
    return "\n".join(lines) + "\n"


# -------------------------------------------------------------------------------------------------- SVG


@dataclass
class _Spot:
    """A place in a layer: a box, or (box None) where a long arrow passes through."""

    layer: int
    width: float
    height: float
    box: int | None = None
    x: float = 0.0
    y: float = 0.0


def to_svg(drawn: Picture) -> str:
    """The picture as SVG, after Sugiyama, Tagawa and Toda (1981): layers by longest path, order by barycentres."""
    spots, paths = _layers(drawn)
    rows = _ordered(spots, paths)
    width, height = _placed(spots, rows)
    _aligned(spots, rows, paths)
    left = min((s.x - s.width / 2 for s in spots), default=0.0) - PAD
    right = max((s.x + s.width / 2 for s in spots), default=width) + PAD
    right = max([right, *(left + len(line) * CHARACTER + 2 * PAD for line in drawn.key)])
    body = [_key(drawn.key, left + PAD, height)] if drawn.key else []
    height += LINE * len(drawn.key)
    body += [_arrow([spots[place] for place in path]) for path in paths]
    body += [_box(spot, drawn.boxes[spot.box]) for spot in spots if spot.box is not None]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} 0 {right - left:.0f} {height:.0f}" '
            f'width="{right - left:.0f}" height="{height:.0f}" font-family="monospace" font-size="12">',
            f"<title>{escape(drawn.title)}</title>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
            'orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>',
            *body,
            "</svg>",
            "",
        ]
    )


def _layers(drawn: Picture) -> tuple[list[_Spot], list[list[int]]]:
    """A spot for every box and, in a picture that is not too large, for every layer that an arrow crosses; the
    arrows as paths over spots."""
    layer = [0] * len(drawn.boxes)
    for source, target in sorted(drawn.arrows, key=lambda arrow: arrow[1]):
        layer[target] = max(layer[target], layer[source] + 1)
    users: list[list[int]] = [[] for _ in layer]
    for source, target in drawn.arrows:
        users[source].append(target)
    made = {target for _, target in drawn.arrows}
    # a source stands just above its first user, not at the top
    for place in range(len(layer) - 1, -1, -1):
        if users[place] and place not in made:
            layer[place] = min(layer[target] for target in users[place]) - 1
    spots = [
        _Spot(layer[i], max(map(len, box.lines)) * CHARACTER + 2 * PAD, len(box.lines) * LINE + PAD, i)
        for i, box in enumerate(drawn.boxes)
    ]
    crossed = sum(layer[target] - layer[source] - 1 for source, target in drawn.arrows)
    if crossed > MOST_CROSSED:
        return spots, [[source, target] for source, target in drawn.arrows]
    paths: list[list[int]] = []
    for source, target in drawn.arrows:
        path = [source]
        for between in range(layer[source] + 1, layer[target]):
            path.append(len(spots))
            spots.append(_Spot(between, 4.0, 0.0))
        paths.append([*path, target])
    return spots, paths


def _neighbours(count: int, paths: Iterable[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    above: list[list[int]] = [[] for _ in range(count)]
    below: list[list[int]] = [[] for _ in range(count)]
    for path in paths:
        for upper, lower in pairwise(path):
            above[lower].append(upper)
            below[upper].append(lower)
    return above, below


def _ordered(spots: list[_Spot], paths: list[list[int]]) -> list[list[int]]:
    """Layers from the top, each in an order with few crossings."""
    rows: list[list[int]] = [[] for _ in range(1 + max((s.layer for s in spots), default=0))]
    for place, spot in enumerate(spots):
        rows[spot.layer].append(place)
    above, below = _neighbours(len(spots), paths)
    rank = {place: index / len(row) for row in rows for index, place in enumerate(row)}
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for row in rows if down else reversed(rows):
            near = above if down else below
            mean = {p: sum(rank[q] for q in near[p]) / len(near[p]) if near[p] else rank[p] for p in row}
            row.sort(key=mean.__getitem__)
            rank |= {place: index / len(row) for index, place in enumerate(row)}
    return rows


def _placed(spots: list[_Spot], rows: list[list[int]]) -> tuple[float, float]:
    """Centre every layer; gives the size of the whole."""
    widths = [sum(spots[p].width for p in row) + GAP * (len(row) - 1) for row in rows]
    whole, y = max(widths, default=0.0), float(PAD)
    for row, width in zip(rows, widths, strict=True):
        height = max((spots[p].height for p in row), default=0.0)
        x = (whole - width) / 2
        for place in row:
            spots[place].x, spots[place].y = x + spots[place].width / 2, y + height / 2
            x += spots[place].width + GAP
        y += height + LAYER_GAP
    return whole, y - LAYER_GAP + PAD


def _aligned(spots: list[_Spot], rows: list[list[int]], paths: list[list[int]]) -> None:
    """Move spots towards their neighbours as far as the order of the layer leaves room."""
    above, below = _neighbours(len(spots), paths)
    for _ in range(SWEEPS):
        for row in rows:
            for index, place in enumerate(row):
                near = above[place] + below[place]
                if not near:
                    continue
                wish = sum(spots[q].x for q in near) / len(near)
                half = spots[place].width / 2
                if index:
                    before = spots[row[index - 1]]
                    wish = max(wish, before.x + before.width / 2 + GAP + half)
                if index + 1 < len(row):
                    after = spots[row[index + 1]]
                    wish = min(wish, after.x - after.width / 2 - GAP - half)
                spots[place].x = wish


def _arrow(path: list[_Spot]) -> str:
    first, last = path[0], path[-1]
    points = [(first.x, first.y + first.height / 2), *((s.x, s.y) for s in path[1:-1])]
    points.append((last.x, last.y - last.height / 2))
    drawn = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (y0 + y1) / 2
        drawn += f" C{x0:.1f} {middle:.1f} {x1:.1f} {middle:.1f} {x1:.1f} {y1:.1f}"
    return f'<path d="{drawn}" fill="none" stroke="#555" marker-end="url(#tip)"/>'


def _key(lines: tuple[str, ...], left: float, top: float) -> str:
    """The key, under the picture: each colour behind the line that names it."""
    found: list[str] = []
    for index, line in enumerate(lines):
        change = line.partition(":")[0]
        if index and change in _CHANGE:
            found.append(
                f'<path d="M{left - 4:.1f} {top + LINE * index:.1f}h{len(line) * CHARACTER + 8:.1f}v{LINE - 2}'
                f'H{left - 4:.1f}z" fill="{_CHANGE[change][0]}"/>'
            )
        found.append(f'<text x="{left:.1f}" y="{top + LINE * (index + 0.75):.1f}">{escape(line)}</text>')
    return "".join(found)


def _box(spot: _Spot, box: Box) -> str:
    left, top = spot.x - spot.width / 2, spot.y - spot.height / 2
    radius = 3 if box.kind in ("told", "hidden") else 9
    dash = ' stroke-dasharray="4 3"' if box.kind == "hidden" else ""
    stroke = 2.5 if box.kind == "asked" else 1
    shape = (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{spot.width:.1f}" height="{spot.height:.1f}" rx="{radius}" '
        f'fill="{box.fill}" stroke="#333" stroke-width="{stroke}"{dash}/>'
    )
    texts = [
        f'<text x="{spot.x:.1f}" y="{top + PAD / 2 + LINE * (index + 0.75):.1f}" text-anchor="middle">'
        f"{escape(line)}</text>"
        for index, line in enumerate(box.lines)
    ]
    return "".join([shape, *texts])
