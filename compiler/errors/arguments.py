"""MS3025, MS3027: what a `def` is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class WrongArgument(Diagnostic):
    """What a `def` is given is not of its parameter's type.

    ```mspec
    use units.si
    def area(a : length[m], b : length[m]) = a * b
    problem p {
      given {
        a : length[m] in 2 m..9 m  "length"
        m : mass[kg] in 2 kg..9 kg  "mass"
      }
      steps { s = area(a, m)  "area" }
      story \"\"\"A field is {a} long and weighs {m}.\"\"\"
      ask s "What is its area?"
    }
    ```
    """

    code: ClassVar[str] = "MS3025"
    message: ClassVar[str] = "`{name}` takes {wanted} for `{parameter}`, and this is {got}"
    label: ClassVar[str] = "this is {got}"
    help: ClassVar[str] = "give {wanted}"
    name: str = ""
    parameter: str = ""
    wanted: str = ""
    got: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class ArgumentInOtherUnit(Diagnostic):
    """A `def` takes the `magnitude` of a parameter, and what it is given has another unit, so that the number would be
    another one. Where no `magnitude` is taken, any unit of the dimension may be given.

    ```mspec
    use units.si
    def rule_of_thumb(v : speed[km/h]) = (magnitude(v) / 10)^2 * 1 m
    problem p {
      given { v : speed[m/s] in 10 m/s..30 m/s by 5 m/s  "speed" }
      steps { d = rule_of_thumb(v)  "braking distance" }
      story \"\"\"
        A car travels at {v}.
      \"\"\"
      ask d "What is its braking distance by the rule of thumb?"
    }
    ```
    """

    code: ClassVar[str] = "MS3027"
    message: ClassVar[str] = "`{name}` takes the number of `{parameter}` in {wanted}, and this is in {got}"
    label: ClassVar[str] = "in {got}"
    help: ClassVar[str] = "convert it first, in a step of its own with the type {type}"

    name: str = ""
    parameter: str = ""
    wanted: str = ""
    got: str = ""
    type: str = ""
