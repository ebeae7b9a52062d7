"""Pictures of graphs: all boxes and arrows, no overlaps, nothing of an author's text as markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from tests import handmade

from mspec import api
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.compiler.print_spec import print_problem
from mspec.runtime.graph_picture import Box, Picture, picture, to_dot, to_mermaid, to_svg
from mspec.runtime.vary.variant import Variant, own_offers

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


# ----------------------------------------------------------------------------------------- beside a parent


def bakery_variant(place: int) -> tuple[Problem, Problem]:
    """The shipped bakery and what one of its own rules makes of it."""
    base = api.load("money.bakery_discount").problem
    return base, Variant.of(base).then(own_offers(base)[place]).problem


def test_what_a_rule_did() -> None:
    base, variant = bakery_variant(0)  # second_order on n
    changes = {box.name: box.change for box in picture(variant, base).boxes}
    assert changes == {
        "kid": "untouched", "item": "untouched", "n": "untouched", "price": "untouched", "off": "untouched",
        "extra": "added", "more": "added", "full": "changed", "cut": "changed", "paid": "changed",
    }  # fmt: skip
    assert {box.change for box in picture(base, base).boxes} == {"untouched"}
    assert picture(base, variant).key[-1] == "gone: extra, more"
    assert not picture(variant).key and {box.change for box in picture(variant).boxes} == {""}


@pytest.mark.parametrize(("suffix", "write"), [("svg", to_svg), ("dot", to_dot), ("mermaid", to_mermaid)])
def test_golden_beside_a_parent(
    suffix: str, write: Callable[[Picture], str], golden: Callable[[str, str], None]
) -> None:
    base, variant = bakery_variant(0)
    golden(f"graph/second_order.{suffix}", write(picture(variant, base)))
    golden(f"graph/bakery.{suffix}", write(picture(base)))


def test_colours_of_a_picture_beside_a_parent() -> None:
    base, variant = bakery_variant(0)
    root = ElementTree.fromstring(to_svg(picture(variant, base)))
    fills = [box.attrib["fill"] for box in root.iter(f"{SPACE}rect")]
    assert [fills.count(colour) for colour in ("#c8efc9", "#fde0b2", "#eeeeee")] == [2, 3, 5]
    assert "class n5,n6 added" in to_mermaid(picture(variant, base))


def test_printed_variants_have_the_same_picture() -> None:
    base, variant = bakery_variant(0)
    again = api.load(print_problem(variant))
    assert again.graph("dot", api.Spec(base)) == to_dot(picture(variant, base))


def test_nothing_in_common() -> None:
    with pytest.raises(MspecError) as error:
        api.load("physics.braking_car").graph("svg", api.load("money.bakery_discount"))
    assert error.value.diagnostics[0].code == "MS8504"
