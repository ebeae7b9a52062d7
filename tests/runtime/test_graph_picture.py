"""Pictures of graphs: all boxes and arrows, no overlaps, nothing of an author's text as markup."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from tests import handmade

from mspec.compiler.ir import Problem
from mspec.runtime.graph_picture import Box, Picture, picture, to_dot, to_mermaid, to_svg

PROBLEMS = [handmade.bakery(), handmade.shipping(), handmade.rates(), handmade.marks(), handmade.planets()]
NAMES = [problem.name for problem in PROBLEMS]
SPACE = "{http://www.w3.org/2000/svg}"


def test_bakery() -> None:
    drawn = picture(handmade.bakery())
    names = [box.name for box in drawn.boxes]
    assert names == ["kid", "item", "n", "price", "off", "full", "cut", "paid"]
    arrows = {(names[a], names[b]) for a, b in drawn.arrows}
    assert arrows == {
        ("n", "full"), ("price", "full"), ("full", "cut"), ("off", "cut"), ("full", "paid"), ("cut", "paid")
    }  # fmt: skip
    assert drawn.boxes[5].lines == ("full", "= n * price")
    assert [box.kind for box in drawn.boxes if box.name in ("off", "full", "paid")] == ["told", "step", "asked"]


@pytest.mark.parametrize("problem", PROBLEMS, ids=NAMES)
def test_svg(problem: Problem) -> None:
    drawn = picture(problem)
    root = ElementTree.fromstring(to_svg(drawn))
    boxes = [{k: float(r.attrib[k]) for k in ("x", "y", "width", "height")} for r in root.iter(f"{SPACE}rect")]
    assert len(boxes) == len(drawn.boxes)
    assert len([p for p in root.iter(f"{SPACE}path") if "marker-end" in p.attrib]) == len(drawn.arrows)
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    for i, a in enumerate(boxes):
        assert left <= a["x"] and a["x"] + a["width"] <= left + width + 1
        assert top <= a["y"] and a["y"] + a["height"] <= top + height + 1
        for b in boxes[i + 1 :]:
            apart = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
            assert apart or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]


@pytest.mark.parametrize("problem", PROBLEMS, ids=NAMES)
def test_arrows_point_down(problem: Problem) -> None:
    for path in ElementTree.fromstring(to_svg(picture(problem))).iter(f"{SPACE}path"):
        if "marker-end" in path.attrib:
            points = [float(y) for y in re.findall(r"[\d.-]+ ([\d.-]+)", path.attrib["d"])]
            assert points == sorted(points)


@pytest.mark.parametrize("problem", PROBLEMS, ids=NAMES)
def test_text_formats(problem: Problem) -> None:
    drawn = picture(problem)
    assert to_dot(drawn).count(" -> ") == to_mermaid(drawn).count(" --> ") == len(drawn.arrows)
    assert to_svg(drawn) == to_svg(picture(problem))


def test_author_text_is_data() -> None:
    drawn = Picture('a"</title><b', (Box("x", ('say("</text><script>")', "#1;\\"), "told"),), ())
    assert "<script>" not in to_svg(drawn) and "<script>" not in to_mermaid(drawn)
    ElementTree.fromstring(to_svg(drawn))
    assert to_dot(drawn).startswith('digraph "a\\"</title><b" {') and '\\\\"' in to_dot(drawn)


def test_no_boxes() -> None:
    ElementTree.fromstring(to_svg(Picture("empty", (), ())))
