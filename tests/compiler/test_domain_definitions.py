"""Every definition of the mathematical libraries, against values worked out by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mspec.compiler.load import load_source
from mspec.compiler.source import Source
from mspec.runtime.interpret import Interpreter

SPECS = Path(__file__).resolve().parent.parent.parent / "specs"
TRUE = {
    "numbers": """
        is_even(6) and not is_even(7)
        is_odd(7) and not is_odd(6)
        are_coprime(8, 15) and not are_coprime(8, 14)
        are_congruent(17, 3, 7) and not are_congruent(17, 4, 7)
        is_perfect(28) and not is_perfect(27)
        digit(4072, 0) == 2 and digit(4072, 1) == 7 and digit(4072, 2) == 0 and digit(4072, 3) == 4
        last_digit(4072) == 2
        two_digits(4, 7) == 47
        three_digits(4, 0, 7) == 407
        sum_to(100) == 5050
        odd_sum(5) == 25
        square_sum(4) == 30
        clock_hour(12) == 12 and clock_hour(13) == 1 and clock_hour(24) == 12
    """,
    "combinatorics": """
        pairs(6) == 15
        ordered_pairs(6) == 30
        circular_orders(5) == 24
        shares(3, 2) == 4
        full_shares(3, 2) == 2
        orders_with_repeats(6, 3, 2, 1) == 60
        grid_paths(3, 2) == 10
        pigeons(4, 3) == 9
        union_of_two(15, 12, 5) == 22
        union_of_three(45, 40, 35, 15, 12, 10, 5) == 88
    """,
    "probability": """
        complement(1/4) == 3/4
        conditional(1/6, 1/2) == 1/3
        either(1/2, 1/3, 1/6) == 2/3
        at_least_one(1/2, 3) == 7/8
        binomial(4, 2, 1/2) == 3/8
        hypergeometric(3, 2, 2, 1) == 3/5
        bayes(2%, 90%, 10%) == 9/58
        two_dice(2) == 1 and two_dice(7) == 6 and two_dice(12) == 1 and two_dice(13) == 0
    """,
    "statistics": """
        missing_value(80, 5, 310) == 90
        combined_mean(20, 70, 30, 80) == 76
        weighted_mean(80, 2, 90, 3, 66, 5) == 76
        midrange(4, 9) == 13/2
        corrected_mean(60, 18, 45, 54) == 121/2
        variance_of_five([1, 2, 3, 4, 5], 3) == 2
        variance_of_four([1, 3, 5, 7], 4) == 5
        z_score(130, 100, 15) == 2
    """,
    "geometry": """
        triangle_area(6 cm, 5 cm) == 15 cm^2
        trapezium_area(6 cm, 4 cm, 5 cm) == 25 cm^2
        rhombus_area(6 cm, 8 cm) == 24 cm^2
        rectangle_perimeter(6 cm, 4 cm) == 20 cm
        1.7320 cm < equilateral_height(2 cm) < 1.7321 cm
        1.7320 cm^2 < equilateral_area(2 cm) < 1.7321 cm^2
        10.392 cm^2 < hexagon_area(2 cm) < 10.393 cm^2
        12.566 cm < circumference(2 cm) < 12.567 cm
        12.566 cm^2 < circle_area(2 cm) < 12.567 cm^2
        15.707 cm^2 < ring_area(3 cm, 2 cm) < 15.708 cm^2
        3.1415 cm < arc_length(2 cm, 90) < 3.1416 cm
        3.1415 cm^2 < sector_area(2 cm, 90) < 3.1416 cm^2
        hypotenuse(3 cm, 4 cm) == 5 cm
        leg(13 cm, 5 cm) == 12 cm
        distance(-1, 2, 2, 6) == 5
        cuboid_diagonal(2 cm, 3 cm, 6 cm) == 7 cm
        cuboid_surface(2 cm, 3 cm, 4 cm) == 52 cm^2
        pyramid_volume(9 cm^2, 4 cm) == 12 cm^3
        37.699 cm^3 < cylinder_volume(2 cm, 3 cm) < 37.700 cm^3
        62.831 cm^2 < cylinder_surface(2 cm, 3 cm) < 62.832 cm^2
        12.566 cm^3 < cone_volume(2 cm, 3 cm) < 12.567 cm^3
        31.415 cm^2 < cone_side(2 cm, 5 cm) < 31.416 cm^2
        33.510 cm^3 < sphere_volume(2 cm) < 33.511 cm^3
        50.265 cm^2 < sphere_surface(2 cm) < 50.266 cm^2
        angle_sum(5) == 540
        interior_angle(6) == 120
        exterior_angle(8) == 45
        diagonals(5) == 5
    """,
}


@pytest.mark.parametrize("library", TRUE)
def test_definitions(library: str) -> None:
    lines = TRUE[library].split("\n")[1:-1]
    steps = "\n".join(f"line{number} = {line.strip()}" for number, line in enumerate(lines))
    module = load_source(
        Source("x.mspec", f'use units.si\nuse {library}\nproblem p {{\n steps {{\n{steps}\n }}\n ask line0 "?"\n}}')
    )
    assert [f"{d.code} {d.text()}" for d in module.diagnostics] == []
    reader = Interpreter(module.problems[0], {})
    names = module.problems[0].names()
    wrong = [name for node, name in names.items() if name.startswith("line") and reader.value(node) is not True]
    assert [lines[int(name.removeprefix("line"))].strip() for name in wrong] == []


@pytest.mark.parametrize("library", TRUE)
def test_every_definition_is_tried(library: str) -> None:
    declared = re.findall(r"^def (\w+)\(", (SPECS / f"{library}.mspec").read_text(encoding="utf-8"), re.MULTILINE)
    assert declared
    assert [name for name in declared if f"{name}(" not in TRUE[library]] == []
